"""Who performs each run of a book: made once for a book, asked for every segment."""

from hakawati.engines.casting.casting import Casting
from hakawati.engines.casting.margins import Margins
from hakawati.engines.casting.members import Member
from hakawati.engines.casting.proving import require_voices
from hakawati.engines.casting.recordings import RECORDING, joined

__all__ = ["RECORDING", "Casting", "Margins", "Member", "joined", "require_voices"]
