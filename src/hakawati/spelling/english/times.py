"""Times of day: «10:30 a.m.», «5 pm», «17:45», «10:00»."""

import re

from hakawati.spelling.english.numerals import DASH, cardinal, letters
from hakawati.spelling.english.saying import Said, edits_by, ends_sentence

_HALF = r"(?P<half>[AaPp]\.?\s?[Mm](?:\.|(?!\w)))"
_TWELVE = re.compile(
    rf"(?<![\w.,:])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?"
    rf"(?:{DASH}(?P<hour2>1[0-2]|0?[1-9])(?:[:.](?P<minute2>[0-5]\d))?)?\s?{_HALF}(?!\w)"
)
_CLOCK = re.compile(
    rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    rf"(?:{DASH}(?P<hour2>[01]?\d|2[0-4]):(?P<minute2>[0-5]\d))?(?:\s?(?:h|hrs|hours)\b)?(?![\d:])"
)
_HALF_ALONE = re.compile(rf"(?<=[a-z] ){_HALF}(?=\W|$)")


def _twelve(found: re.Match[str]) -> Said:
    first = _hour_and_minute(found["hour"], found["minute"])
    if found["hour2"]:
        first += f" to {_hour_and_minute(found['hour2'], found['minute2'])}"
    return Said(f"{first} {_half(found)}")


def _half(found: re.Match[str]) -> str:
    half = found["half"]
    return letters(half) + ("." if half.endswith(".") and ends_sentence(found) else "")


def _hour_and_minute(hour: str, minute: str | None) -> str:
    if not minute or minute == "00":
        return cardinal(int(hour))
    return f"{cardinal(int(hour))} {_minute(minute)}"


def _minute(minute: str) -> str:
    return f"oh {cardinal(int(minute))}" if minute[0] == "0" else cardinal(int(minute))


def _clock(found: re.Match[str]) -> Said:
    spoken = _on_the_clock(found["hour"], found["minute"])
    if found["second"]:
        spoken += f" and {cardinal(int(found['second']))} seconds"
    if found["hour2"]:
        spoken += f" to {_on_the_clock(found['hour2'], found['minute2'])}"
    return Said(spoken)


def _on_the_clock(hour: str, minute: str) -> str:
    number = int(hour)
    if minute != "00":
        return f"{cardinal(number)} {_minute(minute)}"
    if number % 24 == 0:
        return "midnight"
    return f"{cardinal(number)} o’clock" if number <= 12 else f"{cardinal(number)} hundred hours"


def _half_alone(found: re.Match[str]) -> Said | None:
    written = found["half"]
    return Said(_half(found)) if "." in written else None


twelve_hours = edits_by(_TWELVE, _twelve)
clock = edits_by(_CLOCK, _clock)
halves = edits_by(_HALF_ALONE, _half_alone)
