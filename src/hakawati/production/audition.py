"""One sentence in every voice of the cast, so that an editor can choose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hakawati.engines.casting import Casting, Member
from hakawati.errors import EngineError, WriteError
from hakawati.model import Book, Manner, Role, Segment
from hakawati.production.folder import written_whole
from hakawati.production.progress import Progress
from hakawati.production.saying import performed, piece, write_take
from hakawati.production.sources import language_of
from hakawati.production.studio import studio_for
from hakawati.production.taking import SAMPLE_SENTENCE, sample_sentence
from hakawati.publishing import playlist
from hakawati.publishing.names import slug
from hakawati.publishing.playlist import Entry
from hakawati.settings import Settings
from hakawati.units import Seconds

LANGUAGE = "ar"
"""Of an audition without a text where the settings name none."""
SPEAKER = "speaker"


TITLE = "Audition"


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice of the cast: `file` is what it was written to, None where it could not be heard because of `error`."""

    who: str
    voice: str
    file: str | None
    seconds: Seconds | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Audition:
    """`out` is the folder with the files and a playlist of them; `text` what everyone says."""

    out: str
    text: str
    voices: tuple[Heard, ...]

    @property
    def failed(self) -> bool:
        return any(heard.error for heard in self.voices)


def audition(text: str | None, others: Sequence[str], out: Path, settings: Settings, progress: Progress) -> Audition:
    """Writes an MP3 for each voice of the cast, and for `others` (`engine:name`), into the folder `out`.

    A voice that cannot be heard is in the answer with its error. Raises HakawatiError.
    """
    language = settings.language or (language_of(text) if text else LANGUAGE)
    said = text or sample_sentence(language if language in SAMPLE_SENTENCE else "en")
    segment = piece(said, Role.NARRATION)
    members = list(_members(segment, others, settings, language))
    _make(out)
    progress.begin(len(members))
    heard = []
    for number, member in enumerate(members, 1):
        heard.append(_heard(number, member, segment, language, settings, out))
        progress.advance(1)
    _list(heard, out)
    return Audition(str(out), said, tuple(heard))


def _members(segment: Segment, others: Sequence[str], settings: Settings, language: str) -> Iterator[Member]:
    casting = Casting(Book("", None, language, ()), settings, studio_for(settings).engines)
    yield from casting.members()
    for name in others:
        yield Member((name,), casting.voice(Segment(text=segment.text, manner=Manner(voice=name))))


def _heard(number: int, member: Member, segment: Segment, language: str, settings: Settings, out: Path) -> Heard:
    name = f"{number:02}-{_file_name(member.labels[0])}.mp3"
    try:
        take = performed(segment, member.voice, language, settings, studio_for(settings))
    except EngineError as error:
        return Heard(member.label, str(member.voice), None, error=str(error))
    return Heard(member.label, str(member.voice), name, write_take(take, settings, out / name))


def _file_name(label: str) -> str:
    """In ASCII. Of a name in other letters the number before it is all that tells it from others."""
    return slug(label) if any(character.isascii() and character.isalnum() for character in label) else SPEAKER


def _list(heard: Sequence[Heard], out: Path) -> None:
    """A playlist of what was heard; what an earlier one lists and this does not is removed."""
    for name in _heard_before(out) - {one.file for one in heard}:
        (out / name).unlink(missing_ok=True)
    entries = [Entry(one.file, f"{one.who}: {one.voice}", one.seconds) for one in heard if one.file and one.seconds]
    text = playlist.dump(TITLE, None, entries)
    written_whole(out / playlist.FILE_NAME, lambda file: file.write(text.encode()))


def _heard_before(out: Path) -> set[str]:
    try:
        listed = (out / playlist.FILE_NAME).read_text("utf-8")
    except FileNotFoundError:
        return set()
    ours = f"#PLAYLIST:{TITLE}" in listed.splitlines()
    return {name for name in playlist.load_files(listed) if Path(name).name == name} if ours else set()


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{out}: cannot be made ({error.strerror}). Give another folder with -o.") from error
