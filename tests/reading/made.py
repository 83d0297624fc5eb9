"""Small real files of every format, made by hand of one little book, and what is to be read in them."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from itertools import takewhile
from typing import NamedTuple

import pytest

from hakawati.reading.documents.pandoc import version
from hakawati.reading.source import Paragraph

needs_pandoc = pytest.mark.skipif(version() is None, reason="the extra `documents` is not installed")

TITLE, AUTHOR = "قصص من السيرة", "علي الطنطاوي"


class Said(NamedTuple):
    text: str
    level: int = 0


BOOK = (
    Said("الباب الأول", 1),
    Said("قَالَ الشَّيْخُ: بسم الله الرحمن الرحيم؛ ثُمَّ جلس."),
    Said("سنة 622 هاجر النبي ﷺ إلى المدينة & أقام بها <عشر> سنين."),
    Said("في الطريق", 2),
    Said("A line in English, with «quotes» and “others”."),
    Said("الباب الثاني", 1),
    Said("والسلام."),
)
LETTERS = "".join("".join(said.text.split()) for said in BOOK)

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
JPEG = b"\xff\xd8\xff\xe0" + bytes(8)


def shown(one: Paragraph) -> str:
    """As golden fixtures show a paragraph: its shape and level, and its text with ` / ` for a line break."""
    kind = f"{one.shape} {one.level}" if one.level else one.shape
    return f"{kind}: {one.text.replace(chr(10), ' / ')}"


def zipped(members: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def plain() -> bytes:
    return "\n".join(said.text for said in BOOK).encode()


OPENITI_HEAD = f"""######OpenITI#

#META# 010.AuthorAKA\t:: NODATA
#META# 010.AuthorNAME\t:: {AUTHOR} (المتوفى: 1420هـ)
#META# 020.BookTITLE\t:: {TITLE}
#META# 025.BookLANG\t:: ara

#META#Header#End#

"""


def openiti() -> bytes:
    def line(said: Said) -> str:
        if said.level:
            return f"### {'|' * said.level} {said.text}"
        first, *others = said.text.split()
        return f"# {first} PageV01P001\n~~{' '.join(others)} ms001"

    return (OPENITI_HEAD + "\n".join(map(line, BOOK)) + "\n").encode()


def page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html>\n<html lang="ar-SY"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def body(book: tuple[Said, ...] = BOOK) -> str:
    tags = {0: "p", 1: "h1", 2: "h2"}
    return "\n".join(f"<{tags[said.level]}>{escape(said.text)}</{tags[said.level]}>" for said in book)


def html() -> bytes:
    return page(body(), f'<title>{TITLE}</title><meta name="author" content="{AUTHOR}">').encode()


CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def package(items: str, spine: str, metadata: str = "", guide: str = "", version: str = "3.0") -> str:
    return (
        f'<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="{version}">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"<dc:title>{TITLE}</dc:title><dc:language>ar</dc:language>{metadata}</metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine>{guide}</package>"
    )


def item(name: str, more: str = "") -> str:
    return f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml" {more}/>'


def epub3(**members: str | bytes) -> bytes:
    """With a navigation page in the spine, a picture for the cover, and a page that is not in the order of reading."""
    items = item("nav", 'properties="nav"') + item("one") + item("two") + item("aside")
    items += '<item id="c" href="c.png" media-type="image/png" properties="cover-image"/>'
    spine = '<itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="aside" linear="no"/>'
    creators = (
        f'<dc:creator id="a">{AUTHOR}</dc:creator><meta refines="#a" property="role">aut</meta>'
        '<dc:creator id="b">مترجم</dc:creator><meta refines="#b" property="role">trl</meta>'
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package(items, spine, creators),
        "OEBPS/nav.xhtml": page("<nav><ol><li><a href='one.xhtml'>فهرس</a></li></ol></nav>"),
        "OEBPS/one.xhtml": page(body(BOOK[:5])),
        "OEBPS/two.xhtml": page(body(BOOK[5:])),
        "OEBPS/aside.xhtml": page("<p>جانبا</p>"),
        "OEBPS/c.png": PNG,
    }
    return zipped(parts | members)


def epub2() -> bytes:
    """With a page of contents that only the guide tells, and the cover named by its identifier."""
    items = item("toc") + item("one") + '<item id="pic" href="c%20x.jpg" media-type="image/jpeg"/>'
    creator = f'<dc:creator opf:role="aut">{AUTHOR}</dc:creator><meta name="cover" content="pic"/>'
    guide = '<guide><reference type="toc" href="toc.xhtml"/></guide>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": package(items, '<itemref idref="toc"/><itemref idref="one"/>', creator, guide, "2.0"),
            "OEBPS/toc.xhtml": page("<p>فهرس: الباب الأول</p>"),
            "OEBPS/one.xhtml": page(body()),
            "OEBPS/c x.jpg": JPEG,
        }
    )


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(**members: str | bytes) -> bytes:
    def styled(style: str, text: str) -> str:
        words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>'

    names = {0: "Normal", 1: "Heading1", 2: "Heading2"}
    paragraphs = styled("Title", TITLE) + styled("Author", AUTHOR)
    paragraphs += "".join(styled(names[said.level], said.text) for said in BOOK)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Normal", "Title", "Author", "heading 1", "heading 2")
    ).replace('styleId="heading', 'styleId="Heading')
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="s" '
        f'Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {W}><w:body>{paragraphs}</w:body></w:document>",
        "docProps/core.xml": '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>HP</dc:creator>'
        "<dc:language>ar-SA</dc:language></p>",
    }
    return zipped(parts | members)


def odt(**members: str | bytes) -> bytes:
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("text", "text"), ("meta", "meta"))
    )
    paragraphs = "".join(
        f'<text:h text:outline-level="{said.level}">{said.text}</text:h>'
        if said.level
        else f"<text:p>{escape(said.text)}</text:p>"
        for said in BOOK
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": "<manifest/>",
        "styles.xml": f"<office:document-styles {spaces}><office:font-face-decls/><office:styles/><office:automatic-styles/>"
        "<office:master-styles/></office:document-styles>",
        "content.xml": f"<office:document-content {spaces}><office:body><office:text>{paragraphs}</office:text>"
        "</office:body></office:document-content>",
        "meta.xml": f'<office:document-meta {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        f"<dc:title>{TITLE}</dc:title><dc:language>ar-EG</dc:language></office:meta></office:document-meta>",
    }
    return zipped(parts | members)


def fb2() -> bytes:
    def sections(book: tuple[Said, ...], depth: int) -> str:
        """Headings open sections that reach to the next heading of their depth."""
        out, at = "", 0
        while at < len(book):
            said = book[at]
            if said.level == depth:
                inner = tuple(takewhile(lambda one: not 0 < one.level <= depth, book[at + 1 :]))
                title = f"<title><p>{said.text}</p></title>"
                out += f"<section>{title}{sections(inner, depth + 1)}</section>"
                at += len(inner)
            else:
                out += f"<p>{escape(said.text)}</p>"
            at += 1
        return out

    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" '
        f'xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><nickname>{AUTHOR}</nickname></author>'
        f'<book-title>{TITLE}</book-title><coverpage><image l:href="#c.jpg"/></coverpage><lang>ar</lang></title-info>'
        f'</description><body>{sections(BOOK, 1)}</body><binary id="c.jpg" content-type="image/jpeg">/9j/4AAAAAA=</binary>'
        "</FictionBook>"
    ).encode()


def rtf() -> bytes:
    """As WordPad writes it: letters as bytes of the code page that the font's character set names."""

    def letter_spelled(letter: str) -> str:
        if letter.isascii():
            return f"\\{letter}" if letter in "\\{}" else letter
        code = letter.encode("cp1256", errors="replace")
        signed = ord(letter) - 0x10000 if ord(letter) > 0x7FFF else ord(letter)
        return f"\\u{signed}?" if code == b"?" else f"\\'{code.hex()}"

    def spelled(text: str) -> str:
        return "".join(map(letter_spelled, text))

    head = (
        r"{\rtf1\ansi\ansicpg1256\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset178 Arial;}}"
        r"{\stylesheet{\s1 heading 1;}{\s2 heading 2;}}"
    )
    paragraphs = "".join(_rtf_paragraph(said, spelled(said.text)) for said in BOOK)
    return f"{head}{{\\info{{\\title {spelled(TITLE)}}}}}\n{paragraphs}}}".encode("ascii")


def _rtf_paragraph(said: Said, words: str) -> str:
    style = f"\\s{said.level}\\outlinelevel{said.level - 1}" if said.level else ""
    return f"{{\\pard{style}\\f1 {words}\\par}}\n"


@dataclass(frozen=True)
class Made:
    """A format as the contract sees it, and what a file of it can tell."""

    name: str
    file: str
    data: Callable[[], bytes]
    title: str | None = TITLE
    author: str | None = AUTHOR
    language: str | None = "ar"
    has_headings: bool = True
    cover: bytes | None = None

    def __str__(self) -> str:
        return self.name


TEXTS = (
    Made("plain", "book.txt", plain, None, None, None, has_headings=False),
    Made("OpenITI", "book.mARkdown", openiti),
)
DOCUMENTS = (
    Made("EPUB 3", "book.epub", epub3, cover=PNG),
    Made("EPUB 2", "book.epub", epub2, cover=JPEG),
    Made("DOCX", "book.docx", docx),
    Made("ODT", "book.odt", odt, author=None),
    Made("HTML", "book.html", html),
    Made("FB2", "book.fb2", fb2, cover=b"\xff\xd8\xff\xe0\0\0\0\0"),
    Made("RTF", "book.rtf", rtf, author=None, language=None),
)
