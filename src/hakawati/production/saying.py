"""One piece of text performed into an MP3 file of its own."""

from pathlib import Path
from typing import BinaryIO

from hakawati.engines.registry import require
from hakawati.errors import InputError
from hakawati.model import Book, Manner, Role, Segment, Silence
from hakawati.production.contexts import NOTHING, Contexts
from hakawati.production.folder import written_whole
from hakawati.production.places import open_store
from hakawati.production.plan import Job, voice_of
from hakawati.production.sources import language_of
from hakawati.production.taking import made_take
from hakawati.profiles import PROFILES
from hakawati.settings import Settings
from hakawati.unicode import is_unicode
from hakawati.units import Seconds, seconds

AROUND = Silence(before=0.2, after=0.3)


def say(text: str, role: Role, out: Path, settings: Settings) -> Seconds:
    """Write `text`, as the cast performs `role`, to the MP3 file `out`; its length. Raises HakawatiError."""
    from hakawati.sound.linking import link  # noqa: PLC0415 - numpy and the encoder: only where there is sound

    if out.suffix.lower() != ".mp3":
        raise InputError(f"{out}: what is written is MP3: give a name that ends in .mp3 with -o")
    if not is_unicode(text):
        raise InputError("the text is not Unicode: it holds bytes that are no character")
    segment = Segment(text=text, manner=Manner(role=role), end=len(text))
    language = settings.language or language_of(text)
    voice = voice_of(segment, settings, language)
    require([voice.engine])
    profile = PROFILES[settings.profile]
    context = Contexts(Book("", None, language, ()), settings).of(segment, NOTHING, voice)
    _, take = made_take(Job(segment, voice, context, settings.profile, AROUND), open_store(settings))

    def fill(file: BinaryIO) -> None:
        link([take], file, profile)

    written_whole(out, fill)
    return seconds(take.samples, take.rate)
