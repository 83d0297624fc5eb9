import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Note
from hakawati.spelling.edits import Edit, Traced


def test_every_character_of_a_new_text_knows_where_it_came_from() -> None:
    traced = Traced.of("ص5.").apply("digits", [Edit(0, 2, "صفحة", noted=True)])
    assert traced.text == "صفحة."
    assert traced.origins == ((0, 2),) * 4 + ((2, 3),)


def test_an_insertion_comes_from_the_point_it_stands_at() -> None:
    traced = Traced.of("قل").apply("vowelling", [Edit(1, 1, "\u064f"), Edit(2, 2, "\u0652")])
    assert traced.text == "ق\u064fل\u0652"
    assert traced.origins == ((0, 1), (1, 1), (1, 2), (2, 2))


def test_origins_lead_through_several_rules_to_the_author() -> None:
    traced = Traced.of("a  5%").apply("whitespace", [Edit(1, 3, " ")]).apply("digits", [Edit(2, 4, "five", noted=True)])
    assert traced.text == "a five"
    assert traced.origins[2:] == ((3, 5),) * 4
    assert traced.notes == (Note("digits", 3, 5, "5%", "five"),)


@pytest.mark.parametrize(
    "edits",
    [[Edit(1, 3, ""), Edit(2, 4, "")], [Edit(2, 3, ""), Edit(0, 1, "")], [Edit(2, 9, "")], [Edit(3, 2, "")]],
    ids=["overlapping", "out of order", "beyond the text", "backwards"],
)
def test_edits_that_do_not_fit_are_a_defect_of_the_rule(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="a rule: edit"):
        Traced.of("abcd").apply("a rule", edits)


@settings(deadline=None, max_examples=100, derandomize=True)
@given(st.text(max_size=12), st.data())
def test_what_no_edit_covers_keeps_its_own_place(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    edits = [
        Edit(start, end, data.draw(st.text(max_size=3))) for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    traced = Traced.of(text).apply("any", edits)
    assert len(traced.origins) == len(traced.text)
    covered = {at for edit in edits for at in range(edit.start, edit.end)}
    kept = {(at, at + 1): char for at, char in enumerate(text) if at not in covered}
    found = {origin: char for char, origin in zip(traced.text, traced.origins, strict=True) if origin in kept}
    assert found == kept
