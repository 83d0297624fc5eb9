"""What `publish` chooses, and what is said of what cannot be made."""

from dataclasses import dataclass, replace
from typing import BinaryIO

import pytest

from hakawati.errors import SettingsError
from hakawati.publishing import publications
from hakawati.publishing.edition import About, Edition
from hakawati.publishing.publication import BookPublication
from hakawati.publishing.publications import chosen, names
from hakawati.settings.shape import Feed
from publishing.editions import ABOUT, PODCAST

OFFLINE = replace(ABOUT, feed=Feed())


@dataclass(eq=False)
class Costly:
    """A publication that is made where it is asked for, and lacks what `lack` says."""

    lack: str | None = None
    name: str = "costly"
    file: str = "costly.bin"
    revision: int = 1
    asked_only: bool = True

    def refused(self, about: About) -> str | None:  # noqa: ARG002 - it has one answer
        return self.lack

    def write(self, edition: Edition, file: BinaryIO) -> None: ...


def problems(asked: list[str], about: About = ABOUT) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        chosen(asked, about)
    return caught.value.problems


def test_nothing_asked_for_is_nothing_made() -> None:
    assert chosen([], ABOUT) == publications.Chosen((), ())


def test_the_default_is_everything_that_needs_nothing_more() -> None:
    made = chosen(["default"], ABOUT)
    assert made.episode == publications.EPISODE
    assert {one.file for one in made.book} >= {"playlist.m3u8", "feed.xml", "publication.json"}
    assert not any(one.asked_only for one in made.book)


def test_what_is_named_is_made_and_nothing_else() -> None:
    made = chosen(["chapters", "playlist"], ABOUT)
    assert [*made.files(["01-a", "02-a"])] == ["01-a.chapters.json", "02-a.chapters.json", "playlist.m3u8"]
    assert made.left_out == ()


def test_the_order_asked_for_is_not_the_order_made() -> None:
    assert chosen(["playlist", "manifest", "playlist"], ABOUT) == chosen(["manifest", "playlist"], ABOUT)


def test_what_the_default_cannot_make_is_left_out_with_a_sentence() -> None:
    made = chosen(["default"], OFFLINE)
    assert "feed.xml" not in [one.file for one in made.book]
    [sentence] = [one for one in made.left_out if one.startswith("feed.xml: ")]
    assert "base_url" in sentence


def test_what_is_named_and_cannot_be_made_is_a_problem() -> None:
    [problem] = problems(["feed"], OFFLINE)
    assert problem.startswith("feed.xml: it has to say where the files will lie")
    assert problems(["default", "feed"], OFFLINE) == [problem]


def test_all_problems_are_said_at_once() -> None:
    wrong = replace(ABOUT, feed=replace(PODCAST, category="x", base_url="https:///a"))
    unknown, *others = problems(["default", "fed"], wrong)
    assert unknown.startswith("publish: nothing is called 'fed'. Did you mean `feed`? There are: default, ")
    assert [other.split(" ")[0] for other in others] == ["feed.category:", "feed.base_url"]


def test_settings_of_what_nobody_wants_are_not_looked_at() -> None:
    assert chosen(["playlist"], replace(ABOUT, feed=replace(PODCAST, category="x"))).left_out == ()


def test_an_unknown_name_that_is_near_nothing_is_answered_with_all() -> None:
    [problem] = problems(["qqqqqq"])
    assert problem == f"publish: nothing is called 'qqqqqq'. There are: {', '.join(['default', *names()])}."


@pytest.fixture
def costly(monkeypatch: pytest.MonkeyPatch) -> BookPublication:
    """One more on the list of what is made for a book."""
    one = Costly()
    monkeypatch.setattr(publications, "BOOK", (*publications.BOOK, one))
    return one


def test_what_is_costly_is_made_only_where_it_is_named(costly: BookPublication) -> None:
    assert costly not in chosen(["default"], ABOUT).book
    assert chosen(["costly"], ABOUT).book == (costly,)
    assert costly in chosen(["default", "costly"], ABOUT).book


def test_what_is_costly_and_cannot_be_made_says_so_only_where_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publications, "BOOK", (Costly("costly.bin: it needs more."),))
    assert chosen(["default"], ABOUT).left_out == ()
    assert problems(["costly"]) == ["costly.bin: it needs more."]
