"""Vowelling with a stand-in for the model: what it may add, and what it can never change."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Note
from hakawati.spelling.arabic import vowelling
from hakawati.spelling.arabic.vowel_model import Guess, Vowel
from hakawati.spelling.arabic.vowelling import ALONE, Vicinity
from hakawati.spelling.edits import Edit, Traced
from hakawati.spelling.letters import VOWELS, marked_letters

FA, DA, KA, AN, UN, SH, SU = "\u064e", "\u064f", "\u0650", "\u064b", "\u064c", "\u0651", "\u0652"
INSERTED = VOWELS | {SH}


def vowelled(text: str, answer: str, chance: float = 1.0) -> tuple[str, tuple[Note, ...]]:
    """`text` as vowelled by a model that answers `answer`, each letter with `chance`, and the notes."""
    traced = Traced.of(text).apply("vowelling", vowelling.edits(text, vowel=lambda _: guesses(answer, chance)))
    return traced.text, traced.notes


def guesses(answer: str, chance: float = 1.0) -> list[list[Guess]]:
    """One guess for each character: the marks behind it, its hamza among them."""
    found: list[list[Guess]] = []
    for char in unicodedata.normalize("NFD", answer):
        if unicodedata.category(char) == "Mn":
            found[-1] = [Guess(found[-1][0].marks + char, chance)]
        else:
            found.append([Guess("", chance)])
    return found


def noisy(noise: list[str]) -> Vowel:
    return lambda sentence: [[Guess(noise[at % len(noise)], 0.9)] for at in range(len(sentence))]


def assert_only_marks_inserted(text: str, edits: list[Edit]) -> None:
    """Taking the inserted marks out again leaves exactly what stood there."""
    for edit in edits:
        marks = list(text[edit.start : edit.end])
        for char in edit.spoken:
            if marks and char == marks[0]:
                marks.pop(0)
            else:
                assert char in INSERTED
        assert not marks, "something of the author's is gone"


@pytest.mark.parametrize(
    ("text", "answer", "said"),
    [
        pytest.param("قال", f"ق{FA}ال{FA}", f"ق{FA}ال{FA}", id="a bare word takes the model's marks"),
        pytest.param("عدة", f"ع{KA}د{FA}{SH}ة{DA}", f"ع{KA}د{SH}{FA}ة{DA}", id="shadda comes before its vowel"),
        pytest.param(
            f"عد{SH}ة", f"ع{KA}د{FA}{SH}ة{DA}", f"ع{KA}د{SH}{FA}ة{DA}", id="a vowel joins the author's shadda"
        ),
        pytest.param(
            f"عد{FA}{SH}ة", f"ع{KA}د{FA}{SH}ة{DA}", f"ع{KA}د{FA}{SH}ة{DA}", id="the author's order of marks stays"
        ),
        pytest.param("أحمد", f"ا{FA}ح{SU}م{FA}د{DA}", f"أ{FA}ح{SU}م{FA}د{DA}", id="the model lost a hamza"),
        pytest.param("شاء", f"ش{FA}اء{FA}", f"ش{FA}اء{FA}", id="a hamza alone is a letter"),
        pytest.param("آخذ", f"أ{FA}خ{FA}ذ{FA}", f"آخ{FA}ذ{FA}", id="alif with madda has its vowel in it"),
        pytest.param("ٱلله", f"ٱ{FA}لل{SH}{FA}ه{KA}", f"ٱلل{SH}{FA}ه{KA}", id="alif wasla has none"),
        pytest.param("إلى", f"أ{FA}ل{FA}ى", f"إ{KA}ل{FA}ى", id="hamza under alif is always i"),
        pytest.param("أمام", f"أ{KA}م{FA}ام{FA}", f"أ{FA}م{FA}ام{FA}", id="hamza above alif is never i"),
        pytest.param(
            "والذي", f"و{FA}ا{FA}ل{SH}{FA}ذ{KA}ي", f"و{FA}ال{SH}{FA}ذ{KA}ي", id="an alif inside a word has no vowel"
        ),
        pytest.param(
            "والايام", f"و{FA}ال{SU}أ{FA}ي{SH}{FA}ام{KA}", f"و{FA}ال{SU}ا{FA}ي{SH}{FA}ام{KA}", id="unless it is a hamza"
        ),
        pytest.param("اكتب", f"ا{DA}ك{SU}ت{DA}ب{SU}", f"ا{DA}ك{SU}ت{DA}ب{SU}", id="an alif that begins a word"),
        pytest.param("كتابا", f"ك{KA}ت{FA}اب{FA}ا{AN}", f"ك{KA}ت{FA}اب{AN}ا", id="tanwin stands before the alif"),
        pytest.param(
            f"كتابا{AN}", f"ك{KA}ت{FA}اب{AN}ا", f"ك{KA}ت{FA}ابا{AN}", id="unless the author wrote it on the alif"
        ),
        pytest.param("قد", f"ق{FA}{DA}د{SU}", f"ق{FA}د{SU}", id="one vowel of two"),
        pytest.param("قد", f"ق{FA}د{SH}{SU}", f"ق{FA}د{SH}", id="no sukun on a shadda"),
        pytest.param("قد", f"ق{FA}د\u0670", f"ق{FA}د", id="no dagger alif"),
        pytest.param("هٰذا", f"ه{FA}ذ{FA}ا", f"هٰذ{FA}ا", id="a dagger alif is the author's vowel"),
        pytest.param("abc 5", f"a{FA}bc 5{DA}", "abc 5", id="no mark on other scripts and digits"),
        pytest.param("", "", "", id="nothing"),
    ],
)
def test_what_is_added(text: str, answer: str, said: str) -> None:
    assert vowelled(text, answer) == (said, ())


@pytest.mark.parametrize(
    "word", ["قَالَ", "الشَّمْسُ", "أُولَى", "قَالُوا", "أُمِّي", "فَتًى", "عَمْرٌو", "وَٱللَّهُ", "ٱلصَّلَوٰةَ", "مِنۡ", "قُرْآنٌ"]
)
def test_a_word_vowelled_throughout_stays_and_the_model_is_not_asked(word: str) -> None:
    def unwanted(_: str) -> list[list[Guess]]:
        raise AssertionError("nothing to ask")

    assert list(vowelling.edits(word, vowel=unwanted)) == []


def test_the_author_s_vowel_wins_and_the_word_is_noted() -> None:
    said, notes = vowelled(f"أ{DA}ذن ل", f"أ{FA}ذ{KA}ن{FA} ل{KA}")
    assert said == f"أ{DA}ذ{KA}ن{FA} ل{KA}"
    assert notes == (Note("vowelling", 0, 4, f"أ{DA}ذن", f"أ{DA}ذ{KA}ن{FA}", vowelling.CONTRADICTED),)


@pytest.mark.parametrize("ending", [UN, SU])
def test_an_ending_guessed_for_another_form_is_not_believed(ending: str) -> None:
    said, notes = vowelled(f"ق{FA}تل", f"ق{DA}ت{KA}ل{ending}")
    assert said == f"ق{FA}ت{KA}ل"
    assert [note.confidence for note in notes] == [vowelling.CONTRADICTED]


def test_a_shadda_of_the_author_s_that_the_model_does_not_know_is_a_doubt() -> None:
    said, notes = vowelled(f"نظ{SH}فه", f"ن{FA}ظ{FA}ف{FA}ه{DA}")
    assert said == f"ن{FA}ظ{SH}{FA}ف{FA}ه{DA}"
    assert len(notes) == 1


def test_the_likeliest_guess_that_the_author_s_marks_allow_is_taken() -> None:
    def model(_: str) -> list[list[Guess]]:
        return [
            [Guess(FA, 0.7), Guess(DA, 0.2)],
            [Guess(KA, 0.6), Guess(SH + KA, 0.3), Guess("", 0.1)],
            [Guess(FA, 0.9)],
        ]

    assert said_with("علم", model) == f"ع{FA}ل{KA}م{FA}"
    assert said_with(f"عل{SH}م", model) == f"ع{FA}ل{SH}{KA}م{FA}"
    assert said_with(f"ع{DA}لم", model) == f"ع{DA}ل{KA}م{FA}"


def said_with(text: str, model: Vowel) -> str:
    return Traced.of(text).apply("vowelling", vowelling.edits(text, vowel=model)).text


def test_a_word_of_whose_letters_one_is_unlikely_is_noted_with_the_chance_of_all() -> None:
    said, notes = vowelled("كتب", f"ك{FA}ت{FA}ب{FA}", chance=0.7)
    assert said == f"ك{FA}ت{FA}ب{FA}"
    assert [(note.source, note.spoken, note.confidence) for note in notes] == [("كتب", said, 0.343)]
    assert vowelled("كتب", f"ك{FA}ت{FA}ب{FA}", chance=0.9)[1] == ()


def test_the_model_sees_the_neighbours_words_and_answers_for_ours() -> None:
    asked: list[str] = []

    def model(sentence: str) -> list[list[Guess]]:
        asked.append(sentence)
        return [[Guess(FA if letter == "ق" else "", 1.0)] for letter in sentence]

    text = "قد. قال"
    edits = list(vowelling.edits(text, Vicinity("ثم إِنَّهُ", "قوم"), model))
    assert asked == ["ثم انه قد.", " قال قوم"]
    assert [edit.start for edit in edits] == [1, 5]


def test_the_model_is_asked_sentence_by_sentence() -> None:
    asked: list[str] = []

    def model(sentence: str) -> list[list[Guess]]:
        asked.append(sentence)
        return guesses(sentence)

    list(vowelling.edits("قال. ثم قال؟ نعم", ALONE, model))
    assert asked == ["قال.", " ثم قال؟", " نعم"]


ARABIC = st.sampled_from("ابتدلوىيأإآؤءٱة ")
MARK = st.sampled_from([FA, DA, KA, AN, UN, SH, SU, "\u0670", "\u0654", "\u0640", "\u06d6"])
TEXT = st.lists(ARABIC | MARK | st.sampled_from(". 5a،"), max_size=24).map("".join)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(TEXT, st.lists(st.sampled_from(["", FA, DA, KA, AN, SU, FA + SH, SH, "\u0654", "\u0670"]), min_size=8))
def test_only_marks_are_inserted_whatever_the_model_answers(text: str, noise: list[str]) -> None:
    model = noisy(noise)
    edits = list(vowelling.edits(text, vowel=model))
    assert_only_marks_inserted(text, edits)
    said = Traced.of(text).apply("vowelling", edits).text
    for before, after in zip(marked_letters(text), marked_letters(said), strict=True):
        added = sum(char in VOWELS for char in after.marks) - sum(char in VOWELS for char in before.marks)
        assert added == 0 or (added == 1 and not any(char in VOWELS for char in before.marks))
    assert Traced.of(said).apply("vowelling", vowelling.edits(said, vowel=model)).text == said


def test_the_real_model_on_the_seed_only_inserts_marks() -> None:
    seed = (Path(__file__).parents[2] / "seeds" / "abu-bakr.txt").read_text("utf-8")
    edits = list(vowelling.edits(seed))
    assert len(edits) > 2000
    assert_only_marks_inserted(seed, edits)
