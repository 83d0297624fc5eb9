"""Verses that are recited by a recording instead of a voice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from hakawati.model import Role, Segment
from hakawati.script.stretches import by_paragraph, by_run
from hakawati.settings.checking import VERSE

RECORDING = "recording"
"""The engine that plays sound files: a voice of it is named by the file's path."""


def one_spelling(ref: str) -> str | None:
    """A place in the Qur'an: `17:80` for «17:080» and «١٧:٨٠», `2:285` for «2:285-285». None for what is no place."""
    found = VERSE.fullmatch(ref)
    if not found:
        return None
    sura, first, last = int(found[1]), int(found[2]), int(found[3] or found[2])
    return f"{sura}:{first}" if first == last else f"{sura}:{first}-{last}"


class Recordings:
    """Sound files by what they recite: `sura:verse` or `sura:first-last`, spelled in any way."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = {verse: path for ref, path in files.items() if (verse := one_spelling(ref))}

    def of(self, segment: Segment) -> Path | None:
        """The recording that performs `segment`. An editor who names a voice for it wants no recording."""
        manner = segment.manner
        if manner.role is not Role.VERSE or manner.ref is None or manner.voice is not None:
            return None
        return self._files.get(one_spelling(manner.ref) or "")


def joined(segments: Iterable[Segment], recordings: Mapping[str, Path]) -> tuple[Segment, ...]:
    """A chapter's `segments` with each recorded verse in one piece, however long it is: its recording sounds once.

    What is joined has the texts with a space between, ends as the last of them, and is said as it is written.
    """
    recorded = Recordings(recordings)
    return tuple(one for paragraph in by_paragraph(segments) for one in _joined(paragraph, recorded))


def _joined(paragraph: Sequence[Segment], recorded: Recordings) -> Iterator[Segment]:
    for run in by_run(paragraph):
        for path, stretch in groupby(run, key=recorded.of):
            segments = list(stretch)
            yield from [_one(segments)] if path else segments


def _one(run: Sequence[Segment]) -> Segment:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return first
    text = " ".join(segment.text for segment in run)
    return replace(last, text=text, manner=replace(last.manner, say=None), start=first.start)
