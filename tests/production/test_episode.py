"""Takes laid end to end: no sample is lost or counted twice, and every time agrees with every other."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Segment, Silence, Voice
from hakawati.production.episode import Linked, entry, episode_key, timeline
from hakawati.production.plan import ChapterPlan, EpisodePlan, Job
from hakawati.production.report import episode_report
from hakawati.production.taking import Performed
from hakawati.profiles import PROFILES
from hakawati.publishing.edition import About
from hakawati.spelling.context import Context
from hakawati.units import Samples, milliseconds

ABOUT = About(title="كتاب", language="ar", episodes=1)
LENGTHS = st.lists(st.lists(st.integers(1, 20_000), min_size=1, max_size=8), min_size=1, max_size=8)


def job(text: str, profile: str) -> Job:
    return Job(Segment(text=text), Voice("silent", "middle"), Context(language="ar"), profile, Silence(0, 0))


def episode(chapters: list[list[int]], profile: str = "podcast") -> tuple[EpisodePlan, list[Performed]]:
    """An episode of chapters of takes, each take by its number of frames."""
    frame = PROFILES[profile].frame
    plans = [ChapterPlan(f"فصل {at}", tuple(job(f"{at}", profile) for _ in takes)) for at, takes in enumerate(chapters)]
    takes = [Performed("", Samples(frames * frame), (), new=True) for chapter in chapters for frames in chapter]
    return EpisodePlan(1, "حلقة", "01-a.mp3", tuple(plans)), takes


@given(LENGTHS, st.sampled_from(sorted(PROFILES)))
@settings(deadline=None, derandomize=True)
def test_cues_and_chapters_join_without_a_gap(chapters: list[list[int]], profile: str) -> None:
    plan, takes = episode(chapters, profile)
    laid = timeline(plan, takes)
    cues = [cue for chapter in laid.chapters for cue in chapter.cues]
    assert (cues[0].start, cues[-1].end) == (0, laid.samples)
    assert laid.samples == sum(take.samples for take in takes)
    assert all(one.end == other.start for one, other in pairwise(cues))
    assert all(one.end == other.start for one, other in pairwise(laid.chapters))
    assert [cue.segment for cue in cues] == [job.segment for job in plan.jobs()]
    assert len(plan) == len(takes)


@given(LENGTHS)
@settings(deadline=None, derandomize=True)
def test_what_is_reported_rounds_to_what_the_tags_say(chapters: list[list[int]]) -> None:
    plan, takes = episode(chapters)
    laid = timeline(plan, takes)
    report = episode_report(entry(plan, Linked({plan.file: ""}, laid), 0))
    for stated, chapter in zip(report.chapters, laid.chapters, strict=True):
        assert round(1000 * stated.start) == milliseconds(chapter.start, laid.rate)
        assert round(1000 * stated.end) == milliseconds(chapter.end, laid.rate)
    assert round(1000 * report.seconds) == round(1000 * report.chapters[-1].end)


def test_all_that_shapes_an_episode_is_in_its_key() -> None:
    plan, _ = episode([[1, 2], [3]])
    other_texts, _ = episode([[1], [2, 3]])
    takes = ["a", "b", "c"]
    keys = {
        episode_key(plan, takes, ABOUT),
        episode_key(plan, ["a", "b", "d"], ABOUT),
        episode_key(other_texts, takes, ABOUT),
        episode_key(EpisodePlan(2, plan.title, plan.file, plan.chapters), takes, ABOUT),
        episode_key(EpisodePlan(1, "أخرى", plan.file, plan.chapters), takes, ABOUT),
        episode_key(plan, takes, About(title="كتاب", language="ar", episodes=2)),
        episode_key(plan, takes, About(title="كتاب", language="ar", episodes=1, picture=b"\x89PNG")),
    }
    assert len(keys) == 7
    assert episode_key(EpisodePlan(1, plan.title, "01-b.mp3", plan.chapters), takes, ABOUT) in keys
