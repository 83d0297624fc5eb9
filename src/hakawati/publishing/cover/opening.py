"""A picture of the user's becomes an RGB image that stands upright, in sRGB. Its file may be broken or hostile."""

import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from hakawati.errors import InputError

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("PNG", "JPEG")
MOST_PIXELS = 64_000_000
"""Of what is decoded: 8000 by 8000, or 192 MB in RGB. A large JPEG is decoded to a fraction of its size."""
DECODED = (3000, 3000)
"""Pixels that a large JPEG is still decoded to, at least."""
OPAQUE = 255
BRIGHT = 150
"""From 0 to 255: what is brighter than this on the whole is laid on black, not on white."""
WAY_ON = "Give `cover` another PNG or JPEG, or take the setting out for a drawn cover"


@dataclass(frozen=True, slots=True)
class Opened:
    """RGB; `size` is its width and height in its file, `said` are sentences on what was changed beyond its format."""

    image: "Image.Image"
    size: tuple[int, int]
    said: tuple[str, ...]


def opened(data: bytes, source: str) -> Opened:
    """Raises InputError that names `source`."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only who publishes loads it

    try:
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
            image = Image.open(BytesIO(data), formats=FORMATS)
        full = image.size
        image.draft("RGB", DECODED)
        _refuse_bombs(image, source)
        said = _animation(image, source)
        stored = image.size
        ImageOps.exif_transpose(image, in_place=True)
        image.load()
    except Image.DecompressionBombError as error:
        raise InputError(f"{source}: the picture is far too large to be opened. {WAY_ON}.") from error
    except UnidentifiedImageError as error:
        raise InputError(f"{source}: no PNG or JPEG picture can be read from it. {WAY_ON}.") from error
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, struct.error, zlib.error) as error:
        raise InputError(f"{source}: the picture is damaged ({error}). {WAY_ON}.") from error
    flat = _in_srgb(image, source, said)
    flat.info.clear()  # what a camera wrote beside the pixels, a place perhaps, is not to be published
    return Opened(flat, full if image.size == stored else full[::-1], tuple(said))


def _refuse_bombs(image: "Image.Image", source: str) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise InputError(
            f"{source}: the picture has {image.width} × {image.height} pixels, more than can be opened. {WAY_ON}."
        )


def _animation(image: "Image.Image", source: str) -> list[str]:
    if getattr(image, "is_animated", False) and image.format == "PNG":
        return [f"{source}: the picture moves; the cover is its first frame"]
    return []


def _in_srgb(image: "Image.Image", source: str, said: list[str]) -> "Image.Image":
    profile = image.info.get("icc_profile")
    if image.mode == "CMYK":
        said.append(f"{source}: the picture is made for print (CMYK); its colours may look a little different")
    if not image.has_transparency_data:
        return _by_profile(_of_eight_bits(image), profile)
    whole = image.convert("RGBA")
    colours, alpha = _by_profile(whole.convert("RGB"), profile), whole.getchannel("A")
    if alpha.getextrema() == (OPAQUE, OPAQUE):
        return colours
    ground = _standing_out(colours, alpha)
    said.append(f"{source}: the picture is transparent in places; it was laid on {ground}")
    return _laid_on(ground, colours, alpha)


def _of_eight_bits(image: "Image.Image") -> "Image.Image":
    """Grey pictures of 16 bits lose the lower eight; palettes become colours."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image if image.mode in {"RGB", "L", "CMYK"} else image.convert("RGB")


def _by_profile(image: "Image.Image", profile: bytes | None) -> "Image.Image":
    """RGB, through the colour profile where there is one that fits."""
    from PIL import ImageCms  # noqa: PLC0415 - only who publishes loads it

    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a damaged profile, or one for other channels: browsers too show the picture without it
        if converted:
            return converted
    return image if image.mode == "RGB" else image.convert("RGB")


def _standing_out(image: "Image.Image", alpha: "Image.Image") -> str:
    """White or black, from which what is seen of the picture stands out."""
    from PIL import ImageStat  # noqa: PLC0415 - only who publishes loads it

    seen = ImageStat.Stat(image.convert("L"), alpha)
    return "black" if seen.count[0] and seen.mean[0] > BRIGHT else "white"


def _laid_on(colour: str, image: "Image.Image", alpha: "Image.Image") -> "Image.Image":
    from PIL import Image  # noqa: PLC0415 - only who publishes loads it

    ground = Image.new("RGB", image.size, colour)
    ground.paste(image, mask=alpha)
    return ground
