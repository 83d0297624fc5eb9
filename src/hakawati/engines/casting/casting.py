"""The voice of every segment of a book: the engine's own cast, changed by the settings, changed by the editor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hakawati.engines.casting.alternates import Alternates
from hakawati.engines.casting.choices import changed, named, spelled_out, with_volume
from hakawati.engines.casting.margins import Margins, margins_of
from hakawati.engines.casting.members import Member, members_of
from hakawati.engines.casting.recordings import RECORDING, Recordings
from hakawati.engines.casting.speakers import Called
from hakawati.engines.casting.unused import unused_names, unused_recordings
from hakawati.engines.registry import Engines
from hakawati.model import Book, Manner, Role, Segment, Voice
from hakawati.settings import Settings, VoiceChoice


class Casting:
    """Made once for a book, and asked for its segments.

    Later ones win wherever they say something: the engine's default for the role; `[cast.ROLE]`; of the role's
    alternates the one whose turn it is, or `[cast.SPEAKER]`; the editor's own voice. An editor's rate multiplies.
    A recording of a verse is in place of them all, unless the editor names a voice.
    """

    def __init__(self, book: Book, settings: Settings, engines: Engines) -> None:
        self._book, self._engines, self._engine = book, engines, settings.engine
        self._cast = {who: spelled_out(choice) for who, choice in settings.cast.items()}
        self._called = Called(self._cast)
        self._alternates = Alternates(book, self._cast, self._called)
        self._files, self._recordings = settings.recordings, Recordings(settings.recordings)
        self._defaults: dict[str, Mapping[Role, Voice]] = {}

    def voice(self, segment: Segment) -> Voice:
        """Raises EngineUnavailable for an engine that nobody has, VoiceUnknown for a language it lacks."""
        manner = segment.manner
        choices = self._choices(manner, self._alternates.name(segment))
        recording = self._recordings.of(segment)
        if recording:
            return with_volume(Voice(RECORDING, str(recording)), choices)
        return _at_rate(self._chosen(manner.role, choices), manner.rate)

    def margins(self, segment: Segment) -> Margins:
        """The silence that the cast wants around a run in the segment's voice."""
        return margins_of(self._choices(segment.manner))

    def understudy(self, part: Segment | Role, engine: str) -> Voice:
        """Who performs a segment, or a role, with another engine: that engine's own voice for it, with the cast's
        volume and the editor's rate. Names, rates and pitches of the cast mean nothing to it. Raises as `voice`.
        """
        manner = Manner(role=part) if isinstance(part, Role) else part.manner
        voice = with_volume(self._default(engine, manner.role), self._choices(manner))
        return _at_rate(voice, manner.rate)

    def members(self) -> list[Member]:
        """Every role with its alternates, then everyone whom the cast names; each voice once. Raises as `voice`."""
        return members_of([*self._roles(), *self._speakers()])

    def unused(self) -> list[str]:
        """A sentence for everything in `[cast]` and `[recordings]` that this book has nobody and nothing for."""
        return [*unused_names(self._called, self._book), *unused_recordings(self._files, self._book)]

    def _choices(self, manner: Manner, alternate: str | None = None) -> list[VoiceChoice]:
        """What changes the engine's default, in order."""
        choices = [self._cast.get(manner.role)]
        key = self._called.key(manner.speaker)
        if key is not None:
            choices.append(self._cast[key])
        elif alternate is not None and manner.voice is None:
            choices.append(named(alternate))
        if manner.voice is not None:
            choices.append(named(manner.voice))
        return [choice for choice in choices if choice]

    def _chosen(self, role: Role, choices: Sequence[VoiceChoice]) -> Voice:
        voice = self._default(self._engine, role)
        for choice in choices:
            if choice.engine is not None and choice.engine != voice.engine:
                # another engine knows neither the names nor the paces of the one before
                voice = self._default(choice.engine, role)
            voice = changed(voice, choice)
        return with_volume(voice, choices)

    def _default(self, engine: str, role: Role) -> Voice:
        if engine not in self._defaults:
            self._defaults[engine] = self._engines[engine].cast(self._book.language)
        return self._defaults[engine][role]

    def _roles(self) -> Iterator[tuple[str, Voice]]:
        for role in Role:
            yield role.value, self._performer(Manner(role=role))
            for number, name in enumerate(self._alternates.names(role), 1):
                yield f"{role}, alternate {number}", self._performer(Manner(role=role, voice=name))

    def _speakers(self) -> Iterator[tuple[str, Voice]]:
        for key in self._called.keys:
            for role in self._called.roles(key, self._book) or (Role.SPEECH,):
                label = key if role is Role.SPEECH else f"{key}, {role}"
                yield label, self._performer(Manner(role=role, speaker=key))

    def _performer(self, manner: Manner) -> Voice:
        return self._chosen(manner.role, self._choices(manner))


def _at_rate(voice: Voice, rate: float | None) -> Voice:
    return voice if rate is None else replace(voice, rate=voice.rate * rate)
