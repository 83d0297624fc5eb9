"""Bytes to text, in the encodings people have sermons in, and what is refused."""

from pathlib import Path

import pytest

from hakawati.errors import SourceError
from hakawati.reading.decoding import decode

PATH = Path("sermon.txt")
LONG = (Path(__file__).parents[2] / "seeds" / "abu-bakr.txt").read_text("utf-8")
ARABIC = {"a word": "قال", "two": "السلام عليكم", "with digits": "سنة 622: هاجر النبي", "long": LONG}


@pytest.mark.parametrize("text", ARABIC.values(), ids=ARABIC.keys())
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6"]
)
def test_arabic(text: str, encoding: str) -> None:
    # «ًّ» and its kind are in all of them, «…» is not in ISO 8859-6
    assert decode(text.encode(encoding, errors="ignore"), PATH) == text.encode(encoding, errors="ignore").decode(
        encoding
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Café à la crème, s'il vous plaît", "cp1252"),
        ("“Hello,” he said.", "cp1252"),
        ("Größe über Straße müßig", "cp1252"),
        ("Привет, как дела? Сегодня хорошая погода в Москве.", "cp1251"),
        ("Γειά σου κόσμε, τι κάνεις σήμερα", "cp1253"),
        ("plain ASCII", "ascii"),
        ("English in UTF-16 without a mark", "utf-16-le"),
    ],
)
def test_other_languages(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), PATH) == text


def test_line_ends_and_white_space_are_kept_as_they_are() -> None:
    assert decode(" نعم\r\n\tلا\r".encode(), PATH) == " نعم\r\n\tلا\r"


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        decode(data, PATH)
    return str(caught.value)


def test_damaged_utf8_is_refused_with_its_place() -> None:
    message = refusal("السطر الأول\nالسطر ".encode() + b"\xff\xfe" + " الثاني".encode())
    assert message.startswith("sermon.txt, byte 33, line 2: ff fe 20 d8 is no character in UTF-8")
    assert "save it as text in UTF-8" in message


def test_utf8_cut_in_the_middle_of_a_letter_is_refused() -> None:
    assert "unexpected end of data" in refusal("السلام عليكم".encode()[:-1])


def test_damage_after_a_byte_order_mark_counts_the_mark() -> None:
    assert refusal(b"\xef\xbb\xbfa\xff").startswith("sermon.txt, byte 4, line 1")


def test_utf16_cut_in_the_middle_is_refused() -> None:
    assert "UTF-16-LE" in refusal("نعم".encode("utf-16")[:-1])


@pytest.mark.parametrize(
    "data",
    [b"abc\ndef\0ghi", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.4 \x01\x02\x03\x04\x05" * 9, bytes(range(256))],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert "sermon.txt, " in refusal(data)
    assert "UTF-8" in refusal(data)


def test_a_nul_is_named_with_its_line() -> None:
    assert refusal(b"abc\ndef\0ghi").startswith("sermon.txt, character 7, line 2: control character U+0000")


def test_an_encoding_nobody_knows_is_refused() -> None:
    assert "encoding of this file cannot be told" in refusal(bytes(range(128, 256)) * 20)
