"""A written file is decoded and measured as a player would hear it."""

import io
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile

from hakawati.errors import InputError
from hakawati.sound import measuring
from hakawati.sound.encoding import encode
from hakawati.sound.linking import link
from hakawati.sound.loudness import integrated
from hakawati.sound.measuring import measure
from hakawati.sound.true_peak import true_peak
from hakawati.units import Hertz
from sound.signals import PODCAST, noise, performed, sine, speech, takes, talk


def test_a_known_tone_measures_what_it_is(tmp_path: Path) -> None:
    wav = tmp_path / "tone.wav"
    soundfile.write(wav, sine(997, 3.0, 48_000, 0.5), 48_000, subtype="FLOAT")
    found = measure(wav)
    assert (found.samples, found.rate) == (144_000, 48_000)
    assert found.loudness == pytest.approx(-9.03, abs=0.02)
    assert found.true_peak == pytest.approx(-6.02, abs=0.02)


def test_an_mp3_read_in_pieces_is_the_same_as_in_one(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    file = io.BytesIO()
    link([encode(performed(speech(talk(4.0)), PODCAST), PODCAST)], file, PODCAST)
    file.seek(0)
    whole, rate = soundfile.read(file, dtype="float32")
    monkeypatch.setattr(measuring, "PIECE", 5_000)
    file.seek(0)
    found = measure(file)
    assert found.samples == len(whole)
    assert found.loudness == pytest.approx(integrated(whole, Hertz(rate)), abs=1e-5)
    assert found.true_peak == pytest.approx(true_peak(whole, Hertz(rate)), abs=1e-3)
    assert capfd.readouterr().err == "", "the decoder was made to jump"


def test_a_long_file_is_measured_in_constant_memory(tmp_path: Path) -> None:
    [take] = takes(PODCAST, [noise(10 * 44_100)])
    mp3 = tmp_path / "long.mp3"
    with mp3.open("wb") as file:
        link([take] * 12, file, PODCAST)
    tracemalloc.start()
    found = measure(mp3)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.samples == 12 * take.samples
    assert peak < found.samples * 4 * 0.8, "it was read whole"


@pytest.mark.parametrize("content", [b"", b"no sound" * 100], ids=["empty", "text"])
def test_what_cannot_be_decoded_is_said(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "broken.mp3"
    file.write_bytes(content)
    with pytest.raises(InputError, match=r"broken\.mp3: cannot be decoded"):
        measure(file)


def test_two_channels_are_refused(tmp_path: Path) -> None:
    wav = tmp_path / "stereo.wav"
    soundfile.write(wav, np.zeros((99, 2)), 44_100)
    with pytest.raises(InputError, match="2 channels"):
        measure(wav)
