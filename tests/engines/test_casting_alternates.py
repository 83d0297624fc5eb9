"""Alternate voices: one for each speaker whom the cast does not name, by turns where nobody tells who speaks."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from engines.casting_books import book_of, casting, said
from hakawati.model import Book, Chapter, Ending, Episode, Role, Segment
from hakawati.settings import VoiceChoice

ALTERNATES = ("ar+m1", "ar+m2")
CAST = {"speech": VoiceChoice(name="ar", alternate=ALTERNATES)}


def speech(
    speaker: str | None = None, text: str = "«نعم».", ending: Ending = Ending.PARAGRAPH, **how: object
) -> Segment:
    return said(text, ending, role=Role.SPEECH, speaker=speaker, **how)


def told(text: str = "فقال:", ending: Ending = Ending.RUN) -> Segment:
    return said(text, ending)


def names(book: Book, cast: dict[str, VoiceChoice] = CAST) -> list[str]:
    """The voice's name of every segment of speech."""
    performers = casting(book, cast=cast)
    return [performers.voice(segment).name for segment in book.segments() if segment.role is Role.SPEECH]


def test_speakers_whom_the_cast_does_not_name_take_turns_and_keep_their_voices() -> None:
    book = book_of([speech("زيد"), speech("عمرو"), speech("زيد")], [speech("بكر"), speech("عمرو")])
    assert names(book) == ["ar+m1", "ar+m2", "ar+m1", "ar+m1", "ar+m2"]


def test_one_speaker_spelled_in_two_ways_has_one_voice() -> None:
    assert names(book_of([speech("أحمد"), speech("زيد"), speech("احْمَد")])) == ["ar+m1", "ar+m2", "ar+m1"]


def test_who_is_named_in_the_cast_takes_no_turn() -> None:
    cast = CAST | {"زيد": VoiceChoice(rate=0.9)}
    assert names(book_of([speech("زيد"), speech("عمرو"), speech("بكر")]), cast) == ["ar", "ar+m1", "ar+m2"]


def test_unknown_speakers_alternate_from_turn_to_turn_and_begin_anew_in_each_chapter() -> None:
    turns = [speech(), told(), speech(), told(), speech()]
    assert names(book_of(turns, turns)) == ["ar+m1", "ar+m2", "ar+m1"] * 2


def test_a_long_quotation_is_one_turn_and_a_paragraph_the_next() -> None:
    sentences = [speech(ending=Ending.SENTENCE), speech(ending=Ending.CLAUSE), speech()]
    assert names(book_of([*sentences, *sentences])) == ["ar+m1"] * 3 + ["ar+m2"] * 3


def test_what_an_editor_decided_inside_a_quotation_begins_no_turn() -> None:
    inside = [speech(ending=Ending.RUN), speech(ending=Ending.RUN, say="بلى"), speech(ending=Ending.RUN, rate=0.8)]
    assert names(book_of([*inside, speech()])) == ["ar+m1"] * 4


def test_a_sentence_broken_off_to_tell_who_speaks_goes_on_in_the_same_voice() -> None:
    broken = [speech(text="«نعم»،", ending=Ending.RUN), told("قال،"), speech(text="«سأفعل».")]
    english = [speech(text="“No,”", ending=Ending.RUN), told("she said."), speech(text="“You must not.”")]
    assert names(book_of([*broken, *english])) == ["ar+m1"] * 2 + ["ar+m2"] * 2


def test_another_who_is_announced_by_a_colon_has_his_turn() -> None:
    book = book_of([speech(text="«نعم»،", ending=Ending.RUN), told("فقال له:"), speech(text="«لا».")])
    assert names(book) == ["ar+m1", "ar+m2"]


def test_the_editors_voice_is_the_roles_own_changed() -> None:
    cast = {"speech": VoiceChoice(name="ar", alternate=("silent:low", "silent:high"))}
    book = book_of([speech(voice="ar+f1"), speech()])
    assert names(book, cast) == ["ar+f1", "high"]


def test_an_alternate_may_be_of_another_engine() -> None:
    book = book_of([speech(), speech()])
    performers = casting(book, cast={"speech": VoiceChoice(volume=-2.0, alternate=("ar+m1", "silent:low"))})
    one, other = (performers.voice(segment) for segment in book.segments())
    assert (one.engine, one.name, one.volume) == ("espeak", "ar+m1", -2.0)
    assert (other.engine, other.name, other.volume) == ("silent", "low", -2.0)


def test_every_role_has_alternates_of_its_own() -> None:
    poet = said("بيت", Ending.PARAGRAPH, role=Role.POETRY)
    book = book_of([speech(), poet, poet, speech()])
    cast = CAST | {"poetry": VoiceChoice(alternate=("ar+m3", "ar+m4"))}
    performers = casting(book, cast=cast)
    assert [performers.voice(segment).name for segment in book.segments()] == ["ar+m1", "ar+m3", "ar+m4", "ar+m2"]


def test_what_is_not_of_the_book_has_the_roles_own_voice() -> None:
    assert casting(book_of([speech()]), cast=CAST).voice(speech()).name == "ar"


runs = st.lists(
    st.builds(speech, st.sampled_from([None, None, "زيد", "عمرو", "بكر"]), ending=st.sampled_from(list(Ending))),
    min_size=1,
    max_size=8,
)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(runs, runs, runs)
def test_an_edit_in_one_chapter_changes_no_unknown_turn_of_another(
    before: list[Segment], edited: list[Segment], chapter: list[Segment]
) -> None:
    unknown = [segment.manner.speaker is None for segment in chapter]
    whole = [names(book_of(first, chapter))[-len(chapter) :] for first in (before, edited)]
    assert [name for name, kept in zip(whole[0], unknown, strict=True) if kept] == [
        name for name, kept in zip(whole[1], unknown, strict=True) if kept
    ]


@settings(deadline=None, derandomize=True, max_examples=60)
@given(runs, runs)
def test_a_part_of_the_book_is_cast_as_in_the_whole(one: list[Segment], other: list[Segment]) -> None:
    book = book_of(one, other)
    performers = casting(book, cast=CAST)
    later = replace(book, episodes=(Episode(1, "", (Chapter("", tuple(list(book.segments())[len(one) :])),)),))
    assert [performers.voice(segment).name for segment in later.segments()] == names(book)[len(one) :]


@settings(deadline=None, derandomize=True, max_examples=60)
@given(runs)
def test_each_speaker_has_one_voice(chapter: list[Segment]) -> None:
    pairs = zip((segment.manner.speaker for segment in chapter), names(book_of(chapter)), strict=True)
    known = {(speaker, name) for speaker, name in pairs if speaker}
    assert len(known) == len({speaker for speaker, _ in known})
