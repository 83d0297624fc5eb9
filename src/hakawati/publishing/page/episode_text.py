"""`01-name.text.js`: an episode's text for reading along, loaded when the episode is opened.

A script, because a page that was opened from a disk (`file:`) may load scripts and nothing else:

    hakawati(1, {"html": "<section …>", "times": [[3120, 0, 4, 310, 1, 5, 420, …], …]});

`html` is the text as it is shown, `times` belongs to its segments in order (`timings.timings`).
"""

import json

from hakawati.model import Timeline
from hakawati.publishing.edition import About
from hakawati.publishing.page.drawing import draw
from hakawati.publishing.page.passages import printed_chapters
from hakawati.publishing.page.timings import timings

# `<` could end the script or begin a comment where somebody puts it into a page; the others end a line of JavaScript
# as it was before 2019.
_UNSAFE = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class EpisodeText:
    """An episode's text and times, beside its MP3."""

    name = "page"
    ending = ".text.js"
    revision = 1

    def write(self, timeline: Timeline, about: About) -> bytes:
        """UTF-8."""
        chapters = printed_chapters(timeline, about.language)
        text = {"html": draw("text.html.jinja", chapters=chapters), "times": timings(timeline)}
        written = json.dumps(text, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)
        return f"hakawati({timeline.number},{written});\n".encode()
