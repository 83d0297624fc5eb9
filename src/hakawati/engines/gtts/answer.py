"""What Google answers by way of HTTP, before anyone looks for sound in it."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from hakawati.engines.remote.retry_after import asked_rest
from hakawati.engines.remote.trouble import Cure, Trouble
from hakawati.errors import EngineError, EngineFailed, EngineRefused

LATER = "What was made so far is kept: build again later, or use another engine."
ELSEWHERE = "Set another `tld` in [engines.gtts], wait some hours, or use another engine; what was made so far is kept."


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is HTTP's; the others are headers, empty where they were not sent."""

    status: int
    body: bytes = b""
    location: str = ""
    retry_after: str = ""
    date: str = ""


def require_success(answer: Answer, host: str) -> None:
    """Raises Trouble for every status but success."""
    if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return
    if answer.status < HTTPStatus.BAD_REQUEST:
        raise _redirected(answer)
    rest = asked_rest(answer.retry_after, answer.date)
    error, cure = _refusal(answer.status, rest, host)
    raise Trouble(error, cure, rest)


def _redirected(answer: Answer) -> Trouble:
    """Only whereto is told, without the query: it tells Google who we are."""
    to = urlsplit(answer.location)
    if to.path.startswith("/sorry"):
        robot = f"gtts: Google takes this machine for a robot and wants a captcha solved. {ELSEWHERE}"
        return Trouble(EngineRefused(robot), Cure.STOP_ASKING)
    place = f"{to.netloc.rpartition('@')[2]}{to.path}" or "an unnamed place"
    sent = f"gtts: Google sends us to {place} instead of answering ({answer.status}). {ELSEWHERE}"
    return Trouble(EngineFailed(sent), Cure.STOP_ASKING)


def _refusal(status: int, rest: float | None, host: str) -> tuple[EngineError, Cure]:
    asked = "" if rest is None else f" and asks for {rest:g} s of rest"
    match status:
        case HTTPStatus.TOO_MANY_REQUESTS:
            slower = (
                "Build again later: what was made so far is kept. Or lower `requests_per_second` in [engines.gtts]."
            )
            return EngineRefused(
                f"gtts: {host} has had too many requests from here (429){asked}. {slower}"
            ), Cure.SLOW_DOWN
        case HTTPStatus.REQUEST_TIMEOUT:
            return EngineFailed(f"gtts: {host} did not get our request in time (408). {LATER}"), Cure.TRY_AGAIN
        case HTTPStatus.FORBIDDEN | HTTPStatus.UNAUTHORIZED:
            return EngineRefused(f"gtts: {host} lets nobody in from here ({status}). {ELSEWHERE}"), Cure.STOP_ASKING
        case HTTPStatus.NOT_FOUND | HTTPStatus.GONE:
            gone = f"gtts: there is no speech service at {host} any more ({status}): is `tld` right? {ELSEWHERE}"
            return EngineFailed(gone), Cure.STOP_ASKING
        case _ if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return EngineFailed(f"gtts: {host} failed ({status}){asked}. {LATER}"), Cure.TRY_AGAIN
    return EngineRefused(f"gtts: {host} refuses this request ({status}). {LATER}"), Cure.NOTHING
