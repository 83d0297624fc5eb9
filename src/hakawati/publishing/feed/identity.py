"""By what apps know the podcast and its episodes again, whatever becomes of titles, texts and sound."""

from uuid import UUID, uuid5

from hakawati.publishing.feed.addresses import feed_address
from hakawati.settings.shape import Feed

PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of podcasts (Podcasting 2.0, `podcast:guid`)."""


def podcast_guid(base_url: str, feed: Feed) -> UUID:
    """What the settings say it has been from the first, else the one of the feed's address."""
    return UUID(feed.guid) if feed.guid else named_guid(feed_address(base_url).partition("://")[2].rstrip("/"))


def named_guid(address: str) -> UUID:
    """Of a feed's address, which is given without its scheme and without slashes at its end."""
    return uuid5(PODCASTS, address)


def episode_guid(podcast: UUID, number: int) -> str:
    """Of the podcast's guid and the episode's number alone."""
    return str(uuid5(podcast, f"episode {number}"))
