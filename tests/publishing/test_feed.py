"""The podcast's feed, read by feedparser as apps read it, and by lxml where every character counts."""

import datetime as dt
from dataclasses import replace
from io import BytesIO
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from hakawati.errors import SettingsError
from hakawati.publishing.edition import About, Edition
from hakawati.publishing.feed.elements import NAMESPACES, legal
from hakawati.publishing.feed.rss_feed import RssFeed
from hakawati.settings.shape import Feed
from publishing.editions import ABOUT, HOSTILE, PLAIN, PODCAST, edition, spoken, timeline

BASE = "https://example.org/books/one"


def written(of: Edition) -> bytes:
    file = BytesIO()
    RssFeed().write(of, file)
    return file.getvalue()


def parsed(of: Edition) -> Any:  # noqa: ANN401 - feedparser has no types
    """As an app sees it: a clean parse, in which no text is cut or mended."""
    found = feedparser.parse(written(of), sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.bozo_exception
    return found


def about(**changes: object) -> About:
    return replace(ABOUT, **changes)  # type: ignore[arg-type] # whatever the field is


def saying(**changes: object) -> Edition:
    """The book, its feed's settings changed."""
    return edition(about(feed=replace(PODCAST, **changes)))  # type: ignore[arg-type] # whatever the key is


def texts(of: Edition, path: str) -> list[str]:
    """What an XPath finds, character by character."""
    return [str(found) for found in etree.fromstring(written(of)).xpath(path, namespaces=NAMESPACES)]


# --- the podcast


@pytest.mark.parametrize(
    "place",
    [
        "title/text()",
        "description/text()",
        "language/text()",
        "itunes:image/@href",
        "itunes:category/@text",
        "itunes:explicit/text()",
    ],
)
def test_the_channel_has_what_apple_requires(place: str) -> None:
    [found] = texts(edition(), f"/rss/channel/{place}")
    assert found == found.strip() != ""


@pytest.mark.parametrize(
    "place", ["title/text()", "enclosure/@url", "guid/text()", "pubDate/text()", "itunes:episode/text()"]
)
def test_every_item_has_what_apple_requires(place: str) -> None:
    first, second = texts(edition(), f"/rss/channel/item/{place}")
    assert first != second


def test_the_podcast_is_the_book() -> None:
    channel = parsed(saying(subcategory="Islam", owner="دار")).feed
    assert (channel.title, channel.language) == ("سيرة أبي بكر", "ar")
    assert channel.image.href == f"{BASE}/cover.png"
    assert [tag.term for tag in channel.tags] == ["Religion & Spirituality", "Islam"]
    assert (channel.publisher_detail.name, channel.publisher_detail.email) == ("دار", "owner@example.org")
    assert channel.itunes_type == "serial"
    assert channel.podcast_medium == "audiobook"


def test_it_names_itself_and_its_page() -> None:
    assert texts(edition(), "/rss/channel/atom:link[@rel='self']/@href") == [f"{BASE}/feed.xml"]
    assert texts(edition(), "/rss/channel/link/text()") == [f"{BASE}/index.html"]
    assert texts(edition(made=frozenset()), "/rss/channel/link/text()") == [f"{BASE}/"]
    assert texts(saying(link="https://example.org/?of=أ"), "/rss/channel/link/text()") == [
        "https://example.org/?of=%D8%A3"
    ]


@pytest.mark.parametrize(("explicit", "said"), [(True, "true"), (False, "false")])
def test_explicit_is_true_or_false(explicit: bool, said: str) -> None:  # noqa: FBT001 - a case
    assert set(texts(saying(explicit=explicit), "//itunes:explicit/text()")) == {said}


def test_author_and_narrator_are_persons_of_it() -> None:
    persons = etree.fromstring(written(edition())).findall("channel/podcast:person", NAMESPACES)
    assert [(one.text, one.get("role"), one.get("group")) for one in persons] == [
        ("خطيب", "author", "writing"),
        ("Hakawati", "narrator", "cast"),
    ]


def test_without_an_author_the_narrator_stands_for_it() -> None:
    anonymous = edition(about(author=None))
    assert texts(anonymous, "//itunes:author/text()") == ["Hakawati"]
    assert texts(anonymous, "//itunes:name/text()") == ["Hakawati"]
    assert texts(anonymous, "//podcast:person/@role") == ["narrator"]


def test_other_hosts_may_import_it_only_where_it_is_not_locked() -> None:
    assert texts(edition(), "//podcast:locked/text()") == ["yes"]
    assert texts(edition(), "//podcast:locked/@owner") == ["owner@example.org"]
    assert texts(saying(locked=False, email=None), "//podcast:locked/text()") == ["no"]
    assert texts(saying(email=None), "//podcast:locked/@owner") == []


def test_what_was_not_made_is_not_promised() -> None:
    bare = written(edition(made=frozenset())).decode()
    for name in ("cover.png", ".vtt", ".srt", ".chapters.json", "index.html"):
        assert name not in bare


def test_the_description_is_the_settings_or_a_sentence() -> None:
    assert parsed(edition(about(description="سيرة & عبر"))).feed.description == "سيرة &amp; عبر"
    assert parsed(edition()).feed.description == "كتاب مسموع: سيرة أبي بكر، تأليف خطيب."
    assert parsed(edition(about(language="sw", author=None))).feed.description == "سيرة أبي بكر"


# --- the episodes


def test_feedparser_sees_every_episode_with_sound_chapters_and_transcript() -> None:
    for number, item in enumerate(parsed(edition()).entries, 1):
        stem = f"{BASE}/{number:02}-book"
        [sound] = item.enclosures
        assert (sound.href, sound.type, sound.length) == (f"{stem}.mp3", "audio/mpeg", "10")
        assert item.podcast_chapters == {"url": f"{stem}.chapters.json", "type": "application/json+chapters"}
        assert item.podcast_transcript["url"].startswith(stem)
        assert (item.itunes_episode, item.itunes_season) == (f"{number}", "1")


def test_transcripts_have_kind_and_language() -> None:
    found = etree.fromstring(written(edition())).findall("channel/item[1]/podcast:transcript", NAMESPACES)
    assert [dict(one.attrib) for one in found] == [
        {"url": f"{BASE}/01-book.vtt", "type": "text/vtt", "language": "ar", "rel": "captions"},
        {"url": f"{BASE}/01-book.srt", "type": "application/x-subrip", "language": "ar", "rel": "captions"},
    ]


def test_notes_tell_the_chapters_with_their_times() -> None:
    first, second = parsed(edition()).entries
    assert first.description == "0:00 مقدمة<br/>0:02 الأولى"
    assert second.description == "0:00 خاتمة"
    assert "content" not in first


def test_an_episode_lasts_whole_seconds() -> None:
    lasting = [round(episode.seconds) for episode in edition().episodes]
    assert texts(edition(), "//itunes:duration/text()") == [f"{seconds}" for seconds in lasting]


# --- days


def test_episodes_appear_a_week_apart_from_the_first_day_on() -> None:
    assert texts(edition(), "//pubDate/text()") == ["Fri, 30 Jan 2026 00:00:00 GMT", "Fri, 06 Feb 2026 00:00:00 GMT"]


def test_episodes_of_one_day_keep_their_order() -> None:
    assert texts(saying(every_days=0), "//pubDate/text()") == [
        "Fri, 30 Jan 2026 00:00:00 GMT",
        "Fri, 30 Jan 2026 00:01:00 GMT",
    ]


def test_nothing_else_is_dated() -> None:
    assert texts(edition(), "/rss/channel/lastBuildDate | /rss/channel/pubDate") == []


# --- identity


def test_guids_outlast_every_change_of_the_book() -> None:
    mended = edition(about(title="آخر", author=None), [replace(one, title="جديد") for one in PLAIN[::-1]], frozenset())
    before = dict(zip(texts(edition(), "//itunes:episode/text()"), texts(edition(), "//guid/text()"), strict=True))
    after = dict(zip(texts(mended, "//itunes:episode/text()"), texts(mended, "//guid/text()"), strict=True))
    assert before == after
    assert len(set(before.values())) == 2
    assert texts(edition(), "//podcast:guid/text()") == texts(mended, "//podcast:guid/text()")
    assert set(texts(edition(), "//guid/@isPermaLink")) == {"false"}


def test_guids_outlast_a_move_that_is_told() -> None:
    [guid] = texts(edition(), "//podcast:guid/text()")
    moved = saying(base_url="https://elsewhere.example", guid=guid.upper())
    assert texts(moved, "//podcast:guid/text()") == [guid]
    assert texts(moved, "//guid/text()") == texts(edition(), "//guid/text()")
    assert texts(saying(base_url="https://elsewhere.example"), "//guid/text()") != texts(edition(), "//guid/text()")


# --- hostile texts


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_comes_back_whole(text: str) -> None:
    of = edition(
        about(title=text, author=text, narrator=text, copyright=text),
        [timeline(1, text, [(text, [spoken("نص")])])],
    )
    there = legal(text)
    assert texts(of, "/rss/channel/title/text() | //item/title/text() | //itunes:title/text()") == [there] * 3
    assert texts(of, "//podcast:person/text() | //itunes:author/text() | //copyright/text()") == [there] * 4
    item = parsed(of).entries[0]
    assert item.description.startswith("0:00 ")
    assert not [tag for tag in ("<script", "<img", "<b>") if tag in item.description]


def test_only_what_xml_forbids_is_left_out() -> None:
    kept = "\t\n\r \x7f\x85أ\u202e\ufdd0\U0001f319\U0010ffff"
    assert legal(f"\x00\x08{kept}\x0b\ud800\ufffe\uffff") == kept


@given(st.text(st.characters(), max_size=300))
@settings(deadline=None, max_examples=60, derandomize=True)
def test_any_title_makes_a_feed_that_holds_it(title: str) -> None:
    assert texts(edition(about(title=f"{title}.")), "/rss/channel/title/text()") == [legal(f"{title}.")]


# --- what it cannot be made without


@pytest.mark.parametrize("feed", [Feed(), Feed(date=dt.date(2026, 1, 30))])
def test_a_feed_without_addresses_is_refused(feed: Feed) -> None:
    assert RssFeed().refused(about(feed=feed)) == (
        "feed.xml: it has to say where the files will lie on the web; write "
        '`base_url = "https://example.org/book"` below `[feed]` in hakawati.toml.'
    )
    with pytest.raises(SettingsError, match=r"feed\.xml: it has to say"):
        written(edition(about(feed=feed)))


def test_without_a_date_episodes_are_not_dated() -> None:
    feed = Feed(base_url=BASE)
    assert RssFeed().refused(about(feed=feed)) is None
    assert texts(edition(about(feed=feed)), "//pubDate") == []


def test_a_feed_with_all_it_needs_is_not_refused() -> None:
    assert RssFeed().refused(ABOUT) is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"category": "religion"}, "there is no category 'religion'. Did you mean 'Religion & Spirituality'?"),
        ({"category": "Historie"}, "there is no category 'Historie'. Did you mean 'History'?"),
        ({"category": "Islam"}, "there is no category 'Islam'. It is a subcategory of 'Religion & Spirituality'."),
        ({"category": "qqq"}, "there is no category 'qqq'. There are: Arts, Business, Comedy,"),
        ({"subcategory": "Books"}, "'Religion & Spirituality' has no subcategory 'Books'. There are: Buddhism,"),
        ({"category": "History", "subcategory": "x"}, "'History' has no subcategory 'x'. It has none."),
        ({"base_url": "https:///book"}, "feed.base_url = 'https:///book' is no address on the web: it names no host."),
        ({"base_url": "https://a..b"}, "feed.base_url = 'https://a..b' is no address on the web: no host is called"),
        ({"link": "https://[1"}, "feed.link = 'https://[1' is no address on the web:"),
        ({"date": dt.date(26, 1, 30)}, "feed.date = 0026-01-30: no podcast app can read such years"),
        ({"date": dt.date(9999, 12, 31)}, "feed.date = 9999-12-31: no podcast app can read such years"),
    ],
)
def test_settings_that_cannot_be_right_are_said(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        RssFeed().refused(saying(**wrong).about)
    assert said in str(caught.value)
