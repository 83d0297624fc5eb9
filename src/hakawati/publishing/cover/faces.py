"""The fonts that covers are lettered in: Amiri, and whatever else is installed as a font package of `fontpkg`.

System fonts are never used: the same book would get another cover on another machine.
"""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from fontpkg import Family

FIRST = "amiri"
"""A naskh with all that Arabic, Persian, Urdu and Latin letters need, vowel marks and the Qur'an's signs included."""
REGULAR, BOLD = 400, 700
"""Weights, as OpenType numbers them."""


class Release(NamedTuple):
    """A font family as it is installed."""

    family: str
    version: str


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font in one weight. `font` is HarfBuzz's, `upem` its units to an em, `letters` the code points it has."""

    font: Any
    upem: int
    letters: Any

    def has(self, letter: str) -> bool:
        return ord(letter) in self.letters


def releases() -> tuple[Release, ...]:
    """What is installed, in the order in which it is asked for a letter."""
    return tuple(Release(family.name, family.version) for family in _families())


@cache
def faces(weight: int) -> tuple[Face, ...]:
    """A face of each family, as near to `weight` as it comes; none where no font package is installed."""
    return tuple(_face(family, weight) for family in _families())


@cache
def _families() -> "tuple[Family, ...]":
    """Families that say under which licence they are given, upright, FIRST first and the others by name."""
    # without these two no font is of use; they are not loaded, as a build with nothing to do asks for releases too
    if not (find_spec("bidi") and find_spec("uharfbuzz")):
        return ()
    try:
        import fontpkg  # noqa: PLC0415 - only who draws a cover loads it
    except ImportError:
        return ()
    stated = [family for family in fontpkg.families().values() if family.license != "unknown"]
    upright = [family for family in stated if "normal" in family.styles]
    return tuple(sorted(upright, key=lambda family: (family.slug != FIRST, family.slug)))


def _face(family: "Family", weight: int) -> Face:
    import fontpkg  # noqa: PLC0415 - only who draws a cover loads it
    import uharfbuzz  # noqa: PLC0415 - as above

    file = fontpkg.select_file(family, weight, "normal", nearest=True)
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file.path)))
    font = uharfbuzz.Font(face)
    if file.variable:
        font.set_variations({"wght": weight})
    return Face(font, face.upem, face.unicodes)
