"""Set text becomes a mask: how much of each pixel is ink."""

from typing import TYPE_CHECKING

from hakawati.publishing.cover.setting import Setting
from hakawati.publishing.cover.shaping import Line

if TYPE_CHECKING:
    from PIL import Image
    from uharfbuzz import RasterDraw


def inked(setting: Setting, width: int) -> "Image.Image":
    """A mask (L) `width` pixels wide and as high as the ink, the lines in its middle."""
    from PIL import Image  # noqa: PLC0415 - only who draws a cover loads it
    from uharfbuzz import RasterDraw, RasterExtents  # noqa: PLC0415 - as above

    height = round(setting.height) + 2
    raster = RasterDraw()
    raster.extents = RasterExtents(0, 0, width, height, 0)
    for line, below in zip(setting.lines, setting.baselines, strict=True):
        _draw(raster, line, setting.size, _beginning(line, setting.size, width), height - 1 - below * setting.size)
    drawn = raster.render()
    if drawn is None:
        return Image.new("L", (width, height))
    mask = Image.frombuffer("L", (width, height), drawn.buffer, "raw", "L", drawn.extents.stride, -1)
    return mask.copy()


def _beginning(line: Line, size: float, width: int) -> float:
    """Where a line begins whose ink is to lie in the middle, in pixels."""
    return width / 2 - (line.ink.left + line.ink.right) / 2 * size


def _draw(raster: "RasterDraw", line: Line, size: float, x: float, y: float) -> None:
    for glyph in line.glyphs:
        scale = size / glyph.face.upem
        raster.transform = (scale, 0, 0, scale, x + glyph.x * size, y + glyph.y * size)
        raster.draw_glyph(glyph.face.font, glyph.number)
