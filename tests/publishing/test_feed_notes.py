"""What a feed tells of a book and its episodes, within what Apple Podcasts takes."""

from dataclasses import replace
from html import unescape

import pytest

from hakawati.publishing.edition import ChapterEntry, EpisodeEntry
from hakawati.publishing.feed.notes import MOST_BYTES, of_book, of_episode, whole_of_episode
from hakawati.units import Milliseconds
from publishing.editions import ABOUT, HOSTILE, edition


def of_chapters(*titles: str) -> EpisodeEntry:
    chapters = tuple(
        ChapterEntry(title, Milliseconds(60_000 * place), Milliseconds(60_000 * (place + 1)))
        for place, title in enumerate(titles)
    )
    return replace(edition().episodes[0], chapters=chapters)


def test_chapters_that_fit_are_all_told() -> None:
    episode = of_chapters("a < b", "ج & د")
    assert of_episode(episode) == whole_of_episode(episode) == "0:00 a &lt; b<br/>1:00 ج &amp; د"


def test_of_more_chapters_as_many_as_fit_are_told() -> None:
    episode = of_chapters(*["فصل طويل العنوان " * 4] * 80)
    notes = of_episode(episode)
    assert MOST_BYTES - 200 < len(notes.encode()) <= MOST_BYTES
    assert notes.endswith("<br/>…")
    assert whole_of_episode(episode).startswith(notes.removesuffix("…"))
    assert whole_of_episode(episode).count("<br/>") == 79


@pytest.mark.parametrize("length", [1, 1_996, 1_997, 5_000])
def test_a_description_is_cut_where_it_is_too_long(length: int) -> None:
    description = of_book(replace(ABOUT, description="ب" * length + "&"))
    assert len(description.encode()) <= MOST_BYTES
    assert description.endswith("&amp;" if length < 1_998 else "…")


def test_lines_of_a_description_stay_lines() -> None:
    assert of_book(replace(ABOUT, description="أول\r\nثان\n\nثالث <b>")) == "أول<br/>ثان<br/><br/>ثالث &lt;b&gt;"


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_the_sentence_holds_any_title(title: str) -> None:
    sentence = unescape(of_book(replace(ABOUT, title=title)).replace("<br/>", "\n"))
    assert sentence.endswith("، تأليف خطيب.")
    assert sentence.count("\n") == 0
