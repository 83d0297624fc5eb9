"""Sums of money: «$5.50», «£3m», «US$ 2.5 billion», «50¢», «500 SAR»."""

import re
from typing import NamedTuple

from hakawati.spelling.english.numerals import DASH, NUMBER, cardinal, number_words, whole
from hakawati.spelling.english.saying import Said, alternatives, edits_by


class Currency(NamedTuple):
    """Its name for one and for many, and the same of its hundredth; empty where none is said."""

    one: str
    many: str
    part: str = ""
    parts: str = ""


_CENTS = ("cent", "cents")
_DOLLAR = Currency("dollar", "dollars", *_CENTS)
_EURO = Currency("euro", "euros", *_CENTS)
_POUND = Currency("pound", "pounds", "penny", "pence")
_YEN = Currency("yen", "yen")
_RUPEE = Currency("rupee", "rupees", "paisa", "paise")


def _named(nation: str, currency: Currency) -> Currency:
    return Currency(f"{nation} {currency.one}", f"{nation} {currency.many}", currency.part, currency.parts)


_SIGNS = {
    "$": _DOLLAR,
    "€": _EURO,
    "£": _POUND,
    "¥": _YEN,
    "₹": _RUPEE,
    "₽": Currency("ruble", "rubles"),
    "₪": Currency("shekel", "shekels"),
    "₺": Currency("lira", "liras"),
    "₩": Currency("won", "won"),
    "US$": _named("U.S", _DOLLAR),
    "U.S$": _named("U.S", _DOLLAR),
    "A$": _named("Australian", _DOLLAR),
    "C$": _named("Canadian", _DOLLAR),
    "NZ$": _named("New Zealand", _DOLLAR),
    "HK$": _named("Hong Kong", _DOLLAR),
}
_CODES = {
    "USD": _named("U.S", _DOLLAR),
    "EUR": _EURO,
    "GBP": _named("British", _POUND),
    "JPY": _YEN,
    "INR": _named("Indian", _RUPEE),
    "PKR": _named("Pakistani", _RUPEE),
    "CAD": _named("Canadian", _DOLLAR),
    "AUD": _named("Australian", _DOLLAR),
    "CHF": Currency("Swiss franc", "Swiss francs"),
    "SAR": Currency("Saudi riyal", "Saudi riyals"),
    "AED": Currency("Emirati dirham", "Emirati dirhams"),
    "QAR": Currency("Qatari riyal", "Qatari riyals"),
    "KWD": Currency("Kuwaiti dinar", "Kuwaiti dinars"),
    "EGP": _named("Egyptian", Currency("pound", "pounds")),
    "TRY": Currency("Turkish lira", "Turkish liras"),
    "MYR": Currency("Malaysian ringgit", "Malaysian ringgit"),
    "IDR": Currency("Indonesian rupiah", "Indonesian rupiah"),
}
_ALL = _SIGNS | _CODES
_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "b": "billion",
    "bn": "billion",
    "tn": "trillion",
    "trn": "trillion",
}
_SCALE = r"(?:\s?(?P<scale>[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|(?:bn|mn|mln|trn|tn|[kKmMbB])(?!\w)))?"
_FIRST = re.compile(
    rf"(?<![\w$])(?P<minus>[-−])?(?P<sign>{alternatives(frozenset(_ALL))})\s?(?P<from>{NUMBER})"
    rf"(?:{DASH}[$€£]?(?P<to>{NUMBER}))?(?![\d]){_SCALE}(?P<thing>\s(?:bill|note|coin)\b)?"
)
_LAST = re.compile(
    rf"(?<![\w.,$€£])(?P<minus>[-−])?(?P<from>{NUMBER})(?:{DASH}(?P<to>{NUMBER}))?{_SCALE}\s?"
    rf"(?P<sign>€|£|₹|₽|₺|₪|{alternatives(tuple(_CODES))})(?!\w)(?P<thing>\s(?:bill|note|coin)\b)?"
)
_PARTS = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?:\s?[¢₵]|(?P<pence>p)(?!\w))")


def _sum(found: re.Match[str]) -> Said:
    currency = _ALL[found["sign"]]
    scale = found["scale"] or ""
    scale = f" {_SCALES.get(scale.lower(), scale.lower())}" if scale else ""
    minus = "minus " if found["minus"] else ""
    thing = found["thing"] or ""
    if found["to"]:
        return Said(f"{minus}{number_words(found['from'])} to {number_words(found['to'])}{scale} {currency.many}")
    if scale or not re.fullmatch(r"[\d,]+\.\d\d", found["from"]) or not currency.part:
        one = (found["from"] == "1" and not scale) or thing
        return Said(f"{minus}{number_words(found['from'])}{scale} {currency.one if one else currency.many}{thing}")
    return Said(f"{minus}{_with_parts(found['from'], currency)}{thing}")


def _with_parts(written: str, currency: Currency) -> str:
    """«5.50» is five dollars and fifty cents, «0.99» ninety-nine cents, «5.00» five dollars."""
    units, parts = (whole(part) for part in written.split("."))
    said = [f"{cardinal(units)} {currency.one if units == 1 else currency.many}"] if units or not parts else []
    if parts:
        said.append(f"{cardinal(parts)} {currency.part if parts == 1 else currency.parts}")
    return " and ".join(said)


def _parts(found: re.Match[str]) -> Said:
    one, many = ("penny", "pence") if found["pence"] else _CENTS
    return Said(f"{number_words(found['number'])} {one if found['number'] == '1' else many}")


sign_first = edits_by(_FIRST, _sum)
sign_last = edits_by(_LAST, _sum)
parts = edits_by(_PARTS, _parts)
