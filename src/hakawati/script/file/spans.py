r"""A paragraph of a script as runs: spans, escapes and emphasis.

[text]{.role key="value"}   a span; spans may stand in spans. Brackets without attributes are plain text
*text* **text**             emphasis: the marks carry no sound and are left out, where they pair around no white space
\[                          a backslash makes ASCII punctuation plain text
"""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from hakawati.model import Manner
from hakawati.script.file import attributes
from hakawati.script.file.attributes import Attributes
from hakawati.script.file.blocks import Heading, Paragraph
from hakawati.script.file.escapes import ESCAPE
from hakawati.script.file.text import DIRECTIONS, Excerpt
from hakawati.script.letters import speakable
from hakawati.script.runs import Run

_TOKEN = re.compile(
    rf"(?P<escape>{ESCAPE})|(?P<open>\[)|(?P<close>\](?P<span>[{DIRECTIONS}]*\{{)?)|(?P<stars>\*+)|(?P<astray>\{{\.)"
)

_LONGEST_EMPHASIS = 3


def runs(paragraph: Paragraph) -> list[Run]:
    """The paragraph's runs in order, each span's own; neighbours may be in equal manner.

    Raises ScriptError for a span that is never closed, is empty, or has attributes that cannot be.
    """
    reading = _read(paragraph.excerpt)
    whole = _Span(0, len(reading.pieces), Attributes(pause=paragraph.pause))
    return [_run(reading, stretch) for stretch in _stretches(reading, _Layer(whole, paragraph.manner))]


def title(heading: Heading) -> str:
    """What a heading says, its white space made single. Raises ScriptError for a span in it."""
    reading = _read(heading.title)
    if reading.spans:
        at, _ = reading.pieces[min(span.first for span in reading.spans)]
        raise heading.title.mistake(at, "a heading is one title: it cannot hold spans")
    return " ".join("".join(heading.title.text[start:end] for start, end in reading.pieces).split())


class _Span(NamedTuple):
    """Pieces `first` to `end` (exclusive), and what is asked for them."""

    first: int
    end: int
    given: Attributes


class _Bracket(NamedTuple):
    """An open bracket: its offset and its piece, how many spans and pieces of text came before, the stars in it."""

    at: int
    piece: int
    spans: int
    texts: int
    stars: dict[str, list[int]]


@dataclass(slots=True)
class _Reading:
    """An excerpt in pieces: the ranges of its text that are not mark-up, in order, some of them empty.

    `texts` counts those that are not blank, `stars` has the pieces that may begin emphasis, by how many stars it is.
    """

    excerpt: Excerpt
    pieces: list[tuple[int, int]] = field(default_factory=list)
    texts: int = 0
    spans: list[_Span] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    stars: dict[str, list[int]] = field(default_factory=dict)

    def text(self, start: int, end: int) -> None:
        if start < end:
            self.pieces.append((start, end))
            self.texts += not self.excerpt.text[start:end].isspace()

    def token(self, token: re.Match[str]) -> int:
        """Takes one token in; answers where the text goes on."""
        at, end = token.span()
        if token["escape"]:
            self.text(at + 1, end)
        elif token["open"]:
            self.brackets.append(_Bracket(at, len(self.pieces), len(self.spans), self.texts, {}))
            self.pieces.append((at, end))
        elif token["span"]:
            return self.span(at, end - 1)
        elif token["stars"]:
            self.emphasis(at, end)
        elif token["astray"]:
            problem = "attributes stand directly after a ], as in [text]{.speech}; \\{ is plain text"
            raise self.excerpt.mistake(at, problem)
        else:
            self.plain_brackets(at, end)
        return end

    def plain_brackets(self, at: int, end: int) -> None:
        self.text(at, end)
        if self.brackets:
            self.brackets.pop()
            self.texts += 1

    def span(self, at: int, braces: int) -> int:
        if not self.brackets:
            raise self.excerpt.mistake(at, "no [ opens the span that ends here")
        given, end = attributes.read(self.excerpt, braces)
        bracket = self.brackets.pop()
        if self.texts == bracket.texts:
            raise self.excerpt.mistake(bracket.at, "an empty span: there is nothing in it to read")
        if given.say and len(self.spans) > bracket.spans:
            raise self.excerpt.mistake(bracket.at, "say= is said instead of the whole span: no spans can be in it")
        self.pieces[bracket.piece] = (bracket.at, bracket.at)
        self.spans.append(_Span(bracket.piece, len(self.pieces), given))
        return end

    def emphasis(self, at: int, end: int) -> None:
        """Stars pair with the nearest equal ones in the same brackets, if no white space is inside of either."""
        text, stars = self.excerpt.text, self.brackets[-1].stars if self.brackets else self.stars
        signs = text[at:end]
        if stars.get(signs) and not text[at - 1].isspace():
            piece = stars[signs].pop()
            begin, _ = self.pieces[piece]
            self.pieces[piece] = (begin, begin)
            for crossed in stars.values():
                while crossed and crossed[-1] > piece:
                    crossed.pop()
            return
        if len(signs) <= _LONGEST_EMPHASIS and end < len(text) and not text[end].isspace():
            stars.setdefault(signs, []).append(len(self.pieces))
        self.text(at, end)


def _read(excerpt: Excerpt) -> _Reading:
    reading, at = _Reading(excerpt), 0
    while token := _TOKEN.search(excerpt.text, at):
        reading.text(at, token.start())
        at = reading.token(token)
    reading.text(at, len(excerpt.text))
    if reading.brackets:
        problem = "this [ is never closed in its paragraph; \\[ is plain text, and several paragraphs go in a ::: block"
        raise excerpt.mistake(reading.brackets[-1].at, problem)
    return reading


class _Layer(NamedTuple):
    """A span being gone through, and the manner in it."""

    span: _Span
    manner: Manner


@dataclass(slots=True)
class _Stretch:
    """Pieces that follow each other directly in one span."""

    layer: _Layer
    pieces: list[tuple[int, int]]
    pause: float | None = None


def _stretches(reading: _Reading, whole: _Layer) -> list[_Stretch]:
    begins = {span.first: span for span in reading.spans}
    layers, found = [whole], list[_Stretch]()
    for index, piece in enumerate(reading.pieces):
        while layers[-1].span.end <= index:
            _end(layers.pop(), reading, found)
        if span := begins.get(index):
            layers.append(_Layer(span, span.given.over(layers[-1].manner)))
        elif found and found[-1].layer is layers[-1]:
            found[-1].pieces.append(piece)
        else:
            found.append(_Stretch(layers[-1], [piece]))
    for layer in reversed(layers):
        _end(layer, reading, found)
    return found


def _end(layer: _Layer, reading: _Reading, found: list[_Stretch]) -> None:
    """The pause after a span comes after the last that is said up to there; an inner span's own pause stays."""
    if layer.span.given.pause is None:
        return
    last = next((stretch for stretch in reversed(found) if _said(reading, stretch)), None)
    if last and last.pause is None:
        last.pause = layer.span.given.pause


def _said(reading: _Reading, stretch: _Stretch) -> bool:
    if stretch.layer.manner.say:
        return True
    return any(speakable(reading.excerpt.text[start:end]) for start, end in stretch.pieces)


def _run(reading: _Reading, stretch: _Stretch) -> Run:
    excerpt = reading.excerpt
    text = "".join(excerpt.text[start:end] for start, end in stretch.pieces)
    (first, _), (_, last) = stretch.pieces[0], stretch.pieces[-1]
    places = excerpt.places[first:last]
    if len(places) > len(text):
        places = [place for start, end in stretch.pieces for place in excerpt.places[start:end]]
    return Run(text, replace(stretch.layer.manner, pause=stretch.pause), places)
