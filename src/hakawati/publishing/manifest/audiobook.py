"""`publication.json`."""

import json
from typing import BinaryIO
from uuid import NAMESPACE_URL, UUID, uuid5

from hakawati.errors import SettingsError
from hakawati.publishing.direction import direction
from hakawati.publishing.edition import About, Edition
from hakawati.publishing.feed.addresses import address
from hakawati.publishing.feed.identity import podcast_guid
from hakawati.publishing.feed.problems import address_problems
from hakawati.publishing.manifest.accessibility import accessibility
from hakawati.publishing.manifest.contents import contents
from hakawati.publishing.manifest.resources import length, reading_order, resources
from hakawati.publishing.manifest.times import duration
from hakawati.units import Milliseconds

FILE_NAME = "publication.json"
CONTEXT = ("https://schema.org", "https://www.w3.org/ns/pub-context")
PROFILE = "https://www.w3.org/TR/audiobooks/"


class Audiobook:
    name = "manifest"
    file = FILE_NAME
    revision = 2
    asked_only = False

    def refused(self, about: About) -> str | None:
        """It needs nothing. Raises SettingsError for an address that is none."""
        if mistakes := list(address_problems(about.feed)):
            raise SettingsError(mistakes)
        return None

    def write(self, edition: Edition, file: BinaryIO) -> None:
        """UTF-8, the same keys in the same order every time."""
        file.write((json.dumps(_manifest(edition), ensure_ascii=False, indent=1) + "\n").encode())


def _manifest(edition: Edition) -> dict[str, object]:
    about = edition.about
    way = direction(about.language)
    whole = Milliseconds(sum(length(episode) for episode in edition.episodes))
    return {
        "@context": [*CONTEXT, {"language": about.language, "direction": way}],
        "conformsTo": PROFILE,
        "type": "Audiobook",
        "id": identifier(about).urn,
        **_particulars(about),
        "inLanguage": about.language,
        "readingProgression": way,
        "abridged": False,
        "duration": duration(whole),
        **accessibility(edition),
        "readingOrder": reading_order(edition),
        "resources": resources(edition),
        "toc": contents(edition),
    }


def _particulars(about: About) -> dict[str, object]:
    """What is said of the book; what is not said, or empty, is left out: the schema wants names that are some."""
    feed = about.feed
    stated = {
        "url": address(feed.base_url, FILE_NAME) if feed.base_url else None,
        "name": about.title,
        "author": about.author,
        "readBy": about.narrator,
        "description": about.description,
        "genre": about.genre,
        "copyrightNotice": about.copyright,
        "copyrightYear": about.year,
        "datePublished": feed.date.isoformat() if feed.date else None,
    }
    return {name: value for name, value in stated.items() if value}


def identifier(about: About) -> UUID:
    """The podcast's guid where the book is one, else one of what the book is called: the same after every change."""
    if about.feed.base_url:
        return podcast_guid(about.feed.base_url, about.feed)
    return uuid5(NAMESPACE_URL, "\n".join(("hakawati", about.language, about.author or "", about.title)))
