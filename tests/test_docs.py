"""What the documents say is so: their commands run, their tables are whole, their files are there."""

import re
import shlex
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from command import Place
from hakawati.cli import app
from hakawati.engines import registry
from hakawati.model import Role
from hakawati.publishing import publications
from hakawati.settings import Feed, Music, Pauses, Settings, VoiceChoice, load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced code blocks of a Markdown page, by what their fence says."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def test_the_two_commands_of_the_readme_are_those_that_ci_runs() -> None:
    ci = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [block.strip() for block in blocks(README, "sh") if "python3 -m venv" in block]
    assert len(commands) == 2
    assert all("\n" not in command and command in ci for command in commands)


def test_every_other_command_of_the_readme_runs(place: Place) -> None:
    place.text("قال الراوي: كان يا ما كان.\n", "my-book.txt")
    commands = [line for block in blocks(README, "sh") for line in block.splitlines() if line.startswith("hakawati ")]
    assert len(commands) >= 7
    for command in commands:
        ran = place.run(*shlex.split(command)[1:], HAKAWATI_ENGINE="silent")
        assert ran.code == 0, (command, ran.err)


def test_every_command_is_shown_in_the_readme() -> None:
    names = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]
    assert len(names) == 9
    assert [name for name in names if f"hakawati {name}" not in README] == []


def test_every_setting_is_explained() -> None:
    explained = set(re.findall(r"`(\w+)`", SETTINGS))
    assert {part.name for kind in (Settings, Pauses, VoiceChoice, Music) for part in fields(kind)} <= explained
    assert set(Role) <= explained


def test_every_publication_and_every_key_of_the_feed_is_explained() -> None:
    page = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    assert {part.name for part in fields(Feed)} | set(publications.names()) <= set(re.findall(r"`(\w+)`", page))
    assert all(one.file in page for one in publications.BOOK)
    assert all(f"01-book{one.ending}" in page for one in publications.EPISODE)


def test_the_defaults_of_pauses_and_music_are_as_explained() -> None:
    stated = dict(re.findall(r"`(\w+)` \((-?[\d.]+)\)", SETTINGS.replace("\n", " ")))
    assert {name: float(value) for name, value in stated.items()} == {
        part.name: getattr(table, part.name)
        for table in (Pauses(), Music())
        for part in fields(table)
        if isinstance(getattr(table, part.name), float)
    }


@pytest.mark.parametrize("engine", registry.ENGINES)
def test_every_option_of_every_engine_is_explained(engine: str) -> None:
    page = (ROOT / "docs" / "engines.md").read_text("utf-8")
    explained = set(re.findall(r"`(\w+)`", page))
    assert engine in explained
    assert {part.name for part in fields(registry.options_of(engine))} <= explained


def test_the_example_of_the_settings_is_good(tmp_path: Path) -> None:
    (example,) = blocks(SETTINGS, "toml")
    (tmp_path / "hakawati.toml").write_text(example, "utf-8")
    settings = load(None, {}, {}, tmp_path, registry.options_of)
    assert (settings.pauses.sentence, settings.cast["أبو بكر"].name) == (0.5, "ar+m3")


def test_the_example_of_the_script_is_good(place: Place) -> None:
    (example,) = blocks((ROOT / "docs" / "script.md").read_text("utf-8"), "markdown")
    place.text(example, "book.md")
    shown = place.run("show", "book.md", "--engine", "silent", "--json").json
    roles = {s["role"] for e in shown["episodes"] for c in e["chapters"] for s in c["segments"]}
    assert roles == {"narration", "hadith", "speech", "supplication"}


def test_every_role_is_in_the_page_on_scripts() -> None:
    page = (ROOT / "docs" / "script.md").read_text("utf-8")
    assert all(f"`{role}`" in page for role in Role)


def test_the_projects_own_settings_build_the_seed() -> None:
    settings = load(None, {}, {}, ROOT)
    assert settings.source == ROOT / "seeds" / "abu-bakr.txt"
    assert settings.out == ROOT / "audio"


def test_every_file_that_the_readme_names_is_there() -> None:
    named = re.findall(r"`((?:docs/|[A-Z]+\.md)[\w./-]*)`", README)
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_decision_is_a_page_with_its_number() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    assert [page.read_text("utf-8").split(".")[0] for page in pages] == [f"# {n}" for n in range(1, len(pages) + 1)]


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.match(r"[\w-]+", needed) for needed in project["dependencies"]]
    page = (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text("utf-8").lower()
    assert [name[0] for name in names if name and name[0].lower() not in page] == []


def test_constraints_pin_plain_versions() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", pin) for pin in pins)
    assert pins == sorted(pins, key=str.lower)
