"""Google's voice through gTTS: natural, free, remote, and easily offended.

gTTS knows what to ask and how; the asking is done here, because speech must never go missing: certificates are
checked, every wait has an end, every answer is looked at, and what is not sound is an error.
"""

import importlib.util
import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from hakawati.engines.gtts import languages
from hakawati.engines.gtts.cutting import pieces
from hakawati.engines.gtts.options import GttsOptions
from hakawati.engines.protocol import Request, performed
from hakawati.engines.remote.patience import Patience
from hakawati.engines.speakable import require_speech
from hakawati.engines.versions import installed
from hakawati.errors import EngineUnavailable
from hakawati.model import Role, Speech, Voice

if TYPE_CHECKING:
    from hakawati.engines.gtts.transport import Transport

REVISION = 2
"""Raise it whenever the same text and voice would sound different: it is part of every take's key."""

SLOW = 0.8
"""Google knows two paces: a rate up to this asks for the slow one, a rate above it for the usual."""

PITCHES = {
    Role.NARRATION: 0.0,
    Role.HEADING: 1.0,
    Role.HADITH: -1.5,
    Role.SPEECH: 2.0,
    Role.VERSE: -3.0,
    Role.SUPPLICATION: -0.75,
    Role.POETRY: -2.25,
    Role.REFERENCE: 3.0,
}
"""Semitones. Google has one voice a language: played slower it is deeper, faster it is higher, as a tape is."""

CHARACTERS_A_REQUEST, SECONDS_AN_ANSWER = 66, 0.3
"""About, for estimates: so many come to a request in the segments of an Arabic sermon."""


class Gtts:
    name = "gtts"
    summary = "Google's natural voice (gTTS): free, needs the network, one voice a language, strict limits."
    remote = True
    slow = False
    wants_vowels = False
    Options: ClassVar[type] = GttsOptions

    def __init__(self, options: GttsOptions) -> None:
        self.at_once = options.at_once
        requests_per_second = min(options.requests_per_second, options.at_once / SECONDS_AN_ANSWER)
        self.characters_per_second = CHARACTERS_A_REQUEST * requests_per_second
        self._options = options
        self._patience = Patience(self.name, options)
        self._connecting = threading.Lock()
        self._connected: Transport | None = None

    def available(self) -> str | None:
        """Whether its packages are there; the network is only asked when something is to be said."""
        missing = [package for package in ("gtts", "requests", "soundfile") if not importlib.util.find_spec(package)]
        if missing:
            return f"gtts: the package {missing[0]} is missing. Install what it needs: pip install gTTS soundfile"
        return None

    def voices(self, language: str) -> tuple[str, ...]:
        """A voice is named as its language is: `ar`, `en`, `pt-PT`."""
        self._require_packages()
        return languages.codes(language)

    def cast(self, language: str) -> Mapping[Role, Voice]:
        self._require_packages()
        code = languages.google_code(language)
        languages.require_code(code)
        return {role: Voice(self.name, code, pitch=pitch) for role, pitch in PITCHES.items()}

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        pace = self._slow(voice)
        return self.name, installed("gTTS"), REVISION, self._options.tld, voice.name, pace, voice.pitch

    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:  # noqa: ARG002 - the voice's name is one
        """One for every piece of at most 100 characters."""
        from hakawati.engines.gtts.google import asked  # noqa: PLC0415 - gTTS brings requests, and is slow to import

        self._require_packages()
        require_speech(text, self.name)
        languages.require_code(voice.name)
        slow = self._slow(voice)
        return tuple(asked(piece.text, voice.name, self._options.tld, slow=slow) for piece in pieces(text))

    def fetch(self, request: Request) -> bytes:
        """The MP3 of the request's text."""
        from hakawati.engines.gtts.google import body  # noqa: PLC0415 - as above

        transport, sent = self._transport(), body(request)
        return self._patience.ask(lambda seconds: transport.ask(request, sent, seconds))

    def assembled(self, text: str, voice: Voice, answers: Sequence[bytes]) -> Speech:
        """No marks. A change of pitch changes the pace with it: the sound is Google's, only its rate differs."""
        from hakawati.engines.gtts.joining import joined  # noqa: PLC0415 - brings numpy

        return joined(pieces(text), answers, voice.pitch)

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        return performed(self, text, voice, language)

    def close(self) -> None:
        """Lets the connections go; who waits for an answer gets an error."""
        self._patience.close()
        with self._connecting:
            if self._connected is not None:
                self._connected.close()

    def _slow(self, voice: Voice) -> bool:
        return self._options.slow or voice.rate <= SLOW

    def _transport(self) -> "Transport":
        """Made when it is first needed, before the first turn to ask is taken."""
        from hakawati.engines.gtts.transport import Transport  # noqa: PLC0415 - as above

        with self._connecting:
            if self._connected is None:
                self._connected = Transport(self.at_once, self._options.timeout)
            return self._connected

    def _require_packages(self) -> None:
        needs = self.available()
        if needs is not None:
            raise EngineUnavailable(needs)
