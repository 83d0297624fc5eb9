"""Engines, casts and recordings as their user meets them: what is told, what is kept, and what is left behind."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from command import Place, Ran
from engines.packages import package

BOOK = "قال الرجل نعم.\n\nثم ذهب."

BUILD = ("build", "book.txt", "-o", "out", "--no-announce")

FAILING = """
engine = "command"

[engines.command]
run = "false"
"""

WORDY = """
from dataclasses import dataclass, field

from hakawati.engines.silent import Silent


@dataclass(frozen=True)
class Options:
    words: list[str] = field(default_factory=list)


class Wordy(Silent):
    name = "wordy"
    Options = Options

    def cast(self, language):
        from dataclasses import replace
        return {role: replace(voice, engine=self.name) for role, voice in super().cast(language).items()}
"""


def tone(path: Path, seconds: float, loudness: float = 0.25) -> None:
    soundfile.write(path, loudness * np.sin(np.arange(round(seconds * 16_000)) / 8), 16_000)


def test_an_audition_goes_on_where_a_voice_fails(place: Place) -> None:
    place.text(
        'engine = "silent"\n[cast.verse]\nname = "espeak:ar+m7"\n[cast."أبو بكر"]\nname = "low"\n', "hakawati.toml"
    )
    ran = place.run("audition", "نعم", "-o", "heard", "--voice", "silent:nobody", "--voice", "espeak:ar+f2", "--json")
    heard = {voice["who"]: voice for voice in ran.json["voices"]}
    assert ran.code == 1
    assert (ran.json["text"], ran.json["out"]) == ("نعم", "heard")
    assert heard["silent:nobody"]["error"].startswith("silent: there is no voice 'nobody'.")
    assert heard["silent:nobody"]["file"] is None
    assert heard["verse"]["voice"].startswith("espeak:ar+m7")
    assert heard["أبو بكر"]["file"].endswith("-speaker.mp3"), "names of files are ASCII"
    files = [voice["file"] for voice in heard.values() if voice["file"]]
    assert sorted([*files, "playlist.m3u8"]) == sorted(path.name for path in (place.path / "heard").iterdir())
    assert [line for line in (place.path / "heard/playlist.m3u8").read_text().splitlines() if line in files] == files


def test_every_take_of_the_fallback_is_listed(place: Place) -> None:
    place.text(BOOK)
    place.text(FAILING, "hakawati.toml")
    ran = place.run(*BUILD, "--fallback", "silent", "--json")
    assert (ran.code, ran.json["failed"]) == (0, [])
    assert {one["error"] for one in ran.json["fallbacks"]} == {"command: false ended with 1."}
    assert all(one["voice"].startswith("silent:") for one in ran.json["fallbacks"])
    assert len(ran.json["fallbacks"]) == ran.json["segments"]


def test_what_is_built_is_foreseen_with_nothing_new(place: Place) -> None:
    place.text(BOOK)
    place.run(*BUILD, "--engine", "silent")
    ran = place.run(*BUILD, "--engine", "silent", "--dry-run", "--json")
    assert ran.json["engines"] == [
        {"engine": "silent", "takes": 0, "characters": 0, "requests": 0, "seconds": 0.0},
    ]


def verse(place: Place, *more: str) -> Ran:
    place.text('# فصل\n\nقال تعالى: [الحمد لله رب العالمين]{.verse ref="1:2"}\n', "book.md")
    return place.run("build", "book.md", "-o", "out", "--engine", "silent", "--no-announce", "--json", *more)


def test_a_recording_is_known_by_its_sound_not_by_its_place(place: Place) -> None:
    tone(place.path / "one.wav", 2.0)
    place.text('[recordings]\n"١:٢" = "one.wav"\n', "hakawati.toml")
    assert verse(place).json["performed"] == 2
    first = place.hashes()
    (place.path / "far").mkdir()
    (place.path / "one.wav").rename(place.path / "far" / "other.wav")
    place.text('[recordings]\n"1:2" = "far/other.wav"\n', "hakawati.toml")
    again = verse(place)
    assert (again.json["performed"], place.hashes()) == (0, first)


def test_a_recording_in_which_nothing_is_heard_is_told_before_anything_is_made(place: Place) -> None:
    tone(place.path / "one.wav", 2.0, loudness=0.0)
    place.text('[recordings]\n"1:2" = "one.wav"\n', "hakawati.toml")
    ran = verse(place)
    assert ran.code == 1
    assert f"recording: nothing is heard in {place.path / 'one.wav'}." in ran.json["error"]["message"]
    assert not list((place.path / "out").glob("*.mp3"))


def test_lists_in_the_environment_have_commas(place: Place) -> None:
    place.text(BOOK)
    environment = {
        "HAKAWATI_ENGINE": "silent",
        "HAKAWATI_CAST__SPEECH__ALTERNATE": "low, high",
        "HAKAWATI_ENGINES__OPENAI__VOICES": "alloy,nova",
        "OPENAI_API_KEY": "any",
    }
    shown = place.run("show", "book.txt", "--spoken", **environment)
    assert "silent:low: نَعَمْ" in shown.out
    engines = {one["name"]: one for one in place.run("engines", "--json", **environment).json}
    assert engines["openai"]["voices"] == ["alloy", "nova"]


def test_what_there_is_to_choose_from_is_told(place: Place) -> None:
    ran = place.run("engines", HAKAWATI_ENGINES__OPENAI__FORMAT="ogg", HAKAWATI_HONORIFICS="all")
    assert ran.code == 2
    assert "HAKAWATI_ENGINES__OPENAI__FORMAT = 'ogg': there are wav, mp3, flac, opus, pcm" in ran.err
    assert "HAKAWATI_HONORIFICS = 'all': there are supply, say, leave" in ran.err


def test_a_plug_in_may_have_lists_for_options(place: Place) -> None:
    place.text(BOOK)
    place.text('engine = "wordy"\n[engines.wordy]\nwords = ["one", "two"]\n', "hakawati.toml")
    (place.path / "plug-in").mkdir()
    package(place.path / "plug-in", {"wordy": "wordy:Wordy"}, {"wordy": WORDY})
    ran = place.run(*BUILD, PYTHONPATH=str(place.path / "plug-in"))
    assert ran.code == 0, ran.err


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="process groups are a thing of POSIX")
def test_a_build_that_is_interrupted_leaves_no_program_and_no_file_of_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms = place.path / "rooms"
    rooms.mkdir()
    monkeypatch.setenv("TMPDIR", str(rooms))
    place.text(BOOK)
    sleeper = place.text('#!/bin/sh\necho $$ > "$0.$$.pid"\nexec sleep 60\n', "sleeper")
    sleeper.chmod(0o755)
    place.text(f"engine = 'command'\n[engines.command]\nrun = '{sleeper}'\n", "hakawati.toml")
    running = place.start(*BUILD, "--jobs", "1")
    wait_until(lambda: bool(list(place.path.glob("*.pid"))))
    began = time.monotonic()
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=30)
    assert time.monotonic() - began < 10
    assert running.returncode == 130
    assert "stopped. What was performed is kept" in told
    wait_until(lambda: not any(is_alive(int(path.read_text())) for path in place.path.glob("*.pid")))
    assert list(rooms.glob("hakawati-*")) == []


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
