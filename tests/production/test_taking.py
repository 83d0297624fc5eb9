"""One segment to one take: what it depends on, what is kept, and what is made again."""

from dataclasses import replace
from pathlib import Path

import pytest

from hakawati.engines.silent import Silent
from hakawati.errors import Unspeakable
from hakawati.model import Manner, Segment, Silence, Spoken, Voice
from hakawati.production import taking
from hakawati.production.crew import Failed, Workplace, perform_here
from hakawati.production.plan import Job
from hakawati.production.taking import made_take, perform, spoken_text, take_key
from hakawati.spelling.context import Context
from hakawati.store import Kind, Store

VOICE = Voice("silent", "middle")
JOB = Job(Segment(text="جاء النبي ﷺ"), VOICE, Context(language="ar"), "podcast", Silence(0.1, 0.4))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", 10**8)


def kept(store: Store, kind: Kind) -> int:
    return sum(1 for _ in store.root.glob(f"{kind}/*/*"))


def spoken(job: Job, store: Store) -> Spoken:
    return spoken_text(job.segment, job.context, store)


def test_a_take_is_made_once(store: Store) -> None:
    first, again = perform(JOB, store), perform(JOB, store)
    assert (first.new, again.new) == (True, False)
    assert replace(first, new=False) == again
    assert kept(store, Kind.TAKE) == kept(store, Kind.SPOKEN) == kept(store, Kind.LEVEL) == 1


def test_a_take_that_the_store_lost_comes_out_the_same(store: Store) -> None:
    first = made_take(JOB, store)[1]
    for path in store.root.glob("take/*/*"):
        path.unlink()
    assert made_take(JOB, store)[1] == first


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
def test_all_that_shapes_a_take_is_in_its_key(store: Store, other: Job) -> None:
    keys = {take_key(job, spoken(job, store)) for job in (JOB, other)}
    assert len(keys) == 2


def test_a_new_version_of_the_engine_makes_new_takes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    perform(JOB, store)
    monkeypatch.setattr(Silent, "version", lambda _: "2")
    assert perform(JOB, store).new


def test_where_a_segment_stands_is_not_in_the_key(store: Store) -> None:
    perform(JOB, store)
    elsewhere = replace(JOB, segment=replace(JOB.segment, start=500, end=511))
    assert not perform(elsewhere, store).new


def test_marks_lead_back_to_the_authors_words(store: Store) -> None:
    text = JOB.segment.text
    performed = perform(JOB, store)
    words = [text[mark.start : mark.end] for mark in performed.marks]
    assert words[:2] == ["جاء", "النبي"]
    assert set(words[2:]) == {"ﷺ"}
    assert len(words) > 3
    assert all(0 <= mark.sample < performed.samples for mark in performed.marks)


def test_what_cannot_be_said_fails_alone(store: Store) -> None:
    job = replace(JOB, segment=Segment(text="كلام", manner=Manner(say="؟")))
    with pytest.raises(Unspeakable):
        perform(job, store)
    outcome = perform_here(job, Workplace(store.root, store.limit))
    assert isinstance(outcome, Failed)
    assert "؟" in outcome.error


def test_a_remote_engine_is_asked_once_whatever_becomes_of_its_speech(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    speak = Silent.perform

    def perform_remotely(self: Silent, text: str, voice: Voice, language: str) -> object:
        asked.append(text)
        return speak(self, text, voice, language)

    monkeypatch.setattr(Silent, "remote", True)
    monkeypatch.setattr(Silent, "perform", perform_remotely)
    local = perform(JOB, store)
    for path in store.root.glob("take/*/*"):
        path.unlink()
    for job in (JOB, replace(JOB, profile="acx"), replace(JOB, silence=Silence(1, 1))):
        perform(job, store)
    assert len(asked) == 2, "the segment and the voice's sample sentence"
    assert perform(JOB, store).marks == local.marks


def test_every_language_has_a_sentence_to_measure_a_voice_with() -> None:
    assert taking._sample_sentence("ar") != taking._sample_sentence("en") != taking._sample_sentence("tr")


def test_spoken_text_depends_on_what_the_editor_said(store: Store) -> None:
    said = replace(JOB, segment=replace(JOB.segment, manner=Manner(say="سلام")))
    one, other = spoken(JOB, store), spoken(said, store)
    assert isinstance(one, Spoken)
    assert one.text != other.text
