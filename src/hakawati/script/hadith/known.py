"""Whether words are those of a well-known hadith."""

from collections.abc import Iterator, Sequence

from hakawati.script.hadith.agreement import Agreement, agreement
from hakawati.script.hadith.openings import SEED, Lead, leads
from hakawati.script.hadith.wording import Word, words_of

MOST_FILLERS = 6
ADDRESSED = 3
"""Words behind «يا» that can be a name («يا أبا عبد الله»)."""

ENOUGH = ((4, 4), (5, 3), (6, 2))
"""Words that agree and those of them that tell something, of a line that is not quoted whole."""

LEAST_INSIDE = 5
"""Of a line in the midst of a text, where nothing says that someone's words begin."""

MOST_CHARACTERS = 600
"""Of a text's beginning: longer than any line of the list with its fillers and vowels."""


def known(text: str) -> int:
    """How many words at the beginning of `text` agree with a well-known hadith's; 0 if too few to be sure.

    Quotation marks and fillers («إن», «ألا», «يا فلان») may stand before them, and are not counted. It is for words
    whose speaker is left open: a Companion who is named may say the Prophet's words after him.
    """
    words = words_of(text[:MOST_CHARACTERS])
    return max((one.agreed for one in _at_beginning(words) if _is_sure(one)), default=0)


def find(text: str) -> list[tuple[int, int]]:
    """Where a well-known hadith's words stand in `text`: offsets, end exclusive, in order and apart from each other.

    More is asked of them than of words that are known to be someone's.
    """
    words = words_of(text)
    places: list[tuple[int, int]] = []
    for one in _inside(words):
        start, end = words[one.first].start, words[one.end - 1].end
        if places and start <= places[-1][1]:
            places[-1] = (min(start, places[-1][0]), max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places


def _inside(words: Sequence[Word]) -> Iterator[Agreement]:
    for at in range(len(words)):
        for one in _agreements(words, at):
            if one.agreed >= LEAST_INSIDE and _is_sure(one):
                yield one


def _at_beginning(words: Sequence[Word]) -> Iterator[Agreement]:
    for at in _beginnings(words):
        yield from _agreements(words, at)
        for lead in _led(words, at + 1):
            if lead.misses_first:
                yield agreement(words, at + 1, lead)


def _beginnings(words: Sequence[Word]) -> Iterator[int]:
    """Where the words themselves can begin, behind fillers and whom they address."""
    named = 0
    for at in range(min(len(words), MOST_FILLERS + 1)):
        yield at
        named = ADDRESSED if words[at].form.stem == "يا" else named - 1
        if named < 0 and not words[at].form.fills:
            return


def _agreements(words: Sequence[Word], at: int) -> Iterator[Agreement]:
    for lead in _led(words, at):
        yield agreement(words, at, lead)


def _led(words: Sequence[Word], at: int) -> Iterator[Lead]:
    """The lines with a seed that begins with `words[at]`; one other word may stand within the seed."""
    known_leads = leads()
    stems = [word.form.stem for word in words[at : at + SEED + 1]]
    if len(stems) == SEED + 1:
        first, second, third, fourth = stems
        yield from known_leads.get((first, second, fourth), ())
        yield from known_leads.get((first, third, fourth), ())
    yield from known_leads.get(tuple(stems[:SEED]), ())
    yield from known_leads.get(tuple(stems[: SEED - 1]), ())


def _is_sure(one: Agreement) -> bool:
    return one.whole or any(one.agreed >= agreed and one.telling >= telling for agreed, telling in ENOUGH)
