"""Someone's words whose end, or whose speaker, mark-up had to guess; and runs so long that they may hold more."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hakawati.model import Chapter, Ending, Role, Segment
from hakawati.script.doubts.doubt import A_GUESS, Doubt, doubt
from hakawati.script.finders.vowelled import mostly_vowelled
from hakawati.script.letters import is_mark, is_said
from hakawati.script.stretches import by_paragraph, by_run

UNMARKED_END = "unmarked end"
NO_SPEAKER = "no speaker"
LONG_RUN = "long run"

SOMEONES_WORDS = frozenset({Role.SPEECH, Role.HADITH})
PERFORMED_APART = frozenset({Role.SPEECH, Role.HADITH, Role.SUPPLICATION, Role.VERSE, Role.REFERENCE})

MOST_WORDS = 250
"""In one run of one paragraph: two to three minutes of Arabic. Beyond, narration may have been taken along."""

WORDS_SHOWN = 6

_QUOTATION_MARKS = frozenset("«»‹›“”„‟\"‘’‚'")


def unmarked_end(chapter: Chapter) -> Iterator[Doubt]:
    """Where neither quotation marks nor the end of the vowels say where somebody's words end: their last words.

    One sentence that ends with its full stop is believed.
    """
    for run in _runs(chapter):
        marked = _has_marks(run) or mostly_vowelled(_text(run))
        if run[0].role in SOMEONES_WORDS and not marked and not _is_one_sentence(run):
            last = run[-1]
            yield doubt(UNMARKED_END, last, _last_words(last.text), len(last.text), A_GUESS)


def without_speaker(chapter: Chapter) -> Iterator[Doubt]:
    """Speech after a colon, so that it was said who speaks, but by a pronoun («فقال له:»)."""
    for paragraph in by_paragraph(chapter.segments):
        for before, run in pairwise(by_run(paragraph)):
            first = run[0]
            if first.role is Role.SPEECH and not first.manner.speaker and before[-1].text.endswith(":"):
                yield doubt(NO_SPEAKER, first, 0, len(first.text), A_GUESS)


def long_run(chapter: Chapter) -> Iterator[Doubt]:
    for run in _runs(chapter):
        if run[0].role in PERFORMED_APART and len(_text(run).split()) > MOST_WORDS:
            yield doubt(LONG_RUN, run[0], 0, len(run[0].text), A_GUESS)


def _runs(chapter: Chapter) -> Iterator[Sequence[Segment]]:
    for paragraph in by_paragraph(chapter.segments):
        yield from by_run(paragraph)


def _is_one_sentence(run: Sequence[Segment]) -> bool:
    *before, last = (segment.ending in {Ending.SENTENCE, Ending.PARAGRAPH} for segment in run)
    return last and not any(before)


def _text(run: Sequence[Segment]) -> str:
    return " ".join(segment.text for segment in run)


def _has_marks(run: Sequence[Segment]) -> bool:
    """One is enough: an aside in a quotation leaves each of its parts with one."""
    return run[0].text[0] in _QUOTATION_MARKS or not _QUOTATION_MARKS.isdisjoint(_closing(run[-1].text))


def _closing(text: str) -> str:
    """The punctuation that `text` ends with."""
    at = len(text)
    while at and not (is_said(text[at - 1]) or is_mark(text[at - 1])):
        at -= 1
    return text[at:]


def _last_words(text: str) -> int:
    """Where the last words of `text`, which has no white space at its end, begin."""
    before = max(0, len(text.split()) - WORDS_SHOWN)
    return len(text) - len(text.split(maxsplit=before)[-1])
