"""What an engine says, from the store where it has been said before: a costly or remote engine is asked once.

Of a remote engine every answer is kept as it came; of a slow one its speech, as FLAC. A fast one is not kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from hakawati.engines.protocol import RemoteEngine, Request
from hakawati.model import Mark, Speech, Voice
from hakawati.production.studio import Studio
from hakawati.store import Kind, Store, key

Answers = Mapping[Request, bytes]

NO_ANSWERS: Answers = {}


@dataclass(frozen=True, slots=True)
class Line:
    """A text, the voice that says it, and its language."""

    text: str
    voice: Voice
    language: str


@dataclass(frozen=True, slots=True)
class Wanting:
    """What an engine must be asked before its speech can be had."""

    engine: str
    requests: tuple[Request, ...]


def kept_answer(engine: str, request: Request, store: Store) -> bytes | None:
    return store.get(Kind.ANSWER, key(engine, request))


def keep_answer(engine: str, request: Request, answer: bytes, store: Store) -> None:
    store.put(Kind.ANSWER, key(engine, request), answer)


def speech_key(line: Line, studio: Studio) -> str:
    return key(line.text, line.language, studio.engines[line.voice.engine].shaped_by(line.voice))


def gathered(lines: list[Line], studio: Studio, answers: Answers) -> Answers | Wanting:
    """The answers that the speech of `lines`, all of one engine, is made of: those in hand, the others from the store;
    or what of them neither has. Raises EngineError.
    """
    engine = studio.engines[lines[0].voice.engine]
    if not isinstance(engine, RemoteEngine):
        return NO_ANSWERS
    asked = [request for line in lines for request in engine.requests(line.text, line.voice, line.language)]
    found = {one: answers[one] if one in answers else kept_answer(engine.name, one, studio.store) for one in asked}
    missing = tuple(one for one, answer in found.items() if answer is None)
    there = {one: answer for one, answer in found.items() if answer is not None}
    return Wanting(engine.name, missing) if missing else there


def speech(line: Line, studio: Studio, answers: Answers) -> Speech:
    """`answers` are those that were gathered for it. Raises EngineError."""
    engine = studio.engines[line.voice.engine]
    if isinstance(engine, RemoteEngine):
        asked = engine.requests(line.text, line.voice, line.language)
        return engine.assembled(line.text, line.voice, [answers[request] for request in asked])
    return _performed_once(line, studio) if engine.slow else engine.perform(line.text, line.voice, line.language)


def _performed_once(line: Line, studio: Studio) -> Speech:
    name = speech_key(line, studio)
    kept = studio.store.get(Kind.SPEECH, name)
    if kept:
        return _unpacked(kept)
    performed = studio.engines[line.voice.engine].perform(line.text, line.voice, line.language)
    studio.store.put(Kind.SPEECH, name, _packed(performed))
    return performed


def _packed(speech: Speech) -> bytes:
    from hakawati.sound.flac import to_flac  # noqa: PLC0415 - numpy and soundfile: only where there is sound

    return msgspec.msgpack.encode((to_flac(speech), speech.marks))


def _unpacked(kept: bytes) -> Speech:
    from hakawati.sound.flac import from_flac  # noqa: PLC0415 - as above

    flac, marks = msgspec.msgpack.decode(kept, type=tuple[bytes, tuple[Mark, ...]])
    return replace(from_flac(flac), marks=marks)
