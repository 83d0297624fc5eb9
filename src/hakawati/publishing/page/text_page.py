"""`01-name.html`: an episode's text alone, for readers without JavaScript, search engines and printers."""

from hakawati.model import Timeline
from hakawati.publishing.direction import direction
from hakawati.publishing.edition import About
from hakawati.publishing.page.drawing import draw
from hakawati.publishing.page.inlined import TEXT_STYLES, content_security_policy, style
from hakawati.publishing.page.labels import labels
from hakawati.publishing.page.passages import printed_chapters


class TextPage:
    """An episode's text as a page of its own, beside its MP3."""

    name = "page"
    ending = ".html"
    revision = 1

    def write(self, timeline: Timeline, about: About) -> bytes:
        """UTF-8."""
        styles = style(TEXT_STYLES)
        return draw(
            "text_page.html.jinja",
            about=about,
            timeline=timeline,
            chapters=printed_chapters(timeline, about.language),
            labels=labels(about.language),
            direction=direction(about.language),
            style=styles,
            policy=content_security_policy(styles, ()),
        ).encode()
