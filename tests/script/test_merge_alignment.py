"""What is the same in two sequences, and how one became the other."""

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.script.merging.alignment import Change, changes, pairs

ITEMS = st.text("abc|", max_size=12)


@given(ITEMS, ITEMS)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_pairs_are_equal_items_and_rise_in_both(old: str, new: str) -> None:
    found = pairs(old, new)
    assert all(old[index] == new[new_index] for index, new_index in found)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(found))


@given(ITEMS, ITEMS)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_the_changes_made_in_the_old_give_the_new(old: str, new: str) -> None:
    made, at = "", 0
    for start, end, new_start, new_end in changes(old, new, "|"):
        made += old[at:start] + new[new_start:new_end]
        at = end
    assert made + old[at:] == new


def test_equal_sequences_have_no_changes() -> None:
    assert changes("abab", "abab", "|") == []


def test_a_paragraph_put_in_between_two_that_begin_alike_is_put_in_whole() -> None:
    assert changes("ab|ad|", "ab|ax|ad|", "|") == [Change(3, 3, 3, 6)]
    assert changes("ab|ax|ad|", "ab|ad|", "|") == [Change(3, 6, 3, 3)]


def test_unique_items_anchor_the_rest() -> None:
    assert pairs("aaaXaaa", "aXa") == [(0, 0), (3, 1), (6, 2)]


def test_long_sequences_without_a_unique_item_take_little_time() -> None:
    begun = time.process_time()
    pairs("ab" * 50_000, "ba" * 50_000)
    assert time.process_time() - begun < 5
