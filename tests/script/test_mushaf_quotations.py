"""Verses in a passage: any of the mushaf's is found, however it is written; narration is none."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.script.letters import bare
from hakawati.script.mushaf.quotation import Quoted, quoted
from hakawati.script.mushaf.slips import slips
from hakawati.script.mushaf.tanzil import PLAIN, verses

ALL = list(verses(PLAIN))

ORDINARY = (
    "خرج الأولاد إلى السوق في الصباح واشتروا الخبز والتمر.",
    "كانت المدينة هادئة، والناس في بيوتهم.",
    "قال التاجر لصاحبه: لن أبيع الدكان هذا العام.",
    "وصل القطار متأخرا ساعة كاملة، فغضب المسافرون.",
    "قرأت الكتاب كله في ليلة واحدة ثم أعدته إلى المكتبة.",
    "إن شاء الله نلتقي غدا بعد صلاة العصر.",
    "الحمد لله رب العالمين على كل حال.",
    "وجاء رجل من أهل القرية يسأل عن أبيه.",
    "فلما رأى القوم ما صنع تعجبوا منه وسكتوا.",
    "قال الله تعالى في الحديث القدسي: أنا عند ظن عبدي بي.",
    "رأيت لوحة كتب عليها «الصبر مفتاح الفرج» بخط جميل.",
    "كان النبي صلى الله عليه وسلم أحسن الناس خلقا.",
    "بعث الملك رسولا إلى قومه ومعه كتاب من عنده.",
    "لا إله إلا الله، والله أكبر، ولا حول ولا قوة إلا بالله.",
    "وفي السنة التالية خرج المسلمون إلى مكة ومعهم الهدي.",
    "السماء صافية والأرض خضراء والشمس تميل إلى الغروب.",
)

WITHOUT_HAMZAS = str.maketrans("أإآؤئ", "اااوي")
SPELLINGS: dict[str, Callable[[str], str]] = {
    "vowelled": str,
    "without vowels": bare,
    "without hamzas": lambda text: bare(text).translate(WITHOUT_HAMZAS),
}
FRAMES = ("وقرأنا في الرسالة ﴿{}﴾ فتأملناه.", "قال تعالى: «{}» وهذا بيان.", "وكتب الشيخ {{{}}} في آخر درسه.")


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, str]:
    """One to three verses of a sura, of five words or more, and their place."""
    first = draw(st.sampled_from(range(len(ALL))))
    last = first
    wanted = draw(st.integers(1, 3))
    while last + 1 < len(ALL) and ALL[last + 1].sura == ALL[first].sura:
        if last - first + 1 >= wanted and _length(first, last) >= 5:
            break
        last += 1
    text = " ".join(verse.text for verse in ALL[first : last + 1])
    return text, f"{ALL[first].sura}:{ALL[first].number}" + (f"-{ALL[last].number}" if last > first else "")


def _length(first: int, last: int) -> int:
    return sum(len(verse.text.split()) for verse in ALL[first : last + 1])


def assert_found(passage: str, verse: str, ref: str, changed: int = 0) -> None:
    """All that stands in the marks is the verse, and nothing else; a parallel place will do that has the same words."""
    found = [one for one in quoted(passage) if verse[:8] in passage[one.start : one.end] or one.ref]
    start, end = passage.index(verse) - 1, passage.index(verse) + len(verse) + 1
    assert (found[0].start, found[-1].end) == (start, end)
    assert len(found) == 1
    assert found[0].ref == ref or len(slips(verse, found[0].ref or "")) <= changed


@settings(deadline=None, derandomize=True, max_examples=60)
@given(ranges(), st.sampled_from(sorted(SPELLINGS)), st.sampled_from(FRAMES), st.sampled_from(ORDINARY))
def test_any_verses_are_found_in_marks(verse: tuple[str, str], spelling: str, frame: str, before: str) -> None:
    text = SPELLINGS[spelling](verse[0])
    assert_found(before + " " + frame.format(text), text, verse[1])


@settings(deadline=None, derandomize=True, max_examples=60)
@given(ranges(), st.sampled_from(FRAMES), st.data())
def test_any_verses_are_found_with_a_word_changed(verse: tuple[str, str], frame: str, data: st.DataObject) -> None:
    words = bare(verse[0]).split()
    words[data.draw(st.integers(0, len(words) - 1))] = "مدرسة"
    text = " ".join(words)
    assert_found(frame.format(text), text, verse[1], changed=1)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=6))
def test_narration_is_never_a_verse(sentences: list[str]) -> None:
    assert quoted(" ".join(sentences)) == []


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(alphabet='﴿﴾«»{}()[]"“”:.،١2 \nابتلاهوقلاعسر\u0651\u064e\u0640ﷲab', max_size=80))
def test_whatever_the_characters_are(text: str) -> None:
    found = quoted(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_passage_without_arabic_letters_has_none() -> None:
    assert quoted("“In the name of God,” he said (2:255).") == []


def test_brackets_turned_around() -> None:
    assert quoted("قرأ ﴾إنا أعطيناك الكوثر﴿ وبكى") == [Quoted(4, 24, "108:1")]


def test_the_ligature_of_gods_name() -> None:
    (found,) = quoted("قال تعالى: «قل هو ﷲ أحد».")
    assert found.ref == "112:1"


def test_a_long_passage_takes_linear_time() -> None:
    passage = "خرج الناس إلى السوق قال تعالى «إن مع العسر يسرا» (الشرح: 6) ثم عادوا إلى بيوتهم في المساء. "
    found = quoted(passage * 300)
    assert [one.ref for one in found] == ["94:6"] * 300
