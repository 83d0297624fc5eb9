"""`.chapters.json`: an episode's chapters as podcast apps fetch them (`application/json+chapters`, version 1.2.0).

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
Times are in seconds with milliseconds. AntennaPod reads whole seconds only and so sets a chapter up to one early.
"""

import json

from hakawati.model import Timeline
from hakawati.publishing.edition import About, ChapterEntry, chapter_entries

VERSION = "1.2.0"


class ChaptersJson:
    name = "chapters"
    ending = ".chapters.json"
    revision = 1

    def write(self, timeline: Timeline, about: About) -> bytes:
        written = {
            "version": VERSION,
            "title": timeline.title,
            **({"author": about.author} if about.author else {}),
            "podcastName": about.title,
            "chapters": [_chapter(chapter) for chapter in chapter_entries(timeline)],
        }
        return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def _chapter(chapter: ChapterEntry) -> dict[str, str | float]:
    return {"startTime": chapter.start / 1000, "endTime": chapter.end / 1000, "title": chapter.title}
