"""The words of a book that were vowelled with doubt, as a lexicon ready to be corrected."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from hakawati.errors import InputError
from hakawati.model import Note, Segment
from hakawati.production.contexts import Contexts, arounds
from hakawati.production.folder import written_whole
from hakawati.production.lexicon import lexicon_of
from hakawati.production.plan import said_of
from hakawati.production.progress import Progress
from hakawati.production.sources import book_of
from hakawati.production.studio import studio_for
from hakawati.production.taking import spoken_text
from hakawati.script.letters import bare
from hakawati.settings import Settings
from hakawati.spelling.context import Context
from hakawati.spelling.letters import TANWIN, VOWELS, words
from hakawati.spelling.lexicon import table
from hakawati.spelling.lexicon.entry import Entry, Lexicon

RULE = "vowelling"
WORDS_AROUND = 4
"""Of an example, on each side."""
HEAD = "# word, what is said, perhaps a context (_ stands for the word): correct what is wrong, delete what is right"


class Doubtful(NamedTuple):
    """A word without its marks, how it was said, how often it was doubted, and one place where it stands."""

    word: str
    spoken: str
    times: int
    example: str


class Suggested(NamedTuple):
    """The words in doubt, the most frequent first; and what of the present lexicon cannot be used, in sentences."""

    words: tuple[Doubtful, ...]
    unused: tuple[str, ...]

    @property
    def text(self) -> str:
        """As a lexicon's file."""
        lines = table.lines((Entry(one.word, one.spoken), f"{one.times} × {one.example}") for one in self.words)
        return "".join(f"{line}\n" for line in (HEAD, *lines))


def suggested(settings: Settings, progress: Progress) -> Suggested:
    """Spells the whole book, as an engine that wants vowels is given it. Raises HakawatiError."""
    read = lexicon_of(settings)
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    examples: dict[str, str] = {}
    for segment, note in _doubts(settings, progress):
        word = bare(note.source)
        if not _has(read.lexicon, word):
            spoken[word][note.spoken] += 1
            examples.setdefault(word, _example(segment.text, note))
    found = [Doubtful(word, _said(said), said.total(), examples[word]) for word, said in spoken.items()]
    return Suggested(tuple(sorted(found, key=lambda one: (-one.times, one.word))), read.unused)


def save(suggested: Suggested, out: Path) -> None:
    """Write the lexicon to a new file. Raises InputError where one is there already, WriteError where none can be."""
    if out.exists():
        raise InputError(f"{out} is there already, perhaps with your corrections. Give another name with -o.")
    written_whole(out, lambda file: file.write(suggested.text.encode()))


def _doubts(settings: Settings, progress: Progress) -> Iterator[tuple[Segment, Note]]:
    """Each word that was vowelled with doubt, in the order of the book."""
    store = studio_for(settings).store
    for segment, context in _segments(settings, progress):
        for note in spoken_text(segment, context, store).notes:
            if note.rule == RULE and len(list(words(note.source))) == 1:
                yield segment, note
        progress.advance(1)


def _segments(settings: Settings, progress: Progress) -> Iterator[tuple[Segment, Context]]:
    here = studio_for(settings)
    book = book_of(settings, here.store)
    contexts = Contexts(book, settings, here.engines)
    progress.begin(sum(1 for _ in book.segments()))
    for episode in book.episodes:
        for chapter in episode.chapters:
            segments = tuple(said_of(chapter.segments, settings))
            for segment, around in zip(segments, arounds(segments), strict=True):
                yield segment, replace(contexts.of(segment, around, settings.engine), vowels=True)


def _has(lexicon: Lexicon, word: str) -> bool:
    return any(not entry.context for entry in lexicon.of(word))


def _said(said: Counter[str]) -> str:
    """What was said most often; its last vowel left open where only that differs."""
    best = min(said, key=lambda spoken: (-said[spoken], spoken))
    stem = best.rstrip("".join(VOWELS | TANWIN))
    others = [spoken for spoken in said if spoken != best]
    return stem if others and all(spoken.startswith(stem) for spoken in others) else best


def _example(text: str, note: Note) -> str:
    before = text[: note.start].split()[-WORDS_AROUND:]
    behind = text[note.end :].split()[:WORDS_AROUND]
    return " ".join((*before, text[note.start : note.end], *behind))
