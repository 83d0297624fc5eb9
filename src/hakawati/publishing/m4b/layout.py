"""The file as a whole: ftyp, moov, mdat. The contents come ahead of the sound, so that a player can begin at once.

How many frames there will be is known beforehand, and so how long moov is: room is left for it, the sound is written as
it is encoded, and moov is put into its place. All that is kept is four bytes for each frame, its size.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from hakawati.publishing.edition import Edition
from hakawati.publishing.m4b.aac import DELAY, FRAME, Encoder
from hakawati.publishing.m4b.boxes import box, data_header, word
from hakawati.publishing.m4b.chapter_track import stored_titles
from hakawati.publishing.m4b.chapters import book_chapters, length
from hakawati.publishing.m4b.frames import Frames
from hakawati.publishing.m4b.moov import moov
from hakawati.publishing.m4b.movie import Movie
from hakawati.publishing.m4b.sound import book_sound, rate_of
from hakawati.sound.waveform import Waveform, silent
from hakawati.units import Samples

FILE_TYPE = box(b"ftyp", b"M4B ", word(0), b"M4B ", b"M4A ", b"mp42", b"isom")


def write_book(edition: Edition, file: BinaryIO) -> None:
    """Write the book into `file`, which is empty and can seek. Raises WriteError for an episode that is damaged."""
    rate, total = rate_of(edition), length(edition)
    lead = -total % FRAME
    encoder = Encoder(rate)
    made = Movie(edition.about, book_chapters(edition), rate, total, Samples(lead + DELAY), encoder.config)
    _write(made, encoder.frames(_with_lead(lead, book_sound(edition))), file)


def _with_lead(lead: int, sound: Iterable[Waveform]) -> Iterator[Waveform]:
    """Silence ahead, which players leave out together with the encoder's delay, fills the sound to whole frames.

    Many decoders do not leave out what is behind the sound: so nothing is.
    """
    return chain([silent(lead)] if lead else [], sound)


def _write(made: Movie, frames: Iterable[bytes], file: BinaryIO) -> None:
    titles = b"".join(stored_titles(made.chapters))
    foreseen = (made.total + made.skipped) // FRAME
    file.write(bytes(len(_ahead(made, Frames.foreseen(foreseen), len(titles)))))
    file.write(titles)
    written = Frames()
    for frame in frames:
        written.add(frame, file.tell())
        file.write(frame)
    if len(written) != foreseen:
        raise ValueError(f"{len(written)} frames, where {foreseen} were foreseen")
    file.seek(0)
    file.write(_ahead(made, written, len(titles)))


def _ahead(made: Movie, frames: Frames, titles: int) -> bytes:
    """All that comes before the titles and frames; its length depends on their number alone."""
    start = len(FILE_TYPE) + len(moov(made, frames, 0))
    header = data_header(titles + frames.bytes, wide=frames.wide)
    return FILE_TYPE + moov(made, frames, start + len(header)) + header
