"""Bytes of a text file to text: Unicode where it is Unicode, else the old encoding it most likely is."""

import codecs
import re
from pathlib import Path

from hakawati.errors import SourceError

# the longer mark first: UTF-32's begins like UTF-16's
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

ARABIC_ENCODINGS = ("cp1256", "iso8859_6")

OTHER_ENCODINGS = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1257", "koi8_r", "cp720"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)

SHORT = 1000
"""Bytes."""

WESTERN = frozenset("àâäáãåæçéèêëíìîïñóòôöõøœúùûüÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜ“”„‘’«»‹›–—…·°§€£©¡¿\u00a0")

WAY_ON = "open it in the editor it was made with and save it as text in UTF-8"

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_WORD = re.compile(r"[^\W\d_]+")


def decode(data: bytes, path: Path) -> str:
    """The text of `data`, without a byte order mark.

    Raises SourceError, naming the place, for what is no text and for UTF-8 with a mistake in it.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_unicode(data[len(mark) :], encoding, path, len(mark)), path)
    return _checked(_without_mark(data, path), path)


def _without_mark(data: bytes, path: Path) -> str:
    if unmarked := _utf16_without_mark(data):
        return unmarked
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data or _is_mostly_utf8(data):
            raise _broken(data, error, path, 0) from error
    return _old_encoding(data, path)


def _unicode(data: bytes, encoding: str, path: Path, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(data, error, path, skipped) from error


def _utf16_without_mark(data: bytes) -> str | None:
    """Arabic and Latin letters, digits and spaces in UTF-16 have 0x06 or 0x00 as every other byte, and in nothing
    else does that make a text that is letters for the greater part.
    """
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if len(data) % 2 == 0 and high and high.count(0) + high.count(6) >= 0.9 * len(high):
            text = data.decode(encoding, errors="ignore")
            if 2 * len(text) == len(data) and "\0" not in text and 2 * sum(map(str.isalpha, text)) > len(text):
                return text
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether most characters outside ASCII are sound: so it is UTF-8 damaged, not another encoding."""
    text = data.decode("utf-8", errors="surrogateescape")
    damaged = sum("\udc80" <= character <= "\udcff" for character in text)
    sound = sum(character > "\x7f" for character in text) - damaged
    return sound > 2 * damaged


def _broken(data: bytes, error: UnicodeDecodeError, path: Path, skipped: int) -> SourceError:
    line = 1 + data.count(b"\n", 0, error.start)
    found = " ".join(f"{byte:02x}" for byte in data[error.start : error.start + 4])
    return SourceError(
        f"{path}, byte {skipped + error.start}, line {line}: {found} is no character in {error.encoding.upper()} "
        f"({error.reason}), so the file is damaged or no text: mend that place, or {WAY_ON}"
    )


def _old_encoding(data: bytes, path: Path) -> str:
    for encoding in ARABIC_ENCODINGS:
        text = data.decode(encoding, errors="replace")
        if _reads_as_arabic(text) and (encoding == "cp1256" or _has_usual_letters(text)):
            return text
    if _is_western(data):
        return data.decode("cp1252")
    # imported here: nearly every text is UTF-8 and does without
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data, cp_isolation=list(OTHER_ENCODINGS)).best()
    if best is None:
        raise SourceError(f"{path}: the encoding of this file cannot be told: {WAY_ON}")
    return data.decode(best.encoding)


def _reads_as_arabic(text: str) -> bool:
    """Whether nearly all words beyond ASCII are Arabic through and through.

    Other encodings taken for an Arabic one give words of Arabic and accented Latin letters mixed: the vowels of
    Russian, Greek and Hebrew, and much of the other Arabic encodings, fall on à â ç è é ê ë î ï ô ù û ü.
    """
    beyond_ascii = [word for word in _WORD.findall(text) if not word.isascii()]
    arabic = sum(min(word) >= "\u0620" and max(word) <= "\u06ff" for word in beyond_ascii)
    return "\ufffd" not in text and bool(beyond_ascii) and arabic >= 0.95 * len(beyond_ascii)


def _has_usual_letters(text: str) -> bool:
    """Every sixth letter of Arabic, at the least, is an alif or a lam; of Russian taken for Arabic hardly one."""
    return 6 * (text.count("ا") + text.count("ل")) >= sum(map(str.isalpha, text))


def _is_western(data: bytes) -> bool:
    """Whether a text too short to tell languages by is ASCII but for some accents and quotation marks."""
    text = data[:SHORT].decode("cp1252", errors="replace")
    beyond_ascii = [character for character in text if not character.isascii()]
    usual = all(character in WESTERN for character in beyond_ascii)
    return len(data) < SHORT and usual and 4 * len(beyond_ascii) < sum(map(str.isalpha, text))


def _checked(text: str, path: Path) -> str:
    """`text`, unless it has NUL or is strewn with other control characters, as only binary files are."""
    controls = [match.start() for match in _CONTROL.finditer(text, 0, 1 << 20)]
    nul = text.find("\0")
    if nul < 0 and len(controls) <= len(text) / 100:
        return text
    at = nul if nul >= 0 else controls[0]
    raise SourceError(
        f"{path}, character {at}, line {1 + text.count(chr(10), 0, at)}: control character U+{ord(text[at]):04X}, "
        f"so this is no text file: {WAY_ON}"
    )
