"""The book for reading: headings, and paragraphs whose roles are told apart by colour or by labels.

    coloured    a paragraph is a line; each run has its role's style, its speaker before it and its reference after
    labelled    a run is a line, its role and speaker before it; paragraphs are parted by empty lines

The author's characters are all there in their order, and white space is at most made one space.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from hakawati.model import Role, Segment
from hakawati.production.showing.choosing import stretches
from hakawati.production.showing.lines import LABEL, TITLE, Line, Piece, count, is_rtl, label, length
from hakawati.production.showing.shown import Shown
from hakawati.script.length import minutes
from hakawati.script.stretches import by_run

EMPTY = Line()


def reading_view(shown: Shown, *, labelled: bool, spoken: bool) -> Iterator[Line]:
    """With `spoken`, a segment is a line, and below it stands what the engine is given and every change."""
    yield from _head(shown)
    if not labelled:
        yield _legend(shown)
    for episode in shown.book.episodes:
        chapters = [(chapter, list(stretches(episode.number, chapter, shown.chosen))) for chapter in episode.chapters]
        there = [(chapter, found) for chapter, found in chapters if found]
        if there:
            title = episode.title or shown.book.title
            yield from _heading(
                f"# {episode.number}. ", title, list(chain.from_iterable(found for _, found in there)), shown
            )
        for chapter, found in there:
            yield from _heading("## ", chapter.title or title, found, shown)
            yield from _paragraphs(found, shown, labelled=labelled, spoken=spoken)


def _head(shown: Shown) -> Iterator[Line]:
    book = shown.book
    yield Line((Piece(book.title, TITLE),), rtl=is_rtl(book.title))
    if book.author:
        yield Line((Piece(book.author),), rtl=is_rtl(book.author))
    episodes = count(len(shown.part.episodes), "episode")
    yield label(f"{book.language}, {episodes}, {length(minutes(shown.part.segments(), book.language))}")


def _legend(shown: Shown) -> Line:
    """The roles that occur, each in its style."""
    there = {segment.role for segment in shown.part.segments()}
    pieces = [piece for role in Role if role in there for piece in (Piece("  "), Piece(role, role))]
    return Line(tuple(pieces[1:]))


def _heading(signs: str, title: str, found: Sequence[Sequence[Segment]], shown: Shown) -> Iterator[Line]:
    """The length stands on a line of its own: behind a title of the other direction its words would change places."""
    yield EMPTY
    yield Line((Piece(signs, LABEL), Piece(title, TITLE, apart=True)))
    yield label(length(minutes(chain.from_iterable(found), shown.book.language)))


def _paragraphs(found: Sequence[Sequence[Segment]], shown: Shown, *, labelled: bool, spoken: bool) -> Iterator[Line]:
    for stretch in found:
        yield EMPTY
        if spoken:
            for segment in stretch:
                yield _labelled([segment], shown)
                yield from _spoken(segment, shown)
        elif labelled:
            yield from (_labelled(run, shown) for run in by_run(stretch))
        else:
            yield _coloured(stretch, shown)


def _labelled(run: Sequence[Segment], shown: Shown) -> Line:
    first = run[0]
    named = [Piece(" ("), Piece(first.manner.speaker, apart=True), Piece(")")] if first.manner.speaker else []
    place = [Piece(f" ({first.manner.ref})")] if first.manner.ref else []
    head = [Piece(first.role), *named, *place, Piece(": ")]
    return Line((*(piece._replace(style=LABEL) for piece in head), Piece(_text(run, shown), first.role, apart=True)))


def _spoken(segment: Segment, shown: Shown) -> Iterator[Line]:
    said = shown.spoken(segment)
    yield Line((Piece(f"    {shown.voice(segment)}: ", LABEL), Piece(said.text, apart=True)))
    for note in said.notes:
        head = Piece(f"    {note.rule} ({note.confidence:.0%}): ", LABEL)
        source = Piece(" ".join(note.source.split()) or "∅", apart=True)
        yield Line((head, source, Piece(" -> ", LABEL), Piece(note.spoken, apart=True)))


def _coloured(stretch: Sequence[Segment], shown: Shown) -> Line:
    pieces: list[Piece] = []
    speaker: str | None = None
    before: Segment | None = None
    for run in by_run(stretch):
        manner = run[0].manner
        pieces.append(Piece(_gap(before, run[0], shown)))
        if manner.speaker and manner.speaker != speaker:
            pieces += Piece(f"[{manner.speaker}]", LABEL, apart=True), Piece(" ")
            speaker = manner.speaker
        pieces.append(Piece(_text(run, shown), manner.role))
        if manner.ref:
            pieces += Piece(" "), Piece(f"[{manner.ref}]", LABEL, apart=True)
        before = run[-1]
    return Line(tuple(pieces), rtl=is_rtl(stretch[0].text))


def _text(run: Sequence[Segment], shown: Shown) -> str:
    parts: list[str] = []
    before: Segment | None = None
    for segment in run:
        parts += _gap(before, segment, shown), " ".join(segment.text.split())
        before = segment
    return "".join(parts)


def _gap(before: Segment | None, after: Segment, shown: Shown) -> str:
    """The white space between two segments, as in the source: there may be none («قال:نعم»).

    In a script the marks of spans stand in between, white space inside or outside of them.
    """
    if before is None:
        return ""
    between = shown.text[before.end : after.start].rstrip("[\\")
    return " " if between[:1].isspace() or between[-1:].isspace() else ""
