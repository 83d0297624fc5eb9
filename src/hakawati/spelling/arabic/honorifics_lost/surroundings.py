"""What a segment stands in, as far as lost honorifics depend on it."""

from typing import NamedTuple


class Habit(NamedTuple):
    """How many gaps of a text stand behind someone honoured and how many elsewhere, wide ones and spaces before marks.

    A text justified with spaces, or one that sets a space before every comma, has most of its gaps elsewhere.
    """

    wide_named: int = 0
    wide_elsewhere: int = 0
    spaced_named: int = 0
    spaced_elsewhere: int = 0

    @property
    def trusts_wide(self) -> bool:
        return self.wide_named >= self.wide_elsewhere

    @property
    def trusts_spaced(self) -> bool:
        return self.spaced_named >= self.spaced_elsewhere


class Surroundings(NamedTuple):
    """The author's text before and behind a segment, white space included, and the whole book's habit if known."""

    before: str = ""
    """Some sentences of it suffice."""
    behind: str = ""
    """A line of it suffices."""
    habit: Habit | None = None


NOWHERE = Surroundings()
