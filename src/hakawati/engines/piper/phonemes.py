"""From a text to the phonemes of its sentences, by piper's own espeak-ng, with nothing lost on the way.

piper's espeak-ng reads Arabic with the faults of ours: of the 113 golden cases of the respelling it says 100
differently when they are respelled, and then as ours says them. So both read the same respelled text.
"""

import re
import unicodedata
from collections.abc import Collection
from typing import TYPE_CHECKING

from hakawati.engines.espeaking.reading import harmless, readable
from hakawati.engines.speakable import TATWEEL, unspeakable
from hakawati.errors import EngineFailed, EngineUnavailable

if TYPE_CHECKING:
    from piper import PiperVoice

SPELLED_BY_ESPEAK = "espeak"
STRESS = "\u02c8\u02cc"
"""A voice that does not know it loses no sound. Any other sign may be all that tells two letters apart: espeak-ng
writes ص as s with the sign for a dental, س without.
"""


def phonemes(text: str, piper: "PiperVoice", name: str) -> list[list[str]]:
    """Of each sentence, only such as the voice has ids for.

    Raises Unspeakable; EngineFailed for a text that holds a sound the voice does not have, which piper would leave out;
    EngineUnavailable for a voice whose language needs more than piper itself.
    """
    known = piper.config.phoneme_id_map
    sentences = _sentences(_given(text, piper), piper, name)
    missing = sorted({one for sentence in sentences for one in sentence if _sounds(one) and one not in known})
    if missing:
        raise _lacking(missing, text, name)
    kept = [[one for one in sentence if one in known] for sentence in sentences]
    spoken = [sentence for sentence in kept if any(map(_sounds, sentence))]
    if not spoken:
        raise unspeakable(text, "piper")
    return spoken


def _given(text: str, piper: "PiperVoice") -> str:
    by_espeak = piper.config.phoneme_type.value == SPELLED_BY_ESPEAK
    read = readable(text, piper.config.espeak_voice) if by_espeak else harmless(text)
    return _without_blocks(read.text)


def _without_blocks(text: str) -> str:
    """What stands in `[[ ]]` piper takes for raw phonemes: a space between the brackets makes brackets of them."""
    return re.sub(r"\[(?=\[)", "[ ", text)


def _sentences(text: str, piper: "PiperVoice", name: str) -> list[list[str]]:
    try:
        return piper.phonemize(text)
    except ImportError as error:
        raise EngineUnavailable(f"piper: the voice {name} needs a package more. Install it: {error.name}") from error
    except RuntimeError as error:
        raise EngineUnavailable(f"piper: the voice {name} cannot be spelled for: {error}. Choose another.") from error


def _sounds(phoneme: str) -> bool:
    """Whether it is something said, not punctuation, space or stress."""
    return any(unicodedata.category(one)[0] in "LMN" and one not in STRESS and one != TATWEEL for one in phoneme)


def _lacking(missing: Collection[str], text: str, name: str) -> EngineFailed:
    shown = ", ".join(f"{one} (U+{ord(one[0]):04X})" for one in missing)
    return EngineFailed(
        f"piper: the voice {name} has no sound for {shown} in {text!r}. Choose another voice for it, or write what to "
        'say instead: [\u2026]{say="\u2026"}.'
    )
