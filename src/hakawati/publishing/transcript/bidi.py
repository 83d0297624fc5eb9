"""Right-to-left lines that stay so in players that lay every line out from left to right.

Nothing in SubRip says which way a text runs. libass (in mpv and ffmpeg) and others take every line as left-to-right:
Arabic words come out right, but the full stop that ends the line appears at its beginning, and numbers and Latin words
at the wrong side of what they stand beside. An embedding (U+202B … U+202C) around the line mends all three. It is what
subtitle editors put there, is known to far older programs than isolates (U+2067) are, and changes nothing in those that
find the direction themselves, as browsers do for WebVTT. Lines of right-to-left letters alone need none and get none.
"""

from unicodedata import bidirectional

EMBEDDING, POP = "\u202b", "\u202c"
INVISIBLE = len(EMBEDDING + POP)
"""Characters that an embedded line is longer."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_ONE_WAY = frozenset({"R", "AL", "NSM"})
_BETWEEN = frozenset({"WS", "ON", "CS", "ET", "ES"})


def is_right_to_left(text: str) -> bool:
    """Whether most letters of `text` are."""
    classes = [bidirectional(character) for character in text]
    return sum(one in _RIGHT_TO_LEFT for one in classes) > classes.count("L")


def _is_mixed(line: str) -> bool:
    """Whether anything but right-to-left letters stands in `line`, spaces and signs between them aside."""
    classes = [bidirectional(character) for character in line]
    ends_are_letters = classes[0] in _ONE_WAY and classes[-1] in _ONE_WAY
    return not (ends_are_letters and all(one in _ONE_WAY or one in _BETWEEN for one in classes))


def embedding(line: str, *, right_to_left: bool) -> tuple[str, str]:
    """What stands before and after `line` to keep it right-to-left, where it is and needs to be kept so."""
    return (EMBEDDING, POP) if right_to_left and _is_mixed(line) else ("", "")
