"""Why a silence is as long as it is."""

from hakawati.engines.casting import Margins
from hakawati.model import Ending, Manner, Role, Segment, Silence
from hakawati.production.pauses import silences
from hakawati.profiles import PROFILES
from hakawati.settings import Pauses

PAUSES = Pauses(
    clause=0.1,
    sentence=0.4,
    paragraph=0.9,
    role=0.3,
    chapter=1.6,
    episode_start=0.6,
    episode_end=2.0,
    heading=0.5,
    hadith=0.25,
    verse=0.7,
    supplication=0.35,
)


def segment(ending: Ending = Ending.SENTENCE, role: Role = Role.NARRATION, **manner: object) -> Segment:
    return Segment(text="نص", manner=Manner(role=role, **manner), ending=ending)  # type: ignore[arg-type]


def of(*chapters: list[Segment], profile: str = "podcast") -> list[Silence]:
    return silences(chapters, PAUSES, PROFILES[profile])


def after(*segments: Segment) -> float:
    """The silence after the first of `segments`."""
    return of([*segments, segment()])[0].after


def test_an_episode_begins_and_ends_with_a_silence_of_its_own() -> None:
    assert of([segment()]) == [Silence(0.6, 2.0)]


def test_acx_wants_head_and_tail_whatever_the_settings_say() -> None:
    short = Pauses(episode_start=0, episode_end=0)
    assert silences([[segment()]], short, PROFILES["acx"]) == [Silence(0.5, 1.0)]


def test_the_ending_decides_inside_a_chapter() -> None:
    assert after(segment(Ending.CLAUSE)) == 0.1
    assert after(segment(Ending.SENTENCE)) == 0.4
    assert after(segment(Ending.PARAGRAPH)) == 0.9
    assert after(segment(Ending.RUN)) == 0


def test_a_chapter_ends_with_the_longest() -> None:
    assert [silence.after for silence in of([segment(Ending.PARAGRAPH)], [segment()])] == [1.6, 2.0]


def test_a_change_of_role_is_heard_even_in_mid_sentence() -> None:
    assert after(segment(Ending.RUN), segment(role=Role.SPEECH)) == 0.3
    assert after(segment(Ending.RUN, speaker="علي"), segment(Ending.RUN, speaker="عمر")) == 0.3


def test_a_role_keeps_its_own_silence_around_itself() -> None:
    _, verse, _ = of([segment(Ending.RUN), segment(Ending.RUN, Role.VERSE), segment()])
    assert verse == Silence(0.7, 0.7)


def test_between_two_segments_of_one_role_there_is_none_of_that() -> None:
    one, other = of([segment(Ending.SENTENCE, Role.VERSE), segment(Ending.SENTENCE, Role.VERSE)])
    assert (one.after, other.before) == (0.4, 0)


def test_what_the_editor_decided_wins() -> None:
    assert after(segment(Ending.PARAGRAPH, pause=0.0)) == 0
    assert after(segment(Ending.RUN, pause=3.0), segment(role=Role.VERSE)) == 3.0
    assert after(segment(Ending.RUN, pause=0.1), segment(role=Role.VERSE)) == 0.1


def test_what_the_editor_decided_is_all_the_silence_there_is() -> None:
    decided, verse = of([segment(Ending.RUN, pause=0.1), segment(role=Role.VERSE)])
    assert (decided.after, verse.before) == (0.1, 0)


def margins(one: Segment) -> Margins:
    """Of a cast that wants silence around what Ali says, and none around verses."""
    if one.role is Role.VERSE:
        return Margins(0.0, 0.0)
    return Margins(0.5, 0.8) if one.manner.speaker == "علي" else Margins()


def cast(*segments: Segment) -> list[Silence]:
    return silences([segments], PAUSES, PROFILES["podcast"], margins)


def test_a_voice_of_the_cast_keeps_its_own_silence_around_itself() -> None:
    ali = segment(Ending.RUN, Role.SPEECH, speaker="علي")
    before, said, after = cast(segment(Ending.RUN), ali, segment())
    assert (before.after, said, after.before) == (0.3, Silence(0.5, 0.8), 0)


def test_the_silence_around_a_voice_is_in_place_of_its_roles() -> None:
    _, verse, _ = cast(segment(Ending.RUN), segment(Ending.RUN, Role.VERSE), segment())
    assert verse == Silence(0, 0.3)


def test_the_silence_around_a_voice_is_around_the_whole_run() -> None:
    ali = segment(Ending.CLAUSE, Role.SPEECH, speaker="علي")
    assert [silence.after for silence in cast(ali, ali, segment())] == [0.1, 0.8, 2.0]


def test_the_longest_reason_still_holds_but_the_editor_wins() -> None:
    ali = segment(Ending.PARAGRAPH, Role.SPEECH, speaker="علي")
    decided = segment(Ending.PARAGRAPH, Role.SPEECH, speaker="علي", pause=0.2)
    assert cast(ali, segment())[0].after == 0.9
    assert cast(decided, segment())[0].after == 0.2
