"""A book as a podcast: what the channel and every item of its feed are made from."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from hakawati.errors import SettingsError
from hakawati.publishing.edition import About, Edition
from hakawati.publishing.feed.addresses import address
from hakawati.publishing.feed.calendar import published
from hakawati.publishing.feed.identity import podcast_guid
from hakawati.publishing.feed.problems import lacking
from hakawati.settings.shape import Feed


@dataclass(frozen=True, slots=True)
class Podcast:
    """`made` names the files beside the MP3s."""

    about: About
    made: frozenset[str]
    base_url: str

    @property
    def feed(self) -> Feed:
        return self.about.feed

    @property
    def guid(self) -> UUID:
        return podcast_guid(self.base_url, self.feed)

    def address(self, file: str) -> str:
        """Where `file` lies on the web."""
        return address(self.base_url, file)

    def address_if_made(self, file: str) -> str | None:
        return self.address(file) if file in self.made else None

    def published(self, number: int) -> dt.datetime | None:
        """When episode `number` appears; None where nobody says."""
        return published(number, self.feed.date, self.feed.every_days) if self.feed.date else None


def podcast(edition: Edition) -> Podcast:
    """Raises SettingsError where the settings do not say enough for one."""
    feed = edition.about.feed
    if lack := lacking(feed):
        raise SettingsError([lack])
    assert feed.base_url is not None
    return Podcast(edition.about, edition.made, feed.base_url)
