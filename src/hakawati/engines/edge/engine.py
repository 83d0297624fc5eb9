"""Microsoft Edge's neural voices: natural, free, remote; the finest Arabic to be had without an account.

edge-tts knows what to ask and how. It is asked from here, because speech must never go missing: every wait has an
end, every answer is proven whole, and what is not whole is asked for again.
"""

import importlib.util
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

import msgspec

from hakawati.engines.edge.cast import cast_of
from hakawati.engines.edge.cutting import pieces
from hakawati.engines.edge.faults import Recurring, foreseen, trouble_of
from hakawati.engines.edge.joining import joined
from hakawati.engines.edge.listening import Ear
from hakawati.engines.edge.prosody import pitch_words, rate_words
from hakawati.engines.edge.proving import require_whole
from hakawati.engines.edge.question import Question, packed, unpacked
from hakawati.engines.edge.voices import known_voice, names_of
from hakawati.engines.protocol import Request, performed
from hakawati.engines.remote.options import RemoteOptions
from hakawati.engines.remote.patience import Patience
from hakawati.engines.remote.trouble import Trouble
from hakawati.engines.speakable import require_speech
from hakawati.engines.versions import installed
from hakawati.errors import EngineUnavailable
from hakawati.model import Role, Speech, Voice

REVISION = 1
"""Raise it whenever the same text and voice would sound different: it is part of every take's key."""

RECURRENCES = 4
"""Of a trouble that passes at times: after as many it is taken for what it says."""


@dataclass(frozen=True, kw_only=True)
class EdgeOptions(RemoteOptions):
    """Each request is a connection of its own to a service that is a gift: asked as often as a few readers would."""

    requests_per_second: Annotated[float, msgspec.Meta(gt=0, le=1000)] = 4.0
    at_once: Annotated[int, msgspec.Meta(ge=1, le=64)] = 6


class Edge:
    name = "edge"
    summary = "Microsoft Edge's neural voices (edge-tts): natural, free, many for Arabic; needs the network."
    remote = True
    slow = False
    wants_vowels = False
    """The voices vowel Arabic for themselves, by the whole sentence, better than one guesses it; the marks an author
    wrote are sent as they stand and are heeded. `guess_vowels` in the settings sends all of them."""
    characters_per_second = 400.0
    Options: ClassVar[type] = EdgeOptions

    def __init__(self, options: EdgeOptions) -> None:
        self._options = options
        self.at_once = options.at_once
        self._patience = Patience(self.name, options)
        self._ear = Ear(options.timeout)

    def available(self) -> str | None:
        """Whether its package is there; the network is only asked when something is to be said."""
        if importlib.util.find_spec("edge_tts") is None:
            return "edge: the package edge-tts is missing. Install it: pip install 'hakawati[edge]'"
        return None

    def voices(self, language: str) -> tuple[str, ...]:
        """Those that are known here; any other name that is formed as theirs are may be tried as well."""
        return names_of(language)

    def cast(self, language: str) -> Mapping[Role, Voice]:
        return cast_of(language)

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        manner = voice.name, rate_words(voice.rate), pitch_words(voice.pitch, voice.name)
        return self.name, installed("edge-tts"), REVISION, *manner

    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:  # noqa: ARG002 - a voice has one
        """Rates beyond half and double and pitches beyond -12 and +7 semitones are held at these ends."""
        require_speech(text, self.name)
        name = known_voice(voice.name)
        rate, pitch = rate_words(voice.rate), pitch_words(voice.pitch, name)
        sent = harmless(text)
        return tuple(Question(sent[one.start : one.end], name, rate, pitch).request() for one in pieces(sent))

    def fetch(self, request: Request) -> bytes:
        needs = self.available()
        if needs:
            raise EngineUnavailable(needs)
        return self._patience.ask(_Tries(self._ear, Question.of(request)))

    def assembled(self, text: str, voice: Voice, answers: Sequence[bytes]) -> Speech:  # noqa: ARG002 - heard already
        sent = harmless(text)
        return joined(sent, tuple(pieces(sent)), [unpacked(answer) for answer in answers])

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        return performed(self, text, voice, language)

    def close(self) -> None:
        self._patience.close()
        self._ear.close()


class _Tries:
    """The tries of one question."""

    def __init__(self, ear: Ear, question: Question) -> None:
        self._ear = ear
        self._question = question
        self._recurred = 0

    def __call__(self, seconds: float) -> bytes:
        """One try within `seconds`. Raises Trouble."""
        try:
            answer = self._ear.hear(self._question, seconds)
            require_whole(answer, self._question)
        except foreseen() as error:
            raise self._weighed(trouble_of(error, self._question)) from error
        return packed(answer)

    def _weighed(self, trouble: Trouble) -> Trouble:
        if isinstance(trouble, Recurring):
            self._recurred += 1
            if self._recurred >= RECURRENCES:
                return Trouble(trouble.error, trouble.at_last)
        return trouble


def harmless(text: str) -> str:
    """`text` with a space for every character that XML cannot hold, each in its place, so that offsets stay."""
    return "".join(character if _in_xml(character) else " " for character in text)


def _in_xml(character: str) -> bool:
    """XML 1.0, section 2.2: no control but tab and line ends, no lone surrogate, no U+FFFE and U+FFFF."""
    if unicodedata.category(character) in ("Cc", "Cs"):
        return character in "\t\n\r"
    return character not in "\ufffe\uffff"
