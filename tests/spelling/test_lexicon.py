"""The user's lexicon: its file, the W3C's, and what becomes of a text by it."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import Case, cases
from hakawati.errors import InputError
from hakawati.model import Segment
from hakawati.spelling.arabic import lexical
from hakawati.spelling.context import Context
from hakawati.spelling.edits import Traced
from hakawati.spelling.languages import words_in
from hakawati.spelling.letters import VOWELS, marked_letters
from hakawati.spelling.lexicon.entry import Entry, Lexicon
from hakawati.spelling.lexicon.pls import imported
from hakawati.spelling.lexicon.table import lines, parsed
from hakawati.spelling.spell import shaped_by, spell

HERE = Path("lexicon.tsv")
UNVOWELLED = Context(language="ar", vowels=False)


def said(text: str, context: Context) -> str:
    """In Unicode's order of marks, as the fixture is typed; spelling sets a shadda before its vowel."""
    return unicodedata.normalize("NFC", Traced.of(text).apply("lexicon", lexical.edits(text, context)).text)


@pytest.mark.parametrize("case", cases("spelling_lexicon"), ids=str)
def test_golden(case: Case) -> None:
    table, text = case.given.split("\n\n")
    lexicon = parsed(table, HERE)
    assert said(text, replace(UNVOWELLED, lexicon=lexicon)) == case.expected
    only_of_the_text = lexicon.among(words_in(text, "ar"))
    assert said(text, replace(UNVOWELLED, lexicon=only_of_the_text)) == case.expected


@pytest.mark.parametrize("case", cases("spelling_lexicon"), ids=str)
def test_again_nothing_changes(case: Case) -> None:
    context = replace(UNVOWELLED, lexicon=parsed(case.given.split("\n\n")[0], HERE))
    assert said(case.expected, context) == case.expected


def test_the_lexicon_wins_over_the_model_and_is_noted() -> None:
    lexicon = Lexicon((Entry("كتب", "كُتِبَ"),))
    spoken = spell(Segment(text="كتب الرجل"), Context(language="ar", lexicon=lexicon))
    assert spoken.text.startswith("كُتِبَ ")
    assert next((note.rule, note.source, note.spoken) for note in spoken.notes) == ("lexicon", "كتب", "كُتِبَ")


def test_an_ending_left_open_is_the_model_s() -> None:
    lexicon = Lexicon((Entry("حاطب", "حَاطِب"),))
    spoken = spell(Segment(text="قال حاطب"), Context(language="ar", lexicon=lexicon)).text
    assert spoken.startswith("قَالَ حَاطِب")
    assert spoken[-1] in VOWELS


@pytest.mark.parametrize("language", ["en", "sw"])
def test_in_other_languages_exact_words_are_said_as_the_lexicon_has_them(language: str) -> None:
    lexicon = Lexicon((Entry("Quraysh", "Koraish"), Entry("Ali", "Alee", "uncle _")))
    spoken = spell(Segment(text="Quraysh, uncle Ali, Ali."), Context(language=language, lexicon=lexicon))
    assert spoken.text == "Koraish, uncle Alee, Ali."


def test_only_entries_for_words_of_the_text_shape_what_is_said() -> None:
    segment = Segment(text="قال بحاطب")
    none = shaped_by(segment, UNVOWELLED)
    assert shaped_by(segment, replace(UNVOWELLED, lexicon=Lexicon((Entry("زيد", "زَيْد"),)))) == none
    assert shaped_by(segment, replace(UNVOWELLED, lexicon=Lexicon((Entry("حاطب", "حَاطِب"),)))) != none


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("زيد", "line 1: 'زيد' has no spoken form"),
        ("a\tb\nزيد بن\tزَيْد", "line 2: 'زيد بن' is not one word"),
        ("زيد\t؟", "line 1: '؟' cannot be said"),
        ("زيد\tزَيْد\tبن", "line 1: the context 'بن' does not say where the word stands"),
        ("زيد\tزَيْد\t_ بن\tx", "line 1: there are 4 columns"),
        ("\n# x\nزيد", "line 3"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_reason(table: str, problem: str) -> None:
    with pytest.raises(InputError, match=r"lexicon\.tsv, ") as error:
        parsed(table, HERE)
    assert problem in str(error.value)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(InputError) as error:
        parsed("زيد\nعمر\n", HERE)
    assert len(str(error.value).splitlines()) == 2


WORD = st.text(st.sampled_from("ابتدلوي"), min_size=1, max_size=5)


@settings(deadline=None, max_examples=50, derandomize=True)
@given(st.lists(st.builds(Entry, WORD, WORD, st.sampled_from(["", "_ بن", "غزوة _"]))), st.text("# ×اب", max_size=9))
def test_what_is_written_reads_back(entries: list[Entry], remark: str) -> None:
    written = "\n".join(lines((entry, remark) for entry in entries))
    assert parsed(written, HERE).entries == tuple(entries)


@settings(deadline=None, max_examples=200, derandomize=True)
@given(st.text(st.sampled_from("ابتدلويسكف َُِّْ،."), max_size=30), st.lists(st.builds(Entry, WORD, WORD), max_size=4))
def test_where_letters_are_the_same_only_marks_are_set(text: str, entries: list[Entry]) -> None:
    marked = [Entry(entry.word, "".join(letter + "َ" for letter in entry.word)) for entry in entries]
    spoken = said(text, replace(UNVOWELLED, lexicon=Lexicon(tuple(marked))))
    before, after = marked_letters(unicodedata.normalize("NFC", text)), marked_letters(spoken)
    assert [letter.letter for letter in before] == [letter.letter for letter in after]
    assert all(set(one.marks) <= set(other.marks) for one, other in zip(before, after, strict=True))


PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="ar">
  <lexeme><grapheme>حاطب</grapheme><grapheme>حاطبا</grapheme><alias>حَاطِب</alias></lexeme>
  <lexeme><grapheme>زيد</grapheme><phoneme>zajd</phoneme></lexeme>
  <lexeme><grapheme>عبد الله</grapheme><alias>عَبْدُ اللَّهِ</alias></lexeme>
</lexicon>"""


def test_aliases_of_the_w3c_s_lexicon_are_taken_and_the_rest_is_told() -> None:
    lexicon, unused = imported(PLS.encode(), Path("a.pls"))
    assert lexicon.entries == (Entry("حاطب", "حَاطِب"), Entry("حاطبا", "حَاطِب"))
    assert len(unused) == 2
    assert "zajd" in unused[0]
    assert "not one word" in unused[1]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("<lexicon", "line 1: it is no XML"),
        ("<html/>", "no pronunciation lexicon"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a/>', "entities"),
    ],
)
def test_what_is_no_such_lexicon_is_told(data: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        imported(data.encode(), Path("a.pls"))
