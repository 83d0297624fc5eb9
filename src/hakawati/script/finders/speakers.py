"""Who is named as the one who speaks, behind the verb or before it."""

import re
from collections.abc import Sequence

from hakawati.script.finders.names import GOD, PROPHETS, THE_PROPHET, TO_SOMEONE, name_place
from hakawati.script.finders.persons import LONGEST_NAME, mentions, who
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import NARRATED, WERE_ASKED
from hakawati.script.letters import folded
from hakawati.script.vocabulary import listed

GOD_HIMSELF = "الله"

SPOKEN_TO = ("سال", "نادي", "خاطب", "جيب", "وصي", "ناشد", "عاتب")
"""Present verbs, without their first letter, whose object is spoken to."""

CALLING_UPON = listed("سال نادي خاطب ناشد عاتب اوصي وعظ")
"""Past verbs without a pronoun: «سأل أصحابه» is about who asks his own, «سأله أصحابه» about who is asked."""

HIS_OWN = re.compile("(?!ال).{3,}(?:ه|هم)$")
"""What belongs to someone, in folded letters: «أصحابه», «غلامه»."""

COUNTED = listed("مرة مرتين مرات ثلاث ثلاثا اربع خمس سبع عشر")

BETWEEN = listed("انه انها قد لقد فقد كان كانت يوما مرة دائما الذي التي حين وهو وهي ايضا عندما حيث كثيرا ما")
"""Stand between a name and the verb behind it."""

HANDED_DOWN_FROM = listed("روي يروي نقل ينقل حكي يحكي ذكر يذكر")
"""«روي عن النبي»: whose words are handed down."""

TOLD_OF = listed("عن ان سمعت سمع سمعنا سمعوا سمعته لان كان هذا هذه اذا")
_OTHER_PROPHETS = frozenset(map(folded, PROPHETS - {"محمد", "صالح", "هود", "نوح"})) | {"المسيح", "الموعود"}
NEARBY = 60
"""Words in which another prophet would be meant by «عليه السلام»."""


def named_speaker(words: Sequence[Token], at: int, opening: int) -> str | None:
    """The one named around `words[at]`, which announces a speech beginning with `words[opening]`."""
    if words[at].among(WERE_ASKED):
        return None
    behind = _behind(words, at, opening)
    if behind and _is_spoken_to(words, at, behind):
        return _subject_before(words, at)
    return behind or _by_blessing(words, at) or _blessed_behind(words, at, opening) or _before(words, at)


def _blessed_behind(words: Sequence[Token], at: int, opening: int) -> str | None:
    """«فقال له ﷺ:»: he speaks, unless the speech calls him."""
    if not 0 <= at + 1 < opening or words[at + 1].blessed != "prophet" or words[at + 1].spelled not in TO_SOMEONE:
        return None
    calls = any(word.folded in {"رسول", "نبي"} for word in words[opening : opening + 8])
    return None if calls or words[at].plain.endswith(("ت", "وا", "ون")) or words[at].plain[:1] == "ت" else THE_PROPHET


def _is_spoken_to(words: Sequence[Token], at: int, behind: str) -> bool:
    """«سألت النبي», «وقف النبي يسأل الناس»: the name behind the verb is not who speaks."""
    verb = words[at].plain
    if behind == THE_PROPHET and verb.endswith("ت"):
        return True
    if verb in CALLING_UPON and HIS_OWN.match(folded(behind)) and behind == words[at + 1].spelled:
        return True
    return verb[1:].startswith(SPOKEN_TO) and verb[:1] in {"ي", "ت"} and _subject_before(words, at) is not None


def _subject_before(words: Sequence[Token], at: int) -> str | None:
    """Whose name stands right before the verb, behind a verb of his own."""
    start = max(0, at - LONGEST_NAME)
    last = next((one for one in mentions(words, start, at) if one.end == at), None)
    acts = last is not None and last.acts and last.start > 0 and words[last.start - 1].among(NARRATED)
    return last.name if last and acts and not words[at].opens_clause else None


def _behind(words: Sequence[Token], at: int, opening: int) -> str | None:
    if words[at].plain in HANDED_DOWN_FROM and at + 1 < opening and words[at + 1].folded == "عن":
        at += 1
    end = at + 1
    while end < opening and not (end > at + 1 and words[end].opens_clause) and end - at <= 2 * LONGEST_NAME:
        end += 1
        if words[end - 1].blessed and words[end - 1].spelled not in TO_SOMEONE:
            break
    spelled = [word.spelled for word in words[at + 1 : end]]
    if spelled and words[at + 1].folded in COUNTED:
        return None
    if spelled and GOD.match(" ".join(spelled)):
        return GOD_HIMSELF
    blessed = words[end - 1].blessed if spelled else ""
    return GOD_HIMSELF if blessed == "god" and name_place(spelled)[1] == len(spelled) else who(spelled, blessed)


def _by_blessing(words: Sequence[Token], at: int) -> str | None:
    """«قال ﷺ», «بقوله عليه الصلاة والسلام»: the formula alone tells who is meant."""
    blessed = words[at].blessed
    if blessed == "god":
        return GOD_HIMSELF
    if blessed == "prophet" or (blessed == "peace" and not _another_prophet(words, at)):
        return THE_PROPHET
    return None


def _another_prophet(words: Sequence[Token], at: int) -> bool:
    nearby = words[max(0, at - NEARBY) : at]
    return any(word.folded in _OTHER_PROPHETS or word.blessed == "peace" for word in nearby)


def _before(words: Sequence[Token], at: int) -> str | None:
    """«وكان عمر يقول», «عن النبي أنه قال», «سمعت رسول الله يقول»."""
    if words[at].folded.startswith("ف") or (words[at].plain != words[at].folded and words[at].opens_clause):
        return None
    end = at
    while end > 0 and words[end - 1].folded in BETWEEN and not words[end].opens_clause:
        end -= 1
    return next(
        (name for start in range(max(0, end - LONGEST_NAME), end) if (name := _name_before(words, start, end))), None
    )


def _name_before(words: Sequence[Token], start: int, end: int) -> str | None:
    stretch = words[start:end]
    spelled = [word.spelled for word in stretch]
    parted = any(word.opens_clause for word in stretch[1:]) or any(word.blessed for word in stretch[:-1])
    if parted or _belongs_to_this(words, start - 1):
        return None
    if name_place(spelled)[1] != len(spelled) or stretch[0].among(NARRATED) or stretch[0].plain in TOLD_OF:
        return None
    name = who(spelled, stretch[-1].blessed)
    if words[end].opens_clause and next(mentions(words, start, end), None) is None:
        return None
    told = start > 0 and words[start - 1].plain in TOLD_OF and not stretch[0].opens_clause
    asked_about = told and words[start - 1].plain == "عن" and start > 1 and not words[start - 1].opens_clause
    if told and not asked_about:
        return GOD_HIMSELF if name and GOD.fullmatch(name) else name
    if start > 0 and not stretch[0].opens_clause and not asked_about:
        return None
    known = next(mentions(words, start, end), None)
    return name if known and (known.start, known.end) == (start, end) else None


def _belongs_to_this(words: Sequence[Token], at: int) -> bool:
    """«موت هذا الملك قال»: the king is whose death it is."""
    if at <= 0 or words[at].folded not in {"هذا", "هذه"} or words[at].opens_clause or words[at + 1].opens_clause:
        return False
    before = words[at - 1]
    return not (before.plain in TOLD_OF or before.folded in BETWEEN or before.among(NARRATED))
