"""Packages with engines in them, as pip would leave them in a folder: modules, and the `.dist-info` that names them."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

GROUP = "hakawati.engines"


def package(folder: Path, engines: Mapping[str, str], modules: Mapping[str, str], name: str = "a-plug-in") -> Path:
    """`engines`: entry points, such as `musicbox` to `hakawati_musicbox:MusicBox`; `modules`: their source."""
    for module, source in modules.items():
        (folder / f"{module}.py").write_text(source, "utf-8")
    about = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    points = "".join(f"{engine} = {place}\n" for engine, place in engines.items())
    (about / "entry_points.txt").write_text(f"[{GROUP}]\n{points}", "utf-8")
    return folder


def package_of(folder: Path, pyproject: str, modules: Mapping[str, str]) -> Path:
    """The package that a `pyproject.toml` describes."""
    project = tomllib.loads(pyproject)["project"]
    return package(folder, project["entry-points"][GROUP], modules, project["name"])
