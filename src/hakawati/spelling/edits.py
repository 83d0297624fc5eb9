"""Changes to a text that remember where everything came from.

A rule of spelling looks at a text and answers with edits; applying them gives a new text in which every character
still knows its place in the original. So word marks of the spoken text lead back to the author's words, and every
change can be shown to the editor.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hakawati.model import Note


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `spoken` where `text[start:end]` stands; `start == end` inserts. A `noted` edit is shown to the editor."""

    start: int
    end: int
    spoken: str
    noted: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Traced:
    """A text each of whose characters has an origin: a pair of offsets into `original`."""

    original: str
    text: str
    origins: tuple[tuple[int, int], ...]
    notes: tuple[Note, ...] = ()

    @classmethod
    def of(cls, original: str) -> "Traced":
        return cls(original, original, tuple((at, at + 1) for at in range(len(original))))

    def apply(self, rule: str, edits: Iterable[Edit]) -> "Traced":
        """The text after `edits` (in order, not overlapping), which `rule` made."""
        pieces: list[str] = []
        origins: list[tuple[int, int]] = []
        notes = list(self.notes)
        at = 0
        for edit in edits:
            if not at <= edit.start <= edit.end <= len(self.text):
                raise ValueError(f"{rule}: edit {edit} overlaps the one before or leaves the text")
            span = self.origin(edit.start, edit.end)
            pieces += self.text[at : edit.start], edit.spoken
            origins += self.origins[at : edit.start]
            origins += [span] * len(edit.spoken)
            if edit.noted:
                notes.append(Note(rule, *span, self.original[slice(*span)], edit.spoken, edit.confidence))
            at = edit.end
        pieces.append(self.text[at:])
        origins += self.origins[at:]
        return Traced(self.original, "".join(pieces), tuple(origins), tuple(notes))

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that `text[start:end]` came from; for an insertion, the point it stands at."""
        covered = self.origins[start:end]
        if covered:
            return min(first for first, _ in covered), max(last for _, last in covered)
        point = self.origins[start - 1][1] if start else 0
        return point, point
