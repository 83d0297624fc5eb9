"""Where speech without quotation marks ends: where narration resumes.

Its first sentence is believed as far as no clause in it plainly tells what happened next; each further sentence only
while it shows that someone speaks (`address`).
"""

import re
from collections.abc import Collection, Sequence

from hakawati.script.finders.address import Address, address, preaches, shared
from hakawati.script.finders.persons import mentions
from hakawati.script.finders.saying_verbs import SAYING, says
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import NARRATED, past
from hakawati.script.vocabulary import listed

LONGEST_QUOTING = 30
LONGEST = 600
"""Words."""

STORY_BEGINS = listed("كان كانت بينما بينا لما لقد قد ان كنا كنت")

RESUMING = listed(
    "وهذا وهذه وفي ولهذا ولذلك وبهذا وهكذا وهنا ولما فلما وعندما فعندما وحين وحينما وبعد وبعدها",
    "وعندئذ وحينئذ عندها عندئذ وبذلك",
    "ومن وقد وكان فكان وكانت ثم وهو وهي وهم يعني اي وذلك",
)
"""Begin a clause of the narrator's where nothing in it says that someone speaks."""

COMMENTING = listed("وهذا وهذه ولهذا ولذلك وهكذا يعني")

GROUPS = listed("الناس القوم الجميع الصحابة المسلمون الحاضرون الرجال النساء الجنود اصحابه اهله قومه الاطفال الرجلان")
"""Who may do something besides single persons."""

CITING = listed("رواه اخرجه متفق صححه حسنه انتهي اهـ رواها")
"""Behind a hadith: who hands it down."""

SAID_NEXT = listed("قال قالت قالوا قلت قلنا")

CASES = listed("واذا وكلما ولما وحين وعندما")
CASE = 12
"""Words before a speech in which its case is told."""

NOT_NEXT = listed("كرم علم حكم مثل سلم ملك قتل مات ضرب ظلم بعد قبل جمع قسم عبر وجه حول بين ذكر فرض حرم ولد كف جعل اصبح")
"""Nouns too, or likely in what is said."""

GESTURING = listed("واشار واوما فاشار فاوما")
WITH_WHAT = listed("الي بيده براسه باصبعه باصبعيه بيديه بعصاه")

REPEATED = past("ردد كرر")

_TOLD_OR_REPEATED = NARRATED | REPEATED
TOLD_FIRST = NARRATED | STORY_BEGINS

_VERSE_OPENS = re.compile(r"[﴿{]")
"""What a verse says shows nothing of who speaks around it."""
_ENCLOSING = re.compile(r"[(\[]")
_BROKEN_OFF = re.compile(r"(?<!\.)\.\.(?!\.)|\n|[»”]")


def spoken_end(words: Sequence[Token], first: int, barriers: Collection[int], *, loose: bool = False) -> int:
    """The number of the word behind the speech that begins with `words[first]`.

    `barriers` are the words that begin another introduction. In `loose` writing, which uses few marks, what happened
    next may be told without a comma before it («قال نعم ومضى»).
    """
    last = min(len(words), first + LONGEST)
    known = address(words, first, _sentence_end(words, first, last, barriers))
    at = first + 1
    while at < last:
        word = words[at]
        if at in barriers or _BROKEN_OFF.search(word.gap) or word.plain in CITING:
            return at
        if word.opens_sentence:
            shown = address(words, at, _sentence_end(words, at, last, barriers))
            if not _goes_on(words, at, known, shown):
                return at
            known |= shown
        elif _breaks_in(words, first, at, known, barriers, loose=loose):
            return at
        at = _behind_aside(words, at)
    return last


def _breaks_in(
    words: Sequence[Token], first: int, at: int, known: Address, barriers: Collection[int], *, loose: bool
) -> bool:
    """Whether the narrator goes on with this word though no sentence ends before it."""
    opens = words[at].opens_clause
    if opens and (says(words[at].folded, SAID_NEXT) or _resumes(words, first, at, known, barriers)):
        return True
    if at > first + 1 and _gestures(words, at):
        return True
    return (loose or opens) and at > first + 1 and _tells_next(words, at, barriers)


def _gestures(words: Sequence[Token], at: int) -> bool:
    """«وأشار إلى لسانه», «وأومأ بيده»: what he did when he said it, with no comma before."""
    if words[at].folded not in GESTURING or at + 1 >= len(words):
        return False
    return words[at + 1].folded in WITH_WHAT


def spoken_to_someone(words: Sequence[Token], first: int, barriers: Collection[int]) -> bool:
    """Whether the first sentence by itself shows that someone speaks."""
    return bool(address(words, first, _sentence_end(words, first, len(words), barriers)))


def _sentence_end(words: Sequence[Token], at: int, last: int, barriers: Collection[int]) -> int:
    for place in range(at + 1, min(last, at + LONGEST)):
        if words[place].opens_sentence or place in barriers or _VERSE_OPENS.search(words[place].gap):
            return place
    return min(last, at + LONGEST)


def _clause_end(words: Sequence[Token], at: int, barriers: Collection[int]) -> int:
    places = range(at + 1, len(words))
    return next((place for place in places if words[place].opens_clause or place in barriers), len(words))


def _behind_aside(words: Sequence[Token], at: int) -> int:
    """The word behind the parenthesis that `words[at]` begins, or else the next."""
    if _ENCLOSING.search(words[at].gap):
        for place in range(at + 1, min(len(words), at + 30)):
            if words[place].gap.lstrip().startswith((")", "]")):
                return place
    return at + 1


def behind_asides(words: Sequence[Token], at: int) -> int:
    """The word behind the parenthesis that begins with `words[at]`, if one does."""
    begins = at < len(words) and _ENCLOSING.search(words[at].gap)
    return _behind_aside(words, at) if begins else at


def _goes_on(words: Sequence[Token], at: int, known: Address, shown: Address) -> bool:
    if _ENCLOSING.search(words[at].gap) or preaches(words, at) or _tells_of_someone(words, at):
        return False
    if words[at].folded == "ثم" and _tells(words, at):
        return False
    if _tells(words, at):
        shown &= address(words, at, min(_quoting(words, at), _clause_end(words, at, ())))
    return shared(known, shown)


def _quoting(words: Sequence[Token], at: int) -> int:
    """Where a sentence that tells comes to what someone says: «وكره أن يقول يا أصحاب النار»."""
    places = range(at + 1, min(len(words), at + LONGEST_QUOTING))
    return next((place for place in places if says(words[place].folded, SAYING)), places.stop)


def _resumes(words: Sequence[Token], first: int, at: int, known: Address, barriers: Collection[int]) -> bool:
    end = _clause_end(words, at, barriers)
    if address(words, at, end) or (end < len(words) and "؟" in words[end].gap):
        return False
    if words[at].folded in COMMENTING or _second_case(words, first, at):
        return True
    if not known and words[first].among(TOLD_FIRST):
        return False
    return _tells_of_someone(words, at) or (bool(known) and _goes_on_telling(words, at, barriers))


def _goes_on_telling(words: Sequence[Token], at: int, barriers: Collection[int]) -> bool:
    """Whether the clause tells, and nobody is spoken to in the rest of its sentence."""
    if not _tells(words, at) and words[at].folded not in RESUMING:
        return False
    rest = address(words, at, _sentence_end(words, at, len(words), barriers))
    return not rest & (Address.ONE | Address.CALLED)


def _second_case(words: Sequence[Token], first: int, at: int) -> bool:
    """«إذا غضب قال: …، وإذا فرح …»: the narrator goes on to what else happened."""
    word = words[at].folded
    return word in CASES and any(one.plain == word[1:] for one in words[max(0, first - CASE) : first])


def _tells(words: Sequence[Token], at: int) -> bool:
    """«فدخل», «ثم خرج»: a past verb of the third person, joined to what was told before."""
    if words[at].folded == "ثم":
        return at + 1 < len(words) and words[at + 1].folded in NARRATED
    return words[at].plain in _TOLD_OR_REPEATED and words[at].plain != words[at].folded


def _tells_next(words: Sequence[Token], at: int, barriers: Collection[int]) -> bool:
    """«ومسحت دموعها», «ثم عاد إلى هاتفه»: and nobody speaks in the clause."""
    if words[at].plain in NOT_NEXT or not _tells(words, at) or not (words[at].gap == " " or words[at].opens_clause):
        return False
    return not address(words, at, _clause_end(words, at, barriers))


def _tells_of_someone(words: Sequence[Token], at: int) -> bool:
    """«فبكى أبو بكر»: and it says who did."""
    if not _tells(words, at):
        return False
    subject = at + (2 if words[at].folded == "ثم" else 1)
    if subject < len(words) and not words[subject].opens_clause and words[subject].folded in GROUPS:
        return True
    return any(mention.start == subject for mention in mentions(words, subject, min(len(words), subject + 4)))


def resumes_behind_prayer(words: Sequence[Token], begin: int, end: int) -> int:
    """The number of the word in the sentence `words[begin:end]` where the narrator goes on after a supplication."""
    for at in range(begin + 1, end):
        if words[at].plain in CITING or _BROKEN_OFF.search(words[at].gap):
            return at
        if words[at].opens_clause and (_tells_of_someone(words, at) or _second_case(words, begin, at)):
            return at
        if words[at].opens_clause and _tells(words, at) and not address(words, at, _clause_end(words, at, ())):
            return at
    return end
