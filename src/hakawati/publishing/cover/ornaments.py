"""Eight-pointed stars and frames, drawn smoothly."""

from math import cos, pi
from typing import TYPE_CHECKING

from hakawati.publishing.cover.girih import FINE, Point, pairs, turned

if TYPE_CHECKING:
    from PIL import Image

TWO_SQUARES = cos(pi / 4) / cos(pi / 8)
"""The notch of a star of two squares: how far out its inner corners lie, as a share of its points' distance."""
SHARP = cos(3 * pi / 8) / cos(pi / 8)
"""The notch of the stars of the pattern."""


def star(radius: float, notch: float = TWO_SQUARES) -> "Image.Image":
    """A mask (L) just large enough for an eight-pointed star whose points lie `radius` pixels from its middle."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only who draws a cover loads it

    # A star is alike in all four quarters: one is drawn finely and mirrored into the others.
    half = int(radius) + 2
    quarter = Image.new("L", (half * FINE, half * FINE))
    ImageDraw.Draw(quarter).polygon(pairs([corner * FINE for corner in _corners(radius, notch)]), fill=255)
    right = quarter.reduce(FINE)
    lower = Image.new("L", (2 * half, half))
    lower.paste(right.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (0, 0))
    lower.paste(right, (half, 0))
    whole = Image.new("L", (2 * half, 2 * half))
    whole.paste(lower.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, 0))
    whole.paste(lower, (0, half))
    return whole


def put(image: "Image.Image", mask: "Image.Image", colour: str, middle: tuple[float, float]) -> None:
    """`colour` where `mask` lets it through, the mask's middle at `middle`."""
    x, y = middle
    image.paste(colour, (round(x - mask.width / 2), round(y - mask.height / 2)), mask)


def _corners(radius: float, notch: float) -> list[Point]:
    """Around the origin; a point lies in each of the eight main directions."""
    return [turned(radius * (notch if corner % 2 else 1), pi * corner / 8) for corner in range(16)]
