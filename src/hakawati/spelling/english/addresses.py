"""Addresses of the web and of people, said as one tells them: "example dot com slash books".

A long path or a query helps no listener: then the site alone is said. Digits are left to the rules for numbers.
"""

import re

from hakawati.spelling.english.saying import Said, edits_by

_SAID = {".": "dot", "/": "slash", "-": "dash", "_": "underscore", "@": "at", "+": "plus", ":": "colon"}
_LONGEST_PATH = 30
_CONFIDENCE = 0.8
_SITES = "com|org|net|edu|gov|info|io|co|uk|de|fr|eu|ca|au|us|sa|ae|eg|int|tv|me|dev|app"

_ADDRESS = re.compile(
    rf"""(?<![\w@.])(?:
      (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | (?:https?://|ftp://)(?:www\.)?(?P<site>[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?P<path>/[^\s<>"”»)\]]*)?
    | (?:www\.)(?P<www>[\w-]+(?:\.[\w-]+)+)(?P<wpath>/[^\s<>"”»)\]]*)?
    | (?P<bare>[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?:{_SITES}))(?P<bpath>/[^\s<>"”»)\]]*)?(?![\w@])
    | @(?P<handle>[A-Za-z]\w+)
    )""",
    re.VERBOSE,
)


def _told(found: re.Match[str]) -> Said:
    if found["handle"]:
        return Said(f"at {_spelled(found['handle'])}", _CONFIDENCE)
    if found["mail"]:
        mail, closing = _without_stop(found["mail"])
        return Said(_spelled(mail) + closing, _CONFIDENCE)
    site = found["site"] or found["www"] or found["bare"]
    path, closing = _without_stop(found["path"] or found["wpath"] or found["bpath"] or "")
    path = path.rstrip("/")
    told = site if len(path) > _LONGEST_PATH or re.search(r"[^\w./-]", path) else site + path
    return Said(_spelled(told) + closing, _CONFIDENCE)


def _without_stop(address: str) -> tuple[str, str]:
    """The address, and the punctuation of the sentence that stands right behind it."""
    bare = address.rstrip(".,;:!?'’")
    return bare, address[len(bare) :]


def _spelled(address: str) -> str:
    parts = re.split(r"([^A-Za-z0-9])", address)
    return " ".join(_SAID.get(part, part) for part in parts if part)


edits = edits_by(_ADDRESS, _told)
