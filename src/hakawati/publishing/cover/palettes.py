"""The colours of drawn covers: chosen by hand, one set of them for each book by its title and author."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`. `ground` lies behind all, `edge` outlines, `gold` draws rules and small stars.

    Of the pattern, `star` and `kite` fill the cells and `strap` the bands. On the `plate`, `ink` is the title's colour
    and `accent` the author's.
    """

    name: str
    ground: str
    star: str
    kite: str
    strap: str
    edge: str
    gold: str
    plate: str
    ink: str
    accent: str


_TABLE = """
teal        0e3a40 1c5a5f 14484e 2f7a7a 0a2c31 d9b56c 0a2a2f f8efd9 e2c283
lapis       182a57 27417c 1f3569 3d5c9e 101d40 dab868 101c3d f8f0dc e3c57f
pomegranate 571624 7b2736 681d2c 9a4048 3c0d18 dcb873 f7eeda 4a111d 7d2a33
cypress     173a2a 27573f 1f4834 3d7456 0f291d d8b870 f6efdb 12301f 2a5c42
aubergine   36213f 53345d 442a4e 6f4b79 25152d d9b681 22132a f7eedd e0c294
sand        d9c49a ead9b6 e2cea6 c3a671 a98a55 8a5a24 faf4e4 3b2612 7c4c1a
night       1d2430 323d4e 272f3d 4a596e 131923 d2a679 131923 f4eee2 ddb68c
clay        7b3a22 9d5535 8b472b bb7550 5a2716 ecc98e f9f0de 54210f 8a3d20
"""
"""A palette to a line, its colours in the order of Palette's."""

PALETTES = tuple(
    Palette(name, *(f"#{colour}" for colour in colours))
    for name, *colours in map(str.split, _TABLE.strip().splitlines())
)


def palette(title: str, author: str | None) -> Palette:
    """The same for the same title and author."""
    digest = sha256(f"{title}\0{author or ''}".encode("utf-8", "replace")).digest()
    return PALETTES[int.from_bytes(digest[:4], "big") % len(PALETTES)]


def contrast(one: str, other: str) -> float:
    """From 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """From 0 to 1 (WCAG 2.2, "relative luminance")."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
