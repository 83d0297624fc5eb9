"""Where segments stand: what of their neighbours and of the lexicon reaches the spelling."""

from pathlib import Path

import pytest

from hakawati.engines.registry import Engines
from hakawati.errors import InputError
from hakawati.model import Book, Chapter, Ending, Episode, Manner, Role, Segment
from hakawati.production.contexts import BEFORE, NOTHING, Around, Contexts, arounds
from hakawati.production.lexicon import lexicon_of
from hakawati.production.plan import plan
from hakawati.settings import Settings
from hakawati.spelling.lexicon.entry import Entry


def segment(text: str, start: int, ending: Ending = Ending.RUN) -> Segment:
    return Segment(text=text, ending=ending, start=start, end=start + len(text))


def book(*segments: Segment) -> Book:
    return Book("كتاب", None, "ar", (Episode(1, "", (Chapter("", segments),)),))


def settings(**values: object) -> Settings:
    return Settings(engine="silent", announce=False, **values)  # type: ignore[arg-type]


def test_neighbours_of_the_same_paragraph_stand_around() -> None:
    found = list(
        arounds([segment("قال:", 0), segment("نعم", 5), segment("ثم ذهب.", 9, Ending.PARAGRAPH), segment("بعد", 17)])
    )
    assert found == [Around("", " نعم ثم ذهب."), Around("قال: ", " ثم ذهب."), Around("قال: نعم ", ""), NOTHING]


def test_two_blanks_between_segments_are_a_gap() -> None:
    assert next(arounds([segment("قال النبي", 0), segment("نعم", 11)])).behind == "  نعم"


def test_only_so_much_is_taken_and_words_stay_whole() -> None:
    long = segment("كلمة " * 200, 0)
    around = list(arounds([long, segment("نعم", 1002)]))[1]
    assert len(around.before) <= BEFORE
    assert set(around.before.split()) == {"كلمة"}


def test_the_lexicon_beside_the_source_is_found_and_only_its_needed_entries_travel(tmp_path: Path) -> None:
    (tmp_path / "lexicon.tsv").write_text("زيد\tزَيْد\nحاطب\tحَاطِب\n", "utf-8")
    here = settings(source=tmp_path / "book.txt")
    assert len(lexicon_of(here).lexicon.entries) == 2
    (job,) = plan(book(segment("قال زيد", 0)), here, Engines(), "book").episodes[0].jobs()
    assert job.context.lexicon.entries == (Entry("زيد", "زَيْد"),)


def test_the_lexicon_that_is_set_wins(tmp_path: Path) -> None:
    (tmp_path / "lexicon.tsv").write_text("زيد\tزَيْد\n", "utf-8")
    other = tmp_path / "other.tsv"
    other.write_text("", "utf-8")
    assert lexicon_of(settings(source=tmp_path / "book.txt", lexicon=other)).lexicon.entries == ()


@pytest.mark.parametrize(
    ("data", "problem"), [(None, "cannot be read"), (b"a\tb\n\xff\xfe", "line 2: the lexicon is not UTF-8")]
)
def test_a_lexicon_that_cannot_be_read_is_told(tmp_path: Path, data: bytes | None, problem: str) -> None:
    path = tmp_path / "words.tsv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError, match=problem):
        lexicon_of(settings(lexicon=path))


def test_engines_that_vowel_for_themselves_get_no_guesses_unless_asked() -> None:
    one, other = (Contexts(book(), settings(guess_vowels=asked), Engines()) for asked in (False, True))
    assert not one.of(segment("نعم", 0), NOTHING, "gtts").vowels
    assert other.of(segment("نعم", 0), NOTHING, "gtts").vowels
    assert one.of(segment("نعم", 0), NOTHING, "espeak").vowels


def test_citations_are_left_out_where_the_settings_skip_them() -> None:
    cited = Segment(text="(البخاري)", manner=Manner(role=Role.REFERENCE))
    texts = {
        policy: [
            job.segment.text
            for job in plan(book(segment("قال", 0), cited), settings(references=policy), Engines(), "b")
            .episodes[0]
            .jobs()
        ]
        for policy in ("say", "skip")
    }
    assert texts == {"say": ["قال", "(البخاري)"], "skip": ["قال"]}


def test_a_gap_brings_the_whole_book_s_habit_along() -> None:
    texts = segment("قال النبي  نعم", 0), segment("قال  رجل  من  القوم", 20, Ending.PARAGRAPH)
    contexts = Contexts(book(*texts), settings(), Engines())
    assert contexts.of(texts[0], NOTHING, "espeak").habit == (1, 3, 0, 0)
    assert contexts.of(segment("قال", 0), NOTHING, "espeak").habit is None
