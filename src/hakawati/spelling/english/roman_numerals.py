"""Roman numerals: an ordinal behind a ruler's name, a cardinal behind a thing that is counted, else left alone.

I the pronoun, Malcolm X, vitamin C, a CD and the word MIX are no numerals; so a single letter counts only behind a name
or a noun of the lists, and other capitals only if they are made of I, V and X.
"""

import re

from hakawati.spelling.english.numerals import cardinal, ordinal
from hakawati.spelling.english.roman import roman_value
from hakawati.spelling.english.saying import Said, alternatives, edits_by, word_list

_COUNTED = word_list(
    "Chapter Chapters Part Parts Book Books Volume Volumes Section Sections Article Articles Act Acts Scene Scenes "
    "War Appendix Figure Figures Table Tables Plate Plates Phase Type Class Level Stage Grade Lesson Unit Canto "
    "Psalm Title Schedule Annex Category Number Numbers Note Notes Page Pages Bowl Apollo Rocky Mark Vatican Factor "
    "Corps Army Group Division Episode Season Series Round Step Form Tier Verse Verses Paragraph Sonnet Symphony "
    "Opus Volume Study Case Lecture Letter Essay Folio Line Lines Quarter Zone Region Edition"
)
_RULERS = word_list(
    "Henry Louis Charles James George Edward William Richard John Paul Pius Leo Gregory Benedict Clement Innocent "
    "Urban Alexander Boniface Nicholas Nicolas Peter Philip Philippe Frederick Friedrich Otto Conrad Ferdinand "
    "Francis Franz Joseph Leopold Maximilian Rudolf Rudolph Sigismund Wenceslaus Elizabeth Mary Catherine Margaret "
    "Isabella Maria Anne Robert David Malcolm Alfonso Pedro Sancho Juan Carlos Felipe Umberto Victor Emmanuel "
    "Napoleon Gustav Christian Olaf Haakon Harald Magnus Carl Ivan Alexis Michael Basil Constantine Justinian "
    "Leontios Romanos Theodosius Valentinian Ramesses Ramses Thutmose Amenhotep Seti Ptolemy Cleopatra Antiochus "
    "Seleucus Darius Xerxes Artaxerxes Cyrus Khosrow Khosrau Chosroes Shapur Yazdegerd Hormizd Bahram Kavadh Mehmed "
    "Mehmet Murad Selim Suleiman Suleyman Bayezid Bayazid Ahmed Osman Mustafa Hamid Mahmud Abdulhamid Abdulmejid "
    "Abdulaziz Mahmoud Rahman Hakam Hisham Fuad Faisal Abdullah Hussein Farouk Hassan Mohammed Muhammad Baldwin "
    "Bohemond Amalric Fulk Godfrey Tancred Roger Stephen Harold Hugh Odo Sixtus Julius Callixtus Celestine Honorius "
    "Eugene Adrian Martin Sylvester Silvester Stephen Theodore Felix Linus Albert Baudouin Wilhelm Ludwig Karl "
    "Ladislaus Casimir Bela Andrew Mieszko Boleslaw Akbar Shah Jahan Tahmasp Abbas Ismail Menelik Selassie Rama "
    "Naresuan Menander Mithridates Tiglath-Pileser Sargon Nebuchadnezzar Tigranes"
)
_NEVER_ONE = frozenset({"Malcolm"})
"""Behind these a single letter is no numeral, though a longer one is."""

_NUMERAL = r"[IVXLCDM]+(?!\w)(?!\.[A-Z])"
_JOINT = r"(?:\s?[–—-]\s?|, | and | & | or | to )"
_COUNTED_BEFORE = alternatives(_COUNTED | {word.upper() for word in _COUNTED} | {word.lower() for word in _COUNTED})
_AFTER_COUNTED = re.compile(rf"(?<![\w-])(?P<noun>{_COUNTED_BEFORE})\s(?P<it>{_NUMERAL}(?:{_JOINT}{_NUMERAL})*)")
_SMALL = re.compile(
    r"(?<!\w)(?P<noun>[Pp]ages?|[Vv]olumes?|[Cc]hapters?|[Nn]otes?|[Ff]olios?|[Ll]ines|[Bb]ooks?|[Pp]arts?)\s"
    r"(?P<it>[ivxlc]+(?!\w)(?:\s?[–-]\s?[ivxlc]+(?!\w))?)"
)
_AFTER_NAME = re.compile(rf"(?<!\w)(?P<name>[A-Z][\w'’-]+)\s(?P<it>{_NUMERAL})")
_CENTURY = re.compile(
    r"(?<!\w)(?P<numeral>[IVX]+)(?:st|nd|rd|th)?(?=(?:\s?[–-]\s?[IVX]+)?(?:th)?\s(?:century|centuries|dynasty|Dynasty|Century|Corps|Legion)\b)"
)
_HEADING = re.compile(r"^(?P<it>[IVXL]+)(?=\.?$|\.\s(?:[A-Z][a-z]{2,}|A |An ))")
_ITEM = re.compile(r"(?<!\w)\((?P<it>[ivx]{2,4}|i)\)")

_SINGLE = frozenset("IVX")
_AFTER_FIRST = word_list(
    "of and was is in had has who became died reigned ruled to from by at on as the or with for were did made came "
    "took began ends begins describes deals covers contains ended succeeded"
)
"""Small words behind «Charles I» and «Chapter I»; another one shows a pronoun («the Part I played»)."""
_WORDS = frozenset(
    {
        "I",
        "MIX",
        "DI",
        "CD",
        "DC",
        "LI",
        "CV",
        "MD",
        "MM",
        "CM",
        "MC",
        "CC",
        "DM",
        "CIVIC",
        "MILD",
        "LCD",
        "MI",
        "ID",
        "VIM",
    }
)
_FROM_LIST, _GUESSED = 0.95, 0.6


def _counted(found: re.Match[str]) -> Said | None:
    spoken = [_part(part) for part in re.split(r"(\s(?:and|or|to)\s|\W+)", found["it"])]
    if None in spoken or not _counts(found):
        return None
    words = [part for part in spoken if part is not None]
    if found["noun"][0].isupper():
        words[::2] = [word.capitalize() for word in words[::2]]
    return Said("".join(words), _FROM_LIST)


def _part(part: str) -> str | None:
    """A numeral in words; between two, a dash is "to" and anything else stays; nothing if it is no numeral."""
    if not part.isalpha():
        return " to " if part.strip() in {"-", "–", "—"} else part
    value = roman_value(part)
    return None if value is None else cardinal(value)


def _counts(found: re.Match[str]) -> bool:
    """Whether the letters behind a noun can be a numeral: C, D, L and M alone are labels, I may be the pronoun."""
    numeral = found["it"]
    if len(numeral) > 1:
        return numeral not in _WORDS or found["noun"].lower() not in {"type", "class", "form", "group", "level"}
    if numeral not in _SINGLE:
        return False
    if numeral != "I" or found.string[: found.start()].endswith("World "):
        return True
    return found["noun"][0].isupper() and not _is_pronoun(found.string[found.end() :])


def _is_pronoun(behind: str) -> bool:
    word = re.match(r"\s([a-z’']+)", behind)
    return word is not None and word[1] not in _AFTER_FIRST


def _small(found: re.Match[str]) -> Said | None:
    spoken = [_part(part) for part in re.split(r"(\W+)", found["it"])]
    return None if None in spoken else Said("".join(part for part in spoken if part is not None), _FROM_LIST)


def _ruler(found: re.Match[str]) -> Said | None:
    numeral, name = found["it"], found["name"]
    value = roman_value(numeral)
    if value is None or numeral in _WORDS - {"I"}:
        return None
    listed = name.capitalize() in _RULERS or name.rpartition("-")[2].capitalize() in _RULERS
    if len(numeral) == 1 and (numeral not in _SINGLE or not listed or name.capitalize() in _NEVER_ONE):
        return None
    if numeral == "I" and _is_pronoun(found.string[found.end() :]):
        return None
    if not listed and (set(numeral) - _SINGLE or name.isupper()):
        return None
    return Said(f"the {_title(ordinal(value))}", _FROM_LIST if listed else _GUESSED)


def _title(words: str) -> str:
    return "-".join(word.capitalize() for word in words.split("-")) if " " not in words else words.title()


def _century(found: re.Match[str]) -> Said | None:
    value = roman_value(found["numeral"])
    return None if value is None else Said(ordinal(value))


def _heading(found: re.Match[str]) -> Said | None:
    value = roman_value(found["it"])
    return None if value is None or found.string.strip() in {"I", "I."} else Said(cardinal(value).capitalize(), 0.8)


def _item(found: re.Match[str]) -> Said | None:
    value = roman_value(found["it"])
    return None if value is None else Said(cardinal(value), 0.8)


after_counted = edits_by(_AFTER_COUNTED, _counted)
small = edits_by(_SMALL, _small)
centuries = edits_by(_CENTURY, _century)
after_names = edits_by(_AFTER_NAME, _ruler)
headings = edits_by(_HEADING, _heading)
items = edits_by(_ITEM, _item)
