"""What holds for every merge: sources changed at random, scripts edited at random."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Manner, Segment
from hakawati.script.file.parser import parse
from hakawati.script.merging.merge import Merged, merge

Paragraphs = list[list[str]]

COMMON = st.sampled_from(["قال", "ثم", "زيد", "،", "نعم", "3.5", "«", "»", "a."])
NEW = st.integers(0, 99).map("ن{}".format)
EDITS = st.sampled_from(["speech", "verse", "pause", "say", "note", "mended", "line", "block"])


@st.composite
def sources(draw: st.DrawFn, *, unique: bool) -> Paragraphs:
    """With `unique`, every word occurs once: then there is no doubt which words have survived."""
    found = draw(st.lists(st.lists(COMMON, min_size=1, max_size=7), min_size=1, max_size=6))
    return [[f"و{at}و{i}" if unique else word for i, word in enumerate(each)] for at, each in enumerate(found)]


@st.composite
def changed(draw: st.DrawFn, source: Paragraphs) -> Paragraphs:
    """The source with words and paragraphs put in and taken out, parted and joined."""
    result: Paragraphs = []
    for paragraph in source:
        kept: list[str] = []
        for word in paragraph:
            kept += draw(st.sampled_from([[word]] * 6 + [[], ["+"], [word, "+"]]))
        kept = [draw(NEW) if word == "+" else word for word in kept]
        change = draw(st.sampled_from(["", "", "", "", "out", "in", "part", "join"]))
        if change == "join" and result:
            result[-1] += kept
        elif change == "part":
            result += [kept[:1], kept[1:]]
        elif change != "out":
            result += [kept, *([[draw(NEW), draw(NEW)]] if change == "in" else [])]
    return [each for each in result if any(word[-1].isalnum() for word in each)] or [["وحده"]]


def script(source: Paragraphs) -> str:
    return "---\ntitle: t\nlanguage: ar\n---\n\n# E\n\n" + "\n\n".join(" ".join(each) for each in source) + "\n"


@st.composite
def edited(draw: st.DrawFn, source: Paragraphs) -> str:
    paragraphs = [draw(edited_paragraph(each)) for each in source]
    if draw(st.booleans()):
        paragraphs[draw(st.integers(0, len(paragraphs) - 1))] += "\n\n## فصل\n\nزاده المحرر"
    heads = '---\ntitle: "t"\nlanguage: ar # mine\n---\n# Mine\n\n'
    return heads + draw(st.sampled_from(["\n\n", "\n\n\n", "\n\n---\n\n"])).join(paragraphs) + "\n"


@st.composite
def edited_paragraph(draw: st.DrawFn, paragraph: list[str]) -> str:
    words = list(paragraph)
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    edit = draw(EDITS | st.none())
    speaks = any(word[-1].isalnum() for word in words[start:end])
    if edit in {"speech", "verse", "pause", "say"} and speaks:
        given_ = {"speech": '.speech by="زيد"', "verse": '.verse ref="8:30"', "pause": ".pause", "say": 'say="هكذا"'}[
            edit
        ]
        words[start] = f"[{words[start]}"
        words[end - 1] += f"]{{{given_}}}"
    elif edit == "note":
        words[start] = f"<!-- {start} -->{words[start]}"
    elif edit == "mended":
        words[start] = "صوابه"
    elif edit == "line":
        words[start] = f"\n{words[start]}"
    text = " ".join(words)
    return f'::: {{.poetry by="شاعر"}}\n{text}\n:::' if edit == "block" else text


@st.composite
def merges(draw: st.DrawFn, *, unique: bool = False) -> tuple[str, str, str]:
    source = draw(sources(unique=unique))
    source = [each for each in source if any(word[-1].isalnum() for word in each)] or [["قال"]]
    return script(source), draw(edited(source)), script(draw(changed(source)))


def segments(text: str) -> list[Segment]:
    return list(parse(text, "book.md", 300).segments())


def letters(text: str) -> str:
    return "".join("".join(segment.text.split()) for segment in segments(text))


def manners(text: str) -> dict[str, Manner]:
    """Of each word that occurs; what is said after it, or instead of many, aside."""
    return {
        word: replace(segment.manner, pause=None, say=None)
        for segment in segments(text)
        for word in segment.text.split()
    }


@given(merges())
@settings(deadline=None, derandomize=True, max_examples=150)
def test_where_only_the_source_changed_its_letters_are_the_scripts(made: tuple[str, str, str]) -> None:
    base, _, new = made
    merged = merge(base, base, new, "book.md")
    assert letters(merged.text) == letters(new)
    assert merged.findings == ()


@given(merges())
@settings(deadline=None, derandomize=True, max_examples=100)
def test_where_only_the_editor_changed_something_the_file_stays_as_it_is(made: tuple[str, str, str]) -> None:
    base, mended, _ = made
    assert merge(base, mended, base, "book.md") == Merged(mended, 0, ())


@given(merges())
@settings(deadline=None, derandomize=True, max_examples=100)
def test_without_a_base_the_words_are_the_sources(made: tuple[str, str, str]) -> None:
    _, mended, new = made
    assert letters(merge(None, mended, new, "book.md").text) == letters(new)


@given(merges(unique=True))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_how_surviving_words_are_performed_is_the_editors_decision(made: tuple[str, str, str]) -> None:
    base, mended, new = made
    was, now, source = manners(mended), manners(merge(base, mended, new, "book.md").text), manners(new)
    surviving = {word for word in was if word in source and word in manners(base)}
    assert {word: now.get(word) for word in surviving} == {word: was[word] for word in surviving}


@given(merges(unique=True))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_words_of_the_editor_and_words_of_the_source_are_all_there(made: tuple[str, str, str]) -> None:
    """In the script, or in a note of the merge; what the source took out and the editor had not changed is gone."""
    base, mended, new = made
    text = merge(base, mended, new, "book.md").text
    before = manners(base)
    assert all(word in text for word in manners(mended) if word not in before)
    assert all(word in text for word in manners(new) if word not in before)


@given(merges())
@settings(deadline=None, derandomize=True, max_examples=150)
def test_merging_again_changes_nothing(made: tuple[str, str, str]) -> None:
    base, mended, new = made
    merged = merge(base, mended, new, "book.md").text
    assert merge(new, merged, new, "book.md") == Merged(merged, 0, ())


@given(merges())
@settings(deadline=None, derandomize=True, max_examples=100)
def test_notes_are_never_lost(made: tuple[str, str, str]) -> None:
    base, mended, new = made
    merged = merge(base, mended, new, "book.md").text
    assert all(merged.count(f"<!-- {at} -->") == mended.count(f"<!-- {at} -->") for at in range(7))
