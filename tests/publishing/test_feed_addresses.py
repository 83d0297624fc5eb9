"""Where files lie on the web, the calendar of a feed, and its guid."""

import datetime as dt
import time
from uuid import UUID

import pytest

from hakawati.publishing.feed.addresses import address
from hakawati.publishing.feed.calendar import published, rfc_2822
from hakawati.publishing.feed.identity import named_guid, podcast_guid
from hakawati.publishing.short_time import short_time
from hakawati.settings.shape import Feed
from hakawati.units import Milliseconds


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("https://example.org", "https://example.org/01-a.mp3"),
        ("https://example.org/", "https://example.org/01-a.mp3"),
        ("https://example.org/a/b", "https://example.org/a/b/01-a.mp3"),
        ("https://example.org/a/b//", "https://example.org/a/b/01-a.mp3"),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x/01-a.mp3"),
        ("https://example.org/~me/a%20b", "https://example.org/~me/a%20b/01-a.mp3"),
        ("https://example.org/100%", "https://example.org/100%25/01-a.mp3"),
        ("https://example.org/كتاب", "https://example.org/%D9%83%D8%AA%D8%A7%D8%A8/01-a.mp3"),
        ("https://مثال.com/a", "https://xn--mgbh0fb.com/a/01-a.mp3"),
        ("https://مثال.مصر:8443", "https://xn--mgbh0fb.xn--wgbh1c:8443/01-a.mp3"),
        ("http://[::1]:8000", "http://[::1]:8000/01-a.mp3"),
        ('https://example.org/"<>', "https://example.org/%22%3C%3E/01-a.mp3"),
    ],
)
def test_a_file_lies_in_the_folder_the_base_names(base_url: str, expected: str) -> None:
    assert address(base_url, "01-a.mp3") == expected


def test_a_files_name_is_percent_encoded() -> None:
    assert address("https://example.org", "a b?#&.mp3") == "https://example.org/a%20b%3F%23%26.mp3"


@pytest.mark.parametrize(
    "base_url",
    [
        *("https:///a", "https://a..b", "https://[::1/a", f"https://{'a' * 64}.org"),
        *("https://me:word@example.org", "https://example.org:port", "https://example.org:1:2"),
    ],
)
def test_what_names_no_host_is_no_base(base_url: str) -> None:
    with pytest.raises(ValueError, match=r"host|IPv6"):
        address(base_url, "01-a.mp3")


def test_the_guid_is_the_specifications() -> None:
    assert named_guid("mp3s.nashownotes.com/pc20rss.xml") == UUID("917393e3-1b1e-5cef-ace4-edaa54e1f810")
    assert named_guid("podnews.net/rss") == UUID("9b024349-ccf0-5f69-a609-6b82873eab3c")


def test_the_guid_is_of_the_feeds_address_without_its_scheme() -> None:
    for base_url in ("http://example.org/a", "https://example.org/a", "https://example.org/a/"):
        assert podcast_guid(base_url, Feed()) == named_guid("example.org/a/feed.xml")


def test_days_are_english_whatever_this_machine_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "strftime", lambda *_: "الجمعة")
    assert rfc_2822(published(1, dt.date(2026, 1, 30), 7)) == "Fri, 30 Jan 2026 00:00:00 GMT"


def test_episodes_follow_each_other_by_parts_of_days() -> None:
    first = dt.date(2026, 2, 27)
    assert [rfc_2822(published(number, first, 0.5)) for number in (1, 2, 4)] == [
        "Fri, 27 Feb 2026 00:00:00 GMT",
        "Fri, 27 Feb 2026 12:00:00 GMT",
        "Sat, 28 Feb 2026 12:00:00 GMT",
    ]


@pytest.mark.parametrize(
    ("time", "shown"), [(0, "0:00"), (7_999, "0:07"), (59_999, "0:59"), (3_599_999, "59:59"), (3_723_040, "1:02:03")]
)
def test_a_clock_never_runs_ahead(time: int, shown: str) -> None:
    assert short_time(Milliseconds(time)) == shown
