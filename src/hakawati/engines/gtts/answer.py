"""What Google answers, and what of it is sound. Whatever is not is an error that says why."""

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO

from hakawati.errors import EngineFailed, EngineRefused
from hakawati.model import Speech
from hakawati.units import Hertz

RPC = "jQ1olc"
"""The name of the remote procedure: gTTS.GOOGLE_TTS_RPC."""

LEAST_SECONDS_A_LETTER = 0.02
"""Nobody speaks faster than 50 letters a second: a shorter sound has lost its end. Marks are not letters."""

LATER = "What was made so far is kept: build again later, or use another engine."


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one request. `status` is HTTP's, 0 when there was none because of `broken`."""

    status: int
    text: str = ""
    broken: str = ""
    location: str = ""
    retry_after: str = ""

    @property
    def passing(self) -> bool:
        """Whether asking again may help."""
        return self.status in (0, HTTPStatus.TOO_MANY_REQUESTS) or self.status >= HTTPStatus.INTERNAL_SERVER_ERROR

    @property
    def wait(self) -> float | None:
        """Seconds that Google asks to wait. A date instead is not looked at: it needs a clock."""
        return float(self.retry_after) if re.fullmatch("[0-9]{1,9}", self.retry_after) else None


def sound_of(answer: Answer, text: str, language: str) -> Speech:
    """The sound of `text` in an answer. Raises EngineRefused where Google says no, EngineFailed where it breaks off."""
    _require_success(answer)
    return _decoded(_mp3(answer.text, text, language), text)


def _require_success(answer: Answer) -> None:
    if answer.broken:
        raise EngineFailed(f"gtts: no answer from translate.google.com ({answer.broken}). Is the network up? {LATER}")
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        asked = f" and asks to wait {answer.retry_after} s" if answer.retry_after else ""
        raise EngineRefused(f"gtts: Google has had too many requests from here (429){asked}. {LATER}")
    if HTTPStatus.MULTIPLE_CHOICES <= answer.status < HTTPStatus.BAD_REQUEST:
        if "/sorry/" in answer.location:
            raise EngineRefused(f"gtts: Google takes this machine for a robot and wants a captcha solved. {LATER}")
        raise EngineFailed(f"gtts: Google sent us elsewhere ({answer.status}, to {answer.location!r}). {LATER}")
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise EngineFailed(f"gtts: Google's server failed ({answer.status}). {LATER}")
    if answer.status != HTTPStatus.OK:
        raise EngineRefused(f"gtts: Google refused the request ({answer.status}). {LATER}")


def _mp3(answer: str, text: str, language: str) -> bytes:
    """The MP3 in the answer: base64 in JSON in JSON, in the line of our procedure."""
    for payload in _payloads(answer):
        if payload is None:
            raise EngineRefused(
                f"gtts: Google has no speech in {language!r} for {text!r} (its answer was null). "
                "Is the language right? Else write it otherwise, or use another engine."
            )
        try:
            return base64.b64decode(json.loads(payload)[0], validate=True)
        except (ValueError, TypeError, LookupError) as error:
            raise EngineFailed(f"gtts: Google's sound for {text!r} cannot be read ({error}). {LATER}") from error
    raise EngineFailed(f"gtts: Google answered without any sound for {text!r}. {LATER}")


def _payloads(answer: str) -> Iterator[str | None]:
    for line in answer.splitlines():
        if RPC not in line:
            continue
        try:
            entries = json.loads(line)
            yield from (entry[2] for entry in entries if entry[1:2] == [RPC])
        except (ValueError, TypeError, LookupError) as error:
            raise EngineFailed(
                f"gtts: Google's answer breaks off or has changed its form ({error}). {LATER}"
            ) from error


def _decoded(mp3: bytes, text: str) -> Speech:
    import soundfile  # noqa: PLC0415 - brings numpy; loaded when there is something to decode

    try:
        frames, rate = soundfile.read(BytesIO(mp3), dtype="int16", always_2d=True)
    except (soundfile.SoundFileError, RuntimeError) as error:
        raise EngineFailed(f"gtts: Google's MP3 for {text!r} cannot be decoded ({error}). {LATER}") from error
    letters = sum(character.isalpha() for character in text)
    if len(frames) < max(1.0, letters * LEAST_SECONDS_A_LETTER * rate):
        raise EngineFailed(f"gtts: Google's MP3 for {text!r} breaks off after {len(frames) / rate:.2f} s. {LATER}")
    return Speech(frames[:, 0].astype("<i2").tobytes(), Hertz(rate))
