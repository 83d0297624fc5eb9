"""The attributes of spans and blocks: `{.speech by="أبو بكر" rate="0.9" .pause}`.

    .role                  narration, heading, hadith, speech, verse, supplication, poetry, reference
    by="…"                 who speaks
    ref="8:30"             where a verse stands: sura:verse or sura:first-last
    say="…"                what to say instead of the text (spans only)
    voice="…" rate="0.9"   another voice, another speed (0.25 to 4, 1 unchanged)
    .pause, pause="1.5"    seconds of silence after it (0 to 60); the bare class is 1 second

A value without white space may go without its quotation marks; inside them a backslash makes punctuation plain. The
curly and angled ones that word processors make of straight ones will do, and so will a role in capitals. White space in
a value counts as single spaces; the invisible marks of direction that editors of Arabic leave behind count for nothing
between attributes and at the ends of values. Inner spans have what the outer ones have, except the pause: that comes
once, after the end of what it is given for.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hakawati.model import Manner, Role
from hakawati.script.file.escapes import escaped_value, unescaped
from hakawati.script.file.names import ENGLISH, unknown_name
from hakawati.script.file.text import DIRECTIONS, Excerpt, unknown
from hakawati.script.file.values import meant

BARE_PAUSE = 1.0
"""Seconds of silence that `.pause` asks for: clearly more than the end of a sentence."""

_FIELDS = {"by": "speaker", "ref": "ref", "say": "say", "voice": "voice", "rate": "rate", "pause": "pause"}
"""The Manner field that each key sets."""

_ITEM = re.compile(
    rf"""(?: \.(?P<name>[^\s{{}}="'{DIRECTIONS}]+)
          | (?P<key>[^\s{{}}="'.\#{DIRECTIONS}]+) [{DIRECTIONS}]* = [{DIRECTIONS}]*
            (?: "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>(?:[^'\\]|\\.)*)'
              | [“”„](?P<curly>(?:[^“”\\]|\\.)*)[“”] | «(?P<angled>(?:[^»\\]|\\.)*)»
              | (?P<bare>[^\s{{}}"'“”„«»{DIRECTIONS}]+) )
        )(?=[\s}}{DIRECTIONS}]|\Z)""",
    re.VERBOSE | re.DOTALL,
)
_QUOTED = ("double", "single", "curly", "angled")
_NOTHING = re.compile(rf"[\s{DIRECTIONS}]*")
_EDGES = re.compile(rf"\A[\s{DIRECTIONS}]+|[\s{DIRECTIONS}]+\Z")


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


def written(manner: Manner, within: Role = Role.NARRATION) -> str:
    """`manner` as attributes, without the braces, the role left out where it is the one `within` which they stand.

    Empty for plain narration; the order is always the same.
    """
    role = f".{manner.role}" if manner.role is not within else ""
    texts = (("by", manner.speaker), ("ref", manner.ref), ("say", manner.say), ("voice", manner.voice))
    values = [f'{key}="{escaped_value(text)}"' for key, text in texts if text]
    rate = "" if manner.rate is None else f'rate="{_decimal(manner.rate)}"'
    pause = "" if manner.pause is None else f'pause="{_decimal(manner.pause)}"'
    return " ".join(filter(None, (role, *values, rate, ".pause" if manner.pause == BARE_PAUSE else pause)))


def _next(excerpt: Excerpt, at: int) -> int:
    found = _NOTHING.match(excerpt.text, at)
    return found.end() if found else at


def _unreadable(excerpt: Excerpt, begin: int, at: int) -> Exception:
    if at >= len(excerpt.text):
        return excerpt.mistake(begin, "these attributes are never closed: a } is missing")
    word = re.split(r"[\s}=،,]", excerpt.text[at:], maxsplit=1)[0]
    if word.lower() in {*Role, "pause"}:
        return excerpt.mistake(at, f"a dot goes before it: .{word.lower()}")
    if excerpt.text[at] in ",،":
        return excerpt.mistake(at, "no comma: attributes have only white space between them")
    rest = "a value with spaces in it stands between quotation marks"
    return excerpt.mistake(at, f'not an attribute. Write .role or key="value"; {rest}')


def _meaning(excerpt: Excerpt, item: re.Match[str]) -> tuple[str, Any]:
    """The Manner field that an item sets, and its value."""
    if item["name"]:
        return _class_meaning(excerpt, item.start(), item["name"])
    key = item["key"].lower()
    if key not in _FIELDS:
        raise excerpt.mistake(item.start("key"), unknown("attribute", item["key"], _FIELDS))
    quoted = next((item[kind] for kind in _QUOTED if item[kind] is not None), "")
    value = " ".join(_EDGES.sub("", item["bare"] or unescaped(quoted)).split())
    if not value:
        raise excerpt.mistake(item.start(), f"{key}= is empty: give it a value or leave it out")
    return _FIELDS[key], meant(excerpt, item.start(), key, value)


def _class_meaning(excerpt: Excerpt, at: int, name: str) -> tuple[str, Any]:
    plain = name.lower()
    if plain == "pause":
        return "pause", BARE_PAUSE
    if plain not in list(Role):
        comma = name.rstrip(",،")
        if comma != name:
            raise excerpt.mistake(at + 1 + len(comma), "no comma: attributes have only white space between them")
        raise excerpt.mistake(at, unknown_name("role", name, [*Role, "pause"], ENGLISH))
    return "role", Role(plain)


def _decimal(number: float) -> str:
    """`number` exactly, without an exponent: 1.0 as 1."""
    digits = f"{Decimal(repr(number)):f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
