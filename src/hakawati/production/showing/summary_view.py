"""The summary for reading. Right-to-left words stand last on their line, or have one of their own."""

from collections.abc import Iterator
from itertools import groupby

from hakawati.production.showing.lines import LABEL, TITLE, Line, Piece, count, is_rtl, label, length
from hakawati.production.showing.look_at import REASONS, Place
from hakawati.production.showing.summary import Summary

SHOWN_PLACES = 5
"""Of the places for one reason, how many are shown."""
SHOWN_SPEAKERS = 20
LONGEST = 120
"""Characters of a place's words that are shown."""


def summary_view(summary: Summary) -> Iterator[Line]:
    yield Line((Piece(summary.title, TITLE),), rtl=is_rtl(summary.title))
    if summary.author:
        yield Line((Piece(summary.author),), rtl=is_rtl(summary.author))
    yield label(", ".join(_totals(summary)))
    yield from _episodes(summary)
    yield from _roles(summary)
    yield from _speakers(summary)
    yield from _look_at(summary)
    yield from (label(f"Not looked at: {reason}") for reason in summary.not_looked_at)


def _totals(summary: Summary) -> Iterator[str]:
    yield count(summary.words, "word")
    yield count(summary.segments, "segment")
    yield length(summary.minutes)
    yield count(summary.characters, "character")
    if summary.spoken_characters is not None:
        yield f"{summary.spoken_characters:,} for the engine"


def _episodes(summary: Summary) -> Iterator[Line]:
    yield from _headed("Episodes", "words  segments  length")
    for one in summary.episodes:
        figures = f"{one.words:7,}  {one.segments:8,}  {length(one.minutes):<16}"
        yield Line((Piece(f"  {figures}"), Piece(f"{one.number}. ", LABEL), Piece(one.title, TITLE, apart=True)))


def _roles(summary: Summary) -> Iterator[Line]:
    yield from _headed("Roles", "words  segments   share")
    for one in summary.roles:
        yield Line((Piece(f"  {one.words:7,}  {one.segments:8,}  {one.share:6.1%}  "), Piece(one.role, one.role)))


def _speakers(summary: Summary) -> Iterator[Line]:
    if not summary.speakers:
        return
    yield from _headed("Speakers", "words  segments")
    for one in summary.speakers[:SHOWN_SPEAKERS]:
        yield Line((Piece(f"  {one.words:7,}  {one.segments:8,}  "), Piece(one.speaker, apart=True)))
    more = len(summary.speakers) - SHOWN_SPEAKERS
    if more > 0:
        yield label(f"  and {more:,} more; --json lists them all")


def _look_at(summary: Summary) -> Iterator[Line]:
    yield Line()
    if not summary.look_at:
        yield Line((Piece("Nothing that asks to be looked at first.", TITLE),))
    else:
        yield Line((Piece(f"Look at first: {count(len(summary.look_at), 'place')}", TITLE),))
    for rule, found in groupby(summary.look_at, key=lambda place: place.rule):
        places = list(found)
        yield label(f"  {len(places):,} × {rule}: {REASONS[rule]}")
        for place in places[:SHOWN_PLACES]:
            yield from _place(place)
        if len(places) > SHOWN_PLACES:
            yield label(f"    and {len(places) - SHOWN_PLACES:,} more; --json lists them all")


def _place(place: Place) -> Iterator[Line]:
    where = f"episode {place.episode}" if place.line is None else f"line {place.line}, episode {place.episode}"
    yield Line((Piece(f"    {where}: "), Piece(_short(place.text), apart=True)))
    if place.instead:
        yield Line((Piece("        instead: ", LABEL), Piece(_short(place.instead), apart=True)))


def _headed(name: str, columns: str) -> Iterator[Line]:
    yield Line()
    yield Line((Piece(name, TITLE),))
    yield label(f"    {columns}")


def _short(text: str) -> str:
    """One line of it; what is too long loses its middle."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    return f"{line[: LONGEST // 2].rsplit(' ', 1)[0]} … {line[-LONGEST // 2 :].split(' ', 1)[-1]}"
