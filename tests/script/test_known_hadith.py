"""Well-known hadiths, recognised by their own words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.script.hadith.known import find, known
from hakawati.script.hadith.openings import listed_lines
from hakawati.script.hadith.wording import form
from hakawati.script.letters import bare
from hakawati.script.mushaf.gathering import mushaf


@pytest.mark.parametrize(
    "text",
    [
        "إنما الأعمال بالنيات",
        "«إنما الأعمال بالنيات، وإنما لكل امرئ ما نوى»",
        "إِنَّمَا الأَعْمَالُ بِالنِّيَّاتِ",
        "انما الاعمال بالنيات",
        "من كان يؤمن بالله واليوم الآخر فليقل خيرا أو ليصمت",
        "مَن كان يومن بالله واليوم الاخر فليقل خيراً او ليصمت",
        "ما ظنك باثنين الله ثالثهما؟",
        "اذهبوا فأنتم الطلقاء",
        "على رسلك، فإني أرجو أن يؤذن لي",
        "ما بال دعوى الجاهلية؟",
        "لا أقول الم حرف",
        "كنت سمعه الذي يسمع به",
        "تهادوا تحابوا.",
    ],
)
def test_whose_words_they_are_is_seen_from_the_words(text: str) -> None:
    assert known(text)


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("الله لا ينظر إلى صوركم وأموالكم", 6),
        ("إن الله لا ينظر إلى صوركم وأموالكم", 6),
        ("ألا إن الله لا ينظر إلى صوركم وأموالكم ثم سكت", 6),
        ("يا معاذ، اتق الله حيثما كنت وأتبع السيئة الحسنة تمحها", 8),
        ("والذي نفسي بيده لو أن فاطمة بنت محمد سرقت لقطعت يدها", 8),
    ],
)
def test_fillers_may_stand_before_them_or_not(text: str, agreed: int) -> None:
    assert known(text) == agreed


@pytest.mark.parametrize(
    "text",
    [
        "من سلك طريقا يطلب فيه علما سهل الله له طريقا إلى الجنة",
        "لا يؤمن أحد حتى يحب لأخيه ما يحب لنفسه",
        "المسلم الحق من سلم المسلمون من لسانه ويده",
        "مثل المؤمنين في توادهم وتعاطفهم مثل الجسد",
        "اليد العليا أفضل من اليد السفلى",
    ],
)
def test_one_word_of_four_may_differ(text: str) -> None:
    assert known(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "نعم",
        "«»",
        "لا تغضب يا أخي فالأمر يسير",
        "الأعمال كثيرة والوقت قصير",
        "من كان يؤمن بالله واليوم الآخر فلا يتأخر عن الصف",
        "إن الله لا ينظر إلينا ونحن على هذه الحال من الفرقة",
        "والذي نفسي بيده لقد رأيته أمس في السوق",
        "لا إله إلا الله وحده لا شريك له، ما أسرع ما نسيتم!",
        "أشهد أن لا إله إلا الله وأن محمدا رسول الله",
        "لا حول ولا قوة إلا بالله، أين ذهب القوم؟",
        "يا رسول الله، إن القوم قد جمعوا لنا فماذا ترى؟",
        "يا رسول الله، امض لما أمرك ربك فنحن معك حيث كنت",
        "أرى أن نخرج إليهم فنلقاهم عند الماء قبل أن يسبقونا إليه",
        "إذا دخل أحدكم المسجد فليخفض صوته وليغلق هاتفه",
        "بينا أنا نائم رأيت أبي في ثياب بيض",
        "أيها الناس إني قد وليت عليكم فأعينوني",
        "أدعوكم إلى أن تشهدوا أن لا إله إلا الله وأن محمدا رسول الله",
        "أوصيكم بتقوى الله والصدق في العمل",
        "أنا أعلم بهذا الطريق منكم، فاتبعوني",
        "خير الناس عندي من صدقني في النصيحة",
        "مثل العامل بغير خطة مثل السائر في الظلام",
        "خرج رسول الله ﷺ في ألف من أصحابه حتى نزل بالوادي",
        "The deeds are by the intentions",
    ],
)
def test_what_anyone_might_say_is_nobody_s(text: str) -> None:
    assert not known(text)
    assert find(text) == []


def test_the_mushaf_has_no_word_of_them() -> None:
    text = " ".join(mushaf().word(at).plain for at in range(len(mushaf())))
    assert find(text) == []


def test_no_verse_begins_with_them() -> None:
    whole = mushaf()
    ends = [*whole.starts[1:], len(whole)]
    verses = (" ".join(whole.word(at).plain for at in range(*place)) for place in zip(whole.starts, ends, strict=True))
    assert [verse for verse in verses if known(verse)] == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "وكان يذكرهم دائما بأن المسلم من سلم المسلمون من لسانه ويده، ثم يمضي.",
            "المسلم من سلم المسلمون من لسانه ويده",
        ),
        ("قال: يا عبادي إني حرمت الظلم على نفسي، وهو حديث عظيم.", "يا عبادي إني حرمت الظلم على نفسي"),
        ("وفيه: المسلم أخو المسلم لا يظلمه ولا يسلمه، وهذا بين.", "المسلم أخو المسلم لا يظلمه ولا يسلمه"),
    ],
)
def test_they_are_found_in_the_midst_of_a_text(text: str, quoted: str) -> None:
    assert [text[start:end] for start, end in find(text)] == [quoted]


def test_lines_that_overlap_make_one_place() -> None:
    text = "فقال: إنما الأعمال بالنيات، وإنما لكل امرئ ما نوى، فمن كانت هجرته إلى الله ورسوله فهجرته إلى الله ورسوله. ثم نزل."
    places = find(text)
    assert [text[start:end].split(maxsplit=1)[0] for start, end in places] == ["إنما", "فمن"]
    assert all(one[1] < other[0] for one, other in pairwise(places))


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.lists(st.sampled_from(sorted({word for line in listed_lines()[:60] for word in line.split()})), max_size=60))
def test_places_are_in_order_and_apart_whatever_the_words(words: list[str]) -> None:
    text = " ".join(words)
    places = find(text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] < other[0] for one, other in pairwise(places))


def test_short_ones_are_not_looked_for_in_the_midst_of_a_text() -> None:
    assert find("وقالوا إن السفر قطعة من العذاب، ثم ساروا.") == []


def test_every_line_finds_itself() -> None:
    def counted(line: str) -> int:
        return sum(1 for word in line.split() if not form(word).fills)

    assert [line for line in listed_lines() if known(line) < min(3, counted(line))] == []


def test_most_lines_are_known_with_a_word_changed() -> None:
    changed = [
        " ".join([*words[:at], "زيتون", *words[at + 1 :]])
        for words in map(str.split, listed_lines())
        if len(words) >= 8
        for at in range(0, 8, 3)
        if not form(words[at]).fills
    ]
    unknown = [line for line in changed if not known(line)]
    assert len(unknown) < len(changed) * 0.05


def test_the_list_is_plain_words_each_line_once() -> None:
    lines = listed_lines()
    assert len(lines) >= 700
    assert [line for line in lines if bare(line) != line or not line.replace(" ", "").isalpha()] == []
    assert [line for line in lines if " ".join(line.split()) != line or not 2 <= len(line.split()) <= 20] == []
    assert len({tuple(form(word).stem for word in line.split()) for line in lines}) == len(lines)


def test_no_line_is_a_supplication() -> None:
    assert [line for line in listed_lines() if line.startswith(("اللهم", "ربنا", "رب اغفر"))] == []
