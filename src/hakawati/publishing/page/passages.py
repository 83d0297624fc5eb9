"""An episode's text as it is printed: chapters of passages (paragraphs), passages of runs in one role.

Ornaments - brackets around a verse, quotation marks around speech, a speaker's name - are left to the style sheet, so
that the text stays the author's when it is copied; here is decided which run has them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby

from hakawati.model import Cue, Manner, Role, Segment, TimedChapter, Timeline
from hakawati.publishing.adjoining import adjoining
from hakawati.publishing.page.verse_reference import verse_reference
from hakawati.publishing.paragraphs import paragraphs
from hakawati.script.finders.hemistichs import line
from hakawati.units import Milliseconds, milliseconds

OPENING = tuple("«»‹›\"'“”„‟‘’‚〈《「『([{﴿﴾")
"""With which a text brings quotation marks or brackets of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """A segment. `halves` are those of a line of verse, with what parts them between; else its text alone.

    `apart`: white space stands before it.
    """

    halves: tuple[str, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Segments in one manner. `speaker` and `reference` are what is shown beside it, `quotes` whether it needs any."""

    role: Role
    speaker: str | None
    reference: str | None
    quotes: bool
    segments: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. `kind` is its role if all of it is in one, else narration."""

    kind: Role
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class PrintedChapter:
    """`title` is empty where it stands there already: as the episode's, or as a first passage that says it aloud."""

    number: int
    title: str
    start: Milliseconds
    passages: tuple[Passage, ...]


def printed_chapters(timeline: Timeline, language: str) -> tuple[PrintedChapter, ...]:
    return tuple(_chapter(number, chapter, timeline, language) for number, chapter in enumerate(timeline.chapters, 1))


def _chapter(number: int, chapter: TimedChapter, timeline: Timeline, language: str) -> PrintedChapter:
    passages = tuple(_named_once(_passage(cues, language) for cues in paragraphs(chapter.cues)))
    title = chapter.title or (timeline.title if len(timeline.chapters) > 1 else "")
    said = passages[0].kind is Role.HEADING and _letters(_text(passages[0])) == _letters(title)
    above = number == 1 and _letters(title) == _letters(timeline.title)
    return PrintedChapter(number, "" if said or above else title, milliseconds(chapter.start, timeline.rate), passages)


def _passage(cues: list[Cue], language: str) -> Passage:
    roles = {cue.segment.role for cue in cues}
    kind = cues[0].segment.role if len(roles) == 1 else Role.NARRATION
    return Passage(kind, tuple(_runs(cues, language)))


def _named_once(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Who speaks through several paragraphs, as a poet does line by line, is named ahead of the first."""
    before: tuple[Role, str | None] | None = None
    for passage in passages:
        first, *others = passage.runs
        same = before == (first.role, first.speaker)
        yield Passage(passage.kind, (replace(first, speaker=None), *others)) if same else passage
        before = (first.role, first.speaker) if not others else None


def _runs(cues: list[Cue], language: str) -> Iterator[Run]:
    """A speaker is named where another spoke before."""
    apart = dict(zip(map(id, cues), chain((False,), map(_are_apart, cues, cues[1:])), strict=True))
    named = None
    for (role, speaker, ref), of_one in groupby(cues, key=lambda cue: _shown(cue.segment.manner)):
        run = list(of_one)
        own_quotes = run[0].segment.text.startswith(OPENING)
        said = tuple(Said(_halves(cue.segment), apart[id(cue)]) for cue in run)
        reference = verse_reference(ref, language) if ref else None
        yield Run(role, speaker if speaker != named else None, reference, not own_quotes, said)
        named = speaker or named


def _shown(manner: Manner) -> tuple[Role, str | None, str | None]:
    return manner.role, manner.speaker, manner.ref


def _are_apart(before: Cue, after: Cue) -> bool:
    return not adjoining(before.segment, after.segment)


def _halves(segment: Segment) -> tuple[str, ...]:
    text = segment.text
    verse = line(text) if segment.role is Role.POETRY else None
    if not verse:
        return (text,)
    first, second = text.index(verse.first) + len(verse.first), text.rindex(verse.second)
    return text[:first], text[first:second], text[second:]


def _text(passage: Passage) -> str:
    return " ".join("".join(said.halves) for run in passage.runs for said in run.segments)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
