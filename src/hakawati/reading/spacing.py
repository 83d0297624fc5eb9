"""The white space that is left where a mark was cut out from between words."""

CLOSING = frozenset("،؛.:!؟?,;)]}»”’…")
"""What no space stands before: a gap there would read as a word left out."""


def left_between(gap: str, after: str, *, is_closed: bool) -> str:
    """What of `gap`, the white space around a mark, stays before `after`: one space or nothing.

    `is_closed`: the mark stands directly before `after`, so that «ثمان [1]. ثم» becomes «ثمان. ثم».
    """
    return "" if not gap or (is_closed and after in CLOSING) else " "
