"""The front matter of a script: title, author and language as YAML between two lines `---` at its top."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from hakawati.errors import ScriptError
from hakawati.script.file.names import ENGLISH_KEYS, unknown_name
from hakawati.script.file.text import UNWRITABLE, ScriptText, unwritable

KEYS = ("title", "author", "language")

_OPENING = re.compile(r"\ufeff?(?:[ \t\r]*\n)*---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)

_UNPRINTABLE = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML cannot hold as it is (YAML 1.1, section 5.1), and the characters it takes for line breaks."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says (None: nothing), and the offset in the script where the text begins."""

    title: str | None
    author: str | None
    language: str | None
    end: int


def read(script: ScriptText) -> FrontMatter:
    """Raises ScriptError for front matter that is never closed, that is no YAML, or holds another key or a list."""
    opening = _OPENING.match(script.text)
    if opening is None:
        return FrontMatter(None, None, None, 1 if script.text.startswith("\ufeff") else 0)
    closing = _CLOSING.search(script.text, opening.end())
    if closing is None:
        begin = script.text.index("---")
        raise script.mistake(begin, "the front matter that begins here is never closed: end it with a line ---")
    said: dict[str, str | None] = {}
    for key, value, at in _entries(script, opening.end(), closing.start()):
        if key in said:
            raise script.mistake(at, f"a second {key}: only one can be meant")
        said[key] = value
    return FrontMatter(said.get("title"), said.get("author"), said.get("language"), closing.end())


def written(title: str, author: str | None, language: str) -> str:
    """The front matter of a book, with its two lines `---`."""
    values = (("title", title), ("author", author), ("language", language))
    return "\n".join(["---", *(f"{key}: {_scalar(value)}" for key, value in values if value is not None), "---"])


def _entries(script: ScriptText, start: int, end: int) -> Iterator[tuple[str, str | None, int]]:
    """Each key with its value and its offset in the script. Values are taken as they are written: 1445 is a title."""
    root = _composed(script, start, end)
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise script.mistake(start, "the front matter is no list of “key: value” lines")
    for key, value in root.value:
        at = start + key.start_mark.index
        if key.value not in KEYS:
            raise script.mistake(at, unknown_name("front matter key", str(_text(key)), KEYS, ENGLISH_KEYS))
        if not isinstance(value, yaml.ScalarNode):
            raise script.mistake(start + value.start_mark.index, f"{key.value} must be one text")
        if found := UNWRITABLE.search(value.value):
            raise script.mistake(start + value.start_mark.index, unwritable(found.group()))
        yield key.value, None if value.tag == "tag:yaml.org,2002:null" else value.value, at


def _text(key: yaml.Node) -> str:
    return key.value if isinstance(key, yaml.ScalarNode) else "[…]"


def _composed(script: ScriptText, start: int, end: int) -> yaml.Node | None:
    """The YAML's nodes, unresolved: no aliases are expanded, no types guessed."""
    source = script.text[start:end]
    try:
        return yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark else 0
        raise _bad_yaml(script, start, min(at, len(source) - 1), str(error.problem)) from error
    except yaml.reader.ReaderError as error:
        raise _bad_yaml(script, start, error.position, "a control character") from error
    except (RecursionError, ValueError, OverflowError) as error:
        # PyYAML lets these escape: brackets in brackets without end, and \U escapes beyond Unicode
        raise _bad_yaml(script, start, 0, "it is nested too deeply, or holds an impossible \\U escape") from error


def _bad_yaml(script: ScriptText, start: int, at: int, problem: str) -> ScriptError:
    return script.mistake(
        start + at, f'the front matter is not valid YAML: {problem}. Put values with punctuation between " "'
    )


def _scalar(value: str) -> str:
    """`value` plain where YAML gives it back unchanged and as text, else between quotation marks."""
    if value[:1].isalpha() and _UNPRINTABLE.search(value) is None and _plain(value):
        return value
    quoted = re.sub(r'[\\"]', r"\\\g<0>", value)
    return '"' + _UNPRINTABLE.sub(lambda found: f"\\U{ord(found.group()):08X}", quoted) + '"'


def _plain(value: str) -> bool:
    try:
        node = yaml.compose(value, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    return isinstance(node, yaml.ScalarNode) and (node.tag, node.value) == ("tag:yaml.org,2002:str", value)
