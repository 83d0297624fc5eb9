"""A line of text becomes glyphs in their places: letters joined, ligatures formed, vowel marks set (HarfBuzz)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

from hakawati.publishing.cover.bidi import Run, runs
from hakawati.publishing.cover.faces import Face

_IGNORABLE = frozenset({*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)})
"""Joiners, direction marks and variation selectors: they shape others and are not drawn."""
_IGNORABLE_TOO = frozenset({0xAD, 0x034F, 0x061C, 0x180E, 0xFEFF})


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a piece of text is to be set: in the first of `faces` that has a letter."""

    faces: tuple[Face, ...]
    language: str
    right_to_left: bool


class Glyph(NamedTuple):
    """`x` and `y` are its origin's, in ems; `y` grows upwards."""

    face: Face
    number: int
    x: float
    y: float


class Ink(NamedTuple):
    """What is blackened, in ems from the line's beginning on its baseline; `top` lies above it and is positive."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    glyphs: tuple[Glyph, ...]
    ink: Ink
    advance: float

    @property
    def width(self) -> float:
        """In ems, of the ink or of the way to the next line's letters, whichever is more."""
        return max(self.advance, self.ink.right - self.ink.left)


@dataclass(slots=True)
class _Row:
    """Glyphs and their ink, added from left to right; `advance` is where the next ones go."""

    glyphs: list[Glyph] = field(default_factory=list)
    inks: list[Ink] = field(default_factory=list)
    advance: float = 0.0

    def add(self, run: Run, face: Face, language: str) -> None:
        import uharfbuzz  # noqa: PLC0415 - only who draws a cover loads it

        buffer = uharfbuzz.Buffer()
        buffer.add_str(run.text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if run.right_to_left else "ltr"
        buffer.language = language
        uharfbuzz.shape(face.font, buffer)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            x, y = self.advance + position.x_offset / face.upem, position.y_offset / face.upem
            self.glyphs.append(Glyph(face, info.codepoint, x, y))
            self.inks += _ink(face, info.codepoint, x, y)
            self.advance += position.x_advance / face.upem


def shaped(text: str, lettering: Lettering) -> Line:
    """`text` on one line. Only of letters that one of the faces has (see `missing`)."""
    row = _Row()
    for run in runs(text, right_to_left=lettering.right_to_left):
        for part, face in _in_faces(run, lettering.faces):
            row.add(part, face, lettering.language)
    return Line(text, tuple(row.glyphs), _around(row.inks), row.advance)


def missing(text: str, faces: Sequence[Face]) -> str:
    """The letters and signs of `text` that no face has, each once."""
    unseen = (one for one in text if not is_ignorable(one) and not one.isspace())
    return "".join(dict.fromkeys(one for one in unseen if not any(face.has(one) for face in faces)))


def is_ignorable(letter: str) -> bool:
    return ord(letter) in _IGNORABLE or ord(letter) in _IGNORABLE_TOO


def _in_faces(run: Run, faces: Sequence[Face]) -> Iterator[tuple[Run, Face]]:
    """The run in parts of one face each, from left to right."""
    chosen: list[Face] = []
    for letter in run.text:
        chosen.append(_chosen(letter, faces, chosen[-1] if chosen else faces[0]))
    parts = [
        (Run("".join(letter for letter, _ in group), run.level), face)
        for face, group in groupby(zip(run.text, chosen, strict=True), key=lambda pair: pair[1])
    ]
    return reversed(parts) if run.right_to_left else iter(parts)


def _chosen(letter: str, faces: Sequence[Face], before: Face) -> Face:
    """The first that has the letter; what stands on or between letters stays with the letter before, if it can."""
    follows = letter.isspace() or is_ignorable(letter) or category(letter).startswith("M")
    if follows and (is_ignorable(letter) or before.has(letter)):
        return before
    return next((face for face in faces if face.has(letter)), before)


def _ink(face: Face, number: int, x: float, y: float) -> Iterator[Ink]:
    box = face.font.get_glyph_extents(number)
    if box and box.width and box.height:
        left, top = x + box.x_bearing / face.upem, y + box.y_bearing / face.upem
        yield Ink(left, top + box.height / face.upem, left + box.width / face.upem, top)


def _around(inks: Sequence[Ink]) -> Ink:
    if not inks:
        return Ink(0, 0, 0, 0)
    return Ink(
        min(ink.left for ink in inks),
        min(ink.bottom for ink in inks),
        max(ink.right for ink in inks),
        max(ink.top for ink in inks),
    )
