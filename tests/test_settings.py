"""hakawati.toml, the environment and flags, and what is said when they are wrong."""

from pathlib import Path

import pytest

from hakawati.errors import SettingsError
from hakawati.settings import Settings, VoiceChoice, load


def written(folder: Path, toml: str) -> Path:
    (folder / "hakawati.toml").write_text(toml, "utf-8")
    source = folder / "book.txt"
    source.write_text("نص", "utf-8")
    return source


def problems_of(folder: Path, toml: str, environment: dict[str, str] | None = None, **flags: object) -> list[str]:
    source = written(folder, toml)
    with pytest.raises(SettingsError) as caught:
        load(source, flags, environment or {}, folder)
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
        ("[cast.hadit]\nrate = 1", "FILE: cast.hadit is not a role. Did you mean `hadith`?"),
        ('cover = "none.png"', "cover: there is no file {folder}/none.png"),
        ('cover = "book.txt"', "cover: {folder}/book.txt is neither a PNG nor a JPEG picture"),
        ("cover = 7", "FILE: cover = 7: expected a path"),
        ('language = "Arabic"', "FILE: language = 'Arabic': expected str matching regex '^[a-z]{{2,3}}$'"),
        ('profile = "acx"\nepisode_minutes = 121', "episode_minutes = 121: profile acx allows 120 at most"),
    ],
)
def test_a_problem_names_the_place_and_the_cause(tmp_path: Path, toml: str, said: str) -> None:
    assert problems_of(tmp_path, toml) == [said.format(folder=tmp_path)]


def test_a_speaker_of_any_name_may_have_a_voice(tmp_path: Path) -> None:
    source = written(tmp_path, '[cast."أبو بكر"]\nname = "ar+m3"')
    assert load(source, {}, {}, tmp_path).cast == {"أبو بكر": VoiceChoice(name="ar+m3")}


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "hakawati.toml").write_bytes("title = 'كتاب'".encode("cp1256"))
    with pytest.raises(SettingsError, match=r"hakawati\.toml: 'utf-8' codec can't decode"):
        load(None, {}, {}, tmp_path)
