"""The attributes of spans and blocks: `{.speech by="أبو بكر" rate="0.9" .pause}`.

    .role                  narration, heading, hadith, speech, verse, supplication, poetry, reference
    by="…"                 who speaks
    ref="8:30"             where a verse stands
    say="…"                what to say instead of the text (spans only)
    voice="…" rate="0.9"   another voice, another speed (0.25 to 4, 1 unchanged)
    .pause, pause="1.5"    seconds of silence after it (0 to 60); the bare class is 1 second

A value without white space may go without its quotation marks; inside them a backslash makes punctuation plain. White
space in a value counts as single spaces. Inner spans have what the outer ones have, except the pause: that comes once,
after the end of what it is given for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hakawati.model import Manner, Role
from hakawati.script.file.escapes import escaped_value, unescaped
from hakawati.script.file.text import Excerpt, unknown
from hakawati.settings import PAUSES, RATES

BARE_PAUSE = 1.0
"""Seconds of silence that `.pause` asks for: clearly more than the end of a sentence."""

_FIELDS = {"by": "speaker", "ref": "ref", "say": "say", "voice": "voice", "rate": "rate", "pause": "pause"}
"""The Manner field that each key sets."""

_ITEM = re.compile(
    r"""(?: \.(?P<name>[^\s{}="']+)
          | (?P<key>[^\s{}="'.\#]+) = (?: "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>(?:[^'\\]|\\.)*)'
                                       | (?P<bare>[^\s{}"']+) )
        )(?=[\s}]|\Z)""",
    re.VERBOSE | re.DOTALL,
)
_WHITE_SPACE = re.compile(r"\s*")
_NUMBER = re.compile(r"\d+(?:[.٫]\d+)?")

_BOUNDS: Mapping[str, tuple[float, float, str]] = {
    "rate": (*RATES, "a speed, 1 unchanged, such as 0.9"),
    "pause": (*PAUSES, "seconds of silence, such as 1.5"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """What a span or a block asks for; None where it leaves things as they are around it."""

    role: Role | None = None
    speaker: str | None = None
    ref: str | None = None
    say: str | None = None
    voice: str | None = None
    rate: float | None = None
    pause: float | None = None

    def over(self, around: Manner) -> Manner:
        """The manner inside, `around` being the one outside."""
        return Manner(
            role=self.role or around.role,
            speaker=self.speaker or around.speaker,
            ref=self.ref or around.ref,
            say=self.say,
            voice=self.voice or around.voice,
            rate=self.rate or around.rate,
        )


def read(excerpt: Excerpt, at: int) -> tuple[Attributes, int]:
    """The attributes in the braces that open at `excerpt.text[at]`, and the offset after the closing brace.

    Raises ScriptError for whatever is not one of the attributes above, given once, with a value that can be used.
    """
    given: dict[str, Any] = {}
    begin, at = at, _next(excerpt, at + 1)
    while not excerpt.text.startswith("}", at):
        item = _ITEM.match(excerpt.text, at)
        if item is None:
            raise _unreadable(excerpt, begin, at)
        field, value = _meaning(excerpt, item)
        if field in given:
            raise excerpt.mistake(at, f"a second {field}: only one can be meant")
        given[field] = value
        at = _next(excerpt, item.end())
    return Attributes(**given), at + 1


def named(excerpt: Excerpt, at: int, name: str) -> Attributes:
    """The attributes that one bare class name at `excerpt.text[at]` stands for, as in `::: supplication`."""
    return Attributes(**dict([_class_meaning(excerpt, at, name)]))


def written(manner: Manner) -> str:
    """`manner` as attributes, without the braces; empty for plain narration. The order is always the same."""
    role = f".{manner.role}" if manner.role is not Role.NARRATION else ""
    texts = (("by", manner.speaker), ("ref", manner.ref), ("say", manner.say), ("voice", manner.voice))
    values = [f'{key}="{escaped_value(text)}"' for key, text in texts if text]
    rate = "" if manner.rate is None else f'rate="{_decimal(manner.rate)}"'
    pause = "" if manner.pause is None else f'pause="{_decimal(manner.pause)}"'
    return " ".join(filter(None, (role, *values, rate, ".pause" if manner.pause == BARE_PAUSE else pause)))


def _next(excerpt: Excerpt, at: int) -> int:
    found = _WHITE_SPACE.match(excerpt.text, at)
    return found.end() if found else at


def _unreadable(excerpt: Excerpt, begin: int, at: int) -> Exception:
    if at >= len(excerpt.text):
        return excerpt.mistake(begin, "these attributes are never closed: a } is missing")
    return excerpt.mistake(at, 'not an attribute. Write .role or key="value", with straight quotation marks')


def _meaning(excerpt: Excerpt, item: re.Match[str]) -> tuple[str, Any]:
    """The Manner field that an item sets, and its value."""
    if item["name"]:
        return _class_meaning(excerpt, item.start(), item["name"])
    key = item["key"]
    if key not in _FIELDS:
        raise excerpt.mistake(item.start("key"), unknown("attribute", key, _FIELDS))
    quoted = item["double"] if item["double"] is not None else item["single"]
    value = " ".join((item["bare"] or unescaped(quoted)).split())
    if not value:
        raise excerpt.mistake(item.start(), f"{key}= is empty: give it a value or leave it out")
    return _FIELDS[key], _number(excerpt, item, value) if key in _BOUNDS else value


def _class_meaning(excerpt: Excerpt, at: int, name: str) -> tuple[str, Any]:
    if name == "pause":
        return "pause", BARE_PAUSE
    if name not in list(Role):
        raise excerpt.mistake(at, unknown("role", name, [*Role, "pause"]))
    return "role", Role(name)


def _number(excerpt: Excerpt, item: re.Match[str], value: str) -> float:
    least, most, meaning = _BOUNDS[item["key"]]
    number = float(value.replace("٫", ".")) if _NUMBER.fullmatch(value) else -1.0
    if not least <= number <= most:
        raise excerpt.mistake(
            item.start(), f"{item['key']}= cannot be “{value}”: it is {meaning}, from {least:g} to {most:g}"
        )
    return number


def _decimal(number: float) -> str:
    """`number` exactly, without an exponent: 1.0 as 1."""
    digits = f"{Decimal(repr(number)):f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
