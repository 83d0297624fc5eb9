"""Where speech without quotation marks ends: where narration resumes.

Its first sentence is believed as far as no clause in it plainly tells what happened next; each further sentence only
while it shows that someone speaks (`address`).
"""

import re
from collections.abc import Collection, Sequence

from hakawati.script.finders.address import Address, address, preaches, shared
from hakawati.script.finders.persons import mentions
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import NARRATED
from hakawati.script.vocabulary import listed

LONGEST = 600
"""Words."""

STORY_BEGINS = listed("كان كانت بينما بينا لما لقد قد ان كنا كنت")

RESUMING = listed(
    "وهذا وهذه وفي ولهذا ولذلك وبهذا وهكذا وهنا ولما فلما وعندما فعندما وحين وحينما وبعد وبعدها",
    "وعندئذ وحينئذ عندها عندئذ وبذلك",
    "ومن وقد وكان فكان وكانت ثم وهو وهي وهم يعني اي وذلك",
)
"""Begin a clause of the narrator's where nothing in it says that someone speaks."""

GROUPS = listed("الناس القوم الجميع الصحابة المسلمون الحاضرون الرجال النساء الجنود اصحابه اهله قومه الاطفال الرجلان")
"""Who may do something besides single persons."""

CITING = listed("رواه اخرجه متفق صححه حسنه انتهي اهـ رواها")
"""Behind a hadith: who hands it down."""

TOLD_FIRST = NARRATED | STORY_BEGINS

_ENCLOSING = re.compile(r"[(\[]")
_BROKEN_OFF = re.compile(r"(?<!\.)\.\.(?!\.)|\n|[»”]")


def spoken_end(words: Sequence[Token], first: int, barriers: Collection[int]) -> int:
    """The number of the word behind the speech that begins with `words[first]`.

    `barriers` are the words that begin another introduction.
    """
    last = min(len(words), first + LONGEST)
    known = address(words, first, _sentence_end(words, first, last, barriers))
    at = first + 1
    while at < last:
        word = words[at]
        if at in barriers or _BROKEN_OFF.search(word.gap) or word.plain in CITING:
            return at
        if word.opens_sentence:
            end = _sentence_end(words, at, last, barriers)
            shown = address(words, at, end)
            if not _goes_on(words, at, known, shown):
                return at
            known |= shown
        elif word.opens_clause and _resumes(words, first, at, known, barriers):
            return at
        at = _behind_aside(words, at)
    return last


def spoken_to_someone(words: Sequence[Token], first: int, barriers: Collection[int]) -> bool:
    """Whether the first sentence by itself shows that someone speaks."""
    return bool(address(words, first, _sentence_end(words, first, len(words), barriers)))


def _sentence_end(words: Sequence[Token], at: int, last: int, barriers: Collection[int]) -> int:
    for place in range(at + 1, min(last, at + LONGEST)):
        if words[place].opens_sentence or place in barriers:
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
    return shared(known, shown)


def _resumes(words: Sequence[Token], first: int, at: int, known: Address, barriers: Collection[int]) -> bool:
    end = _clause_end(words, at, barriers)
    if address(words, at, end):
        return False
    if words[at].folded in {"وهذا", "وهذه", "ولهذا", "ولذلك", "وهكذا", "يعني"}:
        return True
    tells_a_story = not known and words[first].among(TOLD_FIRST)
    if tells_a_story:
        return False
    if _tells_of_someone(words, at):
        return True
    return bool(known) and (_tells(words, at) or words[at].folded in RESUMING)


def _tells(words: Sequence[Token], at: int) -> bool:
    """«فدخل», «ثم خرج»: a past verb of the third person, joined to what was told before."""
    if words[at].folded == "ثم":
        return at + 1 < len(words) and words[at + 1].folded in NARRATED
    return words[at].plain in NARRATED and words[at].plain != words[at].folded


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
        if words[at].opens_clause and _tells_of_someone(words, at):
            return at
    return end
