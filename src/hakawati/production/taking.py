"""One job made into a take: spelled, performed, finished, encoded. Shares nothing with other jobs but the store.

Every slow step asks the store first. The key of a take is a hash of all that shapes it and of nothing else: no place
in the book, no path, no date.
"""

from dataclasses import dataclass

import msgspec

from hakawati.errors import EngineFailed
from hakawati.model import Mark, Segment, Sounding, Spoken, Take, Voice
from hakawati.production.plan import Job
from hakawati.production.speaking import NO_ANSWERS, Answers, Line, Wanting, gathered, speech
from hakawati.production.studio import Studio
from hakawati.profiles import PROFILES
from hakawati.sound import version as sound_version
from hakawati.spelling.context import Context
from hakawati.spelling.spell import shaped_by, spell
from hakawati.store import Kind, Store, key
from hakawati.units import Lufs, Samples

REVISION = 3
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
    sounding: Sounding | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A take in hand."""

    performed: Performed
    take: Take


def make(job: Job, studio: Studio, answers: Answers = NO_ANSWERS) -> Made | Wanting:
    """The take, from the store or made now; or what a remote engine must be asked for it, where `answers` and the
    store lack that. Raises EngineError where the text cannot be performed.
    """
    spoken = spoken_text(job.segment, job.context, studio.store)
    name = take_key(job, spoken, studio)
    found = kept_take(name, studio.store)
    take = found or _take(job, spoken, studio, answers)
    if isinstance(take, Wanting):
        return take
    if not found:
        studio.store.put(Kind.TAKE, name, msgspec.msgpack.encode(take))
    performed = Performed(name, take.samples, _in_the_authors_words(take.marks, spoken), not found, take.sounding)
    return Made(performed, take)


def kept_take(name: str, store: Store) -> Take | None:
    kept = store.get(Kind.TAKE, name)
    return msgspec.msgpack.decode(kept, type=Take) if kept else None


def take_key(job: Job, spoken: Spoken, studio: Studio) -> str:
    voice = _shaped_by(job.voice, studio), job.voice.volume, sample_sentence(job.language)
    finishing = job.silence, PROFILES[job.profile], sound_version()
    music = job.score.shaped_by() if job.score else ()
    return key(REVISION, spoken.text, job.language, voice, finishing, music)


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


def lines_of(job: Job, spoken: Spoken, studio: Studio) -> list[Line]:
    """What the job's engine has to say: the text, and a sample of the voice whose level is not known yet."""
    line = Line(spoken.text, job.voice, job.language)
    known = studio.store.get(Kind.LEVEL, _level_key(line, studio))
    return [line] if known else [line, _sample(line)]


def _take(job: Job, spoken: Spoken, studio: Studio, answers: Answers) -> Take | Wanting:
    # numpy, the resampler and the encoder are loaded only where a take is made
    from hakawati.sound.encoding import encode  # noqa: PLC0415
    from hakawati.sound.finishing import Aim, finish  # noqa: PLC0415

    heard = gathered(lines_of(job, spoken, studio), studio, answers)
    if isinstance(heard, Wanting):
        return heard
    profile = PROFILES[job.profile]
    line = Line(spoken.text, job.voice, job.language)
    said = speech(line, studio, heard)
    try:
        aim = Aim(_level(line, studio, heard), job.voice.volume)
        finished = finish(said, job.silence, aim, profile, job.score)
    except EngineFailed as error:  # what is wrong with its sound was seen by who does not know the engine
        name = f"{job.voice.engine}: "
        raise EngineFailed(name + str(error).removeprefix(name)) from error
    return encode(finished, profile)


def _level(line: Line, studio: Studio, answers: Answers) -> Lufs:
    """How loud the voice is of itself: measured once, on a fixed sentence of its language."""
    from hakawati.sound.finishing import level  # noqa: PLC0415 - as in _take

    name = _level_key(line, studio)
    kept = studio.store.get(Kind.LEVEL, name)
    if kept:
        return msgspec.msgpack.decode(kept, type=Lufs)
    measured = level(speech(_sample(line), studio, answers))
    studio.store.put(Kind.LEVEL, name, msgspec.msgpack.encode(measured))
    return measured


def _level_key(line: Line, studio: Studio) -> str:
    return key(REVISION, _shaped_by(line.voice, studio), sound_version(), sample_sentence(line.language))


def _sample(line: Line) -> Line:
    return Line(sample_sentence(line.language), line.voice, line.language)


def _shaped_by(voice: Voice, studio: Studio) -> tuple[object, ...]:
    return studio.engines[voice.engine].shaped_by(voice)


def sample_sentence(language: str) -> str:
    return SAMPLE_SENTENCE.get(language, ANY_LANGUAGE)


def _in_the_authors_words(marks: tuple[Mark, ...], spoken: Spoken) -> tuple[Mark, ...]:
    """Marks of the spoken text led back to the words the author wrote."""
    return tuple(
        Mark(min(first for first, _ in origins), max(last for _, last in origins), mark.sample)
        for mark in marks
        if (origins := spoken.origins[mark.start : mark.end])
    )
