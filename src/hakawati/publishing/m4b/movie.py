"""What is written, as every part of the file is given it."""

from dataclasses import dataclass

from hakawati.publishing.edition import About
from hakawati.publishing.m4b.chapters import BookChapter
from hakawati.units import Hertz, Samples


@dataclass(frozen=True, slots=True)
class Movie:
    """A book of `total` samples, ahead of which decoders give `skipped` that nobody shall hear; `config` is what they
    must know (AudioSpecificConfig).
    """

    about: About
    chapters: tuple[BookChapter, ...]
    rate: Hertz
    total: Samples
    skipped: Samples
    config: bytes
