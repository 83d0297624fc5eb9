"""Whom a bare «فقال:» means where its own sentence does not settle it: the one whom most signs point to."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from hakawati.script.finders import evidence
from hakawati.script.finders.address import Address, address
from hakawati.script.finders.names import THE_PROPHET, same_name
from hakawati.script.finders.persons import mentions
from hakawati.script.finders.pronouns import Turn, called, continues, is_female
from hakawati.script.finders.references import acts_unstated
from hakawati.script.finders.saying import Introduction
from hakawati.script.finders.stage import Figure, Stage
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import past
from hakawati.script.vocabulary import listed

_TEACHING = re.compile(
    r"(?:والذي نفسي بيده|الا |ان الله |انما|انه |ما من |من |لا ي|لا ت|ليس |المسلم|المؤمن|كل |كلكم|اذا |خير|احب |افضل"
    r"|ايما |لكل |ثلاث|يا معشر|يا ايها|اتقوا|اياكم|عليكم|مثل |لو |رب |طوبي|ويل )"
)

REPEATED = past("ردد كرر")
SPEAKER = listed("انا نحن")

COMPANIONS = listed("لاصحابه اصحابه صحابته لصحابته")

SOMEONES_PROPHET = listed("نبيهم نبيكم نبيها نبيه")
"""May be any."""


class Moment(NamedTuple):
    """An introduction whose speaker is sought, the speech before, its own up to `behind`, and whom its answer calls."""

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
    if not next(one.known for one in figures if one.name == weighed[0][1]):
        return None
    ahead = weighed[0][0] - weighed[1][0] if len(weighed) > 1 else evidence.CLEARLY_AHEAD
    return weighed[0][1] if ahead >= evidence.CLEARLY_AHEAD else None


def _called(moment: Moment, figure: Figure) -> bool:
    names = (one.name for one in called(moment.words, moment.introduction.first, moment.behind))
    return any(same_name(name, figure.name) for name in names)


def _named_in_speech(moment: Moment, figure: Figure) -> bool:
    words = moment.words[moment.introduction.first : moment.behind]
    if any(word.spelled == figure.name.split()[0] for word in words):
        return True
    named = mentions(moment.words, moment.introduction.first, moment.behind)
    return any(
        one.name and same_name(one.name, figure.name) and moment.words[one.start].folded not in SOMEONES_PROPHET
        for one in named
    )


def _weight(moment: Moment, figure: Figure, figures: Sequence[Figure]) -> int:
    return (
        _by_turn(moment, figure)
        + _by_deeds(moment, figure, figures)
        + _by_presence(moment, figure, figures)
        + (evidence.CALLED_IN_ANSWER if _is(moment.called_next, figure) else 0)
        + (evidence.NAMED_IN_SPEECH if _named_in_speech(moment, figure) else 0)
        + (_by_manner(moment) if figure.name == THE_PROPHET else 0)
    )


def _by_manner(moment: Moment) -> int:
    """How much what is said sounds like the Prophet's words."""
    words = moment.words[moment.introduction.first : moment.behind]
    teaches = _TEACHING.match(" ".join(word.folded for word in words[:6])) is not None
    calls = bool(called(moment.words, moment.introduction.first, moment.behind))
    return (
        evidence.TEACHES * teaches
        + evidence.CALLS_A_COMPANION * calls
        + evidence.TO_COMPANIONS * _to_companions(moment)
    )


def _to_companions(moment: Moment) -> bool:
    """«قال لأصحابه», «فسأل أصحابه»."""
    return any(
        word.folded in COMPANIONS for word in moment.words[moment.introduction.verb + 1 : moment.introduction.first]
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
    if _same_acts(moment, turn):
        return evidence.THEN * spoke
    return evidence.WAS_SPOKEN_TO * heard + evidence.SPOKE_BEFORE * spoke


def _same_acts(moment: Moment, turn: Turn) -> bool:
    """Whether he who spoke does what is told next: «ثم قام», «ودخل على قوم», and behind «أنا لها» also «فانطلق».

    Behind «فردد» and «فكرر» too he speaks again: the other has asked once more.
    """
    words, end = moment.words, moment.introduction.verb
    if words[turn.end].folded == "ثم" or (words[turn.end].among(REPEATED) and words[turn.end].folded.startswith("ف")):
        return True
    if not acts_unstated(words, turn.end, end, {one.start: one for one in mentions(words, turn.end, end)}):
        return False
    if words[turn.end].folded.startswith("و"):
        return words[turn.end].opens_sentence
    shown = address(words, turn.begin, turn.end)
    offers = words[turn.begin].folded in SPEAKER or (Address.ME in shown and Address.ONE not in shown)
    return words[turn.end].folded.startswith("ف") and offers


def _by_deeds(moment: Moment, figure: Figure, figures: Sequence[Figure]) -> int:
    if figure.asked >= moment.since and not _asker_speaks(moment, figure, figures):
        return evidence.ASKED
    if figure.did >= moment.since and figure.did == max(one.did for one in figures):
        return evidence.DID_THE_LAST_THING
    return evidence.WAS_MET if figure.met >= moment.since else 0


def _asker_speaks(moment: Moment, figure: Figure, figures: Sequence[Figure]) -> bool:
    """«جاء رجل إلى النبي يسأله فقال: أي العمل أفضل؟»: the question is said by him who came."""
    words, first = moment.words, moment.introduction.first
    end = next((at for at in range(first + 1, len(words)) if words[at].opens_sentence), len(words))
    came = any(moment.since <= one.did < figure.asked for one in figures if one is not figure)
    return came and end < len(words) and "؟" in words[end].gap


def _by_presence(moment: Moment, figure: Figure, figures: Sequence[Figure]) -> int:
    verb = moment.words[moment.introduction.verb : moment.introduction.first]
    blessed = figure.name == THE_PROPHET and any(word.blessed == "prophet" for word in verb)
    others = [one.times for one in figures if one is not figure and one.seen >= 0]
    oftenest = figure.times > max(others, default=0)
    away = moment.introduction.verb - figure.seen
    near = evidence.NEAR if away <= evidence.NEAR_WORDS else 0
    far = evidence.FAR if away > evidence.FAR_WORDS or figure.seen < 0 else 0
    alone = evidence.ALONE if len(figures) == 1 else 0
    last = figure.met < moment.since <= figure.seen == max(one.seen for one in figures)
    return (
        near
        + far
        + alone
        + evidence.LAST_NAMED * last
        + evidence.BLESSED_VERB * blessed
        + evidence.OFTENEST_NAMED * oftenest
    )


def hearer(moment: Moment, stage: Stage, speaker: str | None) -> str | None:
    """To whom the speech of `speaker` is said where neither it nor its introduction tells.

    In a dialogue the one who spoke before; else who did the last thing, or who alone is there beside the speaker.
    """
    turn = moment.turn
    if turn and speaker and _same(speaker, turn.speaker):
        return turn.addressed
    if turn and (moment.adjoins or speaker is None or _same(speaker, turn.addressed)):
        return turn.speaker
    here = [one for one in stage.figures if one.seen >= 0 or one.name == stage.awaits]
    others = [one for one in here if one.name and not _same(speaker, one.name)]
    if _to_one(moment):
        others = [one for one in others if one.female == _to_her(moment)]
        acting = [one for one in others if one.did >= moment.since]
        if acting:
            return max(acting, key=lambda one: one.did).name
    return _alone(others) or stage.awaits


def to_many(moment: Moment) -> bool:
    """«فخرج إليهم فقال: أتدرون …»: what is said speaks to several, and nobody is called or spoken to before."""
    shown = address(moment.words, moment.introduction.first, moment.behind)
    return not moment.adjoins and Address.MANY in shown and Address.ONE not in shown


def _alone(figures: Sequence[Figure]) -> str | None:
    """The only one of them, or the only man, or the only man whom this paragraph names."""
    men = [one for one in figures if not one.female]
    for some in (figures, men, [one for one in men if one.seen >= 0]):
        if len(some) == 1:
            return some[0].name
    return None


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and same_name(one, other)


def _to_one(moment: Moment) -> bool:
    """«قال له», «فأجابها», «فقيل له»."""
    return any(_to_him(word) for word in moment.words[moment.introduction.verb : moment.introduction.first])


def _to_her(moment: Moment) -> bool:
    words = moment.words[moment.introduction.verb : moment.introduction.first]
    return any(word.spelled == "لها" or word.folded.endswith(("لتها", "ابها", "الها")) for word in words)


def _to_him(word: Token) -> bool:
    return word.spelled in {"له", "لها"} or word.folded.endswith(
        ("اله", "الها", "ابه", "ابها", "الته", "التها", "الوه")
    )
