"""Qur'an, found by holding the passage against the mushaf."""

from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.mushaf.quotation import quoted


def verse(passage: Passage) -> Iterator[Found]:
    """In any language's book: an English one may quote the Arabic."""
    for start, end, ref in quoted(passage.text):
        yield Found(start, end, Manner(role=Role.VERSE, ref=ref))
