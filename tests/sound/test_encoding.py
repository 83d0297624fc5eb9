"""A take is whole frames, the same bytes every time, and nothing is encoded that could not be joined."""

import hashlib
import io
import os
import subprocess
import sys

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Mark
from hakawati.profiles import Profile
from hakawati.sound.encoding import SILENT_END, encode, encoder_gain
from hakawati.sound.frames import read_frames
from hakawati.sound.linking import link
from hakawati.units import Decibels, Hertz, Lufs, Samples
from sound.signals import ALL_PROFILES, PODCAST, noise, ready, sine, speech, takes, talk


@pytest.mark.parametrize("profile", ALL_PROFILES, ids=lambda profile: profile.name)
@settings(deadline=None, max_examples=25, derandomize=True)
@given(samples=st.integers(0, 12_000))
def test_a_body_has_one_frame_for_each_frame_of_sound(profile: Profile, samples: int) -> None:
    [take] = takes(profile, [noise(samples)])
    assert take.samples == -(-(samples + SILENT_END) // profile.frame) * profile.frame
    assert len(list(read_frames(take.body))) * profile.frame == take.samples
    assert len(list(read_frames(take.tail))) >= 1


def test_marks_pass_through() -> None:
    finished = ready(noise(5_000), PODCAST)
    marks = (Mark(0, 3, Samples(0)), Mark(4, 9, Samples(2_500)))
    assert encode(type(finished)(finished.pcm, finished.rate, marks), PODCAST).marks == marks


@pytest.mark.parametrize(
    ("finished", "problem"),
    [
        (speech(np.zeros(1152 * 3, np.float32), 22_050), "speech of 22050 Hz for a profile of 44100 Hz"),
        (speech(np.zeros(1152 * 3 + 1, np.float32), 44_100), "3457 samples are no whole number of frames"),
        (speech(np.zeros(0, np.float32), 44_100), "0 samples are no whole number of frames"),
        (speech(np.pad(noise(1), (1152 * 3 - SILENT_END, SILENT_END - 1)), 44_100), "the last 1105 samples are not"),
    ],
    ids=["rate", "no whole frame", "empty", "loud end"],
)
def test_what_could_not_be_joined_is_not_encoded(finished: object, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        encode(finished, PODCAST)  # type: ignore[arg-type]  # parametrized


@pytest.mark.parametrize("kbps", [64, 96, 128, 160, 192, 224, 256, 320])
def test_lame_turns_the_input_down_by_the_factor_of_its_table(kbps: int) -> None:
    profile = Profile("any", Hertz(44_100), kbps, Lufs(-19), Decibels(-1))
    tone = sine(1_000, 2.0, 44_100, peak=0.5)
    file = io.BytesIO()
    link(takes(profile, [tone]), file, profile)
    file.seek(0)
    decoded, _ = soundfile.read(file)
    middle = slice(20_000, 60_000)
    assert np.std(decoded[middle]) / np.std(tone[middle]) == pytest.approx(encoder_gain(profile), abs=0.003)


IN_ANOTHER_PROCESS = """
import hashlib
from sound.signals import COMPACT, performed, speech, talk
from hakawati.sound.encoding import encode
take = encode(performed(speech(talk(1.5)), COMPACT), COMPACT)
print(hashlib.sha256(take.body + take.tail).hexdigest())
"""


def test_another_process_makes_the_same_bytes() -> None:
    from sound.signals import COMPACT, performed

    take = encode(performed(speech(talk(1.5)), COMPACT), COMPACT)
    again = encode(performed(speech(talk(1.5)), COMPACT), COMPACT)
    assert again == take
    other = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", IN_ANOTHER_PROCESS],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == hashlib.sha256(take.body + take.tail).hexdigest()
