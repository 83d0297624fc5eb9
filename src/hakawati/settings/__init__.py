"""hakawati.toml, the environment and the command line become Settings, with every problem reported at once."""

from hakawati.settings.loading import FILE_NAME, load
from hakawati.settings.shape import PAUSES, RATES, Feed, Music, Pauses, Settings, VoiceChoice

__all__ = ["FILE_NAME", "PAUSES", "RATES", "Feed", "Music", "Pauses", "Settings", "VoiceChoice", "load"]
