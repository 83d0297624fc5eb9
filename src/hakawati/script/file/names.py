"""Names that editors may write in Arabic, and the English ones that are meant: a mistake is told by the right one."""

from collections.abc import Iterable

from hakawati.script.file.text import unknown

ENGLISH = {
    "سرد": "narration",
    "رواية": "narration",
    "الراوي": "narration",
    "عنوان": "heading",
    "حديث": "hadith",
    "حديث_نبوي": "hadith",
    "كلام": "speech",
    "قول": "speech",
    "حوار": "speech",
    "آية": "verse",
    "قرآن": "verse",
    "دعاء": "supplication",
    "شعر": "poetry",
    "مرجع": "reference",
    "مصدر": "reference",
    "وقفة": "pause",
    "سكتة": "pause",
}
"""Of roles, and of the pause."""

ENGLISH_KEYS = {
    "العنوان": "title",
    "عنوان": "title",
    "المؤلف": "author",
    "الكاتب": "author",
    "اللغة": "language",
    "lang": "language",
    "writer": "author",
    "name": "title",
}
"""Of the front matter."""


def unknown_name(kind: str, name: str, known: Iterable[str], english: dict[str, str]) -> str:
    """What to say about a name that is none of `known`: the one that `english` has for it, or the nearest."""
    names = list(known)
    if name.removeprefix("ال") in english or name in english:
        right = english.get(name) or english[name.removeprefix("ال")]
        return f"there is no {kind} “{name}”: write “{right}”. Known: {', '.join(names)}"
    return unknown(kind, name, names)
