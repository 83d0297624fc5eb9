"""What the finished sound must measure, by the place it is made for."""

from dataclasses import dataclass

from hakawati.units import Decibels, Hertz, Lufs


@dataclass(frozen=True, slots=True)
class Profile:
    """`loudness` is BS.1770 integrated, mono; `true_peak` the most the decoded MP3 may reach, in dBTP.

    `head` and `tail` are the silence, in seconds, that a file begins and ends with at the least.
    """

    name: str
    rate: Hertz
    kbps: int
    loudness: Lufs
    true_peak: Decibels
    head: float = 0.0
    tail: float = 0.0
    max_minutes: float | None = None

    @property
    def frame(self) -> int:
        """Samples in one MP3 frame: MPEG-1 from 32 kHz up, MPEG-2 below (ISO 11172-3, 13818-3)."""
        return 1152 if self.rate >= 32_000 else 576


# acx asks for -23 to -18 dB RMS and peaks of at most -3 dB; spoken at -20 LUFS lies in the middle of that.
PROFILES: dict[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("podcast", Hertz(44_100), 96, Lufs(-19.0), Decibels(-1.0)),
        Profile("acx", Hertz(44_100), 192, Lufs(-20.0), Decibels(-3.0), head=0.5, tail=1.0, max_minutes=120.0),
        Profile("compact", Hertz(24_000), 48, Lufs(-19.0), Decibels(-1.0)),
    )
}
