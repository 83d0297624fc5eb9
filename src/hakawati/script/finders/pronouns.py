"""Whom «he said» means, where the sentence or the one before makes it certain."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from hakawati.script.finders.names import NOT_NAMES, THE_PROPHET, TO_SOMEONE, same_name
from hakawati.script.finders.persons import BELONGING, DOING, Mention, mentions, who
from hakawati.script.finders.saying import Introduction
from hakawati.script.finders.saying_verbs import FIRST_PERSON, SAME_GOES_ON, says
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import ADVERBIAL, ASKED, WERE_ASKED
from hakawati.script.vocabulary import listed

LONGEST_STATE = 8
"""Words between someone and what he is in the midst of («رجل من الأنصار وهو يعظ …»)."""

LONGEST_SENTENCE = 120
"""Words that are searched for who is meant."""

KIN_CALLED = listed(
    "ابت ابي امي بني ابني بنتي اخي اختي عم عمي رب ربي رجل هذا قوم ناس ولد ولدي سيدي شيخ استاذ اماه ابتاه صاحبي"
)
"""Behind «يا»: who is called is not named so."""

PASSIVE = listed("قيل يقال سئل سئلت سئلوا")
_NOBODY_TOLD_OF = FIRST_PERSON | PASSIVE
_ASKED_BY = ASKED | FIRST_PERSON
"""Verbs with an object that is asked, the narrator's own too."""
TOWARDS = listed("الي علي")
FIRST_ASKING = listed("سالت سالنا سالوا سالته")
AGAIN = listed("ايضا كذلك")
HIS_WORDS = listed(
    "قوله بقوله لقوله كلامه بكلامه وصيته خطبته حديثه جوابه رده كلمته نصيحته رسالته دعوته عبارته نداؤه ندائه مقولته"
)
UNKNOWN = listed("رجلا اعرابيا رجلان رجالا قوما غلاما شابا شيخا")
"""Someone not told of before, who may speak next."""
THIS = listed("هذا هذه")
WHEN = listed("حين لما فلما عندما اذ حينما")
"""«علمه حين سأله»: another asks than he who did it."""
_LOST_SIGN = re.compile(r"(?:النبي|رسول الله|الرسول)  ")
_MANY = re.compile("و(?:ا|ن|ه|ها|هم|ني|نه|نها|نهم)$")
"""Ends a verb of several who speak."""
_PROPHETS_TITLES = listed("رسول نبي")


class Turn(NamedTuple):
    """The speech before: who spoke and to whom, as far as that is known.

    `begin` is the number of its first word, `end` that of the word behind it.
    """

    speaker: str | None
    addressed: str | None
    end: int
    begin: int = 0


class Scene(NamedTuple):
    """Who did the last thing told, to whom, and who of the two was asked something."""

    subject: Mention | None = None
    other: Mention | None = None
    asked: Mention | None = None
    asks: bool = False
    doubtful: bool = False


def meant(words: Sequence[Token], introduction: Introduction, turn: Turn | None, text_end: int) -> str | None:
    """The speaker of an introduction that names none; None where that is not certain.

    `text_end` is the number of the word behind the speech: it must not call the speaker by his own name.
    """
    if not means_someone(words, introduction):
        return None
    found = (
        _in_turn(words, introduction, turn)
        or _in_state(words, introduction)
        or _in_scene(words, introduction, turn, text_end)
    )
    named = [*called(words, introduction.first, text_end), *mentions(words, introduction.first, text_end)]
    return None if found and any(same_name(found, one.name) for one in named if one.name) else found


def means_someone(words: Sequence[Token], introduction: Introduction) -> bool:
    """Whether the verb's pronoun stands for a single one told of: not «قلت», «قيل», «قالوا», «قال بعض الناس»."""
    verb = words[introduction.verb]
    following = words[introduction.verb + 1] if introduction.verb + 1 < introduction.first else None
    if following and following.folded in BELONGING:
        return False
    if verb.plain in _NOBODY_TOLD_OF or _MANY.search(verb.plain):
        return False
    if introduction.kind == "noun" and not verb.among(HIS_WORDS):
        return False
    return not (_someone_is_heard(words, introduction.verb) or _a_stranger_is_met(words, introduction))


def meant_behind(text: str, words: Sequence[Token], behind: int) -> str | None:
    """«وبقوله ﷺ هذا»: what follows the speech tells whose it was. The sign of blessing may have left a gap only."""
    if behind + 1 >= len(words) or words[behind].plain not in HIS_WORDS or words[behind + 1].folded not in THIS:
        return None
    lost = words[behind + 1].gap == "  " and _LOST_SIGN.search(text) is not None
    return THE_PROPHET if words[behind].blessed == "prophet" or lost else None


def addressed(words: Sequence[Token], introduction: Introduction, end: int, turn: Turn | None) -> str | None:
    """To whom the speech is said: who is called in it, or named with «لـ», or spoke before."""
    named = next(iter(called(words, introduction.first, end)), None)
    if named:
        return named.name
    if not introduction.by_prophet and _to_prophet(words, introduction):
        return THE_PROPHET
    to = next(
        (one for one in mentions(words, introduction.verb + 1, introduction.first) if not one.acts and not one.suffers),
        None,
    )
    if to and words[to.start].folded.startswith("ل"):
        return to.name
    asked = _asked(words, introduction)
    if asked:
        return asked
    return turn.speaker if turn and introduction.clause <= turn.end else None


def _to_prophet(words: Sequence[Token], introduction: Introduction) -> bool:
    """«فقالوا له ﷺ:», «فقال لرسول الله:», not «فقال أصحاب رسول الله:»."""
    places = range(introduction.verb + 1, introduction.first)
    if any(words[at].blessed == "prophet" and words[at].spelled in TO_SOMEONE for at in places):
        return True
    named = [one for one in mentions(words, introduction.verb + 1, introduction.first) if one.name == THE_PROPHET]
    return any(words[one.start - 1].plain not in BELONGING for one in named)


def _asked(words: Sequence[Token], introduction: Introduction) -> str | None:
    """«سأل عمر النبي:», «سألت النبي:», «فسأل النبي عمر:»: the other name behind a verb that has an object."""
    if not words[introduction.verb].among(_ASKED_BY):
        return None
    named = mentions(words, introduction.verb + 1, introduction.first)
    return next((one.name for one in named if not introduction.of or not same_name(one.name, introduction.of)), None)


def interlocutor(words: Sequence[Token], introduction: Introduction, speaker: str | None, since: int) -> str | None:
    """The only other one in the sentence that introduces the speech, from the word numbered `since` on."""
    if speaker is None:
        return None
    start = max(since, _sentence_begin(words, introduction.verb))
    scene = _scene(words, start, introduction.verb, Scene())
    others = {one.name for one in (scene.subject, scene.other, scene.asked) if one and one.name != speaker}
    return others.pop() if len(others) == 1 else None


def god_acts(words: Sequence[Token], verb: int) -> bool:
    """«وقد أمرنا الله بكذا فقال:»: what He says is Qur'an, or nobody's certain words."""
    for at in range(verb - 1, _sentence_begin(words, verb), -1):
        before = words[at - 1].folded
        if words[at].folded == "الله" and (words[at - 1].among(DOING) or before.endswith("نا")):
            return not before.endswith("وا")
        if (one := next(mentions(words, at, min(at + 2, verb)), None)) and (one.acts or one.suffers):
            return False
    return False


def called(words: Sequence[Token], start: int, end: int) -> list[Mention]:
    """Whom a speech calls («يا رسول الله»)."""
    found: list[Mention] = []
    for at in range(start, min(end, start + LONGEST_SENTENCE)):
        if words[at].plain in {"انت", "اانت"} and at + 1 < end:
            found += [one for one in mentions(words, at + 1, min(end, at + 4)) if one.start == at + 1]
        if words[at].plain == "يا" and at + 1 < end:
            name = who([word.spelled for word in words[at + 1 : min(end, at + 5)]])
            if words[at + 1].plain in _PROPHETS_TITLES:
                name = THE_PROPHET
            if name and words[at + 1].folded not in KIN_CALLED:
                found.append(Mention(at + 1, at + 2, name, female=False, acts=False, suffers=False))
    return found


def _someone_is_heard(words: Sequence[Token], verb: int) -> bool:
    """«سمع رجلا يقول»: who speaks is the one heard."""
    before = words[verb - 1].spelled if verb else ""
    return words[verb].folded[:1] in {"ي", "ت"} and len(before) > 3 and before.endswith("ا")


def _in_turn(words: Sequence[Token], introduction: Introduction, turn: Turn | None) -> str | None:
    """In a dialogue the other speaks next, unless the same goes on («ثم قال», «وقال», «وأضاف»)."""
    if turn is None or introduction.verb - turn.end > 1:
        return None
    if introduction.verb > turn.end and words[introduction.verb - 1].folded != "ثم":
        return None
    if continues(words, introduction, turn):
        return turn.speaker
    return None if is_female(words, introduction) else turn.addressed


def continues(words: Sequence[Token], introduction: Introduction, turn: Turn) -> bool:
    """Whether the verb right behind a speech says that the same one speaks on: «ثم قال», «وقال أيضا», «وأضاف»."""
    verb = words[introduction.verb]
    joined = verb.folded[: len(verb.folded) - len(verb.plain)]
    then = introduction.verb > turn.end and words[introduction.verb - 1].folded == "ثم"
    again = introduction.verb + 1 < introduction.first and words[introduction.verb + 1].folded in AGAIN
    return then or again or joined == "و" or says(verb.folded, SAME_GOES_ON)


def _in_state(words: Sequence[Token], introduction: Introduction) -> str | None:
    """«مر برجل وهو يعظ أخاه يقول له:»: whom the state is told of, who is named right before it."""
    at = _state(words, introduction)
    if at is None:
        return None
    named = [one for one in mentions(words, max(0, at - LONGEST_STATE), at) if not one.female]
    return named[-1].name or None if named else None


def _state(words: Sequence[Token], introduction: Introduction) -> int | None:
    """The number of the «وهو» before a present verb of which «يقول» is the continuation."""
    if not words[introduction.verb].folded.startswith("ي"):
        return None
    places = range(introduction.verb - 2, _sentence_begin(words, introduction.verb), -1)
    return next((at for at in places if words[at].folded == "وهو" and words[at + 1].folded.startswith("ي")), None)


def _a_stranger_is_met(words: Sequence[Token], introduction: Introduction) -> bool:
    """«مر النبي بشيخ وهو يعاتب ولده، يقول:»: whose state it is no list knows."""
    at = _state(words, introduction)
    if at is None:
        return False
    named = [one for one in mentions(words, max(0, at - LONGEST_STATE), at) if not one.female]
    behind = words[named[-1].end : at] if named else ()
    return any(word.folded.startswith("ب") and word.spelled not in NOT_NAMES for word in behind)


def _in_scene(words: Sequence[Token], introduction: Introduction, turn: Turn | None, text_end: int) -> str | None:
    since = turn.end if turn else 0
    start = _sentence_begin(words, introduction.verb)
    scene = _scene(words, max(start, since), introduction.verb, Scene())
    if not scene.subject and start > since:
        earlier = max(since, _sentence_begin(words, start - 1))
        scene = _scene(words, earlier, introduction.verb, Scene())
    elif scene.asks and scene.asked is None and start > since:
        before = _scene(words, max(since, _sentence_begin(words, start - 1)), start, Scene())
        scene = scene._replace(asked=before.subject)
    if is_female(words, introduction):
        return _only_woman(words, max(start, since), introduction.verb)
    found = _speaks(words, scene, introduction, text_end)
    return None if not found or scene.doubtful or found.female else found.name


def _only_woman(words: Sequence[Token], start: int, end: int) -> str | None:
    """«دخل عمر على أخته فاطمة، فقالت:»"""
    names = {mention.name for mention in mentions(words, start, end) if mention.female}
    return names.pop() if len(names) == 1 else None


def _speaks(words: Sequence[Token], scene: Scene, introduction: Introduction, text_end: int) -> Mention | None:
    if not scene.asks:
        return scene.subject
    if any(word.spelled in {"له", "لها", "لهم"} for word in words[introduction.verb + 1 : introduction.first]):
        return scene.asked
    end = introduction.first + 1
    while end < text_end and not words[end].opens_sentence:
        end += 1
    question = end < len(words) and ("؟" in words[end].gap or "?" in words[end].gap)
    return scene.subject if question else scene.asked


def _sentence_begin(words: Sequence[Token], at: int) -> int:
    begin = at
    while begin > max(0, at - LONGEST_SENTENCE) and not words[begin].opens_sentence:
        begin -= 1
    return begin


def is_female(words: Sequence[Token], introduction: Introduction) -> bool:
    """«قالت», «تقول», «قولها»."""
    plain = words[introduction.verb].plain
    if introduction.kind == "noun":
        return plain.endswith("ها")
    return plain.startswith("ت") or plain.rstrip("هما").endswith("ت") or plain.endswith(("ة", "ولها"))


def _scene(words: Sequence[Token], start: int, end: int, scene: Scene) -> Scene:
    """What is told in `words[start:end]`, as far as persons are named."""
    named = {mention.start: mention for mention in mentions(words, start, end)}
    for at in range(start, end):
        word = words[at]
        if at in named:
            scene = _with_person(words, scene, named[at])
        elif word.among(ASKED):
            by_other = at + 1 in named or (at > 0 and words[at - 1].folded in WHEN)
            scene = _with_asking(scene, word, by_other=by_other)
        elif word.among(WERE_ASKED):
            scene = scene._replace(asks=True, asked=None)
        elif word.folded in UNKNOWN or (word.among(ADVERBIAL) and _someone_else_acts(words, at, end, named)):
            scene = scene._replace(doubtful=True)
    return scene


def _with_asking(scene: Scene, word: Token, *, by_other: bool) -> Scene:
    """«يستأذنه», «فسأله عن»: asked is the one he did something to; «فسأله فلان»: asked is who did the last thing."""
    has_object = word.plain.endswith(("ه", "ها", "هم"))
    present = word.plain[:1] in {"ي", "ت"}
    same = present or (scene.other is not None and not by_other)
    asked = (scene.other if same else scene.subject) if has_object else None
    return scene._replace(asks=True, asked=asked)


def _with_person(words: Sequence[Token], scene: Scene, mention: Mention) -> Scene:
    before = words[mention.start - 1] if mention.start else None
    if before and before.among(WERE_ASKED):
        return scene._replace(subject=mention, asked=mention, doubtful=False)
    if before and before.plain in FIRST_ASKING and not mention.female:
        return scene._replace(asked=mention, other=mention)
    if mention.acts:
        asking = bool(before and before.among(ASKED))
        other = scene.subject if scene.subject and not same_name(scene.subject.name, mention.name) else scene.other
        return Scene(mention, other, scene.asked if asking else None, asks=asking, doubtful=False)
    if mention.suffers:
        asked = mention if scene.asks and scene.asked is None else scene.asked
        return scene._replace(other=mention, asked=asked)
    met = before is not None and before.folded in TOWARDS and scene.other is None
    return scene._replace(other=mention) if met else scene


def _someone_else_acts(words: Sequence[Token], at: int, end: int, named: dict[int, Mention]) -> bool:
    """«فأقبل هرقل»: a verb without object and behind it a word that can be nobody known but who did it."""
    if at + 1 >= end or at + 1 in named or words[at + 1].opens_clause:
        return False
    following = words[at + 1]
    if following.spelled in TO_SOMEONE or following.spelled.startswith(("ال", "لل", "ب", "و", "ل")):
        return False
    return who([following.spelled]) is not None
