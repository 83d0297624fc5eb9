"""The cast at a glance: everyone who performs, for an editor who chooses voices."""

from collections.abc import Iterable
from dataclasses import dataclass

from hakawati.model import Voice


@dataclass(frozen=True, slots=True)
class Member:
    """A voice of the cast, and whose it is: roles, speakers, alternates (`speech, alternate 1`)."""

    labels: tuple[str, ...]
    voice: Voice

    @property
    def label(self) -> str:
        return "; ".join(self.labels)


def members_of(parts: Iterable[tuple[str, Voice]]) -> list[Member]:
    """One for each voice, in the order they first appear in, with the labels of all its parts."""
    labels: dict[Voice, list[str]] = {}
    for label, voice in parts:
        labels.setdefault(voice, []).append(label)
    return [Member(tuple(dict.fromkeys(all_labels)), voice) for voice, all_labels in labels.items()]
