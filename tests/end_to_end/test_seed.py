"""The seed's audiobook, built by the real command with the embedded voice, and looked at with real programs."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
import soundfile
from mutagen.id3 import ID3

from command import SEED, Place, Ran
from hakawati.units import Hertz, milliseconds
from real_programs import chapters, decoded_samples, loudness, needs, run

TITLE = "سيدنا أبو بكر الصديق"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, Ran]:
    place = Place(tmp_path_factory.mktemp("seed"))
    ran = place.run("build", SEED, "--title", TITLE, "--episode-minutes", "3", "-o", "out", "--json")
    assert ran.code == 0, ran.err
    return place, ran


@pytest.fixture(scope="module")
def episodes(built: tuple[Place, Ran]) -> list[Path]:
    place, ran = built
    return [place.path / "out" / episode["file"] for episode in ran.json["episodes"]]


def test_the_answer_says_what_was_made(built: tuple[Place, Ran]) -> None:
    place, ran = built
    answer = ran.json
    assert len(answer["episodes"]) >= 3
    assert answer["segments"] == answer["performed"] + answer["reused"] > 60
    assert answer["failed"] == []
    assert answer["audio_seconds"] == pytest.approx(sum(episode["seconds"] for episode in answer["episodes"]))
    assert {episode["file"]: episode["sha256"] for episode in answer["episodes"]}.items() <= place.hashes().items()


def test_the_folder_holds_the_episodes_the_playlist_and_our_list(built: tuple[Place, Ran]) -> None:
    place, ran = built
    files = [episode["file"] for episode in ran.json["episodes"]]
    assert files == [f"{number:02}-abu-bakr.mp3" for number in range(1, len(files) + 1)]
    endings = (".chapters.json", ".html", ".mp3", ".srt", ".text.js", ".vtt")
    beside = [Path(file).stem + ending for file in files for ending in endings]
    book = ["cover.png", "index.html", "playlist.m3u8", "publication.json"]
    assert sorted(place.hashes()) == [".hakawati.json", ".hakawati.lock", *beside, *book]


def test_the_answer_tells_the_same_chapters_as_the_tags(built: tuple[Place, Ran], episodes: list[Path]) -> None:
    _, ran = built
    for path, episode in zip(episodes, ran.json["episodes"], strict=True):
        marks = sorted(ID3(path).getall("CHAP"), key=lambda mark: mark.start_time)
        assert [(mark.start_time, str(mark.sub_frames["TIT2"])) for mark in marks] == [
            (round(1000 * chapter["start"]), chapter["title"]) for chapter in episode["chapters"]
        ]


def test_libsndfile_decodes_just_the_timelines_samples(built: tuple[Place, Ran], episodes: list[Path]) -> None:
    _, ran = built
    for path, episode in zip(episodes, ran.json["episodes"], strict=True):
        sound, rate = soundfile.read(path)
        assert (rate, len(sound)) == (44_100, round(episode["seconds"] * 44_100))


@needs("ffprobe")
def test_ffprobe_lists_the_chapters_in_order_without_a_gap(built: tuple[Place, Ran], episodes: list[Path]) -> None:
    _, ran = built
    for path, episode in zip(episodes, ran.json["episodes"], strict=True):
        listed = chapters(path)
        assert [chapter["tags"]["title"] for chapter in listed] == [chapter["title"] for chapter in episode["chapters"]]
        assert all(re.search("[\u0621-\u064a]{2}", chapter["tags"]["title"]) for chapter in listed)
        assert listed[0]["start"] == 0
        assert all(one["end"] == other["start"] for one, other in pairwise(listed))
        assert listed[-1]["end"] == milliseconds(round(episode["seconds"] * 44_100), Hertz(44_100))


@needs("ffmpeg")
def test_ffmpeg_decodes_just_the_timelines_samples(built: tuple[Place, Ran], episodes: list[Path]) -> None:
    _, ran = built
    lengths = [round(episode["seconds"] * 44_100) for episode in ran.json["episodes"]]
    assert [decoded_samples(path) for path in episodes] == lengths


@needs("ffmpeg")
def test_every_episode_is_at_the_profiles_loudness(episodes: list[Path]) -> None:
    for path in episodes:
        lufs, peak = loudness(path)
        assert lufs == pytest.approx(-19, abs=0.5)
        assert peak <= -1


@needs("mp3val")
def test_mp3val_has_no_warning(episodes: list[Path]) -> None:
    for path in episodes:
        assert "WARNING" not in run("mp3val", path)


@needs("mpv")
def test_mpv_plays_the_whole_playlist(built: tuple[Place, Ran], episodes: list[Path]) -> None:
    place, _ = built
    playlist = place.path / "out" / "playlist.m3u8"
    shown = run("mpv", "--no-config", "--ao=null", "--ao-null-untimed", "--no-video", "--msg-level=all=warn", playlist)
    assert shown.strip() == "", f"{len(episodes)} episodes: {shown}"


def test_the_check_finds_nothing(built: tuple[Place, Ran]) -> None:
    place, _ = built
    checked = place.run("check", "out", "--json")
    assert (checked.code, checked.json["findings"]) == (0, [])


def test_every_letter_is_in_one_segment_in_order(built: tuple[Place, Ran]) -> None:
    place, _ = built
    source = SEED.read_text("utf-8")
    shown = place.run("show", SEED, "--episode-minutes", "3", "--json").json
    segments = [
        segment for episode in shown["episodes"] for chapter in episode["chapters"] for segment in chapter["segments"]
    ]
    assert _letters("".join(segment["text"] for segment in segments)) == _letters(source)
    assert all(source[segment["start"] : segment["end"]] == segment["text"] for segment in segments)
    assert all(one["end"] <= other["start"] for one, other in pairwise(segments))


def test_the_roles_have_voices_of_their_own(built: tuple[Place, Ran]) -> None:
    place, _ = built
    shown = place.run("show", SEED, "--json").json
    voices: dict[str, set[str]] = {}
    for episode in shown["episodes"]:
        for chapter in episode["chapters"]:
            for segment in chapter["segments"]:
                voices.setdefault(segment["role"], set()).add(segment["voice"])
    assert {"narration", "hadith", "supplication", "verse", "speech", "reference"} <= voices.keys()
    assert all(len(found) == 1 for found in voices.values())
    told_apart = ("narration", "hadith", "supplication", "verse")
    assert len({next(iter(voices[role])) for role in told_apart}) == len(told_apart)


def _letters(text: str) -> str:
    return "".join(character for character in text if unicodedata.category(character)[0] in "LN")
