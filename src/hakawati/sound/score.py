"""What music sounds with a take, and how. Light: no numpy here.

    music   ▁▃▅▅▅▅▅▂▂▂▁            ▁▂▂▅▅▅▅▅▃▁
    words          ▃▅▃▅▅▃▅▃▅▃▅▅▃▅▃▅

Before words it is an episode's intro or a chapter's chime, after them an episode's outro.
"""

from dataclasses import dataclass, field, fields
from functools import cache
from importlib import metadata

from hakawati.errors import InputError

REVISION = 1
"""Raised when music is mixed in another way: takes without music stay what they are."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A recording of music: what is in the file (SHA-256), and where it lies, which takes no part in comparison."""

    sha256: str
    file: str = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The beginning of a piece, played beside the words and, turned down, under them. In seconds and dB.

    It goes on for `beside` before the first word (or after the last) and for at most `under` while words are spoken;
    where it does not sound under them, `gap` of silence parts it from them. `volume` is relative to the loudness of
    the speech, `duck` is what is added to that under words. A piece that is shorter is not played again: it ends.
    """

    piece: Piece
    beside: float
    under: float = 0.0
    gap: float = 0.0
    volume: float = 0.0
    duck: float = 0.0
    fade_in: float = 0.0
    fade_out: float = 0.0

    @property
    def seconds(self) -> float:
        """The most that is heard of the piece."""
        return self.beside + self.under


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The music of one take: what sounds `before` its words, and what `after` them."""

    before: Passage | None = None
    after: Passage | None = None

    def shaped_by(self) -> tuple[object, ...]:
        """All that the music does to a take, in plain values, for the take's key: pieces by content, not by place."""
        return REVISION, _reader(), _plain(self.before), _plain(self.after)


def _plain(passage: Passage | None) -> dict[str, object] | None:
    if passage is None:
        return None
    return {part.name: getattr(passage, part.name) for part in fields(passage)} | {"piece": passage.piece.sha256}


@cache
def _reader() -> str:
    """What decodes the pieces; the rest of what shapes a take is in the sound's version."""
    return f"soundfile {metadata.version('soundfile')}"


def unreadable(file: str, error: OSError) -> InputError:
    return InputError(f"{file}: the music cannot be read ({error.strerror}). Mend it, or give another file.")
