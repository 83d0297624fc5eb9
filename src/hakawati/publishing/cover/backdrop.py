"""What words are put on: the pattern, its frame, and in the middle the star-shaped plate."""

from itertools import product
from typing import TYPE_CHECKING

from hakawati.publishing.cover.girih import tile
from hakawati.publishing.cover.ornaments import SHARP, TWO_SQUARES, put, star
from hakawati.publishing.cover.palettes import Palette

if TYPE_CHECKING:
    from PIL import Image

SIDE = 2240
"""Pixels. Apple asks for 1400 to 3000; a whole number of pixels to a period."""
PERIODS = 7
"""Of the pattern from side to side: an odd number sets a star in the middle."""
FRAME, RULE = 0.026, 0.004
"""The widths of the frame and of the gold rule at its inner edge, as shares of SIDE, as all below."""
PLATE = 0.450
"""From the middle to the points of the plate."""
TIPS = 0.374
"""From the middle to the small stars in the plate's points."""


def backdrop(palette: Palette) -> "Image.Image":
    """SIDE pixels square, RGB, the plate empty."""
    image = _pattern(palette)
    _frame(image, palette)
    middle = (SIDE / 2, SIDE / 2)
    rings = ((0.472, palette.edge), (0.463, palette.gold), (0.456, palette.plate), (0.444, palette.gold))
    for radius, colour in (*rings, (0.4415, palette.plate)):
        put(image, star(radius * SIDE), colour, middle)
    small = star(0.011 * SIDE)
    for x, y in ((TIPS, 0), (-TIPS, 0), (0, TIPS), (0, -TIPS)):
        put(image, small, palette.accent, ((0.5 + x) * SIDE, (0.5 + y) * SIDE))
    return image


def rosette(image: "Image.Image", palette: Palette) -> None:
    """Fill the plate with stars within stars, for a cover without words."""
    rings = (
        (0.340, TWO_SQUARES, palette.accent),
        (0.328, TWO_SQUARES, palette.plate),
        (0.318, SHARP, palette.accent),
        (0.168, TWO_SQUARES, palette.plate),
        (0.156, TWO_SQUARES, palette.accent),
        (0.147, TWO_SQUARES, palette.plate),
        (0.138, SHARP, palette.accent),
        (0.040, TWO_SQUARES, palette.plate),
    )
    for radius, notch, colour in rings:
        put(image, star(radius * SIDE, notch), colour, (SIDE / 2, SIDE / 2))


def _pattern(palette: Palette) -> "Image.Image":
    from PIL import Image  # noqa: PLC0415 - only who draws a cover loads it

    period = SIDE // PERIODS
    image = Image.new("RGB", (SIDE, SIDE))
    one = tile(period, palette)
    for row, column in product(range(PERIODS), repeat=2):
        image.paste(one, (column * period, row * period))
    return image


def _frame(image: "Image.Image", palette: Palette) -> None:
    from PIL import ImageDraw  # noqa: PLC0415 - only who draws a cover loads it

    draw = ImageDraw.Draw(image)
    frame, rule = round(FRAME * SIDE), round(RULE * SIDE)
    for inset, width, colour in ((0, frame, palette.edge), (frame - rule, rule, palette.gold)):
        last = SIDE - 1 - inset
        draw.rectangle((inset, inset, last, last), outline=colour, width=width)
