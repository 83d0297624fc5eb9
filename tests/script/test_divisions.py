"""Which lines name a division of a book."""

import pytest

from hakawati.script.finders.divisions import CHAPTER, PART, SECTION, division


@pytest.mark.parametrize(
    ("line", "depth"),
    [
        ("Chapter 3", CHAPTER),
        ("CHAPTER XII.", CHAPTER),
        ("Chapter One: The Storm", CHAPTER),
        ("Chapter 7 – In which nothing happens", CHAPTER),
        ("Part Two", PART),
        ("BOOK THE FIRST", PART),
        ("Section 4. Findings", SECTION),
        ("Prologue", CHAPTER),
        ("Epilogue.", CHAPTER),
        ("XIV", CHAPTER),
        ("الفصل الثالث", CHAPTER),
        ("الفصل الأول: نشأته وأسرته", CHAPTER),
        ("الفَصْلُ الحَادِي عَشَرَ", CHAPTER),
        ("الباب الخامس والعشرون - في ذكر المغازي", CHAPTER),
        ("الجزء ٢", PART),
        ("المبحث الثاني: التعريف", SECTION),
        ("المقدمة", CHAPTER),
        ("مقدمة المؤلف", CHAPTER),
        ("خاتمة", CHAPTER),
        ("Kapitel 4", CHAPTER),
        ("Chapitre premier", CHAPTER),
        ("Глава 5", CHAPTER),
    ],
)
def test_a_division(line: str, depth: int) -> None:
    assert division(line) == depth


@pytest.mark.parametrize(
    "line",
    [
        "Part of the army fled",
        "Chapter and verse",
        "Book a table",
        "الباب مفتوح فادخلوا",
        "الفصل الذي مضى كان باردا",
        "الجزء الذي قرأته من الكتاب",
        "مقدمة طويلة لا تنتهي",
        "12",
        "Mix",
        "",
    ],
)
def test_no_division(line: str) -> None:
    assert division(line) == 0
