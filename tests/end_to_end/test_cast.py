"""The seed by a whole cast: two engines and more than five voices, by role and by speaker."""

from collections import Counter
from typing import Any

import numpy as np
import pytest
import soundfile

from command import SEED, Place

CAST = """
[cast.narration]
engine = "silent"
name = "middle"

[cast.heading]
engine = "silent"
name = "high"
rate = 0.9

[cast.verse]
name = "ar+m7"
pause_before = 1.25

[cast.hadith]
name = "ar+m3"

[cast.speech]
name = "ar+m1"

[cast."أبو بكر"]
name = "ar+m4"
"""
OTHER_VERSE = CAST.replace("ar+m7", "ar+m2")


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """One folder and one store for all: the seed is spelled once."""
    place = Place(tmp_path_factory.mktemp("cast"))
    place.text(SEED.read_text("utf-8"), "seed.txt")
    place.text(CAST, "hakawati.toml")
    return place


def segments(shown: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        segment for episode in shown["episodes"] for chapter in episode["chapters"] for segment in chapter["segments"]
    ]


def test_show_names_the_voice_of_every_segment(seeded: Place) -> None:
    seeded.text(CAST, "hakawati.toml")
    shown = segments(seeded.run("show", "seed.txt", "--json").json)
    voices = {segment["role"]: set[str]() for segment in shown}
    for segment in shown:
        voices[segment["role"]].add(segment["voice"].split(" ")[0])
    assert voices["narration"] == {"silent:middle"}
    assert voices["heading"] == {"silent:high"}
    assert voices["verse"] == {"espeak:ar+m7"}
    assert voices["hadith"] == {"espeak:ar+m3"}
    assert len(set.union(*voices.values())) >= 5
    text = seeded.run("show", "seed.txt", "--spoken").out
    assert "espeak:ar+m7" in text
    assert "silent:middle" in text


def test_a_new_voice_for_a_role_makes_that_roles_takes_only(seeded: Place) -> None:
    seeded.text(CAST, "hakawati.toml")
    first = seeded.run("build", "seed.txt", "-o", "out", "--no-announce", "--json").json
    assert first["performed"] == first["segments"]
    roles = Counter(segment["role"] for segment in segments(seeded.run("show", "seed.txt", "--json").json))
    seeded.text(OTHER_VERSE, "hakawati.toml")
    again = seeded.run("build", "seed.txt", "-o", "out", "--no-announce", "--json").json
    assert (again["performed"], again["reused"]) == (roles["verse"], first["segments"] - roles["verse"])
    assert roles["verse"] > 0


def test_who_is_cast_and_never_speaks_is_told(seeded: Place) -> None:
    seeded.text(f'{CAST}\n[cast."خديجة"]\nname = "ar+f1"\n', "hakawati.toml")
    ran = seeded.run("build", "seed.txt", "-o", "out", "--dry-run")
    assert ran.code == 0
    assert "خديجة" in ran.err


def test_a_voice_that_is_not_there_is_told_before_anything_is_made(seeded: Place) -> None:
    seeded.text(CAST.replace("ar+m3", "ar+m99"), "hakawati.toml")
    ran = seeded.run("build", "seed.txt", "-o", "elsewhere")
    assert ran.code == 2
    assert "'m99'" in ran.err
    assert not list((seeded.path / "elsewhere").glob("*.mp3"))


def test_a_verse_is_recited_by_its_recording(place: Place) -> None:
    script = place.text('# فصل\n\nقال تعالى: [الحمد لله رب العالمين]{.verse ref="1:2"} ثم سكت.\n', "book.md")
    tone = np.sin(np.arange(8 * 16_000) / 8).astype("float32") / 4
    soundfile.write(place.path / "verse.flac", tone, 16_000)
    build = ("build", script, "--engine", "silent", "--no-announce", "--json")
    spoken = place.run(*build, "-o", "spoken").json
    place.text('[recordings]\n"1:2" = "verse.flac"\n"2:255" = "verse.flac"\n', "hakawati.toml")
    shown = segments(place.run("show", script, "--json", "--role", "verse").json)
    assert [segment["voice"] for segment in shown] == [f"recording:{place.path / 'verse.flac'}"]
    recited = place.run(*build, "-o", "recited")
    assert "2:255" in recited.err, "a recording of a verse that the book does not have is told"
    assert recited.json["performed"] == 1
    assert recited.json["audio_seconds"] - spoken["audio_seconds"] > 4, "eight seconds instead of two"
