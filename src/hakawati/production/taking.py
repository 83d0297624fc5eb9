"""One job made into a take: spelled, performed, finished, encoded. Shares nothing with other jobs but the store.

Every slow step asks the store first. The key of a take is a hash of all that shapes it and of nothing else: no place
in the book, no path, no date.
"""

from dataclasses import dataclass, replace

import msgspec

from hakawati.engines.registry import engine
from hakawati.model import Mark, Segment, Speech, Spoken, Take, Voice
from hakawati.production.plan import Job
from hakawati.profiles import PROFILES
from hakawati.sound import version as sound_version
from hakawati.spelling.context import Context
from hakawati.spelling.spell import shaped_by, spell
from hakawati.store import Kind, Store, key
from hakawati.units import Lufs, Samples

REVISION = 1
"""Raised when the making of takes changes in a way that no part's version tells."""

SAMPLE_SENTENCE = {
    "ar": "الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ، وَكَانَ الرَّجُلُ يَمْشِي مَعَ صَاحِبِهِ إِلَى الْمَدِينَةِ.",
    "en": "The old storyteller sat down among them, and every evening he began the tale again.",
}
"""What a voice says when its level is measured: some five seconds in the language's usual sounds."""
ANY_LANGUAGE = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10."


@dataclass(frozen=True, slots=True)
class Performed:
    """A take that lies in the store. `marks` are in the segment's own text; `new` tells whether it was made now."""

    key: str
    samples: Samples
    marks: tuple[Mark, ...]
    new: bool


def perform(job: Job, store: Store) -> Performed:
    """Make the take, unless the store has it. Raises EngineError where the text cannot be performed."""
    return made_take(job, store)[0]


def made_take(job: Job, store: Store) -> tuple[Performed, Take]:
    """As `perform`, with the take itself."""
    spoken = spoken_text(job.segment, job.context, store)
    name = take_key(job, spoken)
    found = kept_take(name, store)
    take = found or _take(job, spoken, store)
    if not found:
        store.put(Kind.TAKE, name, msgspec.msgpack.encode(take))
    return Performed(name, take.samples, _in_the_authors_words(take.marks, spoken), new=not found), take


def kept_take(name: str, store: Store) -> Take | None:
    kept = store.get(Kind.TAKE, name)
    return msgspec.msgpack.decode(kept, type=Take) if kept else None


def take_key(job: Job, spoken: Spoken) -> str:
    voice = job.voice, engine(job.voice.engine).version(), _sample_sentence(job.language)
    finishing = job.silence, PROFILES[job.profile], sound_version()
    return key(REVISION, spoken.text, job.language, voice, finishing)


def spoken_text(segment: Segment, context: Context, store: Store) -> Spoken:
    """The segment as the engine is given it."""
    kept = kept_spoken_text(segment, context, store)
    if kept:
        return kept
    spoken = spell(segment, context)
    store.put(Kind.SPOKEN, _spoken_key(segment, context), msgspec.msgpack.encode(spoken))
    return spoken


def kept_spoken_text(segment: Segment, context: Context, store: Store) -> Spoken | None:
    kept = store.get(Kind.SPOKEN, _spoken_key(segment, context))
    return msgspec.msgpack.decode(kept, type=Spoken) if kept else None


def _spoken_key(segment: Segment, context: Context) -> str:
    return key(segment.text, *shaped_by(segment, context))


def _take(job: Job, spoken: Spoken, store: Store) -> Take:
    # numpy, the resampler and the encoder are loaded only where a take is made
    from hakawati.sound.encoding import encode  # noqa: PLC0415
    from hakawati.sound.finishing import Aim, finish  # noqa: PLC0415

    profile = PROFILES[job.profile]
    speech = _speech(spoken.text, job.voice, job.language, store)
    aim = Aim(_level(job.voice, job.language, store), job.voice.volume)
    return encode(finish(speech, job.silence, aim, profile), profile)


def _level(voice: Voice, language: str, store: Store) -> Lufs:
    """How loud the voice is of itself: measured once, on a fixed sentence of its language."""
    from hakawati.sound.finishing import level  # noqa: PLC0415 - as in _take

    plain = replace(voice, volume=0.0)
    name = key(REVISION, plain, engine(voice.engine).version(), sound_version(), _sample_sentence(language))
    kept = store.get(Kind.LEVEL, name)
    if kept:
        return msgspec.msgpack.decode(kept, type=Lufs)
    measured = level(_speech(_sample_sentence(language), plain, language, store))
    store.put(Kind.LEVEL, name, msgspec.msgpack.encode(measured))
    return measured


def _speech(text: str, voice: Voice, language: str, store: Store) -> Speech:
    """What the engine says. A remote engine's answer is kept, so that a new bit rate never asks it again."""
    performer = engine(voice.engine)
    if not performer.remote:
        return performer.perform(text, voice, language)
    name = key(text, replace(voice, volume=0.0), language, performer.version())
    kept = store.get(Kind.SPEECH, name)
    if kept:
        return _unpacked(kept)
    speech = performer.perform(text, voice, language)
    store.put(Kind.SPEECH, name, _packed(speech))
    return speech


def _packed(speech: Speech) -> bytes:
    from hakawati.sound.flac import to_flac  # noqa: PLC0415 - as in _take

    return msgspec.msgpack.encode((to_flac(speech), speech.marks))


def _unpacked(kept: bytes) -> Speech:
    from hakawati.sound.flac import from_flac  # noqa: PLC0415 - as in _take

    flac, marks = msgspec.msgpack.decode(kept, type=tuple[bytes, tuple[Mark, ...]])
    return replace(from_flac(flac), marks=marks)


def _sample_sentence(language: str) -> str:
    return SAMPLE_SENTENCE.get(language, ANY_LANGUAGE)


def _in_the_authors_words(marks: tuple[Mark, ...], spoken: Spoken) -> tuple[Mark, ...]:
    """Marks of the spoken text led back to the words the author wrote."""
    return tuple(
        Mark(min(first for first, _ in origins), max(last for _, last in origins), mark.sample)
        for mark in marks
        if (origins := spoken.origins[mark.start : mark.end])
    )
