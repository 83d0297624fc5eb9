"""How well mark-up does: roles held against a script marked by hand, character by character."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hakawati.model import Book, Ending, Role


@dataclass(frozen=True)
class Score:
    """Characters: marked rightly, marked wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


def unmarked(book: Book) -> str:
    """The book's text as a plain text file would have it, one paragraph to a line."""
    parts: list[str] = []
    for one in book.segments():
        parts += one.text, "\n" if one.ending is Ending.PARAGRAPH else " "
    return "".join(parts)


def letters_with_roles(book: Book) -> list[tuple[str, Role]]:
    """Every character that can be heard, with the role it is in: signs and white space belong to nobody."""
    return [(character, one.role) for one in book.segments() for character in one.text if character.isalnum()]


def scores(pairs: Iterable[tuple[Book, Book]]) -> dict[Role, Score]:
    """Each role's score over pairs of a book marked by hand and the same one marked up."""
    right: Counter[Role] = Counter()
    wrong: Counter[Role] = Counter()
    missed: Counter[Role] = Counter()
    for wanted, made in pairs:
        for (letter, role), (same_letter, found) in zip(
            letters_with_roles(wanted), letters_with_roles(made), strict=True
        ):
            assert letter == same_letter, "both books have the same letters"
            if role is found:
                right[role] += 1
            else:
                missed[role] += 1
                wrong[found] += 1
    return {role: Score(right[role], wrong[role], missed[role]) for role in Role}


def beside_narration(found: dict[Role, Score]) -> Score:
    """All roles but narration as one: a letter in the wrong one of them is both wrong and missed."""
    kept = [score for role, score in found.items() if role is not Role.NARRATION]
    return Score(sum(one.right for one in kept), sum(one.wrong for one in kept), sum(one.missed for one in kept))
