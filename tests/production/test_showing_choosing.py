"""Which part of a book `show` shows, and what is said where there is no such part."""

import pytest

from hakawati.errors import InputError
from hakawati.model import Book, Role
from hakawati.production.showing.choosing import Choice, Wanted, choice, part_of, stretches
from hakawati.script.file.parser import parse

BOOK = parse(
    """# أول

قال علي: [نعم]{.speech by="علي"}، ثم [إن مع العسر يسرا]{.verse ref="94:6"}. ومضى. ثم عاد.

## فصل

كلام.

# ثان

قال أبو بكر: [لا]{.speech by="أبو بكر"}.

# ثالث

كلام.
""",
    "book.md",
    300,
)


def texts(book: Book) -> list[str]:
    return [segment.text for segment in book.segments()]


def chosen(*episodes: str, roles: tuple[str, ...] = (), speakers: tuple[str, ...] = ()) -> Book:
    return part_of(BOOK, choice(Wanted(episodes, roles, speakers), BOOK))


def test_what_asks_for_nothing_gets_all() -> None:
    assert chosen() == BOOK


@pytest.mark.parametrize(
    ("asked", "numbers"), [(["2"], [2]), (["1-2"], [1, 2]), (["1", "3"], [1, 3]), (["2–3"], [2, 3]), (["٣"], [3])]
)
def test_episodes_are_chosen_by_number_or_range(asked: list[str], numbers: list[int]) -> None:
    assert [episode.number for episode in chosen(*asked).episodes] == numbers


def test_a_role_brings_only_the_chapters_that_have_it() -> None:
    part = chosen(roles=("verse", "Speech"))
    assert texts(part) == ["نعم", "إن مع العسر يسرا", "لا."]
    assert [(episode.number, len(episode.chapters)) for episode in part.episodes] == [(1, 1), (2, 1)]


@pytest.mark.parametrize("name", ["أبو بكر", "ابو بكر", " أَبُو  بَكْر "])
def test_a_speaker_is_known_whichever_way_the_name_was_typed(name: str) -> None:
    assert texts(chosen(speakers=(name,))) == ["لا."]


def test_what_was_asked_for_holds_together() -> None:
    assert texts(chosen("1", roles=("speech",), speakers=("علي", "أبو بكر"))) == ["نعم"]
    assert chosen("3", roles=("speech",)).episodes == ()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(episodes=["4"]), "--episode 4: this book's episodes are 1 to 3"),
        (Wanted(episodes=["0"]), "--episode 0: this book's episodes are 1 to 3"),
        (Wanted(episodes=["3-2"]), "--episode 3-2: this book's episodes are 1 to 3"),
        (Wanted(episodes=["first"]), "--episode first: give a number, such as 2, or a range, such as 2-4"),
        (Wanted(episodes=["9" * 5000]), "give a number"),
        (Wanted(roles=["hadeeth"]), "--role hadeeth: there is no such role. Did you mean `hadith`?"),
        (Wanted(roles=["x"]), "There are: narration, heading, hadith, speech, verse, supplication, poetry, reference"),
        (Wanted(speakers=["ابو بكرة"]), "--speaker ابو بكرة: nobody of this name speaks here. Did you mean `أبو بكر`?"),
        (Wanted(speakers=["Zayd"]), "There are: علي, أبو بكر"),
    ],
)
def test_what_the_book_cannot_have_is_an_error_that_names_the_nearest(wanted: Wanted, said: str) -> None:
    with pytest.raises(InputError) as raised:
        choice(wanted, BOOK)
    assert said in str(raised.value)


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(InputError) as raised:
        choice(Wanted(["9"], ["x"], ["y"]), BOOK)
    assert len(str(raised.value).splitlines()) == 3


def test_a_book_without_speakers_says_so() -> None:
    with pytest.raises(InputError, match="No speaker is named in this book"):
        choice(Wanted(speakers=["علي"]), parse("# أ\n\nكلام.\n", "book.md", 300))


def test_neighbours_of_a_paragraph_stay_together() -> None:
    first = BOOK.episodes[0].chapters[0]
    narration = Choice(roles=frozenset({Role.NARRATION}))
    found = [[segment.text for segment in stretch] for stretch in stretches(1, first, narration)]
    assert found == [["قال علي:"], ["، ثم"], [". ومضى.", "ثم عاد."]]
    assert list(stretches(2, first, Choice(episodes=(range(1, 2),)))) == []
