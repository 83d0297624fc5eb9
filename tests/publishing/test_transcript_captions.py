"""Captions: every word once and in order, within their limits, in time with the sound."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import Case, cases
from hakawati.model import Cue, Ending, Mark, Role, Segment, Sounding, TimedChapter, Timeline
from hakawati.publishing.transcript.captions import Caption, captions
from hakawati.publishing.transcript.pieces import pieces, width
from hakawati.units import Samples, milliseconds
from publishing.timelines import BEFORE, GAP, LETTER, RATE, said, told

ALPHABETS = ("ابتثجحخ", "abcdefg", "بَتُثِّ", "太阳升起来", "กขคงะาแไ", "0123456789", "&<>\"'«»()،؛.؟!-—", "🌙ﷺ")
WORDS = st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=60))
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
SEGMENTS = st.builds(said, TEXTS, st.sampled_from(list(Role)), st.none(), st.sampled_from(list(Ending)))
TIMELINES = st.builds(
    lambda chapters, marked: told(*chapters, marked=marked),
    st.lists(st.lists(SEGMENTS, min_size=1, max_size=4), min_size=1, max_size=3),
    st.booleans(),
)


def lines(caption: Caption) -> list[str]:
    return [line[0].text + "".join(" " * word.spaced + word.text for word in line[1:]) for line in caption.lines]


def times(timeline: Timeline) -> Iterator[tuple[str, int, int]]:
    for caption in captions(timeline):
        yield " / ".join(lines(caption)), caption.start, caption.end


def letters(timeline: Timeline) -> str:
    texts = (cue.segment.text for chapter in timeline.chapters for cue in chapter.cues)
    return "".join("".join(text.split()) for text in texts)


@pytest.mark.parametrize("case", cases("captions"), ids=str)
def test_lines_end_where_a_reader_would_end_them(case: Case) -> None:
    timeline = told([said(paragraph, ending=Ending.PARAGRAPH) for paragraph in case.given.split("\n")])
    assert "\n\n".join("\n".join(lines(caption)) for caption in captions(timeline)) == case.expected


@given(TIMELINES)
@settings(deadline=None, max_examples=60, derandomize=True)
def test_all_words_are_there_in_order_and_nothing_else(timeline: Timeline) -> None:
    assert "".join(word.text for caption in captions(timeline) for word in caption.words) == letters(timeline)


@given(TIMELINES)
@settings(deadline=None, max_examples=60, derandomize=True)
def test_no_caption_goes_beyond_its_limits(timeline: Timeline) -> None:
    end, shown = milliseconds(timeline.samples, RATE), 0
    for caption in captions(timeline):
        assert 1 <= len(caption.lines) <= 2
        assert all(width(line) <= (40 if caption.right_to_left else 42) for line in lines(caption))
        assert shown <= caption.start < caption.end <= min(end, caption.start + 7000)
        shown = caption.end


@given(TEXTS)
@settings(deadline=None, max_examples=60, derandomize=True)
def test_words_that_fit_are_not_parted(text: str) -> None:
    whole = [word for word in text.split() if len(word) <= 40 and not any("\u0e00" <= one <= "\u9fff" for one in word)]
    assert set(whole) <= {piece.text for piece in pieces(text)}


@pytest.mark.parametrize("text", ["太阳升起来，「不」。", "แม่น้ำที่ไหลไปกำลัง", "ب" + "َ" * 60])
def test_pieces_join_to_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text


def test_signs_and_vowels_stay_with_their_letters() -> None:
    assert [piece.text for piece in pieces("他说：「不。」")] == ["他", "说：", "「不。」"]
    assert [piece.text for piece in pieces("ไหลกำ")] == ["ไห", "ล", "กำ"]


def test_a_space_not_to_be_broken_is_no_place_for_a_break() -> None:
    assert [piece.text for piece in pieces("le\u00a0mot\u202f! fin")] == ["le\u00a0mot\u202f!", "fin"]


def test_captions_begin_with_their_first_words_sound_and_are_done_when_the_last_is_said() -> None:
    timeline = told([said("ابتثجح ابتثجح ابتثجح.")], [said("ابتثجح ابتثجح ابتثجح ابتثجح.")])
    first, second = times(timeline)
    last_word = BEFORE + 2 * (6 * LETTER + GAP)
    assert first[1] == milliseconds(BEFORE, RATE)
    assert milliseconds(last_word + 6 * LETTER, RATE) <= first[2] <= milliseconds(last_word + 10 * LETTER, RATE)
    assert second[1] == milliseconds(timeline.chapters[1].start + BEFORE, RATE)


def test_within_a_segment_a_caption_gives_way_when_the_next_ones_first_word_sounds() -> None:
    timeline = told([said("He rose early, and before the sun was up he had crossed the river; nobody saw him go.")])
    (_, _, end), (text, start, _) = times(timeline)
    (cue,) = timeline.chapters[0].cues
    (nobody,) = (mark for mark in cue.marks if cue.segment.text[mark.start :].startswith("nobody"))
    assert text.startswith("nobody")
    assert end == start == milliseconds(nobody.sample, RATE)


def test_without_marks_times_are_shared_out_by_letters() -> None:
    text = "He rose early, and before the sun was up he had crossed the river; nobody saw him go."
    marked = list(times(told([said(text)] * 3)))
    shared = list(times(told([said(text)] * 3, marked=False)))
    assert [text for text, _, _ in shared] == [text for text, _, _ in marked]
    apart = [abs(one[1] - other[1]) for one, other in zip(marked, shared, strict=True)]
    assert max(apart) < 150


def test_words_that_were_supplied_belong_to_the_word_before_them() -> None:
    """An honorific is said where nothing stands: its marks are on no text."""
    marks = (Mark(0, 5, Samples(4410)), Mark(6, 6, Samples(22_050)), Mark(6, 10, Samples(88_200)))
    sounding = Sounding(Samples(4410), Samples(150_000))
    cue = Cue(Segment(text="النبي كانوا"), Samples(0), Samples(160_000), marks, sounding)
    timeline = Timeline(1, "ح", RATE, (TimedChapter("ف", (cue,)),))
    prophet, were = (word for caption in captions(timeline) for word in caption.words)
    assert (prophet.start, prophet.end) == (100, 2000)
    assert (were.start, were.marked) == (2000, True)


def test_a_short_caption_stays_for_a_second_where_nothing_follows() -> None:
    (_, start, end), (_, following, _) = times(told([said("لا.")], [said("نعم.")]))
    assert (start, end) == (100, following)
    assert following - start < 1000
    spoken = told([said("لا.", ending=Ending.PARAGRAPH)], [said("نعم.")])
    late = TimedChapter("ف", (Cue(said("نعم."), Samples(200_000), Samples(80_000), (Mark(0, 4, Samples(900)),)),))
    (_, start, end), _ = times(Timeline(1, "ح", RATE, (spoken.chapters[0], late)))
    assert end - start == 1000


def test_a_heading_stands_alone_and_a_line_of_poetry_with_no_other() -> None:
    poem = [said("قفا نبك من ذكرى", Role.POETRY), said("بسقط اللوى", Role.POETRY)]
    timeline = told([said("الباب", Role.HEADING), said("قال:"), *poem])
    assert [text for text, _, _ in times(timeline)] == ["الباب", "قال: قفا نبك من ذكرى", "بسقط اللوى"]


def test_segments_that_touched_in_the_source_are_not_parted() -> None:
    speech = Segment(text="«نعم»", start=4, end=9)
    timeline = told([Segment(text="قال", start=0, end=3), speech, Segment(text="، ثم مضى", start=9, end=17)])
    assert [text for text, _, _ in times(timeline)] == ["قال «نعم»، ثم مضى"]


def test_a_word_that_takes_longer_than_a_caption_may_be_shown() -> None:
    cue = Cue(said("آه"), Samples(0), Samples(30 * RATE))
    (caption,) = captions(Timeline(1, "ح", RATE, (TimedChapter("ف", (cue,)),)))
    assert caption.end - caption.start == 7000
