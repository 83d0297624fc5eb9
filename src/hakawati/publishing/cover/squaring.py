"""A picture of any size and shape becomes a square one: nothing is cut off, nothing distorted."""

from typing import TYPE_CHECKING

from hakawati.publishing.cover.opening import Opened

if TYPE_CHECKING:
    from PIL import Image

LEAST, MOST = 1400, 3000
"""Pixels that a cover's side must and may have, says Apple."""
REDUCED = 2000
"""What a larger picture is reduced to: as a PNG a photograph of MOST would be a very large file."""
POOR = 700
"""A picture smaller than this looks blurred as a cover."""
SKETCH, BLUR, CALM = 96, 9, 0.72
"""The backdrop is a copy reduced to SKETCH pixels, blurred by BLUR of them and dimmed to CALM of its brightness."""


def squared(opened: Opened, source: str) -> Opened:
    """Square and from LEAST to MOST pixels wide."""
    longest = max(opened.size)
    side = LEAST if longest < LEAST else REDUCED if longest > MOST else longest
    picture = _scaled(opened.image, side)
    said = [*opened.said, *_on_size(opened.size, side, source)]
    if picture.width != picture.height:
        said.append(f"{source}: the picture is not square; it stands whole on a blurred copy of itself")
        picture = _on_backdrop(picture, side)
    return Opened(picture, picture.size, tuple(said))


def _on_size(before: tuple[int, int], side: int, source: str) -> list[str]:
    longest, size = max(before), "{} × {}".format(*before)
    if longest < POOR:
        ask = f"a cover should have {LEAST} × {LEAST} to {MOST} × {MOST}"
        return [f"{source}: the picture is much too small ({size} pixels) and will look blurred: {ask}"]
    if longest < side:
        return [f"{source}: the picture was enlarged from {size} pixels to the {side} that podcast apps ask for"]
    if longest > side:
        return [f"{source}: the picture was reduced from {size} pixels to {side}"]
    return []


def _scaled(image: "Image.Image", side: int) -> "Image.Image":
    """Its longer side `side` pixels long."""
    from PIL import Image  # noqa: PLC0415 - only who publishes loads it

    longest = max(image.size)
    size = (max(1, round(image.width * side / longest)), max(1, round(image.height * side / longest)))
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _on_backdrop(picture: "Image.Image", side: int) -> "Image.Image":
    """In the middle of a blurred and dimmed copy of itself that fills the square."""
    from PIL import Image, ImageEnhance, ImageFilter, ImageOps  # noqa: PLC0415 - only who publishes loads it

    sketch = ImageOps.fit(picture, (SKETCH, SKETCH), Image.Resampling.BOX)
    calm = ImageEnhance.Brightness(sketch.filter(ImageFilter.GaussianBlur(BLUR))).enhance(CALM)
    ground = calm.resize((side, side), Image.Resampling.BICUBIC)
    ground.paste(picture, ((side - picture.width) // 2, (side - picture.height) // 2))
    return ground
