"""Which take has which music, and what of the settings is in the take's key."""

import hashlib
import io
import json
import os
import pickle
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from hakawati.errors import InputError, SettingsError
from hakawati.settings import Music
from hakawati.sound.accompaniment import accompaniment, require
from hakawati.sound.score import Score
from sound.tunes import CHIME, OUTRO, tune, written


@pytest.fixture
def music(tmp_path: Path) -> Music:
    return Music(
        intro=tune(tmp_path / "intro.wav", seconds=1.0),
        outro=tune(tmp_path / "outro.wav", OUTRO, seconds=1.0),
        chime=tune(tmp_path / "chime.wav", CHIME, seconds=1.0),
    )


def planned(music: Music, *, opens: bool = False, closes: bool = False, begins_chapter: bool = False) -> Score:
    score = accompaniment(music, opens=opens, closes=closes, begins_chapter=begins_chapter)
    assert score is not None
    return score


def heard(music: Music, *, opens: bool, closes: bool, begins_chapter: bool) -> list[str | None]:
    score = accompaniment(music, opens=opens, closes=closes, begins_chapter=begins_chapter) or Score()
    return [Path(passage.piece.file).stem if passage else None for passage in (score.before, score.after)]


@pytest.mark.parametrize(
    ("place", "opens", "closes", "begins_chapter", "before", "after"),
    [
        ("first of an episode", True, False, True, "intro", None),
        ("within a chapter", False, False, False, None, None),
        ("first of a chapter", False, False, True, "chime", None),
        ("last of an episode", False, True, False, None, "outro"),
        ("a chapter of one take, the last", False, True, True, "chime", "outro"),
        ("an episode of one take", True, True, True, "intro", "outro"),
    ],
)
def test_each_take_has_the_music_of_its_place(  # noqa: PLR0913 - the table's columns
    music: Music, place: str, *, opens: bool, closes: bool, begins_chapter: bool, before: str | None, after: str | None
) -> None:
    assert heard(music, opens=opens, closes=closes, begins_chapter=begins_chapter) == [before, after], place


def test_without_music_no_take_has_a_score() -> None:
    assert accompaniment(Music(), opens=True, closes=True, begins_chapter=True) is None


def test_music_of_no_length_is_no_music(music: Music) -> None:
    silenced = replace(music, intro_seconds=0, outro_seconds=0, under=0, chime_seconds=0)
    assert accompaniment(silenced, opens=True, closes=True, begins_chapter=True) is None
    assert accompaniment(silenced, opens=False, closes=False, begins_chapter=True) is None


def test_the_same_music_elsewhere_shapes_a_take_the_same(music: Music, tmp_path: Path) -> None:
    assert music.intro is not None
    elsewhere = tmp_path / "another name.wav"
    elsewhere.write_bytes(music.intro.read_bytes())
    here, there = (planned(replace(music, intro=file), opens=True) for file in (music.intro, elsewhere))
    assert here == there
    assert here.shaped_by() == there.shaped_by()
    assert str(tmp_path) not in json.dumps(here.shaped_by())


def other_tune(folder: Path) -> Path:
    return tune(folder / "other.wav", 300.0, seconds=1.0)


def another(name: str, folder: Path) -> Any:  # noqa: ANN401 - a value of that setting
    return other_tune(folder) if name in {"intro", "outro", "chime"} else -7.0 if name == "duck" else 0.125


@pytest.mark.parametrize("name", [part.name for part in fields(Music)])
def test_every_setting_of_the_music_shapes_some_take(name: str, music: Music, tmp_path: Path) -> None:
    changed = replace(music, **{name: another(name, tmp_path)})

    def shapes(music: Music) -> list[object]:
        whole = planned(music, opens=True, closes=True)
        return [whole.shaped_by(), planned(music, begins_chapter=True).shaped_by()]

    assert shapes(changed) != shapes(music)


def test_a_score_travels_to_other_processes_and_into_keys(music: Music) -> None:
    score = planned(music, opens=True, closes=True)
    travelled = pickle.loads(pickle.dumps(score))  # noqa: S301 - its own
    assert travelled == score
    assert travelled.before.piece.file == str(music.intro)
    assert hash(travelled) == hash(score)
    assert msgspec.json.decode(msgspec.json.encode(score), type=Score) == score
    assert msgspec.json.encode(score.shaped_by())


def test_a_file_is_hashed_once_until_it_changes(music: Music, monkeypatch: pytest.MonkeyPatch) -> None:
    assert music.intro is not None
    digest, read = hashlib.file_digest, list[str]()

    def noted(file: io.BufferedReader, name: str) -> object:
        read.append(file.name)
        return digest(file, name)

    monkeypatch.setattr(hashlib, "file_digest", noted)
    first = [planned(music, opens=True) for _ in range(3)]
    tune(music.intro, 880, seconds=1.0)
    os.utime(music.intro, ns=(1, 1))
    assert planned(music, opens=True) != first[0]
    assert len(set(first)) == 1
    assert len(read) == 2


def test_planning_loads_nothing_heavy(music: Music) -> None:
    asked = (
        "import sys, pathlib; from hakawati.settings import Music; "
        "from hakawati.sound.accompaniment import accompaniment; "
        "accompaniment(Music(intro=pathlib.Path(sys.argv[1])), opens=True, closes=False, begins_chapter=False)"
        ".shaped_by(); print(*sys.modules)"
    )
    command = [sys.executable, "-c", asked, str(music.intro)]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert {"numpy", "soxr", "soundfile", "pydub", "lameenc"}.isdisjoint(loaded)


def test_music_that_is_gone_is_told_when_planning(music: Music) -> None:
    assert music.outro is not None
    music.outro.unlink()
    with pytest.raises(InputError, match=r"outro\.wav: the music cannot be read .No such file.*give another"):
        planned(music, closes=True)


def test_all_that_is_wrong_with_the_music_is_told_at_once(tmp_path: Path) -> None:
    text = tmp_path / "notes.mp3"
    text.write_text("la la la")
    still = written(tmp_path / "still.wav", np.zeros(48_000, np.float32))
    with pytest.raises(SettingsError) as told:
        require(Music(intro=text, outro=still, chime=tmp_path / "gone.wav"))
    intro, outro, chime = told.value.problems
    assert intro.startswith(f"music.intro: {text}: the music cannot be decoded: ")
    assert intro.endswith("Give an MP3, WAV, FLAC or Ogg file.")
    assert outro == f"music.outro: {still}: nothing is heard in its first 1 s. Give another file, or cut it."
    assert chime.startswith(f"music.chime: {tmp_path / 'gone.wav'}: the music cannot be read (No such file")


def test_music_that_is_music_is_let_pass(music: Music) -> None:
    require(music)
    require(Music())
