"""What a server says is wrong, in whichever of the usual forms it says it."""

import json
from collections.abc import Mapping
from typing import NamedTuple


class Complaint(NamedTuple):
    """`said` is foreign words of any length, not blotted yet; `code` and `about` (the field at fault) where stated."""

    said: str = ""
    code: str = ""
    about: str = ""


def complaint(body: bytes) -> Complaint:
    """OpenAI's and LocalAI's `{"error": {"message", "code", "param"}}`, FastAPI's `{"detail": …}` (a text, a
    table with `error` and `message`, or a list with `loc` and `msg`), a plain text. A web page says nothing.
    """
    text = body.decode("utf-8", "replace").strip()
    try:
        stated = json.loads(text)
    except (ValueError, RecursionError):
        return Complaint() if text.startswith("<") else Complaint(text)
    if isinstance(stated, Mapping):
        stated = stated.get("error") or stated.get("detail") or stated
    if isinstance(stated, list) and stated:
        stated = stated[0]
    return _of_table(stated) if isinstance(stated, Mapping) else Complaint(_text(stated))


def _of_table(stated: Mapping[str, object]) -> Complaint:
    said = stated.get("message") or stated.get("msg") or stated.get("error")
    code = next((code for name in ("code", "error", "type") if (code := _text(stated.get(name)))), "")
    place = stated.get("loc")
    about = _text(place[-1]) if isinstance(place, list) and place else _text(stated.get("param"))
    return Complaint(_text(said), code, about)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
