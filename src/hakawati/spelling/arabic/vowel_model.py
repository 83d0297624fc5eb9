"""The neural networks that vowel Arabic, loaded once per process and only when something is to be vowelled.

Two of those that come with text2tashkeel, each with its own mind: `rawi-v2` gives every letter one of 75 classes of
marks, `rawi-v3` tells first whether a letter has marks at all, then which. Their mean is a little more accurate than
their stitched ensemble and, unlike it, says how likely each mark is.
"""

import os
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Chances = NDArray[np.float32]

SINGLE, GATED = "rawi-v2-int8", "rawi-v3-int8"

SURE = 0.6
"""A sentence each of whose letters the gated network decides with this chance at least is not shown to the other."""

CONSIDERED = 4
"""How many of the classes are looked at for a letter: the author's own marks may rule the likeliest out."""


class Guess(NamedTuple):
    """Marks for one letter, a hamza on its seat among them, and how likely they are (0 to 1)."""

    marks: str
    chance: float


Vowel = Callable[[str], Sequence[Sequence[Guess]]]
"""For each character of a sentence without marks (each hamza off its seat) its guesses, the likeliest first."""


@cache
def vowel_model() -> Vowel:
    """Both networks, ready to run, on one thread: takes are made in as many processes as there are cores."""
    os.environ.setdefault("TT_ORT_THREADS", "1")
    from text2tashkeel import Diacritizer  # noqa: PLC0415 - brings numpy and onnxruntime along

    return _Pair(Diacritizer(SINGLE).backend, Diacritizer(GATED).backend)


class _Pair:
    """The mean of two networks with the same alphabet and classes."""

    def __init__(self, single: Any, gated: Any) -> None:  # noqa: ANN401 - text2tashkeel carries no types
        self._single, self._gated = single.sess, gated.sess
        self._codes, self._unknown = single.c2i, single.unk
        self._classes = tuple(single.i2d[at] for at in range(len(single.i2d)))

    def __call__(self, sentence: str) -> list[list[Guess]]:
        import numpy as np  # noqa: PLC0415 - see vowel_model

        if not sentence:
            return []
        codes = np.array([[self._codes.get(letter, self._unknown) for letter in sentence]], dtype=np.int64)
        chances = self._of_gated(codes)
        if chances.max(axis=1).min() < SURE:
            chances = (chances + self._of_single(codes)) * np.float32(0.5)
        best = np.argsort(-chances, axis=1)[:, :CONSIDERED]
        likely = np.take_along_axis(chances, best, 1)
        return [
            [Guess(self._classes[nth], chance) for nth, chance in zip(*row, strict=True)]
            for row in zip(best.tolist(), likely.tolist(), strict=True)
        ]

    def _of_single(self, codes: "NDArray[np.int64]") -> "Chances":
        scores: Chances = self._single.run(["output"], {"input": codes})[0][0]
        return _shares(scores)

    def _of_gated(self, codes: "NDArray[np.int64]") -> "Chances":
        import numpy as np  # noqa: PLC0415 - see vowel_model

        presence, value = (found[0] for found in self._gated.run(["presence", "value"], {"input": codes}))
        value[:, 0] = -np.inf
        marked = 1 / (1 + np.exp(-presence))
        chances = _shares(value) * marked[:, None]
        chances[:, 0] = 1 - marked
        found: Chances = chances
        return found


def _shares(scores: "Chances") -> "Chances":
    """Softmax over the classes."""
    import numpy as np  # noqa: PLC0415 - see vowel_model

    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Chances = powers / powers.sum(axis=1, keepdims=True)
    return shares
