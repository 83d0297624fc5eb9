"""From the settings to the music of each take. Light, until the music is to be heard."""

from pathlib import Path

from hakawati.digests import digest
from hakawati.errors import InputError, SettingsError
from hakawati.settings import Music
from hakawati.sound.score import Passage, Piece, Score, unreadable

CHIME_FADE = 0.5
"""Seconds: a chime dies away of itself, and one that is cut is not cut off."""


def accompaniment(music: Music, *, opens: bool, closes: bool, begins_chapter: bool) -> Score | None:
    """The music of a take that is an episode's first (`opens`), its last (`closes`), or a chapter's first.

    An episode's first take has the intro and no chime. Reads each file once, for its hash. Raises InputError where
    one cannot be read.
    """
    before = _intro(music) if opens else _chime(music) if begins_chapter else None
    after = _outro(music) if closes else None
    return Score(before=before, after=after) if before or after else None


def require(music: Music) -> None:
    """Raises SettingsError, with a line for each file that is no music: it cannot be decoded, or nothing is heard.

    Decodes what a build would play of each, so it is best asked only where takes are to be made.
    """
    from hakawati.sound.excerpt import excerpt  # noqa: PLC0415 - numpy and the decoder

    problems = []
    for make, name in ((_intro, "intro"), (_outro, "outro"), (_chime, "chime")):
        try:
            passage = make(music)
            if passage:
                excerpt(passage.piece, passage.seconds)
        except InputError as error:
            problems.append(f"music.{name}: {error}")
    if problems:
        raise SettingsError(problems)


def _intro(music: Music) -> Passage | None:
    return _around(music, music.intro, music.intro_seconds)


def _outro(music: Music) -> Passage | None:
    return _around(music, music.outro, music.outro_seconds)


def _around(music: Music, file: Path | None, seconds: float) -> Passage | None:
    if file is None or not seconds + music.under:
        return None
    return Passage(
        piece=_piece(file),
        beside=seconds,
        under=music.under,
        gap=music.gap,
        volume=music.volume,
        duck=music.duck,
        fade_in=music.fade_in,
        fade_out=music.fade_out,
    )


def _chime(music: Music) -> Passage | None:
    if music.chime is None or not music.chime_seconds:
        return None
    return Passage(
        piece=_piece(music.chime),
        beside=music.chime_seconds,
        gap=music.gap,
        volume=music.chime_volume,
        fade_out=CHIME_FADE,
    )


def _piece(file: Path) -> Piece:
    try:
        return Piece(digest(file), str(file))
    except OSError as error:
        raise unreadable(str(file), error) from error
