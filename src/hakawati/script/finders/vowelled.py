"""Vowelled runs: in prose that is written without vowels, what carries them is quoted.

A word is vowelled when it has at least four vowel marks to ten letters. Narration has nearly none, scripture
and carefully edited speech about eight.
"""

import re
from collections.abc import Iterator

from hakawati.script.finders.saying_verbs import is_saying
from hakawati.script.letters import ARABIC, MARKS, VOWELS, bare
from hakawati.script.vocabulary import listed

_WORD = re.compile(rf"[{ARABIC}][{ARABIC}{MARKS}\u0640]*")
# not «فرجع.»: what is joined with «و» or «ف» goes on with the narration
_LAST_WORD = re.compile(rf"\s+(?![وف]){_WORD.pattern}(?=\s*(?:[.؟!]|\Z))")
_VOWEL = re.compile(f"[{VOWELS}]")
_SENTENCE_END = re.compile(r"[.؟?!…]")
_ANY_MARK = re.compile(r"[.؟?!…،؛,;:»”\"]")
_RESUMING = re.compile("[وف]\u064e.*\u064e")
"""«فَتَفَرَّقَ»: a sentence that begins with a past verb joined to what was told before."""

LONGEST_ASIDE = 300
"""Characters between parentheses."""

GODS_NAME = ("الله", "لله")
"""Written with its last vowel alone even where all else is vowelled."""

BARE_PARTICLES = listed("لا ما يا أو هذا هذه الذي التي الله اللهم")
"""Often left without vowels where all around has them."""

CHAIN = listed("حدثنا حدثني أخبرنا أخبرني أنبأنا سمعت حدثه حدثهم ثنا")
"""Begins another link of a chain of narration, not the speech itself."""


def is_vowelled(word: str) -> bool:
    if bare(word).endswith(GODS_NAME):
        return bool(_VOWEL.search(word))
    return 10 * len(_VOWEL.findall(word)) >= 4 * len(bare(word))


def mostly_vowelled(text: str) -> bool:
    return vowelled_words(text) >= 0.6


def vowelled_words(text: str) -> float:
    """The share of words that are vowelled."""
    words = _WORD.findall(text)
    return sum(map(is_vowelled, words)) / len(words) if words else 0.0


def vowelled_run(text: str, at: int) -> tuple[int, int] | None:
    """The vowelled run that begins at `at` (white space before it aside); None if none does.

    One word without vowels is tolerated between vowelled ones, and so is all that stands in parentheses. The run ends
    before two of them, before a saying verb behind a mark, and before a sentence that resumes the narration.
    """
    at = next((place for place in range(at, len(text)) if not text[place].isspace()), at)
    end: int | None = None
    vowelled = doubtful = 0
    for word, after_mark in _words(text, at):
        spelled = word.group()
        if (end is not None and _resumes(text, end, word, after_mark)) or (not vowelled and bare(spelled) in CHAIN):
            break
        if is_vowelled(spelled):
            end, vowelled, doubtful = word.end(), vowelled + 1, 0
        elif spelled not in BARE_PARTICLES:
            doubtful += 1
            if doubtful > 1:
                break
    if end is None or not _enough(text[at:end], vowelled):
        return None
    return at, _with_last_word(text, end)


def _enough(run: str, vowelled: int) -> bool:
    words = len(_WORD.findall(run))
    return words >= 2 and 2 * vowelled >= words


def _words(text: str, at: int) -> Iterator[tuple[re.Match[str], bool]]:
    """The words from `at` on outside parentheses, each with whether a mark stands before it."""
    parenthesis_end = at
    before = at
    for word in _WORD.finditer(text, at):
        if word.start() < parenthesis_end:
            continue
        opened = text.find("(", before, word.start())
        closed = text.find(")", word.start(), word.start() + LONGEST_ASIDE) if opened >= 0 else -1
        if closed >= 0:
            parenthesis_end = before = closed
            continue
        yield word, bool(_ANY_MARK.search(text, before, word.start()))
        before = word.end()


def _resumes(text: str, end: int, word: re.Match[str], after_mark: bool) -> bool:  # noqa: FBT001 - one of the pair
    if not after_mark:
        return False
    new_sentence = bool(_SENTENCE_END.search(text, end, word.start()))
    return is_saying(word.group()) or (new_sentence and bool(_RESUMING.fullmatch(word.group())))


def _with_last_word(text: str, end: int) -> int:
    """A single word without vowels that closes the sentence belongs to it («مِنْ الأعداء.»)."""
    last = _LAST_WORD.match(text, end)
    return last.end() if last else end
