"""A drawn cover: title and author on the plate, as large as they go; a rosette where no font has their letters."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hakawati.publishing.cover.backdrop import SIDE, backdrop, rosette
from hakawati.publishing.cover.faces import BOLD, REGULAR, faces
from hakawati.publishing.cover.inking import inked
from hakawati.publishing.cover.ornaments import put, star
from hakawati.publishing.cover.palettes import Palette, palette
from hakawati.publishing.cover.setting import Place, Setting, set_in
from hakawati.publishing.cover.words import LettersMissing, Words, words_of

if TYPE_CHECKING:
    from PIL import Image

WIDTH, HEIGHT = round(0.590 * SIDE), round(0.570 * SIDE)
"""What the plate has room for, in pixels."""
TITLE = Place(WIDTH, HEIGHT, 0.230 * SIDE, 0.030 * SIDE)
AUTHOR = Place(0.86 * WIDTH, 0.115 * SIDE, 0.062 * SIDE, 0.027 * SIDE)
AUTHOR_TO_TITLE, AUTHOR_AT_EASE = 0.5, 0.040 * SIDE
"""The author's letters are at most this share of the title's, except that they may always be this large (pixels)."""
GAP = 0.066 * SIDE
"""Between title and author, pixels; small stars stand in its middle."""

OR_A_PICTURE = "or set `cover` to a picture of your own"
NO_FONT = f"cover: no font is installed, so the drawn cover has no words: pip install fontpkg-amiri, {OR_A_PICTURE}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """SIDE pixels square, RGB; `said` are sentences on what the words lack."""

    image: "Image.Image"
    said: tuple[str, ...]


def drawn(title: str, author: str | None, language: str) -> Drawing:
    colours = palette(title, author)
    image = backdrop(colours)
    said: list[str] = []
    title_words = _words("title", title, language, BOLD, said)
    author_words = _words("author", author, language, REGULAR, said) if author and title_words else None
    if title_words:
        _letter(image, title_words, author_words, colours, said)
    else:
        rosette(image, colours)
    return Drawing(image, tuple(said))


def _words(name: str, text: str, language: str, weight: int, said: list[str]) -> Words | None:
    """What of `text` can be drawn, if anything; what cannot is said."""
    if not faces(weight):
        said.append(NO_FONT)
        return None
    try:
        words = words_of(text, language, faces(weight))
    except LettersMissing as error:
        said.append(
            f"cover: no installed font has «{error.letters[:20]}», so the drawn cover is without the {name}:"
            f" install a font package that has it (fontpkg-noto-serif has Greek and Cyrillic), {OR_A_PICTURE}"
        )
        return None
    if words and words.left_out:
        said.append(f"cover: the drawn {name} is without «{words.left_out[:20]}», which no installed font has")
    return words


def _letter(image: "Image.Image", title: Words, author: Words | None, colours: Palette, said: list[str]) -> None:
    """Put title and author on the plate, together in its middle."""
    above, below = _set(title, author)
    for name, setting in (("title", above), ("author", below)):
        if setting and not setting.is_whole:
            said.append(f"cover: the {name} is too long for the drawn cover and ends there in «…»")
    top = (SIDE - above.height - (GAP + below.height if below else 0)) / 2
    put(image, inked(above, WIDTH), colours.ink, (SIDE / 2, top + above.height / 2))
    if below:
        _stars(image, colours, top + above.height + GAP / 2)
        put(image, inked(below, WIDTH), colours.accent, (SIDE / 2, top + above.height + GAP + below.height / 2))


def _set(title: Words, author: Words | None) -> tuple[Setting, Setting | None]:
    if author is None:
        return set_in(TITLE, title.text, title.lettering), None
    rest = TITLE._replace(height=HEIGHT - GAP - AUTHOR.height)
    above = set_in(rest, title.text, title.lettering)
    largest = min(AUTHOR.largest, max(AUTHOR_AT_EASE, AUTHOR_TO_TITLE * above.size))
    return above, set_in(AUTHOR._replace(largest=largest), author.text, author.lettering)


def _stars(image: "Image.Image", colours: Palette, y: float) -> None:
    for x, radius in ((-0.026, 0.005), (0, 0.0105), (0.026, 0.005)):
        put(image, star(radius * SIDE), colours.accent, ((0.5 + x) * SIDE, y))
