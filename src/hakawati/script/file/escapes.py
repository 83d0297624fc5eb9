r"""Text that must not be taken for mark-up: backslashes, put and taken away.

A backslash before ASCII punctuation makes it plain text, as in Pandoc. A backslash at the end of a line keeps the line
from counting as blank, so that any white space can stand inside a paragraph; the line break itself is text.
"""

import re

ESCAPE = r"\\(?:[!-/:-@\[-`{-~]|\r?\n)"
"""A pattern for a backslash and what it makes plain. Any other backslash is text."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

# Pandoc reads these anywhere: code, emphasis, attributes, spans, raw HTML, sub- and superscript, maths, citations.
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<~^$@]|&(?=#?\w+;)")

# And these where a line begins: headings, quotes, tables, fences, underlined headings, rules and lists.
_LINE_BEGIN = re.compile(r"\A(\s*)([#>|:=]|[-+](?=[\s-]|\Z))")
_LIST_NUMBER = re.compile(r"\A(\s*\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|\Z)")


def unescaped(text: str) -> str:
    """`text` without the backslashes before ASCII punctuation."""
    return _ESCAPED.sub(r"\1", text)


def escaped(text: str, *, begins_line: bool) -> str:
    """`text` written so that the parser (and Pandoc) reads exactly it. `begins_line`: it stands where a line begins."""
    lines = text.split("\n")
    inner = [_ANYWHERE.sub(r"\\\g<0>", line) for line in lines]
    begins = [begins_line, *[True] * (len(lines) - 1)]
    written = [_at_line_begin(line) if begin else line for line, begin in zip(inner, begins, strict=True)]
    return "\n".join([*map(_not_blank, written[:-1]), written[-1]])


def escaped_value(text: str) -> str:
    """`text` as it stands between the quotation marks of an attribute: white space single, marks escaped."""
    return re.sub(r'[\\"<]', r"\\\g<0>", " ".join(text.split()))


def escaped_title(title: str) -> str:
    """`title` as it stands in a heading line; Pandoc takes a `#` at its end for decoration."""
    return re.sub(r"#\Z", r"\\#", escaped(" ".join(title.split()), begins_line=False))


def _at_line_begin(line: str) -> str:
    return _LIST_NUMBER.sub(r"\1\\\2", _LINE_BEGIN.sub(r"\1\\\2", line))


def _not_blank(line: str) -> str:
    if line.strip():
        return line
    return f"{line[:-1]}\\\r" if line.endswith("\r") else f"{line}\\"
