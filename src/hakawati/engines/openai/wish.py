"""What shapes an answer beside the text, as the store's key and the server are told it."""

from typing import NamedTuple

from hakawati.engines.openai.options import OpenAIOptions, place
from hakawati.model import Voice

SPEEDS = (0.25, 4.0)
"""The slowest and the fastest that the API takes."""


class Wish(NamedTuple):
    """The manner of a request. `place`: which server; `speed`: relative, in three digits after the point."""

    place: str
    model: str
    voice: str
    speed: str
    format: str
    instructions: str

    def body(self, text: str) -> dict[str, object]:
        """What is sent. The usual speed and no instructions go without saying: some servers know neither field."""
        sent: dict[str, object] = {
            "model": self.model,
            "voice": self.voice,
            "input": text,
            "response_format": self.format,
        }
        if float(self.speed) != 1.0:
            sent["speed"] = float(self.speed)
        if self.instructions:
            sent["instructions"] = self.instructions
        return sent


def wish(options: OpenAIOptions, voice: Voice) -> Wish:
    """The sound is played faster by the voice's pitch, so it is asked for that much slower: the pace is the voice's
    rate. Speeds that the API does not take are held at its slowest and fastest.
    """
    speed = min(max(voice.rate / stretch(voice), SPEEDS[0]), SPEEDS[1])
    return Wish(
        place(options.base_url), options.model, voice.name, f"{speed:.3f}", options.format, options.instructions
    )


def stretch(voice: Voice) -> float:
    """How much faster a sound is played to be higher by the voice's pitch (semitones)."""
    return float(2 ** (voice.pitch / 12))
