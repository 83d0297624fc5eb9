"""Names of languages as files write them, to the codes that a book has."""

import re

_PAIRS = (
    "ara:ar eng:en fas:fa per:fa urd:ur tur:tr ind:id msa:ms may:ms fra:fr fre:fr deu:de ger:de spa:es"
    " ita:it por:pt nld:nl dut:nl rus:ru ukr:uk pol:pl ell:el gre:el heb:he hin:hi ben:bn swa:sw zho:zh"
    " chi:zh jpn:ja kor:ko bos:bs sqi:sq alb:sq kur:ku pus:ps"
)
TWO_LETTERS = {three: two for three, _, two in (pair.partition(":") for pair in _PAIRS.split())}
"""ISO 639-2, both of its kinds, to ISO 639-1, for the languages most often met."""

UNKNOWN = frozenset({"und", "mul", "zxx", "mis", "qaa"})
"""ISO 639-2 for undetermined, several, none, uncoded, local use."""

_CODE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.DOTALL)


def language(written: str | None) -> str | None:
    """The code of a language tag such as `ar-EG`, `ara` or `EN_us`; None for what is none."""
    match = _CODE.fullmatch((written or "").strip().lower())
    if not match or match[1] in UNKNOWN:
        return None
    return TWO_LETTERS.get(match[1], match[1])
