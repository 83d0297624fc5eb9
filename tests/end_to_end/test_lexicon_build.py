"""A word mended in the lexicon: one take is made anew, and nothing else."""

from command import Place

TEXT = "جاء حاطب من السوق.\n\nثم رجع القوم إلى المدينة.\n\nوقال الرجل: نعم.\n"


def test_a_word_in_the_lexicon_re_makes_one_take(place: Place) -> None:
    place.text(TEXT, "book.txt")
    first = place.run("build", "book.txt", "--engine", "silent", "--no-announce", "--json").json
    place.text("حاطب\tحُوَيْطِب\n", "lexicon.tsv")
    again = place.run("build", "book.txt", "--engine", "silent", "--no-announce", "--json").json
    assert first["performed"] == first["segments"] == again["segments"]
    assert (again["performed"], again["reused"]) == (1, first["segments"] - 1)
    assert place.run("build", "book.txt", "--engine", "silent", "--no-announce", "--json").json["performed"] == 0


def test_a_mistake_in_the_lexicon_stops_the_build(place: Place) -> None:
    place.text(TEXT, "book.txt")
    place.text("حاطب\n", "lexicon.tsv")
    ran = place.run("build", "book.txt", "--engine", "silent")
    assert ran.code == 2
    assert "lexicon.tsv, line 1" in ran.err


def test_suggestions_go_to_stdout_or_to_a_new_file(place: Place) -> None:
    place.text(TEXT, "book.txt")
    shown = place.run("lexicon", "book.txt")
    assert shown.code == 0
    assert shown.out.startswith("# word")
    assert place.run("lexicon", "book.txt", "-o", "new.tsv").code == 0
    assert (place.path / "new.tsv").read_text("utf-8") == shown.out
    assert place.run("lexicon", "book.txt", "-o", "new.tsv").code == 2
