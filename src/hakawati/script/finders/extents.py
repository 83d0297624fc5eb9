"""How far what is said reaches: to the closing mark, as far as vowels go, or to where narration resumes."""

from collections.abc import Sequence
from typing import NamedTuple

from hakawati.script.finders.chains import HANDED_DOWN, in_chain
from hakawati.script.finders.continuation import spoken_end, spoken_to_someone
from hakawati.script.finders.names import TO_SOMEONE
from hakawati.script.finders.quotes import in_parentheses, opens_quotation, quotation
from hakawati.script.finders.saying import Introduction
from hakawati.script.finders.saying_verbs import FIRST_PERSON
from hakawati.script.finders.tokens import Token, end_of
from hakawati.script.finders.verbs import ASKED, NARRATED
from hakawati.script.finders.vowelled import mostly_vowelled, vowelled_run, vowelled_words
from hakawati.script.vocabulary import listed

_ASKED_BY = ASKED | FIRST_PERSON
ACCOUNT_BEGINS = listed("فلما ولما ثم وكان فكان وكانت فكانت وحدثني وقال فقال")
"""Where an account goes on behind «قال ابن إسحاق:»."""

THINGS = listed(
    "القاعدة القانون المثل الحكمة النظرية المادة القصة الرواية الاسطورة الاية الكتاب الحديث الشريعة الدستور العرب"
)
"""Say nothing aloud."""

THEN = listed("ثم فلما ولما لما حتي")
"""Begin a clause of what happened, which no link of a chain does."""

LONGEST_QUESTION = 60
"""Words."""

SHORTEST_IN_PARENTHESES = 3
"""Words."""


class Talk(NamedTuple):
    """A passage, its words, and which of them begin an introduction."""

    text: str
    words: Sequence[Token]
    barriers: frozenset[int]


def enclosed(talk: Talk, at: int, first: int) -> tuple[int, int] | None:
    """What stands at the offset `at` in quotation marks, or in parentheses that serve as such."""
    quoted = quotation(talk.text, at)
    if quoted:
        return quoted
    found = in_parentheses(talk.text, at)
    if not found:
        return None
    words = sum(1 for word in talk.words[first : first + SHORTEST_IN_PARENTHESES] if word.start < found[1])
    return found if words == SHORTEST_IN_PARENTHESES else None


def extent(talk: Talk, introduction: Introduction, *, in_dialogue: bool) -> tuple[int, int] | None:
    """What an introduction leads up to; None where it is not certain that anyone's words follow."""
    found = enclosed(talk, introduction.end, introduction.first)
    if found or introduction.first >= len(talk.words):
        return found
    vowelled = None if _vowelled_before(talk, introduction) else vowelled_run(talk.text, introduction.end)
    plain = _plain(talk, introduction, in_dialogue=in_dialogue)
    if vowelled and plain and vowelled_words(talk.text[slice(*vowelled)]) < 0.85:
        return vowelled[0], max(vowelled[1], plain[1])
    return vowelled or plain


def plain_extent(talk: Talk, at: int, first: int) -> tuple[int, int]:
    """From the offset `at`, at the first word, to where narration resumes."""
    opened = opens_quotation(talk.text, at)
    end = spoken_end(talk.words, first, talk.barriers, loose=at == talk.words[first].start)
    return (talk.words[first].start - 1 if opened else talk.words[first].start), end_of(talk.text, talk.words, end)


def _vowelled_before(talk: Talk, introduction: Introduction) -> bool:
    """Where all is vowelled, vowels tell nothing."""
    start = max(0, introduction.clause - 10)
    if introduction.clause - start < 5:
        return False
    return mostly_vowelled(talk.text[talk.words[start].start : talk.words[introduction.clause].start])


def _plain(talk: Talk, introduction: Introduction, *, in_dialogue: bool) -> tuple[int, int] | None:
    if introduction.first in talk.barriers or not _certain(talk, introduction, in_dialogue=in_dialogue):
        return None
    return plain_extent(talk, introduction.end, introduction.first)


def _certain(talk: Talk, introduction: Introduction, *, in_dialogue: bool) -> bool:
    """Whether someone's words follow though nothing marks them as such."""
    if not introduction.colon:
        return True
    words, first = talk.words, introduction.first
    if introduction.by_prophet and introduction.kind != "telling":
        return True
    if any(word.plain in THINGS for word in words[max(0, introduction.verb - 1) : first]):
        return False
    speaks = spoken_to_someone(words, first, talk.barriers) or _is_question(talk, first)
    if introduction.kind in {"telling", "noun"}:
        return speaks or (words[introduction.verb].plain == "قيل" and _said_to_someone(words, introduction))
    return _is_told(talk, introduction, speaks=speaks, in_dialogue=in_dialogue)


def _is_told(talk: Talk, introduction: Introduction, *, speaks: bool, in_dialogue: bool) -> bool:
    """Whether what stands behind a saying verb's colon is said there and then, not handed down or asked about."""
    words, first = talk.words, introduction.first
    if _asks_about(talk, introduction) or _tells_on(talk, introduction):
        return False
    if _hands_down(words, introduction) or words[first].folded in ACCOUNT_BEGINS:
        answers = "؟" in words[introduction.clause].gap
        to_someone = _said_to_someone(words, introduction) and words[first].folded not in ACCOUNT_BEGINS
        return (speaks or answers) and ((introduction.of is None and in_dialogue) or to_someone)
    return speaks or in_dialogue or introduction.of is not None or not _bare(talk, introduction)


def _tells_on(talk: Talk, introduction: Introduction) -> bool:
    """«قال: فأقبل خبيب»: who tells an account goes on with it."""
    words = talk.words
    first = words[introduction.first]
    if introduction.of or words[introduction.verb].folded.startswith("ف"):
        return False
    if first.plain in HANDED_DOWN and not _asks_to_tell(words, introduction.first):
        return True
    if first.folded.startswith("و"):
        return first.plain in NARRATED and first.plain != first.folded and not _is_question(talk, introduction.first)
    if not first.folded.startswith("ف"):
        return False
    return first.among(NARRATED) or (len(first.folded) > 4 and first.folded.endswith(("ت", "نا", "ته", "تها")))


def _asks_to_tell(words: Sequence[Token], first: int) -> bool:
    """«أخبرني عن …», «حدثني كيف …»: not «أخبرني فلان»."""
    return first + 1 < len(words) and words[first + 1].folded in {"عن", "كيف", "بما", "ما", "ماذا", "لماذا", "اين"}


def _hands_down(words: Sequence[Token], introduction: Introduction) -> bool:
    """The verb of a chain of narration is not joined to what was told before, as «فقال» is."""
    joined = words[introduction.verb].folded.startswith(("ف", "و")) or words[introduction.clause].folded in THEN
    return not joined and in_chain(words, introduction.verb, introduction.clause)


def _said_to_someone(words: Sequence[Token], introduction: Introduction) -> bool:
    """«أنه قال للنبي:», «قالت له:», «سألت النبي:»: a scene, not a link of a chain."""
    between = words[introduction.verb + 1 : introduction.first]
    asks = words[introduction.verb].among(_ASKED_BY) and bool(between)
    return asks or any(word.spelled in TO_SOMEONE or word.spelled.startswith(("لل", "لأ", "لر")) for word in between)


def _bare(talk: Talk, introduction: Introduction) -> bool:
    """«قال:» alone at the begin of a sentence, as narrators go on with an account."""
    words, verb = talk.words, introduction.verb
    alone = introduction.first == verb + 1 and introduction.clause == verb
    if words[verb].folded.startswith("ف") and not words[introduction.first].among(NARRATED):
        return False
    return alone and (words[verb].opens_sentence or verb == 0 or words[introduction.first].among(NARRATED))


def _asks_about(talk: Talk, introduction: Introduction) -> bool:
    """«سأله عن أمرين:»: what was asked about follows, unless it is a question."""
    words = talk.words[introduction.verb : introduction.first]
    if not any(word.folded == "عن" for word in words) or "سال" not in words[0].folded:
        return False
    return not _is_question(talk, introduction.first)


def _is_question(talk: Talk, first: int) -> bool:
    """Whether the sentence that begins with the word ends in a question mark."""
    for word in talk.words[first + 1 : first + LONGEST_QUESTION]:
        if word.opens_sentence:
            return "؟" in word.gap or "?" in word.gap
    return talk.text.rstrip().endswith(("؟", "?"))
