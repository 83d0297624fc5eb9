"""Names of speakers in languages with capitals, among the words beside a verb of saying."""

from collections.abc import Sequence

from hakawati.script.abbreviations import OPENERS
from hakawati.script.finders.verbs_of_saying import SAYING
from hakawati.script.vocabulary import listed

LONGEST_NAME = 5
"""Words."""

PARTICLES = listed("of ibn bin bint abu de di da du del la le van von der den af ben al the d’")
BESIDE_VERBS = listed("had has have then also hat hatte a ha había ho avait نے پھر سپس")
ARTICLES = listed("the der die das den le la el il lo o a de het")
CONJUNCTIONS = listed("and then but so und dann et puis y luego e poi então и а i en toen now suddenly finally yet")
NO_SPEAKER = listed(
    "nothing no little much more something anything so again only at in on to with and but from for by as when while",
    "after before softly the a an not never just well yes",
)

_TITLES = listed("Mr. Mrs. Ms. Dr. St. M. Mme. Mlle. Sr. Sra. Prof. Capt. Rev. Lt. Col. Gen.")
_OTHER_WORDS = listed(
    "his her their my our your its this that these those here what how if once later one another other some",
)
_NO_NAMES = frozenset[str]().union(
    *(_OTHER_WORDS, OPENERS, NO_SPEAKER, CONJUNCTIONS, ARTICLES, BESIDE_VERBS),
    *(saying.pronouns for saying in SAYING.values()),
)


def name_at(words: Sequence[str]) -> str | None:
    """The name that `words` begin with: capitals, and the particles between them."""
    name: list[str] = []
    for word in words[: LONGEST_NAME + 1]:
        if not (word[0].isupper() or (name and word.lower() in PARTICLES)):
            break
        name.append(word)
    while name and not name[-1][0].isupper():
        name.pop()
    return _name(name)


def name_ending(words: Sequence[str]) -> str | None:
    """The name that `words` end with."""
    at = len(words)
    while at and len(words) - at < LONGEST_NAME and (words[at - 1][0].isupper() or words[at - 1].lower() in PARTICLES):
        at -= 1
    while at < len(words) and (not words[at][0].isupper() or words[at].lower() in _NO_NAMES):
        at += 1
    owner = words[at - 1].lower() if at and at < len(words) else ""
    if owner in ARTICLES:
        return described(words[at - 1 :])
    return None if owner in PARTICLES else _name(list(words[at:]))


def _name(words: list[str]) -> str | None:
    if not words or len(words) > LONGEST_NAME or words[0].lower() in _NO_NAMES or words[-1] in _TITLES:
        return None
    return " ".join(words)


def described(words: Sequence[str]) -> str | None:
    """The old man: an article and the words up to the next small one."""
    if not words or words[0].lower() not in ARTICLES:
        return None
    kept = [words[0].lower()]
    for word in words[1:4]:
        if word.lower() in NO_SPEAKER or word.lower() in PARTICLES or word.endswith(("ly", "ing")):
            break
        kept.append(word)
    if len(kept) == 2 and kept[0] in {"a", "o", "la", "il"} and kept[1][0].isupper():
        return kept[1]
    return " ".join(kept) if len(kept) in {2, 3} else None
