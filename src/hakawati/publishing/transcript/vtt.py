"""`.vtt`: WebVTT, with a voice for every speaker, a class for every role and a time for every word.

https://www.w3.org/TR/webvtt1/ A style sheet finds the roles by `::cue(.verse)` and the words not yet said by
`::cue(:future)`. A chapter's begin is a comment before its first cue: a chapter begins in silence, a cue with a word.
"""

from collections import deque
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from hakawati.model import Role, Timeline
from hakawati.publishing.edition import About, chapter_entries
from hakawati.publishing.one_line import one_line
from hakawati.publishing.transcript.bidi import embedding
from hakawati.publishing.transcript.captions import Caption, captions
from hakawati.publishing.transcript.clock_time import clock_time
from hakawati.publishing.transcript.voices import voice_name


class WebVtt:
    name = "vtt"
    ending = ".vtt"
    revision = 1

    def write(self, timeline: Timeline, about: About) -> bytes:
        return "\n".join(["WEBVTT\n", *_blocks(timeline, about)]).encode()


def _blocks(timeline: Timeline, about: About) -> Iterator[str]:
    chapters = deque(chapter_entries(timeline))
    for caption in captions(timeline):
        while chapters and chapters[0].start <= caption.start:
            chapter = chapters.popleft()
            yield f"NOTE chapter {clock_time(chapter.start, '.')} {_escaped(one_line(chapter.title))}\n"
        yield _cue(caption, about)


class _Written(NamedTuple):
    """A word as it stands in the file, with what parts it from the one before: nothing, a space or a new line."""

    before: str
    word: str
    voice: str
    role: Role


def _cue(caption: Caption, about: About) -> str:
    times = f"{clock_time(caption.start, '.')} --> {clock_time(caption.end, '.')}"
    return f"{times}\n{''.join(_spans(_written(caption, about)))}\n"


def _spans(words: Iterator[_Written]) -> Iterator[str]:
    for (voice, role), group in groupby(words, key=lambda word: (word.voice, word.role)):
        of_one = list(group)
        text = of_one[0].word + "".join(word.before + word.word for word in of_one[1:])
        said = text if role is Role.NARRATION else f"<c.{role}>{text}</c>"
        yield f"{of_one[0].before}<v {_escaped(one_line(voice))}>{said}</v>"


def _written(caption: Caption, about: About) -> Iterator[_Written]:
    """A word's time is written where it falls inside the caption, after the word before it."""
    time = caption.start
    for nth, line in enumerate(caption.lines):
        before, after = embedding("".join(word.text for word in line), right_to_left=caption.right_to_left)
        for word in line:
            stamp = ""
            if word.marked and time < word.start < caption.end:
                stamp, time = f"<{clock_time(word.start, '.')}>", word.start
            said = (before if word is line[0] else "") + _escaped(word.text) + (after if word is line[-1] else "")
            apart = "\n" * (nth > 0) if word is line[0] else " " * word.spaced
            yield _Written(apart, stamp + said, voice_name(word.manner, about), word.manner.role)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
