"""Google's voice through gTTS: natural, free, remote, and easily offended.

gTTS knows what to ask and how; the asking is done here, because speech must never go missing: certificates are
checked, every wait has an end, every answer is looked at, and what is not sound is an error.
"""

import difflib
import importlib.util
import time
from collections.abc import Callable, Mapping

from hakawati.engines.gtts.answer import sound_of
from hakawati.engines.gtts.cutting import pieces
from hakawati.engines.gtts.transport import Transport
from hakawati.engines.speakable import require_speech
from hakawati.engines.versions import installed
from hakawati.errors import EngineFailed, EngineUnavailable, VoiceUnknown
from hakawati.model import Role, Speech, Voice
from hakawati.units import Hertz

REVISION = 1
"""Raise it whenever the same text and voice would sound different: it is part of every take's key."""

SLOW = 0.8
"""Google knows two paces: a rate up to this asks for the slow one, a rate above it for the usual."""

OTHER_NAMES = {"he": "iw", "jv": "jw", "nb": "no", "zh": "zh-CN"}
"""Languages that a book calls by another code than Google does."""

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


class Gtts:
    name = "gtts"
    summary = "Google's natural voice (gTTS): free, needs the network, one voice a language, strict limits."
    remote = True
    wants_vowels = False

    def __init__(
        self, timeout: tuple[float, float] = (10.0, 30.0), sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._transport = Transport(timeout, sleep)

    def version(self) -> str:
        return f"{installed('gTTS')}/{REVISION}"

    def available(self) -> str | None:
        """Whether its packages are there; the network is only asked when something is to be said."""
        missing = [package for package in ("gtts", "requests", "soundfile") if not importlib.util.find_spec(package)]
        if missing:
            return f"gtts: the package {missing[0]} is missing. Install what it needs: pip install gTTS soundfile"
        return None

    def voices(self, language: str) -> tuple[str, ...]:
        """A voice is named as its language is: `ar`, `en`, `pt-PT`."""
        if not language:
            return tuple(sorted(self._languages()))
        code = OTHER_NAMES.get(language, language)
        return tuple(sorted(known for known in self._languages() if known == code or known.startswith(f"{code}-")))

    def cast(self, language: str) -> Mapping[Role, Voice]:
        code = self._known(OTHER_NAMES.get(language, language))
        return {role: Voice(self.name, code, pitch=pitch) for role, pitch in PITCHES.items()}

    def perform(self, text: str, voice: Voice, language: str) -> Speech:  # noqa: ARG002 - the voice's name is one
        """No marks. A change of pitch changes the pace with it: the PCM is Google's, only its rate differs."""
        require_speech(text, self.name)
        code = self._known(voice.name)
        parts = [
            sound_of(self._transport.ask(body), piece, code)
            for piece in pieces(text)
            for body in _bodies(piece, code, slow=voice.rate <= SLOW)
        ]
        if len({part.rate for part in parts}) != 1:
            raise EngineFailed(f"gtts: Google sent one text at different sample rates: {text!r}. Try again later.")
        rate = Hertz(round(parts[0].rate * 2 ** (voice.pitch / 12)))
        return Speech(b"".join(part.pcm for part in parts), rate)

    def close(self) -> None:
        """Lets the connections go."""
        self._transport.close()

    def _languages(self) -> Mapping[str, str]:
        needs = self.available()
        if needs is not None:
            raise EngineUnavailable(needs)
        from gtts.lang import tts_langs  # noqa: PLC0415 - gTTS brings requests, and is slow to import

        languages: dict[str, str] = tts_langs()
        return languages

    def _known(self, code: str) -> str:
        languages = self._languages()
        if code not in languages:
            near = difflib.get_close_matches(code, languages, n=3)
            meant = f" Near it: {', '.join(near)}." if near else ""
            raise VoiceUnknown(
                f"gtts: Google has no voice {code!r}.{meant} A voice is named by its language, such as `ar`; "
                "`hakawati engines` lists them."
            )
        return code


def _bodies(piece: str, code: str, *, slow: bool) -> list[str]:
    """What to send for a piece of text; one request, as the piece is short enough."""
    from gtts import gTTS  # noqa: PLC0415 - gTTS brings requests, and is slow to import

    bodies: list[str] = gTTS(piece, lang=code, slow=slow, lang_check=False, pre_processor_funcs=[]).get_bodies()
    return bodies
