"""All who are honoured, by name: the lists in `people/` as one table."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple

from hakawati.spelling.arabic.honorifics_lost.formulas import Honour, Number
from hakawati.spelling.arabic.honorifics_lost.people import (
    community,
    companion_women,
    companions,
    prophets,
    the_prophet,
)
from hakawati.spelling.arabic.honorifics_lost.spelled_alike import case_forms, name_words


class Sure(Enum):
    """What it takes for a name to mean whom the list says."""

    ALWAYS = 0
    AMONG_WITNESSES = 1
    """The neighbourhood speaks of his days."""
    WITH_TITLE = 2


class Person(NamedTuple):
    """One entry of the lists; `name` is alike (see `spelled_alike`)."""

    name: str
    honour: Honour
    number: Number = Number.HE
    sure: Sure = Sure.ALWAYS


@cache
def people() -> Mapping[str, Person]:
    """Everyone by each form of the name, in letters made alike."""
    everyone = (person for names, entry in _lists() for person in _entries(names, entry))
    return {form: person for person in everyone for form in case_forms(person.name)}


def _entries(names: Iterable[str], entry: Person) -> Iterator[Person]:
    return (entry._replace(name=" ".join(name_words(name.split()))) for name in sorted(names))


def _lists() -> Iterator[tuple[Iterable[str], Person]]:
    """All lists, the surer one last where a name stands in two."""
    pleased, peace, blessed = Honour.PLEASURE, Honour.PEACE, Honour.BLESSING
    yield prophets.PROPHETS, Person("", peace, sure=Sure.WITH_TITLE)
    yield companions.GIVEN, Person("", pleased, sure=Sure.AMONG_WITNESSES)
    yield companion_women.GIVEN, Person("", pleased, Number.SHE, Sure.AMONG_WITNESSES)
    yield companions.GROUPS, Person("", pleased, Number.THEY)
    yield companion_women.GROUPS, Person("", pleased, Number.WOMEN)
    yield companions.IN_FULL, Person("", pleased)
    yield companions.PAIRS, Person("", pleased, Number.TWO)
    yield companions.SONS_OF_COMPANIONS, Person("", pleased, Number.TWO)
    yield companion_women.IN_FULL, Person("", pleased, Number.SHE)
    yield companion_women.DAUGHTERS_OF_COMPANIONS, Person("", pleased, Number.TWO)
    yield prophets.KNOWN_BY_NAME | prophets.ANGELS, Person("", peace)
    yield prophets.WOMEN, Person("", peace, Number.SHE)
    yield prophets.ALL, Person("", peace, Number.THEY)
    yield community.PEACE, Person("", peace)
    yield community.PLEASURE, Person("", pleased)
    yield community.PLEASURE_WOMEN, Person("", pleased, Number.SHE)
    yield community.MERCY, Person("", Honour.MERCY)
    yield community.AID, Person("", Honour.AID)
    yield [the_prophet.GIVEN_NAME], Person("", blessed, sure=Sure.AMONG_WITNESSES)
    yield the_prophet.TITLES, Person("", blessed)
