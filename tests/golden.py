"""Golden fixtures as plain text: a title, `.`, the input, `.`, what is expected, `.`; `#` lines between are comments.

A title
.
the input
.
what is expected
.
"""

from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Case:
    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        return self.title


def cases(name: str) -> list[Case]:
    """The cases of `fixtures/<name>.golden`, in order."""
    found: list[Case] = []
    title = ""
    parts: list[str] = []
    part: list[str] | None = None
    for line in (FIXTURES / f"{name}.golden").read_text("utf-8").split("\n"):
        if line == ".":
            if part is not None:
                parts.append("\n".join(part))
            part = []
            if len(parts) == 2:
                found.append(Case(title, *parts))
                title, parts, part = "", [], None
        elif part is not None:
            part.append(line)
        elif line.strip() and not line.startswith("#"):
            title = line.strip()
    assert part is None, f"{name}: the case {title!r} is not closed"
    return found
