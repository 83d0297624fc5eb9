"""Quotation marks of every kind, outermost pairs: “…”, "…", ‘…’, '…', «…», »…«, „…“, ‚…‘, ‹…›, ”…”, 「…」.

A mark is an opening or a closing one by what stands around it, for the same sign opens in one language and closes in
another. The single ones are apostrophes too: those inside words, those that stand for letters (’tis, rock ’n’ roll,
’90s) and those of a plural's owner (the boys’ books) quote nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hakawati.script.letters import is_said
from hakawati.script.vocabulary import listed

CLOSED_BY = {
    "“": '”"',
    '"': '"',
    "„": "“”",
    "”": "”“",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "'": "'",
    "‚": "‘’",
    "「": "」",
    "『": "』",
}
APOSTROPHES = frozenset("’'")
"""Closing marks that are apostrophes too."""

NESTING = frozenset("«»‹›「『")
"""Some writers put these inside of themselves; any other that opens twice was left open by mistake."""

DEEPEST = 8

ELISIONS = listed(
    "tis twas twere twill twould em n til till cause bout round neath gainst cept tween kay ome o im ere er"
)
"""What an apostrophe is left standing before (’tis, ’em)."""

_MARK = re.compile("[" + re.escape("".join(sorted({*CLOSED_BY, *"".join(CLOSED_BY.values())}))) + "]")
_WORD = re.compile(r"\w+")


class Quotation(NamedTuple):
    """`text[start:end]`, its marks included. One that is not `closed` goes on to the end of the text."""

    start: int
    end: int
    closed: bool

    def body(self, text: str) -> str:
        return text[self.start + 1 : self.end - self.closed].strip()


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of `text`, in order."""
    found: list[Quotation] = []
    for quotation in _pairs(text):
        if not quotation.closed and any(_opens_again(text, quotation, each) for each in reversed(found)):
            continue
        while found and found[-1].start > quotation.start:
            found.pop()
        found.append(quotation)
    return found


def _opens_again(text: str, earlier: Quotation, later: Quotation) -> bool:
    return later.start > earlier.start and text[later.start] == text[earlier.start]


def _pairs(text: str) -> Iterator[Quotation]:
    """Each pair, inner ones first; last, the outermost mark that nothing closes."""
    opened: list[tuple[int, str]] = []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        depth = _closes(text, at, opened)
        if depth is not None:
            yield Quotation(opened[depth][0], at + 1, closed=True)
            del opened[depth:]
        elif mark in CLOSED_BY and _may_open(text, at):
            if opened and opened[-1][1] == mark and mark not in NESTING:
                opened.pop()
            opened = [*opened[: DEEPEST - 1], (at, mark)]
    outermost = next((at for at, mark in opened if mark not in "‘'"), None)
    if outermost is not None:
        yield Quotation(outermost, len(text), closed=False)


def _closes(text: str, at: int, opened: list[tuple[int, str]]) -> int | None:
    """Which of the `opened` marks the one at `at` closes."""
    if not opened or not _may_close(text, at):
        return None
    return next((depth for depth in range(len(opened) - 1, -1, -1) if text[at] in CLOSED_BY[opened[depth][1]]), None)


def _may_open(text: str, at: int) -> bool:
    mark, left, right = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not right or (right.isspace() and mark not in "«‹"):
        return False
    if mark in "“„«‹‚「『":
        return True
    bounded = not left or not (is_said(left) or left in ".,;:!?…)]’”»") or left.isspace()
    return bounded and not (mark in "‘'" and _stands_for_letters(text, at))


def _stands_for_letters(text: str, at: int) -> bool:
    """’tis, ’90s: a letter left out, not a mark."""
    word = _WORD.match(text, at + 1)
    return bool(word and (word.group().lower() in ELISIONS or word.group()[0].isdigit()))


def _may_close(text: str, at: int) -> bool:
    mark, left, right = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if left.isspace() and mark not in "»›":
        return False
    if right and is_said(right):
        return mark in "」』"
    return mark not in APOSTROPHES or not _owns(text, at)


def _owns(text: str, at: int) -> bool:
    """«the boys’ books», «rockin’ chairs», «o’ gold»: a word follows and no sign stands before."""
    return text[at - 1] in "sxzno" and text[at + 1 : at + 2] == " " and is_said(text[at + 2 : at + 3] or " ")
