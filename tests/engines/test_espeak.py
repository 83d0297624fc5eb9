"""The embedded engine: the same bytes always, and plain text that stays plain."""

import hashlib
import subprocess
import sys
import threading
from array import array
from itertools import combinations
from pathlib import Path

import pytest

from hakawati.engines.espeak import data, library
from hakawati.engines.espeak.engine import Espeak, espeak_pitch, known_voice, whole_word
from hakawati.engines.espeaking.reading import harmless
from hakawati.engines.protocol import NoOptions
from hakawati.errors import EngineFailed, EngineUnavailable, Unspeakable, VoiceUnknown
from hakawati.model import Role, Speech, Voice
from hakawati.units import Hertz

TEXT = "خَرَجَ رَسُولُ اللَّهِ إِلَى الْمَدِينَةِ مَعَ أَبِي بَكْرٍ، وَكَانَ الطَّرِيقُ طَوِيلًا."
OTHER = "أَذِنَ النَّبِيُّ لِلْمَظْلُومِينَ؟"
BREATHY = Voice("espeak", "ar+f2")
PLAIN = Voice("espeak", "ar")


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak(NoOptions())


def said(espeak: Espeak, text: str, voice: Voice = PLAIN, language: str = "ar") -> Speech:
    return espeak.perform(text, voice, language)


def words(espeak: Espeak, text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in said(espeak, text).marks]


# Determinism


def test_what_was_said_before_leaves_no_trace(espeak: Espeak) -> None:
    voices = [*espeak.cast("ar").values(), BREATHY, Voice("espeak", "ar+whisper")]
    forwards = {voice: said(espeak, TEXT, voice) for voice in voices}
    for voice in reversed(voices):
        said(espeak, OTHER, BREATHY)
        assert said(espeak, TEXT, voice) == forwards[voice]


def test_another_process_says_the_same(espeak: Espeak) -> None:
    program = (
        "import hashlib; from hakawati.engines.espeak.engine import Espeak, NoOptions; from hakawati.model import Voice; "
        f"print(hashlib.sha256(Espeak(NoOptions()).perform({TEXT!r}, Voice('espeak', 'ar+f2'), 'ar').pcm).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(said(espeak, TEXT, BREATHY).pcm).hexdigest()


def test_threads_take_turns(espeak: Espeak) -> None:
    alone = said(espeak, TEXT, BREATHY)
    together: list[Speech] = []
    threads = [threading.Thread(target=lambda: together.append(said(espeak, TEXT, BREATHY))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == [alone] * 8


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_loading_the_library_anew_keeps_hardly_any_memory(espeak: Espeak) -> None:
    for _ in range(50):
        said(espeak, "نَعَمْ")
    before = _resident()
    for _ in range(300):
        said(espeak, "نَعَمْ")
    assert _resident() - before < 3_000_000


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


# The text is text


@pytest.mark.parametrize("command", ["\x0150P", "\x0120S", "\x01+10A"])
def test_control_characters_command_nothing(espeak: Espeak, command: str) -> None:
    assert said(espeak, f"قَالَ {command} نَعَمْ").pcm == said(espeak, f"قَالَ  {command[1:]} نَعَمْ").pcm


def test_a_zero_does_not_end_the_text(espeak: Espeak) -> None:
    assert words(espeak, "قَالَ\0نَعَمْ") == ["قَالَ", "نَعَمْ"]


def test_half_a_surrogate_is_passed_over(espeak: Espeak) -> None:
    assert words(espeak, "قَالَ \ud83d نَعَمْ") == ["قَالَ", "نَعَمْ"]


@pytest.mark.parametrize("text", ['<break time="9s"/> نَعَمْ', "[[nam]] نَعَمْ", "&#65; نَعَمْ"])
def test_mark_up_is_read_and_not_obeyed(espeak: Espeak, text: str) -> None:
    assert words(espeak, text)[-1] == "نَعَمْ"
    assert len(words(espeak, text)) > 1


def test_harmless_keeps_the_length_and_what_it_means() -> None:
    text = "قَالَ\t\x01نَعَمْ"
    assert harmless(text).text == "قَالَ  نَعَمْ"
    assert harmless(TEXT).text == TEXT


# Marks


def test_every_word_is_marked_whole_whatever_was_respelled(espeak: Espeak) -> None:
    text = "قَالُوا لِلَّذِينَ آمَنُوا: هَذَا الرَّحْمَنُ، وَٱلشَّمْسِ رَحْمَةٌ"
    assert words(espeak, text) == [word.rstrip(":،") for word in text.split()]


def test_a_number_of_several_words_has_one_mark(espeak: Espeak) -> None:
    assert words(espeak, "سَنَةَ 1445 نَعَمْ") == ["سَنَةَ", "1445", "نَعَمْ"]


def test_the_first_word_sounds_at_the_begin(espeak: Espeak) -> None:
    assert said(espeak, TEXT).marks[0].sample == 0


def test_ten_thousand_characters(espeak: Espeak) -> None:
    text = "كَتَبَ كِتَابًا. " * 630
    speech = said(espeak, text)
    assert len(text) > 10_000
    assert [text[mark.start : mark.end] for mark in speech.marks] == ["كَتَبَ", "كِتَابًا"] * 630


def test_ten_thousand_characters_without_a_pause(espeak: Espeak) -> None:
    text = "كَتَبَ " * 1500
    assert len(said(espeak, text).marks) == 1500


def test_a_word_reaches_as_far_as_its_letters_and_marks() -> None:
    assert whole_word("قال: قَالُوا!", 5, 9) == (5, 12)


# Voices


def test_rate_is_relative_speed(espeak: Espeak) -> None:
    usual = said(espeak, TEXT).samples
    assert said(espeak, TEXT, Voice("espeak", "ar", rate=0.7)).samples > 1.25 * usual
    assert said(espeak, TEXT, Voice("espeak", "ar", rate=1.5)).samples < 0.75 * usual


def test_a_rate_out_of_reach_is_held_at_the_end(espeak: Espeak) -> None:
    slowest = said(espeak, OTHER, Voice("espeak", "ar", rate=0.1))
    assert slowest == said(espeak, OTHER, Voice("espeak", "ar", rate=80 / 145))


@pytest.mark.parametrize("semitones", [-6.0, -3.0, 2.0, 4.0, 7.0])
def test_pitch_is_in_semitones(espeak: Espeak, semitones: float) -> None:
    import numpy as np

    usual = _fundamental(said(espeak, TEXT))
    changed = _fundamental(said(espeak, TEXT, Voice("espeak", "ar", pitch=semitones)))
    assert 12 * np.log2(changed / usual) == pytest.approx(semitones, abs=0.7)


def test_pitch_meets_the_measured_points_and_its_ends() -> None:
    assert [espeak_pitch(semitones) for semitones in (-99, -7.2, -1.7, 0, 1.8, 9.2, 99)] == [0, 0, 40, 50, 60, 99, 99]


def test_volume_is_left_to_the_finishing(espeak: Espeak) -> None:
    assert said(espeak, OTHER, Voice("espeak", "ar", volume=-6)) == said(espeak, OTHER)


def test_the_cast_is_told_apart_by_ear(espeak: Espeak) -> None:
    """Any two roles differ in two of three: a semitone of pitch, a tenth of pace, 2.5 dB of long-term spectrum."""
    performed = {role: said(espeak, TEXT, voice) for role, voice in espeak.cast("ar").items()}
    for one, other in combinations(Role, 2):
        first, second = performed[one], performed[other]
        higher = abs(_semitones(_fundamental(first), _fundamental(second))) >= 1
        faster = abs(first.samples / second.samples - 1) >= 0.1
        brighter = _spectral_distance(first, second) >= 2.5
        assert [higher, faster, brighter].count(True) >= 2, f"{one} and {other}"


def test_the_verse_is_slowest_and_deepest(espeak: Espeak) -> None:
    performed = {role: said(espeak, TEXT, voice) for role, voice in espeak.cast("ar").items()}
    assert max(performed, key=lambda role: performed[role].samples) is Role.VERSE
    assert min(performed, key=lambda role: _fundamental(performed[role])) is Role.VERSE
    assert performed[Role.HADITH].samples > performed[Role.NARRATION].samples
    assert _fundamental(performed[Role.HADITH]) < _fundamental(performed[Role.NARRATION])


@pytest.mark.parametrize("role", list(Role))
def test_no_voice_of_the_cast_clips(espeak: Espeak, role: Role) -> None:
    samples = array("h", said(espeak, TEXT, espeak.cast("ar")[role]).pcm)
    assert max(abs(sample) for sample in samples) < 32_000


def _fundamental(speech: Speech) -> float:
    """The median F0 in hertz over frames of 46 ms, by autocorrelation."""
    import numpy as np

    sound = np.frombuffer(speech.pcm, "<i2").astype(float) / 32768
    frames = [sound[at : at + 1024] for at in range(0, len(sound) - 1024, 512)]
    found = []
    for frame in (frame - frame.mean() for frame in frames if np.sqrt((frame**2).mean()) > 0.03):
        correlation = np.fft.irfft(np.abs(np.fft.rfft(frame, 4096)) ** 2)
        lag = 55 + int(correlation[55:450].argmax())
        if correlation[lag] > 0.5 * correlation[0]:
            found.append(speech.rate / lag)
    return float(np.median(found))


def _semitones(first: float, second: float) -> float:
    import numpy as np

    return float(12 * np.log2(first / second))


def _spectral_distance(first: Speech, second: Speech) -> float:
    """RMS difference in dB between long-term spectra in bands of 300 Hz up to 7.2 kHz, at equal loudness."""
    import numpy as np

    levels = []
    for speech in (first, second):
        sound = np.frombuffer(speech.pcm, "<i2").astype(float)
        power = np.abs(np.fft.rfft(sound / np.sqrt((sound**2).mean()))) ** 2 / len(sound)
        frequency = np.fft.rfftfreq(len(sound), 1 / speech.rate)
        bands = [power[(frequency >= low) & (frequency < low + 300)].sum() for low in range(0, 7200, 300)]
        levels.append(10 * np.log10(np.array(bands)))
    return float(np.sqrt(((levels[0] - levels[1]) ** 2).mean()))


@pytest.mark.parametrize(("name", "known"), [("ar", "ar"), ("ar+m7", "ar+m7"), ("+f2", "ar+f2"), ("en-US", "en-US")])
def test_names_of_voices(name: str, known: str) -> None:
    assert known_voice(name, "ar") == known


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("ar+m77", "has no 'm77'.*Near it: m7"),
        ("xx", "has no 'xx'"),
        ("ar+", "has no ''"),
        ("en-US2", "Near it: en-US"),
    ],
)
def test_an_unknown_voice_names_the_nearest(name: str, message: str) -> None:
    with pytest.raises(VoiceUnknown, match=message):
        known_voice(name, "ar")


def test_every_language_and_variant_it_names_is_spoken(espeak: Espeak) -> None:
    for language in espeak.voices(""):
        assert library.phonemes("a 1", language)
    assert said(espeak, OTHER, Voice("espeak", f"ar+{data.variants()[-1]}")).samples > 0


@pytest.mark.parametrize(("language", "voice"), [("en", "en"), ("fr", "fr"), ("zh", "cmn"), ("no", "nb"), ("he", "he")])
def test_the_codes_of_books(espeak: Espeak, language: str, voice: str) -> None:
    assert espeak.cast(language)[Role.NARRATION].name == voice
    assert said(espeak, "1", Voice("espeak", voice), language).samples > 0


def test_a_language_it_lacks(espeak: Espeak) -> None:
    assert espeak.voices("xx") == ()
    with pytest.raises(VoiceUnknown, match=r"espeak: .*'xx'"):
        espeak.cast("xx")


def test_a_script_it_cannot_read_is_unspeakable(espeak: Espeak, monkeypatch: pytest.MonkeyPatch) -> None:
    silence = library.Utterance(b"", Hertz(22_050), ())
    monkeypatch.setattr(library, "speak", lambda *_: silence)
    with pytest.raises(Unspeakable):
        said(espeak, "كتب")


# Faults


def test_a_folder_with_a_long_path(tmp_path: Path, espeak: Espeak, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = said(espeak, OTHER)
    far = tmp_path / ("x" * 120) / ("y" * 120)
    far.mkdir(parents=True)
    (far / "espeak-ng-data").symlink_to(data.data_folder(), target_is_directory=True)
    monkeypatch.setattr(library, "data_folder", lambda: far / "espeak-ng-data")
    assert said(espeak, OTHER) == usual


def test_a_long_path_and_no_links(tmp_path: Path, espeak: Espeak, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(library, "data_folder", lambda: tmp_path / ("x" * 200))
    monkeypatch.setattr(Path, "symlink_to", refuse)
    assert "shorter path" in str(espeak.available())


def test_missing_data(tmp_path: Path, espeak: Espeak) -> None:
    program = (
        "from pathlib import Path; from hakawati.engines.espeak import library; "
        f"library.data_folder = lambda: Path({str(tmp_path / 'no')!r}); "
        "from hakawati.engines.espeak.engine import Espeak, NoOptions; print(Espeak(NoOptions()).available())"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "its data cannot be read" in answer.stdout
    assert "pip install" in answer.stdout
    assert espeak.available() is None


def test_the_package_is_missing(espeak: Espeak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    assert "pip install espeakng-loader" in str(espeak.available())
    with pytest.raises(EngineUnavailable):
        said(espeak, OTHER)


def test_a_library_that_does_not_load(espeak: Espeak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import espeakng_loader

    broken = tmp_path / "libespeak-ng.so"
    broken.write_bytes(b"not a library")
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: str(broken))
    with pytest.raises(EngineUnavailable, match="cannot be loaded"):
        said(espeak, OTHER)


def test_an_error_of_the_library_is_reported() -> None:
    with pytest.raises(EngineFailed, match="espeak: taking the voice 'no-such' failed"):
        library.speak("a", "no-such", 160, 50)


def test_an_interruption_while_speaking_is_not_swallowed(espeak: Espeak, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(library, "_words", interrupted)
    with pytest.raises(KeyboardInterrupt):
        said(espeak, TEXT)
    monkeypatch.undo()
    assert said(espeak, OTHER).samples > 0
