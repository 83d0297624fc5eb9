"""The sound of a whole book: its episodes' MP3s decoded one after the other, a piece at a time."""

from collections.abc import Iterator
from pathlib import Path

import soundfile

from hakawati.errors import WriteError
from hakawati.publishing.edition import Edition, EpisodeEntry
from hakawati.sound.decoding import Forwards
from hakawati.sound.waveform import Waveform
from hakawati.units import Hertz

PIECE = 1 << 16
"""Samples decoded at a time: 256 KiB."""


def rate_of(edition: Edition) -> Hertz:
    """That of all episodes. Raises WriteError where they differ, as after a build that failed in part."""
    rates = {episode.rate: episode.file for episode in edition.episodes}
    if len(rates) > 1:
        listed = ", ".join(f"{file} has {rate} Hz" for rate, file in rates.items())
        raise WriteError(f"m4b: the episodes differ in their sample rates ({listed}). Build all with one profile.")
    return next(iter(rates))


def book_sound(edition: Edition) -> Iterator[Waveform]:
    """Just as many samples as the episodes state. Raises WriteError for a file that does not hold its own."""
    for episode in edition.episodes:
        yield from _episode_sound(edition.folder / episode.file, episode)


def _episode_sound(path: Path, episode: EpisodeEntry) -> Iterator[Waveform]:
    there = 0
    try:
        with Forwards(path) as sound:
            if sound.channels != 1 or sound.samplerate != episode.rate:
                raise _damaged(path, f"{sound.channels} channels of {sound.samplerate} Hz")
            while len(piece := sound.read(PIECE, dtype="float32")):
                there += len(piece)
                yield piece
    except soundfile.LibsndfileError as error:
        raise _damaged(path, error.error_string) from error
    if there != episode.samples:
        raise _damaged(path, f"{there} samples of sound, where there should be {episode.samples}")


def _damaged(path: Path, why: str) -> WriteError:
    return WriteError(f"m4b: {path} is not as it was built ({why}). Remove it and build again.")
