"""A source becomes the script that an editor mends; one that is there already is brought up to date.

Beside a script `book.md` lies `.book.md.base`, the script as Hakawati wrote it last: what differs from it is the
editor's. Before a script is replaced it is kept as `book.md.bak`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from glob import escape
from hashlib import sha256
from pathlib import Path
from typing import Literal

from hakawati.errors import HakawatiError, InputError
from hakawati.model import Note, Segment
from hakawati.production.folder import complaining_of, written_whole
from hakawati.production.sources import book_of, source_path
from hakawati.production.studio import studio_for
from hakawati.reading.formats import read
from hakawati.script.file.parser import parse
from hakawati.script.file.writer import no_comments, write
from hakawati.script.merging.assembly import MARK
from hakawati.script.merging.merge import Finding, Merged, merge
from hakawati.script.review import remarks
from hakawati.settings import Settings

BASE = ".{}.base"
BACKUP = "{}.bak"
LONGEST = 160
"""Characters of what is told of one place; the note there has the rest."""


@dataclass(frozen=True, slots=True)
class Script:
    """The script of the file `source`. `edited`: that is a script itself, written by a person."""

    source: Path
    text: str
    edited: bool
    segment_characters: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of the file: `changes` of the source came in, `findings` are to be looked at.

    `baseless`: nobody knows what the editor began with, so that all words were taken from the source.
    """

    outcome: Literal["written", "unchanged", "merged"]
    changes: int = 0
    findings: tuple[Finding, ...] = ()
    backup: Path | None = None
    baseless: bool = False


def script_of(settings: Settings) -> Script:
    """The script of the book that `settings` name; where it is our mark-up, with remarks for the editor."""
    book = book_of(settings, studio_for(settings).store)
    source = source_path(settings)
    edited = read(source).kind == "script"
    text = write(book, no_comments if edited else comments)
    return Script(source, text, edited, settings.segment_characters)


def comments(segment: Segment) -> Iterator[str]:
    """What there is to look at in a segment, for an editor."""
    for note in remarks(segment):
        yield _comment(segment, note)


def _comment(segment: Segment, note: Note) -> str:
    where = f"{note.rule} {segment.manner.ref or ''}".rstrip()
    there = f"{note.rule} has «{note.spoken}»" if note.spoken else f"{note.rule} has nothing"
    here = f"«{note.source}» here" if note.source else "nothing here"
    return f"{where}: {here}, the {there}"


def save_script(script: Script, out: Path) -> Saved:
    """Write the script to `out`, or bring the script there up to date with it.

    Raises ScriptError for a mistake in the script that is there, InputError if it is no text, WriteError if nothing
    can be written; in all cases what was there is as it was.
    """
    if out.exists() and out.samefile(script.source):
        raise InputError(f"{out} is the source itself. Give another name with -o.")
    if not out.exists():
        _write_with_base(out, script.text, script.text)
        return Saved("written")
    edited = _text(out)
    _settle_base(out, edited)
    parse(edited, out, script.segment_characters)
    base = _known_base(out)
    if script.text in {base, edited}:
        return _unchanged(script, out, base)
    return _updated(script, out, edited, base)


def told(saved: Saved, script: Script, out: Path) -> Iterator[str]:
    """What became of the file, in sentences for the user."""
    if script.edited:
        yield "The source is a script already: its marks are kept as they are, and written in our order."
    if saved.outcome == "written":
        yield f"Written: {out}. Mend it, then: hakawati build {out}"
    elif saved.outcome == "unchanged":
        yield f"{out} is up to date: nothing was written."
    else:
        yield from _told_of_merge(saved, out)


def _told_of_merge(saved: Saved, out: Path) -> Iterator[str]:
    if saved.baseless:
        yield f"{out} was not written here, or {_base(out)} is gone: its words were taken from the source."
    count = "1 change" if saved.changes == 1 else f"{saved.changes} changes"
    yield f"{out}: {count} of the source came in, and what you decided stays. As it was: {saved.backup}"
    for finding in saved.findings:
        yield f"{out}, line {finding.line}: {shortened(finding.problem)}"
    if saved.findings:
        places = "1 place" if len(saved.findings) == 1 else f"{len(saved.findings)} places"
        yield (
            f"Look at {places}: each has a note in the script that begins with “{MARK.strip()}” and says all of it. "
            "Delete a note when it is settled; it does not come again."
        )


def shortened(problem: str) -> str:
    """One line of a message, its end left out where it is long."""
    return problem if len(problem) <= LONGEST else problem[:LONGEST].rsplit(" ", 1)[0] + " …"


def _unchanged(script: Script, out: Path, base: str | None) -> Saved:
    if base != script.text:
        _write(_base(out), script.text)
    return Saved("unchanged")


def _updated(script: Script, out: Path, edited: str, base: str | None) -> Saved:
    merged = merge(base, edited, script.text, out)
    parse(merged.text, out, script.segment_characters)
    if merged.text == edited:
        return _unchanged(script, out, base)
    backup = out.with_name(BACKUP.format(out.name))
    _write(backup, edited)
    _write_with_base(out, merged.text, script.text)
    return _said(merged, backup, baseless=base is None)


def _said(merged: Merged, backup: Path, *, baseless: bool) -> Saved:
    return Saved("merged", merged.changes, merged.findings, backup, baseless)


def _write_with_base(out: Path, text: str, base: str) -> None:
    """The two belong together. The base waits under a name that tells for which script, so that one that was broken off
    is settled by the next.
    """
    _write(_waiting(out, text), base)
    _write(out, text)
    _settle_base(out, text)


def _settle_base(out: Path, text: str) -> None:
    """The base that waits for the script `text` becomes the base; what waits for any other has waited in vain."""
    with complaining_of(_base(out)):
        for waiting in sorted(out.parent.glob(f"{escape(_base(out).name)}.*")):
            if waiting == _waiting(out, text):
                waiting.replace(_base(out))
            else:
                waiting.unlink()


def _waiting(out: Path, text: str) -> Path:
    return out.with_name(f"{_base(out).name}.{sha256(text.encode()).hexdigest()[:16]}")


def _base(out: Path) -> Path:
    return out.with_name(BASE.format(out.name))


def _known_base(out: Path) -> str | None:
    """The script as it was written last; None where that is not there any more, or is no script."""
    try:
        text = _text(_base(out))
        parse(text, _base(out), 300)
    except HakawatiError:
        return None
    return text


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}). Give another name with -o.") from error
    except UnicodeDecodeError as error:
        problem = "it is not UTF-8, so no script. Save it as UTF-8, or give another name with -o"
        raise InputError(f"{path}: {problem}.") from error


def _write(path: Path, text: str) -> None:
    written_whole(path, lambda file: file.write(text.encode()))
