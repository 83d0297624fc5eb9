"""The templates, drawn by Jinja: every value is escaped where it is put in."""

from functools import cache
from typing import TYPE_CHECKING

from hakawati.publishing.page.inlined import FOLDER
from hakawati.publishing.short_time import short_time

if TYPE_CHECKING:
    from jinja2 import Environment


def draw(template: str, **values: object) -> str:
    return environment().get_template(template).render(values)


@cache
def environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only who draws a page loads it

    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["clock"] = short_time
    return made
