"""What a listener should know before an episode's tag meets a player."""

from hakawati.model import Timeline
from hakawati.publishing.tags.contents import OF_ONE_TABLE


def warnings(timeline: Timeline) -> list[str]:
    """Whole sentences, to be said to whoever builds the book."""
    count = len(timeline.chapters)
    if count <= OF_ONE_TABLE:
        return []
    sentence = (
        f"episode {timeline.number}, {timeline.title!r}, has {count} chapters. An MP3's table of contents holds "
        f"{OF_ONE_TABLE}, so it was made of several: most players list all chapters, some none. "
        "To be sure, make episodes shorter (`episode_minutes`) or chapters fewer (`chapter_level`)."
    )
    return [sentence]
