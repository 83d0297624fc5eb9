"""Who is on the stage of a passage, and what each has to do with what is told."""

import pytest

from hakawati.script.finders.names import THE_PROPHET
from hakawati.script.finders.stage import MOST_FIGURES, NEVER, Figure, Stage
from hakawati.script.finders.tokens import tokens


def told(text: str) -> dict[str, Figure]:
    stage = Stage()
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


def test_a_stranger_is_kept_but_not_known() -> None:
    assert not told("فأقبل شمعون")["شمعون"].known


def test_the_stage_holds_so_many() -> None:
    stage = Stage()
    for number in range(3 * MOST_FIGURES):
        stage.name(f"{number}", number)
    assert [figure.name for figure in stage.figures] == [str(number) for number in range(24, 36)]
