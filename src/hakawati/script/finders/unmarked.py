"""Introductions with neither colon nor quotation mark: «فقال يا أبا بكر …», «قالت نعم», «قال وما بال هؤلاء؟».

What follows is someone's own words only if it cannot be the verb's own sentence: it calls someone, swears, commands,
answers, asks («… ؟») or says «I», «thou».
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hakawati.script.finders.address import MANY, ME, ONE, US, Address, address
from hakawati.script.finders.announcing import REPORTING, Announcement, announcement
from hakawati.script.finders.chains import HANDED_DOWN
from hakawati.script.finders.names import TO_SOMEONE, name_place
from hakawati.script.finders.persons import mentions
from hakawati.script.finders.saying_verbs import SAYING, says
from hakawati.script.finders.tokens import Token
from hakawati.script.vocabulary import listed

CALLING = listed("يا ايها ايتها")

ANSWERING = listed("نعم بلي كلا اجل لبيك مه صه حسنا شكرا ويحك ويلك هيهات والله تالله انا انت انتم نحن ليتني ليت مرحبا")
"""Nobody but one who speaks begins so."""

ASKING = listed("هل اليس الست الستم ماذا لماذا كيف اين متي كم اي باي ما من لم لمن افلا الا الم اتريد ايكم ايهم اتدري")
"""Begin a question, where the sentence ends in a question mark."""

QUESTION_BEFORE = ASKING - {"ما", "من", "لم", "الا", "اي", "باي", "لمن", "كم"} | listed("اولم افلم")
"""Before the verb: the author himself asks."""

SAID_OF_ONESELF = (ME | US | ONE | MANY) - listed(
    "ربي امي قومي نفسي بيتي سيدي اخي يدي قلبي مالي اهلي ابني ابنتي عمي صاحبي اصحابي امتي بعدي سنتي عبدي عبادي ولدي",
    "لي لنا لك لكم بي بنا بك بكم عني عنا عنك عنكم مني منا منك منكم عليك عليكم علينا اليك اليكم",
    "الينا فيك فيكم فينا ضع زد سر دع",
)
"""Words that say «I» or «thou» and are neither the verb's subject nor its complement."""

NOT_SPOKEN = REPORTING | HANDED_DOWN | listed("ذلك هذا كل عن في بان كذلك مثل ما من الذي كما لذلك كذا عنه فيه ايضا قد")
"""Begin what is said of a saying, unless it is a question."""

ONCE = listed("مرة يوما ذات_يوم ضاحكا باسما مبتسما يومئذ حينئذ عندئذ عندها ثانية")

COMPARING = listed("كما مثلما فيما كانما كانه عما مما بما")
"""Before the verb: the saying is only referred to."""

OF_WORDS = listed("قالها قاله يقولها يقوله تقولها تقوله نقولها نقوله قالته قالتها قالوه قالوها قلته قلتها اقولها اقوله")
"""What is said is in them already."""

TOLD = listed("قيل")

_SPEAKS = SAYING | TOLD
_ANSWERING_OR_ASKING = ANSWERING | ASKING

LONGEST_ANSWER = 20
LONGEST_QUESTION = 40
"""Words."""


class Unmarked(NamedTuple):
    """Words that begin with `words[first]` are said by whom `found` announces."""

    found: Announcement
    first: int


def unmarked(text: str, words: Sequence[Token]) -> Iterator[Unmarked]:
    """Every such introduction, in order."""
    closed = (*words, _closing(text, words))
    behind = 0
    for verb, word in enumerate(words):
        if word.plain in OF_WORDS:
            continue
        if verb < behind or not says(word.folded, _SPEAKS) or verb + 1 >= len(words):
            continue
        first = _first_spoken(closed, verb)
        if (
            first is None
            or first >= len(words)
            or (verb and words[verb - 1].plain in COMPARING and not word.opens_clause)
        ):
            continue
        found = announcement(words, first, quoted=False)
        if found and found.at == verb:
            behind = first
            yield Unmarked(found, first)


def _closing(text: str, words: Sequence[Token]) -> Token:
    """A word behind the last, so that the marks which end the passage stand before one."""
    return Token(len(text), len(text), "", "", "", text[words[-1].end :] if words else "")


def _first_spoken(words: Sequence[Token], verb: int) -> int | None:
    """Where the words begin that someone says: behind the verb, or behind the name behind it."""
    own = _behind_pronoun(words, verb + 1)
    if (
        own >= len(words)
        or _parted(words, verb, own)
        or (_author_asks(words, verb) and words[own].folded not in CALLING)
    ):
        return None
    if _opens_speech(words, own, verb):
        return own
    named = own + name_place([word.spelled for word in words[own : own + 8]])[1]
    behind = _behind_pronoun(words, named)
    if named > own and behind < len(words) and not _parted(words, verb, behind):
        known = _is_known(words, own, named)
        if _opens_speech(words, behind, verb, surely=not known) or (known and _speaks(words, behind, verb)):
            return behind
        if known and not _answers_itself(words, own, verb):
            return None
    return own if _speaks(words, own, verb) else None


def _parted(words: Sequence[Token], verb: int, first: int) -> bool:
    return any(words[at].opens_clause for at in range(verb + 1, first + 1))


def _behind_pronoun(words: Sequence[Token], at: int) -> int:
    """Behind «له», «لأسلم», «ساخرا»."""
    while at < len(words) and not words[at].opens_clause:
        spelled = words[at].spelled
        to_someone = spelled in TO_SOMEONE or (spelled.startswith(("لل", "لأ", "لص", "لا")) and len(spelled) > 4)
        if (
            not to_someone
            and spelled not in ONCE
            and not (len(spelled) > 3 and spelled.endswith(("ًا", "را", "كا", "با", "لا", "دا")))
        ):
            return at
        if words[at].folded in _ANSWERING_OR_ASKING:
            return at
        at += 1
    return at


def _is_known(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words can only name someone: a person known, or a noun with the article."""
    named = next(mentions(words, start, end), None)
    return bool(named and named.start == start) or words[start].folded.startswith("ال")


def _opens_speech(words: Sequence[Token], at: int, verb: int, *, surely: bool = False) -> bool:
    word = words[at]
    if word.spelled == "تعالى" or word.spelled.startswith("إن") or _repeats_subject(words, at, verb):
        return False
    if word.folded in CALLING or word.folded in ANSWERING or word.plain in {"بلي", "نعم"}:
        return True
    if word.folded == "لا" and (at + 1 == len(words) or words[at + 1].opens_clause):
        return True
    if word.folded == "الله" and _god_knows(words, at):
        return True
    if word.plain in ASKING and _ends_in_question(words, at, verb):
        return True
    shown = word.folded in SAID_OF_ONESELF
    prohibits = word.folded == "لا" and bool(address(words, at, min(at + 2, len(words))))
    return prohibits or (shown and not surely)


def _god_knows(words: Sequence[Token], at: int) -> bool:
    """«الله أعلم», «الله ورسوله أعلم»."""
    following = [word.folded for word in words[at + 1 : at + 3]]
    return following[:1] == ["اعلم"] or following == ["ورسوله", "اعلم"]


def _repeats_subject(words: Sequence[Token], at: int, verb: int) -> bool:
    """«فماذا نقول نحن؟», «يخاطبني أنا»: the pronoun belongs to the verb."""
    pronoun = words[at].folded in {"انا", "نحن", "انت", "انتم"} and at == verb + 1
    return pronoun and (
        words[verb].plain[:1] in {"ن", "ا", "ت"} or words[verb].folded.endswith(("ني", "نا", "ك", "كم"))
    )


def _speaks(words: Sequence[Token], at: int, verb: int) -> bool:
    """Whether the sentence from here on shows someone who speaks, or answers a question."""
    word = words[at]
    if _ends_in_question(words, at, verb) and word.folded not in REPORTING:
        return True
    if word.folded in NOT_SPOKEN or (word.spelled.endswith("ا") and len(word.spelled) > 3):
        return False
    end = _sentence_end(words, at)
    clause = next((place for place in range(at + 1, end) if words[place].opens_clause), end)
    if end - at > LONGEST_QUESTION:
        end = clause
    if address(words, at, end) & (Address.ONE | Address.CALLED) and end - at <= LONGEST_QUESTION:
        return True
    return at == verb + 1 and end - at <= LONGEST_ANSWER and _answers(words, verb)


def _answers_itself(words: Sequence[Token], at: int, verb: int) -> bool:
    """«قالت الجوع.»: a noun with the article that answers, and is no person known."""
    return at == verb + 1 and _answers(words, verb) and next(mentions(words, at, at + 1), None) is None


def _answers(words: Sequence[Token], verb: int) -> bool:
    """Whether a question that was said to someone ends right before the verb."""
    if "؟" not in words[verb].gap:
        return False
    begin = verb - 1
    while begin > max(0, verb - LONGEST_QUESTION) and not words[begin].opens_sentence:
        begin -= 1
    return any(says(word.folded, SAYING) for word in words[begin:verb])


def _sentence_end(words: Sequence[Token], at: int) -> int:
    last = min(len(words), at + LONGEST_QUESTION + 1)
    ends = (place for place in range(at + 1, last) if words[place].opens_sentence or ":" in words[place].gap)
    return next(ends, last)


def _ends_in_question(words: Sequence[Token], at: int, verb: int) -> bool:
    """Whether what begins here is a question, and not the whole sentence one of the author's."""
    end = _sentence_end(words, at)
    if end - at > LONGEST_QUESTION or not (end < len(words) and "؟" in words[end].gap):
        return False
    if any(says(word.folded, SAYING) for word in words[at + 1 : end]):
        return False
    return not any(word.plain in {"اذا", "لو"} for word in words[max(0, verb - 3) : verb]) and not _author_asks(
        words, verb
    )


def _author_asks(words: Sequence[Token], verb: int) -> bool:
    """«وهل قال أحد قبلك هذا؟»: what stands before the verb in its clause asks."""
    begin = verb
    while begin > max(0, verb - LONGEST_QUESTION) and not words[begin].opens_clause:
        begin -= 1
    return any(word.among(QUESTION_BEFORE) for word in words[begin:verb])
