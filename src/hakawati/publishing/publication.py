"""What a published thing is: pure functions of timelines and editions, one file each in this folder.

To publish one more: a file beside this one, and a line in `publications`.
"""

from typing import BinaryIO, Protocol

from hakawati.model import Timeline
from hakawati.publishing.edition import About, Edition


class EpisodePublication(Protocol):
    """Made beside each episode's MP3, as soon as that is linked: `01-name` + `ending`."""

    name: str
    """What `publish` in hakawati.toml calls it; several files may share one name."""
    ending: str
    """Of the file, such as `.vtt`."""
    revision: int
    """Raised whenever it comes out otherwise from the same timeline."""

    def write(self, timeline: Timeline, about: About) -> bytes:
        """Its bytes: the same for the same timeline."""
        ...


class BookPublication(Protocol):
    """Made once for the book, when all its episodes are there."""

    name: str
    """What `publish` in hakawati.toml calls it."""
    file: str
    """The file's name."""
    revision: int
    """Raised whenever it comes out otherwise from the same edition."""
    asked_only: bool
    """Not made unless it is asked for: it needs an extra, or takes long."""

    def refused(self, about: About) -> str | None:
        """None where it can be made, else one sentence that says what it lacks and how to go on.

        Raises SettingsError for settings that it understands and that cannot be right.
        """
        ...

    def write(self, edition: Edition, file: BinaryIO) -> None:
        """Its bytes: the same for the same edition. Raises HakawatiError."""
        ...
