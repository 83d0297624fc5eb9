"""`index.html`: the book's page, with all it needs in it but the episodes' sound and text."""

from hashlib import sha256
from typing import BinaryIO

from hakawati.publishing.direction import direction
from hakawati.publishing.edition import About, Edition
from hakawati.publishing.page.downloads import book_files, episode_files
from hakawati.publishing.page.drawing import draw
from hakawati.publishing.page.inlined import (
    EARLY_SCRIPTS,
    PAGE_SCRIPTS,
    PAGE_STYLES,
    content_security_policy,
    script,
    style,
)
from hakawati.publishing.page.labels import labels
from hakawati.units import milliseconds


class Page:
    """The page of a book."""

    name = "page"
    file = "index.html"
    revision = 2
    asked_only = False

    def refused(self, about: About) -> str | None:  # noqa: ARG002 - a page can be made of every book
        return None

    def write(self, edition: Edition, file: BinaryIO) -> None:
        """UTF-8."""
        styles, early, scripts = style(PAGE_STYLES), script(EARLY_SCRIPTS), script(PAGE_SCRIPTS)
        page = draw(
            "page.html.jinja",
            about=edition.about,
            book=book_key(edition.about),
            cover="cover.png" if "cover.png" in edition.made else None,
            direction=direction(edition.about.language),
            early=early,
            episodes=edition.episodes,
            files=book_files(edition.made),
            files_of={episode.number: episode_files(episode, edition.made) for episode in edition.episodes},
            labels=labels(edition.about.language),
            lengths=_lengths(edition),
            made=edition.made,
            policy=content_security_policy(styles, (early, scripts)),
            script=scripts,
            style=styles,
        )
        file.write(page.encode())


def book_key(about: About) -> str:
    """Under which a browser remembers places in the book: the same when text or sound are mended."""
    particulars = "\n".join((about.language, about.author or "", about.title))
    return sha256(particulars.encode()).hexdigest()[:16]


def _lengths(edition: Edition) -> dict[int, int]:
    """Milliseconds, by the episode's number."""
    return {episode.number: milliseconds(episode.samples, episode.rate) for episode in edition.episodes}
