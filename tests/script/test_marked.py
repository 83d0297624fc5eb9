"""Texts marked up, held against the script an editor would want: every `fixtures/marked_*.golden`.

`marked_<topic>.golden` is in Arabic, `marked_<topic>_<language>.golden` in another language. Where the expected script has
no headings, those that mark-up makes are left aside.
"""

import re
from collections.abc import Iterator

import pytest

from golden import FIXTURES, Case, cases
from hakawati.script.file.writer import write
from hakawati.script.markup import MarkUp, mark_up
from script.marked import plain

HEADING = re.compile(r"^##? .*\n\n", re.MULTILINE)
LANGUAGE = re.compile(r"_([a-z]{2})$")


def of_every_topic() -> Iterator[tuple[str, Case]]:
    for file in sorted(FIXTURES.glob("marked_*.golden")):
        stated = LANGUAGE.search(file.stem)
        for case in cases(file.stem):
            yield stated[1] if stated else "ar", case


@pytest.mark.parametrize(("language", "case"), list(of_every_topic()), ids=str)
def test_marked(language: str, case: Case) -> None:
    book = mark_up(plain(case.given), MarkUp(title="Title", author=None, language=language, episode_minutes=20))
    _, _, script = write(book).partition("---\n\n")
    wanted = case.expected
    assert (script if wanted.startswith("# ") else HEADING.sub("", script)).strip() == wanted.strip()
