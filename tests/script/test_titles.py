"""Titles of chapters: which words, how many."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.script.titles import LONGEST, title
from hakawati.script.topics import topic
from script.marked import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يتابع حضرته حديثه عن سيدنا أبي بكر الصديق .", "يتابع حضرته حديثه عن سيدنا أبي بكر الصديق"),
        ("كان النبي ، كعادته\n  في بيته", "كان النبي، كعادته في بيته"),
        ("«إنما الأعمال بالنيات»", "إنما الأعمال بالنيات"),
        ("عمر (رضي الله عنه)", "عمر (رضي الله عنه)"),
        ("أين كنت؟", "أين كنت؟"),
        (
            "ومن ناحية أخرى، أخبر الله رسوله بكيدهم، كما ورد في قول الله تعالى في سورة الأنفال",
            "ومن ناحية أخرى، أخبر الله رسوله بكيدهم",
        ),
        (
            "وكان أبو بكر رجلا من أهل مكة عرف عنه الصدق والأمانة في التجارة كلها",
            "وكان أبو بكر رجلا من أهل مكة عرف عنه الصدق والأمانة",
        ),
        ("ب" * 80, "ب" * 60),
    ],
)
def test_title(text: str, expected: str) -> None:
    assert title(text) == expected


@settings(deadline=None, derandomize=True)
@given(st.text(st.sampled_from('اب ،.:()«»"\n'), max_size=200))
def test_a_title_is_one_short_line(text: str) -> None:
    assert len(title(text)) <= LONGEST
    assert title(text) == " ".join(title(text).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ورد ذكر مصاحبة أبي بكر الصديق للنبي  عند الهجرة:", "مصاحبة أبي بكر الصديق للنبي عند الهجرة"),
        ("عند بيعة العقبة: بيعة العقبة الثانية أن أبا بكر كان هناك.", "عند بيعة العقبة"),
        ("كذلك نجد ذكر دعاء أيضا وهو:", "دعاء"),
        ("الفصل الثالث", "الفصل الثالث"),
        ("عند مروره من وراء الكعبة وقال مخاطبا القرية: نعم.", ""),
        ("فقال لهم:", ""),
        ("جاء رجل إلى المدينة.", ""),
    ],
)
def test_topic(text: str, expected: str) -> None:
    assert topic(tuple(marked(text, "ar")), text, "") == expected


def test_a_line_in_mid_sentence_opens_no_topic() -> None:
    text = "رسول الله:"
    assert topic(tuple(marked(text, "ar")), text, "وكان مع أصحاب") == ""
