"""The formulas that are supplied, by whom they honour and how many they are."""

from enum import Enum, auto


class Honour(Enum):
    """Which formula is due to someone."""

    BLESSING = auto()
    """The Prophet's."""
    PEACE = auto()
    """The other prophets' and the angels'."""
    PLEASURE = auto()
    """The Companions'."""
    MERCY = auto()
    """Said of the dead."""
    AID = auto()
    """Said of a living caliph."""
    GLORY = auto()
    """God's."""


class Number(Enum):
    """One man, one woman, two of either, men or both, women."""

    HE = auto()
    SHE = auto()
    TWO = auto()
    THEY = auto()
    WOMEN = auto()


FORMULAS = {
    (Honour.BLESSING, Number.HE): "صَلَّى اللَّهُ عَلَيْهِ وَسَلَّمَ",
    (Honour.PEACE, Number.HE): "عَلَيْهِ السَّلَامُ",
    (Honour.PEACE, Number.SHE): "عَلَيْهَا السَّلَامُ",
    (Honour.PEACE, Number.TWO): "عَلَيْهِمَا السَّلَامُ",
    (Honour.PEACE, Number.THEY): "عَلَيْهِمُ السَّلَامُ",
    (Honour.PEACE, Number.WOMEN): "عَلَيْهِنَّ السَّلَامُ",
    (Honour.PLEASURE, Number.HE): "رَضِيَ اللَّهُ عَنْهُ",
    (Honour.PLEASURE, Number.SHE): "رَضِيَ اللَّهُ عَنْهَا",
    (Honour.PLEASURE, Number.TWO): "رَضِيَ اللَّهُ عَنْهُمَا",
    (Honour.PLEASURE, Number.THEY): "رَضِيَ اللَّهُ عَنْهُمْ",
    (Honour.PLEASURE, Number.WOMEN): "رَضِيَ اللَّهُ عَنْهُنَّ",
    (Honour.MERCY, Number.HE): "رَحِمَهُ اللَّهُ",
    (Honour.AID, Number.HE): "أَيَّدَهُ اللَّهُ تَعَالَى بِنَصْرِهِ الْعَزِيزِ",
    (Honour.GLORY, Number.HE): "عَزَّ وَجَلَّ",
}
"""Ending as in connected speech, shadda before its vowel."""
