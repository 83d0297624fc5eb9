"""The text of one paragraph, changed in place: only where its words change, so that its formatting stays."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from hakawati.errors import ScriptError
from hakawati.script.file.blocks import Paragraph
from hakawati.script.file.escapes import escaped
from hakawati.script.merging.words import Word, words_of

_SPACE = re.compile(r"\s*")
_SPACE_AT_END = re.compile(r"\s+\Z")

FEW = 12
"""Patches in one paragraph that are tried one by one: each may take a reading or more of all of it."""


class Patch(NamedTuple):
    """`put` stands for the old words `start` to `end`; `spans` is how it reads with spans, `after` what follows it.

    `left` are the words before as they are to be.
    """

    start: int
    end: int
    put: Sequence[Word]
    spans: str
    left: Sequence[Word]
    after: Sequence[Word]

    @property
    def wanted(self) -> list[Word]:
        return [*self.left, *self.put, *self.after]


def patched(text: str, like: Paragraph, old: Sequence[Word], patches: Sequence[Patch]) -> str | None:
    """`text`, whose words are `old`, with the patches in it, the last first; None where its marks do not allow it.

    Whether they do is found by reading what a replacement would give: of all together, and if that will not do, of one
    after the other, as long as they are `FEW`.
    """
    if not patches or says(together := _together(text, old, patches), like, patches[-1].wanted):
        return together if patches else text
    if len(patches) > FEW:
        return None
    for patch in patches:
        found = next((each for each in _attempts(text, old, patch) if says(each, like, patch.wanted)), None)
        if found is None:
            return None
        text = found
    return text


def says(text: str, like: Paragraph, wanted: Sequence[Word]) -> bool:
    """Whether the paragraph that has `text` says the words `wanted` in their manners."""
    try:
        found = words_of(text, like)
    except ScriptError:
        return False
    return [word.look for word in found[:1]] == [replace(word, gap=found[0].gap).look for word in wanted[:1]] and [
        word.look for word in found[1:]
    ] == [word.look for word in wanted[1:]]


def _together(text: str, old: Sequence[Word], patches: Sequence[Patch]) -> str:
    for patch in patches:
        text = next(_attempts(text, old, patch), text)
    return text


def _attempts(text: str, old: Sequence[Word], patch: Patch) -> Iterator[str]:
    """What may come of one patch, with all the comments that there were."""
    return (each for each in _forms(text, old, patch) if each.count("<!--") == text.count("<!--"))


def _forms(text: str, old: Sequence[Word], patch: Patch) -> Iterator[str]:
    """The likeliest first: what parts the words from their neighbours with them, then the words alone, then beside
    the one neighbour or the other.
    """
    before = old[patch.start - 1] if patch.start else None
    after = old[patch.end] if patch.end < len(old) else None
    lead = patch.put[0].gap if patch.put else ""
    trail = patch.after[0].gap if patch.after else ""
    for form in dict.fromkeys((_plain(patch.put), patch.spans)):
        if before and after:
            space = _kept(text[before.end : after.start], lead or trail)
            gaps = (space if lead else "", trail) if patch.put else (space if trail else "", "")
            yield text[: before.end] + gaps[0] + form + gaps[1] + text[after.start :]
        if patch.start < patch.end:
            yield from _instead(text, old[patch.start].start, old[patch.end - 1].end, form)
        if before:
            yield text[: before.end] + lead + form + text[before.end :]
        if after:
            yield text[: after.start] + form + trail + text[after.start :]


def _kept(gap: str, wanted: str) -> str:
    """The white space that `gap` begins with, where there is some."""
    found = _SPACE.match(gap)
    return (found.group() if found else "") or wanted


def _instead(text: str, start: int, end: int, form: str) -> Iterator[str]:
    if form:
        yield text[:start] + form + text[end:]
    else:
        yield _SPACE_AT_END.sub("", text[:start]) + text[end:]
        yield text[:start] + text[end:].lstrip()
        yield text[:start] + text[end:]


def _plain(put: Sequence[Word]) -> str:
    joined = "".join(word.gap + word.text for word in put)
    return escaped(joined.strip(), begins_line=False)
