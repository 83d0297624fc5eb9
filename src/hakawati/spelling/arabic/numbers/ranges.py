"""Ranges: from one number to another."""

from collections.abc import Callable

from hakawati.spelling.arabic.grammar import Case
from hakawati.spelling.arabic.numbers.place import Place
from hakawati.spelling.arabic.numbers.said import from_

DASH = r"[ ]?[-–—−][ ]?"
"""A dash between two numbers, as a part of a pattern."""

UP_TO = "إِلَى"
Said = Callable[[Case], str]


def said_range(place: Place, first: Said, last: Said) -> str:
    """«من» … «إلى», both in the genitive; behind a preposition without «من», behind «بين» with «و»."""
    one, other = first(Case.GENITIVE), last(Case.GENITIVE)
    if place.word == "بين":
        return place.said(f"{one} وَ{other}")
    if place.governed:
        return place.said(f"{one} {UP_TO} {other}")
    return f"{place.clitics}{from_(one)} {UP_TO} {other}"
