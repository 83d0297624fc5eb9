"""The silence that the cast keeps around a voice."""

from collections.abc import Iterable
from typing import NamedTuple

from hakawati.settings import VoiceChoice


class Margins(NamedTuple):
    """Seconds of silence before and after a run in one voice. None leaves them to the role."""

    before: float | None = None
    after: float | None = None


def margins_of(choices: Iterable[VoiceChoice]) -> Margins:
    """What `choices` ask for, the later winning."""
    before = after = None
    for choice in choices:
        before = before if choice.pause_before is None else choice.pause_before
        after = after if choice.pause_after is None else choice.pause_after
    return Margins(before, after)
