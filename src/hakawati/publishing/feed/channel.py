"""The podcast: everything in the feed's channel but its episodes."""

from collections.abc import Iterator

from hakawati.publishing.edition import About
from hakawati.publishing.feed.addresses import FILE_NAME, ascii_address
from hakawati.publishing.feed.elements import Element, empty, holding, text
from hakawati.publishing.feed.notes import of_book
from hakawati.publishing.feed.podcast import Podcast
from hakawati.settings.shape import Feed

COVER = "cover.png"
PAGE = "index.html"


def channel(podcast: Podcast) -> Iterator[Element]:
    """What RSS has, then what Apple Podcasts has, then what Podcasting 2.0 has."""
    yield from _rss(podcast)
    yield from _apple(podcast)
    yield from _podcasting(podcast)


def _rss(podcast: Podcast) -> Iterator[Element]:
    about = podcast.about
    yield text("title", about.title)
    yield text("link", _website(podcast))
    yield empty("atom:link", href=podcast.address(FILE_NAME), rel="self", type="application/rss+xml")
    yield text("description", of_book(about))
    yield text("language", about.language)
    if about.copyright:
        yield text("copyright", about.copyright)
    if cover := podcast.address_if_made(COVER):
        yield holding("image", [text("url", cover), text("title", about.title), text("link", _website(podcast))])
    yield text("generator", "Hakawati")


def _website(podcast: Podcast) -> str:
    if podcast.feed.link:
        return ascii_address(podcast.feed.link)
    return podcast.address_if_made(PAGE) or podcast.address("")


def _apple(podcast: Podcast) -> Iterator[Element]:
    about, feed = podcast.about, podcast.feed
    yield text("itunes:author", about.author or about.narrator)
    yield text("itunes:type", "serial")
    yield text("itunes:explicit", str(feed.explicit).lower())
    yield _category(feed)
    if cover := podcast.address_if_made(COVER):
        yield empty("itunes:image", href=cover)
    if feed.owner or feed.email:
        yield holding("itunes:owner", _owner(about))


def _category(feed: Feed) -> Element:
    below = [empty("itunes:category", text=feed.subcategory)] if feed.subcategory else []
    return holding("itunes:category", below, text=feed.category)


def _owner(about: About) -> Iterator[Element]:
    yield text("itunes:name", about.feed.owner or about.author or about.narrator)
    if about.feed.email:
        yield text("itunes:email", about.feed.email)


def _podcasting(podcast: Podcast) -> Iterator[Element]:
    about, feed = podcast.about, podcast.feed
    yield text("podcast:guid", str(podcast.guid))
    yield text("podcast:medium", "audiobook")
    yield text("podcast:locked", "yes" if feed.locked else "no", **({"owner": feed.email} if feed.email else {}))
    if about.author:
        yield text("podcast:person", about.author, role="author", group="writing")
    yield text("podcast:person", about.narrator, role="narrator", group="cast")
