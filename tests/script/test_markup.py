"""A source marked up whole."""

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.errors import SourceError
from hakawati.model import Book
from hakawati.reading.formats import read
from hakawati.reading.source import Source
from hakawati.script.length import minutes
from hakawati.script.markup import MarkUp, mark_up
from script.marked import plain

SEED = Path(__file__).parents[2] / "seeds" / "abu-bakr.txt"
PLAN = MarkUp(title=None, author=None, language="ar", episode_minutes=3.0)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum() or character in "ﷺ﷽")


def assert_all_kept(book: Book, source: Source) -> None:
    assert letters("".join(one.text for one in book.segments())) == letters(source.text)
    assert all(source.text[one.start : one.end] == one.text for one in book.segments())


def test_every_letter_of_the_seed_is_in_one_segment() -> None:
    source = read(SEED)
    assert_all_kept(mark_up(source, PLAN), source)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    st.lists(
        st.sampled_from(["قال", "النبي ", ":", "«", "»", "﴿", "اللهُ", " ", "\n", "(ص 5)", ".", "دعاء", "\n\n", "b"])
    )
)
def test_every_letter_of_any_text_is_in_one_segment(pieces: list[str]) -> None:
    source = plain("ا" + "".join(pieces))
    assert_all_kept(mark_up(source, PLAN), source)


@given(st.text(max_size=400))
@settings(deadline=None, derandomize=True)
def test_whatever_the_characters_are(text: str) -> None:
    source = plain("ا" + text)
    assert_all_kept(mark_up(source, PLAN), source)


def test_the_seed_in_episodes_of_three_minutes() -> None:
    book = mark_up(read(SEED), PLAN)
    assert [one.number for one in book.episodes] == [1, 2, 3, 4]
    assert all(2.0 <= minutes(one.segments(), "ar") <= 4.0 for one in book.episodes)
    assert [one.title for one in book.episodes] == [one.chapters[0].title for one in book.episodes]


def test_the_seed_has_chapters_at_its_topics() -> None:
    book = mark_up(read(SEED), PLAN)
    assert [one.title for one in chain.from_iterable(episode.chapters for episode in book.episodes)] == [
        "عند بيعة العقبة",
        "مصاحبة أبي بكر الصديق للنبي عند الهجرة",
        "وعاد النبي من بيت أبي بكر بعد أن قرر وقت الخروج من مكة",
        "خرج النبي من بيته وجاء إلى بيت أبي بكر مباشرة",
        "دعاء",
        "وفي حديث عند البيهقي أن أبا بكر لما خرج هو ورسول الله",
    ]


def test_a_short_text_is_one_episode_of_one_chapter() -> None:
    (episode,) = mark_up(plain("السلام عليكم."), PLAN).episodes
    assert [chapter.title for chapter in episode.chapters] == ["السلام عليكم"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("قصة الغار\nكان النبي في الغار.", "قصة الغار"), ("فقال لهم:\nنعم.", "my sermon"), ("كلمة " * 30, "my sermon")],
    ids=["the first line", "an announcement is none", "a paragraph is none"],
)
def test_a_title_out_of_the_text_or_the_file_name(text: str, expected: str) -> None:
    source = plain(text)
    named = Source(Path("my_sermon.txt"), source.text, source.kind, source.paragraphs)
    assert mark_up(named, PLAN).title == expected


def test_title_and_author_as_given() -> None:
    book = mark_up(plain("نعم."), MarkUp(title="أبو بكر", author="م", language="ar", episode_minutes=3.0))
    assert (book.title, book.author, book.language) == ("أبو بكر", "م", "ar")


def test_a_paragraph_of_many_episodes_is_cut_between_its_sentences() -> None:
    book = mark_up(plain("هذه جملة من الكلام الطويل الذي لا ينتهي. " * 300), PLAN)
    assert len(book.episodes) == 9
    assert all(episode.chapters[-1].segments[-1].text.endswith(".") for episode in book.episodes)


def test_nothing_to_say_is_an_error() -> None:
    with pytest.raises(SourceError, match=r"text\.txt: no letter and no digit"):
        mark_up(plain("*** … ***"), PLAN)


def test_the_same_text_gives_the_same_book() -> None:
    assert mark_up(read(SEED), PLAN) == mark_up(read(SEED), PLAN)
