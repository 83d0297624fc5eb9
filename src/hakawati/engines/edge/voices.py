"""The voices of Microsoft Edge, as its service lists them (`edge-tts --list-voices`, 2025): names, men's and women's.

The service's own list is on the network and grows; a name that is not in this one but is formed as its names are is
taken as well, and the service decides.
"""

import difflib
import re
from typing import NamedTuple

from hakawati.errors import VoiceUnknown

WELL_FORMED = re.compile(r"[a-z]{2,3}-[A-Z]{2}-(?:[a-z]+-)?[A-Z][A-Za-z]*Neural")
"""`ar-SA-HamedNeural`, `zh-CN-liaoning-XiaobeiNeural`: a name goes into the mark-up that is sent, so it is checked."""

EXAMPLE = "ar-SA-HamedNeural"


class Speakers(NamedTuple):
    """The voices of one language, the plainest first."""

    men: tuple[str, ...]
    women: tuple[str, ...]


def _of(places: str) -> Speakers:
    """Speakers by place: `de-DE Conrad Killian / Katja; de-AT Jonas / Ingrid`, men before the stroke."""
    men: list[str] = []
    women: list[str] = []
    for place in places.split(";"):
        region, *names = place.split()
        stroke = names.index("/")
        men += [f"{region}-{name}Neural" for name in names[:stroke]]
        women += [f"{region}-{name}Neural" for name in names[stroke + 1 :]]
    return Speakers(tuple(men), tuple(women))


_ARABIC = (
    "ar-SA Hamed / Zariyah; ar-AE Hamdan / Fatima; ar-BH Ali / Laila; ar-DZ Ismael / Amina; ar-EG Shakir / Salma; "
    "ar-IQ Bassel / Rana; ar-JO Taim / Sana; ar-KW Fahed / Noura; ar-LB Rami / Layla; ar-LY Omar / Iman; "
    "ar-MA Jamal / Mouna; ar-OM Abdullah / Aysha; ar-QA Moaz / Amal; ar-SY Laith / Amany; ar-TN Hedi / Reem; "
    "ar-YE Saleh / Maryam"
)

SPEAKERS: dict[str, Speakers] = {
    language: _of(places)
    for language, places in {
        "ar": _ARABIC,
        "bg": "bg-BG Borislav / Kalina",
        "bn": "bn-BD Pradeep / Nabanita; bn-IN Bashkar / Tanishaa",
        "bs": "bs-BA Goran / Vesna",
        "ca": "ca-ES Enric / Joana",
        "cs": "cs-CZ Antonin / Vlasta",
        "da": "da-DK Jeppe / Christel",
        "de": "de-DE Conrad Killian / Katja Amala; de-AT Jonas / Ingrid; de-CH Jan / Leni",
        "el": "el-GR Nestoras / Athina",
        "en": "en-US Guy Christopher Eric Roger Steffan / Jenny Aria Michelle; en-GB Ryan Thomas / Sonia Libby",
        "es": "es-ES Alvaro / Elvira; es-MX Jorge / Dalia",
        "et": "et-EE Kert / Anu",
        "fa": "fa-IR Farid / Dilara",
        "fi": "fi-FI Harri / Noora",
        "fr": "fr-FR Henri / Denise Eloise; fr-CA Jean Antoine / Sylvie; fr-CH Fabrice / Ariane",
        "he": "he-IL Avri / Hila",
        "hi": "hi-IN Madhur / Swara",
        "hr": "hr-HR Srecko / Gabrijela",
        "hu": "hu-HU Tamas / Noemi",
        "id": "id-ID Ardi / Gadis",
        "is": "is-IS Gunnar / Gudrun",
        "it": "it-IT Diego / Elsa Isabella",
        "ja": "ja-JP Keita / Nanami",
        "ka": "ka-GE Giorgi / Eka",
        "kk": "kk-KZ Daulet / Aigul",
        "ko": "ko-KR InJoon / SunHi",
        "lt": "lt-LT Leonas / Ona",
        "lv": "lv-LV Nils / Everita",
        "mk": "mk-MK Aleksandar / Marija",
        "ms": "ms-MY Osman / Yasmin",
        "mt": "mt-MT Joseph / Grace",
        "nl": "nl-NL Maarten / Colette Fenna; nl-BE Arnaud / Dena",
        "no": "nb-NO Finn / Pernille",
        "pl": "pl-PL Marek / Zofia",
        "ps": "ps-AF GulNawaz / Latifa",
        "pt": "pt-PT Duarte / Raquel; pt-BR Antonio / Francisca",
        "ro": "ro-RO Emil / Alina",
        "ru": "ru-RU Dmitry / Svetlana",
        "sk": "sk-SK Lukas / Viktoria",
        "sl": "sl-SI Rok / Petra",
        "so": "so-SO Muuse / Ubax",
        "sq": "sq-AL Ilir / Anila",
        "sr": "sr-RS Nicholas / Sophie",
        "sv": "sv-SE Mattias / Sofie",
        "sw": "sw-KE Rafiki / Zuri; sw-TZ Daudi / Rehema",
        "ta": "ta-IN Valluvar / Pallavi",
        "th": "th-TH Niwat / Premwadee",
        "tr": "tr-TR Ahmet / Emel",
        "uk": "uk-UA Ostap / Polina",
        "ur": "ur-PK Asad / Uzma; ur-IN Salman / Gul",
        "uz": "uz-UZ Sardor / Madina",
        "vi": "vi-VN NamMinh / HoaiMy",
        "zh": "zh-CN Yunjian Yunxi Yunyang / Xiaoxiao Xiaoyi; zh-TW YunJhe / HsiaoChen",
    }.items()
}
"""By the code that a book calls its language by."""

OTHER_CODES = {"nb": "no", "nn": "no"}


def speakers_of(language: str) -> Speakers | None:
    """None for a language of which no voice is known here."""
    return SPEAKERS.get(OTHER_CODES.get(language, language))


def names_of(language: str) -> tuple[str, ...]:
    """Men's names, then women's; for "" those of all languages, in the order of their codes."""
    found = (speakers_of(language),) if language else tuple(SPEAKERS.values())
    return tuple(name for speakers in found if speakers for name in (*speakers.men, *speakers.women))


def known_voice(name: str) -> str:
    """`name`, if the service may know it. Raises VoiceUnknown where it is not formed as its names are."""
    if WELL_FORMED.fullmatch(name):
        return name
    near = difflib.get_close_matches(name, names_of(""), n=1)
    meant = f" Did you mean `{near[0]}`?" if near else f" Its voices are named as `{EXAMPLE}` is."
    raise VoiceUnknown(f"edge: there is no voice {name!r}.{meant} `hakawati engines` lists those that are known.")
