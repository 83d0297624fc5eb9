"""One piece of text performed: into an MP3 file of its own, or to the speakers."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from hakawati.engines.casting import Casting
from hakawati.errors import InputError
from hakawati.model import Book, Manner, Role, Segment, Silence, Take, Voice
from hakawati.production.contexts import NOTHING, Contexts
from hakawati.production.folder import written_whole
from hakawati.production.performing import take_now
from hakawati.production.plan import Job
from hakawati.production.sources import language_of
from hakawati.production.studio import Studio, studio_for
from hakawati.profiles import PROFILES
from hakawati.settings import Settings
from hakawati.unicode import is_unicode
from hakawati.units import Seconds, seconds

AROUND = Silence(before=0.2, after=0.3)
ENDING = ".mp3"
UNNAMED = Path("say.mp3")


@dataclass(frozen=True, slots=True)
class Said:
    """`file` is what it was written to; None where the speakers said it."""

    file: str | None
    seconds: Seconds
    voice: str


def say(text: str, role: Role, out: Path | None, settings: Settings) -> Said:
    """`text`, as the cast performs `role`: written to the MP3 file `out`; without one played, where there are
    speakers, else written to `say.mp3` here. Raises HakawatiError.
    """
    from hakawati.sound import speakers  # noqa: PLC0415 - numpy: only where there is sound

    if out and out.suffix.lower() != ENDING:
        raise InputError(f"{out}: what is written is MP3: give a name that ends in {ENDING} with -o")
    here = studio_for(settings)
    segment = piece(text, role)
    language = settings.language or language_of(text)
    voice = Casting(Book("", None, language, ()), settings, here.engines).voice(segment)
    take = performed(segment, voice, language, settings, here)
    if out is None and speakers.there_are():
        speakers.play(_mp3(take, settings))
        return Said(None, seconds(take.samples, take.rate), str(voice))
    out = out or UNNAMED
    return Said(str(out), write_take(take, settings, out), str(voice))


def piece(text: str, role: Role) -> Segment:
    """Raises InputError for what is no text."""
    if not is_unicode(text):
        raise InputError("the text is not Unicode: it holds bytes that are no character")
    return Segment(text=text, manner=Manner(role=role), end=len(text))


def performed(segment: Segment, voice: Voice, language: str, settings: Settings, here: Studio) -> Take:
    """A segment that stands alone, in one voice. Raises HakawatiError."""
    here.engines.require([voice.engine])
    contexts = Contexts(Book("", None, language, ()), settings, here.engines)
    context = contexts.of(segment, NOTHING, voice.engine)
    return take_now(Job(segment, voice, context, settings.profile, AROUND), here).take


def write_take(take: Take, settings: Settings, out: Path) -> Seconds:
    """One take as an MP3 file; its length. Raises WriteError."""
    written_whole(out, lambda file: file.write(_mp3(take, settings)))
    return seconds(take.samples, take.rate)


def _mp3(take: Take, settings: Settings) -> bytes:
    from hakawati.sound.linking import link  # noqa: PLC0415 - numpy and the encoder: only where there is sound

    file = BytesIO()
    link([take], file, PROFILES[settings.profile])
    return file.getvalue()
