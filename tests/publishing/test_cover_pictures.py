"""The user's own picture: made fit without being cut or distorted, and refused with a sentence where it cannot be."""

import struct
import warnings
import zlib
from io import BytesIO
from random import Random

import pytest
from PIL import Image, ImageCms

from hakawati.errors import InputError
from hakawati.publishing.cover import Cover, cover

RED, GREEN, BLUE = (220, 30, 30), (30, 160, 60), (30, 60, 200)


def file(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    written = BytesIO()
    image.save(written, kind, **how)
    return written.getvalue()


def plain(size: tuple[int, int] = (1500, 1500), mode: str = "RGB", colour: object = RED) -> Image.Image:
    return Image.new(mode, size, colour)  # type: ignore[arg-type]


def quarters(width: int, height: int) -> Image.Image:
    """Red above left, green above right, blue below."""
    image = plain((width, height), colour=BLUE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    return image


def made(data: bytes) -> Cover:
    return cover(data, "كتاب", None, "ar", "shelf.png")


def shown(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(made(data).png))
    assert picture.mode == "RGB"
    assert 1400 <= picture.width == picture.height <= 3000
    return picture


def near(found: object, wanted: tuple[int, int, int], by: int = 12) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


def header_of(width: int, height: int) -> bytes:
    """A PNG that claims to be this large, with hardly any data."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0" * 100)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def test_a_picture_that_is_fit_keeps_every_pixel_and_nothing_is_said() -> None:
    image = quarters(1500, 1500)
    assert shown(file(image)).tobytes() == image.tobytes()
    assert made(file(image)).said == ()


def test_what_a_camera_wrote_beside_the_pixels_is_not_published() -> None:
    exif = Image.Exif()
    exif[0x010E] = "at home"
    data = file(quarters(1500, 1500), "JPEG", exif=exif, comment=b"at home")
    assert b"at home" in data
    result = made(data)
    assert b"at home" not in result.png + result.picture


@pytest.mark.parametrize(
    ("size", "side", "sentence"),
    [
        ((1000, 1000), 1400, "enlarged from 1000 × 1000 pixels to the 1400"),
        ((90, 90), 1400, "much too small (90 × 90 pixels) and will look blurred"),
        ((3100, 3100), 2000, "reduced from 3100 × 3100 pixels to 2000"),
    ],
)
def test_another_size_is_made_fit_and_said(size: tuple[int, int], side: int, sentence: str) -> None:
    data = file(quarters(*size))
    assert shown(data).width == side
    [said] = made(data).said
    assert said.startswith("shelf.png: the picture ")
    assert sentence in said


@pytest.mark.parametrize(("width", "height"), [(1000, 1600), (1600, 1000), (1, 1500)])
def test_a_picture_that_is_not_square_stands_whole_in_the_middle(width: int, height: int) -> None:
    image = quarters(width, height)
    picture, side = shown(file(image)), max(width, height)
    left, top = (side - width) // 2, (side - height) // 2
    assert picture.crop((left, top, left + width, top + height)).tobytes() == image.tobytes()
    assert "it stands whole on a blurred copy of itself" in made(file(image)).said[0]


def test_a_photograph_held_sideways_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = shown(file(quarters(1500, 1500), "JPEG", exif=exif, quality=95))
    assert near(picture.getpixel((1200, 200)), RED)
    assert near(picture.getpixel((1200, 1200)), GREEN)
    assert near(picture.getpixel((200, 700)), BLUE)


def test_a_large_photograph_is_said_in_its_own_size() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    result = made(file(plain((6400, 6200)), "JPEG", exif=exif))
    assert "reduced from 6200 × 6400 pixels to 2000" in result.said[0]


@pytest.mark.parametrize(
    ("image", "colour"),
    [
        (plain(mode="P", colour=0).convert("P"), (0, 0, 0)),
        (quarters(1500, 1500).quantize(8), RED),
        (plain(mode="L", colour=100), (100, 100, 100)),
        (plain(mode="1", colour=1), (255, 255, 255)),
        (plain(mode="I;16", colour=0x8000), (128, 128, 128)),
        (plain(mode="RGBA", colour=(*RED, 255)), RED),
    ],
    ids=["palette", "few colours", "grey", "black and white", "16 bits", "opaque alpha"],
)
def test_every_mode_of_a_png_keeps_its_colours(image: Image.Image, colour: tuple[int, int, int]) -> None:
    assert near(shown(file(image)).getpixel((10, 10)), colour, 3)
    assert made(file(image)).said == ()


def test_cmyk_becomes_rgb_and_is_said() -> None:
    data = file(plain(colour=(255, 0, 0)).convert("CMYK"), "JPEG")
    assert near(shown(data).getpixel((700, 700)), (255, 0, 0), 20)
    assert "made for print (CMYK)" in made(data).said[0]


@pytest.mark.parametrize(("ink", "ground"), [((10, 10, 10), "white"), ((240, 240, 240), "black")])
def test_a_transparent_picture_is_laid_on_what_it_stands_out_from(ink: tuple[int, int, int], ground: str) -> None:
    image = plain(mode="RGBA", colour=(0, 0, 0, 0))
    image.paste((*ink, 255), (500, 500, 1000, 1000))
    picture = shown(file(image))
    assert picture.getpixel((5, 5)) == ((255, 255, 255) if ground == "white" else (0, 0, 0))
    assert picture.getpixel((700, 700)) == ink
    assert made(file(image)).said == (f"shelf.png: the picture is transparent in places; it was laid on {ground}",)


def test_a_colour_profile_is_obeyed() -> None:
    """In this one red and green have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    changed = profile.replace(b"rXYZ", b"~XYZ").replace(b"gXYZ", b"rXYZ").replace(b"~XYZ", b"gXYZ")
    picture = shown(file(plain(colour=(255, 0, 0)), icc_profile=changed))
    assert near(picture.getpixel((700, 700)), (0, 255, 0))
    assert "icc_profile" not in picture.info


@pytest.mark.parametrize("profile", [b"no profile at all", b"\0" * 200])
def test_a_damaged_profile_is_passed_over(profile: bytes) -> None:
    assert shown(file(plain(), icc_profile=profile)).getpixel((700, 700)) == RED


def test_of_a_moving_picture_the_first_frame_is_taken() -> None:
    data = file(plain(), save_all=True, append_images=[plain(colour=GREEN)])
    assert shown(data).getpixel((700, 700)) == RED
    assert made(data).said == ("shelf.png: the picture moves; the cover is its first frame",)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "no PNG or JPEG picture"),
        (b"hello, I am a text", "no PNG or JPEG picture"),
        (file(plain(), "GIF", save_all=True, append_images=[plain(colour=GREEN)]), "no PNG or JPEG picture"),
        (b"\x89PNG\r\n\x1a\nhello", "no PNG or JPEG picture"),
        (file(quarters(1500, 1500))[:400], "damaged"),
        (file(quarters(1500, 1500), "JPEG")[:3000], "damaged"),
        (header_of(1500, 1500), "damaged"),
        (header_of(60_000, 60_000), "far too large"),
        (header_of(9000, 8000), "9000 × 8000 pixels, more than can be opened"),
    ],
    ids=["empty", "text", "gif", "png in name", "cut png", "cut jpeg", "no data", "bomb", "little bomb"],
)
def test_a_picture_that_cannot_be_used_is_refused_by_name_with_cause_and_way_on(data: bytes, cause: str) -> None:
    with pytest.raises(InputError) as raised:
        made(data)
    message = str(raised.value)
    assert message.startswith("shelf.png: ")
    assert cause in message
    assert message.endswith("Give `cover` another PNG or JPEG, or take the setting out for a drawn cover.")


def test_the_large_warning_of_pillow_does_not_reach_the_user() -> None:
    data = file(plain((10_000, 9000), "L", 90), "JPEG")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert shown(data).width == 2000


def test_a_picture_full_of_detail_still_goes_small_into_the_tags() -> None:
    noise = Image.frombytes("RGB", (1400, 1400), Random(1).randbytes(1400 * 1400 * 3))
    assert len(made(file(noise)).picture) <= 200_000


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = file(quarters(1000, 700), "JPEG")
    assert made(data) == made(data)
