import pytest

from hakawati.spelling.announcement import announcement


@pytest.mark.parametrize(
    ("number", "title", "language", "said"),
    [
        (1, "الهجرة", "ar", "الْحَلْقَةُ الْأُولَى: الهجرة."),
        (11, "أين الغار؟", "ar", "الْحَلْقَةُ الْحَادِيَةَ عَشْرَةَ: أين الغار؟"),
        (3, "", "ar", "الْحَلْقَةُ الثَّالِثَةُ."),
        (1, "The cave", "en", "Episode one. The cave."),
        (42, "Who?", "en", "Episode forty-two. Who?"),
        (30, " ", "en", "Episode thirty."),
        (19, "", "en", "Episode nineteen."),
        (100, "Late", "en", "Episode 100. Late."),
        (2, "Die Höhle", "de", "2. Die Höhle."),
        (2, "", "de", "2."),
    ],
)
def test_announcement(number: int, title: str, language: str, said: str) -> None:
    assert announcement(number, title, language) == said.replace("َّ", "\u0651\u064e")
