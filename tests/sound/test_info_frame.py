"""The Info frame, field by field."""

import pytest

from hakawati.profiles import Profile
from hakawati.sound.frames import read_header
from hakawati.sound.info_frame import Stated, info_frame, info_frame_length, stated
from hakawati.units import Samples
from sound.signals import ACX, ALL_PROFILES, COMPACT, PODCAST

FRAMES, SOUND_BYTES = 1_000, 313_469


def fields(profile: Profile, frames: int = FRAMES) -> tuple[bytes, bytes]:
    """The frame's two parts, Xing's and LAME's."""
    samples = (frames - 2) * profile.frame
    frame = info_frame(profile, frames, SOUND_BYTES, Samples(samples))
    start = 4 + read_header(frame).side_information
    return frame[start : start + 120], frame[start + 120 : start + 156]


@pytest.mark.parametrize(("profile", "kbps", "length"), [(PODCAST, 96, 313), (ACX, 192, 626), (COMPACT, 64, 192)])
def test_it_is_a_frame_like_the_others_or_just_long_enough(profile: Profile, kbps: int, length: int) -> None:
    frame = info_frame(profile, FRAMES, SOUND_BYTES, Samples((FRAMES - 2) * profile.frame))
    header = read_header(frame)
    assert (header.kbps, header.rate, header.mono, header.samples) == (kbps, profile.rate, True, profile.frame)
    assert len(frame) == header.length == length == info_frame_length(profile)


@pytest.mark.parametrize("profile", ALL_PROFILES, ids=lambda profile: profile.name)
def test_xings_part_has_the_counts_and_a_rising_seek_table(profile: Profile) -> None:
    xing, _ = fields(profile)
    assert xing[:8] == b"Info\x00\x00\x00\x0f"
    assert int.from_bytes(xing[8:12], "big") == FRAMES
    assert int.from_bytes(xing[12:16], "big") == info_frame_length(profile) + SOUND_BYTES
    table = xing[16:116]
    assert list(table) == sorted(table)
    assert table[0] == 0
    assert table[50] == 128
    assert table[99] == 253


@pytest.mark.parametrize("profile", ALL_PROFILES, ids=lambda profile: profile.name)
def test_lames_part_has_delay_and_padding(profile: Profile) -> None:
    _, lame = fields(profile)
    assert lame[:4] == b"LAME"
    assert lame[9] & 0x0F == 1, "constant bitrate"
    assert lame[20] == profile.kbps
    assert int.from_bytes(lame[21:24], "big") >> 12 == 576
    assert int.from_bytes(lame[21:24], "big") & 0xFFF == 2 * profile.frame - 576
    assert int.from_bytes(lame[28:32], "big") == info_frame_length(profile) + SOUND_BYTES


def test_the_checksum_is_crc_16_of_all_before_it() -> None:
    frame = info_frame(PODCAST, FRAMES, SOUND_BYTES, Samples((FRAMES - 2) * 1152))
    # a CRC over data and its own (low byte first) leaves nothing
    assert _remainder(frame[:175] + frame[176:174:-1]) == 0
    assert _remainder(b"\x01" + frame[1:175] + frame[176:174:-1]) != 0


def _remainder(data: bytes) -> int:
    """Bit by bit: long division by x^16 + x^15 + x^2 + 1, lowest bit first."""
    register = 0
    for byte in data:
        for bit in range(8):
            carry = (register ^ byte >> bit) & 1
            register = register >> 1 ^ (0xA001 if carry else 0)
    return register


@pytest.mark.parametrize("samples", [FRAMES * 1152, FRAMES * 1152 - 576 - 528, FRAMES * 1152 - 576 - 4096])
def test_counts_that_contradict_each_other_are_refused(samples: int) -> None:
    with pytest.raises(ValueError, match="frames cannot hold"):
        info_frame(PODCAST, FRAMES, SOUND_BYTES, Samples(samples))


@pytest.mark.parametrize("profile", ALL_PROFILES, ids=lambda profile: profile.name)
def test_the_length_it_states_is_read_back(profile: Profile) -> None:
    samples = Samples((FRAMES - 2) * profile.frame)
    frame = info_frame(profile, FRAMES, SOUND_BYTES, samples)
    assert stated(frame) == Stated(FRAMES, samples)
    assert stated(frame.replace(b"Info", b"Xing")) == Stated(FRAMES, samples)
    assert stated(frame.replace(b"Info", b"Nope")) is None
    assert stated(frame.replace(b"LAME", b"Nope")) is None
