"""Poetry: what a format says, stanzas in one paragraph, and who recites; beside the fixtures `marked_poetry*`."""

import pytest

from hakawati.model import Manner, Role
from hakawati.script.finders.hemistichs import line, rhymed
from hakawati.script.finders.passage import Passage
from hakawati.script.finders.poetry import poetry
from hakawati.script.finders.poets import introduction

STANZA = "The old man rose before the light,\nAnd called the river by its name,\nAnd all the reeds stood up."


def claimed(passage: Passage) -> list[tuple[str, str | None]]:
    return [(passage.text[one.start : one.end], one.manner.speaker) for one in poetry(passage)]


def test_what_the_format_calls_poetry_is_poetry() -> None:
    assert claimed(Passage("أي شيء", "قال حسان بن ثابت:", "ar", "poetry")) == [("أي شيء", "حسان بن ثابت")]


def test_its_poet_recites_on() -> None:
    reciting = Manner(role=Role.POETRY, speaker="لبيد")
    assert claimed(Passage("أي شيء", "شيء قبله", "ar", "poetry", reciting)) == [("أي شيء", "لبيد")]


def test_a_stanza_is_known_by_its_lines() -> None:
    assert claimed(Passage(STANZA, "", "en")) == [(STANZA, None)]


@pytest.mark.parametrize(
    "text",
    [
        "He rose before the light and went down to\nthe river, which he called by the\nname his father had given it.",
        "1. Open the box.\n2. Take out the lamp,\n3. Close it again.",
        "Mr. John Brown,\nMill Lane House,\nOxford Town",
        "Two loaves of bread.\nA jar of honey.\nA knife without a handle.",
        "Two loaves of bread\nA jar of honey\nA knife without a handle.",
        "It rained.\nNobody came.\nThe End",
        "Chapter One, page 3\nChapter Two, page 9\nChapter Three, page 12.",
    ],
)
def test_other_short_lines_are_no_stanza(text: str) -> None:
    assert claimed(Passage(text, "", "en")) == []


def test_lines_of_a_paragraph_support_each_other() -> None:
    text = "وأحسن منك لم تر قط عيني ... وأجمل منك لم تلد النساء\nخلقت مبرأ من كل عيب ... كأنك قد خلقت كما تشاء"
    assert claimed(Passage(text, "", "ar")) == [(each, None) for each in text.split("\n")]


@pytest.mark.parametrize(
    ("lead", "poetic", "poet"),
    [
        ("قال الشاعر:", True, None),
        ("وأنشد حسان بن ثابت يقول:", True, "حسان بن ثابت"),
        ("فقالت الخنساء ترثي أخاها صخرا، وأنشدت:", True, None),
        ("وفي ذلك شعرا:", True, None),
        ("وقال عمر:", False, "عمر"),
    ],
)
def test_who_recites(lead: str, poetic: bool, poet: str | None) -> None:  # noqa: FBT001 - a table's column
    assert introduction(lead) == (poetic, poet)


@pytest.mark.parametrize("lead", ["قال الشاعر", "ومن أشهر الشعراء:", "وكان ذلك عند المساء:", ""])
def test_where_nobody_is_announced(lead: str) -> None:
    assert introduction(lead) is None


def test_halves_are_of_like_length() -> None:
    assert line("قفا نبك من ذكرى حبيب ومنزل *** بسقط اللوى بين الدخول فحومل")
    assert not line("قفا نبك من ذكرى حبيب ومنزل *** ثم مضى")
    assert not line("في عام 1920 بدأ كل شيء *** ثم انتهى بعد ذلك كله")


def test_endings_rhyme_by_consonant_and_long_vowel() -> None:
    assert rhymed("النساء", "كما تشاء")
    assert rhymed("ما اهتدينا", "ولا صلينا")
    assert not rhymed("فاكهة لذيذة", "فاكهة شتوية")
    assert not rhymed("إلى البيت", "في السوق")


def test_a_long_text_is_read_in_linear_time() -> None:
    for text in ("قال الشاعر: قفا نبك ... «بيت ** شعر» " * 5_000, "قال: نعم ... لا\n" * 10_000, "A line,\n" * 10_000):
        for language in ("ar", "en"):
            list(poetry(Passage(text, "", language)))
