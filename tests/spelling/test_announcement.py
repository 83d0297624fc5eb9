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
        (100, "Late", "en", "Episode one hundred. Late."),
        (2, "Die Höhle", "de", "Folge zwei. Die Höhle."),
        (2, "", "de", "Folge zwei."),
        (3, "La grotte", "fr", "Épisode trois. La grotte."),
        (3, "", "es", "Episodio tres."),
        (3, "", "it", "Episodio tre."),
        (3, "", "pt", "Episódio três."),
        (3, "", "nl", "Aflevering drie."),
        (3, "", "sv", "Avsnitt tre."),
        (3, "", "tr", "Bölüm üç."),
        (12, "", "tr", "Bölüm on iki."),
        (3, "غار", "fa", "قسمت سه. غار."),
        (3, "", "id", "Episode tiga."),
        (3, "", "ru", "Выпуск три."),
        (2, "Pango", "sw", "2. Pango."),
        (2, "", "pl", "2."),
    ],
)
def test_announcement(number: int, title: str, language: str, said: str) -> None:
    assert announcement(number, title, language) == said.replace("َّ", "\u0651\u064e")
