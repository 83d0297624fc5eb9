"""Who is said to speak: the words around a quotation that hold a verb of saying ("said Mr. Darcy", «dit-elle»)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from hakawati.script.finders.speaker_names import (
    ARTICLES,
    BESIDE_VERBS,
    CONJUNCTIONS,
    LONGEST_NAME,
    described,
    name_at,
    name_ending,
)
from hakawati.script.finders.verbs_of_saying import ANSWERING, SAYING, UNKNOWN, Saying
from hakawati.script.vocabulary import listed

WINDOW = 160
"""Characters on either side of a quotation that are looked at."""

MOST_WORDS_AFTER_VERB = 8
"""Between the verb and the quotation: "said to him in a low voice, …"."""

CLITICS = listed("lui me te leur se le les nous vous gli mi ti ci vi lhe lhes os as no ihm ihr ihnen mir")
"""Whom it is said to, before the verb: «lui dit-il», «le dijo»."""

UNCASED = frozenset({"fa", "he", "ur"})
"""Languages without capitals: there one word alone beside the verb is taken for a name."""

_TITLE = r"(?:Mr|Mrs|Ms|Dr|St|M|Mme|Mlle|Sr|Sra|Srta|Prof|Capt|Rev|Lt|Col|Gen|Sig|Hr|Fr|Dhr|Mevr)\."
_TOKEN = re.compile(
    rf"{_TITLE}|(?:[^\W\d_]\.)+|[^\W\d_][\w\u0300-\u036f\u200c]*(?:[’'-][^\W\d_]\w*)*(?:(?<=s)[’'](?= \w))?"
)
_LEADING = re.compile(r"[\s,.]{0,3}[—–-]{0,2}\s*")
_CLAUSE_SIGN = re.compile(r"[,;:—–()]")
_SENTENCE_END = re.compile(r"[.!?…؟。！？][”’»\"')\]]*\s+|[\n“”\"«»]")
_SIGNED = re.compile(r"\s*[—–―-]{1,2}[^\S\n]*([^\n!?]{2,80})\Z")


class Attribution(NamedTuple):
    """`speaker` as named; `pronoun` if only that stands there. `end` is where the words looked at end, `direct` whether
    the verb itself stands next to the quotation or its comma, `woven` that the quotation is a part of the sentence.
    """

    speaker: str | None
    pronoun: bool
    end: int
    answers: bool = False
    direct: bool = True
    woven: bool = False


def saying_of(language: str) -> Saying:
    return SAYING.get(language, UNKNOWN)


def attribution_after(text: str, at: int, language: str) -> Attribution | None:
    """Who spoke the quotation that ends at `at`: "…" said Ali; "…" Ali replied; "…" the old man said."""
    leading = _LEADING.match(text, at)
    start = leading.end() if leading else at
    words, end = _run_of_words(text, start)
    return _inverted(words, end, language) or _straight(words, end, language)


def _run_of_words(text: str, start: int) -> tuple[list[str], int]:
    """The words from `start` on that nothing but spaces part, and where they end."""
    words: list[str] = []
    at = start
    for token in _TOKEN.finditer(text, start, start + WINDOW):
        if text[at : token.start()].strip(" \u00a0"):
            break
        words.append(token.group())
        at = token.end()
    return words, at


def _inverted(words: Sequence[str], end: int, language: str) -> Attribution | None:
    """Said Ali; dit-il; sagte der alte Mann."""
    if len(words) > 1 and words[0].lower() in CLITICS:
        words = words[1:]
    if not words or words[0][0].isupper():
        return None
    verb, _, clitic = words[0].partition("-")
    if not _is_verb(words[0], language) and not _is_verb(verb, language):
        return None
    answers = verb.lower() in ANSWERING
    if clitic:
        return Attribution(None, pronoun=True, end=end, answers=answers)
    return _named(words[1:], end, language, answers=answers)


def _named(words: Sequence[str], end: int, language: str, *, answers: bool) -> Attribution | None:
    if not words:
        return Attribution(None, pronoun=False, end=end)
    if words[0].lower() in saying_of(language).pronouns:
        return Attribution(None, pronoun=True, end=end, answers=answers)
    uncased = words[0] if language in UNCASED and len(words) == 1 else None
    return Attribution(uncased or name_at(words) or described(words), pronoun=False, end=end)


def _straight(words: Sequence[str], end: int, language: str) -> Attribution | None:
    """Ali replied; he said; the old man whispered."""
    saying = saying_of(language)
    at = next((at for at, word in enumerate(words[: LONGEST_NAME + 2]) if _is_verb(word, language)), None)
    if not at or _says_nothing(words[at + 1 :]):
        return None
    subject = [word for word in words[:at] if not word.endswith("ly")]
    if not subject:
        return None
    if subject[0].lower() in saying.pronouns and len(subject) <= 2:
        return Attribution(None, pronoun=True, end=end, answers=words[at].lower() in ANSWERING)
    name = name_at(subject)
    if name and len(name.split()) == len(subject):
        return Attribution(name, pronoun=False, end=end)
    is_described = subject[0].lower() in ARTICLES and len(subject) <= 4
    return Attribution(described(subject), pronoun=False, end=end) if is_described else None


def _says_nothing(words: Sequence[str]) -> bool:
    return [word.lower() for word in words[:1]] in (["nothing"], ["no"], ["little"], ["not"])


def attribution_before(text: str, start: int, at: int, language: str) -> Attribution | None:
    """Who is said to speak the quotation that begins at `at`, in the sentence before it (not before `start`)."""
    sentence = _last_sentence(text[max(start, at - WINDOW) : at])
    words = [token.group() for token in _TOKEN.finditer(sentence)]
    verb = next((each for each in range(len(words) - 1, -1, -1) if _is_verb(words[each], language)), None)
    if verb is None or len(words) - verb - 1 > MOST_WORDS_AFTER_VERB:
        return _according_to(words, sentence, at)
    saying = saying_of(language)
    following = words[verb + 1 :]
    found = _subject(words[:verb], sentence, language)
    if found is None or (language != "en" and not (found.speaker or found.pronoun)):
        found = _object_or_subject(following, language)
    return found._replace(
        end=at,
        answers=words[verb].lower() in ANSWERING,
        direct=len(following) <= 3,
        woven=any(word.lower() in saying.that for word in following[-1:]),
    )


def _last_sentence(lead: str) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(lead) if not _abbreviated(lead, match.start())]
    return lead[ends[-1] :] if ends else lead


def _abbreviated(text: str, dot: int) -> bool:
    word = re.search(rf"(?:{_TITLE}|\b[^\W\d_]\.)\Z", text[: dot + 1][-12:])
    return word is not None


def _subject(words: Sequence[str], sentence: str, language: str) -> Attribution | None:
    """The one before the verb: next to it, or with whom its clause or the sentence begins."""
    saying = saying_of(language)
    kept = [word for word in words if not (word.endswith("ly") or word.lower() in BESIDE_VERBS)]
    if not kept:
        return None
    if language in UNCASED and len(kept) == 1 and kept[0] not in saying.pronouns:
        return Attribution(kept[0], pronoun=False, end=0)
    if kept[-1].lower() in saying.pronouns - CONJUNCTIONS:
        return Attribution(None, pronoun=True, end=0)
    name = name_ending(kept) or (described(kept) if len(kept) <= 3 else None)
    if name:
        return Attribution(name, pronoun=False, end=0)
    return Attribution(_opening_name(sentence, saying), pronoun=False, end=0)


def _object_or_subject(words: Sequence[str], language: str) -> Attribution:
    """Behind a verb that opens its sentence stands who speaks: "said Umar:"."""
    return _named(words, 0, language, answers=False) or Attribution(None, pronoun=False, end=0)


def _opening_name(sentence: str, saying: Saying) -> str | None:
    """Ali rose and said; he came, and Ali rose and said; Ali, son of Hasan, said."""
    clauses = [_TOKEN.findall(clause) for clause in _CLAUSE_SIGN.split(sentence)]
    for words in (*reversed(clauses), *clauses[:1]):
        kept = list(words)
        while kept and kept[0].lower() in CONJUNCTIONS:
            kept = kept[1:]
        if kept and kept[0].lower() in saying.pronouns:
            return None
        name = name_at(kept)
        if name:
            return name
    return None


def _according_to(words: Sequence[str], sentence: str, at: int) -> Attribution | None:
    """In the words of Lincoln, “…”; according to Lincoln, “…”."""
    opening = re.match(r"\s*(?:according to|in the words of|to quote)\b", sentence, re.IGNORECASE)
    if not opening:
        return None
    length = len(opening.group().split())
    return Attribution(name_at(words[length:]), pronoun=False, end=at)


def signature(text: str, at: int) -> str | None:
    """Who signs what ends at `at`: a dash and a name, and nothing else."""
    signed = _SIGNED.match(text, at)
    return name_at(_TOKEN.findall(signed.group(1))) if signed else None


def _is_verb(word: str, language: str) -> bool:
    return word.lower() in saying_of(language).verbs
