"""A built folder held against the standards: each rule finds what breaks it, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from hakawati import cli
from hakawati.checking.folder import check
from hakawati.errors import InputError
from hakawati.profiles import PROFILES, Profile
from hakawati.sound.encoding import encode
from hakawati.sound.linking import link
from sound.signals import ACX, PODCAST, performed, speech, talk

SCRIPT = (
    "# الأولى\n\nكان يا ما كان في قديم الزمان.\n\n## فصل\n\nثم مضى زمن طويل.\n\n# الثانية\n\nوهذه قصة أخرى طويلة.\n"
)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HAKAWATI_STORE", str(tmp_path / "store"))
    (tmp_path / "book.md").write_text(SCRIPT, "utf-8")
    assert cli.run(["build", "book.md", "-o", "out", "--engine", "espeak"]) == 0
    return tmp_path / "out"


def found(folder: Path, profile: Profile = PODCAST) -> list[tuple[str, str]]:
    return [(finding.file, finding.rule) for finding in check(folder, profile).findings]


def change_tag(path: Path, change: Callable[[ID3], object]) -> None:
    tag = ID3(path)
    change(tag)
    tag.save(path, v2_version=3)


def test_what_a_build_made_is_as_it_should_be(built: Path) -> None:
    report = check(built, PODCAST)
    assert report.findings == ()
    assert [figures.file for figures in report.episodes] == ["01-book.mp3", "02-book.mp3"]
    assert all(figures.loudness == pytest.approx(-19, abs=0.5) for figures in report.episodes)


def test_a_broken_frame_is_found_and_nothing_more_asked(built: Path) -> None:
    path = built / "02-book.mp3"
    path.write_bytes(path.read_bytes()[:-100])
    assert found(built) == [("02-book.mp3", "frames are whole")]


def test_a_missing_file_and_an_unlisted_one_are_found(built: Path) -> None:
    (built / "02-book.mp3").rename(built / "99-book.mp3")
    assert found(built) == [("02-book.mp3", "playlist"), ("99-book.mp3", "playlist")]


def test_another_profile_is_found(built: Path) -> None:
    rules = {rule for _, rule in found(built, ACX)}
    assert rules == {"frames are the profiles", "loudness is the profiles", "peaks stay below the profiles"} & rules
    assert {"frames are the profiles", "loudness is the profiles"} <= rules


def test_a_length_that_is_not_as_stated_is_found(built: Path) -> None:
    path = built / "01-book.mp3"
    data = bytearray(path.read_bytes())
    at = data.index(b"Info") + 8
    data[at + 3] ^= 1
    path.write_bytes(data)
    assert ("01-book.mp3", "length is as stated") in found(built)


def test_a_missing_info_frame_is_found(built: Path) -> None:
    path = built / "01-book.mp3"
    path.write_bytes(path.read_bytes().replace(b"Info", b"Nope", 1))
    assert ("01-book.mp3", "length is as stated") in found(built)


def test_missing_texts_of_the_tag_are_found(built: Path) -> None:
    change_tag(built / "01-book.mp3", lambda tag: tag.delall("TALB"))
    assert found(built) == [("01-book.mp3", "the tag says what it is")]


def test_a_file_without_any_tag_is_found(built: Path) -> None:
    path = built / "01-book.mp3"
    path.write_bytes(path.read_bytes()[ID3(path).size :])
    assert found(built) == [("01-book.mp3", "the tag says what it is"), ("01-book.mp3", "chapters cover it")]


@pytest.mark.parametrize(
    "change",
    [
        lambda tag: setattr(tag["CHAP:chp000"], "end_time", 17),
        lambda tag: setattr(tag["CHAP:chp001"], "end_time", 17),
        lambda tag: setattr(tag["CHAP:chp000"], "start_time", 17),
        lambda tag: tag["CHAP:chp001"].sub_frames.clear(),
    ],
    ids=["a gap", "an early end", "a late start", "no title"],
)
def test_chapters_that_do_not_cover_the_episode_are_found(built: Path, change: Callable[[ID3], object]) -> None:
    change_tag(built / "01-book.mp3", change)
    assert found(built) == [("01-book.mp3", "chapters cover it")]


def test_too_loud_and_too_long_are_found(built: Path) -> None:
    tight = Profile("tight", PODCAST.rate, PODCAST.kbps, PODCAST.loudness, PODCAST.true_peak, max_minutes=0.01)
    assert {rule for _, rule in found(built, tight)} == {"it is no longer than allowed"}
    loud = encode(performed(speech(talk(3.0)), PODCAST, volume=8.0), PODCAST)
    path = built / "01-book.mp3"
    tag = path.read_bytes()[: ID3(path).size]
    with path.open("w+b") as file:
        file.write(tag)
        link([loud], file, PODCAST)
    assert ("01-book.mp3", "loudness is the profiles") in found(built)


def test_a_folder_without_a_book_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"playlist\.m3u8: cannot be read"):
        check(tmp_path, PROFILES["podcast"])
