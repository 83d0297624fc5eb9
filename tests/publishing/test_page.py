"""The page and the episodes' texts as files: escaped, self-contained, the same every time, and right to the millisecond."""

import io
import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from hakawati.model import Cue, Ending, Manner, Mark, Role, Segment, TimedChapter, Timeline
from hakawati.publishing.edition import About, Edition, EpisodeEntry, chapter_entries
from hakawati.publishing.page.book_page import Page, book_key
from hakawati.publishing.page.episode_text import EpisodeText
from hakawati.publishing.page.inlined import FOLDER, PAGE_SCRIPTS, PAGE_STYLES, TEXT_STYLES
from hakawati.publishing.page.labels import LABELS
from hakawati.publishing.page.passages import printed_chapters
from hakawati.publishing.page.text_page import TextPage
from hakawati.publishing.page.timings import timings
from hakawati.publishing.page.verse_reference import verse_reference
from hakawati.units import Hertz, Samples, milliseconds

RATE = Hertz(44_100)
HOSTILE = '</script><b>&amp; "it\'s" <!-- \u2028 \u202eevil\u202c 📚 {{ 7 }} ' + "ط" * 300
ABOUT = About(title="كتاب", language="ar", episodes=1, author="خطيب")


def said(text: str, ending: Ending = Ending.PARAGRAPH, start: int = 0, **manner: Any) -> Segment:  # noqa: ANN401 - as Manner has it
    return Segment(text=text, manner=Manner(**manner), ending=ending, start=start, end=start + len(text))


def timeline(*chapters: tuple[str, tuple[Segment, ...]], title: str = "حلقة", marks: tuple[Mark, ...] = ()) -> Timeline:
    """Every segment lasts 50,001 samples, which is no whole number of milliseconds."""
    at, timed = 0, []
    for name, segments in chapters:
        cues = [
            Cue(segment, Samples(at + 50_001 * place), Samples(50_001), marks) for place, segment in enumerate(segments)
        ]
        at += 50_001 * len(cues)
        timed.append(TimedChapter(name, tuple(cues)))
    return Timeline(1, title, RATE, tuple(timed))


def edition(of: Timeline, about: About = ABOUT, made: frozenset[str] = frozenset()) -> Edition:
    entry = EpisodeEntry(of.number, of.title, "01-a.mp3", of.samples, of.rate, 10, "0", chapter_entries(of))
    return Edition(about, (entry,), Path(), made | {"01-a.html", "01-a.text.js"})


def page(of: Timeline, about: About = ABOUT, made: frozenset[str] = frozenset()) -> str:
    file = io.BytesIO()
    Page().write(edition(of, about, made), file)
    return file.getvalue().decode()


def loaded(written: bytes) -> dict[str, object]:
    """What a text script hands to the page."""
    match = re.fullmatch(r"hakawati\(1,(.*)\);\n", written.decode(), re.DOTALL)
    assert match
    return dict(json.loads(match[1]))


class Seen(HTMLParser):
    """Tags, their attributes and the text, as a browser reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, *names: str) -> list[str]:
        return [value for _, attributes in self.tags for name, value in attributes.items() if name in names and value]


def classes(html: str) -> list[str]:
    return [name for value in Seen(html).values("class") for name in value.split()]


def test_lengths_add_up_to_the_milliseconds_that_all_publications_state() -> None:
    of = timeline(("أ", (said("واحد"), said("اثنان"))), ("ب", (said("ثلاثة"),)))
    ends = list(accumulate(length for length, *_ in timings(of)))
    assert ends == [milliseconds(cue.end, RATE) for chapter in of.chapters for cue in chapter.cues]


def test_words_are_told_by_gap_length_and_time() -> None:
    marks = (Mark(0, 2, Samples(4_410)), Mark(3, 6, Samples(22_050)))
    assert timings(timeline(("", (said("من بعد،"),)), marks=marks)) == [[1134, 0, 2, 100, 1, 3, 400]]


def test_characters_are_counted_as_javascript_counts_them() -> None:
    marks = (Mark(0, 1, Samples(0)), Mark(2, 4, Samples(44_100)))
    assert timings(timeline(("", (said("📚 من"),)), marks=marks)) == [[1134, 0, 2, 0, 1, 2, 1000]]


def test_a_number_said_in_several_words_is_one_word() -> None:
    marks = (Mark(0, 3, Samples(0)), Mark(0, 3, Samples(4_410)), Mark(2, 3, Samples(6_000)), Mark(4, 7, Samples(8_820)))
    assert timings(timeline(("", (said("622 سنة"),)), marks=marks)) == [[1134, 0, 3, 0, 1, 3, 200]]


def test_the_text_is_the_authors_letter_by_letter() -> None:
    segments = (said(HOSTILE, Ending.RUN), said("قِفَا نَبْكِ *** مِنْ ذِكْرَى", role=Role.POETRY))
    html = str(loaded(EpisodeText().write(timeline(("", segments)), ABOUT))["html"])
    assert Seen(html).text.split() == " ".join(segment.text for segment in segments).split()
    assert "script" not in [tag for tag, _ in Seen(html).tags]


def test_segments_that_touched_stay_together() -> None:
    segments = (said("(أي ", Ending.RUN, 5), said("محمد)", Ending.RUN, 9), said("ثم", Ending.PARAGRAPH, 20))
    html = str(loaded(EpisodeText().write(timeline(("", segments)), ABOUT))["html"])
    assert Seen(html).text.strip() == "(أي محمد) ثم"


def test_a_text_script_is_safe_wherever_it_stands() -> None:
    written = EpisodeText().write(timeline((HOSTILE, (said(HOSTILE),)), title=HOSTILE), ABOUT).decode()
    assert not {"<", "\u2028", "\u2029"} & set(written)


def test_roles_speakers_and_references_are_told() -> None:
    segments = (
        said("قال", Ending.RUN),
        said("لبيك", Ending.RUN, role=Role.SPEECH, speaker="أبو بكر"),
        said("«نعم»", Ending.RUN, role=Role.HADITH),
        said("وإذ يمكر", role=Role.VERSE, ref="8:30"),
    )
    html = str(loaded(EpisodeText().write(timeline(("", segments)), ABOUT))["html"])
    told = Seen(html)
    assert [name for name in classes(html) if name in set(Role)] == [
        "narration",
        "narration",
        "speech",
        "hadith",
        "verse",
    ]
    assert told.values("data-speaker", "data-reference") == ["أبو بكر", "الأنفال: 30"]
    assert classes(html).count("unquoted") == 1


def test_a_poet_is_named_once() -> None:
    lines = tuple(said("بيت", role=Role.POETRY, speaker="حسان") for _ in range(3))
    passages = printed_chapters(timeline(("", lines)), "ar")[0].passages
    assert [passage.runs[0].speaker for passage in passages] == ["حسان", None, None]


def test_a_title_that_is_read_aloud_is_not_printed_twice() -> None:
    heading = said("الهجرة:", role=Role.HEADING)
    of = timeline(("حلقة", (said("أ"),)), ("الهجرة", (heading, said("ب"))), ("غيره", (said("ج"),)))
    assert [chapter.title for chapter in printed_chapters(of, "ar")] == ["", "", "غيره"]


@pytest.mark.parametrize(
    ("ref", "language", "expected"),
    [
        ("8:30", "ar", "الأنفال: 30"),
        ("2:285-286", "ar", "البقرة: 285-286"),
        ("8:30", "en", "Qur’an 8:30"),
        ("115:1", "ar", "115:1"),
        ("Psalm 23", "en", "Psalm 23"),
    ],
)
def test_a_verse_is_cited_as_readers_do(ref: str, language: str, expected: str) -> None:
    assert verse_reference(ref, language) == expected


def test_the_page_has_all_in_it_and_only_files_beside_it() -> None:
    made = frozenset({"cover.png", "feed.xml", "playlist.m3u8", "book.m4b", "01-a.vtt", "01-a.srt"})
    seen = Seen(page(timeline(("أ", (said("نص"),)), ("ب", (said("نص"),))), made=made))
    files = {value.partition("#")[0] for value in seen.values("href", "src") if not value.startswith(("data:", "#"))}
    assert files == made | {"01-a.mp3", "01-a.html"}
    assert seen.values("data-text") == ["01-a.text.js"]


def test_what_was_not_made_is_not_offered() -> None:
    seen = Seen(page(timeline(("", (said("نص"),)))))
    files = {value.partition("#")[0] for value in seen.values("href", "src") if not value.startswith(("data:", "#"))}
    assert files == {"01-a.mp3", "01-a.html"}


@pytest.mark.parametrize("language", ["ar", "en", "fa", "sw"])
def test_names_are_escaped_everywhere(language: str) -> None:
    about = About(
        title=HOSTILE,
        language=language,
        episodes=1,
        author=HOSTILE,
        narrator=HOSTILE,
        description=HOSTILE,
        copyright=HOSTILE,
    )
    of = timeline((HOSTILE, (said(HOSTILE, speaker=HOSTILE, ref=HOSTILE),)), ("", (said("نص"),)), title=HOSTILE)
    for html in (page(of, about), TextPage().write(of, about).decode()):
        seen = Seen(html)
        assert "b" not in [tag for tag, _ in seen.tags]
        assert HOSTILE in seen.text
    book = json.loads(re.findall(r'id="book">(.*?)</script>', page(of, about), re.DOTALL)[0])
    assert (book["title"], book["author"]) == (HOSTILE, HOSTILE)


@pytest.mark.parametrize(
    ("language", "way", "interface"), [("ar", "rtl", "ar"), ("ur", "rtl", "en"), ("de", "ltr", "en")]
)
def test_the_page_is_laid_out_in_the_direction_of_the_book(language: str, way: str, interface: str) -> None:
    about = About(title="t", language=language, episodes=1)
    of = timeline(("", (said("نص"),)))
    assert f'<html lang="{interface}" dir="{way}">' in page(of, about)
    assert f'<html lang="{language}" dir="{way}">' in TextPage().write(of, about).decode()


def test_only_what_stands_in_the_page_may_run() -> None:
    html = page(timeline(("", (said("نص"),))))
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    for kind in ("script", "style"):
        for inline in re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL):
            assert b64encode(sha256(inline.encode()).digest()).decode() in policy.replace("&#43;", "+")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert not [
        name for tag, attributes in Seen(html).tags for name in attributes if name == "style" or name.startswith("on")
    ]


def test_the_same_edition_gives_the_same_bytes() -> None:
    of = timeline(("أ", (said("نص"),)))
    made = frozenset({"z.m4b", "a.m4b", "feed.xml"})
    assert page(of, made=made) == page(of, made=frozenset(sorted(made, reverse=True)))
    assert EpisodeText().write(of, ABOUT) == EpisodeText().write(of, ABOUT)


def test_the_place_of_a_book_is_kept_when_its_text_is_mended() -> None:
    assert book_key(ABOUT) == book_key(About(title="كتاب", language="ar", episodes=9, author="خطيب", year=2026))
    assert book_key(ABOUT) != book_key(About(title="كتاب", language="ar", episodes=1, author="غيره"))


def test_every_language_has_every_label_with_the_same_gaps() -> None:
    gaps = [{name: text.count("{}") for name, text in labels.items()} for labels in LABELS.values()]
    assert all(one == gaps[0] for one in gaps)


def test_every_style_sheet_and_script_is_used() -> None:
    assert {file.stem for file in (FOLDER / "css").glob("*.css")} == {*PAGE_STYLES, *TEXT_STYLES}
    assert {file.stem for file in (FOLDER / "js").glob("*.js")} == {*PAGE_SCRIPTS, "theme"}


def test_the_page_of_a_book_of_forty_hours_is_small() -> None:
    of = timeline(*((f"باب {number} في ذكر ما كان", (said("نص"),)) for number in range(17)))
    entries = tuple(
        EpisodeEntry(number, f"حلقة {number}", f"{number:03}-a.mp3", of.samples, of.rate, 10, "0", chapter_entries(of))
        for number in range(1, 121)
    )
    file = io.BytesIO()
    Page().write(Edition(ABOUT, entries, Path()), file)
    assert len(file.getvalue()) < 1_000_000
