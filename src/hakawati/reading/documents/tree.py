"""Pandoc's syntax tree, as much of it as is read aloud.

After pandoc-types 1.23 (https://hackage.haskell.org/package/pandoc-types): each node is `{"t": name, "c": content}`.
What is left out (tables, notes, pictures, formulas, raw markup) is not decoded.
"""

from typing import Any

from msgspec import Raw, Struct

Attr = tuple[str, list[str], list[tuple[str, str]]]
"""Identifier, classes, other attributes."""


class Node(Struct, tag_field="t", gc=False):
    """What all nodes have: their name in `t`."""


class Str(Node, tag="Str"):
    c: str


class Space(Node, tag="Space"):
    pass


class SoftBreak(Node, tag="SoftBreak"):
    """A line end that means nothing."""


class LineBreak(Node, tag="LineBreak"):
    pass


class Styled(Node):
    """Text that looks otherwise and is read alike."""

    c: list["Inline"]


class Emph(Styled, tag="Emph"):
    pass


class Underline(Styled, tag="Underline"):
    pass


class Strong(Styled, tag="Strong"):
    pass


class Strikeout(Styled, tag="Strikeout"):
    pass


class Superscript(Styled, tag="Superscript"):
    pass


class Subscript(Styled, tag="Subscript"):
    pass


class SmallCaps(Styled, tag="SmallCaps"):
    pass


class QuoteType(Struct):
    t: str


class Quoted(Node, tag="Quoted"):
    c: tuple[QuoteType, list["Inline"]]


class Cite(Node, tag="Cite"):
    c: tuple[Raw, list["Inline"]]


class Code(Node, tag="Code"):
    c: tuple[Attr, str]


class Link(Node, tag="Link"):
    c: tuple[Attr, list["Inline"], tuple[str, str]]


class Span(Node, tag="Span"):
    c: tuple[Attr, list["Inline"]]


class LeftOut(Node):
    """What is not read aloud, and not decoded."""

    c: Raw


class Math(LeftOut, tag="Math"):
    pass


class RawInline(LeftOut, tag="RawInline"):
    pass


class Image(LeftOut, tag="Image"):
    pass


class Note(LeftOut, tag="Note"):
    pass


class Lines(Node):
    """A paragraph of running text."""

    c: list["Inline"]


class Plain(Lines, tag="Plain"):
    pass


class Para(Lines, tag="Para"):
    pass


class LineBlock(Node, tag="LineBlock"):
    c: list[list["Inline"]]


class CodeBlock(Node, tag="CodeBlock"):
    c: tuple[Attr, str]


class RawBlock(LeftOut, tag="RawBlock"):
    pass


class BlockQuote(Node, tag="BlockQuote"):
    c: list["Block"]


class OrderedList(Node, tag="OrderedList"):
    c: tuple[Raw, list[list["Block"]]]


class BulletList(Node, tag="BulletList"):
    c: list[list["Block"]]


class DefinitionList(Node, tag="DefinitionList"):
    c: list[tuple[list["Inline"], list[list["Block"]]]]


class Header(Node, tag="Header"):
    c: tuple[int, Attr, list["Inline"]]


class HorizontalRule(Node, tag="HorizontalRule"):
    pass


class Table(LeftOut, tag="Table"):
    pass


class Figure(Node, tag="Figure"):
    c: tuple[Attr, Raw, list["Block"]]


class Div(Node, tag="Div"):
    c: tuple[Attr, list["Block"]]


Looks = Emph | Underline | Strong | Strikeout | Superscript | Subscript | SmallCaps
Unsaid = Math | RawInline | Image | Note
Inline = Str | Space | SoftBreak | LineBreak | Looks | Quoted | Cite | Code | Link | Span | Unsaid

Listed = OrderedList | BulletList | DefinitionList
Boxed = BlockQuote | Listed | Figure | Div
Block = Plain | Para | LineBlock | CodeBlock | Header | Boxed | RawBlock | HorizontalRule | Table


class Document(Struct):
    meta: dict[str, Any]
    blocks: list[Block]
