"""What tells whom a bare «فقال:» means, and how much each sign weighs.

The weights were set by reading, not by training: what grammar nearly settles (the one addressed answers) outweighs all
that only makes someone likely (he is named often). A speaker is believed who reaches `ENOUGH` and is `CLEARLY_AHEAD`.
"""

ANSWERS = 7
"""He was spoken to in the speech that ends right before the verb."""

GOES_ON = 7
"""He spoke last, and the verb says that the same goes on («ثم قال», «وأضاف»)."""

SPOKE_LAST = -6
"""He spoke last, and the verb says no such thing."""

ASKED = 8
"""He was asked or told something since the last speech («سئل», «قيل للنبي», «شكا إليه»)."""

DID_THE_LAST_THING = 4
"""He is the subject of the last verb that has one."""

WAS_MET = 3
"""Something was done or brought to him, or someone came to him, since the last speech."""

WAS_SPOKEN_TO = 3
"""He was spoken to in the last speech, and something was told since then."""

SPOKE_BEFORE = 1
"""He spoke in the last speech, and something was told since then."""

THEN = 4
"""He spoke in the last speech, and what the same one did next («ثم قام», «ودخل على …») was told since then."""

CALLED_IN_ANSWER = 5
"""The next speech calls him («… قال: نعم يا رسول الله»): it answers his."""

NAMED_IN_SPEECH = -5
"""What is said speaks of him by name."""

TEACHES = 3
"""Only for the Prophet: the speech begins as his teaching does («إنما …», «ما من عبد …», «والذي نفسي بيده …»)."""

CALLS_A_COMPANION = 1
"""Only for the Prophet: the speech calls someone else by name."""

TO_COMPANIONS = 4
"""Only for the Prophet: it is said to «أصحابه», which in a text that tells of him are his."""

BLESSED_VERB = 3
"""The verb's pronoun bears his blessing («فقال له ﷺ»)."""

LAST_NAMED = 2
"""He was named last since the last speech, be it as whose hand or book something is, and not as the one met."""

ALONE = 2
"""Nobody else of his gender is on the stage."""

OFTENEST_NAMED = 1
"""The passage names him more often than anyone else."""

NEAR = 1
"""He was named within `NEAR_WORDS`."""

FAR = -3
"""He was last named more than `FAR_WORDS` ago, or in the paragraph before."""

NEAR_WORDS = 40
FAR_WORDS = 160

ENOUGH = 3
CLEARLY_AHEAD = 2
