"""What of documents is read beyond what the contract holds every format to: notes, covers, names, old RTF."""

from pathlib import Path

import pytest

from hakawati.reading.documents.names import joined
from hakawati.reading.documents.rtf import Respelling
from hakawati.reading.formats import cover, read
from hakawati.reading.languages import language
from hakawati.reading.source import Source
from reading import made
from reading.made import BOOK, W, needs_pandoc, page, shown


def read_file(name: str, data: bytes, folder: Path) -> Source:
    path = folder / name
    path.write_bytes(data)
    return read(path)


def read_word(body: str, folder: Path) -> list[str]:
    document = f"<w:document {W} xmlns:r='r'><w:body>{body}</w:body></w:document>"
    return [
        shown(one) for one in read_file("book.docx", made.docx(**{"word/document.xml": document}), folder).paragraphs
    ]


def run(text: str, more: str = "") -> str:
    return f'<w:r>{more}<w:t xml:space="preserve">{text}</w:t></w:r>'


@needs_pandoc
def test_a_table_of_contents_of_word_is_not_read(tmp_path: Path) -> None:
    contents = (
        f'<w:p><w:hyperlink w:anchor="_Toc1">{run("الباب الأول")}<w:r><w:tab/></w:r>{run("7")}</w:hyperlink></w:p>'
    )
    assert read_word(f"{contents}<w:p>{run('نص')}</w:p>", tmp_path) == ["prose: نص"]


@needs_pandoc
def test_tables_and_pictures_of_word_are_not_read(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('خلية')}</w:p></w:tc></w:tr></w:tbl>"
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    assert read_word(f"<w:p>{run('أول')}</w:p>{table}{picture}<w:p>{run('ثان')}</w:p>", tmp_path) == [
        "prose: أول",
        "prose: ثان",
    ]


@needs_pandoc
def test_runs_of_word_join_to_words(tmp_path: Path) -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    assert read_word(f"<w:p>{run('وال', bold)}{run('سلام ')}{run('عليكم', bold)}</w:p>", tmp_path) == [
        "prose: والسلام عليكم"
    ]


@needs_pandoc
def test_a_line_break_of_word(tmp_path: Path) -> None:
    assert read_word(f"<w:p>{run('بيت')}<w:r><w:br/></w:r>{run('عجزه')}</w:p>", tmp_path) == ["prose: بيت / عجزه"]


@needs_pandoc
def test_what_was_deleted_with_changes_tracked_is_not_read(tmp_path: Path) -> None:
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>محذوف</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="2" w:author="x">{run("مضاف")}</w:ins>'
    assert read_word(f"<w:p>{deleted}{inserted}</w:p>", tmp_path) == ["prose: مضاف"]


POEM = """<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><book-title>ديوان</book-title><lang>ar</lang></title-info></description>
<body><section><title><p>قصيدة</p></title><p>قال<a l:href="#n1" type="note">1</a>، ثم أنشد:</p>
<poem><stanza><v>بيت أول</v><v>بيت ثان</v></stanza></poem><cite><p>قول</p></cite><table><tr><td>خلية</td></tr></table>
</section></body><body name="notes"><section id="n1"><p>حاشية</p></section></body></FictionBook>"""


@needs_pandoc
def test_poems_quotations_and_notes_of_fb2(tmp_path: Path) -> None:
    found = [shown(one) for one in read_file("book.fb2", POEM.encode(), tmp_path).paragraphs]
    assert found == ["heading 1: قصيدة", "prose: قال، ثم أنشد:", "poetry: بيت أول / بيت ثان", "quotation: قول"]


@needs_pandoc
@pytest.mark.parametrize("encoding", ["cp1256", "cp1251", "utf-16"])
def test_fb2_in_an_old_encoding(encoding: str, tmp_path: Path) -> None:
    words = {"cp1251": "Привет, как дела? Сегодня хорошая погода"}.get(encoding, "السلام عليكم ورحمة الله")
    text = f'<?xml version="1.0" encoding="{encoding.replace("cp", "windows-")}"?>\n<FictionBook><body><section><p>{words}</p>'
    source = read_file("book.fb2", (text + "</section></body></FictionBook>").encode(encoding), tmp_path)
    assert source.text == words


@needs_pandoc
def test_links_between_pages_of_a_book_are_contents(tmp_path: Path) -> None:
    contents = page(
        '<h1>فهرس</h1><p><a href="two.xhtml">الباب الثاني</a></p><p>انظر <a href="two.xhtml#x">الباب</a></p>'
    )
    source = read_file("book.epub", made.epub3(**{"OEBPS/one.xhtml": contents, "OEBPS/two.xhtml": page("")}), tmp_path)
    assert [one.text for one in source.paragraphs] == ["فهرس", "انظر الباب"]


@needs_pandoc
def test_several_authors(tmp_path: Path) -> None:
    opf = made.package(
        made.item("one"), '<itemref idref="one"/>', "<dc:creator>أول</dc:creator><dc:creator>ثان</dc:creator>"
    )
    assert read_file("book.epub", made.epub3(**{"OEBPS/book.opf": opf}), tmp_path).about.author == "أول، ثان"


@needs_pandoc
def test_whose_computer_it_was_is_no_author(tmp_path: Path) -> None:
    assert read_file("book.docx", made.docx(), tmp_path).about.author == made.AUTHOR
    typed = r"{\rtf1\ansi{\info{\author HP}{\title Book}}text\par}"
    about = read_file("book.rtf", typed.encode(), tmp_path).about
    assert (about.title, about.author) == ("Book", None)


@pytest.mark.parametrize("picture", [b"GIF89a", b"<svg/>", b""])
def test_a_cover_that_is_neither_png_nor_jpeg_is_none(picture: bytes, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(made.epub3(**{"OEBPS/c.png": picture}))
    assert cover(path) is None


def test_a_cover_that_is_named_and_not_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    items = made.item("one") + '<item id="c" href="../../x.png" media-type="image/png" properties="cover-image"/>'
    path.write_bytes(made.epub3(**{"OEBPS/book.opf": made.package(items, '<itemref idref="one"/>')}))
    assert cover(path) is None


@pytest.mark.parametrize("binary", ["!", "R0lGODlh", "", "/9j"])
def test_a_cover_of_fb2_that_is_no_picture_is_none(binary: str, tmp_path: Path) -> None:
    path = tmp_path / "book.fb2"
    path.write_bytes(made.fb2().replace(b"/9j/4AAAAAA=", binary.encode()))
    assert cover(path) is None


RTF = r"{\rtf1\ansi\ansicpg1256{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset178 B;}{\f2\fcharset204 C;}}"


@needs_pandoc
@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"\f1 \'c7\'e1\'e3 x", "الم x"),
        (r"\f0 \'c7\'e1", "ال"),
        (r"\f2 \'cf\'f0 {\f1 \'c7} \'cf", "Пр ا П"),
        (r"\u1575?\u1604? x. y", "ال x. y"),
        (r"\u1575\'c7\u1604\'e1 \u8226\bullet  z", "ال •• z"),
        (r"\uc2\u1575\'c7\'c7 {\uc0\u1604 }\u1604ab c", "ا لل c"),
        (r"\uc0\u1575 \u1604  x", "ال x"),
        (r"\u-10179?\u-8704? ok", "😀 ok"),
        (r"\'7b\'5c\'7d \{ \\ \}", "{\\} { \\ }"),
        (r"\f2\af1\rtlch \'c7 \ltrch \'cf", "ا П"),
        (r"a\bin4 \}{}b \emdash  c", "ab — c"),
        ("\xc7\xe1\xe3", "الم"),
    ],
)
def test_letters_of_rtf(written: str, text: str, tmp_path: Path) -> None:
    assert read_file("book.rtf", f"{RTF}\\pard {written}\\par}}".encode("latin-1"), tmp_path).text == text


def test_rtf_in_ascii_is_given_on_as_it_is() -> None:
    text = r"{\rtf1\ansi{\fonttbl{\f0 A;}}\pard\b bold\b0  plain\'20text\par}"
    assert Respelling().respelled(text) == text.replace(r"\'20", " ")


@needs_pandoc
def test_a_title_page_of_word_is_about_the_book_and_its_subtitle_is_read(tmp_path: Path) -> None:
    def styled(style: str, text: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'

    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "Subtitle")
    )
    body = styled("Title", "كتاب") + styled("Subtitle", "في السيرة") + f"<w:p>{run('نص')}</w:p>"
    parts = {
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    source = read_file("book.docx", made.docx(**parts), tmp_path)
    assert (source.about.title, source.text) == ("كتاب", "في السيرة\n\nنص")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *[
            ("ar", "ar"),
            ("ar-EG", "ar"),
            ("AR_sa", "ar"),
            ("ara", "ar"),
            ("per", "fa"),
            ("zh-Hans-CN", "zh"),
            ("fil", "fil"),
        ],
        *[("", None), (None, None), ("und", None), ("English", None), ("x-none", None), ("a1", None)],
    ],
)
def test_names_of_languages(written: str | None, code: str | None) -> None:
    assert language(written) == code


def test_several_names() -> None:
    assert joined([]) is None
    assert joined(["A. Uthor", "B. Author"]) == "A. Uthor, B. Author"
    assert joined(["علي", "عمر"]) == "علي، عمر"


@needs_pandoc
def test_paragraphs_are_parted_by_an_empty_line(tmp_path: Path) -> None:
    assert read_file("book.html", made.html(), tmp_path).text == "\n\n".join(said.text for said in BOOK)
