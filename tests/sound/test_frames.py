"""MP3 frames are read by their headers, and whatever is no frame is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.profiles import Profile
from hakawati.sound.frames import FrameError, read_frames, read_header
from sound.signals import ACX, ALL_PROFILES, COMPACT, PODCAST, noise, takes


@pytest.mark.parametrize(
    ("header", "version", "kbps", "rate", "length", "side_information"),
    [
        ("fffb70c4", 1, 96, 44_100, 313, 17),
        ("fffb72c4", 1, 96, 44_100, 314, 17),
        ("fffbb0c4", 1, 192, 44_100, 626, 17),
        ("fffb9064", 1, 128, 44_100, 417, 32),
        ("fffbe400", 1, 320, 48_000, 960, 32),
        ("fff364c4", 2, 48, 24_000, 144, 9),
        ("fff340c0", 2, 32, 22_050, 104, 9),
        ("fff38844", 2, 64, 16_000, 288, 17),
    ],
)
def test_a_header_says_how_long_its_frame_is(
    header: str, version: int, kbps: int, rate: int, length: int, side_information: int
) -> None:
    frame = read_header(bytes.fromhex(header))
    assert (frame.version, frame.kbps, frame.rate) == (version, kbps, rate)
    assert (frame.length, frame.side_information) == (length, side_information)
    assert frame.samples == (1152 if version == 1 else 576)


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("", "end within a frame header"),
        ("fffb70", "end within a frame header"),
        ("49443303", "no MP3 frame begins"),
        ("ff1b70c4", "no MP3 frame begins"),
        ("ffe370c4", "not MPEG-1 or MPEG-2 layer III"),
        ("fffd70c4", "not MPEG-1 or MPEG-2 layer III"),
        ("fffb00c4", "not MPEG-1 or MPEG-2 layer III"),
        ("fffbf0c4", "not MPEG-1 or MPEG-2 layer III"),
        ("fffb7cc4", "not MPEG-1 or MPEG-2 layer III"),
    ],
    ids=["nothing", "cut", "ID3", "sync", "MPEG-2.5", "layer II", "free format", "bitrate 15", "rate 3"],
)
def test_what_is_no_frame_is_refused(header: str, problem: str) -> None:
    with pytest.raises(FrameError, match=problem):
        read_header(bytes.fromhex(header))


@pytest.mark.parametrize("profile", ALL_PROFILES, ids=lambda profile: profile.name)
def test_the_frames_of_a_take_fill_it_to_the_last_byte(profile: Profile) -> None:
    [take] = takes(profile, [noise(20_000)])
    frames = list(read_frames(take.body))
    assert len(frames) * profile.frame == take.samples
    assert {(frame.rate, frame.kbps, frame.mono) for _, frame in frames} == {(profile.rate, profile.kbps, True)}
    assert sum(frame.length for _, frame in frames) == len(take.body)
    assert [at for at, _ in frames] == [
        sum(frame.length for _, frame in frames[:index]) for index in range(len(frames))
    ]


@pytest.mark.parametrize("profile", [PODCAST, ACX, COMPACT], ids=lambda profile: profile.name)
@settings(deadline=None, max_examples=30, derandomize=True)
@given(data=st.data())
def test_a_cut_or_broken_take_never_reads_as_whole(profile: Profile, data: st.DataObject) -> None:
    body = takes(profile, [noise(3_000)])[0].body
    starts = {at for at, _ in read_frames(body)} | {len(body)}
    cut = data.draw(st.integers(1, len(body) - 1))
    if cut not in starts:
        with pytest.raises(FrameError):
            list(read_frames(body[:cut]))
    broken = bytearray(body)
    broken[data.draw(st.sampled_from(sorted(starts)[1:-1]))] = 0
    with pytest.raises(FrameError, match="no MP3 frame begins here"):
        list(read_frames(bytes(broken)))
