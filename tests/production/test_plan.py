"""From a marked-up book to jobs: what is performed by whom, in which file, after which announcement."""

from dataclasses import replace
from pathlib import Path

import pytest

from hakawati.engines.registry import Engines
from hakawati.errors import SettingsError
from hakawati.model import Book, Chapter, Ending, Episode, Manner, Role, Segment
from hakawati.production.plan import plan
from hakawati.production.sources import book_of, language_of
from hakawati.settings import Settings, VoiceChoice
from hakawati.store import Store

VERSE = Segment(text="وقل رب", manner=Manner(role=Role.VERSE), ending=Ending.PARAGRAPH)
SPEECH = Segment(text="نعم", manner=Manner(role=Role.SPEECH, speaker="علي"))
BOOK = Book(
    "كتاب",
    None,
    "ar",
    (
        Episode(1, "البداية", (Chapter("", (Segment(text="كلام"),)), Chapter("فصل", (VERSE,)))),
        Episode(2, "", (Chapter("", (SPEECH,)),)),
    ),
)
SILENT = Settings(engine="silent")


def test_files_are_numbered_and_named_after_the_source() -> None:
    assert [episode.file for episode in plan(BOOK, SILENT, Engines(), "My Book").episodes] == [
        "01-my-book.mp3",
        "02-my-book.mp3",
    ]


def test_an_episode_without_a_title_has_the_books() -> None:
    assert [episode.title for episode in plan(BOOK, SILENT, Engines(), "a").episodes] == ["البداية", "كتاب"]


def test_each_episode_begins_with_its_number_and_title_in_the_headings_voice() -> None:
    first = next(plan(BOOK, SILENT, Engines(), "a").episodes[0].jobs())
    assert first.segment.role == Role.HEADING
    assert first.segment.text.endswith("البداية.")
    assert first.silence.before == SILENT.pauses.episode_start


def test_a_title_that_the_text_begins_with_is_not_said_twice() -> None:
    heading = Segment(text="الفصل الأول:", manner=Manner(role=Role.HEADING), ending=Ending.PARAGRAPH)
    chapter = Chapter("الفصل الأول: البداية", (heading, Segment(text="كلام")))
    book = replace(BOOK, episodes=(Episode(1, chapter.title, (chapter,)),))
    announced, first, *_ = plan(book, SILENT, Engines(), "a").episodes[0].jobs()
    assert "الفصل" not in announced.segment.text
    assert first.segment == heading


def test_announcements_are_a_setting() -> None:
    first = next(plan(BOOK, replace(SILENT, announce=False), Engines(), "a").episodes[0].jobs())
    assert first.segment.text == "كلام"


def test_chapters_keep_their_segments() -> None:
    chapters = plan(BOOK, SILENT, Engines(), "a").episodes[0].chapters
    assert [(chapter.title, len(chapter.jobs)) for chapter in chapters] == [("", 2), ("فصل", 1)]


def test_the_cast_of_the_settings_wins_the_speakers_over_the_roles() -> None:
    cast = {"speech": VoiceChoice(name="low"), "علي": VoiceChoice(name="high"), "verse": VoiceChoice(rate=0.5)}
    episodes = plan(BOOK, replace(SILENT, cast=cast, announce=False), Engines(), "a").episodes
    voices = {job.segment.role: job.voice for episode in episodes for job in episode.jobs()}
    assert voices[Role.SPEECH].name == "high"
    assert voices[Role.VERSE].rate == 0.5


@pytest.mark.parametrize(
    ("text", "language"), [("كان يا ما كان", "ar"), ("Once upon a time", "en"), ("12 ؟", "ar"), ("Abū Bakr قال", "en")]
)
def test_the_language_is_told_by_the_alphabet(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_book_is_marked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "book.txt"
    source.write_text("كان يا ما كان.", "utf-8")
    store, settings = Store(tmp_path / "store", 10**6), Settings(source=source)
    first = book_of(settings, store)
    monkeypatch.setattr("hakawati.production.sources.mark_up", None)
    assert book_of(settings, store) == first
    with pytest.raises(TypeError):
        book_of(replace(settings, episode_minutes=1), store)


def test_settings_win_over_what_a_script_states(tmp_path: Path) -> None:
    source = tmp_path / "book.md"
    source.write_text("---\ntitle: عنوان\nauthor: كاتب\n---\n\n# أ\n\nنص.\n", "utf-8")
    store = Store(tmp_path / "store", 10**6)
    assert book_of(Settings(source=source), store).title == "عنوان"
    book = book_of(Settings(source=source, title="آخر", language="fa"), store)
    assert (book.title, book.author, book.language) == ("آخر", "كاتب", "fa")


def test_without_a_source_the_user_is_told_how_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no source was given"):
        book_of(Settings(), Store(tmp_path, 10**6))
