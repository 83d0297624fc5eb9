"""What every episode is held against. A rule yields a sentence for each thing that is not as it should be.

To add a rule: a function, and a line in RULES.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from hakawati.checking.evidence import EpisodeFile
from hakawati.profiles import Profile
from hakawati.sound.frames import FrameError
from hakawati.units import milliseconds

LOUDNESS_TOLERANCE = 1.0
"""LU, as podcast directories have it. Speech alone is within 0.3; music around a short episode moves it further."""

Rule = Callable[[EpisodeFile, Profile], Iterator[str]]


def frames_are_whole(episode: EpisodeFile, _: Profile) -> Iterator[str]:
    try:
        if not episode.frames:
            yield "there is no sound in it"
    except FrameError as error:
        yield f"it is broken: {error}"


def frames_are_the_profiles(episode: EpisodeFile, profile: Profile) -> Iterator[str]:
    found = {(frame.rate, frame.kbps, frame.mono) for frame in episode.frames[1:]}
    if found - {(profile.rate, profile.kbps, True)}:
        shown = ", ".join(
            f"{rate} Hz {kbps} kbit/s {'mono' if mono else 'stereo'}" for rate, kbps, mono in sorted(found)
        )
        yield f"profile {profile.name} wants {profile.rate} Hz {profile.kbps} kbit/s mono, and it has {shown}"


def length_is_as_stated(episode: EpisodeFile, _: Profile) -> Iterator[str]:
    stated, frames, samples = episode.stated, len(episode.frames) - 1, episode.measured.samples
    if stated is None:
        yield "there is no Info frame: players will start late and guess the length"
    elif (stated.frames, stated.samples) != (frames, samples):
        yield f"it states {stated.frames} frames and {stated.samples} samples, and has {frames} and {samples}"


def loudness_is_the_profiles(episode: EpisodeFile, profile: Profile) -> Iterator[str]:
    loudness = episode.measured.loudness
    if loudness is None:
        yield "nothing can be heard in it"
    elif abs(loudness - profile.loudness) > LOUDNESS_TOLERANCE:
        yield f"it is at {loudness:.1f} LUFS; profile {profile.name} wants {profile.loudness:g} ± {LOUDNESS_TOLERANCE}"


def peaks_stay_below_the_profiles(episode: EpisodeFile, profile: Profile) -> Iterator[str]:
    peak = episode.measured.true_peak
    if peak > profile.true_peak:
        yield f"it peaks at {peak:.1f} dBTP; profile {profile.name} allows {profile.true_peak:g}"


def it_is_no_longer_than_allowed(episode: EpisodeFile, profile: Profile) -> Iterator[str]:
    minutes = episode.measured.samples / episode.measured.rate / 60
    if profile.max_minutes and minutes > profile.max_minutes:
        yield f"it lasts {minutes:.0f} minutes; profile {profile.name} allows {profile.max_minutes:g}"


def the_tag_says_what_it_is(episode: EpisodeFile, _: Profile) -> Iterator[str]:
    names = {"TIT2": "title", "TALB": "album", "TRCK": "track", "TLAN": "language"}
    missing = [word for name, word in names.items() if not str(episode.tag.get(name, ""))]
    if missing:
        yield f"the tag has no {', '.join(missing)}"


def chapters_cover_it(episode: EpisodeFile, _: Profile) -> Iterator[str]:
    """The first at 0, each starting where the one before ends, the last ending at the end; every one titled."""
    chapters = [(chapter.start_time, chapter.end_time) for chapter in episode.tag.getall("CHAP")]
    chapters.sort()
    end = milliseconds(episode.measured.samples, episode.measured.rate)
    if not chapters:
        yield "it has no chapters"
    elif (chapters[0][0], chapters[-1][1]) != (0, end) or any(one[1] != other[0] for one, other in pairwise(chapters)):
        yield f"its chapters leave gaps, or do not reach from 0 to {end} ms: {chapters}"
    if any(not str(chapter.sub_frames.get("TIT2", "")) for chapter in episode.tag.getall("CHAP")):
        yield "a chapter has no title"


RULES: tuple[Rule, ...] = (
    frames_are_the_profiles,
    length_is_as_stated,
    loudness_is_the_profiles,
    peaks_stay_below_the_profiles,
    it_is_no_longer_than_allowed,
    the_tag_says_what_it_is,
    chapters_cover_it,
)
