"""The chapters of every episode.

The specification has its table of contents in HTML (`rel: contents`) and lets a manifest say more than it defines.
`toc` is what its authors tried out for readers without HTML: entries of `url` and `name`, and `children` below them.
"""

from hakawati.publishing.edition import Edition, EpisodeEntry
from hakawati.publishing.manifest.times import place


def contents(edition: Edition) -> list[dict[str, object]]:
    """One entry for each episode; its chapters are its children, each found by its place in the sound."""
    return [{"url": one.file, "name": one.title, "children": _chapters(one)} for one in edition.episodes]


def _chapters(episode: EpisodeEntry) -> list[dict[str, str]]:
    return [{"url": place(episode.file, chapter.start), "name": chapter.title} for chapter in episode.chapters]
