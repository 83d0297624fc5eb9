"""What is asked of the finishing of a take, beside its silence. Light: no numpy here."""

from dataclasses import dataclass

from hakawati.units import Lufs


@dataclass(frozen=True, slots=True)
class Aim:
    """`voice_level` is how loud the voice speaks of itself; `volume`, in dB, how far from the target it is wanted."""

    voice_level: Lufs
    volume: float = 0.0
