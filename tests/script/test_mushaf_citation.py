"""Citations of the mushaf."""

import pytest

from hakawati.script.mushaf.citation import Cited, cited


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("البقرة: 255", Cited(2, 255, 255)),
        ("سورة البقرة، الآية 255", Cited(2, 255, 255)),
        ("سورة النساء، آية رقم 5", Cited(4, 5, 5)),
        ("البقرة 255-257", Cited(2, 255, 257)),
        ("سورة الأنعام: الآيات ١٦٢ – ١٦٣", Cited(6, 162, 163)),
        ("الاسراء/80", Cited(17, 80, 80)),
        ("آل عمران: 12", Cited(3, 12, 12)),
        ("الانشراح: 5", Cited(94, 5, 5)),
        ("سورة يوسف", Cited(12)),
        ("سورة ص: 5", Cited(38, 5, 5)),
        ("محمد: 4", Cited(47, 4, 4)),
        ("2:255", Cited(2, 255, 255)),
        ("Qur'an 2:255-257", Cited(2, 255, 257)),
    ],
)
def test_cited(written: str, meant: Cited) -> None:
    assert cited(written) == meant


@pytest.mark.parametrize(
    "written", ["محمد", "يوسف", "ص 236", "ص: 5", "عام 570", "أم القرى", "محمد 632", "115:1", "10", "انظر البقرة", ""]
)
def test_not_cited(written: str) -> None:
    assert cited(written) is None
