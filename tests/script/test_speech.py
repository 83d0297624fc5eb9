"""Who speaks, how far, and what the finders of speech hold to whatever the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hakawati.script.finders.address import Address, address
from hakawati.script.finders.asides import without_asides
from hakawati.script.finders.names import name_in
from hakawati.script.finders.passage import Passage
from hakawati.script.finders.persons import who
from hakawati.script.finders.quotes import quotation, quotations
from hakawati.script.finders.saying import introductions
from hakawati.script.finders.speech import speech
from hakawati.script.finders.supplication import supplication
from hakawati.script.finders.tokens import end_of, tokens
from hakawati.script.letters import speakable

PIECES = (
    *(
        "قال",
        "فقالت",
        "وكان",
        "رسول الله",
        "عمر",
        "أبو بكر",
        "ﷺ",
        "رضي الله عنه",
        "له",
        "يا",
        "اللهم",
        "اغفر",
        "ربنا",
        "إن",
    ),
    *(
        ":",
        "،",
        ".",
        "؟",
        "«",
        "»",
        '"',
        "(",
        ")",
        "..",
        " ",
        " ",
        "\n",
        "خرج",
        "فخرج",
        "الْحَمْدُ",
        "قَالَ",
        "بيتك",
        "في الحديث",
        "5",
    ),
)
TEXTS = some.lists(some.sampled_from(PIECES), max_size=40).map(" ".join)


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=300)
def test_what_is_found_lies_in_the_text_in_order_and_can_be_said(text: str) -> None:
    for finder in (speech, supplication):
        at = 0
        for found in finder(Passage(text, text, "ar")):
            assert at <= found.start < found.end <= len(text)
            assert speakable(text[found.start : found.end])
            at = found.end


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_words_and_the_gaps_between_them_stand_where_they_say(text: str) -> None:
    words = tokens(text)
    assert all(text[word.start : word.end].strip() for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    assert all(word.end <= end_of(text, words, at + 1) <= len(text) for at, word in enumerate(words))


def test_a_formula_of_blessing_is_remembered_on_the_word_before() -> None:
    words = tokens("قَالَ النَّبِيُّ، صَلَّى اللهُ عَلَيْهِ وَسَلَّمَ، لأبي بكر (رضي الله عنه): نعم")
    assert [(word.spelled, word.blessed) for word in words] == [
        ("قال", ""),
        ("النبي", "prophet"),
        ("لأبي", ""),
        ("بكر", "someone"),
        ("نعم", ""),
    ]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"نعم" ثم', '"نعم"'),
        ('"نعم "لا" ثم" وكذا', '"نعم "لا" ثم"'),
        ('"نعم. ثم قال: "لا".', None),
        ("«أ «ب» ج» د", "«أ «ب» ج»"),
        ("«أ. قال: «ب» ج", None),
        ("''نعم'' ثم", "''نعم''"),
        ("“نعم“ ثم", "“نعم“"),
        ("”نعم” ثم", "”نعم”"),
        ("»نعم« ثم", "»نعم«"),
        ("‘نعم’ ثم", "‘نعم’"),
    ],
)
def test_a_quotation_ends_with_its_own_mark_or_not_at_all(text: str, quoted: str | None) -> None:
    found = quotation(text, 0)
    assert (text[slice(*found)] if found else None) == quoted


def test_only_outermost_quotations_are_listed() -> None:
    text = 'كتب «أ "ب" ج» و"د"'
    assert [text[slice(*found)] for found in quotations(text)] == ['«أ "ب" ج»', '"د"']


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("له أبا جهل", "أبو جهل"),
        ("سيدنا عمر بن الخطاب لأصحابه", "عمر بن الخطاب"),
        ("الشيخ محمد الغزالي", "محمد الغزالي"),
        ("الملك غاضبا", "الملك"),
        ("الصحابي الجليل أبو هريرة", "أبو هريرة"),
        ("أحمد شوقي", "أحمد شوقي"),
        ("زيد يخاطبه", "زيد"),
        ("عمر النبي", "عمر"),
        ("أحد الصحابة", "أحد الصحابة"),
        ("بصوت خافت", None),
        ("لها ولعلي", None),
    ],
)
def test_names_are_normalised(words: str, name: str | None) -> None:
    assert name_in(words.split()) == name


@pytest.mark.parametrize(
    "named", ["النبي", "رسول الله", "الرسول الكريم", "نبي الله محمد", "المصطفى", "نبينا", "خاتم النبيين"]
)
def test_the_prophet_goes_by_many_names(named: str) -> None:
    assert who(named.split()) == "ﷺ"


@pytest.mark.parametrize("named", ["النبي موسى", "عم النبي", "زوجة رسول الله", "محمد بن مسلمة", "أصحاب النبي"])
def test_others_are_named_after_him(named: str) -> None:
    assert who(named.split(), "prophet" if named.startswith("عم") else "") != "ﷺ"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("يا عمر", Address.CALLED | Address.ONE | Address.MANY),
        ("لا تخف", Address.ONE),
        ("لا تزال المدينة بعيدة", Address(0)),
        ("إنا خرجنا", Address.US),
        ("يحبني الناس", Address.ME),
        ("كتابكم هذا", Address.MANY),
        ("ذلك الملك هناك", Address(0)),
    ],
)
def test_signs_that_someone_speaks(text: str, shown: Address) -> None:
    words = tokens(text)
    assert address(words, 0, len(words)) == shown


def test_a_blessing_in_parentheses_is_no_aside() -> None:
    text = "«قال النبي (صلى الله عليه وسلم) هنا (أي في مكة) قولا»"
    assert [text[slice(*one)] for one in without_asides(text, 0, len(text))] == [
        "«قال النبي (صلى الله عليه وسلم) هنا ",
        "قولا»",
    ]


def test_gods_words_are_told_from_the_prophets() -> None:
    (god,) = introductions("وقال الله تعالى: كذا")
    (prophet,) = introductions("وقال ﷺ: كذا")
    assert (god.by_god, god.by_prophet, prophet.by_god, prophet.by_prophet) == (True, False, False, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "فقال زيد لعمر: يا عمر، إني أخاف عليك. ثم خرج. ",
        "قال «نعم وقالت: لا. ",
        "اللهم اغفر لنا ",
        "عن زيد عن عمرو ",
        "قال، وهو يبكي، ",
        "فقال له يا أبا بكر نعم ",
        "قال النبي لأبي بكر: قم. فقال: أين؟ ",
        "- نعم، قال زيد. ",
    ],
)
def test_a_long_paragraph_takes_as_much_longer_as_it_is(sentence: str) -> None:
    def seconds(times: int) -> float:
        passage = Passage(sentence * times, "", "ar")
        begun = time.process_time()
        assert list(speech(passage)) is not None
        assert list(supplication(passage)) is not None
        return time.process_time() - begun

    assert seconds(4_000) < 25 * max(seconds(500), 0.02)
