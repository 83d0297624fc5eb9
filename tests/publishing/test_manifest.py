"""The W3C audiobook manifest, held against the specification: its schema, and what a schema cannot say."""

import datetime as dt
import json
import re
from base64 import b64decode
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from golden import FIXTURES
from hakawati.errors import SettingsError
from hakawati.publishing.edition import About, Edition
from hakawati.publishing.manifest.audiobook import Audiobook, identifier
from hakawati.publishing.manifest.times import duration, place
from hakawati.settings.shape import Feed
from hakawati.units import Milliseconds
from publishing.editions import ABOUT, HOSTILE, edition, lying, spoken, timeline

VALIDATOR = Draft202012Validator(json.loads((FIXTURES / "audiobook-manifest.schema.json").read_text("utf-8")))


def manifest(of: Edition) -> Any:  # noqa: ANN401 - whatever JSON holds
    file = BytesIO()
    Audiobook().write(of, file)
    return json.loads(file.getvalue())


def problems(of: Edition) -> list[str]:
    return [f"{'/'.join(map(str, one.path))}: {one.message}" for one in VALIDATOR.iter_errors(manifest(of))]


def about(**changes: object) -> About:
    return replace(ABOUT, **changes)  # type: ignore[arg-type] # whatever the field is


def milliseconds(iso: str) -> int:
    found = re.fullmatch(r"PT(\d+)\.(\d{3})S", iso)
    assert found
    return 1000 * int(found[1]) + int(found[2])


# --- the specification


def test_the_schema_is_one() -> None:
    VALIDATOR.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize(
    "of",
    [
        edition(),
        edition(made=frozenset()),
        edition(about(author=None, year=None, feed=Feed())),
        edition(about(language="sw", description="Kitabu", copyright="©")),
    ],
    ids=["everything", "sound alone", "nothing set", "another language"],
)
def test_it_is_valid(of: Edition) -> None:
    assert problems(of) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_is_valid_whatever_the_texts_are_and_gives_them_back(text: str) -> None:
    of = edition(about(title=text, author=text), [timeline(1, text, [(text, [spoken("نص")])])])
    assert problems(of) == []
    read = manifest(of)
    assert (read["name"], read["author"], read["readingOrder"][0]["name"]) == (text, text, text)
    assert read["toc"][0]["children"][0]["name"] == text


def test_the_schema_finds_what_is_wrong() -> None:
    wrong = manifest(edition()) | {"readingProgression": "down", "duration": "an hour", "abridged": "no"}
    wrong["readingOrder"][0]["encodingFormat"] = "text/html"
    del wrong["name"]
    assert len([*VALIDATOR.iter_errors(wrong)]) == 5


def test_durations_add_up() -> None:
    """Audiobooks, 6: the whole is the sum of the items in the reading order, or it is an error."""
    uneven = [timeline(number, "ح", [("ف", [spoken("كلمة " * number)])]) for number in range(1, 40)]
    read = manifest(edition(about(episodes=39), uneven))
    assert milliseconds(read["duration"]) == sum(milliseconds(item["duration"]) for item in read["readingOrder"])


def test_no_address_is_named_twice() -> None:
    """Publication Manifest, 4.7.2: neither within a list nor in two of them, nor the manifest itself."""
    read = manifest(edition())
    urls = [item["url"] for item in [*read["readingOrder"], *read["resources"]]]
    assert len(set(urls)) == len(urls)
    assert "publication.json" not in urls


def test_addresses_are_relative_and_lead_to_files_that_are_there(tmp_path: Path) -> None:
    whole = lying(tmp_path)
    read = manifest(whole)
    alternates = [one for item in read["readingOrder"] for one in item.get("alternate", [])]
    for item in [*read["readingOrder"], *read["resources"], *alternates]:
        assert (tmp_path / item["url"]).is_file()
        assert "/" not in item["url"]


def test_what_is_an_alternate_is_a_resource_too() -> None:
    """Audiobooks, 5.8: supplemental content must be in the resource list."""
    read = manifest(edition())
    resources = [item["url"] for item in read["resources"]]
    alternates = [one["url"] for item in read["readingOrder"] for one in item["alternate"]]
    assert alternates == ["01-book.html", "01-book.vtt", "02-book.html", "02-book.vtt"]
    assert set(alternates) < set(resources)


# --- what is said of the book


def test_the_episodes_are_its_reading_order() -> None:
    first, second = manifest(edition())["readingOrder"]
    assert first | {"alternate": []} == {
        "type": "LinkedResource",
        "url": "01-book.mp3",
        "encodingFormat": "audio/mpeg",
        "name": "الأولى",
        "duration": duration(edition().episodes[0].chapters[-1].end),
        "integrity": first["integrity"],
        "alternate": [],
    }
    assert b64decode(first["integrity"].removeprefix("sha256-")) == sha256(b"sound of 1").digest()
    assert second["url"] == "02-book.mp3"


def test_every_chapter_is_found_by_its_time() -> None:
    first, second = manifest(edition())["toc"]
    starts = [chapter.start for chapter in edition().episodes[0].chapters]
    assert first["children"] == [
        {"url": "01-book.mp3#t=0.000", "name": "مقدمة"},
        {"url": place("01-book.mp3", starts[1]), "name": "الأولى"},
    ]
    assert (second["url"], second["name"]) == ("02-book.mp3", "الثانية")


def test_its_cover_and_its_contents_are_named_as_such() -> None:
    related = {item["rel"]: item for item in manifest(edition())["resources"] if "rel" in item}
    assert (related["cover"]["url"], related["cover"]["name"]) == ("cover.png", "سيرة أبي بكر")
    assert (related["contents"]["url"], related["contents"]["encodingFormat"]) == ("index.html", "text/html")


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("ur", "rtl"), ("en", "ltr")])
def test_it_goes_the_way_its_language_is_written(language: str, way: str) -> None:
    read = manifest(edition(about(language=language)))
    assert read["readingProgression"] == way
    assert read["@context"][2] == {"language": language, "direction": way}


def test_dates_come_from_the_settings_alone() -> None:
    dated = manifest(edition())
    assert (dated["datePublished"], dated["copyrightYear"]) == ("2026-01-30", 2026)
    undated = manifest(edition(about(year=None, feed=Feed())))
    assert not [name for name in undated if name.startswith("date") or name == "copyrightYear"]


@pytest.mark.parametrize(
    ("made", "features", "modes"),
    [
        ([], ["structuralNavigation", "unlocked"], [["auditory"]]),
        (["01-book.vtt"], ["structuralNavigation", "unlocked"], [["auditory"]]),
        (
            ["01-book.vtt", "02-book.html"],
            ["structuralNavigation", "transcript", "unlocked"],
            [["auditory"], ["textual"]],
        ),
        (
            ["index.html"],
            ["structuralNavigation", "synchronizedAudioText", "tableOfContents", "unlocked"],
            [["auditory"]],
        ),
    ],
)
def test_only_what_was_made_is_promised(made: list[str], features: list[str], modes: list[list[str]]) -> None:
    read = manifest(edition(made=frozenset(made)))
    assert read["accessibilityFeature"] == features
    assert [one["itemListElement"] for one in read["accessModeSufficient"]] == modes


def test_its_identifier_outlasts_changes_and_is_the_podcasts_where_it_is_one() -> None:
    assert identifier(ABOUT) == identifier(about(description="x", year=None, narrator="n", title="y"))
    offline = about(feed=Feed())
    assert identifier(offline) == identifier(replace(offline, description="x", episodes=9))
    assert identifier(offline) != identifier(replace(offline, title="y"))
    assert manifest(edition(offline))["id"].startswith("urn:uuid:")
    assert "url" not in manifest(edition(offline))
    assert manifest(edition())["url"] == "https://example.org/books/one/publication.json"


def test_an_address_that_is_none_is_said() -> None:
    with pytest.raises(SettingsError, match="is no address on the web"):
        Audiobook().refused(about(feed=Feed(base_url="https:///x", date=dt.date(2026, 1, 1))))
    assert Audiobook().refused(about(feed=Feed())) is None


@pytest.mark.parametrize(("time", "written"), [(0, "PT0.000S"), (7, "PT0.007S"), (3_723_040, "PT3723.040S")])
def test_durations_are_in_seconds_with_milliseconds(time: int, written: str) -> None:
    assert duration(Milliseconds(time)) == written
