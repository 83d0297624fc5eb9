"""An episode in the feed."""

from collections.abc import Iterator

from hakawati.publishing.edition import EpisodeEntry
from hakawati.publishing.feed.calendar import rfc_2822
from hakawati.publishing.feed.channel import COVER
from hakawati.publishing.feed.elements import Element, empty, text
from hakawati.publishing.feed.identity import episode_guid
from hakawati.publishing.feed.notes import of_episode, whole_of_episode
from hakawati.publishing.feed.podcast import Podcast

CHAPTERS, CHAPTERS_KIND = ".chapters.json", "application/json+chapters"
TRANSCRIPTS = {".vtt": "text/vtt", ".srt": "application/x-subrip"}
"""The captions that apps follow, best first: ending and media type."""


def item(episode: EpisodeEntry, podcast: Podcast) -> Iterator[Element]:
    """What RSS has, then what Apple Podcasts has, then what Podcasting 2.0 has."""
    yield from _rss(episode, podcast)
    yield from _apple(episode, podcast)
    yield from _podcasting(episode, podcast)


def _rss(episode: EpisodeEntry, podcast: Podcast) -> Iterator[Element]:
    yield text("title", episode.title)
    if page := podcast.address_if_made(f"{episode.stem}.html"):
        yield text("link", page)
    yield empty("enclosure", url=podcast.address(episode.file), length=str(episode.bytes), type="audio/mpeg")
    yield text("guid", episode_guid(podcast.guid, episode.number), isPermaLink="false")
    if appears := podcast.published(episode.number):
        yield text("pubDate", rfc_2822(appears))
    notes, whole = of_episode(episode), whole_of_episode(episode)
    yield text("description", notes)
    if notes != whole:
        yield text("content:encoded", whole)


def _apple(episode: EpisodeEntry, podcast: Podcast) -> Iterator[Element]:
    yield text("itunes:title", episode.title)
    yield text("itunes:duration", str(round(episode.seconds)))
    yield text("itunes:episode", str(episode.number))
    yield text("itunes:season", str(podcast.feed.season))
    yield text("itunes:episodeType", "full")
    yield text("itunes:explicit", str(podcast.feed.explicit).lower())
    if cover := podcast.address_if_made(COVER):
        yield empty("itunes:image", href=cover)


def _podcasting(episode: EpisodeEntry, podcast: Podcast) -> Iterator[Element]:
    yield text("podcast:season", str(podcast.feed.season))
    yield text("podcast:episode", str(episode.number))
    if chapters := podcast.address_if_made(episode.stem + CHAPTERS):
        yield empty("podcast:chapters", url=chapters, type=CHAPTERS_KIND)
    for ending, kind in TRANSCRIPTS.items():
        if captions := podcast.address_if_made(episode.stem + ending):
            language = podcast.about.language
            yield empty("podcast:transcript", url=captions, type=kind, language=language, rel="captions")
