"""What is made beside the MP3s: for each episode as soon as it is linked, for the book when all is there."""

from collections.abc import Iterable
from dataclasses import dataclass

from hakawati.model import Timeline
from hakawati.production.folder import Folder
from hakawati.publishing.edition import About, Edition, EpisodeEntry
from hakawati.publishing.publication import BookPublication
from hakawati.publishing.publications import Chosen
from hakawati.store import Kind, Store, key


@dataclass(frozen=True, slots=True)
class Publishing:
    about: About
    chosen: Chosen
    folder: Folder
    store: Store

    @property
    def version(self) -> list[tuple[str, int]]:
        """What is made for each episode, and how."""
        return [(one.ending, one.revision) for one in self.chosen.episode]

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
