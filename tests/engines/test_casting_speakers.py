"""Whom a name in the cast means, and what is said when it means nobody."""

import pytest

from engines.casting_books import book_of, casting, said
from hakawati.engines.casting.speakers import letters
from hakawati.model import Role, Segment
from hakawati.settings import VoiceChoice

CHOICE = VoiceChoice(name="ar+m3")


def speech(speaker: str) -> Segment:
    return said("«نعم».", role=Role.SPEECH, speaker=speaker)


def is_cast(key: str, speaker: str) -> bool:
    book = book_of([speech(speaker)])
    return casting(book, cast={key: CHOICE}).voice(next(book.segments())).name == "ar+m3"


@pytest.mark.parametrize(
    ("key", "speaker"),
    [
        ("أبو بكر", "أَبُو بَكْرٍ"),
        ("ابو بكر", "أبو بكر"),
        ("أبو  بكر ", "أبو بكر"),
        ("سيدنا أبو بكر", "أبو بكر"),
        ("أبو بكر", "أبو بكر رضي الله عنه"),
        ("أبو بكر (رضي الله تعالى عنه)", "أبو بكر"),
        ("علي", "علي كرّم الله وجهه"),
        ("الملك عبد الله", "الملك عبد الله حفظه الله"),
        ("علـــي", "على"),
        ("النبي ﷺ", "النبي"),
        ("عيسى عليه السلام", "عيسى"),
        ("mr darcy", "Mr. Darcy"),
        ("O'Brien", "O’Brien"),
        ("Zoe\u0308", "Zoë"),
        ("\u200fعمر", "عمر"),
    ],
)
def test_a_name_is_known_however_it_is_written(key: str, speaker: str) -> None:
    assert is_cast(key, speaker)


@pytest.mark.parametrize(
    ("key", "speaker"),
    [
        ("أبو بكر", "أبو بكر الصديق"),
        ("عمر", "عمر بن عبد العزيز"),
        ("عمر", "عمرو"),
        ("السيد سعيد", "السيدة سعيد"),
        ("Mr. Bennet", "Mrs. Bennet"),
        ("राम", "रमा"),
        ("رحمة", "رحيم"),
    ],
)
def test_nobody_is_guessed(key: str, speaker: str) -> None:
    assert not is_cast(key, speaker)


def test_the_exact_name_comes_first() -> None:
    book = book_of([speech("أحمد"), speech("احمد")])
    performers = casting(book, cast={"احمد": VoiceChoice(name="ar+m1"), "أحمد": VoiceChoice(name="ar+m2")})
    assert [performers.voice(segment).name for segment in book.segments()] == ["ar+m2", "ar+m1"]
    assert performers.unused() == []


@pytest.mark.parametrize("honours", ["ﷺ", "رضي الله عنه", "سيدنا", "—"])
def test_nothing_but_honours_is_a_name_too(honours: str) -> None:
    assert letters(honours)


@pytest.mark.parametrize(
    ("key", "said_of_it"),
    [
        ("أبو بكر الصديق", "Did you mean `أبو بكر`?"),
        ("عمرو", "Did you mean `عمر`?"),
        ("بكر", "Did you mean `أبو بكر`?"),
        ("Ishmael", "There are: أبو بكر, عمر."),
    ],
)
def test_who_does_not_speak_in_the_book_is_reported(key: str, said_of_it: str) -> None:
    book = book_of([speech("أبو بكر"), speech("عمر"), speech("أَبو بَكر")])
    problem = f'[cast."{key}"]: nobody of this name speaks in this book. {said_of_it}'
    assert casting(book, cast={key: CHOICE, "عُمر": CHOICE, "verse": CHOICE}).unused() == [problem]


def test_a_book_without_speakers_says_so() -> None:
    (problem,) = casting(book_of([said("نص")]), cast={"عمر": CHOICE}).unused()
    assert problem.endswith("No speaker is named in it.")


def test_of_many_speakers_some_are_named() -> None:
    book = book_of([speech(f"{letter}ـ{letter}{letter}") for letter in "ثجحخدذرزسش"])
    (problem,) = casting(book, cast={"Ishmael": CHOICE}).unused()
    assert problem.count(",") == 8
    assert problem.endswith(", ….")
