"""What is made beside the MP3s: for each episode as soon as it is linked, for the book when all is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from hakawati.model import Timeline
from hakawati.production.folder import Folder
from hakawati.publishing.edition import About, Edition, EpisodeEntry
from hakawati.publishing.publication import BookPublication
from hakawati.publishing.publications import Chosen
from hakawati.publishing.tags.revision import REVISION as TAG_REVISION
from hakawati.settings import Feed
from hakawati.store import Kind, Store, key


@dataclass(frozen=True, slots=True)
class Publishing:
    """`images` are pictures of chapters, by the numbers of episode and chapter."""

    about: About
    chosen: Chosen
    folder: Folder
    store: Store
    images: Mapping[int, Mapping[int, bytes]] = field(default_factory=dict)

    def shaped_by(self, number: int) -> tuple[object, ...]:
        """All that shapes an episode's files beside its takes. The feed and the cover's file are the book's."""
        about = replace(self.about, feed=Feed(), cover=None)
        beside = [(one.ending, one.revision) for one in self.chosen.episode]
        images = [(chapter, sha256(image).hexdigest()) for chapter, image in sorted(self._images(number).items())]
        return about, TAG_REVISION, beside, images

    def tag(self, timeline: Timeline) -> bytes:
        """The MP3's."""
        from hakawati.publishing.tags.tagging import tag  # noqa: PLC0415 - a build with nothing to do tags nothing

        return tag(timeline, self.about, self._images(timeline.number))

    def warnings(self, timeline: Timeline) -> list[str]:
        """What should be said of an episode before a player meets it."""
        from hakawati.publishing.tags.warnings import warnings  # noqa: PLC0415 - as above

        return warnings(timeline)

    def _images(self, number: int) -> Mapping[int, bytes]:
        return self.images.get(number, {})

    def episode(self, stem: str, timeline: Timeline) -> dict[str, str]:
        """Written into the folder; the files' names and the hashes of their bytes."""
        return {
            stem + one.ending: self._put(stem + one.ending, one.write(timeline, self.about))
            for one in self.chosen.episode
        }

    def book(self, episodes: tuple[EpisodeEntry, ...], files: Iterable[str]) -> None:
        """Everything of the book as a whole; what the folder has already just so is left alone."""
        edition = Edition(self.about, episodes, self.folder.path, frozenset(files))
        for one in self.chosen.book:
            self._book(one, edition)

    def _put(self, name: str, data: bytes) -> str:
        return self.folder.write(name, lambda file: file.write(data))

    def _book(self, one: BookPublication, edition: Edition) -> None:
        made_of = key(one.name, one.revision, edition.about, edition.episodes, sorted(edition.made))
        kept = self.store.get(Kind.EDITION, made_of)
        if kept and self.folder.holds(one.file, kept.decode()):
            return
        digest = self.folder.write(one.file, lambda file: one.write(edition, file))
        self.store.put(Kind.EDITION, made_of, digest.encode())
