"""Speech: whole, as long as its text, the same every time, its words marked where they sound."""

from array import array
from dataclasses import replace

import pytest

from hakawati.engines.contract.stage import Stage, same
from hakawati.engines.protocol import Engine
from hakawati.model import Speech

LONG_SEGMENTS = 50


class SoundContract(Stage):
    def test_is_whole_samples_loud_enough_and_not_clipped(self, performer: Engine) -> None:
        speech = self.said(performer, self.text)
        assert len(speech.pcm) % 2 == 0
        assert 8_000 <= speech.rate <= 48_000
        assert 1_000 < _loudest(speech) < 32_767

    def test_lasts_as_long_as_someone_would_take(self, performer: Engine) -> None:
        least, most = self.seconds_a_letter
        assert least < _seconds(self.said(performer, self.text)) / _letters(self.text) < most

    @pytest.mark.parametrize("times", [2, 12])
    def test_lasts_longer_the_longer_the_text_is(self, performer: Engine, times: int) -> None:
        once = _seconds(self.said(performer, self.text))
        assert _seconds(self.said(performer, f"{self.text} " * times)) == pytest.approx(times * once, rel=0.15)

    def test_one_word_can_be_heard(self, performer: Engine) -> None:
        word = self.text.split()[0]
        assert _loudest(self.said(performer, word)) > 1_000

    def test_the_same_text_and_voice_give_the_same_bytes(self, performer: Engine) -> None:
        once = self.said(performer, self.text)
        self.said(performer, self.long_text(1))
        assert same(self.said(performer, self.text), once)

    def test_volume_is_left_to_the_finishing(self, performer: Engine) -> None:
        usual = self.voice(performer)
        softer = replace(usual, volume=-12.0)
        assert same(self.said(performer, self.text, softer), self.said(performer, self.text, usual))
        assert performer.shaped_by(softer) == performer.shaped_by(usual)

    def test_marks_are_words_in_order_inside_the_sound(self, performer: Engine) -> None:
        for text in (self.text, self.long_text(3)):
            speech = self.said(performer, text)
            reached, sounded = 0, -1
            for mark in speech.marks:
                assert reached <= mark.start < mark.end <= len(text)
                assert any(character.isalnum() for character in text[mark.start : mark.end])
                assert sounded < mark.sample < speech.samples
                reached, sounded = mark.end, mark.sample

    def test_fifty_long_segments_one_after_the_other(self, performer: Engine) -> None:
        least = self.seconds_a_letter[0]
        for number in range(LONG_SEGMENTS):
            text = self.long_text(number)
            assert _seconds(self.said(performer, text)) > least * _letters(text)


def _loudest(speech: Speech) -> int:
    return max((abs(sample) for sample in array("h", speech.pcm)), default=0)


def _seconds(speech: Speech) -> float:
    return speech.samples / speech.rate


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)
