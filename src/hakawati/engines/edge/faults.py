"""Everything that may go wrong with a question, as a Trouble: what the user reads, and what may help."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from hakawati.engines.edge.listening import BrokenOff, Closed, Silence
from hakawati.engines.edge.proving import NotWhole
from hakawati.engines.edge.proxy import HOST
from hakawati.engines.edge.question import Question
from hakawati.engines.remote.trouble import Cure, Trouble
from hakawati.errors import EngineError, EngineFailed, EngineRefused

if TYPE_CHECKING:
    import aiohttp

LATER = "What was made so far is kept: build again later, or use another engine."
UPDATE = "If it goes on, edge-tts may be too old for the service: pip install -U edge-tts."
"""The service belongs to a browser and changes with it; edge-tts follows."""


@dataclass
class Recurring(Trouble):
    """A trouble that passes at times, and if it does not, will not: the cure it takes when it has come too often."""

    at_last: Cure = Cure.NOTHING


def foreseen() -> tuple[type[Exception], ...]:
    """What a question may raise. A message unlike those that edge-tts expects breaks its code in the last four ways."""
    from edge_tts.exceptions import EdgeTTSException  # noqa: PLC0415 - brings aiohttp

    kinds = (kind for kind, _ in _kinds())
    return (*kinds, EdgeTTSException, ValueError, LookupError, TypeError, AttributeError)


def trouble_of(error: Exception, question: Question) -> Trouble:
    """Whatever `error` came of a question. No message holds an address: the token in it is nobody's business."""
    for kind, told in _kinds():
        if isinstance(error, kind):
            return told(error, question)
    return _strange(error, question)


def _kinds() -> "Iterator[tuple[type[Exception], Callable[[Any, Question], Trouble]]]":
    """What is more special comes first."""
    import aiohttp  # noqa: PLC0415 - slow to import
    from edge_tts.exceptions import NoAudioReceived, SkewAdjustmentError  # noqa: PLC0415 - brings aiohttp

    yield Closed, _closed
    yield Silence, _silent
    yield BrokenOff, _broken_off
    yield NotWhole, _not_whole
    yield EngineError, lambda error, _: Trouble(error, Cure.STOP_ASKING)
    yield NoAudioReceived, _no_sound
    yield SkewAdjustmentError, lambda error, question: trouble_of(error.__cause__, question)
    yield aiohttp.ClientHttpProxyError, _refused_by_proxy
    yield aiohttp.ClientResponseError, _refused
    yield aiohttp.ClientConnectorCertificateError, _not_vouched_for
    yield aiohttp.ClientError, _not_reached
    yield OSError, _not_reached


def _closed(_: Closed, __: Question) -> Trouble:
    return Trouble(EngineFailed("edge: stopped before the answer was there."), Cure.STOP_ASKING)


def _silent(error: Silence, question: Question) -> Trouble:
    if error.heard:
        return _failed(f"the speech service fell silent in the middle of {_shown(question)}. {LATER}")
    return _failed(f"the speech service does not answer. Is the network up? {LATER}", Cure.CONNECT)


def _broken_off(_: BrokenOff, question: Question) -> Trouble:
    return _failed(f"the connection broke off in the middle of {_shown(question)}. {LATER}")


def _not_whole(error: NotWhole, question: Question) -> Trouble:
    return _failed(f"what the speech service sent for {_shown(question)} is not whole: its sound {error}. {LATER}")


def _no_sound(_: Exception, question: Question) -> Trouble:
    """The service's answer to a voice it lacks and to letters that the voice cannot read; at times to anything."""
    refused = EngineRefused(
        f"edge: the speech service sent no sound for {_shown(question)} in the voice {question.voice}. Is there such a "
        "voice, and does it speak this language? `hakawati engines` lists those that are known. Else write the text "
        "otherwise, or use another voice."
    )
    return Recurring(refused, Cure.TRY_AGAIN)


def _refused_by_proxy(error: "aiohttp.ClientHttpProxyError", _: Question) -> Trouble:
    asked = "wants a name and a password" if error.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED else "refused"
    return _failed(f"the proxy in HTTPS_PROXY {asked} ({error.status}) to reach {HOST}. {LATER}", Cure.CONNECT)


def _refused(error: "aiohttp.ClientResponseError", _: Question) -> Trouble:
    """The handshake came to nothing: HTTP's status says why."""
    wait = _rest(error.headers or {})
    if error.status == HTTPStatus.TOO_MANY_REQUESTS:
        asked = "" if wait is None else f" and asks to wait {wait:g} s"
        refused = EngineRefused(f"edge: the speech service has had too many requests from here (429){asked}. {LATER}")
        return Trouble(refused, Cure.SLOW_DOWN, wait)
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        failed = EngineFailed(f"edge: the speech service failed ({error.status}). {LATER}")
        return Trouble(failed, Cure.TRY_AGAIN, wait)
    if error.status < HTTPStatus.BAD_REQUEST:
        page = "a web page instead of speech: a captcha, or the log-in page of this network. Open a browser and look"
        return Trouble(EngineRefused(f"edge: there came {page}. {LATER}"), Cure.STOP_ASKING)
    unwelcome = EngineRefused(
        f"edge: the speech service does not let this program in ({error.status}). Is this machine's clock right? "
        f"{UPDATE} {LATER}"
    )
    return Recurring(unwelcome, Cure.TRY_AGAIN, at_last=Cure.STOP_ASKING)


def _not_vouched_for(error: "aiohttp.ClientConnectorCertificateError", _: Question) -> Trouble:
    why = getattr(error.certificate_error, "verify_message", "") or "it is not valid"
    return _failed(
        f"nobody vouches for the certificate that {HOST} shows ({why}), so nothing was sent. Somebody may be in "
        "between: a proxy that reads along, or the log-in page of this network.",
        Cure.STOP_ASKING,
    )


def _not_reached(error: Exception, _: Question) -> Trouble:
    why = _told_by_system(getattr(error, "os_error", error)) or type(error).__name__
    return _failed(f"{HOST} is not reached ({why}). Is the network up, and is HTTPS_PROXY right? {LATER}", Cure.CONNECT)


def _told_by_system(error: Exception) -> str | None:
    """What the operating system calls it; of a failed connection asyncio tells addresses instead."""
    if not isinstance(error, OSError):
        return None
    return os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror


def _strange(error: Exception, question: Question) -> Trouble:
    """edge-tts' own errors, and those of its code in a message that is not what it should be."""
    what = f"{type(error).__name__}: {error}"[:200]
    return _failed(f"the answer for {_shown(question)} is not understood ({what}). {UPDATE} {LATER}")


def _failed(what: str, cure: Cure = Cure.TRY_AGAIN) -> Trouble:
    return Trouble(EngineFailed(f"edge: {what}"), cure)


def _shown(question: Question) -> str:
    text = question.text
    return repr(text if len(text) <= 60 else f"{text[:59]}…")


def _rest(headers: Mapping[str, str]) -> float | None:
    """Retry-After in seconds; where it is a date, from the date of the answer, so that no clock here counts."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isdecimal() and asked.isascii():
        return float(asked)
    try:
        until, now = (parsedate_to_datetime(date) for date in (asked, headers.get("Date", "")))
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):  # no date, or one with a time zone and one without
        return None
