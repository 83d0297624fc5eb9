"""How each language writes and says numbers, as far as it is certain.

Held against num2words 0.5.14, number by number: a language stands here only if its cardinals were found right, up to
`limit`. What a language gets is told in docs/spelling.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _ends_in_one(number: int) -> bool:
    return number % 10 == 1 and number % 100 != 11


def _is_one_of_hundreds(number: int) -> bool:
    """German: 1, 101, 1001, but not 21."""
    return number % 100 == 1


def _spanish(number: int) -> bool:
    """The hundreds agree too: doscientos, doscientas."""
    return _ends_in_one(number) or number % 1000 >= 200


def _portuguese(number: int) -> bool:
    return _spanish(number) or (number % 10 == 2 and number % 100 != 12)


def _ends_in_two(number: int) -> bool:
    """Hungarian: kettő, but két before a noun."""
    return number % 10 == 2


def _always(_: int) -> bool:
    return True


def _never(_: int) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """What is said for 1, and the name for more; amounts of a feminine currency are left alone where words agree."""

    one: str
    many: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """One language. Empty words mean that the thing is not said, and left as it is written."""

    code: str
    """The language for num2words."""
    point: str = ""
    """The word between a whole number and its decimals."""
    decimal: str = ","
    """The sign before decimals."""
    thousands: str = "."
    """The sign between thousands, beside a no-break space."""
    decimals_whole: bool = False
    """Whether «3,14» is "three comma fourteen"; else its decimals are said digit by digit."""
    minus: str = ""
    percent: str = ""
    percent_first: bool = False
    limit: int = 10**12
    agrees: Callable[[int], bool] = _never
    """Numbers that take another form before some nouns: there they are left to the engine."""
    ordinal_point: bool = False
    """Whether «3.» before a word may be an ordinal: then it is left to the engine."""
    hundreds: tuple[str, str] | None = None
    """How years from 1100 to 1999 count in hundreds: the word, and what joins the rest to it."""
    years: bool = True
    """Whether a bare year is the cardinal (or counted in hundreds); else it is left to the engine."""
    corrections: tuple[tuple[str, str], ...] = ()
    """Patterns of num2words' slips, and what is right."""
    currencies: Mapping[str, Currency] = field(default_factory=dict)
    money_joint: str = " "
    """Between the units and the hundredths of a sum."""
    money_agrees: Callable[[int], bool] = _never
    """Sums that take another form than the bare number."""


_TURKISH = (
    "seksen|doksan|milyon|milyar|yetmiş|altmış|yirmi|sekiz|dokuz|"
    "elli|otuz|kırk|yüz|dört|beş|altı|yedi|bir|iki|bin|üç|on"
)


def _euro_dollar(euro: tuple[str, str], dollar: tuple[str, str]) -> dict[str, Currency]:
    return {"€": Currency(one=euro[0], many=euro[1]), "$": Currency(one=dollar[0], many=dollar[1])}


GRAMMARS: dict[str, Grammar] = {
    "de": Grammar(
        code="de",
        point="Komma",
        minus="minus",
        percent="Prozent",
        agrees=_is_one_of_hundreds,
        ordinal_point=True,
        hundreds=("hundert", ""),
        currencies=_euro_dollar(("ein Euro", "Euro"), ("ein Dollar", "Dollar")),
        money_agrees=_is_one_of_hundreds,
    ),
    "fr": Grammar(
        code="fr",
        point="virgule",
        thousands="",
        decimals_whole=True,
        minus="moins",
        percent="pour cent",
        agrees=_ends_in_one,
        currencies=_euro_dollar(("un euro", "euros"), ("un dollar", "dollars")),
    ),
    "es": Grammar(
        code="es",
        point="coma",
        decimals_whole=True,
        minus="menos",
        percent="por ciento",
        agrees=_spanish,
        corrections=((r"\bveintiuno(?= mil)", "veintiún"), (r"\buno(?= mil)", "un")),
        currencies=_euro_dollar(("un euro", "euros"), ("un dólar", "dólares")),
        money_joint=" con ",
        money_agrees=_ends_in_one,
    ),
    "it": Grammar(
        code="it",
        point="virgola",
        decimals_whole=True,
        minus="meno",
        percent="per cento",
        agrees=_ends_in_one,
        corrections=((r"(?<=\w)tre\b", "tré"),),
        currencies=_euro_dollar(("un euro", "euro"), ("un dollaro", "dollari")),
        money_joint=" e ",
    ),
    "pt": Grammar(
        code="pt",
        point="vírgula",
        decimals_whole=True,
        minus="menos",
        percent="por cento",
        limit=10**9,
        agrees=_portuguese,
        currencies=_euro_dollar(("um euro", "euros"), ("um dólar", "dólares")),
        money_joint=" e ",
    ),
    "ca": Grammar(code="ca", point="coma", minus="menys", percent="per cent", agrees=_portuguese),
    "nl": Grammar(
        code="nl",
        point="komma",
        minus="min",
        percent="procent",
        hundreds=("honderd", ""),
        currencies=_euro_dollar(("één euro", "euro"), ("één dollar", "dollar")),
    ),
    "sv": Grammar(
        code="sv",
        point="komma",
        thousands="",
        minus="minus",
        percent="procent",
        agrees=_ends_in_one,
        hundreds=("hundra", ""),
        corrections=(("etttusen", "ettusen"),),
    ),
    "da": Grammar(
        code="da",
        point="komma",
        minus="minus",
        percent="procent",
        limit=10**6,
        agrees=_ends_in_one,
        ordinal_point=True,
        hundreds=(" hundrede", " og "),
    ),
    "no": Grammar(
        code="no",
        point="komma",
        minus="minus",
        percent="prosent",
        limit=10**9,
        agrees=_ends_in_one,
        ordinal_point=True,
        hundreds=(" hundre", " og "),
        corrections=((r"\ben (?=hundre|tusen)", "ett "),),
    ),
    "eo": Grammar(code="eo", point="komo", minus="minus", percent="procentoj"),
    "id": Grammar(code="id", point="koma", minus="minus", percent="persen"),
    "tr": Grammar(
        code="tr",
        point="virgül",
        decimals_whole=True,
        minus="eksi",
        percent="yüzde",
        percent_first=True,
        ordinal_point=True,
        corrections=((rf"({_TURKISH})(?=\w)", r"\1 "),),
    ),
    "fa": Grammar(code="fa", point="ممیز", decimal="٫", thousands="٬", minus="منفی", percent="درصد"),
    "hu": Grammar(code="hu", percent="százalék", agrees=_ends_in_two, ordinal_point=True),
    "vi": Grammar(code="vi", point="phẩy", percent="phần trăm", limit=1000),
    "bn": Grammar(code="bn", limit=10**7, decimal=".", thousands=""),
    "ro": Grammar(code="ro", point="virgulă", agrees=_always),
    "fi": Grammar(code="fi", point="pilkku", thousands="", ordinal_point=True, agrees=_always),
    "he": Grammar(code="he", point="נקודה", decimal=".", thousands=",", agrees=_always),
    "is": Grammar(code="is", point="komma", ordinal_point=True, agrees=_always),
    "pl": Grammar(code="pl", thousands="", ordinal_point=True, years=False, agrees=_always),
    "ru": Grammar(code="ru", thousands="", years=False, agrees=_always),
    "uk": Grammar(code="uk", thousands="", years=False, agrees=_always),
    "be": Grammar(code="be", thousands="", years=False, agrees=_always),
    "cs": Grammar(
        code="cs",
        thousands="",
        ordinal_point=True,
        years=False,
        corrections=(("dvěstě", "dvě stě"), (r"\bjedna\b(?= tisíc)", "jeden")),
        agrees=_always,
    ),
    "sk": Grammar(code="sk", thousands="", limit=10**6, ordinal_point=True, years=False, agrees=_always),
    "sl": Grammar(code="sl", ordinal_point=True, years=False, agrees=_always),
    "sr": Grammar(code="sr", limit=10**9, ordinal_point=True, years=False, agrees=_always),
    "kk": Grammar(code="kz", thousands=""),
    "tg": Grammar(code="tg", thousands=""),
    "th": Grammar(code="th", point="จุด", decimal=".", thousands=","),
}
"""By ISO 639-1. Arabic and English have rules of their own."""
