"""The comments that mark-up writes above paragraphs: renewed as long as the editor has not touched them."""

from collections.abc import Iterable

from hakawati.script.file.blocks import notes
from hakawati.script.file.text import ScriptText
from hakawati.script.merging.layout import Body, Kind, Layout


def comments_in(text: str) -> list[str]:
    return [text[start:end] for start, end in notes(ScriptText("", text), 0)]


def comments_above(script: Layout, body: Body) -> list[str]:
    """The comments between a body and the one before it."""
    return [comment for number in body.between for comment in comments_in(script.items[number].text)]


def all_comments(script: Layout) -> frozenset[str]:
    between = (item.text for item in script.items if item.kind is Kind.BETWEEN)
    return frozenset(comment for text in between for comment in comments_in(text))


def without(text: str, comments: Iterable[str], newline: str) -> str:
    """`text` without these comments, and without the line of each."""
    for comment in comments:
        line = comment + newline
        text = text.replace(line if line in text else comment, "", 1)
    return text
