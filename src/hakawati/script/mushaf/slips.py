"""Slips of the pen: where a quoted verse is not what the mushaf has."""

from hakawati.model import Note


def slips(_text: str, _ref: str) -> tuple[Note, ...]:
    """Where `text`, said to be of the verses `ref` (`sura:verse` or `sura:first-last`), differs from the mushaf."""
    return ()
