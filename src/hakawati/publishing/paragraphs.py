"""A chapter's cues by paragraphs, as a reader sees them."""

from collections.abc import Iterable, Iterator

from hakawati.model import Cue, Ending


def paragraphs(cues: Iterable[Cue]) -> Iterator[list[Cue]]:
    """Each ends with a cue that ends a paragraph; the last with the chapter, whatever it ends with."""
    paragraph: list[Cue] = []
    for cue in cues:
        paragraph.append(cue)
        if cue.segment.ending is Ending.PARAGRAPH:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph
