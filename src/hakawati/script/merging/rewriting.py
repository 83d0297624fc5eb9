"""A paragraph of the editor's with other words in it: as much of its own text as can be, else written anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hakawati.model import Manner
from hakawati.script.file import attributes
from hakawati.script.file.blocks import notes
from hakawati.script.file.escapes import escaped
from hakawati.script.file.text import ScriptText
from hakawati.script.merging.layout import Body
from hakawati.script.merging.patching import Patch, patched, says
from hakawati.script.merging.stretch import Place
from hakawati.script.merging.words import Word, words


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the merged text: where it stands in the editor's script and in the new one, if it does."""

    word: Word
    edited: Place | None
    new: Place | None


def within_block(entry: Entry, block: Manner) -> Entry:
    """A word of the source's as it can be inside of a block: what the block says and its manner does not, holds."""
    if entry.edited:
        return entry
    manner = entry.word.manner
    held = replace(
        manner,
        speaker=manner.speaker or block.speaker,
        ref=manner.ref or block.ref,
        voice=manner.voice or block.voice,
        rate=manner.rate or block.rate,
    )
    return replace(entry, word=replace(entry.word, manner=held))


def rewritten(body: Body, number: int, entries: Sequence[Entry], newline: str) -> str:
    """The text of `body`, the one with that number, with `entries` as its words, its own among them in their order."""
    old = words(body)
    text = patched(body.text, body.paragraph, old, _patches(number, old, entries, body.manner))
    if text is None or not says(text, body.paragraph, [entry.word for entry in entries]):
        text = rendered(entries, body.manner, _notes_before(body, old))
        text = text.replace("\n", newline) + newline
    return text


def divided(body: Body, paragraphs: Sequence[Sequence[Entry]], newline: str) -> Iterator[str]:
    """The texts of the paragraphs that `body` is parted into; each of its comments goes with the words it stood at."""
    waiting = _notes_before(body, words(body))
    for number, entries in enumerate(paragraphs, 1):
        last = max(entry.edited.word if entry.edited else -1 for entry in entries)
        due = {at: waiting.pop(at) for at in list(waiting) if at <= last or number == len(paragraphs)}
        yield rendered(entries, body.manner, due).replace("\n", newline) + newline


def rendered(entries: Sequence[Entry], within: Manner, noted: dict[int, str] | None = None) -> str:
    """A paragraph in which what is in the manner it stands `within` is plain, and the rest are spans.

    `noted` are the comments before a word of the editor's, by its number; those before no word go to the end.
    """
    waiting, made = dict(noted or {}), ""
    for span in _spans(entries):
        gap = span[0].word.gap if made else ""
        comments = _due(waiting, span[0])
        plain = span[0].word.manner == within and span[-1].word.pause is None
        begins = plain and (not made or gap == "\n")
        inner = _inner(span, waiting, begins_line=begins)
        made += gap + comments + (inner if plain else f"[{inner}]{{{_attributes(span, within)}}}")
    return made + "".join(waiting[number] for number in sorted(waiting))


def _attributes(span: Sequence[Entry], within: Manner) -> str:
    manner = replace(span[0].word.manner, pause=span[-1].word.pause)
    return attributes.written(manner, within.role)


def _spans(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The words that go into one span: in one manner, up to a pause; what is said instead of a run, the run."""
    held: list[Entry] = []
    for entry in entries:
        if held and (_kind(entry) != _kind(held[-1]) or held[-1].word.pause is not None):
            yield held
            held = []
        held.append(entry)
    if held:
        yield held


def _kind(entry: Entry) -> tuple[Manner, int]:
    return entry.word.manner, entry.word.run if entry.word.manner.say else -1


def _inner(span: Sequence[Entry], waiting: dict[int, str], *, begins_line: bool) -> str:
    """The words of a span, the comments among them where they stood."""
    made, held = "", ""
    for number, entry in enumerate(span):
        comments = _due(waiting, entry) if number else ""
        if comments:
            made += escaped(held, begins_line=begins_line and not made) + entry.word.gap + comments
            held = entry.word.text
        else:
            held += (entry.word.gap if number else "") + entry.word.text
    return made + escaped(held, begins_line=begins_line and not made)


def _due(waiting: dict[int, str], entry: Entry) -> str:
    """The comments that stood before this word of the editor's, or before one of those left out."""
    if entry.edited is None:
        return ""
    due = sorted(number for number in waiting if entry.edited and number <= entry.edited.word)
    return "".join(waiting.pop(number) for number in due)


def _notes_before(body: Body, old: Sequence[Word]) -> dict[int, str]:
    """The comments in a body by the number of the word that follows; after the last word, by one more."""
    found: dict[int, str] = {}
    for start, end in notes(ScriptText("", body.text), 0):
        number = sum(word.start < start for word in old)
        found[number] = found.get(number, "") + body.text[start:end]
    return found


def _patches(number: int, old: Sequence[Word], entries: Sequence[Entry], within: Manner) -> list[Patch]:
    """What is put in the place of which of the old words, the last first."""
    own = {entry.edited.word: entry.word for entry in entries if entry.edited and entry.edited.body == number}
    left = [replace(own.get(index, word), gap=word.gap) for index, word in enumerate(old)]
    found, at, first = [], 0, 0
    stops = [
        (at, entry.edited.word) for at, entry in enumerate(entries) if entry.edited and entry.edited.body == number
    ]
    for stop, index in [*stops, (len(entries), len(old))]:
        if at < index or first < stop:
            put, after = entries[first:stop], [entry.word for entry in entries[stop:]]
            spans = rendered(put, within).lstrip() if put else ""
            found.append(Patch(at, index, [entry.word for entry in put], spans, left[:at], after))
        at, first = index + 1, stop + 1
    return found[::-1]
