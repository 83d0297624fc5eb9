"""A book in figures: how much of it each episode, role and speaker has, and what an editor should look at first."""

from collections import Counter
from dataclasses import dataclass

from hakawati.model import Episode, Role, Segment
from hakawati.production.progress import Progress
from hakawati.production.showing.look_at import Place, places
from hakawati.production.showing.shown import Shown
from hakawati.script.length import minutes
from hakawati.script.letters import speakable


@dataclass(frozen=True, slots=True)
class EpisodeFigures:
    number: int
    title: str
    words: int
    segments: int
    minutes: float
    """Estimated, as everywhere here."""


@dataclass(frozen=True, slots=True)
class RoleFigures:
    role: Role
    words: int
    share: float
    """Of all words that are shown, 0 to 1."""
    segments: int


@dataclass(frozen=True, slots=True)
class SpeakerFigures:
    speaker: str
    words: int
    segments: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Words are what stands between white space and can be said. `characters` are the author's, white space between
    segments aside; `spoken_characters` what engines are given, counted only if every segment was spelled.

    Roles are in the order of the model, those that do not occur left out; speakers by words, most first, then by name.
    """

    title: str
    author: str | None
    language: str
    words: int
    segments: int
    minutes: float
    characters: int
    spoken_characters: int | None
    episodes: list[EpisodeFigures]
    roles: list[RoleFigures]
    speakers: list[SpeakerFigures]
    look_at: list[Place]
    not_looked_at: list[str]


def summary(shown: Shown, progress: Progress, *, spoken: bool) -> Summary:
    """With `spoken`, every segment is spelled, which takes its time, and what was spelled with doubt is looked at."""
    tally = _Tally()
    episodes = [_episode(episode, tally, shown.book.language) for episode in shown.part.episodes]
    looked_at, spoken_characters = places(shown, progress, spoken=spoken)
    return Summary(
        title=shown.book.title,
        author=shown.book.author,
        language=shown.book.language,
        words=tally.words.total(),
        segments=tally.segments.total(),
        minutes=round(sum(episode.minutes for episode in episodes), 2),
        characters=tally.characters,
        spoken_characters=spoken_characters,
        episodes=episodes,
        roles=tally.by_role(),
        speakers=tally.by_speaker(),
        look_at=looked_at,
        not_looked_at=[]
        if spoken
        else ["spelling: doubtful vowels and signs are found with --spoken, which is slower"],
    )


def words_in(text: str) -> int:
    return sum(map(speakable, text.split()))


class _Tally:
    """Words and segments by role and by speaker."""

    def __init__(self) -> None:
        self.words: Counter[Role] = Counter()
        self.segments: Counter[Role] = Counter()
        self.characters = 0
        self._speakers: dict[str, Counter[str]] = {}

    def add(self, segment: Segment) -> int:
        """The words of the segment."""
        words = words_in(segment.text)
        self.words[segment.role] += words
        self.segments[segment.role] += 1
        self.characters += len(segment.text)
        if segment.manner.speaker:
            self._speakers.setdefault(segment.manner.speaker, Counter()).update(words=words, segments=1)
        return words

    def by_role(self) -> list[RoleFigures]:
        total = self.words.total() or 1
        return [
            RoleFigures(role, self.words[role], round(self.words[role] / total, 4), self.segments[role])
            for role in Role
            if self.segments[role]
        ]

    def by_speaker(self) -> list[SpeakerFigures]:
        found = [SpeakerFigures(name, had["words"], had["segments"]) for name, had in self._speakers.items()]
        return sorted(found, key=lambda one: (-one.words, one.speaker))


def _episode(episode: Episode, tally: _Tally, language: str) -> EpisodeFigures:
    segments = list(episode.segments())
    return EpisodeFigures(
        number=episode.number,
        title=episode.title,
        words=sum(map(tally.add, segments)),
        segments=len(segments),
        minutes=round(minutes(segments, language), 2),
    )
