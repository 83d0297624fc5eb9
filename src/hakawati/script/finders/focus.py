"""Whom a bare «فقال:» means where the grammar of its own sentence does not settle it: the one whom most signs point to."""

from collections.abc import Sequence
from typing import NamedTuple

from hakawati.script.finders import evidence
from hakawati.script.finders.names import THE_PROPHET, same_name
from hakawati.script.finders.pronouns import Turn, called, continues, is_female
from hakawati.script.finders.saying import Introduction
from hakawati.script.finders.stage import Figure, Stage
from hakawati.script.finders.tokens import Token


class Moment(NamedTuple):
    """An introduction whose speaker is sought: what was said before it, in it (to `behind`) and called in its answer."""

    words: Sequence[Token]
    introduction: Introduction
    turn: Turn | None
    behind: int
    called_next: str | None

    @property
    def since(self) -> int:
        """The number of the first word behind the speech before."""
        return self.turn.end if self.turn else 0

    @property
    def adjoins(self) -> bool:
        """Whether nothing is told between the speech before and this one's verb."""
        return self.turn is not None and self.introduction.verb - self.turn.end <= 1


def in_focus(moment: Moment, stage: Stage) -> str | None:
    """The figure with enough evidence, clearly ahead of the next; None where nobody is."""
    female = is_female(moment.words, moment.introduction)
    figures = [one for one in stage.figures if one.female == female and one.name and not _called(moment, one)]
    weighed = sorted(((_weight(moment, one, figures), one.name) for one in figures), reverse=True)
    if not weighed or weighed[0][0] < evidence.ENOUGH:
        return None
    ahead = weighed[0][0] - weighed[1][0] if len(weighed) > 1 else evidence.CLEARLY_AHEAD
    return weighed[0][1] if ahead >= evidence.CLEARLY_AHEAD else None


def _called(moment: Moment, figure: Figure) -> bool:
    names = (one.name for one in called(moment.words, moment.introduction.first, moment.behind))
    return any(same_name(name, figure.name) for name in names)


def _weight(moment: Moment, figure: Figure, figures: Sequence[Figure]) -> int:
    return (
        _by_turn(moment, figure)
        + _by_deeds(moment, figure, figures)
        + _by_presence(moment, figure, figures)
        + (evidence.CALLED_IN_ANSWER if _is(moment.called_next, figure) else 0)
    )


def _is(name: str | None, figure: Figure) -> bool:
    return name is not None and same_name(name, figure.name)


def _by_turn(moment: Moment, figure: Figure) -> int:
    turn = moment.turn
    if turn is None:
        return 0
    spoke, heard = _is(turn.speaker, figure), _is(turn.addressed, figure)
    if moment.adjoins:
        on = continues(moment.words, moment.introduction, turn)
        return (evidence.GOES_ON if on else evidence.SPOKE_LAST) * spoke + evidence.ANSWERS * (heard and not on)
    if moment.words[turn.end].folded == "ثم":
        return evidence.THEN * spoke
    return evidence.WAS_SPOKEN_TO * heard + evidence.SPOKE_BEFORE * spoke


def _by_deeds(moment: Moment, figure: Figure, figures: Sequence[Figure]) -> int:
    if figure.asked >= moment.since:
        return evidence.ASKED
    if figure.did >= moment.since and figure.did == max(one.did for one in figures):
        return evidence.DID_THE_LAST_THING
    return evidence.WAS_MET if figure.met >= moment.since else 0


def _by_presence(moment: Moment, figure: Figure, figures: Sequence[Figure]) -> int:
    verb = moment.words[moment.introduction.verb : moment.introduction.first]
    blessed = figure.name == THE_PROPHET and any(word.blessed == "prophet" for word in verb)
    oftenest = figure.times > max((one.times for one in figures if one is not figure), default=0)
    away = moment.introduction.verb - figure.seen
    near = evidence.NEAR if away <= evidence.NEAR_WORDS else 0
    far = evidence.FAR if away > evidence.FAR_WORDS or figure.seen < 0 else 0
    alone = evidence.ALONE if len(figures) == 1 else 0
    return near + far + alone + evidence.BLESSED_VERB * blessed + evidence.OFTENEST_NAMED * oftenest
