"""Speech and hadith: what someone is said to say, in quotation marks, vowelled, or with neither."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from hakawati.model import Manner, Role
from hakawati.script.finders.announced_hadith import announced_hadith, is_sacred, told_in_hadith
from hakawati.script.finders.asides import without_asides
from hakawati.script.finders.continuation import behind_asides
from hakawati.script.finders.extents import THINGS, Talk, enclosed, extent, plain_extent
from hakawati.script.finders.focus import Moment, hearer, in_focus, to_many
from hakawati.script.finders.names import THE_PROPHET, same_name
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.finders.persons import mentions
from hakawati.script.finders.postposed import postposed
from hakawati.script.finders.pronouns import (
    Turn,
    addressed,
    called,
    god_acts,
    interlocutor,
    is_female,
    means_someone,
    meant,
    meant_behind,
)
from hakawati.script.finders.quotes import quotations
from hakawati.script.finders.saying import Introduction, introductions
from hakawati.script.finders.stage import Stage
from hakawati.script.finders.tokens import Token, tokens
from hakawati.script.finders.turns import turns
from hakawati.script.finders.vowelled import vowelled_run
from hakawati.script.hadith.known import known
from hakawati.script.letters import folded

HADITH = Manner(role=Role.HADITH)

MUHAMMAD = "محمد"
"""Alone, in a text of his time, the Prophet; else any man of that name."""

_ERA = re.compile(
    r"\b(?:لاصحابه|اصحابه|صحابته|الصحابة|قريش|قريشا|الانصار|المهاجرون|المهاجرين|المشركون|المشركين|الوحي|النبوة|الرسالة|بعثته)\b"
)
"""Words of his time, in folded letters."""

LEAST_KNOWN = 4
"""Words of a hadith in a quotation that nothing announces."""

RECOGNISED_WITHIN = 600
"""Characters of a speech by which it is recognised."""


def speech(passage: Passage) -> Iterator[Found]:
    """`hadith` where the Prophet speaks, else `speech` with the speaker's name where it is certain."""
    if passage.language != "ar":
        return
    talk = read_as_talk(passage.text)
    in_lines = (Found(one.start, one.end, _manner(one.of)) for one in turns(passage))
    found = [
        *in_lines,
        *_from_before(passage),
        *_introduced(talk, set_stage(passage.before)),
        *_announced(talk),
        *_with_verb_behind(talk),
        *_well_known(passage.text),
    ]
    ended = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= ended:
            ended = one.end
            for start, end in without_asides(passage.text, one.start, one.end):
                yield Found(start, end, one.manner)


def read_as_talk(text: str) -> Talk:
    words = tokens(text)
    starting = [one for one in introductions(text) if one.colon or one.kind == "saying"]
    barriers = {one.clause for one in starting} | {_own_begin(words, one) for one in starting}
    return Talk(text, words, frozenset(barriers))


def _own_begin(words: Sequence[Token], introduction: Introduction) -> int:
    """The verb itself, or «ثم» before it: no mark need part it from a speech before («قالوا بلى قال:»)."""
    verb = introduction.verb
    return verb - 1 if verb and words[verb - 1].folded == "ثم" else verb


def _manner(speaker: str | None) -> Manner:
    return HADITH if speaker == THE_PROPHET else Manner(role=Role.SPEECH, speaker=speaker)


def set_stage(before: str) -> Stage:
    """The stage as the paragraph before leaves it; the numbers of its words are negative."""
    stage = Stage()
    talk = read_as_talk(before)
    deque(_introduced(talk, stage), maxlen=0)
    stage.next_paragraph(len(talk.words))
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
            stage.tell(talk.words, told, introduction.verb)
            calling = _called_next(talk, all_of_them[number + 1 : number + 2], behind)
            moment = Moment(talk.words, introduction, turn, behind, _in_his_time(calling, stage))
            speaker = _speaker(talk, moment, stage)
            yield Found(*found, _manner(speaker))
            stage.tell(talk.words, introduction.verb, introduction.first)
            turn = _turn(talk, moment, stage, speaker)
            told = turn.end
            _take_turn(talk, stage, turn, introduction)
    stage.tell(talk.words, told, len(talk.words))


def _take_turn(talk: Talk, stage: Stage, turn: Turn, introduction: Introduction) -> None:
    if turn.speaker and not introduction.of and introduction.kind != "noun":
        stage.speaks(turn.speaker, introduction.verb)
    elif turn.speaker:
        stage.name(turn.speaker, introduction.verb)
    if turn.addressed:
        stage.name(turn.addressed, introduction.verb)
    if turn.speaker and stage.topic and stage.topic not in {turn.speaker, turn.addressed}:
        named = mentions(talk.words, introduction.first, turn.end)
        if any(one.name and same_name(one.name, stage.topic) for one in named):
            stage.bears_witness(turn.speaker)


def _turn(talk: Talk, moment: Moment, stage: Stage, speaker: str | None) -> Turn:
    words, introduction = moment.words, moment.introduction
    to = addressed(words, introduction, moment.behind, moment.turn)
    if not to and not to_many(moment):
        to = interlocutor(words, introduction, speaker, moment.since) or hearer(moment, stage, speaker)
    return Turn(speaker, _in_his_time(to, stage), behind_asides(talk.words, moment.behind), introduction.first)


def _in_his_time(name: str | None, stage: Stage) -> str | None:
    """Whom «محمد» means where the Prophet is on the stage."""
    return THE_PROPHET if name == MUHAMMAD and any(one.name == THE_PROPHET for one in stage.figures) else name


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
    words, introduction = talk.words, moment.introduction
    if introduction.by_god or told_in_hadith(words, introduction.clause, introduction.first):
        return introduction.speaker or THE_PROPHET
    if introduction.of == MUHAMMAD and _ERA.search(folded(talk.text)):
        return THE_PROPHET
    if introduction.of:
        return None if folded(introduction.of.split()[0]) in THINGS else introduction.of
    return _left_open(talk, moment, stage)


def _left_open(talk: Talk, moment: Moment, stage: Stage) -> str | None:
    """Who speaks where no name says so: by the answer, by the words themselves, by the sentence, by the passage."""
    words, introduction = talk.words, moment.introduction
    if _called_back(moment):
        return moment.called_next
    if not is_female(words, introduction) and known(talk.text[introduction.end : introduction.end + RECOGNISED_WITHIN]):
        return THE_PROPHET
    found = meant(words, introduction, moment.turn, moment.behind) or meant_behind(talk.text, words, moment.behind)
    if found or not means_someone(words, introduction):
        return found
    return in_focus(moment, stage)


def _called_back(moment: Moment) -> bool:
    """«قال: ما يبكيك؟ قال: يا رسول الله …»: whom the answer calls has asked."""
    words, introduction = moment.words, moment.introduction
    if moment.called_next != THE_PROPHET or not means_someone(words, introduction) or is_female(words, introduction):
        return False
    return all(one.name != THE_PROPHET for one in called(words, introduction.first, moment.behind))


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


def _well_known(text: str) -> Iterator[Found]:
    """Quotations of a hadith that everyone knows need no announcement."""
    for start, end in quotations(text):
        if known(text[start:end]) >= LEAST_KNOWN:
            yield Found(start, end, HADITH)


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
