"""Where a quoted verse is not what the mushaf has, and which of its words each word is."""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.script.letters import bare
from hakawati.script.mushaf.slips import aligned, slips
from hakawati.script.mushaf.tanzil import PLAIN, UTHMANI, Verse, verses

ALL = [*verses(PLAIN), *verses(UTHMANI)]


def told(text: str, ref: str) -> list[tuple[str, str]]:
    """What stands there and what the mushaf has; offsets checked on the way."""
    found = slips(text, ref)
    assert all(text[note.start : note.end] == note.source and note.rule == "mushaf" for note in found)
    return [(note.source, composed(note.spoken)) for note in found]


def composed(text: str) -> str:
    """Vowel and shadda in the order they are typed in here."""
    return normalize("NFC", text)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.sampled_from(ALL), st.booleans())
def test_the_mushaf_itself_has_no_slip_vowelled_or_not_in_either_spelling(verse: Verse, vowelled: bool) -> None:  # noqa: FBT001 - drawn
    text = verse.text if vowelled else bare(verse.text)
    assert slips(f"﴿{text} ({verse.number})﴾", f"{verse.sura}:{verse.number}") == ()


@pytest.mark.parametrize(
    ("text", "ref", "wrong"),
    [
        ("إن مع العسر فرجا", "94:6", [("فرجا", "يُسْرًا")]),
        ("إِنَّ مَعَ الْعُسْرُ يُسْرًا", "94:6", [("الْعُسْرُ", "الْعُسْرِ")]),
        ("ولا تموتن إلا وأنتم مسلمين", "3:102", [("مسلمين", "مُّسْلِمُونَ")]),
        ("وقل رب ادخلني يا مدخل صدق", "17:80", [("يا", "")]),
        ("وقل رب أدخلني صدق", "17:80", [("", "مُدْخَلَ")]),
        ("ولا تحزن إن الله معنا", "9:40", [("ولا", "لَا")]),
    ],
    ids=["another word", "another vowel", "another ending", "added", "dropped", "a particle in front"],
)
def test_slips(text: str, ref: str, wrong: list[tuple[str, str]]) -> None:
    assert told(text, ref) == wrong


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("وَاجْعَلْ لِّيْ مِنْ لَّدُنْكَ سُلْطَانًا نَصِيْرًا", "17:80"),
        ("وَاجْعَل لِّي مِن لَّدُنكَ سُلْطَاناً نَّصِيراً", "17:80"),
        ("ذَٰلِكَ ٱلْكِتَـٰبُ لَا رَيْبَ ۛ فِيهِ ۛ هُدًۭى لِّلْمُتَّقِينَ ۝٢", "2:2"),
        ("الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينْ", "1:2"),
        ("يأيها الذين ءامنوا", "3:102"),
        ("لا تحزن إن الله معنا", "9:40"),
        ("* (1)", "9:40"),
    ],
    ids=["assimilation", "tanween", "pause", "silent end", "as one word", "a part", "no words"],
)
def test_what_is_no_slip(text: str, ref: str) -> None:
    assert slips(text, ref) == ()


@pytest.mark.parametrize("ref", ["115:1", "1:8", "1", "", "2:5-3"])
def test_a_place_that_does_not_exist(ref: str) -> None:
    assert told("رب العالمين", ref) == [("رب العالمين", "")]
    assert aligned("رب العالمين", ref) == ()


def test_another_verse_altogether() -> None:
    assert told("وطور سينين وهذا البلد", "112:4") == [("وطور سينين وهذا البلد", "وَلَمْ يَكُن لَّهُ كُفُوًا أَحَدٌ")]


def test_each_word_with_the_mushafs() -> None:
    text = "قل يأيها دوما الكفرون"
    found = [(text[one.start : one.end], one.word and composed(one.word)) for one in aligned(text, "109:1")]
    assert found == [("قل", "قُلْ"), ("يأيها", "يَا أَيُّهَا"), ("دوما", None), ("الكفرون", "الْكَافِرُونَ")]


def test_a_segment_of_a_very_long_quotation() -> None:
    text = "الله لا إله إلا هو الحي القيوم لا تأخذه سنة ولا نوم له ما في السماوات وما في الأرض"
    assert slips(text, "2:1-286") == ()
