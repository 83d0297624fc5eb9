"""piper with a tiny voice that goes through all of the real loading."""

import hashlib
import pickle
import subprocess
import sys
from array import array
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engines.tiny_voice import RATE, tiny_voice
from hakawati.engines.piper.engine import Piper
from hakawati.engines.piper.options import PiperOptions
from hakawati.errors import EngineFailed, VoiceUnknown
from hakawati.model import Role, Speech, Voice

TEXT = "خَرَجَ رَسُولُ اللَّهِ إِلَى الْمَدِينَةِ."
ARABIC = Voice("piper", "ar_JO-tiny-low")
LIVELY: dict[str, Any] = {"noise": 0.667, "noise_w": 0.8}


def said(engine: Piper, text: str = TEXT, voice: Voice = ARABIC) -> Speech:
    return engine.perform(text, voice, "ar")


def seconds(speech: Speech) -> float:
    return speech.samples / speech.rate


def loudest(speech: Speech) -> int:
    return max(abs(sample) for sample in array("h", speech.pcm))


# Chance


def test_the_voice_is_one_of_chance(piper_folder: Path) -> None:
    """What piper does of itself: the reason for all the care."""
    from piper import PiperVoice

    voice = PiperVoice.load(piper_folder / "ar_JO-tiny-low.onnx")
    voice.use_tashkeel = False
    assert len({b"".join(chunk.audio_int16_bytes for chunk in voice.synthesize(TEXT)) for _ in range(3)}) == 3


@pytest.mark.parametrize("chance", [{}, LIVELY])
def test_the_same_text_is_the_same_bytes_whatever_was_said_before(
    piper_options: PiperOptions, chance: dict[str, Any]
) -> None:
    engine = Piper(replace(piper_options, **chance))
    once = said(engine)
    said(engine, "شَيْءٌ آخَرُ")
    assert said(engine) == once
    assert said(Piper(replace(piper_options, **chance))) == once


@pytest.mark.parametrize("chance", [{}, LIVELY])
def test_another_process_says_the_same(piper_options: PiperOptions, chance: dict[str, Any]) -> None:
    options = replace(piper_options, **chance)
    program = (
        "import hashlib, pickle, sys; from hakawati.engines.piper.engine import Piper; "
        "options, text, voice = pickle.load(sys.stdin.buffer); "
        "print(hashlib.sha256(Piper(options).perform(text, voice, 'ar').pcm).hexdigest())"
    )
    given = pickle.dumps((options, TEXT, ARABIC))
    other = subprocess.run([sys.executable, "-c", program], input=given, capture_output=True, check=True)
    assert other.stdout.decode().strip() == hashlib.sha256(said(Piper(options)).pcm).hexdigest()


def test_noise_is_heard_in_sound_and_in_lengths(piper: Piper, piper_options: PiperOptions) -> None:
    plain = said(piper)
    hissing = said(Piper(replace(piper_options, noise=0.667)))
    swaying = said(Piper(replace(piper_options, noise_w=0.8)))
    assert hissing.samples == plain.samples
    assert hissing.pcm != plain.pcm
    assert swaying.samples != plain.samples


# Rate, pitch, loudness, pauses


def test_rate_is_relative_speed(piper: Piper) -> None:
    assert seconds(said(piper, voice=replace(ARABIC, rate=2.0))) == pytest.approx(seconds(said(piper)) / 2, rel=0.01)


@pytest.mark.parametrize("semitones", [-5.0, 3.0, 12.0])
def test_pitch_keeps_the_pace(piper: Piper, semitones: float) -> None:
    higher = said(piper, voice=replace(ARABIC, pitch=semitones))
    assert higher.rate == round(RATE * 2 ** (semitones / 12))
    assert seconds(higher) == pytest.approx(seconds(said(piper)), rel=0.01)


def test_the_models_own_pace_is_the_usual_one(tmp_path: Path, piper: Piper) -> None:
    tiny_voice(tmp_path, inference={"length_scale": 1.5})
    slow = said(Piper(PiperOptions(folder=tmp_path)))
    assert seconds(slow) == pytest.approx(1.5 * seconds(said(piper)), rel=0.01)


def test_loudness_is_the_models_own(piper: Piper) -> None:
    assert loudest(said(piper)) == pytest.approx(0.3 * 32_768, rel=0.01)


def test_a_model_beyond_full_scale_is_turned_down_and_not_clipped(tmp_path: Path, piper: Piper) -> None:
    tiny_voice(tmp_path, loudness=3.0)
    loud = array("h", said(Piper(PiperOptions(folder=tmp_path))).pcm)
    usual = array("h", said(piper).pcm)
    assert max(loud) < 32_767
    assert loud[1000] / usual[1000] == pytest.approx(max(loud) / max(usual), rel=0.01)


@pytest.mark.parametrize("pitch", [0.0, 4.0])
def test_sentences_are_apart(piper_options: PiperOptions, pitch: float) -> None:
    voice = replace(ARABIC, pitch=pitch)
    together, apart = (
        said(Piper(replace(piper_options, sentence_silence=pause)), f"{TEXT} {TEXT} {TEXT}", voice)
        for pause in (0.0, 0.5)
    )
    assert seconds(apart) - seconds(together) == pytest.approx(2 * 0.5, abs=0.01)


# Voices


def test_the_voices_of_a_language_and_their_speakers(piper: Piper) -> None:
    assert piper.voices("ar") == ("ar_JO-tiny-low",)
    assert piper.voices("en") == ("en_US-duo-low", "en_US-duo-low#salma", "en_US-duo-low#anwar")
    assert piper.voices("") == ("ar_JO-tiny-low", "en_US-duo-low")
    assert piper.voices("fr") == ()


@pytest.mark.parametrize(
    ("config", "language"),
    [
        ({"espeak": {"voice": "en-us"}, "language": {}}, "en"),
        ({"espeak": {"voice": "cmn"}, "language": {}}, "zh"),
        ({"espeak": {"voice": "nb"}, "language": {"family": "no"}}, "no"),
    ],
)
def test_what_a_config_calls_its_language(tmp_path: Path, config: dict[str, Any], language: str) -> None:
    tiny_voice(tmp_path, "x", **config)
    assert Piper(PiperOptions(folder=tmp_path)).voices(language) == ("x",)


def test_one_voice_plays_all_roles_and_several_share_them(tmp_path: Path) -> None:
    tiny_voice(tmp_path, "ar_JO-a-low")
    alone = Piper(PiperOptions(folder=tmp_path)).cast("ar")
    assert {voice.name for voice in alone.values()} == {"ar_JO-a-low"}
    tiny_voice(tmp_path, "ar_JO-b-low")
    both = Piper(PiperOptions(folder=tmp_path)).cast("ar")
    assert both[Role.NARRATION].name == "ar_JO-a-low"
    assert both[Role.SPEECH].name == "ar_JO-b-low"


def test_a_voice_that_is_set_plays_all_roles_of_its_language(tmp_path: Path) -> None:
    for name in ("ar_JO-a-low", "ar_JO-b-low", "en_US-c-low"):
        tiny_voice(tmp_path, name)
    engine = Piper(PiperOptions(folder=tmp_path, voice="ar_JO-b-low"))
    assert {voice.name for voice in engine.cast("ar").values()} == {"ar_JO-b-low"}
    assert {voice.name for voice in engine.cast("en").values()} == {"en_US-c-low"}


def test_a_language_without_a_voice(piper: Piper) -> None:
    with pytest.raises(VoiceUnknown, match=r"^piper: .*'fr'.*python -m piper\.download_voices NAME"):
        piper.cast("fr")


def test_a_speaker_by_name_and_by_number(piper: Piper) -> None:
    first, second = (said(piper, "hello", Voice("piper", f"en_US-duo-low#{name}")) for name in ("salma", "anwar"))
    assert first != second
    assert said(piper, "hello", Voice("piper", "en_US-duo-low#1")) == second
    assert said(piper, "hello", Voice("piper", "en_US-duo-low")) == first


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("en_US-duo-low#nobody", r"no speaker 'nobody'\. It has: salma, anwar"),
        ("en_US-duo-low#2", "no speaker '2'"),
        ("ar_JO-tiny-low#0", "It has: only one"),
        ("ar_JO-tiny-lo", "Near it: ar_JO-tiny-low"),
        ("x" * 300, "there is no voice"),
        ("~nobody-of-this-name/x.onnx", "there is no voice"),
        ("", "there is no voice ''"),
    ],
)
def test_an_unknown_voice(piper: Piper, name: str, message: str) -> None:
    with pytest.raises(VoiceUnknown, match=f"^piper: .*{message}"):
        said(piper, "hello", Voice("piper", name))


def test_a_voice_by_its_path(piper: Piper, tmp_path: Path) -> None:
    path = str(tiny_voice(tmp_path, "ar_JO-mine"))
    assert said(piper, TEXT, Voice("piper", path)) == said(piper)
    engine = Piper(PiperOptions(folder=tmp_path / "none", voice=path))
    assert engine.available() is None
    assert engine.voices("ar") == engine.voices("") == (path,)
    assert engine.cast("ar")[Role.NARRATION] == Voice("piper", path)


# The key


def test_the_key_is_of_what_the_files_hold_and_not_of_where_they_lie(piper: Piper, tmp_path: Path) -> None:
    model = tiny_voice(tmp_path, "elsewhere")
    tiny_voice(tmp_path, "ar_JO-tiny-low")
    moved = Piper(PiperOptions(folder=tmp_path))
    assert moved.shaped_by(ARABIC) == piper.shaped_by(ARABIC)
    assert str(tmp_path) not in str(moved.shaped_by(Voice("piper", str(model))))


def test_the_key_and_the_sound_change_with_the_files(tmp_path: Path) -> None:
    tiny_voice(tmp_path)
    engine = Piper(PiperOptions(folder=tmp_path))
    key, speech = engine.shaped_by(ARABIC), said(engine)
    tiny_voice(tmp_path, inference={"length_scale": 2.0})
    assert engine.shaped_by(ARABIC) != key
    assert seconds(said(engine)) > 1.9 * seconds(speech)


@pytest.mark.parametrize("change", [{"noise": 0.1}, {"noise_w": 0.1}, {"sentence_silence": 0.0}])
def test_the_key_holds_the_options_that_are_heard(
    piper: Piper, piper_options: PiperOptions, change: dict[str, Any]
) -> None:
    assert Piper(replace(piper_options, **change)).shaped_by(ARABIC) != piper.shaped_by(ARABIC)


def test_the_key_tells_speakers_apart(piper: Piper) -> None:
    keys = {piper.shaped_by(Voice("piper", f"en_US-duo-low#{speaker}")) for speaker in ("salma", "0", "1")}
    assert len(keys) == 2


# Loading


def test_a_voice_is_loaded_once(piper: Piper, monkeypatch: pytest.MonkeyPatch) -> None:
    said(piper)
    monkeypatch.delattr("onnxruntime.InferenceSession")
    said(piper)


def test_nothing_heavy_is_loaded_before_it_performs(piper_options: PiperOptions) -> None:
    program = (
        "import pickle, sys; from hakawati.engines.piper.engine import Piper; "
        "engine = Piper(pickle.load(sys.stdin.buffer)); engine.available(); engine.cast('ar'); engine.voices(''); "
        "print({'piper', 'onnxruntime', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=pickle.dumps(piper_options), capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == "set()"


def test_what_is_being_performed_can_be_stopped(piper: Piper) -> None:
    said(piper)
    (loaded,) = piper._loaded.values()
    piper.close()
    from hakawati.engines.piper.speaking import Delivery

    with pytest.raises(EngineFailed, match=r"^piper: stopped"):
        loaded.say(TEXT, Delivery(None, 1.0, 0.0, 0.0))
