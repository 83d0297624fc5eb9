"""What the service is asked, and what it answers."""

from typing import NamedTuple

import msgspec

from hakawati.engines.edge.placing import Word
from hakawati.engines.protocol import Request
from hakawati.errors import EngineFailed

FORM = "mp3 and words, 1"
"""How an answer is packed: part of every request, so that what was kept in another form is not taken for one."""


class Question(NamedTuple):
    """`rate` and `pitch` in the words of the mark-up, such as `+10%` and `-12Hz`."""

    text: str
    voice: str
    rate: str
    pitch: str

    @classmethod
    def of(cls, request: Request) -> "Question":
        voice, rate, pitch, _ = request.manner
        return cls(request.text, voice, rate, pitch)

    def request(self) -> Request:
        return Request(self.text, (self.voice, self.rate, self.pitch, FORM))


class Answer(NamedTuple):
    """The sound as it came, and the words in it as the service told them."""

    mp3: bytes
    words: tuple[Word, ...]


def packed(answer: Answer) -> bytes:
    return msgspec.msgpack.encode(answer)


def unpacked(kept: bytes) -> Answer:
    """Raises EngineFailed for bytes that `packed` did not make."""
    try:
        return msgspec.msgpack.decode(kept, type=Answer)
    except msgspec.DecodeError as error:
        raise EngineFailed(
            f"edge: an answer that was kept cannot be read ({error}). Empty the store, and build again."
        ) from error
