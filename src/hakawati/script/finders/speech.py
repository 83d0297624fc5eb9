"""Speech and hadith: what follows a saying verb and its colon in quotation marks, or vowelled."""

from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.asides import without_asides
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.finders.quotes import quotation
from hakawati.script.finders.saying import Introduction, introductions
from hakawati.script.finders.vowelled import vowelled_run


def speech(passage: Passage) -> Iterator[Found]:
    """`hadith` where the Prophet is named as the speaker, else `speech` with the speaker's name where one is given."""
    if passage.language != "ar":
        return
    ended = 0
    for introduction in introductions(passage.text):
        if introduction.end < ended or introduction.by_god:
            continue
        extent = spoken_extent(passage.text, introduction.end)
        if extent:
            ended = extent[1]
            manner = _manner(introduction)
            yield from (Found(*stretch, manner) for stretch in without_asides(passage.text, *extent))


def spoken_extent(text: str, at: int) -> tuple[int, int] | None:
    """The quotation or vowelled run that begins at `at`."""
    return quotation(text, at) or vowelled_run(text, at)


def _manner(introduction: Introduction) -> Manner:
    if introduction.by_prophet:
        return Manner(role=Role.HADITH)
    return Manner(role=Role.SPEECH, speaker=introduction.speaker)
