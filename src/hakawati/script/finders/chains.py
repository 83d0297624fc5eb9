"""Chains of narration («حدثني معمر، عن الزهري، قال:»): they are narration, and so is the account handed down."""

from collections.abc import Sequence

from hakawati.script.finders.tokens import Token
from hakawati.script.vocabulary import listed

LONGEST = 80
"""Words of a chain before its last verb."""

HANDED_DOWN = listed(
    "حدثنا حدثني اخبرنا اخبرني انبانا انباني ثنا حدثه حدثهم حدثته حدثوني حدثونا اخبره سمعت روينا",
    "فحدثني فحدثنا روي نا حدثت",
)


_ITS_VERB = listed("قال قالت قالوا قالا قلت")
"""With a colon behind it the chain has ended: what follows is the account."""


def in_chain(words: Sequence[Token], verb: int, clause: int) -> bool:
    """Whether the sentence of `words[verb]` has handed down an account before it: «عن أنس قال», «حدثني …، قال»."""
    at = verb - 1
    while at >= max(0, verb - LONGEST):
        if words[at].plain in HANDED_DOWN or (words[at].plain == "عن" and (at == 0 or words[at].opens_clause)):
            return True
        if words[at].opens_sentence and at < clause:
            return False
        if ":" in words[at + 1].gap and words[at].plain in _ITS_VERB:
            return False
        at -= 1
    return False
