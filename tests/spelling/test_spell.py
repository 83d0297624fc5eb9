"""All of spelling together, with the real model, on the seed text and on anything."""

import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Manner, Role, Segment, Spoken
from hakawati.spelling.arabic import vowelling
from hakawati.spelling.arabic.vowel_model import vowel_model
from hakawati.spelling.context import Context, References
from hakawati.spelling.edits import Traced
from hakawati.spelling.languages import rules
from hakawati.spelling.letters import VOWELS
from hakawati.spelling.spell import shaped_by, spell, spelling_version

ARABIC = Context(language="ar")
UNVOWELLED = Context(language="ar", vowels=False)
SEED = [
    sentence.strip()
    for sentence in (Path(__file__).parents[2] / "seeds" / "abu-bakr.txt")
    .read_text("utf-8")
    .replace("\n", ".")
    .split(".")
    if sentence.strip()
]
DIGITS = "5٥۵"
ALPHABET = "ابهوصجملقي ًَُِّْٰؐ" + "ـ  \n\u200b\u00a0﷽ﷺﻻﹶ()«»\"'-–*/_…..،,؛:؟!%٪٫٬½ab" + DIGITS * 3
ANYTHING = st.text(st.sampled_from(ALPHABET), max_size=25) | st.text(max_size=15)


def said(text: str, *, vowels: bool = True, language: str = "ar") -> str:
    return spell(Segment(text=text), Context(language=language, vowels=vowels)).text


def composed(text: str) -> str:
    """With each vowel before its shadda, as this file is typed; spelling sets it behind."""
    return unicodedata.normalize("NFC", text)


def letters_and_marks(text: str) -> list[str]:
    """The letters and marks of `text`, presentation forms as the letters they stand for; tatweel is neither."""
    plain = (part for char in text for part in (unicodedata.normalize("NFKC", char) if "ﭐ" <= char <= "ﻼ" else char))
    return [char for char in plain if unicodedata.category(char)[0] in "LM" and char != "ـ"]


def assert_rules_keep_letters(text: str) -> None:
    """No rule but vowelling changes a letter or mark without a note."""
    spoken = Traced.of(text)
    for rule in rules(UNVOWELLED):
        before, spoken = spoken, spoken.apply(rule.name, rule.edits(spoken.text))
        if spoken.notes == before.notes:
            assert letters_and_marks(spoken.text) == letters_and_marks(before.text), rule.name


def test_the_whole_way() -> None:
    spoken = spell(Segment(text="قال النبي ﷺ:  «نعم» (ج2 ص5)."), ARABIC)
    assert unicodedata.normalize("NFC", spoken.text) == unicodedata.normalize(
        "NFC", "قَالَ النَّبِيُّ صَلَّى اللَّهُ عَلَيْهِ وَسَلَّمَ: نَعَمْ، الْجُزْءُ الثَّانِي صَفْحَةُ خَمْسٍ."
    )
    assert [(note.rule, note.source) for note in spoken.notes] == [
        ("honorific", "ﷺ"),
        ("references", "ج2"),
        ("references", "ص5"),
    ]


def test_word_marks_lead_back_to_the_author_s_words() -> None:
    text = "قال ﷺ نَعَمْ"
    spoken = spell(Segment(text=text), ARABIC)
    start = spoken.text.index("نَعَمْ")
    assert spoken.origins[start] == (6, 7)
    assert {spoken.origins[at] for at in range(spoken.text.index("صَ"), start - 1)} == {(4, 5)}


def test_an_engine_that_vowels_for_itself_gets_signs_and_numbers_only() -> None:
    assert said("قال (في 5 كتب)", vowels=False) == "قال، في خَمْسَةِ كتبٍ"


def test_what_an_editor_wants_said_replaces_the_text_and_is_spelled() -> None:
    spoken = spell(Segment(text="1445هـ", manner=Manner(say="سنة  5")), UNVOWELLED)
    assert spoken.text == "سنة خَمْسٍ"
    assert (spoken.notes[0].rule, spoken.notes[0].source, spoken.notes[0].spoken) == ("say", "1445هـ", "سنة  5")
    assert set(spoken.origins) == {(0, 6)}


def test_other_languages_keep_their_signs_and_digits() -> None:
    assert said("Alisema:\n“5 %”\u200b – ndiyo. ", language="sw") == "Alisema: “5 %” – ndiyo."


@pytest.fixture(scope="module")
def spoken_seed() -> list[tuple[str, Spoken]]:
    return [(text, spell(Segment(text=text), ARABIC)) for text in SEED]


def test_spelling_the_spoken_seed_again_changes_nothing(spoken_seed: list[tuple[str, Spoken]]) -> None:
    assert [spoken.text for _, spoken in spoken_seed] == [said(spoken.text) for _, spoken in spoken_seed]


def test_hardly_a_word_of_the_seed_is_left_without_vowels(spoken_seed: list[tuple[str, Spoken]]) -> None:
    bare = [
        word for _, spoken in spoken_seed for word in spoken.text.split() if not set(word) & VOWELS and len(word) > 3
    ]
    assert len(bare) <= 5, bare


@settings(deadline=None, max_examples=300, derandomize=True)
@given(ANYTHING)
def test_whatever_the_text(text: str) -> None:
    spoken = spell(Segment(text=text), ARABIC)
    assert len(spoken.origins) == len(spoken.text)
    assert not any(unicodedata.category(char).startswith("N") for char in spoken.text)
    assert not set(spoken.text) & set('()«»"*_/…\n\u200b\u00a0﷽ﷺ%')
    assert spoken.text == spoken.text.strip()
    again = spell(Segment(text=spoken.text), ARABIC)
    assert again.text == spoken.text


@settings(deadline=None, max_examples=300, derandomize=True)
@given(ANYTHING)
def test_no_letter_or_mark_changes_outside_noted_edits(text: str) -> None:
    assert_rules_keep_letters(text)


def test_no_letter_or_mark_of_the_seed_changes_outside_noted_edits() -> None:
    for text in SEED:
        assert_rules_keep_letters(text)


@settings(deadline=None, max_examples=50, derandomize=True)
@given(st.text(max_size=20))
def test_other_languages_again_change_nothing(text: str) -> None:
    once = said(text, language="sw")
    assert said(once, language="sw") == once


def test_the_version_names_the_model_where_there_is_one() -> None:
    assert "text2tashkeel" in spelling_version("ar")
    assert "onnxruntime" in spelling_version("ar")
    assert spelling_version("en") != spelling_version("ar")
    assert "text2tashkeel" not in spelling_version("en")


def test_the_model_is_loaded_once() -> None:
    assert vowel_model() is vowel_model()


def test_importing_spelling_and_asking_its_version_loads_nothing_heavy() -> None:
    program = (
        "import sys; from hakawati.spelling.spell import shaped_by, spell, spelling_version; spelling_version('ar');"
        "from hakawati.model import Segment; from hakawati.spelling.context import Context; spell(Segment(text='نعم 5'), Context(language='ar', vowels=False));"
        "sys.exit(bool({'numpy', 'onnxruntime', 'text2tashkeel'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_verse_takes_the_mushaf_s_vowels_where_its_letters_are_the_mushaf_s() -> None:
    verse = Segment(text="قل هو الله أحد", manner=Manner(role=Role.VERSE, ref="112:1"))
    context = Context(language="ar", role=Role.VERSE, ref="112:1")
    assert composed(spell(verse, context).text) == "قُلْ هُوَ اللَّهُ أَحَدٌ"
    assert spell(verse, context).notes == ()


def test_a_word_that_is_not_the_mushaf_s_is_left_to_the_model_and_what_the_author_marked_stands() -> None:
    context = Context(language="ar", role=Role.VERSE, ref="112:1")
    said = composed(spell(Segment(text="قُل هو الرحمن أحَد"), context).text)
    assert said.startswith("قُلْ هُوَ الرَّحْمَ")
    assert said.endswith("أَحَدٌ")


def test_verses_are_vowelled_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vowelling, "vowel_model", _no_model)
    context = Context(language="ar", role=Role.VERSE, ref="1:2")
    assert composed(spell(Segment(text="الحمد لله رب العالمين"), context).text) == "الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ"


def _no_model() -> None:
    raise AssertionError("every word is the mushaf's")


NAMED = {
    "عمر بن الخطاب": "عُمَرُ بْنُ الْخَطَّابِ",
    "عن عبد الله بن عمر بن الخطاب": "بْنِ عُمَرَ بْنِ الْخَطَّابِ",
    "عن عبد الله بن عمرو": "بْنِ عَمْرٍو",
    "قال أبي بن كعب": "أُبَيُّ بْنُ كَعْبٍ",
    "يوم أحد": "أُحُدٍ",
    "لم يره أحد": "أَحَ",
    "غزوة بدر": "بَدْرٍ",
    "سأل عن عمر الرجل": "عُم",
    "رأيت محمدا": "مُحَمَّدًا",
    "وحمزة وجعفر بن أبي طالب": "وَجَعْفَرُ بْنُ أَبِي طَالِبِ",
    "قال خالد بن الوليد لعثمان": "لِعُثْمَانَ",
    "الصديق": "الصِّدِّيقُ",
}


@pytest.mark.parametrize(("text", "name"), NAMED.items(), ids=NAMED)
def test_names_have_their_vowels_and_the_case_their_neighbours_leave(text: str, name: str) -> None:
    assert name in composed(said(text))


def test_references_are_said_shortened_or_skipped() -> None:
    text = Segment(text="ذكره ابن سعد (الطبقات ج2 ص236) وغيره.")
    policies: tuple[References, ...] = ("say", "shorten", "skip")
    spoken = {policy: spell(text, replace(UNVOWELLED, references=policy)) for policy in policies}
    assert "صَفْحَةُ" in spoken["say"].text
    assert spoken["shorten"].text == "ذكره ابن سعد، الطبقات، وغيره."
    assert spoken["skip"].text == "ذكره ابن سعد وغيره."
    assert [note.rule for note in spoken["skip"].notes] == ["references"]


def test_only_what_is_used_of_the_neighbours_shapes_a_spoken_text() -> None:
    segment = Segment(text="قال الرجل،")
    one = replace(ARABIC, before="جاء القوم. ثم", behind="نعم. ثم ذهب")
    same = replace(ARABIC, before="ذهب الجميع. ثم", behind="نعم. ولم يرجع")
    other = replace(ARABIC, before="جاء القوم. ثم", behind="لا. ثم ذهب")
    assert shaped_by(segment, one) == shaped_by(segment, same)
    assert shaped_by(segment, one) != shaped_by(segment, other)
    assert shaped_by(segment, replace(one, vowels=False)) == shaped_by(segment, replace(other, vowels=False))


def test_a_segment_that_ends_its_sentence_does_not_depend_on_what_comes() -> None:
    segment = Segment(text="قال الرجل.»")
    assert shaped_by(segment, replace(ARABIC, behind="ثم")) == shaped_by(segment, replace(ARABIC, behind="بل"))


def test_the_rest_of_the_sentence_tells_the_model_the_case() -> None:
    behind = spell(Segment(text="بكر"), replace(ARABIC, before="قال أبو")).text
    assert behind == "بَكْرٍ"
