"""The forms in which a verb stands in unvowelled text.

Enough of conjugation (Wright's grammar, I §§ 91-167) to know a verb of our lists when it stands in a text: the persons
of past and present in the active, without the jussive's shortenings.
"""

from collections.abc import Iterator

from hakawati.spelling.arabic.numbers.written import names
from hakawati.spelling.letters import skeleton

_PAST_WITH_CONSONANT = ("ت", "نا", "تم", "تما", "ن")
_PRESENT = "يتنا"
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "ني")


def verb_forms(lines: str, *, objects: bool = False) -> frozenset[str]:
    """The skeletons of all forms of the verbs in `lines`; with `objects` also those with a pronoun behind.

    Each verb, on a line or between `|`: he did, the stem of "I did", the present without its prefix;
    «قضى قضي قضي | قال قل قول».
    """
    plain = frozenset(form for verb in names(lines) for form in _of_verb(*map(skeleton, verb.split())))
    if not objects:
        return plain
    return plain | {f"{_joining(form)}{pronoun}" for form in plain for pronoun in _OBJECTS}


def _of_verb(past: str, stem: str, present: str) -> Iterator[str]:
    yield past
    yield from (stem + ending for ending in _PAST_WITH_CONSONANT)
    yield (past[:-1] if past[-1] == "ى" else past) + "ت"
    yield (past[:-1] if past[-1] in "ىي" else past) + "وا"
    shortened = present[:-1] if present[-1] in "ىيو" else present
    for prefix in _PRESENT:
        yield prefix + present
    yield from (f"{prefix}{shortened}ون" for prefix in "يت")


def _joining(form: str) -> str:
    """A form before a pronoun: ى becomes a plain alif, the silent alif of وا falls away."""
    if form.endswith("ى"):
        return f"{form[:-1]}ا"
    return form[:-1] if form.endswith("وا") else form
