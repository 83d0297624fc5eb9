"""What a feed cannot be made without, and what it cannot be made with."""

import datetime as dt
from collections.abc import Iterator

from hakawati.publishing.edition import About
from hakawati.publishing.feed.addresses import ascii_address
from hakawati.publishing.feed.calendar import published
from hakawati.publishing.feed.categories import category_problems
from hakawati.settings.shape import Feed

EARLIEST = 1900
"""A year of RFC 2822 has four digits and is none before this one."""

EXAMPLE = "2026-01-30"


def lacking(feed: Feed) -> str | None:
    """One sentence on what has to be set, None where all is there: a feed with guessed addresses is wrong for good.

    Without a date episodes are not dated: apps then keep the feed's order.
    """
    if feed.base_url is not None:
        return None
    return (
        "feed.xml: it has to say where the files will lie on the web; "
        'write `base_url = "https://example.org/book"` below `[feed]` in hakawati.toml.'
    )


def mistaken(about: About) -> Iterator[str]:
    """What is set and cannot be right, one sentence each."""
    yield from category_problems(about.feed.category, about.feed.subcategory)
    yield from address_problems(about.feed)
    if about.feed.date is not None:
        yield from _date_problems(about.feed, about.feed.date, about.episodes)


def address_problems(feed: Feed) -> Iterator[str]:
    """One sentence for each address that is none."""
    for name, url in (("base_url", feed.base_url), ("link", feed.link)):
        try:
            if url is not None:
                ascii_address(url)
        except ValueError as error:
            yield f"feed.{name} = {url!r} is no address on the web: {error}."


def _date_problems(feed: Feed, first: dt.date, episodes: int) -> Iterator[str]:
    try:
        published(episodes, first, feed.every_days)
        readable = first.year >= EARLIEST
    except OverflowError:
        readable = False
    if not readable:
        yield f"feed.date = {first}: no podcast app can read such years; write a day such as {EXAMPLE}."
