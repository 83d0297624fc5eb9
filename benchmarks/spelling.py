"""How fast and how well Arabic is spelled on one core: words a second, word errors of the vowelling, where they lie.

    python benchmarks/spelling.py [TEXT …]     speed is measured on the texts (default: the seed)

Word errors are counted against two vowelled texts, stripped and vowelled again: verses of the mushaf, taken for prose,
and the hand-vowelled sentences of tests/fixtures/vowelled_sentences.txt. A word is right if every letter bears the same
vowel and shadda; sukun, the fatha before a long a and a first letter's shadda, which comes from the word before, are
left aside. `model` is text2tashkeel's own best answer, `ours` what Hakawati makes of it. The doubt list is all words in
the order of our confidence.
"""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from hakawati.model import Segment
from hakawati.script.mushaf.tanzil import PLAIN, verses
from hakawati.spelling.context import Context
from hakawati.spelling.letters import FATHA, FATHATAN, SHADDA, SUKUN, VOWELS, marked_letters, words
from hakawati.spelling.spell import spell

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "abu-bakr.txt"
SENTENCES = ROOT / "tests" / "fixtures" / "vowelled_sentences.txt"
ARABIC = Context(language="ar")
MARKS = re.compile("[\u064b-\u0652\u0670]")
LISTED = 0.1
"""The share of all words at the head of the doubt list in which errors are counted."""
COMPARED = VOWELS - {SUKUN} | {SHADDA}
SEGMENT = 250
"""Characters."""

Letters = list[tuple[str, frozenset[str]]]


def main() -> None:
    for path in map(Path, sys.argv[1:] or [str(SEED)]):
        print(f"{path.name}: {speed(path.read_text('utf-8')):,.0f} words a second")
    for name, texts in (("mushaf", mushaf()), ("sentences", SENTENCES.read_text("utf-8").splitlines())):
        theirs, ours, caught = errors(texts)
        print(f"{name}: word errors of the model {theirs:.2%}, ours {ours:.2%}; {caught:.0%} in the first tenth")


def speed(text: str) -> float:
    """Words a second of the whole of spelling, the model loaded."""
    segments = [Segment(text=piece) for piece in pieces(text)]
    spell(segments[0], ARABIC)
    began = time.process_time()
    for segment in segments:
        spell(segment, ARABIC)
    return len(text.split()) / (time.process_time() - began)


def pieces(text: str) -> Iterator[str]:
    held: list[str] = []
    for word in text.split():
        held.append(word)
        if word[-1] in ".؟!" or sum(map(len, held)) > SEGMENT:
            yield " ".join(held)
            held = []
    if held:
        yield " ".join(held)


def mushaf() -> list[str]:
    found = [verse.text for verse in verses(PLAIN)]
    return found[:: len(found) // 800]


def errors(texts: list[str]) -> tuple[float, float, float]:
    """The shares of words the model has wrong, and we; of ours, the share in the head of the doubt list."""
    from text2tashkeel import Diacritizer  # noqa: PLC0415 - shown beside ours

    model = Diacritizer().diacritize
    wrong = 0
    doubts: list[tuple[float, bool]] = []
    for text in texts:
        bare = MARKS.sub("", text)
        wrong += sum(not alike(one, other) for one, other in zip(split(model(bare)), split(text), strict=True))
        doubts += doubted(bare, text)
    total = sum(bad for _, bad in doubts)
    head = sorted(doubts)[: round(LISTED * len(doubts))]
    return wrong / len(doubts), total / len(doubts), sum(bad for _, bad in head) / max(total, 1)


def doubted(bare: str, text: str) -> Iterator[tuple[float, bool]]:
    """For each word our confidence in it, and whether it is wrong."""
    spoken = spell(Segment(text=bare), ARABIC)
    confidence = {note.start: note.confidence for note in spoken.notes if note.rule == "vowelling"}
    starts = [word.start() for word in words(bare)]
    for start, ours, right in zip(starts, split(spoken.text), split(text), strict=True):
        yield confidence.get(start, 1.0), not alike(ours, right)


def split(text: str) -> list[str]:
    return [word.group() for word in words(text)]


def alike(one: str, other: str) -> bool:
    return compared(one) == compared(other)


def compared(word: str) -> Letters:
    letters: Letters = [(letter.letter, frozenset(letter.marks) & COMPARED) for letter in marked_letters(word)]
    if len(letters) > 1 and letters[-1][0] in "اى" and FATHATAN in letters[-1][1]:
        letters[-2:] = [(letters[-2][0], letters[-2][1] - {FATHA} | {FATHATAN}), (letters[-1][0], frozenset())]
    for at, (letter, marks) in enumerate(letters):
        long = at + 1 < len(letters) and letters[at + 1][0] in "اى" and not letters[at + 1][1]
        dropped = {SHADDA} if at == 0 else {FATHA} if long else set[str]()
        letters[at] = (letter, frozenset() if at == 0 and letter in "اٱ" else marks - dropped)
    return letters


if __name__ == "__main__":
    main()
