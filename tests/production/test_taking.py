"""One segment to one take: what it depends on, what is kept, and what is made again."""

from dataclasses import replace
from pathlib import Path

import pytest

from hakawati.engines.silent import Silent
from hakawati.errors import EngineFailed, Unspeakable
from hakawati.model import Manner, Segment, Silence, Speech, Spoken, Voice
from hakawati.production import taking
from hakawati.production.performing import Failed, perform_here, take_now
from hakawati.production.plan import Job
from hakawati.production.studio import Studio, Workplace, studio
from hakawati.production.taking import Performed, spoken_text, take_key
from hakawati.spelling.context import Context
from hakawati.store import Kind, Store
from hakawati.units import Hertz

VOICE = Voice("silent", "middle")
JOB = Job(Segment(text="جاء النبي ﷺ"), VOICE, Context(language="ar"), "podcast", Silence(0.1, 0.4))


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path / "store", 10**8)


@pytest.fixture
def here(place: Workplace) -> Studio:
    return studio(place)


@pytest.fixture
def store(here: Studio) -> Store:
    return here.store


def perform(job: Job, here: Studio) -> Performed:
    return take_now(job, here).performed


def kept(store: Store, kind: Kind) -> int:
    return sum(1 for _ in store.root.glob(f"{kind}/*/*"))


def spoken(job: Job, store: Store) -> Spoken:
    return spoken_text(job.segment, job.context, store)


def test_a_take_is_made_once(here: Studio, store: Store) -> None:
    first, again = perform(JOB, here), perform(JOB, here)
    assert (first.new, again.new) == (True, False)
    assert replace(first, new=False) == again
    assert kept(store, Kind.TAKE) == kept(store, Kind.SPOKEN) == kept(store, Kind.LEVEL) == 1


def test_a_take_that_the_store_lost_comes_out_the_same(here: Studio, store: Store) -> None:
    first = take_now(JOB, here).take
    for path in store.root.glob("take/*/*"):
        path.unlink()
    assert take_now(JOB, here).take == first


@pytest.mark.parametrize(
    "other",
    [
        replace(JOB, segment=Segment(text="جاء الرجل")),
        replace(JOB, voice=replace(VOICE, name="high")),
        replace(JOB, voice=replace(VOICE, rate=1.1)),
        replace(JOB, voice=replace(VOICE, volume=3.0)),
        replace(JOB, profile="compact"),
        replace(JOB, silence=Silence(0.1, 0.5)),
        replace(JOB, silence=Silence(0.2, 0.4)),
        replace(JOB, context=Context(language="fa")),
    ],
    ids=["text", "voice", "rate", "volume", "profile", "after", "before", "language"],
)
def test_all_that_shapes_a_take_is_in_its_key(here: Studio, other: Job) -> None:
    keys = {take_key(job, spoken(job, here.store), here) for job in (JOB, other)}
    assert len(keys) == 2


def test_a_new_version_of_the_engine_makes_new_takes(here: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    perform(JOB, here)
    monkeypatch.setattr("hakawati.engines.silent.REVISION", 2)
    assert perform(JOB, here).new


def test_where_a_segment_stands_is_not_in_the_key(here: Studio) -> None:
    perform(JOB, here)
    elsewhere = replace(JOB, segment=replace(JOB.segment, start=500, end=511))
    assert not perform(elsewhere, here).new


def test_marks_lead_back_to_the_authors_words(here: Studio) -> None:
    text = JOB.segment.text
    performed = perform(JOB, here)
    words = [text[mark.start : mark.end] for mark in performed.marks]
    assert words[:2] == ["جاء", "النبي"]
    assert set(words[2:]) == {"ﷺ"}
    assert len(words) > 3
    assert all(0 <= mark.sample < performed.samples for mark in performed.marks)


def test_what_cannot_be_said_fails_alone(here: Studio, place: Workplace) -> None:
    job = replace(JOB, segment=Segment(text="كلام", manner=Manner(say="؟")))
    with pytest.raises(Unspeakable):
        perform(job, here)
    outcome = perform_here(job, place)
    assert isinstance(outcome, Failed)
    assert "؟" in outcome.error


def test_a_slow_engine_performs_once_whatever_becomes_of_its_speech(
    here: Studio, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    speak = Silent.perform

    def perform_slowly(self: Silent, text: str, voice: Voice, language: str) -> object:
        asked.append(text)
        return speak(self, text, voice, language)

    fast = perform(JOB, here)
    for path in (*store.root.glob("take/*/*"), *store.root.glob("level/*/*")):
        path.unlink()
    monkeypatch.setattr(Silent, "slow", True)
    monkeypatch.setattr(Silent, "perform", perform_slowly)
    perform(JOB, here)
    for path in store.root.glob("take/*/*"):
        path.unlink()
    for job in (JOB, replace(JOB, profile="acx"), replace(JOB, silence=Silence(1, 1))):
        perform(job, here)
    assert len(asked) == 2, "the segment and the voice's sample sentence"
    assert perform(JOB, here).marks == fast.marks


def test_every_language_has_a_sentence_to_measure_a_voice_with() -> None:
    assert taking.sample_sentence("ar") != taking.sample_sentence("en") != taking.sample_sentence("tr")


def test_spoken_text_depends_on_what_the_editor_said(store: Store) -> None:
    said = replace(JOB, segment=replace(JOB.segment, manner=Manner(say="سلام")))
    one, other = spoken(JOB, store), spoken(said, store)
    assert isinstance(one, Spoken)
    assert one.text != other.text


@pytest.mark.parametrize("engine_says", [None, "silent: broke off"])
def test_sound_that_is_no_good_is_told_with_the_engines_name_once(
    here: Studio, place: Workplace, monkeypatch: pytest.MonkeyPatch, engine_says: str | None
) -> None:
    def perform_badly(*_: object) -> Speech:
        if engine_says:
            raise EngineFailed(engine_says)
        return Speech(bytes(44_100), Hertz(22_050))

    take_now(replace(JOB, segment=Segment(text="كلام آخر")), here)  # so that the voice's level is known
    monkeypatch.setattr(Silent, "perform", perform_badly)
    outcome = perform_here(JOB, place)
    assert isinstance(outcome, Failed)
    assert outcome.error.count("silent: ") == 1
    assert outcome.error.startswith("silent: ")
