"""A Book written as a script file, to be read and mended by people: one line per paragraph, marks in a fixed order.

A paragraph wholly in one manner other than plain narration stands in a `:::` block, several in a row in one; any other
has its manners as spans. What asks for a pause or says something else (`say=`) is always a span, for it must end where
it ends. Comments stand on lines of their own before the paragraph that they are about.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby

from hakawati.model import Book, Chapter, Manner, Segment
from hakawati.script.file import attributes, front_matter
from hakawati.script.file.comments import comment
from hakawati.script.file.escapes import escaped, escaped_title
from hakawati.script.stretches import by_paragraph

_OPENING = {"Ps", "Pi"}
_CLOSING = {"Pe", "Pf"}
_CLINGING = frozenset(".,:;!?،؛؟…")

Comments = Callable[[Segment], Iterable[str]]
"""What there is to say to an editor about a segment."""


def no_comments(_: Segment) -> tuple[str, ...]:
    return ()


def write(book: Book, comments: Comments = no_comments) -> str:
    """The script of `book`, with `comments` for its editor; parsed again, it is `book`.

    White space is all that may differ from the source: between segments there is one space, and none inside of
    quotation marks and brackets or before punctuation.
    """
    parts = [front_matter.written(book.title, book.author, book.language)]
    for episode in book.episodes:
        parts.append(_heading("#", episode.title))
        for number, chapter in enumerate(episode.chapters):
            parts += _chapter(chapter, comments, titled=bool(chapter.title) or number > 0)
    return "\n\n".join(parts) + "\n"


def _heading(signs: str, title: str) -> str:
    return f"{signs} {escaped_title(title)}".rstrip()


def _chapter(chapter: Chapter, comments: Comments, *, titled: bool) -> Iterator[str]:
    if titled:
        yield _heading("##", chapter.title)
    for manner, paragraphs in groupby(by_paragraph(chapter.segments), key=_block_manner):
        texts = "\n\n".join(_commented(paragraph, manner, comments) for paragraph in paragraphs)
        yield _block(manner, texts)


def _block_manner(paragraph: Sequence[Segment]) -> Manner:
    """The manner of the block that the paragraph stands in; the plain one: in none."""
    manner = paragraph[0].manner
    return manner if all(segment.manner == manner for segment in paragraph) and not _alone(manner) else Manner()


def _alone(manner: Manner) -> bool:
    return manner.say is not None or manner.pause is not None


def _block(manner: Manner, texts: str) -> str:
    if manner == Manner():
        return texts
    given = attributes.written(manner)
    only_role = manner == Manner(role=manner.role)
    return f"::: {manner.role if only_role else '{' + given + '}'}\n{texts}\n:::"


def _commented(paragraph: Sequence[Segment], within: Manner, comments: Comments) -> str:
    said = chain.from_iterable(map(comments, paragraph))
    return "\n".join([*map(comment, said), _paragraph(paragraph, within)])


def _paragraph(paragraph: Sequence[Segment], within: Manner) -> str:
    """One line. What is in the manner it stands `within` is plain, the rest are spans."""
    written: list[str] = []
    before, quoted = "", False
    for manner, text in _pieces(paragraph):
        plain = escaped(text, begins_line=not written and manner == within)
        span = plain if manner == within else f"[{plain}]{{{attributes.written(manner)}}}"
        written += _gap(before, text, quoted=quoted), span
        before, quoted = text, quoted != bool(text.count('"') % 2)
    return "".join(written)


def _pieces(paragraph: Sequence[Segment]) -> Iterator[tuple[Manner, str]]:
    """The paragraph's texts, as many segments in one as can stand in one span."""
    held: list[Segment] = []
    for segment in paragraph:
        if held and (segment.manner != held[-1].manner or _alone(segment.manner)):
            yield held[-1].manner, " ".join(each.text for each in held)
            held = []
        held.append(segment)
    yield held[-1].manner, " ".join(each.text for each in held)


def _gap(before: str, after: str, *, quoted: bool) -> str:
    """What stands between two texts. `quoted`: a straight quotation mark has been opened before."""
    if not before:
        return ""
    last, first = before[-1], after[0]
    opened = unicodedata.category(last) in _OPENING or (quoted and last == '"')
    closed = unicodedata.category(first) in _CLOSING or first in _CLINGING or (quoted and first == '"')
    return "" if opened or closed else " "
