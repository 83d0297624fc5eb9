"""A recording in place of speech: the file as it is, and an error that names it."""

import os
import wave
from array import array
from pathlib import Path

import pytest

from hakawati.engines import recording
from hakawati.engines.protocol import NoOptions
from hakawati.engines.recording import Recording
from hakawati.engines.registry import Engines, names
from hakawati.errors import EngineFailed, VoiceUnknown
from hakawati.model import Speech, Voice
from hakawati.units import Hertz

RATE = Hertz(8_000)


def a_wav(path: Path, *channels: int, samples: int = 400) -> Path:
    """Each channel holds one value."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(channels))
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array("h", channels * samples).tobytes())
    return path


def recited(path: Path, text: str = "كل نفس", rate: float = 1.0, pitch: float = 0.0) -> Speech:
    return Recording(NoOptions()).perform(text, Voice("recording", str(path), rate, pitch), "ar")


def key(path: Path, rate: float = 1.0) -> tuple[object, ...]:
    return Recording(NoOptions()).shaped_by(Voice("recording", str(path), rate))


def test_is_the_file_as_it_is(tmp_path: Path) -> None:
    assert recited(a_wav(tmp_path / "a.wav", 500)) == Speech(array("h", [500] * 400).tobytes(), RATE)


def test_channels_are_mixed_into_one(tmp_path: Path) -> None:
    assert recited(a_wav(tmp_path / "a.wav", 1000, 3000)).pcm == array("h", [2000] * 400).tobytes()


@pytest.mark.parametrize("name", ["a.flac", "a.ogg", "a.mp3"])
def test_any_format_that_soundfile_writes_is_read(tmp_path: Path, name: str) -> None:
    import numpy as np
    import soundfile

    sound = np.sin(np.arange(24_000) / 10) * 0.3
    soundfile.write(tmp_path / name, sound, 24_000)
    speech = recited(tmp_path / name)
    assert speech.rate == 24_000
    assert speech.samples == pytest.approx(24_000, abs=2_400)
    assert max(array("h", speech.pcm)) == pytest.approx(0.3 * 32_768, rel=0.1)


def test_neither_text_nor_pace_nor_pitch_changes_it(tmp_path: Path) -> None:
    path = a_wav(tmp_path / "a.wav", 500)
    assert recited(path, "", rate=2.0, pitch=5.0) == recited(path)
    assert key(path, rate=2.0) == key(path)


def test_its_key_is_its_content_wherever_it_lies(tmp_path: Path) -> None:
    one, same, other = a_wav(tmp_path / "a.wav", 1), a_wav(tmp_path / "b.wav", 1), a_wav(tmp_path / "c.wav", 2)
    assert key(one) == key(same) != key(other)
    assert str(tmp_path) not in str(key(one))


def test_a_file_that_changed_is_read_anew_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_wav(tmp_path / "a.wav", 1)
    before = key(path)
    with monkeypatch.context() as patch:
        patch.setattr(recording, "_read", lambda path: pytest.fail(f"{path} was read again"))
        assert key(path) == before
    a_wav(path, 2)
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
    assert key(path) != before


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", "cannot be decoded"), (b"<html>", "cannot be decoded: "), (None, "cannot be read: No such")],
)
def test_a_file_that_is_no_good_is_named(tmp_path: Path, content: bytes | None, problem: str) -> None:
    path = tmp_path / "a.mp3"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EngineFailed, match=rf"^recording: {path} {problem}"):
        recited(path)


def test_a_file_without_a_sample_is_no_recording(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match=r"a\.wav cannot be decoded: it holds no sound"):
        recited(a_wav(tmp_path / "a.wav", 1, samples=0))


def test_a_file_that_is_gone_has_no_key(tmp_path: Path) -> None:
    with pytest.raises(
        EngineFailed, match=rf"^recording: {tmp_path}/a.wav cannot be read: No such file.*\[recordings\]"
    ):
        key(tmp_path / "a.wav")


def test_is_not_offered_to_users_and_known_all_the_same() -> None:
    assert "recording" not in names()
    assert isinstance(Engines()["recording"], Recording)
    assert Engines()["recording"].available() is None


def test_has_no_voices_of_its_own() -> None:
    engine = Recording(NoOptions())
    assert engine.voices("") == ()
    with pytest.raises(VoiceUnknown, match=r"^recording: .*\[recordings\]"):
        engine.cast("ar")
    engine.close()
