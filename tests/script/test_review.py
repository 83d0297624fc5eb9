"""What an editor is told to look at: on scripts, so that what is remarked on stands in the test."""

import pytest

from hakawati.model import Manner, Note, Role, Segment
from hakawati.script.file.parser import parse
from hakawati.script.review import remarks, review

VERSE = "[إن مع العسر يسرا]{.verse"


def remarked(text: str, *, decided: bool = False) -> list[tuple[str, str]]:
    """Each remark's reason and the words it is about."""
    book = parse(f"# باب\n\nبداية الباب وفيها كلام كثير.\n\n{text}\n", "book.md", 300)
    return [(remark.note.rule, remark.note.source) for remark in review(book, decided=decided)]


def test_text_in_good_order_has_no_remarks() -> None:
    text = f'قال علي: [«نعم (يا أخي)»]{{.speech by="علي"}}. ثم قرأ {VERSE} ref="94:6"}}، ومضى.\n\n1) أولا "هكذا".'
    assert remarked(text) == []


def test_a_slip_of_the_pen_is_told_with_the_words_of_the_mushaf(monkeypatch: pytest.MonkeyPatch) -> None:
    slip = Note("mushaf", 7, 12, "العسر", "الْعُسْرِ")
    monkeypatch.setattr("hakawati.script.mushaf.slips.slips", lambda _text, ref: (slip,) if ref == "94:6" else ())
    verse = Segment(text="إن مع العسر يسرا", manner=Manner(role=Role.VERSE, ref="94:6"))
    assert list(remarks(verse)) == [slip]
    assert list(remarks(Segment(text=verse.text, manner=Manner(role=Role.VERSE)))) == []
    assert list(remarks(Segment(text=verse.text))) == []
    assert remarked(f'{VERSE} ref="94:6"}}', decided=True) == [("mushaf", "العسر")]


def test_a_verse_without_a_reference_was_not_found() -> None:
    assert remarked(f"ثم قرأ {VERSE}}} ومضى.") == [("no reference", "إن مع العسر يسرا")]


@pytest.mark.parametrize("role", ["speech", "hadith"])
def test_the_end_of_words_without_marks_or_vowels_was_guessed(role: str) -> None:
    spoken = "[هذا أول الكلام وبعده كلام آخر طويل حتى النهاية]{." + role + ' by="علي"}'
    assert remarked(f"قال {spoken} ثم مضى.") == [("unmarked end", "وبعده كلام آخر طويل حتى النهاية")]


def test_a_guess_of_several_sentences_is_doubted_and_of_a_whole_one_is_not() -> None:
    assert remarked('قال علي: [هذا كلام.]{.speech by="علي"} ثم مضى.') == []
    assert remarked('قال علي: [هذا كلام. وهذا آخر.]{.speech by="علي"} ثم مضى.') == [("unmarked end", "وهذا آخر.")]


@pytest.mark.parametrize("spoken", ["«هذا كلام»", '"هذا كلام".', "نَعَمْ يَا أَخِي"])
def test_marks_or_vowels_say_where_words_end(spoken: str) -> None:
    assert remarked(f'قال علي: [{spoken}]{{.speech by="علي"}} ثم مضى.') == []


def test_an_aside_in_a_quotation_does_not_make_its_ends_guesses() -> None:
    assert remarked('قال علي: [«جاء]{.speech by="علي"} (أي زيد) [إلى هنا»]{.speech by="علي"}.') == []


def test_speech_after_a_colon_should_have_a_speaker() -> None:
    assert remarked("فقال له: [«نعم».]{.speech}") == [("no speaker", "«نعم».")]
    assert remarked("وفي [«نعم»]{.speech} كفاية.") == []


def test_a_very_long_run_may_have_taken_narration_along() -> None:
    long = "«" + "كلام " * 251 + "»"
    (found,) = remarked(f'قال علي: [{long}]{{.speech by="علي"}}')
    assert found[0] == "long run"
    assert remarked("كلام " * 300) == []


@pytest.mark.parametrize(
    "text",
    [
        "قال «نعم ومضى.",
        "قال نعم» ومضى.",
        "جاء (زيد ومضى.",
        "جاء [زيد ومضى.".replace("[", "\\["),
        'قال "نعم ومضى.',
        "﴿ نعم ومضى.",
        "«أول (ثان» ومضى.",
    ],
)
def test_a_mark_without_its_partner_is_remarked_once_with_the_words_around_it(text: str) -> None:
    for decided in (True, False):
        assert remarked(text, decided=decided) == [("unclosed", text.replace("\\", ""))]


@pytest.mark.parametrize(
    "text",
    [
        "1) أولا\n\nب) ثانيا",
        "قال: «أول الكلام.\n\nوآخره» ومضى.",
        "He said: “One.\n\n“Two.” And he went.",
        'He said: "One.\n\n"Two." And he went.',
        'He said: "One.\n\nTwo." And he went.',
        "Er sagte: »Ja, „gut“, sagte er.«",
        "قال ﴾نعم﴿ ومضى.",
    ],
)
def test_marks_as_writers_use_them_are_not_remarked(text: str) -> None:
    assert remarked(text) == []


def test_a_chapter_of_a_word_or_two_is_remarked() -> None:
    assert remarked("## فصل\n\nكلمة.\n\n## آخر\n\nهذا كلام كثير.", decided=True) == [("short chapter", "كلمة.")]


def test_a_title_that_breaks_off_is_remarked() -> None:
    text = "وعاد النبي من بيت أبي بكر، ثم مضى."
    assert remarked(f"## وعاد النبي من\n\n{text}") == [("title cut", text)]
    assert remarked(f"## وعاد النبي من بيت أبي بكر\n\n{text}") == []
    assert remarked(f"## الهجرة\n\n{text}") == []


def test_in_a_script_the_editor_has_decided() -> None:
    text = f"## وعاد\n\nوعاد {VERSE}}} وقال: [نعم يا أخي]{{.speech}} ثم مضى."
    assert {rule for rule, _ in remarked(text)} == {"no reference", "unmarked end", "no speaker", "title cut"}
    assert remarked(text, decided=True) == []


def test_remarks_come_in_order_of_place_and_say_where_they_are() -> None:
    book = parse("# أ\n\nهنا «كلام كثير.\n\n# ب\n\n## فصل\n\nكلام (كثير.\n\nثم كلام {كثير.\n", "book.md", 300)
    found = [(one.episode, one.chapter, one.note.source) for one in review(book, decided=True)]
    assert found == [(1, "أ", "هنا «كلام كثير."), (2, "فصل", "كلام (كثير."), (2, "فصل", "ثم كلام {كثير.")]


def test_a_remark_changes_nothing_unless_something_better_is_known() -> None:
    book = parse("# أ\n\nهنا «كلام كثير.\n", "book.md", 300)
    (remark,) = review(book, decided=True)
    assert remark.note.spoken == remark.note.source == remark.segment.text[remark.note.start : remark.note.end]
