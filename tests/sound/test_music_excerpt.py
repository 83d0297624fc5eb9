"""What is read of a piece of music: any format, no more than is heard, and only what was planned with."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile

from hakawati.errors import InputError
from hakawati.sound.excerpt import excerpt
from hakawati.sound.score import Piece
from hakawati.sound.waveform import silent
from real_programs import needs, run
from sound.signals import sine
from sound.tunes import INTRO, piece, strength, tune


@pytest.mark.parametrize("ending", ["wav", "flac", "ogg", "mp3"])
def test_any_format_is_read_as_far_as_needed(ending: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = excerpt(piece(tune(tmp_path / f"tune.{ending}", seconds=5.0, rate=44_100)), 2.0)
    assert (len(found.wave), found.rate) == (88_200, 44_100)
    assert strength(found.wave[8_000:], INTRO, 44_100) == pytest.approx(20 * np.log10(0.3 / np.sqrt(2)), abs=0.3)
    assert capfd.readouterr() == ("", "")


def test_its_loudness_is_measured(tmp_path: Path) -> None:
    """997 Hz at full scale reads -3.01 LUFS (BS.1770-4, annex 1), every dB less one LU less."""
    found = excerpt(piece(tune(tmp_path / "tune.wav", 997.0, 2.0, peak=0.1)), 2.0)
    assert found.loudness == pytest.approx(-23.01, abs=0.02)


def test_even_the_shortest_chime_has_a_loudness(tmp_path: Path) -> None:
    knock = excerpt(piece(tune(tmp_path / "knock.wav", 1_000.0, 0.05)), 4.0)
    assert knock.loudness == pytest.approx(-13.5, abs=0.5)
    assert len(knock.wave) == 2_400


def test_a_moment_of_music_is_measured_by_more_of_it(tmp_path: Path) -> None:
    music = piece(tune(tmp_path / "tune.wav", seconds=2.0))
    assert excerpt(music, 0.01).loudness == pytest.approx(excerpt(music, 2.0).loudness, abs=0.1)


def test_channels_are_mixed_into_one(tmp_path: Path) -> None:
    both = np.stack([sine(INTRO, 1.0, 8_000, 0.4), silent(8_000)], axis=1)
    soundfile.write(tmp_path / "left.wav", both, 8_000)
    assert np.abs(excerpt(piece(tmp_path / "left.wav"), 1.0).wave).max() == pytest.approx(0.2, abs=0.001)


def test_what_is_shorter_is_read_whole(tmp_path: Path) -> None:
    assert len(excerpt(piece(tune(tmp_path / "short.wav", seconds=0.3, rate=8_000)), 60.0).wave) == 2_400


@needs("ffmpeg")
def test_of_ten_minutes_only_the_beginning_is_held(tmp_path: Path) -> None:
    long = tmp_path / "long.mp3"
    run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=440:d=600:r=24000", "-b:a", "32k", long)
    planned = piece(long)
    tracemalloc.start()
    found = excerpt(planned, 2.0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found.wave) == 48_000
    assert peak < 12 * found.wave.nbytes + 2_000_000 < 600 * 24_000


def test_what_changed_since_it_was_planned_is_not_played(tmp_path: Path) -> None:
    planned = piece(tune(tmp_path / "tune.wav", seconds=0.5))
    tune(tmp_path / "tune.wav", 300, seconds=0.5)
    with pytest.raises(
        InputError, match=r"tune\.wav: the music changed while the book was being built. Build it again"
    ):
        excerpt(planned, 1.0)


def test_what_is_gone_since_it_was_planned_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.wav: the music cannot be read .No such file"):
        excerpt(Piece("0" * 64, str(tmp_path / "gone.wav")), 1.0)


def test_a_file_that_breaks_off_is_told_where_that_would_be_heard(tmp_path: Path) -> None:
    whole = tune(tmp_path / "tune.flac", seconds=2.0).read_bytes()
    half = tmp_path / "half.flac"
    half.write_bytes(whole[: len(whole) // 2])
    assert len(excerpt(piece(half), 0.5).wave) == 24_000
    with pytest.raises(InputError, match=r"half.flac: the music cannot be decoded: .*lost sync\. Give an MP3"):
        excerpt(piece(half), 2.0)


@pytest.mark.parametrize(
    ("samples", "told"),
    [
        (np.zeros(48_000, np.float32), "nothing is heard in its first 1 s"),
        (np.zeros(0, np.float32), "it holds no sound"),
        (np.full(48_000, np.nan, np.float32), "it holds samples that are no numbers"),
    ],
    ids=["silence", "nothing", "no numbers"],
)
def test_what_cannot_be_heard_is_no_music(
    samples: "np.ndarray[tuple[int], np.dtype[np.float32]]", told: str, tmp_path: Path
) -> None:
    file = tmp_path / "tune.wav"
    soundfile.write(file, samples, 48_000, subtype="FLOAT")
    with pytest.raises(InputError, match=f"tune.wav: .*{told}"):
        excerpt(piece(file), 5.0)
