"""`.srt`: SubRip subtitles, for players that know nothing better."""

import re
from collections.abc import Iterator

from hakawati.model import Timeline
from hakawati.publishing.edition import About
from hakawati.publishing.transcript.bidi import embedding
from hakawati.publishing.transcript.captions import Caption, captions
from hakawati.publishing.transcript.clock_time import clock_time
from hakawati.publishing.transcript.words import Word

JOINER = "\u2060"
"""Invisible. SubRip has no way to write `<b>`, `{\\an8}` or `-->` as text: parted by it they are nothing else."""
_MARKUP = re.compile(r"(?<=<)(?=[/a-zA-Z])|(?<=\{)(?=\\)|(?<=--)(?=>)")


class SubRip:
    name = "srt"
    ending = ".srt"
    revision = 1

    def write(self, timeline: Timeline, about: About) -> bytes:  # noqa: ARG002 - the text is all there is to it
        return "\n".join(_blocks(captions(timeline))).encode()


def _blocks(captions: tuple[Caption, ...]) -> Iterator[str]:
    for number, caption in enumerate(captions, 1):
        lines = "\n".join(_line(line, right_to_left=caption.right_to_left) for line in caption.lines)
        yield f"{number}\n{clock_time(caption.start, ',')} --> {clock_time(caption.end, ',')}\n{lines}\n"


def _line(words: tuple[Word, ...], *, right_to_left: bool) -> str:
    line = words[0].text + "".join(" " * word.spaced + word.text for word in words[1:])
    before, after = embedding(line, right_to_left=right_to_left)
    return before + _MARKUP.sub(JOINER, line) + after
