"""The sound in what Google answers: base64 in JSON in JSON. Whatever is none, or not all of it, says why."""

import base64
import json
from collections.abc import Iterator
from itertools import pairwise

from hakawati.engines.gtts.answer import LATER
from hakawati.engines.gtts.google import RPC
from hakawati.engines.protocol import Request
from hakawati.engines.remote.trouble import Cure, Trouble
from hakawati.engines.speakable import TATWEEL
from hakawati.errors import EngineFailed, EngineRefused
from hakawati.model import Speech
from hakawati.sound.decoding import Undecodable, decoded
from hakawati.sound.frames import FrameError, read_header
from hakawati.sound.trimming import sounding
from hakawati.sound.waveform import waveform

LEAST_SECONDS_A_LETTER = 0.03
"""Nobody reads 33 letters a second, and Google reads about 15: a shorter sound has lost its end."""

USUAL_SECONDS_A_LETTER = 0.06
"""What is shorter than this has lost its end if it breaks off while it sounds: Google ends with tenths of a second of
silence.
"""


def sound_in(answer: bytes, request: Request) -> bytes:
    """The MP3 of the request's text, all of it. Raises Trouble."""
    mp3 = _mp3(answer.decode("utf-8", "replace"), request)
    _require_whole(mp3, request.text)
    return mp3


def _mp3(answer: str, request: Request) -> bytes:
    for payload in _payloads(answer, request.text):
        try:
            sound = None if payload is None else json.loads(payload)[0]
            if sound is not None:
                return base64.b64decode(sound, validate=True)
        except (ValueError, TypeError, LookupError) as error:
            raise _bad(f"Google's sound for {request.text!r} cannot be read: it is not base64") from error
        code, *_ = request.manner
        none = f"gtts: Google has no speech in {code!r} for {request.text!r} (its answer is null)."
        mend = "Is the language right? Else write it otherwise, or cast another engine for it."
        raise Trouble(EngineRefused(f"{none} {mend}"), Cure.NOTHING)
    raise _bad(f"Google answered without any sound for {request.text!r}")


def _payloads(answer: str, text: str) -> Iterator[str | None]:
    """Of the procedure that speaks: one, in the line that names it."""
    for line in answer.splitlines():
        if RPC not in line:
            continue
        try:
            yield from (entry[2] for entry in json.loads(line) if entry[1:2] == [RPC])
        except (ValueError, TypeError, LookupError) as error:
            raise _bad(f"Google's answer for {text!r} breaks off or has changed its form") from error


def _require_whole(mp3: bytes, text: str) -> None:
    try:
        speech = decoded(mp3)
    except Undecodable as error:
        raise _bad(f"Google's MP3 for {text!r} cannot be decoded") from error
    heard = _sounding(speech)
    if heard is None:
        raise _bad(f"Google's MP3 for {text!r} is silent")
    least = USUAL_SECONDS_A_LETTER if heard.stop >= speech.samples else LEAST_SECONDS_A_LETTER
    if _ends_inside_a_frame(mp3) or (heard.stop - heard.start) / speech.rate < least * _letters(text):
        raise _bad(f"Google's MP3 for {text!r} breaks off after {speech.samples / speech.rate:.2f} s")


def _ends_inside_a_frame(mp3: bytes) -> bool:
    at = 0
    while at < len(mp3):
        try:
            at += read_header(mp3, at).length
        except FrameError:  # a tag, say: what the decoder made of it has to do
            return False
    return at > len(mp3)


def _sounding(speech: Speech) -> slice | None:
    """The samples from the first sound to the last, a little silence on either side where there is any."""
    try:
        return sounding(waveform(speech), speech.rate)
    except EngineFailed:
        return None


def _letters(text: str) -> int:
    """A letter drawn out, as in «ياااا», counts once; tatweel is no sound."""
    letters = [character for character in text if character.isalpha() and character != TATWEEL]
    return len(letters[:1]) + sum(one != other for one, other in pairwise(letters))


def _bad(cause: str) -> Trouble:
    return Trouble(EngineFailed(f"gtts: {cause}. {LATER}"), Cure.TRY_AGAIN)
