"""How well mark-up finds roles: scripts marked by hand, their marks taken off and found again.

    python benchmarks/markup.py SCRIPT.md [SCRIPT.md …] [--show]

Prints precision, recall and F1 over characters for each role; with --show, also every stretch that differs. Use scripts
the finders were not written by: texts that rules were made for say nothing.
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from hakawati.model import Book
from hakawati.reading.plain import paragraphs
from hakawati.reading.source import Source
from hakawati.script.file.parser import parse
from hakawati.script.markup import MarkUp, mark_up
from scoring import beside_narration, letters_with_roles, scores, unmarked


def pair(file: Path) -> tuple[Book, Book]:
    """The book as the script states it, and as mark-up makes it from the text alone."""
    wanted = parse(file.read_text("utf-8"), file, 300)
    plan = MarkUp(title=wanted.title, author=None, language=wanted.language, episode_minutes=20)
    text = unmarked(wanted)
    return wanted, mark_up(Source(file, text, "plain", tuple(paragraphs(text))), plan)


def differences(wanted: Book, made: Book) -> Iterator[str]:
    both = zip(letters_with_roles(wanted), letters_with_roles(made), strict=True)
    for (role, found), letters in groupby(both, key=lambda two: (two[0][1], two[1][1])):
        if role is not found:
            yield f"    {role} found as {found}: {''.join(one[0] for one, _ in letters)}"


def main() -> None:
    files = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    pairs = [pair(file) for file in files]
    found = scores(pairs)
    print(f"{'role':<14} {'precision':>9} {'recall':>7} {'F1':>6} {'letters':>8}")
    for name, one in [*found.items(), ("all but narration", beside_narration(found))]:
        print(f"{name:<14} {one.precision:9.3f} {one.recall:7.3f} {one.f1:6.3f} {one.right + one.missed:8}")
    if "--show" in sys.argv:
        for file, (wanted, made) in zip(files, pairs, strict=True):
            print(file.name)
            print("\n".join(differences(wanted, made)))


if __name__ == "__main__":
    main()
