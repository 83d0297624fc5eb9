"""Who is on the stage of a passage, and what each has to do with what is told."""

import pytest

from hakawati.script.finders.names import THE_PROPHET
from hakawati.script.finders.stage import MOST_FIGURES, NEVER, Figure, Stage
from hakawati.script.finders.tokens import tokens


def told(text: str, *, before: str = "") -> dict[str, Figure]:
    stage = Stage()
    stage.tell(tokens(before), 0, len(tokens(before)))
    stage.next_paragraph(len(tokens(before)))
    words = tokens(text)
    stage.tell(words, 0, len(words))
    return {figure.name: figure for figure in stage.figures}


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("خرج عمر من داره", "عمر", "did"),
        ("سئل النبي عن الساعة", THE_PROPHET, "asked"),
        ("قيل للنبي إن فلانا مات", THE_PROPHET, "asked"),
        ("جاء رجل يستفتي رسول الله", THE_PROPHET, "asked"),
        ("جاء عمر إلى النبي", THE_PROPHET, "met"),
        ("فأقبل شمعون", "شمعون", "did"),
        ("سأل الطالب أستاذه", "أستاذه", "asked"),
        ("ثم التفت ﷺ إلى الناس", THE_PROPHET, "did"),
    ],
)
def test_what_someone_has_to_do_with_what_is_told(text: str, name: str, part: str) -> None:
    assert getattr(told(text)[name], part) > NEVER


@pytest.mark.parametrize("text", ["قال الشيخ إن النبي نهى عن ذلك", "وهذه سيرة النبي", "الرجل الذي أتى النبي"])
def test_whoever_is_only_spoken_of_did_nothing(text: str) -> None:
    assert told(text)[THE_PROPHET].did == NEVER


def test_what_belongs_to_someone_does_not_bring_him_on_the_stage() -> None:
    assert THE_PROPHET not in told("قام أصحاب رسول الله")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("دخل بستانا", "did"),
        ("وجاءه رجل", "met"),
        ("ودخلت عليه امرأة", "met"),
        ("وقيل له إن فلانا مات", "asked"),
    ],
)
def test_a_pronoun_means_whom_the_paragraph_before_told_of(text: str, part: str) -> None:
    assert getattr(told(text, before="قام النبي من مجلسه")[THE_PROPHET], part) >= 0


@pytest.mark.parametrize("before", ["قال النبي نعم", "وكان النبي يقول نعم", "وهذه سيرة النبي"])
def test_no_paragraph_is_about_him_who_is_only_cited(before: str) -> None:
    assert told("دخل بستانا", before=before)[THE_PROPHET].did < 0


def test_once_a_man_is_named_no_pronoun_means_another() -> None:
    assert told("خرج عمر يوما ودخل بستانا", before="قام النبي من مجلسه")[THE_PROPHET].did < 0


def test_a_new_sentence_goes_on_with_who_did_the_last_thing() -> None:
    words = ["قام", "النبي", "إلى", "رجل.", "ومضى", "إلى", "داره"]
    assert told(" ".join(words))[THE_PROPHET].did == words.index("ومضى")


def test_to_whom_someone_came_to_ask_is_asked() -> None:
    assert told("جاء أعرابي إلى النبي يسأله عن الساعة")[THE_PROPHET].asked > NEVER


def test_who_did_something_acts_before_the_verb_too() -> None:
    assert told("روى فلان أن رجلا أتى النبي")["رجلا"].did > NEVER


@pytest.mark.parametrize("text", ["أن رجلا أتى النبي", "سأل عن النبي"])
def test_whom_someone_came_to_or_asked_about_does_nothing(text: str) -> None:
    assert told(text)[THE_PROPHET].did == NEVER


def test_a_stranger_is_kept_but_not_known() -> None:
    assert not told("فأقبل شمعون")["شمعون"].known


def test_the_stage_holds_so_many() -> None:
    stage = Stage()
    for number in range(3 * MOST_FIGURES):
        stage.name(f"{number}", number)
    assert [figure.name for figure in stage.figures] == [str(number) for number in range(24, 36)]
