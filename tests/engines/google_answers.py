"""What translate.google.com answers, well and badly: each answer by its name."""

import base64
import json
from functools import cache
from http import HTTPStatus
from typing import NamedTuple

import lameenc

GOOGLE_RATE = 24_000
SECONDS_A_LETTER = 0.06
SILENCE = 0.15
"""Seconds of silence that Google puts on either side."""


class Reply(NamedTuple):
    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


WHOLE = ("well", "reset", "cut short", "drip", "flood")
"""All is well with what is answered, whatever becomes of it on its way."""

REFUSALS = {
    "429": Reply(429, headers=(("Retry-After", "1"),)),
    "429 for long": Reply(429, headers=(("Retry-After", "3600"),)),
    "429 until": Reply(
        429, headers=(("Date", "Wed, 21 Oct 2015 07:28:00 GMT"), ("Retry-After", "Wed, 21 Oct 2015 07:28:01 GMT"))
    ),
    "429 until long after": Reply(
        429, headers=(("Date", "Wed, 21 Oct 2015 07:28:00 GMT"), ("Retry-After", "Wed, 21 Oct 2015 08:28:00 GMT"))
    ),
    "429 without a word": Reply(429),
    "captcha": Reply(302, headers=(("Location", "https://www.google.com/sorry/index?continue=x&q=secret"),)),
    "elsewhere": Reply(301, headers=(("Location", "https://consent.example.org/page?me=secret"),)),
    "nowhere": Reply(302),
    "400": Reply(400),
    "403": Reply(403, b"<html>no</html>"),
    "404": Reply(404),
    "408": Reply(408),
    "500": Reply(500, b"a bad day"),
    "503": Reply(503, headers=(("Retry-After", "3600"),)),
}


def reply(answer: str, text: str) -> Reply:
    """What is answered to a request for `text`, by the answer's name."""
    return REFUSALS.get(answer) or Reply(HTTPStatus.OK, _body(answer, text), (("Content-Type", "application/json"),))


@cache
def mp3(letters: int, loudness: int = 6000) -> bytes:
    """A tone of 60 ms a letter between two silences, as MP3 at Google's rate."""
    encoder = lameenc.Encoder()
    encoder.set_in_sample_rate(GOOGLE_RATE)
    encoder.set_out_sample_rate(GOOGLE_RATE)
    encoder.set_channels(1)
    encoder.set_bit_rate(32)
    encoder.silence()
    silence = bytes(2 * round(SILENCE * GOOGLE_RATE))
    wave = b"".join(value.to_bytes(2, "little", signed=True) for value in [loudness] * 60 + [-loudness] * 60)
    tone = wave * (round(letters * SECONDS_A_LETTER * GOOGLE_RATE) // 120)
    return bytes(encoder.encode(silence + tone + silence)) + bytes(encoder.flush())


def _body(answer: str, text: str) -> bytes:
    if answer == "empty":
        return b""
    whole = mp3(max(1, sum(letter.isalpha() for letter in text)))
    lines = {
        "escaped": _sound(whole + bytes(len(whole) % 3 == 0)).replace("=", "\\\\u003d"),
        "null": _line(None),
        "null inside": _line("[null]"),
        "no line": '[["wrb.fr","other",null]]',
        "no frames": _sound(b""),
        "not mp3": _sound(b"<html>no</html>" * 50),
        "half a mp3": _sound(whole[: len(whole) // 2]),
        "mp3 without its end": _sound(whole[:-30]),
        "few frames": _sound(mp3(1)),
        "silent mp3": _sound(mp3(50, loudness=0)),
        "not base64": _line(json.dumps(["%%%"])),
        "not json": '[["wrb.fr","jQ1olc","[\\"',
        "another form": '[["wrb.fr","jQ1olc"]]',
    }
    assert answer in lines or answer in WHOLE, f"a fault that nobody knows: {answer}"
    return _document(lines.get(answer) or _sound(whole))


def _sound(audio: bytes) -> str:
    return _line(json.dumps([base64.b64encode(audio).decode()]))


def _line(payload: str | None) -> str:
    entry = ["wrb.fr", "jQ1olc", payload, None, None, [3] if payload is None else None, "generic"]
    return json.dumps([entry, ["di", 20], ["af.httprm", 20, "1", 5]], separators=(",", ":"))


def _document(line: str) -> bytes:
    return f')]}}\'\n\n{len(line)}\n{line}\n25\n[["e",4,null,null,{len(line)}]]\n'.encode()
