"""Who is named at the end of some words: the longest name of the lists in `people/` that they end in."""

from typing import NamedTuple

from hakawati.spelling.arabic.honorifics_lost.formulas import Honour, Number
from hakawati.spelling.arabic.honorifics_lost.people import (
    companion_women,
    companions,
    others,
    prophets,
    the_prophet,
)
from hakawati.spelling.arabic.honorifics_lost.roster import Person, Sure, people
from hakawati.spelling.arabic.honorifics_lost.spelled_alike import alike, inside_name, name_words, unjoined

LONGEST_NAME = 8
"""Words."""

_TAKING_NO_TANWIN = {"عمرا", "عثمانا"}
"""«عمرا» is the accusative of عمرو."""


def _alike(names: frozenset[str]) -> frozenset[str]:
    return frozenset(" ".join(map(alike, name.split())) for name in names)


_SON_OF = _alike(others.SON_OF)
_GIVEN_NAMES = _alike(others.GIVEN_NAMES)
_BEFORE_STRANGERS = _alike(others.BEFORE_OTHERS) | _GIVEN_NAMES
_IN_CHAINS = _alike(others.IN_CHAINS)
_APOSTLES = _alike(the_prophet.APOSTLES)
_PROPHETS = _alike(prophets.PROPHETS)
_PROPHETS_TITLES = _alike(prophets.TITLES)
_MENS_TITLES = _alike(companions.HONOURING)
_WOMENS_TITLES = _alike(companion_women.HONOURING)
_EPITHETS = frozenset(part for name in the_prophet.EPITHETS for part in name_words(name.split()))


class Named(NamedTuple):
    """A person named by the last `length` words; `joined` are the letters before the first that are not part of it."""

    person: Person
    length: int
    joined: str


def named(words: list[str]) -> Named | None:
    """Whom `words`, made alike by `name_words`, end in; None for nobody of the lists, or where it may be another."""
    for length in range(min(len(words), LONGEST_NAME), 0, -1):
        for joined, first in unjoined(words[-length]):
            person = _person(first, inside_name(words[len(words) - length + 1 :]))
            if person:
                found = Named(person, length, joined)
                return _meant(found, words[:-length])
    return None


def number_of(found: Named, words: list[str]) -> Number:
    """The number of all who are named in one: «أبو بكر وعمر», «إبراهيم وإسماعيل»."""
    together = [found.person.number]
    while found.joined == "و":
        words = words[: -found.length]
        earlier = named(words)
        if earlier is None or earlier.person.honour is not found.person.honour:
            break
        together.append(earlier.person.number)
        found = earlier
    return _counted(together)


def _counted(together: list[Number]) -> Number:
    if len(together) == 1:
        return together[0]
    if set(together) == {Number.SHE} and len(together) > 2:
        return Number.WOMEN
    return Number.TWO if len(together) == 2 and set(together) <= {Number.HE, Number.SHE} else Number.THEY


def _person(first: str, rest: list[str]) -> Person | None:
    """The person called by exactly these words, or the Prophet by a title and epithets behind it."""
    table = people()
    whole = table.get(" ".join([first, *rest]))
    if whole or not rest:
        return whole or (table.get(first[:-1]) if _has_tanwin(first) else None)
    for length in range(len(rest), 0, -1):
        title = table.get(" ".join([first, *rest[: length - 1]]))
        if title and title.honour is Honour.BLESSING and title.sure is Sure.ALWAYS:
            return title if set(rest[length - 1 :]) <= _EPITHETS else None
    return None


def _has_tanwin(word: str) -> bool:
    """«عليا», «بلالا»: the accusative of a single name."""
    return word.endswith("ا") and len(word) > 3 and word not in _TAKING_NO_TANWIN


def _meant(found: Named, before: list[str]) -> Named | None:
    """`found` if the words before it leave no doubt that it is he."""
    last = before[-1] if before and not found.joined.lstrip("وف") else ""
    person = found.person
    if person.honour is Honour.BLESSING and person.sure is Sure.ALWAYS:
        return _titled_prophet(found, last)
    if not found.joined and (last in _SON_OF or _is_grandson(found, last)):
        return None
    if not found.joined and (titled := _with_title(found, before)):
        return titled
    if person.sure is Sure.ALWAYS and not (person.honour is Honour.PEACE and found.length == 1):
        return found
    narrator = person.honour is Honour.PEACE and last in _IN_CHAINS
    return None if narrator or (last in _BEFORE_STRANGERS and not found.joined) else found


def _is_grandson(found: Named, last: str) -> bool:
    """«محمد ابن عمر» is not Ibn Umar."""
    return found.person.name.startswith("ابن ") and last in _GIVEN_NAMES


def _titled_prophet(found: Named, last: str) -> Named | None:
    """«النبي», unless another bears the title («بولس الرسول») or it is said to his face («يا رسول الله»)."""
    if last == "يا" or (last in _APOSTLES and not found.joined):
        return None
    if last in _PROPHETS and found.length == 1 and not found.joined:
        return found._replace(person=Person(last, Honour.PEACE))
    return found


def _with_title(found: Named, before: list[str]) -> Named | None:
    """The name and the title before it as one, which leaves no doubt: «وسيدنا إسماعيل»."""
    titles = _titles(found.person.honour, found.person.number)
    for length in range(1, min(2, len(before)) + 1):
        for joined, first in unjoined(before[-length]):
            if " ".join([first, *before[len(before) - length + 1 :]]) in titles:
                sure = found.person._replace(sure=Sure.ALWAYS)
                return Named(sure, found.length + length, joined)
    return None


def _titles(honour: Honour, number: Number) -> frozenset[str]:
    if honour is Honour.PEACE:
        return _PROPHETS_TITLES
    if honour is Honour.PLEASURE:
        return _WOMENS_TITLES if number is Number.SHE else _MENS_TITLES
    return frozenset()
