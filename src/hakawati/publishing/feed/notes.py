"""What a feed tells of the book and of an episode: HTML, as apps show it, in the book's language.

Whatever the author wrote is escaped: to an app `description` is HTML, whether it looks like it or not.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import accumulate

from hakawati.publishing.edition import About, ChapterEntry, EpisodeEntry
from hakawati.publishing.one_line import one_line
from hakawati.publishing.short_time import short_time

MOST_BYTES = 4000
"""Of a description, in UTF-8: Apple's limit."""
BREAK = "<br/>"
ELLIPSIS = "…"

_ABOUT = {
    "ar": ("كتاب مسموع: {title}.", "كتاب مسموع: {title}، تأليف {author}."),
    "en": ("An audiobook: {title}.", "An audiobook: {title}, by {author}."),
}
"""By language: what a book is without a description, without and with its author."""
_ELSEWHERE = ("{title}", "{title} – {author}")
"""In languages that no words are here for."""


def of_book(about: About) -> str:
    """The settings' description, else one sentence with title and author. At most MOST_BYTES."""
    lines = "\n".join(_described(about).splitlines())
    return _within([BREAK if character == "\n" else escape(character, quote=False) for character in lines], "")


def _described(about: About) -> str:
    """As `of_book`, in plain text and however long."""
    if about.description:
        return about.description
    alone, with_author = _ABOUT.get(about.language, _ELSEWHERE)
    sentence = with_author if about.author else alone
    return sentence.format(title=one_line(about.title), author=one_line(about.author or ""))


def of_episode(episode: EpisodeEntry) -> str:
    """A line for each chapter, as many as MOST_BYTES hold."""
    return _within(list(_chapters(episode.chapters)), BREAK)


def whole_of_episode(episode: EpisodeEntry) -> str:
    """A line for each chapter."""
    return BREAK.join(_chapters(episode.chapters))


def _chapters(chapters: Iterable[ChapterEntry]) -> Iterator[str]:
    """`1:02:03 title`: apps make times that begin a line links into the sound."""
    for chapter in chapters:
        yield f"{short_time(chapter.start)} {escape(chapter.title, quote=False)}"


def _within(pieces: list[str], joint: str) -> str:
    """The first of `pieces`, as many as there is room for; an ellipsis stands for the others."""
    whole = joint.join(pieces)
    if len(whole.encode()) <= MOST_BYTES:
        return whole
    sizes = accumulate(len(f"{piece}{joint}".encode()) for piece in pieces)
    fitting = sum(size <= MOST_BYTES - len(ELLIPSIS.encode()) for size in sizes)
    return joint.join([*pieces[:fitting], ELLIPSIS])
