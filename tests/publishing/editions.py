"""Books made up for tests: their timelines, the editions of them, and whole folders with sound and all."""

import base64
import datetime as dt
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hakawati.model import Cue, Manner, Mark, Role, Segment, Speech, Take, TimedChapter, Timeline
from hakawati.profiles import PROFILES
from hakawati.publishing.edition import About, Edition, EpisodeEntry, chapter_entries
from hakawati.publishing.names import episode_file
from hakawati.publishing.publications import BOOK, EPISODE
from hakawati.publishing.tags.tagging import tag
from hakawati.settings.shape import Feed
from hakawati.sound.encoding import encode
from hakawati.sound.linking import link
from hakawati.units import Samples

PROFILE = PROFILES["compact"]
LETTER, BEFORE, AFTER = 1_700, 2_400, 12_000
"""Samples that a letter lasts, and of silence around a segment."""

PODCAST = Feed(base_url="https://example.org/books/one", date=dt.date(2026, 1, 30), email="owner@example.org")

ENDINGS = (".chapters.json", ".vtt", ".srt", ".html", ".text.js")
FILES = ("index.html", "cover.png", "playlist.m3u8", "feed.xml", "publication.json")
"""What lies beside a book's MP3s where all that needs nothing more is made."""

HOSTILE = {
    "markup": """<b>&amp;</b> & < > " ' `""",
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(2)>",
    "closing": "]]> --> */ </title></style></textarea> {{ title }} {% raw %} \\u003c \\",
    "times": "00:00:01.000 --> 00:00:02.000",
    "emoji": "قمر 🌙 وعائلة 👨‍👩‍👧",
    "turned round": "\u202eقلب\u2067 معزول",
    "long": "كلمة طويلة " * 27 + "كلم",
    "climbing": "../../etc/passwd",
    "device": "CON",
    "control": "قبل\x00بعد\x0bهنا\x1b[31m",
    "lines": "سطر\nثان\u2028ثالث",
    "number sign": "#EXTINF:1,وسم",
}
"""Texts that end, open or turn round something in one format or another. `long` has 300 characters."""


def spoken(text: str, role: Role = Role.NARRATION, speaker: str | None = None) -> Segment:
    return Segment(text=text, manner=Manner(role=role, speaker=speaker))


def timeline(number: int, title: str, chapters: Sequence[tuple[str, Sequence[Segment]]]) -> Timeline:
    """Every word has a mark and lasts as long as its letters; every take is a whole number of frames."""
    start, timed = 0, []
    for name, segments in chapters:
        cues = []
        for segment in segments:
            cues.append(_cue(segment, start))
            start = cues[-1].end
        timed.append(TimedChapter(name, tuple(cues)))
    return Timeline(number, title, PROFILE.rate, tuple(timed))


def _cue(segment: Segment, start: int) -> Cue:
    at, marks = BEFORE, []
    for word in re.finditer(r"\S+", segment.text):
        marks.append(Mark(word.start(), word.end(), Samples(at)))
        at += LETTER * len(word[0])
    frames = -(-(at + AFTER) // PROFILE.frame)
    return Cue(segment, Samples(start), Samples(frames * PROFILE.frame), tuple(marks))


def book_of(texts: Mapping[str, str]) -> list[Timeline]:
    """An episode named by each text, with two chapters of that name, spoken by somebody of that name; texts between."""
    return [
        timeline(
            number,
            text,
            [
                (text, [spoken("بسم الله."), spoken(text, Role.SPEECH, text)]),
                (text, [spoken(f"قبل {text} بعد.")]),
            ],
        )
        for number, text in zip(count(1), texts.values(), strict=False)
    ]


PLAIN = [
    timeline(1, "الأولى", [("مقدمة", [spoken("بسم الله الرحمن الرحيم.")]), ("", [spoken("قال أبو بكر.")])]),
    timeline(2, "الثانية", [("خاتمة", [spoken("والحمد لله رب العالمين.")])]),
]
COVER = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==")
"""A PNG of one pixel."""
ABOUT = About(
    title="سيرة أبي بكر",
    author="خطيب",
    language="ar",
    episodes=2,
    year=2026,
    cover=COVER,
    picture=COVER,
    feed=PODCAST,
)


def entry(of: Timeline, episodes: int, mp3: bytes = b"") -> EpisodeEntry:
    name = episode_file(of.number, episodes, "book")
    digest = sha256(mp3).hexdigest()
    return EpisodeEntry(of.number, of.title, name, of.samples, of.rate, len(mp3), digest, chapter_entries(of))


def made_of(entries: Sequence[EpisodeEntry], endings: Iterable[str], files: Iterable[str]) -> frozenset[str]:
    """What lies beside the MP3s."""
    return frozenset([*files, *(one.stem + ending for one in entries for ending in endings)])


def edition(about: About = ABOUT, timelines: Sequence[Timeline] = PLAIN, made: frozenset[str] | None = None) -> Edition:
    """A book of which nothing lies anywhere; without `made` as if all of ENDINGS and FILES were made."""
    entries = tuple(entry(of, len(timelines), b"sound of %d" % of.number) for of in timelines)
    return Edition(about, entries, Path(), made_of(entries, ENDINGS, FILES) if made is None else made)


def lying(folder: Path, about: About = ABOUT, timelines: Sequence[Timeline] = PLAIN) -> Edition:
    """A book whose folder holds it: MP3s with tags (they are silent), and all that can be made here."""
    entries = []
    for of in timelines:
        mp3 = _mp3(of, about)
        entries.append(entry(of, len(timelines), mp3))
        (folder / entries[-1].file).write_bytes(mp3)
        for one in EPISODE:
            (folder / (entries[-1].stem + one.ending)).write_bytes(one.write(of, about))
    books = [one for one in BOOK if not one.refused(about)]
    made = made_of(entries, [one.ending for one in EPISODE], [one.file for one in books])
    whole = Edition(about, tuple(entries), folder, made)
    for book in books:
        with (folder / book.file).open("w+b") as file:
            book.write(whole, file)
    return whole


def _mp3(of: Timeline, about: About) -> bytes:
    file = BytesIO()
    file.write(tag(of, about))
    link((_silent(cue.samples) for chapter in of.chapters for cue in chapter.cues), file, PROFILE)
    return file.getvalue()


@cache
def _silent(samples: int) -> Take:
    return encode(Speech(bytes(2 * samples), PROFILE.rate), PROFILE)


def hostile(folder: Path) -> Edition:
    """A book of hostile texts, and with every name hostile."""
    about = About(
        title=HOSTILE["markup"] + HOSTILE["script"],
        author=HOSTILE["closing"],
        narrator=HOSTILE["turned round"],
        description=HOSTILE["lines"] + HOSTILE["script"],
        copyright=HOSTILE["markup"],
        language="ar",
        episodes=len(HOSTILE),
        cover=COVER,
        picture=COVER,
        feed=PODCAST,
    )
    return lying(folder, about, book_of(HOSTILE))


def digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


if __name__ == "__main__":  # a process of its own, to see that it makes the same
    with TemporaryDirectory() as place:
        hostile(Path(place))
        json.dump(digests(Path(place)), sys.stdout)
