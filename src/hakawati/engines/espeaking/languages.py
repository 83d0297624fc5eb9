"""What espeak-ng calls a book's language."""

OTHER_NAMES = {"no": "nb", "zh": "cmn"}
"""Languages that a book calls by another code than espeak-ng does."""


def espeak_name(language: str) -> str:
    """`ar` is `ar`, `zh` is `cmn`. Whether espeak-ng has it is another question."""
    return OTHER_NAMES.get(language, language)
