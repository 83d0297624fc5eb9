"""Letters of Arabic's neighbours that look like its own, as keyboards for Persian, Urdu and Kurdish type them.

Only in words that are Arabic otherwise: a word with a letter that Arabic has not (پ, چ, ٹ, ڵ …) is foreign, and where
several of the commonest Persian, Urdu or Kurdish words stand, so is the passage.
"""

import re
from collections.abc import Iterator

from hakawati.script.vocabulary import listed
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import skeleton, words

YA_OR_ALIF = "\u06cc"
"""The Persian ya: at a word's end it stands for ي and for ى."""

LOOKALIKES = {
    "\u06a9": "ك",
    "\u06aa": "ك",
    "\u06be": "ه",
    "\u06c1": "ه",
    "\u06c2": "ه",
    "\u06d5": "ه",
    "\u06c0": "ة",
    "\u06c3": "ة",
    "\u06d2": "ي",
    "\u06cd": "ي",
    "\u06a2": "ف",
    "\u06a7": "ق",
    "\u0672": "أ",
    "\u0673": "إ",
}
"""Each with the letter it stands for, by the names and shapes in Unicode's Arabic chart."""

WITH_ALIF = listed(
    "على إلى حتى متى موسى عيسى يحيى مصطفى المصطفى مرتضى المرتضى بلى لدى سوى أخرى الأخرى كبرى الكبرى صغرى الصغرى هدى",
    "الهدى",
    "تعالى صلى الأعلى أعلى أدنى الأدنى أولى الأولى معنى المعنى مثنى حسنى الحسنى قرى القرى ذكرى الذكرى تقوى التقوى",
    "فتوى",
    "الفتوى دعوى الدعوى شكوى سلوى نجوى النجوى قربى القربى بشرى البشرى مسمى يرى ترى نرى أرى رأى سعى مضى قضى أتى أعطى",
    "ألقى",
    "اشترى افترى استوى اهتدى انتهى ابتغى نهى رمى هوى الهوى غوى روى حكى بكى مشى جرى رضى كفى شتى أنى اليتامى النصارى",
    "ليلى سلمى منى لبنى ضحى الضحى مرضى قتلى موتى الموتى أسرى مأوى المأوى منتهى مستشفى ملتقى مقتضى مجرى مرعى ورى",
    "الثرى العظمى",
)
"""Words that end in ى."""
_WITH_YA_TYPED = frozenset(skeleton(word).replace("ى", "ي") for word in WITH_ALIF)

_FOREIGN_LETTER = re.compile("[پچژگڤٹڈڑںڭڠۆۇۈېێڵڕۋٿڄڃڇڊڌڍڙښڼ]")
_FOREIGN_WORDS = listed(
    "است این که را از برای شد شده بود هست نیست ہے ہیں کا کی کے اور میں نے سے کو پر یہ وہ تھا تھے لە بۆ ئەم ئەو کە",
)


def edits(text: str) -> Iterator[Edit]:
    """Each such letter becomes the Arabic one, noted, in a passage in Arabic."""
    if _is_foreign(text):
        return
    for word in words(text):
        if not _FOREIGN_LETTER.search(word.group()):
            yield from _of_word(word)


def _is_foreign(text: str) -> bool:
    found = [word for word in text.split() if word in _FOREIGN_WORDS]
    return len(found) >= 2


def _of_word(word: re.Match[str]) -> Iterator[Edit]:
    for at, char in enumerate(word.group(), word.start()):
        if char == YA_OR_ALIF:
            yield Edit(at, at + 1, _ya(word, at), noted=True)
        elif char in LOOKALIKES:
            yield Edit(at, at + 1, LOOKALIKES[char], noted=True)


def _ya(word: re.Match[str], at: int) -> str:
    """ي, or at the end of a word that is known to have it, ى."""
    plain = skeleton(word.group()).replace(YA_OR_ALIF, "ي")
    is_last = skeleton(word.string[at : word.end()]) == YA_OR_ALIF
    if is_last and not _WITH_YA_TYPED.isdisjoint({plain, plain[1:] if plain[0] in "وفبلك" else plain}):
        return "ى"
    return "ي"
