"""Signs and abbreviations of units and currencies, and the nouns that are said for them.

Vowelled by the dictionaries of modern standard Arabic; the abbreviations are those in use in books and newspapers and
the codes of ISO 4217.
"""

from hakawati.spelling.arabic.numbers.nouns import Noun

_METRE = Noun("مِتْر", "أَمْتَارٍ")
_KILOMETRE = Noun("كِيلُومِتْر", "كِيلُومِتْرَاتٍ")
_CENTIMETRE = Noun("سَنْتِيمِتْر", "سَنْتِيمِتْرَاتٍ")
_MILLIMETRE = Noun("مِلِّيمِتْر", "مِلِّيمِتْرَاتٍ")
_KILOGRAM = Noun("كِيلُوغِرَام", "كِيلُوغِرَامَاتٍ")
_GRAM = Noun("غِرَام", "غِرَامَاتٍ")
_MILLIGRAM = Noun("مِلِّيغِرَام", "مِلِّيغِرَامَاتٍ")
_MILLILITRE = Noun("مِلِّيلِتْر", "مِلِّيلِتْرَاتٍ")
_LITRE = Noun("لِتْر", "لِتْرَاتٍ")
_KILOWATT = Noun("كِيلُووَاط", "كِيلُووَاطَاتٍ")
_MEGABYTE = Noun("مِيغَابَايْتْ", "", endings=False)
_GIGABYTE = Noun("غِيغَابَايْتْ", "", endings=False)


def _degree(adjective: str) -> Noun:
    return Noun("دَرَجَة", "دَرَجَاتٍ", adjective)


def _squared(noun: Noun) -> Noun:
    return Noun(noun.singular, noun.plural, "مُرَبَّع")


def _cubed(noun: Noun) -> Noun:
    return Noun(noun.singular, noun.plural, "مُكَعَّب")


def _powers(abbreviation: str, noun: Noun) -> dict[str, Noun]:
    """«م²», «م2», «م^2» and the like for squares and cubes."""
    squares = dict.fromkeys((f"{abbreviation}{two}" for two in ("²", "2", "٢", "^2")), _squared(noun))
    cubes = dict.fromkeys((f"{abbreviation}{three}" for three in ("³", "3", "٣", "^3")), _cubed(noun))
    return squares | cubes


_SPEED = Noun("كِيلُومِتْر", "كِيلُومِتْرَاتٍ", behind="فِي السَّاعَةِ")

UNITS = {
    "كم": _KILOMETRE,
    "كلم": _KILOMETRE,
    "km": _KILOMETRE,
    "م": _METRE,
    "m": _METRE,
    "سم": _CENTIMETRE,
    "cm": _CENTIMETRE,
    "مم": _MILLIMETRE,
    "ملم": _MILLIMETRE,
    "mm": _MILLIMETRE,
    **_powers("كم", _KILOMETRE),
    **_powers("كلم", _KILOMETRE),
    **_powers("km", _KILOMETRE),
    **_powers("م", _METRE),
    **_powers("m", _METRE),
    **_powers("سم", _CENTIMETRE),
    **_powers("cm", _CENTIMETRE),
    "كم/س": _SPEED,
    "كم/ساعة": _SPEED,
    "كلم/س": _SPEED,
    "km/h": _SPEED,
    "كغ": _KILOGRAM,
    "كغم": _KILOGRAM,
    "كجم": _KILOGRAM,
    "كلغ": _KILOGRAM,
    "kg": _KILOGRAM,
    "غ": _GRAM,
    "غم": _GRAM,
    "جم": _GRAM,
    "g": _GRAM,
    "ملغ": _MILLIGRAM,
    "ملجم": _MILLIGRAM,
    "mg": _MILLIGRAM,
    "مل": _MILLILITRE,
    "ml": _MILLILITRE,
    "mL": _MILLILITRE,
    "L": _LITRE,
    "kW": _KILOWATT,
    "MB": _MEGABYTE,
    "GB": _GIGABYTE,
    "°م": _degree("مِئَوِيّ"),
    "° م": _degree("مِئَوِيّ"),
    "م°": _degree("مِئَوِيّ"),
    "°C": _degree("مِئَوِيّ"),
    "℃": _degree("مِئَوِيّ"),
    "°ف": _degree("فَهْرَنْهَايْتِيّ"),
    "°F": _degree("فَهْرَنْهَايْتِيّ"),
    "℉": _degree("فَهْرَنْهَايْتِيّ"),
    "°": _degree(""),
}
"""What is measured."""

_DINAR, _DIRHAM, _RIYAL = ("دِينَار", "دَنَانِيرَ"), ("دِرْهَم", "دَرَاهِمَ"), ("رِيَال", "رِيَالَاتٍ")
_POUND, _LIRA = ("جُنَيْه", "جُنَيْهَاتٍ"), ("لِيرَة", "لِيرَاتٍ")
_SAUDI, _EMIRATI, _KUWAITI = Noun(*_RIYAL, "سُعُودِيّ"), Noun(*_DIRHAM, "إِمَارَاتِيّ"), Noun(*_DINAR, "كُوَيْتِيّ")
_EGYPTIAN, _JORDANIAN, _QATARI = Noun(*_POUND, "مِصْرِيّ"), Noun(*_DINAR, "أُرْدُنِّيّ"), Noun(*_RIYAL, "قَطَرِيّ")
_BAHRAINI, _IRAQI, _OMANI = Noun(*_DINAR, "بَحْرَيْنِيّ"), Noun(*_DINAR, "عِرَاقِيّ"), Noun(*_RIYAL, "عُمَانِيّ")
_DOLLAR, _EURO = Noun("دُولَار", "دُولَارَاتٍ"), Noun("يُورُو", "", endings=False)
_STERLING = Noun(*_POUND, "إِسْتِرْلِينِيّ")

CURRENCIES = {
    "$": _DOLLAR,
    "US$": _DOLLAR,
    "USD": _DOLLAR,
    "€": _EURO,
    "EUR": _EURO,
    "£": _STERLING,
    "GBP": _STERLING,
    "¥": Noun("يِنّ", "يِنَّاتٍ"),
    "₪": Noun("شِيكِل", "شَوَاكِلَ"),
    "₺": Noun(*_LIRA, "تُرْكِيّ"),
    "₹": Noun("رُوبِيَّة", "رُوبِيَّاتٍ"),
    "₽": Noun("رُوبِل", "رُوبِلَاتٍ"),
    "﷼": Noun(*_RIYAL),
    "ر.س": _SAUDI,
    "SAR": _SAUDI,
    "د.إ": _EMIRATI,
    "AED": _EMIRATI,
    "د.ك": _KUWAITI,
    "KWD": _KUWAITI,
    "ج.م": _EGYPTIAN,
    "EGP": _EGYPTIAN,
    "د.أ": _JORDANIAN,
    "JOD": _JORDANIAN,
    "ر.ق": _QATARI,
    "QAR": _QATARI,
    "د.ب": _BAHRAINI,
    "د.ع": _IRAQI,
    "ر.ع": _OMANI,
    "ر.ي": Noun(*_RIYAL, "يَمَنِيّ"),
    "د.ل": Noun(*_DINAR, "لِيبِيّ"),
    "د.ت": Noun(*_DINAR, "تُونِسِيّ"),
    "د.ج": Noun(*_DINAR, "جَزَائِرِيّ"),
    "د.م": Noun(*_DIRHAM, "مَغْرِبِيّ"),
    "ج.س": Noun(*_POUND, "سُودَانِيّ"),
    "ل.س": Noun(*_LIRA, "سُورِيّ"),
    "ل.ل": Noun(*_LIRA, "لُبْنَانِيّ"),
}

HUNDREDTHS = {
    _DOLLAR: Noun("سِنْت", "سِنْتَاتٍ"),
    _EURO: Noun("سِنْت", "سِنْتَاتٍ"),
    _STERLING: Noun("بِنْس", "بِنْسَاتٍ"),
    _SAUDI: Noun("هَلَلَة", "هَلَلَاتٍ"),
    _EMIRATI: Noun("فِلْس", "فُلُوسٍ"),
    _EGYPTIAN: Noun("قِرْش", "قُرُوشٍ"),
}
"""What two digits behind the point of a currency count."""

PERCENT = {"%": "بِالْمِئَةِ", "٪": "بِالْمِئَةِ", "‰": "بِالْأَلْفِ", "؉": "بِالْأَلْفِ"}

SCALES = (
    *("ألف", "آلاف", "مليون", "ملايين", "مليار"),
    *("مليارات", "بليون", "بلايين", "تريليون", "تريليونات"),
)
"""Nouns between a number and what it counts, as authors write them."""
