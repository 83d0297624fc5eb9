"""How long the silence before and after each segment of an episode is, and why."""

from collections.abc import Sequence
from itertools import pairwise

from hakawati.model import Ending, Role, Segment, Silence
from hakawati.profiles import Profile
from hakawati.settings import Pauses


def silences(chapters: Sequence[Sequence[Segment]], pauses: Pauses, profile: Profile) -> list[Silence]:
    """One for each segment of an episode's `chapters`, in order."""
    segments = [segment for chapter in chapters for segment in chapter]
    closing = {id(chapter[-1]) for chapter in chapters}
    after = [_after(one, other, pauses, chapter_ends=id(one) in closing) for one, other in pairwise(segments)]
    after.append(max(pauses.episode_end, profile.tail))
    before = [max(pauses.episode_start, profile.head)]
    before += [_role(other.role, pauses) if _changes(one, other) else 0.0 for one, other in pairwise(segments)]
    return [Silence(*pair) for pair in zip(before, after, strict=True)]


def _after(segment: Segment, following: Segment, pauses: Pauses, *, chapter_ends: bool) -> float:
    """The longest of the reasons there are; what the editor decided wins over all."""
    if segment.manner.pause is not None:
        return segment.manner.pause
    reasons = [pauses.chapter if chapter_ends else 0.0, _ending(segment.ending, pauses)]
    if _changes(segment, following):
        reasons += pauses.role, _role(segment.role, pauses)
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
