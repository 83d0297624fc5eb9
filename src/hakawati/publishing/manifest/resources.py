"""What the book consists of, as linked resources: `url` (relative to the manifest), `encodingFormat`, `rel`, `name`."""

from base64 import b64encode
from collections.abc import Collection, Iterator

from hakawati.publishing.edition import Edition, EpisodeEntry
from hakawati.publishing.manifest.times import duration
from hakawati.units import Milliseconds, milliseconds

LinkedResource = dict[str, object]

COVER, CONTENTS = "cover.png", "index.html"
ALTERNATES = {".html": "text/html", ".vtt": "text/vtt"}
"""An episode's text in another form: ending and media type. Both are right to read instead of listening."""
SUPPLEMENTS = {**ALTERNATES, ".srt": "application/x-subrip", ".chapters.json": "application/json+chapters"}
"""What may lie beside an episode's sound."""


def length(episode: EpisodeEntry) -> Milliseconds:
    return milliseconds(episode.samples, episode.rate)


def reading_order(edition: Edition) -> list[LinkedResource]:
    """The episodes. Each may be checked by its hash, and names its text as its alternate."""
    return [_sound(episode, edition.made) for episode in edition.episodes]


def _sound(episode: EpisodeEntry, made: Collection[str]) -> LinkedResource:
    alternates = [
        _linked(episode.stem + ending, kind) for ending, kind in ALTERNATES.items() if episode.stem + ending in made
    ]
    return {
        **_linked(episode.file, "audio/mpeg"),
        "name": episode.title,
        "duration": duration(length(episode)),
        "integrity": f"sha256-{b64encode(bytes.fromhex(episode.sha256)).decode()}",
        **({"alternate": alternates} if alternates else {}),
    }


def resources(edition: Edition) -> list[LinkedResource]:
    """All that is made beside the sound and takes part in the book: the page, the cover, the texts."""
    return [*_of_book(edition), *(one for episode in edition.episodes for one in _of_episode(episode, edition.made))]


def _of_book(edition: Edition) -> Iterator[LinkedResource]:
    if CONTENTS in edition.made:
        yield {**_linked(CONTENTS, "text/html"), "rel": "contents"}
    if COVER in edition.made:
        yield {**_linked(COVER, "image/png"), "rel": "cover", "name": edition.about.title}


def _of_episode(episode: EpisodeEntry, made: Collection[str]) -> Iterator[LinkedResource]:
    for ending, kind in SUPPLEMENTS.items():
        if episode.stem + ending in made:
            yield {**_linked(episode.stem + ending, kind), "name": episode.title}


def _linked(url: str, kind: str) -> LinkedResource:
    return {"type": "LinkedResource", "url": url, "encodingFormat": kind}
