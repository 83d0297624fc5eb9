"""`feed.xml`."""

from typing import BinaryIO

from hakawati.errors import SettingsError
from hakawati.publishing.edition import About, Edition
from hakawati.publishing.feed.addresses import FILE_NAME
from hakawati.publishing.feed.channel import channel
from hakawati.publishing.feed.elements import document, holding
from hakawati.publishing.feed.item import item
from hakawati.publishing.feed.podcast import podcast
from hakawati.publishing.feed.problems import lacking, mistaken


class RssFeed:
    name = "feed"
    file = FILE_NAME
    revision = 2
    asked_only = False

    def refused(self, about: About) -> str | None:
        """What the settings lack. Raises SettingsError for what they say and cannot mean."""
        if mistakes := list(mistaken(about)):
            raise SettingsError(mistakes)
        return lacking(about.feed)

    def write(self, edition: Edition, file: BinaryIO) -> None:
        """The episodes in their order. Raises SettingsError where the settings lack something."""
        show = podcast(edition)
        items = [holding("item", item(episode, show)) for episode in edition.episodes]
        file.write(document(holding("rss", [holding("channel", [*channel(show), *items])], version="2.0")))
