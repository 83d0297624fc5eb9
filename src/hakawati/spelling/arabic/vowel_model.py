"""The neural network that vowels Arabic, loaded once per process and only when something is to be vowelled."""

import os
from collections.abc import Callable
from functools import cache

MODEL = "rawi-ensemble"
"""The most accurate of the models that come with text2tashkeel; its weights are in the package."""

Vowel = Callable[[str], str]
"""Vowels one sentence. Its answer has marks of its own in place of ours, and sometimes other letters."""


@cache
def vowel_model() -> Vowel:
    """The model, ready to run, on one thread: takes are made in as many processes as there are cores."""
    os.environ.setdefault("TT_ORT_THREADS", "1")
    from text2tashkeel import Diacritizer  # noqa: PLC0415 - brings numpy and onnxruntime along

    vowel: Vowel = Diacritizer(MODEL).diacritize
    return vowel
