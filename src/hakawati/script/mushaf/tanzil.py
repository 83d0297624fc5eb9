"""The mushaf's text as the Tanzil project (tanzil.net) edits it, read from the files that quran-transcript carries.

The package is found but not imported: it would load pydantic and numpy, and only its two files are needed.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import iterparse

from hakawati.errors import HakawatiError

PLAIN = "quran-simple-imlaey-without-puase-sajda-hizb-marks-and-tatweel.xml"
UTHMANI = "quran-uthmani-without-pause-sajda-hizb-marks.xml"


class Verse(NamedTuple):
    """Verse `number` of sura `sura` (both from 1), vowelled. `basmala` opens a sura without being counted in it."""

    sura: int
    number: int
    text: str
    basmala: str


def verses(file: str) -> Iterator[Verse]:
    """The verses of `PLAIN` or `UTHMANI`, in order. Raises HakawatiError if the text is not installed."""
    sura = 0
    for event, element in iterparse(_folder() / file, ("start", "end")):  # noqa: S314 - a file of an installed package
        if event == "start" and element.tag == "sura":
            sura = int(element.attrib["index"])
        elif event == "end" and element.tag == "aya":
            told = element.attrib
            yield Verse(sura, int(told["index"]), told["text"], told.get("bismillah", ""))
            element.clear()


@cache
def sura_names() -> tuple[str, ...]:
    """The names of the 114 suras, in order."""
    parsed = iterparse(_folder() / PLAIN, ("start",))  # noqa: S314 - a file of an installed package
    return tuple(element.attrib["name"] for _, element in parsed if element.tag == "sura")


def _folder() -> Path:
    package = find_spec("quran_transcript")
    places = package.submodule_search_locations if package else None
    if not places:
        raise HakawatiError(
            "the text of the Qur'an is not installed, so verses cannot be found: pip install quran-transcript"
        )
    return Path(places[0]) / "quran-script"
