"""What the settings say of speakers and verses that a book does not have: slips, most of the time."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hakawati.engines.casting.recordings import one_spelling
from hakawati.engines.casting.speakers import Called, nearest, speakers_of
from hakawati.model import Book, Role

MOST_NAMED = 8
"""Speakers, or verses, named in a sentence."""


def unused_names(called: Called, book: Book) -> Iterator[str]:
    """A sentence for each key of the cast that is neither a role nor a speaker of `book`."""
    speakers = speakers_of(book)
    used = {called.key(segment.manner.speaker) for segment in book.segments()}
    for key in called.keys:
        if key not in used:
            yield f'[cast."{key}"]: nobody of this name speaks in this book.{_meant(key, speakers)}'


def _meant(key: str, speakers: Mapping[str, str]) -> str:
    near = nearest(key, speakers)
    if near:
        return f" Did you mean `{near}`?"
    return f" There are: {_listed(list(speakers.values()))}." if speakers else " No speaker is named in it."


def unused_recordings(files: Mapping[str, Path], book: Book) -> Iterator[str]:
    """A sentence for each recording of a verse that `book` does not quote, or that another is given for too."""
    refs = [segment.manner.ref for segment in book.segments() if segment.role is Role.VERSE and segment.manner.ref]
    quoted = list(dict.fromkeys(verse for ref in refs if (verse := one_spelling(ref))))
    for ref in files:
        verse = one_spelling(ref)
        if verse is None:
            yield f'[recordings] "{ref}" is no verse: write sura:verse or sura:first-last, such as "17:80".'
        elif verse not in quoted:
            yield f'[recordings] "{ref}": this book does not quote {verse} by itself.{_beside(verse, quoted)}'
    yield from _doubled(files)


def _doubled(files: Mapping[str, Path]) -> Iterator[str]:
    last = {one_spelling(ref): ref for ref in files if one_spelling(ref)}
    for ref in files:
        wins = last.get(one_spelling(ref), ref)
        if wins != ref:
            yield f'[recordings] "{ref}" and "{wins}" are one verse: only {files[wins]} is played. Take one out.'


def _beside(verse: str, quoted: Sequence[str]) -> str:
    """What the book does quote from the same sura."""
    sura = verse.partition(":")[0]
    near = [ref for ref in quoted if ref.partition(":")[0] == sura]
    return f" Of sura {sura} it quotes {_listed(near)}." if near else ""


def _listed(names: Sequence[str]) -> str:
    more = "" if len(names) <= MOST_NAMED else ", …"
    return f"{', '.join(names[:MOST_NAMED])}{more}"
