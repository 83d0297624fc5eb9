"""How long the silence before and after each segment of an episode is, and why."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from hakawati.engines.casting import Margins
from hakawati.model import Ending, Role, Segment, Silence
from hakawati.profiles import Profile
from hakawati.settings import Pauses


def silences(
    chapters: Sequence[Sequence[Segment]],
    pauses: Pauses,
    profile: Profile,
    margins: Callable[[Segment], Margins] = lambda _: Margins(),
) -> list[Silence]:
    """One for each segment of an episode's `chapters`, in order.

    `margins` tells the silence that the cast keeps around a segment's voice, instead of its role's: `Casting.margins`.
    """
    own = _Own(pauses, margins)
    segments = [segment for chapter in chapters for segment in chapter]
    closing = {id(chapter[-1]) for chapter in chapters}
    after = [_after(one, other, own, chapter_ends=id(one) in closing) for one, other in pairwise(segments)]
    after.append(max(pauses.episode_end, profile.tail))
    before = [max(pauses.episode_start, profile.head)]
    before += [_before(one, other, own) for one, other in pairwise(segments)]
    return [Silence(*pair) for pair in zip(before, after, strict=True)]


class _Own(NamedTuple):
    """The silence that a run keeps around itself, in seconds: its voice's, else its role's."""

    pauses: Pauses
    margins: Callable[[Segment], Margins]

    def before(self, segment: Segment) -> float:
        before = self.margins(segment).before
        return _role(segment.role, self.pauses) if before is None else before

    def after(self, segment: Segment) -> float:
        after = self.margins(segment).after
        return _role(segment.role, self.pauses) if after is None else after


def _before(segment: Segment, following: Segment, own: _Own) -> float:
    """Before `following`."""
    decided = segment.manner.pause is not None
    return own.before(following) if _changes(segment, following) and not decided else 0.0


def _after(segment: Segment, following: Segment, own: _Own, *, chapter_ends: bool) -> float:
    """The longest of the reasons there are; what the editor decided wins over all."""
    if segment.manner.pause is not None:
        return segment.manner.pause
    pauses = own.pauses
    reasons = [pauses.chapter if chapter_ends else 0.0, _ending(segment.ending, pauses)]
    if _changes(segment, following):
        reasons += pauses.role, own.after(segment)
    return max(reasons)


def _ending(ending: Ending, pauses: Pauses) -> float:
    return {
        Ending.RUN: 0.0,
        Ending.CLAUSE: pauses.clause,
        Ending.SENTENCE: pauses.sentence,
        Ending.PARAGRAPH: pauses.paragraph,
    }[ending]


def _role(role: Role, pauses: Pauses) -> float:
    """The silence a role keeps around itself."""
    return {
        Role.HEADING: pauses.heading,
        Role.HADITH: pauses.hadith,
        Role.VERSE: pauses.verse,
        Role.SUPPLICATION: pauses.supplication,
    }.get(role, 0.0)


def _changes(segment: Segment, following: Segment) -> bool:
    return (segment.role, segment.manner.speaker) != (following.role, following.manner.speaker)
