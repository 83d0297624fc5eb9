"""Chapters too short to be meant, and titles that break off."""

from collections.abc import Iterator

from hakawati.model import Chapter
from hakawati.script.doubts.doubt import A_GUESS, Doubt, doubt
from hakawati.script.letters import is_mark, is_said
from hakawati.script.stretches import by_paragraph

SHORT_CHAPTER = "short chapter"
TITLE_CUT = "title cut"

FEWEST_WORDS = 3
"""A chapter with fewer is more likely a heading, or a line that was broken."""


def short_chapter(chapter: Chapter) -> Iterator[Doubt]:
    words = sum(len(segment.text.split()) for segment in chapter.segments)
    if words < FEWEST_WORDS:
        first = chapter.segments[0]
        yield doubt(SHORT_CHAPTER, first, 0, len(first.text))


def title_cut(chapter: Chapter) -> Iterator[Doubt]:
    """A title taken from the opening words, where it ends in the middle of a clause."""
    opening = next(by_paragraph(chapter.segments))
    words = " ".join(segment.text for segment in opening).split()
    length = len(chapter.title.split())
    if not 0 < length < len(words) or _plain(words[:length]) != _plain(chapter.title.split()):
        return
    last = words[length - 1][-1]
    if is_said(last) or is_mark(last):
        yield doubt(TITLE_CUT, opening[0], 0, len(opening[0].text), A_GUESS)


def _plain(words: list[str]) -> str:
    return "".join(filter(str.isalnum, "".join(words)))
