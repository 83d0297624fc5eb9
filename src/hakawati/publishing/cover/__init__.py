"""The cover: the user's picture made fit for podcast apps, or one drawn with the title and the author."""

from hakawati.publishing.cover.cover import REVISION, Cover, cover, shaped_by
from hakawati.publishing.cover.cover_file import CoverFile

__all__ = ["REVISION", "Cover", "CoverFile", "cover", "shaped_by"]
