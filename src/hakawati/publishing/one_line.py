"""A text as one line among others: it ends nothing and turns nothing round but itself."""

from unicodedata import category

_CLOSING = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
"""What ends each embedding, override and isolate of the Unicode bidirectional algorithm (UAX #9, 2)."""
POP_ISOLATE = "\u2069"


def one_line(text: str) -> str:
    """`text` with white space as single blanks, without control characters, and with its directions closed."""
    return closed("".join(character for character in " ".join(text.split()) if category(character) != "Cc"))


def closed(text: str) -> str:
    """`text`, and after it what ends the directions it left open: what follows it keeps its own."""
    wanted: list[str] = []
    for character in text:
        if character in _CLOSING:
            wanted.append(_CLOSING[character])
        elif character == POP_ISOLATE and character in wanted:
            while wanted.pop() != character:
                pass
        elif wanted and character == wanted[-1]:
            wanted.pop()
    return text + "".join(reversed(wanted))
