"""What a merge makes of three scripts, and what it tells: the cases are in fixtures/merge_scripts.golden."""

import re
from dataclasses import dataclass

import pytest

from golden import Case, cases
from hakawati.script.file.parser import parse
from hakawati.script.merging.merge import Merged, merge

SECTION = re.compile(r"^~{8} .*\n", re.MULTILINE)
TOLD = "~~~~~~~~ told\n"
EVERY_CASE = pytest.mark.parametrize("case", cases("merge_scripts"), ids=str)


@dataclass(frozen=True)
class Scripts:
    base: str | None
    edited: str
    new: str

    def merged(self) -> Merged:
        return merge(self.base, self.edited, self.new, "book.md")


def scripts(case: Case) -> Scripts:
    base, edited, new = SECTION.split(f"{case.given}\n")
    return Scripts(base if base.strip() else None, edited, new)


@EVERY_CASE
def test_what_comes_of_three_scripts(case: Case) -> None:
    merged = scripts(case).merged()
    told = "".join(f"line {line}: {problem}\n" for line, problem in merged.findings)
    found = f"{merged.text}{TOLD}{told}" if told else merged.text
    assert found == f"{case.expected}\n"


@EVERY_CASE
def test_a_merged_script_is_a_script(case: Case) -> None:
    parse(scripts(case).merged().text, "book.md", 300)


@EVERY_CASE
def test_a_second_merge_changes_nothing(case: Case) -> None:
    given = scripts(case)
    merged = given.merged()
    assert merge(given.new, merged.text, given.new, "book.md") == Merged(merged.text, 0, ())


@EVERY_CASE
def test_what_is_told_stands_in_the_line_that_is_named(case: Case) -> None:
    merged = scripts(case).merged()
    lines = merged.text.split("\n")
    assert all(lines[line - 1].startswith("<!-- hakawati: ") for line, _ in merged.findings)


@EVERY_CASE
def test_line_breaks_of_windows_stay(case: Case) -> None:
    given = scripts(case)
    merged = merge(given.base, given.edited.replace("\n", "\r\n"), given.new, "book.md")
    assert merged.text == given.merged().text.replace("\n", "\r\n")


@EVERY_CASE
def test_what_nobody_edited_becomes_what_the_source_is(case: Case) -> None:
    """Only headings that have moved stay where they were."""
    given = scripts(case)
    if given.base is not None:
        merged = merge(given.base, given.base, given.new, "book.md")
        wanted = parse(given.new, "book.md", 300)
        assert [segment.text for segment in parse(merged.text, "book.md", 300).segments()] == [
            segment.text for segment in wanted.segments()
        ]
        assert merged.findings == ()


@EVERY_CASE
def test_a_script_without_a_line_break_at_its_end_says_the_same(case: Case) -> None:
    given = scripts(case)
    merged = merge(given.base, given.edited.removesuffix("\n"), given.new, "book.md").text
    found, wanted = (list(parse(text, "book.md", 300).segments()) for text in (merged, given.merged().text))
    assert found == wanted
