"""Where things are kept and written when nobody says."""

from pathlib import Path

from hakawati.production.sources import source_path
from hakawati.publishing.names import slug
from hakawati.settings import Settings


def built_folder(settings: Settings, here: Path) -> Path:
    """Where a build without arguments has written, from the folder `here`."""
    return out_folder(settings, here) if settings.source else settings.out or here / "audio"


def out_folder(settings: Settings, here: Path) -> Path:
    """The folder a build writes into: `audio/` in the folder `here`, and in that one named after the source."""
    return settings.out or here / "audio" / slug(source_path(settings).stem)
