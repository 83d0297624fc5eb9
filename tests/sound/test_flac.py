"""Raw speech kept as FLAC comes back as it was."""

import io

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.errors import StoreError
from hakawati.model import Speech
from hakawati.sound.flac import from_flac, to_flac
from hakawati.units import Hertz
from sound.signals import noise, speech, talk


@settings(deadline=None, max_examples=40, derandomize=True)
@given(
    pcm=st.binary(min_size=2, max_size=4_000).map(lambda data: data[: len(data) // 2 * 2]),
    rate=st.sampled_from([8_000, 16_000, 22_050, 24_000, 44_100, 48_000]),
)
def test_any_speech_comes_back(pcm: bytes, rate: int) -> None:
    assert from_flac(to_flac(Speech(pcm, Hertz(rate)))) == Speech(pcm, Hertz(rate))


def test_it_is_smaller_and_the_same_every_time() -> None:
    spoken = speech(talk(2.0))
    assert to_flac(spoken) == to_flac(spoken)
    assert len(to_flac(spoken)) < 0.9 * len(spoken.pcm)


def test_no_sound_cannot_be_packed() -> None:
    with pytest.raises(ValueError, match="no sound to pack"):
        to_flac(Speech(b"", Hertz(22_050)))


@pytest.mark.parametrize("broken", [b"", b"fLaC", b"not sound at all" * 9])
def test_what_is_no_flac_is_refused(broken: bytes) -> None:
    with pytest.raises(StoreError, match="cannot be read as FLAC"):
        from_flac(broken)


def test_sound_of_another_kind_is_refused() -> None:
    file = io.BytesIO()
    soundfile.write(file, np.stack([noise(99), noise(99)], axis=1), 22_050, format="FLAC", subtype="PCM_16")
    with pytest.raises(StoreError, match="not mono 16-bit FLAC"):
        from_flac(file.getvalue())
