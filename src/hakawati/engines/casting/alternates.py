"""Which of a role's alternate voices a segment has: one for each speaker of the book, by turns where none is told."""

from collections.abc import Mapping

from hakawati.engines.casting.speakers import Called, letters
from hakawati.engines.casting.turns import Place, place, turns
from hakawati.model import Book, Role, Segment
from hakawati.settings import VoiceChoice


class Alternates:
    """Speakers of a role whom the cast does not name have its alternate voices in turn, by the order they first speak
    in; each keeps his throughout the book. A segment is known by its place in the source.
    """

    def __init__(self, book: Book, cast: Mapping[str, VoiceChoice], called: Called) -> None:
        self._names = {role: choice.alternate for role in Role if (choice := cast.get(role)) and choice.alternate}
        self._speakers = {role: _speakers(book, role, called) for role in self._names}
        self._turns = {role: _turns(book, role) for role in self._names}

    def names(self, role: Role) -> tuple[str, ...]:
        return self._names.get(role, ())

    def name(self, segment: Segment) -> str | None:
        """The voice of the segment's speaker, whom the cast does not name. None: the role's own, as for what the book
        does not have.
        """
        names, speaker = self.names(segment.role), segment.manner.speaker
        if not names:
            return None
        if speaker is None:
            number = self._turns[segment.role].get(place(segment))
        else:
            number = self._speakers[segment.role].get(letters(speaker))
        return None if number is None else names[number % len(names)]


def _speakers(book: Book, role: Role, called: Called) -> dict[str, int]:
    """The number, from 0, of each speaker by the letters of his name."""
    speakers = (segment.manner.speaker for segment in book.segments() if segment.role is role)
    unnamed = (letters(speaker) for speaker in speakers if speaker is not None and called.key(speaker) is None)
    return {name: number for number, name in enumerate(dict.fromkeys(unnamed))}


def _turns(book: Book, role: Role) -> dict[Place, int]:
    chapters = (chapter for episode in book.episodes for chapter in episode.chapters)
    return {at: number for chapter in chapters for at, number in turns(chapter, role).items()}
