"""What an editor should look at first: the remarks on a book with their places in its file, the gravest first."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hakawati.model import Segment
from hakawati.production.progress import Progress
from hakawati.production.showing.shown import Shown
from hakawati.script.doubts.speech import LONG_RUN, NO_SPEAKER, UNMARKED_END
from hakawati.script.doubts.titles import SHORT_CHAPTER, TITLE_CUT
from hakawati.script.doubts.unclosed import UNCLOSED
from hakawati.script.doubts.verses import NO_REFERENCE, SLIP
from hakawati.script.review import Remark, review

DOUBTFUL_SPELLING = "doubtful spelling"

REASONS = {
    SLIP: "a verse is not as the mushaf has it",
    NO_REFERENCE: "a verse was not found in the mushaf",
    UNCLOSED: "a quotation mark or bracket has no partner",
    LONG_RUN: "so much in one role may have taken narration along",
    UNMARKED_END: "neither marks nor vowels say where someone's words end",
    DOUBTFUL_SPELLING: "a word was spelled with doubt",
    NO_SPEAKER: "who speaks is only a pronoun",
    SHORT_CHAPTER: "a chapter of a word or two",
    TITLE_CUT: "a title breaks off",
}
"""Why to look, the gravest first."""

DOUBTED = 0.5
"""The confidence up to which a spelling is not believed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the file. `line` counts from 1, and is None where there are none to count (a word processor's file).

    `start` and `end` are offsets in the decoded source; of the whole segment, where a script's marks stand in it.
    `instead` is what the mushaf has, or what is said: nothing in the book is changed by it.
    """

    rule: str
    episode: int
    chapter: str
    line: int | None
    start: int
    end: int
    text: str
    instead: str | None
    confidence: float


def places(shown: Shown, progress: Progress, *, spoken: bool) -> tuple[list[Place], int | None]:
    """The places; and the characters engines are given, if with `spoken` every segment was spelled."""
    remarks = review(shown.book, decided=shown.decided)
    found = [remark for remark in remarks if shown.chosen.takes(remark.episode, remark.segment)]
    characters = None
    if spoken:
        doubtful, characters = _spelled(shown, progress)
        found += doubtful
    lines = _line_starts(shown.text) if shown.has_lines else []
    return [_place(remark, lines) for remark in sorted(found, key=_gravity)], characters


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer(r"\r\n|[\n\r]", text))]


def _gravity(remark: Remark) -> tuple[int, int, int]:
    reason = list(REASONS).index(remark.note.rule)
    return reason, remark.segment.start, remark.note.start


def _spelled(shown: Shown, progress: Progress) -> tuple[list[Remark], int]:
    """What was spelled with doubt, and all characters of spoken text."""
    progress.begin(sum(1 for _ in shown.part.segments()))
    doubtful: list[Remark] = []
    characters = 0
    for episode, chapter, segment in _placed(shown):
        said = shown.spoken(segment)
        characters += len(said.text)
        notes = (replace(note, rule=DOUBTFUL_SPELLING) for note in said.notes if note.confidence <= DOUBTED)
        doubtful += [Remark(episode, chapter, segment, note) for note in notes]
        progress.advance(1)
    return doubtful, characters


def _placed(shown: Shown) -> Iterator[tuple[int, str, Segment]]:
    for episode in shown.part.episodes:
        for chapter in episode.chapters:
            for segment in chapter.segments:
                yield episode.number, chapter.title or episode.title, segment


def _place(remark: Remark, lines: Sequence[int]) -> Place:
    """`lines` are the offsets they start at."""
    segment, note = remark.segment, remark.note
    start, end = segment.start, segment.end
    if end - start == len(segment.text):
        start, end = start + note.start, start + note.end
    return Place(
        rule=note.rule,
        episode=remark.episode,
        chapter=remark.chapter,
        line=bisect_right(lines, start) or None,
        start=start,
        end=end,
        text=note.source,
        instead=note.spoken if note.spoken != note.source else None,
        confidence=note.confidence,
    )
