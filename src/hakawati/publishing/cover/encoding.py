"""The files of a cover: a PNG for the folder, and a small JPEG for the tag of every MP3."""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 200_000
"""Of the small one: it is in every episode."""
SMALLER_AND_SMALLER = ((800, 88), (800, 75), (800, 60), (600, 60), (400, 60))
"""Sides in pixels, and JPEG qualities: the first that gives no more than MOST_BYTES is taken, else the last."""


def png(image: "Image.Image") -> bytes:
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def small(image: "Image.Image") -> bytes:
    """A baseline JPEG: hardware players read no other kind."""
    *tries, last = SMALLER_AND_SMALLER
    for side, quality in tries:
        written = _jpeg(image, side, quality)
        if len(written) <= MOST_BYTES:
            return written
    return _jpeg(image, *last)


def _jpeg(image: "Image.Image", side: int, quality: int) -> bytes:
    from PIL import Image  # noqa: PLC0415 - only who publishes loads it

    file = BytesIO()
    reduced = image.resize((side, side), Image.Resampling.LANCZOS, reducing_gap=3.0)
    # Letters on a strong colour fray where colours are kept at half the resolution, as is usual.
    reduced.save(file, "JPEG", quality=quality, subsampling="4:4:4", progressive=False)
    return file.getvalue()
