"""Every way in which a server may fail to speak, with what helps and what the user reads.

Messages name the server and say nothing of the text: one cause is one message, however many texts it hits.
"""

import json
import re
from dataclasses import dataclass
from http import HTTPStatus

from hakawati.engines.openai.blotting import Blotter
from hakawati.engines.openai.complaint import Complaint, complaint
from hakawati.engines.openai.resting import rest
from hakawati.engines.openai.wire import Answer, Break, Broken
from hakawati.engines.openai.wish import Wish
from hakawati.engines.remote.trouble import Cure, Trouble
from hakawati.errors import EngineFailed, EngineRefused, VoiceUnknown

LATER = "What was made so far is kept: build again later, or use another engine."

LONGEST_SAID = 200
"""Characters of the server's own words that are shown."""

NO_CREDIT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
"""OpenAI's codes for an account that has to be paid for first; they come with 429, as too many requests do."""

PASSING = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_EARLY})
WRONG_KEY = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
WRONG_PLACE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.GONE})

MP3 = frozenset({"audio/mpeg", "audio/mp3"})
"""What would be taken for samples where samples without a header are wanted."""


@dataclass(frozen=True, slots=True)
class Faults:
    """`server`: as messages name it; `key_variable`: where its key is looked for; `keyed`: whether one was there."""

    server: str
    key_variable: str
    keyed: bool
    blotter: Blotter

    def refusal(self, answer: Answer, wish: Wish) -> Trouble:
        """Of an answer that is not even meant well."""
        status, stated = answer.status, complaint(answer.body)
        what = self._what(status, stated)
        if status in WRONG_KEY:
            return Trouble(EngineRefused(self._about_key(what)), Cure.STOP_ASKING)
        if status == HTTPStatus.PAYMENT_REQUIRED or stated.code in NO_CREDIT:
            said = f"openai: {self.server} says that your account has no credit left {what}. {LATER}"
            return Trouble(EngineRefused(said), Cure.STOP_ASKING)
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            return self._too_many(answer, what)
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in PASSING:
            return self._down(answer, what)
        if status < HTTPStatus.BAD_REQUEST:
            return self._elsewhere(answer)
        return self._refused_request(status, stated, what, wish)

    def silence(self, answer: Answer, wish: Wish) -> Trouble | None:
        """Of a 200 that is not meant to be the sound: an empty one, a web page, words, an MP3 for samples."""
        if not answer.body:
            return self._failed("answered with nothing at all", Cure.TRY_AGAIN)
        begin = answer.body[:64].lstrip().lower()
        if answer.kind == "text/html" or begin.startswith((b"<!doctype", b"<html")):
            hint = "Is base_url right? Or does this network want a login first?"
            return self._failed("answered with a web page instead of sound", Cure.STOP_ASKING, hint)
        if answer.kind.endswith("json") or answer.kind.startswith("text/") or _is_json(answer.body):
            said = self._shown(complaint(answer.body).said)
            return self._failed(f"answered with words instead of sound{said and f' ({said})'}", Cure.TRY_AGAIN)
        if wish.format == "pcm" and answer.kind in MP3 and answer.body.startswith(b"\xff"):
            said = 'answered with an MP3 instead of samples: choose `format` = "mp3"'
            return self._failed(said, Cure.STOP_ASKING)
        return None

    def no_speech(self, why: str) -> Trouble:
        """Of a 200 whose sound is not the text's."""
        return self._failed(f"answered with no whole speech: {self._shown(why)}", Cure.TRY_AGAIN)

    def broken(self, broken: Broken) -> Trouble:
        said = self._shown(broken.said)
        match broken.how:
            case Break.UNREACHED:
                return self._failed(f"did not answer ({said})", Cure.CONNECT, "Is it running, and is base_url right?")
            case Break.UNTRUSTED:
                hint = "Where an authority of your own signed it, name its file in SSL_CERT_FILE."
                return self._failed(f"shows a certificate that is not trusted ({said})", Cure.STOP_ASKING, hint)
            case Break.UNABLE:
                hint = "Look at base_url, and at SSL_CERT_FILE and the proxies of your environment."
                return self._failed(f"cannot be asked ({said})", Cure.STOP_ASKING, hint)
            case Break.BROKEN_OFF:
                return self._failed(f"broke off ({said})", Cure.TRY_AGAIN)

    def _failed(self, what: str, cure: Cure, hint: str = LATER) -> Trouble:
        return Trouble(EngineFailed(f"openai: {self.server} {what}. {hint}"), cure)

    def _about_key(self, what: str) -> str:
        if self.keyed:
            return f"openai: {self.server} refuses the key {what}. Look at the variable {self.key_variable}."
        return f"openai: {self.server} wants a key {what}. Set the environment variable {self.key_variable} to it."

    def _too_many(self, answer: Answer, what: str) -> Trouble:
        wait = rest(answer.headers)
        asked = "" if wait is None else f" and asks to wait {wait:.4g} s"
        said = f"openai: {self.server} has had too many requests {what}{asked}. {LATER}"
        return Trouble(EngineRefused(said), Cure.SLOW_DOWN, wait)

    def _down(self, answer: Answer, what: str) -> Trouble:
        wait = rest(answer.headers)
        trouble = self._failed(f"failed {what}", Cure.TRY_AGAIN if wait is None else Cure.SLOW_DOWN)
        return Trouble(trouble.error, trouble.cure, wait)

    def _elsewhere(self, answer: Answer) -> Trouble:
        """Where to is told without path and query: they may repeat the key."""
        host = re.match(r"(?:https?:)?//(?:[^/?#]*@)?([^/?#]*)", answer.headers.get("location", ""))
        to = self._shown(host[1]) if host else ""
        hint = "Is base_url right? Or does this network want a login first?"
        return self._failed(f"sends us elsewhere ({answer.status}{to and f', to {to}'})", Cure.STOP_ASKING, hint)

    def _refused_request(self, status: int, stated: Complaint, what: str, wish: Wish) -> Trouble:
        if stated.about == "voice" or (not stated.about and "voice" in stated.said.lower()):
            return Trouble(VoiceUnknown(self._about_voice(wish.voice, what)), Cure.NOTHING)
        if status in WRONG_PLACE or stated.about == "model" or stated.code in {"model_not_found", "invalid_model"}:
            hint = f"Look at base_url and at model ({wish.model!r})."
            said = f"openai: {self.server} does not know what is asked for {what}. {hint}"
            return Trouble(EngineRefused(said), Cure.STOP_ASKING)
        if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            said = f"openai: a proxy on the way to {self.server} wants a name and a password {what}."
            return Trouble(EngineRefused(f"{said} Put them into HTTP_PROXY."), Cure.STOP_ASKING)
        said = f"openai: {self.server} does not take the request {what}."
        return Trouble(EngineRefused(f"{said} Write the text otherwise, or look at [engines.openai]."), Cure.NOTHING)

    def _about_voice(self, voice: str, what: str) -> str:
        return (
            f"openai: {self.server} has no voice {voice!r} {what}. Name those that it has as voice and voices in "
            "[engines.openai]."
        )

    def _what(self, status: int, stated: Complaint) -> str:
        said = self._shown(stated.said)
        return f"({status}: {said})" if said else f"({status})"

    def _shown(self, said: str) -> str:
        """Foreign words in one short line, without secrets and without anything that is not printable."""
        line = " ".join("".join(letter if letter.isprintable() else " " for letter in said).split())
        blotted = self.blotter.blotted(line)
        return blotted if len(blotted) <= LONGEST_SAID else f"{blotted[:LONGEST_SAID]}…"


def _is_json(body: bytes) -> bool:
    """Samples without a header may begin with any letter, but do not go on like this."""
    if not body.startswith((b"{", b"null")):
        return False
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True
