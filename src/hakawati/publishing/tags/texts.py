"""Everything a tag says in words, frame by frame.

A narrator has no frame of his own in ID3. Audiobook players (Audiobookshelf, Plex with Prologue and others) and the
tools that tag audiobooks take the composer for him; players of music show that as a person, too. `TXXX:NARRATOR` says
it in plain words beside it, for programs that list every field.
"""

import re
from collections.abc import Iterator

from mutagen.id3 import COMM, TALB, TCOM, TCON, TCOP, TIT2, TLAN, TLEN, TPE1, TPE2, TRCK, TXXX, TYER, USLT

from hakawati.model import Timeline
from hakawati.publishing.edition import About
from hakawati.publishing.languages import three_letters
from hakawati.publishing.tags.encoding import UTF_16, line, lines
from hakawati.publishing.tags.lyrics import lyrics
from hakawati.publishing.tags.summary import summary
from hakawati.units import milliseconds


def text_frames(timeline: Timeline, about: About) -> Iterator[object]:
    """Nothing is said of what is not known."""
    yield from _names(timeline, about)
    yield from _particulars(timeline, about)
    yield from _long_texts(timeline, about)


def _names(timeline: Timeline, about: About) -> Iterator[object]:
    yield TIT2(encoding=UTF_16, text=line(timeline.title))
    yield TALB(encoding=UTF_16, text=line(about.title))
    if about.author:
        yield TPE1(encoding=UTF_16, text=line(about.author))
        yield TPE2(encoding=UTF_16, text=line(about.author))
    if about.narrator:
        yield TCOM(encoding=UTF_16, text=line(about.narrator))
        yield TXXX(encoding=UTF_16, desc="NARRATOR", text=line(about.narrator))


def _particulars(timeline: Timeline, about: About) -> Iterator[object]:
    yield TRCK(encoding=UTF_16, text=f"{timeline.number}/{about.episodes}")
    yield TCON(encoding=UTF_16, text=line(about.genre))
    yield TLAN(encoding=UTF_16, text=three_letters(about.language))
    yield TLEN(encoding=UTF_16, text=str(milliseconds(timeline.samples, timeline.rate)))
    if about.year:
        yield TYER(encoding=UTF_16, text=f"{about.year:04}")
    if about.copyright:
        yield TCOP(encoding=UTF_16, text=_copyright(line(about.copyright), about.year))


def _copyright(text: str, year: int | None) -> str:
    """It must begin with a year and a space, and is shown after "Copyright ©" (ID3v2.3, section 4.2.1)."""
    said = re.sub(r"^(?:copyright|©|\(c\)|\s)+", "", text, flags=re.IGNORECASE) or text
    return said if year is None or re.match(r"\d{4} ", said) else f"{year:04} {said}"


def _long_texts(timeline: Timeline, about: About) -> Iterator[object]:
    language = three_letters(about.language)
    for frame, text in ((COMM, summary(timeline, about)), (USLT, lyrics(timeline))):
        if text:
            yield frame(encoding=UTF_16, lang=language, desc="", text=lines(text))
