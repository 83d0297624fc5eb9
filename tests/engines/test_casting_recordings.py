"""Verses recited by a recording."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.casting_books import book_of, casting, said
from hakawati.engines.casting import RECORDING, joined
from hakawati.model import Ending, Manner, Role, Segment, Voice
from hakawati.settings import VoiceChoice

FILE = Path("/recited/17-80.mp3")
VERSE = Manner(role=Role.VERSE, ref="17:80")


def verse(text: str = "وَقُل", ending: Ending = Ending.SENTENCE, ref: str | None = "17:80", **how: object) -> Segment:
    return said(text, ending, role=Role.VERSE, ref=ref, **how)


def performer(segment: Segment, ref: str = "17:80", **cast: VoiceChoice) -> Voice:
    book = book_of([segment])
    return casting(book, cast=cast, recordings={ref: FILE}).voice(next(book.segments()))


@pytest.mark.parametrize(
    ("ref", "quoted"),
    [
        ("17:80", "17:80"),
        ("17:080", "17:80"),
        ("١٧:٨٠", "17:80"),
        (" 17 : 80 ", "17:80"),
        ("17:80-80", "17:80"),
        ("17:80–81", "17:80-81"),
    ],
)
def test_a_verse_is_known_however_its_place_is_written(ref: str, quoted: str) -> None:
    assert performer(verse(ref=quoted), ref) == Voice(RECORDING, str(FILE))


@pytest.mark.parametrize(
    "segment",
    [verse(ref="17:81"), verse(ref="17:80-81"), verse(ref=None), said("نص", role=Role.SPEECH, ref="17:80")],
)
def test_nothing_else_is_recorded(segment: Segment) -> None:
    assert performer(segment).engine == "espeak"


def test_an_editor_who_names_a_voice_wants_no_recording() -> None:
    assert performer(verse(voice="ar+m1")).name == "ar+m1"


def test_a_recording_is_as_loud_as_the_cast_wants_verses() -> None:
    voice = performer(verse(rate=0.8), verse=VoiceChoice(rate=0.7, name="ar+m1", volume=-3.0))
    assert voice == Voice(RECORDING, str(FILE), volume=-3.0)


def test_a_verse_cut_into_several_segments_sounds_once() -> None:
    cut = [verse("وَقُل رَّبِّ", Ending.CLAUSE), verse("أَدْخِلْنِي", Ending.CLAUSE), verse("مُدْخَلَ", Ending.RUN, pause=2.0)]
    (chapter,) = book_of([said("قال:"), *cut, said("ثم")]).episodes[0].chapters
    before, whole, after = joined(chapter.segments, {"17:080": FILE})
    _, first, _, last, _ = chapter.segments
    assert (before, after) == (chapter.segments[0], chapter.segments[-1])
    assert whole == verse("وَقُل رَّبِّ أَدْخِلْنِي مُدْخَلَ", Ending.RUN, pause=2.0)
    assert (whole.start, whole.end) == (first.start, last.end)


def test_what_is_said_instead_of_a_part_is_not_said_instead_of_the_whole() -> None:
    (whole,) = joined([verse("وَقُل", Ending.CLAUSE), verse("رَّبِّ", say="ربي")], {"17:80": FILE})
    assert (whole.text, whole.manner) == ("وَقُل رَّبِّ", VERSE)


@pytest.mark.parametrize(
    "segments",
    [
        [verse(), said("ثم قال:"), verse()],
        [verse(ending=Ending.PARAGRAPH), verse()],
        [verse(), verse(ref="17:81")],
        [verse(), verse(voice="ar+m1")],
        [verse(ref="17:81", ending=Ending.CLAUSE), verse(ref="17:81")],
        [said("نص", ending=Ending.CLAUSE), said("نص")],
    ],
)
def test_what_is_not_one_recorded_verse_stays_apart(segments: list[Segment]) -> None:
    assert joined(segments, {"17:80": FILE}) == tuple(segments)


segments = st.lists(
    st.builds(
        verse,
        st.sampled_from(["وَقُل", "رَّبِّ"]),
        st.sampled_from(list(Ending)),
        ref=st.sampled_from(["17:80", "17:81"]),
        voice=st.sampled_from([None, None, "ar"]),
    ),
    max_size=8,
)


@settings(deadline=None, derandomize=True, max_examples=80)
@given(segments)
def test_joining_drops_no_word_and_joins_once(chapter: list[Segment]) -> None:
    recordings = {"17:80": FILE}
    once = joined(chapter, recordings)
    assert " ".join(one.text for one in once) == " ".join(one.text for one in chapter)
    assert joined(once, recordings) == once
    assert joined(chapter, {}) == tuple(chapter)


@pytest.mark.parametrize(
    ("ref", "problem"),
    [
        ("17:080", None),
        ("17:79", '[recordings] "17:79": this book does not quote 17:79 by itself. Of sura 17 it quotes 17:80.'),
        ("2:255", '[recordings] "2:255": this book does not quote 2:255 by itself.'),
        (
            "Fatiha",
            '[recordings] "Fatiha" is no verse: write sura:verse or sura:first-last, such as "17:80".',
        ),
    ],
)
def test_a_recording_of_what_the_book_does_not_quote_is_reported(ref: str, problem: str | None) -> None:
    book = book_of([verse(), verse(ref=None), said("نص", ref="17:79")])
    assert casting(book, recordings={ref: FILE}).unused() == ([problem] if problem else [])


def test_of_two_recordings_of_one_verse_the_last_is_played() -> None:
    book = book_of([verse()])
    performers = casting(book, recordings={"17:080": Path("/one.mp3"), "17:80": Path("/two.mp3")})
    assert performers.voice(next(book.segments())).name == "/two.mp3"
    assert performers.unused() == [
        '[recordings] "17:080" and "17:80" are one verse: only /two.mp3 is played. Take one out.'
    ]
