"""What piper makes of a text: all of it is said, as it is written, or it is an error."""

import logging
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from engines.tiny_voice import ID_MAP, tiny_voice
from golden import Case, cases
from hakawati.engines.espeak import library
from hakawati.engines.espeaking.reading import readable
from hakawati.engines.piper.engine import Piper
from hakawati.engines.piper.options import PiperOptions
from hakawati.engines.piper.phonemes import phonemes
from hakawati.errors import EngineFailed, EngineUnavailable, Unspeakable
from hakawati.model import Voice

ARABIC_CASES = [case for case in cases("espeak_arabic") if not case.given.isascii()]
LETTERS = {letter: [number] for number, letter in enumerate("_^$ .اهلمنعق\u064e\u0652\u0651")}


def spelled(text: str, piper_folder: Path) -> str:
    from piper import PiperVoice
    from piper.config import PiperConfig

    from hakawati.engines.piper.config import VoiceFile
    from hakawati.engines.piper.loading import piper_config

    config = piper_config(VoiceFile(piper_folder / "ar_JO-tiny-low.onnx"))
    assert isinstance(config, PiperConfig)
    voice = PiperVoice(session=None, config=config, use_tashkeel=False)
    return "|".join("".join(sentence) for sentence in phonemes(text, voice, "ar_JO-tiny-low"))


def sounds(spelling: str) -> str:
    """Letters and length, without stress: it is set anew for each phrase."""
    return "".join(one for one in unicodedata.normalize("NFD", spelling) if one.isalpha() and one not in "ˈˌ")


@pytest.mark.parametrize("case", ARABIC_CASES, ids=str)
def test_arabic_is_read_as_the_embedded_engine_reads_it(case: Case, piper_folder: Path) -> None:
    embedded = library.phonemes(readable(case.given, "ar").text, "ar")
    assert sounds(spelled(case.given, piper_folder)) == sounds(embedded)


def test_a_vowel_on_a_shadda_is_said(piper_folder: Path) -> None:
    """Given as it is written, piper drops it: muħammd."""
    assert spelled("مُحَمَّدٌ رَسُولٌ", piper_folder).startswith("muħˈammadˌun")


def test_nothing_is_vowelled_by_piper(piper_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("piper.voice.TashkeelDiacritizer", None)
    assert spelled("كتب", piper_folder)


@pytest.mark.parametrize("text", ["[[nam]] نَعَمْ", "[[[nam]]] نَعَمْ", "[[ [nam]] نَعَمْ"])
def test_brackets_are_brackets(text: str, piper_folder: Path) -> None:
    assert spelled(text, piper_folder) == spelled("nam نَعَمْ", piper_folder)


def test_control_characters_and_halves_are_passed_over(piper_folder: Path) -> None:
    assert spelled("قَالَ\0\ud83d \x01نَعَمْ", piper_folder) == spelled("قَالَ نَعَمْ", piper_folder)


def test_sentences_are_apart_and_clauses_are_not(piper_folder: Path) -> None:
    assert spelled("قَالَ، نَعَمْ. قَالَ؟", piper_folder).count("|") == 1


def without(*lacking: str) -> dict[str, list[int]]:
    return {one: ids for one, ids in ID_MAP.items() if one not in lacking}


def test_a_sound_that_the_voice_lacks_is_an_error(tmp_path: Path) -> None:
    """piper itself would leave it out, with a warning in a log that nobody reads."""
    tiny_voice(tmp_path, "ar_JO-old-low", phoneme_id_map=without("\u032a"))
    engine = Piper(PiperOptions(folder=tmp_path))
    with pytest.raises(
        EngineFailed, match=r"^piper: the voice ar_JO-old-low has no sound for \u032a \(U\+032A\) in 'صَبَرَ'"
    ):
        engine.perform("صَبَرَ", Voice("piper", "ar_JO-old-low"), "ar")
    assert engine.perform("سَبَرَ", Voice("piper", "ar_JO-old-low"), "ar").samples


def test_stress_and_punctuation_may_be_lacking(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    tiny_voice(tmp_path, phoneme_id_map=without("ˈ", "ˌ", ","))
    with caplog.at_level(logging.WARNING):
        speech = Piper(PiperOptions(folder=tmp_path)).perform("اللَّهُ، نَعَمْ", Voice("piper", "ar_JO-tiny-low"), "ar")
    assert speech.samples
    assert not caplog.records


@pytest.mark.parametrize("text", ["؟", "…", "«»", "\u0640"])
def test_nothing_to_say(piper: Piper, text: str) -> None:
    with pytest.raises(Unspeakable, match=r"^piper: there is nothing to say"):
        piper.perform(text, Voice("piper", "ar_JO-tiny-low"), "ar")


def test_letters_that_come_to_nothing_are_unspeakable(piper: Piper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("piper.PiperVoice.phonemize", lambda *_: [["."], []])
    with pytest.raises(Unspeakable):
        piper.perform("قَالَ", Voice("piper", "ar_JO-tiny-low"), "ar")


@pytest.fixture
def of_letters(tmp_path: Path) -> Piper:
    """A voice that learned from letters, without espeak-ng."""
    tiny_voice(tmp_path, phoneme_type="text", phoneme_id_map=LETTERS)
    return Piper(PiperOptions(folder=tmp_path))


def test_a_voice_of_letters_is_given_the_authors_own(of_letters: Piper) -> None:
    assert of_letters.perform("نَعَمْ، [[نعم]]", Voice("piper", "ar_JO-tiny-low"), "ar").samples


@pytest.mark.parametrize("text", ["نعم 3", "نُعم", "نعم ب"])
def test_a_letter_or_vowel_or_digit_that_it_lacks_is_an_error(of_letters: Piper, text: str) -> None:
    with pytest.raises(EngineFailed, match="has no sound for"):
        of_letters.perform(text, Voice("piper", "ar_JO-tiny-low"), "ar")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"espeak": {"voice": "xx"}}, "cannot be spelled for: .*xx"),
        ({"phoneme_type": "japanese"}, "needs a package more. Install it: pyopenjtalk"),
        ({"phoneme_type": "pinyin"}, "by pinyin are not supported"),
    ],
)
def test_a_voice_that_cannot_be_spelled_for(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    tiny_voice(tmp_path, **changes)
    with pytest.raises(EngineUnavailable, match=f"^piper: .*{message}"):
        Piper(PiperOptions(folder=tmp_path)).perform("a", Voice("piper", "ar_JO-tiny-low"), "ar")
