"""A paragraph's runs cut into segments: the one way there, for mark-up and for the script file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from hakawati.model import Ending, Manner, Segment
from hakawati.script.cutting import Piece, pieces
from hakawati.script.letters import speakable
from hakawati.script.runs import Run, merged


def segments(paragraph: Sequence[Run], limit: int) -> tuple[Segment, ...]:
    """The segments of a paragraph, in order; none if it holds no letter or digit.

    Every character of the runs but white space is in exactly one segment, and a segment's text is uncut from its run.
    `limit` is the most characters a segment may hold (`cutting.pieces` says how they are counted). Writing the texts
    of each manner with one space between and cutting again gives the same segments.
    """
    runs = merged(_all_speakable(paragraph))
    found = list(chain.from_iterable(_run_segments(run, after, limit) for run, after in _with_next(runs)))
    return (*found[:-1], *(replace(last, ending=Ending.PARAGRAPH) for last in found[-1:]))


def _all_speakable(paragraph: Sequence[Run]) -> list[Run]:
    """The runs with any that cannot be said («"», «.») given to the one before, or at the beginning the one after."""
    result: list[Run] = []
    for run in merged(paragraph):
        if result and not (_speakable(run) and _speakable(result[-1])):
            before = result.pop()
            manner = before.manner if _speakable(before) else run.manner
            result.append(Run(before.text + run.text, manner, [*before.places, *run.places]))
        else:
            result.append(run)
    return [run for run in result if _speakable(run)]


def _speakable(run: Run) -> bool:
    return speakable(run.text) or bool(run.manner.say and run.text.strip())


def _with_next(runs: list[Run]) -> Iterator[tuple[Run, Run | None]]:
    return zip_longest(runs, runs[1:])


def _run_segments(run: Run, after: Run | None, limit: int) -> Iterator[Segment]:
    """A pause the editor asked for comes once, after the run's last segment."""
    *inner, last = _pieces(run, limit)
    within = _but_pause(run.manner)
    for piece in inner:
        yield _segment(run, piece, within, piece.ending)
    same_manner = after is not None and within == _but_pause(after.manner)
    goes_on = last.ending is Ending.CLAUSE and not same_manner
    yield _segment(run, last, run.manner, Ending.RUN if goes_on else last.ending)


def _but_pause(manner: Manner) -> Manner:
    return manner if manner.pause is None else replace(manner, pause=None)


def _pieces(run: Run, limit: int) -> Iterator[Piece]:
    """What is said instead of the text is said once: such a run is never cut."""
    if run.manner.say is None:
        yield from pieces(run.text, limit)
        return
    start, end = len(run.text) - len(run.text.lstrip()), len(run.text.rstrip())
    *_, ending = Ending.CLAUSE, *(piece.ending for piece in pieces(run.text, limit))
    yield Piece(start, end, ending)


def _segment(run: Run, piece: Piece, manner: Manner, ending: Ending) -> Segment:
    text = run.text[piece.start : piece.end]
    return Segment(
        text=text, manner=manner, ending=ending, start=run.places[piece.start], end=run.places[piece.end - 1] + 1
    )
