"""Speech and hadith: what someone is said to say, in quotation marks, vowelled, or with neither."""

from collections.abc import Iterator, Sequence

from hakawati.model import Manner, Role
from hakawati.script.finders.announced_hadith import announced_hadith, is_sacred, told_in_hadith
from hakawati.script.finders.asides import without_asides
from hakawati.script.finders.continuation import behind_asides
from hakawati.script.finders.extents import THINGS, Talk, enclosed, extent, plain_extent
from hakawati.script.finders.focus import Moment, in_focus
from hakawati.script.finders.names import THE_PROPHET
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.finders.postposed import postposed
from hakawati.script.finders.pronouns import (
    Turn,
    addressed,
    called,
    god_acts,
    interlocutor,
    meant,
    meant_behind,
    means_someone,
)
from hakawati.script.finders.saying import Introduction, introductions
from hakawati.script.finders.stage import Stage
from hakawati.script.finders.tokens import tokens
from hakawati.script.finders.vowelled import vowelled_run
from hakawati.script.letters import folded

HADITH = Manner(role=Role.HADITH)

REMEMBERED = 200
"""Words of the paragraph before, in which someone may have come on stage."""


def speech(passage: Passage) -> Iterator[Found]:
    """`hadith` where the Prophet speaks, else `speech` with the speaker's name where it is certain."""
    if passage.language != "ar":
        return
    talk = read_as_talk(passage.text)
    found = [*_from_before(passage), *_introduced(talk, set_stage(passage.before)), *_announced(talk), *_with_verb_behind(talk)]
    ended = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= ended:
            ended = one.end
            for start, end in without_asides(passage.text, one.start, one.end):
                yield Found(start, end, one.manner)


def read_as_talk(text: str) -> Talk:
    barriers = frozenset(one.clause for one in introductions(text) if one.colon or one.kind == "saying")
    return Talk(text, tokens(text), barriers)


def _manner(speaker: str | None) -> Manner:
    return HADITH if speaker == THE_PROPHET else Manner(role=Role.SPEECH, speaker=speaker)


def set_stage(before: str) -> Stage:
    """The stage as the paragraph before leaves it; the numbers of its words are negative."""
    stage = Stage()
    words = tokens(before)
    stage.tell(words, max(0, len(words) - REMEMBERED), len(words), shift=-len(words))
    return stage


def _introduced(talk: Talk, stage: Stage) -> Iterator[Found]:
    turn: Turn | None = None
    ended = told = 0
    outer: Introduction | None = None
    all_of_them = introductions(talk.text)
    for number, introduction in enumerate(all_of_them):
        if introduction.end < ended:
            continue
        if introduction.by_god and not _in_hadith(talk, introduction, outer):
            continue
        if not introduction.of and god_acts(talk.words, introduction.verb):
            continue
        in_dialogue = turn is not None and introduction.verb - turn.end <= 1
        found = extent(talk, introduction, in_dialogue=in_dialogue)
        outer = introduction
        if found:
            ended = found[1]
            behind = _word_at(talk, introduction.first, ended)
            stage.tell(talk.words, told, introduction.first)
            calling = _called_next(talk, all_of_them[number + 1 : number + 2], behind)
            speaker = _speaker(talk, Moment(talk.words, introduction, turn, behind, calling), stage)
            yield Found(*found, _manner(speaker))
            turn = _turn(talk, introduction, turn, behind, speaker)
            told = turn.end
            for name in filter(None, (turn.speaker, turn.addressed)):
                stage.name(name, introduction.verb)


def _turn(talk: Talk, introduction: Introduction, turn: Turn | None, behind: int, speaker: str | None) -> Turn:
    to = addressed(talk.words, introduction, behind, turn) or interlocutor(talk.words, introduction, speaker)
    return Turn(speaker, to, behind_asides(talk.words, behind))


def _called_next(talk: Talk, following: Sequence[Introduction], behind: int) -> str | None:
    """Whom the speech calls that answers the one before `talk.words[behind]`."""
    for one in following:
        if 0 <= one.verb - behind <= 1 and talk.words[one.verb].plain == talk.words[one.verb].folded.removeprefix("ف"):
            end = next((at for at in range(one.first + 1, len(talk.words)) if talk.words[at].opens_sentence), one.first)
            names = called(talk.words, one.first, min(max(end, one.first + 3), len(talk.words)))
            return names[0].name if names else None
    return None


def _word_at(talk: Talk, first: int, offset: int) -> int:
    """The number of the first word, from `first` on, that begins behind the offset."""
    at = first
    while at < len(talk.words) and talk.words[at].start < offset:
        at += 1
    return at


def _speaker(talk: Talk, moment: Moment, stage: Stage) -> str | None:
    words, introduction, turn, behind = talk.words, moment.introduction, moment.turn, moment.behind
    if introduction.by_god or told_in_hadith(words, introduction.clause, introduction.first):
        return introduction.speaker or THE_PROPHET
    if introduction.of:
        return None if folded(introduction.of.split()[0]) in THINGS else introduction.of
    found = meant(words, introduction, turn, behind) or meant_behind(talk.text, words, behind)
    if found or not means_someone(words, introduction):
        return found
    return in_focus(moment, stage)


def _in_hadith(talk: Talk, introduction: Introduction, outer: Introduction | None) -> bool:
    """Whether a hadith tells what God says: «قال رسول الله: قال الله تعالى: …»."""
    if is_sacred(talk.words, introduction.verb, introduction.first):
        return True
    return bool(outer and outer.by_prophet and outer.first == introduction.clause)


def _announced(talk: Talk) -> Iterator[Found]:
    taken = {one.first for one in introductions(talk.text)}
    for one in announced_hadith(talk.text, talk.words):
        if one.first in taken or one.first in talk.barriers:
            continue
        found = enclosed(talk, one.end, one.first) or vowelled_run(talk.text, one.end)
        if not found and one.sure:
            found = plain_extent(talk, one.end, one.first)
        if found and len(talk.text[slice(*found)].split()) >= (2 if one.sure else 3):
            yield Found(*found, HADITH)


def _with_verb_behind(talk: Talk) -> Iterator[Found]:
    for one in postposed(talk.text, talk.words):
        yield Found(one.start, one.end, _manner(one.of))


def _from_before(passage: Passage) -> Iterator[Found]:
    """The paragraph before ended in an introduction: this one begins with the quotation."""
    if not passage.before.rstrip().endswith(":"):
        return
    before = tokens(passage.before)
    last = next((one for one in introductions(passage.before) if one.first == len(before)), None)
    talk = Talk(passage.text, tokens(passage.text), frozenset())
    found = enclosed(talk, 0, 0) or vowelled_run(passage.text, 0)
    if last and found and not last.by_god:
        yield Found(*found, _manner(last.of or meant(before, last, None, len(before))))
