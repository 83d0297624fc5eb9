"""The book for reading and in figures, on a script whose words were counted by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from hakawati.model import Note
from hakawati.production.progress import Unheard
from hakawati.production.showing.choosing import Wanted
from hakawati.production.showing.document import document
from hakawati.production.showing.lines import Line, count, length
from hakawati.production.showing.reading_view import reading_view
from hakawati.production.showing.shown import Shown, shown
from hakawati.production.showing.summary import Summary, summary
from hakawati.production.showing.summary_view import summary_view
from hakawati.settings import Settings
from hakawati.terminal import unbroken

SCRIPT = """---
title: حكاية
author: كاتب
---

# أول

قال علي: [«نعم يا أخي»]{.speech by="علي"}. ثم قرأ:[﴿إن مع العسر يسرا﴾]{.verse ref="94:6"} ومضى ﷺ.

ثم عاد
فقال: [«لا»]{.speech by="علي"}.

## فصل

كلام كثير.

# ثان

قال عمر: [«لا - أبدا»]{.speech by="عمر"}.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "book.md"
    path.write_text(SCRIPT, "utf-8")
    return path


def showing(source: Path, wanted: Wanted | None = None) -> Shown:
    settings = Settings(engine="silent", source=source, store=source.parent / "store")
    return shown(settings, wanted or Wanted())


def read(found: Shown, *, labelled: bool = True, spoken: bool = False) -> list[str]:
    return [unbroken(line, colours=False) for line in reading_view(found, labelled=labelled, spoken=spoken)]


def figures(found: Shown, *, spoken: bool = False) -> Summary:
    return summary(found, Unheard(), spoken=spoken)


def test_with_labels_a_run_is_a_line_and_paragraphs_are_parted(source: Path) -> None:
    assert read(showing(source)) == [
        "حكاية", "كاتب", "ar, 2 episodes, under a minute",
        "", "# 1. أول", "under a minute",
        "", "## أول", "under a minute",
        "", "narration: قال علي:", "speech (علي): «نعم يا أخي»", "narration: . ثم قرأ:",
        "verse (94:6): ﴿إن مع العسر يسرا﴾", "narration: ومضى ﷺ.",
        "", "narration: ثم عاد فقال:", "speech (علي): «لا».",
        "", "## فصل", "under a minute",
        "", "narration: كلام كثير.",
        "", "# 2. ثان", "under a minute",
        "", "## ثان", "under a minute",
        "", "narration: قال عمر:", "speech (عمر): «لا - أبدا».",
    ]  # fmt: skip


def test_in_colour_a_paragraph_runs_on_and_the_speaker_is_named_where_it_changes(source: Path) -> None:
    lines = read(showing(source), labelled=False)
    assert lines[3] == "narration  speech  verse"
    assert "قال علي: [علي] «نعم يا أخي». ثم قرأ:﴿إن مع العسر يسرا﴾ [94:6] ومضى ﷺ." in lines
    assert "ثم عاد فقال: [علي] «لا»." in lines


def test_each_run_has_its_roles_style_and_labels_are_told_from_the_text(source: Path) -> None:
    lines = list(reading_view(showing(source), labelled=False, spoken=False))
    paragraph = next(line for line in lines if line.pieces[1:] and line.pieces[1].text == "قال علي:")
    assert [(piece.text, piece.style, piece.apart) for piece in paragraph.pieces if piece.text.strip()] == [
        ("قال علي:", "narration", False),
        ("[علي]", "label", True),
        ("«نعم يا أخي»", "speech", False),
        (". ثم قرأ:", "narration", False),
        ("﴿إن مع العسر يسرا﴾", "verse", False),
        ("[94:6]", "label", True),
        ("ومضى ﷺ.", "narration", False),
    ]
    assert paragraph.rtl


def test_without_its_labels_the_view_is_the_authors_text(source: Path) -> None:
    found = showing(source)
    told = {str(role) for role in ("narration", "speech", "verse")}
    lines = list(reading_view(found, labelled=False, spoken=False))[4:]
    shown_text = "".join(_of_roles(line, told) for line in lines)
    assert "".join(shown_text.split()) == "".join("".join(one.text for one in found.book.segments()).split())


def _of_roles(line: Line, roles: set[str]) -> str:
    return "".join(piece.text for piece in line.pieces if piece.style in roles)


def test_a_filtered_view_has_only_what_matches(source: Path) -> None:
    assert read(showing(source, Wanted(roles=["verse"])), labelled=False)[2:] == [
        "ar, 1 episode, under a minute", "verse",
        "", "# 1. أول", "under a minute",
        "", "## أول", "under a minute",
        "", "﴿إن مع العسر يسرا﴾ [94:6]",
    ]  # fmt: skip


def test_what_the_engine_is_given_stands_below_each_segment(source: Path) -> None:
    lines = read(showing(source, Wanted(episodes=["1"])), spoken=True)
    at = lines.index("narration: ومضى ﷺ.")
    assert lines[at + 1].startswith("    silent:")
    assert lines[at + 2].startswith("    honorific (100%): ﷺ -> ")


def test_the_figures_are_those_counted_by_hand(source: Path) -> None:
    made = figures(showing(source))
    assert (made.title, made.author, made.language) == ("حكاية", "كاتب", "ar")
    assert (made.words, made.segments, made.characters) == (23, 10, 101)
    assert [(one.number, one.title, one.words, one.segments) for one in made.episodes] == [
        (1, "أول", 19, 8), (2, "ثان", 4, 2),
    ]  # fmt: skip
    assert [(one.role, one.words, one.segments, one.share) for one in made.roles] == [
        ("narration", 13, 6, 0.5652), ("speech", 6, 3, 0.2609), ("verse", 4, 1, 0.1739),
    ]  # fmt: skip
    assert [(one.speaker, one.words, one.segments) for one in made.speakers] == [("علي", 4, 2), ("عمر", 2, 1)]
    assert made.minutes == pytest.approx(sum(one.minutes for one in made.episodes))


def test_a_filter_holds_for_the_figures_too(source: Path) -> None:
    made = figures(showing(source, Wanted(speakers=["عمر"])))
    assert (made.words, made.segments, [one.number for one in made.episodes]) == (2, 1, [2])
    assert [(one.role, one.share) for one in made.roles] == [("speech", 1.0)]


def test_only_what_was_spelled_is_counted_as_spoken(source: Path) -> None:
    found = showing(source)
    assert figures(found).spoken_characters is None
    assert "--spoken" in figures(found).not_looked_at[0]
    spelled = figures(found, spoken=True)
    assert spelled.spoken_characters == sum(len(found.spoken(one).text) for one in found.book.segments())
    assert spelled.not_looked_at == []


def test_a_place_is_told_by_line_and_offsets_the_gravest_first(tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    text = "هذا أول الكلام.\n\nجاء (زيد ومضى.\nوهنا «كلام كثير.\n"
    path.write_text(text, "utf-8")
    made = figures(showing(path))
    assert [(one.rule, one.line, one.text, one.instead) for one in made.look_at[-2:]] == [
        ("unclosed", 3, "جاء (زيد ومضى.", None), ("unclosed", 4, "وهنا «كلام كثير.", None),
    ]  # fmt: skip
    assert all(text[one.start : one.end] == one.text for one in made.look_at)


def test_a_word_processors_file_has_no_lines(source: Path) -> None:
    source.write_text("# أ\n\nجاء (زيد ومضى.\n", "utf-8")
    found = showing(source)
    found = replace(found, file=replace(found.file, format=replace(found.file.format, kind="document")))
    assert [(one.rule, one.line) for one in figures(found).look_at] == [("unclosed", None)]


def test_what_to_look_at_outside_of_the_chosen_part_is_left_out(source: Path) -> None:
    source.write_text("# أ\n\nجاء (زيد ومضى.\n\n# ب\n\nجاء (عمر ومضى.\n", "utf-8")
    assert [one.text for one in figures(showing(source, Wanted(episodes=["2"]))).look_at] == ["جاء (عمر ومضى."]


def test_a_slip_shows_what_the_mushaf_has_and_is_noted_but_not_mended(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slip = Note("mushaf", 7, 12, "العسر", "الْعُسْرِ", 0.9)
    monkeypatch.setattr("hakawati.script.mushaf.slips.slips", lambda _text, _ref: (slip,))
    found = showing(source)
    place = figures(found).look_at[0]
    assert (place.rule, place.text, place.instead) == ("mushaf", "العسر", "الْعُسْرِ")
    verse = next(
        one for one in document(found, Unheard())["episodes"][0]["chapters"][0]["segments"] if one["role"] == "verse"
    )
    assert verse["notes"][-1] == {
        "rule": "mushaf", "start": 7, "end": 12, "from": "العسر", "to": "الْعُسْرِ", "confidence": 0.9,
    }  # fmt: skip
    assert verse["text"][7:12] == "العسر"
    told = [unbroken(line, colours=False) for line in summary_view(figures(found))]
    assert "        instead: الْعُسْرِ" in told


def test_the_summary_for_reading_shows_the_first_places_of_each_reason(source: Path) -> None:
    source.write_text("# أ\n\n" + "جاء (زيد ومضى.\n\n" * 8, "utf-8")
    told = [unbroken(line, colours=False) for line in summary_view(figures(showing(source)))]
    at = told.index("Look at first: 8 places")
    assert told[at + 1] == "  8 × unclosed: a quotation mark or bracket has no partner"
    assert told[at + 2] == "    line 3, episode 1: جاء (زيد ومضى."
    assert told[at + 7] == "    and 3 more; --json lists them all"


def test_right_to_left_words_stand_last_on_a_line_of_the_summary(source: Path) -> None:
    for line in summary_view(figures(showing(source))):
        mixed = [piece.apart for piece in line.pieces]
        assert mixed.count(True) <= 1
        assert True not in mixed[:-1]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0.4, "under a minute"), (1.2, "about 1 min"), (59.4, "about 59 min"), (125, "about 2 h 05 min")],
)
def test_lengths_are_told_as_people_tell_them(minutes: float, said: str) -> None:
    assert length(minutes) == said


def test_counts_agree_with_their_nouns() -> None:
    assert (count(1, "word"), count(2000, "word")) == ("1 word", "2,000 words")
