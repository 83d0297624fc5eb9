"""Neural voices through the OpenAI speech API: OpenAI's own, or those of a server on this machine."""

import difflib
import importlib.util
import os
from collections.abc import Mapping, Sequence
from typing import ClassVar

from hakawati.engines.openai.blotting import Blotter, WireLog, passwords
from hakawati.engines.openai.cutting import pieces
from hakawati.engines.openai.faults import Faults
from hakawati.engines.openai.options import OpenAIOptions, key_of, problem, server
from hakawati.engines.openai.sound import speech_of, why_no_speech
from hakawati.engines.openai.wire import Answer, Broken, Wire
from hakawati.engines.openai.wish import Wish, stretch, wish
from hakawati.engines.protocol import Request, performed
from hakawati.engines.remote.patience import Patience
from hakawati.engines.sharing import shared
from hakawati.engines.speakable import require_speech
from hakawati.errors import EngineUnavailable, VoiceUnknown
from hakawati.model import Role, Speech, Voice

REVISION = 1
"""Raise it whenever the same answers would sound different: it is part of every take's key."""


class OpenAI:
    name = "openai"
    summary = "Neural voices by the OpenAI speech API: OpenAI's (for a key), or a server's at home (Kokoro, LocalAI)."
    remote = True
    slow = False
    wants_vowels = False
    characters_per_second = 400.0
    Options: ClassVar[type] = OpenAIOptions

    def __init__(self, options: OpenAIOptions) -> None:
        from urllib.request import getproxies  # noqa: PLC0415 - slow to import

        key = key_of(options, os.environ)
        self._blotter = Blotter([key, *passwords(getproxies().values())])
        self._options = options
        self._problem = problem(options, key)
        self._faults = Faults(server(options.base_url), options.key_variable, bool(key), self._blotter)
        self._patience = Patience(self.name, options)
        self._wire = Wire(options, key)
        self._log = WireLog(self._blotter)
        self._log.attach()
        self.at_once = options.at_once
        self.wants_vowels = options.wants_vowels

    def available(self) -> str | None:
        """Whether it could be asked; whether it answers is found out when something is to be said."""
        missing = [package for package in ("httpx", "soundfile") if not importlib.util.find_spec(package)]
        if missing:
            return f"openai: the package {missing[0]} is missing. Install what it needs: pip install 'hakawati[openai]'"
        return self._problem

    def voices(self, language: str) -> tuple[str, ...]:  # noqa: ARG002 - the API has no languages: voices speak any
        return tuple(dict.fromkeys((self._options.voice, *self._options.voices)))

    def cast(self, language: str) -> Mapping[Role, Voice]:
        """Out of the voices that the settings name: the roles that share one differ in pitch."""
        return shared(self.name, self.voices(language))

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        """Where a long text is cut is heard."""
        return self.name, REVISION, *wish(self._options, voice), voice.pitch, self._options.characters_at_once

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        return performed(self, text, voice, language)

    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:
        """Where the settings name no `voices`, only the server knows which there are."""
        require_speech(text, self.name)
        if self._options.voices and voice.name not in self.voices(language):
            raise VoiceUnknown(self._no_voice(voice.name))
        manner = wish(self._options, voice)
        return tuple(Request(piece, manner) for piece in pieces(text, self._options.characters_at_once))

    def fetch(self, request: Request) -> bytes:
        needs = self.available()
        if needs is not None:
            raise EngineUnavailable(needs)
        return self._patience.ask(lambda seconds: self._once(request, seconds))

    def assembled(self, text: str, voice: Voice, answers: Sequence[bytes]) -> Speech:  # noqa: ARG002 - no marks
        """No marks: the API has none."""
        return speech_of(answers, self._options.format, stretch(voice))

    def close(self) -> None:
        self._patience.close()
        self._wire.close()
        self._log.detach()

    def _once(self, request: Request, seconds: float) -> bytes:
        """One try. Raises Trouble."""
        asked = Wish(*request.manner)
        answer = self._wire.ask(asked.body(request.text), seconds)
        if isinstance(answer, Broken):
            raise self._faults.broken(answer)
        if not answer.well:
            raise self._faults.refusal(answer, asked)
        return self._proven(answer, request.text, asked)

    def _proven(self, answer: Answer, text: str, asked: Wish) -> bytes:
        """The sound in an answer that is none but well. Raises Trouble."""
        silence = self._faults.silence(answer, asked)
        if silence is not None:
            raise silence
        if self._blotter.told_in(answer.body):
            raise self._faults.no_speech("it repeats the key")
        why = why_no_speech(answer.body, text, asked.format, float(asked.speed))
        if why is not None:
            raise self._faults.no_speech(why)
        return answer.body

    def _no_voice(self, name: str) -> str:
        near = difflib.get_close_matches(name, self.voices(""), n=3)
        meant = f" Near it: {', '.join(near)}." if near else ""
        return f"openai: `voices` in [engines.openai] names no {name!r}.{meant} They are: {', '.join(self.voices(''))}."
