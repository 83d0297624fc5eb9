"""Pandoc's syntax tree to the pieces of text that are read aloud, in order.

Left out: notes and the marks that call them, tables, pictures and their captions, formulas, raw markup, and
paragraphs that are nothing but links within the document, as those of a table of contents.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from hakawati.reading.documents import tree
from hakawati.reading.documents.tree import Block, Inline
from hakawati.reading.source import Shape
from hakawati.reading.spacing import left_between

POETIC = frozenset({"poem", "poetry", "verse", "verses", "stanza", "line-block", "linegroup", "lg"})
"""Classes of divisions that hold poetry."""

QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}

_CALL = re.compile(r"[\s\[({]*(?:[0-9٠-٩۰-۹]{1,4}|[*†‡§¶#]{1,3}|[a-z])[\s\])}]*")
"""What calls a note: a number, a letter or a sign."""
LEFT_OUT = "\ufdd0"
"""Stands, until white space is tidied, where something was left out of a line; it is no character of any text."""
_LEFT_OUT = re.compile(rf" *{LEFT_OUT}[ {LEFT_OUT}]*")
_BREAK = re.compile(r"[ \t]*\n\s*")


class Piece(NamedTuple):
    """A paragraph's text, white space at its ends taken off; never empty."""

    text: str
    shape: Shape
    level: int = 0


def pieces(blocks: Iterable[Block], shape: Shape = "prose") -> Iterator[Piece]:
    for block in blocks:
        yield from _block(block, shape)


def _block(block: Block, shape: Shape) -> Iterator[Piece]:
    match block:
        case tree.Lines(c):
            if not _leads_elsewhere(c):
                yield from _piece(_text(c), shape)
        case tree.Header(c):
            yield from _piece(_text(c[2]), "heading", c[0])
        case tree.LineBlock(c):
            yield from _piece("\n".join(map(_text, c)), "poetry")
        case tree.CodeBlock(c):
            yield from _piece(c[1], shape)
        case _:
            yield from _box(block, shape)


def _box(block: Block, shape: Shape) -> Iterator[Piece]:
    """What holds other blocks."""
    match block:
        case tree.BlockQuote(c):
            yield from pieces(c, "quotation" if shape == "prose" else shape)
        case tree.Div(c):
            yield from pieces(c[1], "poetry" if POETIC.intersection(map(str.lower, c[0][1])) else shape)
        case tree.Figure(c):
            yield from pieces(c[2], shape)
        case tree.BulletList(c):
            yield from pieces(chain.from_iterable(c), shape)
        case tree.OrderedList(c):
            yield from pieces(chain.from_iterable(c[1]), shape)
        case tree.DefinitionList(c):
            for term, meanings in c:
                yield from _piece(_text(term), shape)
                yield from pieces(chain.from_iterable(meanings), shape)


def _piece(text: str, shape: Shape, level: int = 0) -> Iterator[Piece]:
    tidy = _BREAK.sub("\n", _LEFT_OUT.sub(_closed_up, text)).strip()
    if tidy:
        # a row of asterisks between scenes is no heading, whatever its style
        names = any(map(str.isalnum, tidy)) or shape != "heading"
        yield Piece(tidy, shape, level) if names else Piece(tidy, "prose")


def _closed_up(match: re.Match[str]) -> str:
    found = match.group()
    after = match.string[match.end() : match.end() + 1]
    return left_between(found.replace(LEFT_OUT, ""), after, is_closed=found.endswith(LEFT_OUT))


def _text(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case tree.Str(c):
            return c
        case tree.Space() | tree.SoftBreak():
            return " "
        case tree.LineBreak():
            return "\n"
        case tree.Link(c):
            text = _text(c[1])
            return LEFT_OUT if _leads_inside(inline) and _CALL.fullmatch(text) else text
        case _:
            return _within(inline)


def _within(inline: Inline) -> str:
    """The text of what only marks it; where there is none to read, what stands for it."""
    match inline:
        case tree.Styled(c):
            return _text(c)
        case tree.Span(c) | tree.Cite(c):
            return _text(c[1])
        case tree.Code(c):
            return c[1]
        case tree.Quoted(c):
            first, last = QUOTES[c[0].t]
            return f"{first}{_text(c[1])}{last}"
        case _:
            return LEFT_OUT


def _leads_inside(link: tree.Link) -> bool:
    return link.c[2][0].startswith("#")


def _leads_elsewhere(inlines: list[Inline]) -> bool:
    """Whether all there is are links within the document."""
    links = [one for one in inlines if isinstance(one, tree.Link) and _leads_inside(one)]
    others = [one for one in inlines if not (isinstance(one, tree.Link) and _leads_inside(one))]
    return bool(links) and not _text(others).strip(f" .…·|\n\t0123456789٠١٢٣٤٥٦٧٨٩{LEFT_OUT}")
