"""hakawati.toml, the environment and flags, and what is said when they are wrong."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
import pytest

from hakawati.errors import EngineUnavailable, SettingsError
from hakawati.settings import Music, Settings, VoiceChoice, load


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the engine `remote` lets the user set."""

    model: Path | None = None
    tries: Annotated[int, msgspec.Meta(ge=1)] = 3
    slow: bool = False


@dataclass(frozen=True)
class Nothing:
    """What the engine `simple` lets the user set."""


def options_of(engine: str) -> type:
    try:
        return {"remote": Options, "simple": Nothing}[engine]
    except KeyError:
        raise EngineUnavailable(f"There is no engine named {engine!r}.") from None


def written(folder: Path, toml: str) -> Path:
    (folder / "hakawati.toml").write_text(toml, "utf-8")
    source = folder / "book.txt"
    source.write_text("نص", "utf-8")
    return source


def problems_of(folder: Path, toml: str, environment: dict[str, str] | None = None, **flags: object) -> list[str]:
    source = written(folder, toml)
    with pytest.raises(SettingsError) as caught:
        load(source, flags, environment or {}, folder, options_of)
    return [problem.replace(str(folder / "hakawati.toml"), "FILE") for problem in caught.value.problems]


def test_without_anything_the_defaults_hold(tmp_path: Path) -> None:
    assert load(None, {}, {}, tmp_path) == Settings()


def test_the_file_is_found_above_the_source(tmp_path: Path) -> None:
    written(tmp_path, 'title = "العنوان"')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "text.txt").touch()
    assert load(inner / "text.txt", {}, {}, Path("/")).title == "العنوان"


def test_a_flag_wins_over_the_environment_that_over_the_file(tmp_path: Path) -> None:
    source = written(tmp_path, 'engine = "a"\ngenre = "a"\nauthor = "a"')
    environment = {"HAKAWATI_ENGINE": "b", "HAKAWATI_GENRE": "b"}
    settings = load(source, {"engine": "c", "profile": None}, environment, tmp_path)
    assert (settings.engine, settings.genre, settings.author) == ("c", "b", "a")


def test_environment_values_are_read_as_what_the_setting_is(tmp_path: Path) -> None:
    environment = {"HAKAWATI_JOBS": "3", "HAKAWATI_ANNOUNCE": "false", "HAKAWATI_PAUSES__SENTENCE": "0.7"}
    settings = load(None, {}, environment, tmp_path)
    assert (settings.jobs, settings.announce, settings.pauses.sentence) == (3, False, 0.7)


def test_paths_count_from_where_they_are_stated(tmp_path: Path) -> None:
    source = written(tmp_path, 'out = "made"\nstore = "/kept"')
    settings = load(source, {}, {}, Path("/elsewhere"))
    assert (settings.out, settings.store) == (tmp_path / "made", Path("/kept"))
    assert load(source, {"out": Path("made")}, {}, Path("/elsewhere")).out == Path("/elsewhere/made")


def test_the_cast_and_the_pauses_of_several_places_are_merged(tmp_path: Path) -> None:
    source = written(tmp_path, '[pauses]\nsentence = 1\nverse = 2\n[cast.hadith]\nname = "ar+m1"\nrate = 0.8\n')
    settings = load(source, {}, {"HAKAWATI_PAUSES__VERSE": "3"}, tmp_path)
    assert (settings.pauses.sentence, settings.pauses.verse) == (1, 3)
    assert settings.cast == {"hadith": VoiceChoice(name="ar+m1", rate=0.8)}


def test_a_voice_of_the_cast_has_silence_around_it_and_alternates(tmp_path: Path) -> None:
    toml = '[cast.speech]\npause_before = 0.5\npause_after = 1\nalternate = ["ar+m1", "gtts:ar"]'
    assert load(written(tmp_path, toml), {}, {}, tmp_path).cast == {
        "speech": VoiceChoice(pause_before=0.5, pause_after=1, alternate=("ar+m1", "gtts:ar"))
    }


def test_the_options_of_an_engine_are_what_it_says_they_are(tmp_path: Path) -> None:
    source = written(tmp_path, '[engines.remote]\nmodel = "voice.onnx"\ntries = 5\n[engines.simple]')
    environment = {"HAKAWATI_ENGINES__REMOTE__TRIES": "7", "HAKAWATI_ENGINES__REMOTE__SLOW": "true"}
    settings = load(source, {}, environment, Path("/elsewhere"), options_of)
    remote = Options(model=tmp_path / "voice.onnx", tries=7, slow=True)
    assert settings.engines == {"remote": remote, "simple": Nothing()}


def test_where_no_engines_are_known_none_can_be_set(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"engines\.espeak: There is no engine named 'espeak'\.$"):
        load(written(tmp_path, "[engines.espeak]"), {}, {}, tmp_path)


def test_recordings_and_music_are_files_beside_the_settings(tmp_path: Path) -> None:
    toml = (
        '[recordings]\n"17:80" = "verse.wav"\n"٢:٢٨٥-٢٨٦" = "/kept/verses.wav"\n[music]\nintro = "verse.wav"\nduck = -9'
    )
    source = written(tmp_path, toml.replace("/kept", str(tmp_path)))
    for name in ("verse.wav", "verses.wav"):
        (tmp_path / name).touch()
    settings = load(source, {}, {}, Path("/elsewhere"))
    assert settings.recordings == {"17:80": tmp_path / "verse.wav", "٢:٢٨٥-٢٨٦": tmp_path / "verses.wav"}
    assert settings.music == Music(intro=tmp_path / "verse.wav", duck=-9)


def test_what_describes_the_book_belongs_to_the_source_the_file_names(tmp_path: Path) -> None:
    written(tmp_path, 'source = "book.txt"\ntitle = "هذا"\nout = "audio"\nengine = "silent"')
    (tmp_path / "other.txt").touch()
    named, other = (load(tmp_path / name, {}, {}, tmp_path) for name in ("book.txt", "other.txt"))
    assert (named.title, named.out, named.engine) == ("هذا", tmp_path / "audio", "silent")
    assert (other.title, other.out, other.engine) == (None, None, "silent")
    assert load(None, {}, {}, tmp_path).source == tmp_path / "book.txt"


def test_every_problem_is_reported_at_once_with_the_nearest_key(tmp_path: Path) -> None:
    toml = (
        'titel = "x"\nepisode_minutes = "long"\nprofile = "podcats"\n[pauses]\nsentance = 1\n[cast.verse]\npitch = 99'
    )
    assert problems_of(tmp_path, toml, {"HAKAWATI_JOBS": "0"}, engine=5) == [
        "FILE: titel is not a setting. Did you mean `title`?",
        "FILE: episode_minutes = 'long': expected float, got str",
        "FILE: pauses.sentance is not a setting. Did you mean `sentence`?",
        "FILE: cast.verse.pitch = 99: expected float <= 24.0",
        "HAKAWATI_JOBS = '0': expected int >= 1",
        "command line: engine = 5: expected str, got int",
        "profile = 'podcats': there are podcast, acx, compact. Did you mean `podcast`?",
    ]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("title = ", "FILE: Invalid value (at end of document)"),
        ("pauses = 3", "FILE: pauses = 3: expected a table"),
        ("cast = 3", "FILE: cast = 3: expected a table"),
        ("[cast]\nverse = 3", "FILE: cast.verse: expected a table with engine, name, rate, pitch or volume"),
        ("[cast.verse]\npause_before = 61", "FILE: cast.verse.pause_before = 61: expected float <= 60.0"),
        ("[cast.speech]\nalternate = 'ar'", "FILE: cast.speech.alternate = 'ar': expected array, got str"),
        (
            "[cast.speech]\nalternate = ['']",
            "FILE: cast.speech.alternate = ['']: expected str of length >= 1 - at $[0]",
        ),
        (
            "[cast.'عمر']\nalternate = ['ar']",
            "FILE: cast.عمر.alternate: only a role has alternate voices, no speaker",
        ),
        ("[cast.hadit]\nrate = 1", "FILE: cast.hadit is not a role. Did you mean `hadith`?"),
        ("engines = 3", "FILE: engines = 3: expected a table"),
        ("[engines]\nremote = 3", "FILE: engines.remote: expected a table"),
        ("[engines.remot]\ntries = 1", "FILE: engines.remot: There is no engine named 'remot'."),
        ("[engines.remote]\ntries = 0", "FILE: engines.remote.tries = 0: expected int >= 1"),
        ("[engines.remote]\nmodle = 1", "FILE: engines.remote.modle is not a setting. Did you mean `model`?"),
        ("[engines.simple]\ntries = 1", "FILE: engines.simple.tries is not a setting. There is nothing to set."),
        ("recordings = 3", "FILE: recordings = 3: expected a table"),
        ("[recordings]\n'17:80' = 3", "FILE: recordings.17:80 = 3: expected a path"),
        ("[recordings]\n'17:80' = 'none.wav'", "recordings.17:80: there is no file {folder}/none.wav"),
        (
            "[recordings]\nFatiha = 'book.txt'",
            "FILE: recordings.Fatiha is no verse: write sura:verse or sura:first-last, such as 17:80",
        ),
        ("music = 'book.txt'", "FILE: music = 'book.txt': expected a table"),
        ("[music]\nintor = 'book.txt'", "FILE: music.intor is not a setting. Did you mean `intro`?"),
        ("[music]\noutro = 'none.wav'", "music.outro: there is no file {folder}/none.wav"),
        ("[music]\nduck = 3", "FILE: music.duck = 3: expected float <= 0.0"),
        ('cover = "none.png"', "cover: there is no file {folder}/none.png"),
        ('cover = "book.txt"', "cover: {folder}/book.txt is neither a PNG nor a JPEG picture"),
        ("cover = 7", "FILE: cover = 7: expected a path"),
        ('language = "Arabic"', "FILE: language = 'Arabic': expected str matching regex '^[a-z]{{2,3}}$'"),
        ('profile = "acx"\nepisode_minutes = 121', "episode_minutes = 121: profile acx allows 120 at most"),
    ],
)
def test_a_problem_names_the_place_and_the_cause(tmp_path: Path, toml: str, said: str) -> None:
    assert problems_of(tmp_path, toml) == [said.format(folder=tmp_path)]


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"HAKAWATI_PAUSES": "3", "HAKAWATI_PAUSES__VERSE": "1"}, "HAKAWATI_PAUSES: expected a table"),
        ({"HAKAWATI_pauses": "3", "HAKAWATI_PAUSES__VERSE": "1"}, "HAKAWATI_PAUSES: expected a table"),
        ({"HAKAWATI_PAUSES": "3"}, "HAKAWATI_PAUSES = '3': expected a table"),
        ({"HAKAWATI_PAUSES__": "3"}, "HAKAWATI_PAUSES: expected a table"),
        ({"HAKAWATI_CAST": "x", "HAKAWATI_CAST__VERSE__RATE": "1"}, "HAKAWATI_CAST: expected a table"),
        (
            {"HAKAWATI_CAST__VERSE": "x", "HAKAWATI_CAST__VERSE__RATE": "1"},
            "HAKAWATI_CAST__VERSE: expected a table with engine, name, rate, pitch or volume",
        ),
        ({"HAKAWATI_RECORDINGS": "x", "HAKAWATI_RECORDINGS__1:1": "book.txt"}, "HAKAWATI_RECORDINGS: expected a table"),
        (
            {"HAKAWATI_ENGINES__REMOTE": "secret", "HAKAWATI_ENGINES__REMOTE__TRIES": "2"},
            "HAKAWATI_ENGINES__REMOTE: expected a table",
        ),
        ({"HAKAWATI_MUSIC__DUCK": "3"}, "HAKAWATI_MUSIC__DUCK = '3': expected float <= 0.0"),
    ],
)
def test_a_problem_of_the_environment_names_its_variable(
    tmp_path: Path, environment: dict[str, str], said: str
) -> None:
    assert problems_of(tmp_path, "", environment) == [said]


def test_recordings_belong_to_the_source_the_file_names(tmp_path: Path) -> None:
    written(tmp_path, 'source = "book.txt"\n[recordings]\n"17:80" = "book.txt"\n[music]\nintro = "book.txt"')
    (tmp_path / "other.txt").touch()
    named, other = (load(tmp_path / name, {}, {}, tmp_path) for name in ("book.txt", "other.txt"))
    assert (named.recordings, other.recordings) == ({"17:80": tmp_path / "book.txt"}, {})
    assert named.music == other.music == Music(intro=tmp_path / "book.txt")


def test_a_speaker_of_any_name_may_have_a_voice(tmp_path: Path) -> None:
    source = written(tmp_path, '[cast."أبو بكر"]\nname = "ar+m3"')
    assert load(source, {}, {}, tmp_path).cast == {"أبو بكر": VoiceChoice(name="ar+m3")}


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "hakawati.toml").write_bytes("title = 'كتاب'".encode("cp1256"))
    with pytest.raises(SettingsError, match=r"hakawati\.toml: 'utf-8' codec can't decode"):
        load(None, {}, {}, tmp_path)
