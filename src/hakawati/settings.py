"""hakawati.toml, the environment and the command line become Settings, with every problem reported at once.

A flag wins over `HAKAWATI_*`, that over the file, that over the defaults. The file is found beside the source or above
it. Where it names a `source`, the keys that describe a book (title, author, …) belong to that source alone: another
text built from the same place takes its own.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec

from hakawati.errors import SettingsError
from hakawati.model import Role
from hakawati.profiles import PROFILES
from hakawati.unicode import is_unicode

FILE_NAME = "hakawati.toml"
PREFIX = "HAKAWATI_"

PAUSES = (0.0, 60.0)
"""Seconds: the least and the most that may be asked for, here and in scripts."""
RATES = (0.25, 4.0)
"""Relative speeds, likewise."""

Pause = Annotated[float, msgspec.Meta(ge=PAUSES[0], le=PAUSES[1])]
Factor = Annotated[float, msgspec.Meta(ge=RATES[0], le=RATES[1])]
Positive = Annotated[int, msgspec.Meta(ge=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """Seconds of silence, by the reason for it. A role's own silence stands before and after a run in that role."""

    clause: Pause = 0.12
    sentence: Pause = 0.45
    paragraph: Pause = 0.9
    role: Pause = 0.3
    chapter: Pause = 1.6
    episode_start: Pause = 0.6
    episode_end: Pause = 2.0
    heading: Pause = 0.5
    hadith: Pause = 0.25
    verse: Pause = 0.4
    supplication: Pause = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceChoice:
    """What the cast changes in a voice; None leaves it as the engine casts it."""

    engine: str | None = None
    name: str | None = None
    rate: Factor | None = None
    pitch: Annotated[float, msgspec.Meta(ge=-24, le=24)] | None = None
    volume: Annotated[float, msgspec.Meta(ge=-30, le=12)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that can be set. Paths are absolute; `docs/settings.md` explains every key."""

    source: Path | None = None
    title: str | None = None
    author: str | None = None
    language: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}$")] | None = None
    year: Positive | None = None
    genre: str = "Audiobook"
    cover: Path | None = None
    out: Path | None = None

    episode_minutes: Annotated[float, msgspec.Meta(ge=0.25, le=600)] = 20.0
    episode_level: Annotated[int, msgspec.Meta(ge=0, le=6)] | None = None
    chapter_level: Annotated[int, msgspec.Meta(ge=0, le=6)] = 6
    segment_characters: Annotated[int, msgspec.Meta(ge=40, le=5000)] = 300
    announce: bool = True

    lexicon: Path | None = None
    honorifics: Literal["supply", "say", "leave"] = "supply"
    references: Literal["say", "shorten", "skip"] = "say"
    guess_vowels: bool = False

    engine: str = "espeak"
    profile: str = "podcast"
    pauses: Pauses = field(default_factory=Pauses)
    cast: Mapping[str, VoiceChoice] = field(default_factory=dict)

    jobs: Positive | None = None
    store: Path | None = None
    store_gigabytes: Annotated[float, msgspec.Meta(ge=0.01)] = 4.0


PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG file begin."""

OF_ONE_BOOK = ("title", "author", "language", "year", "cover", "out")
PATHS = ("source", "cover", "out", "store", "lexicon")


@dataclass(frozen=True, slots=True)
class Layer:
    """Values as one place states them: `label` tells the user which; relative paths count from `folder`."""

    label: str
    values: Mapping[str, Any]
    folder: Path
    strict: bool = True

    def name(self, key: str) -> str:
        if self.label == PREFIX:
            return PREFIX + key.upper().replace(".", "__")
        return f"{self.label}: {key}"


def load(source: Path | None, flags: Mapping[str, Any], environment: Mapping[str, str], here: Path) -> Settings:
    """The settings for `source` (None: the one the file names), given on the command line from the folder `here`.

    Raises SettingsError with all problems.
    """
    asked = (here / source).resolve() if source else None
    layers = [_environment(environment, here), Layer("command line", _given(flags), here)]
    file = find(asked.parent if asked else here)
    if file:
        layers.insert(0, _file_layer(file, asked))
    return _settings(layers, asked)


def find(folder: Path) -> Path | None:
    """The settings file in `folder` or the nearest above it."""
    return next((file for place in (folder, *folder.parents) if (file := place / FILE_NAME).is_file()), None)


def _given(flags: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in flags.items() if value is not None}


def _file_layer(file: Path, asked: Path | None) -> Layer:
    try:
        values = tomllib.loads(file.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError([f"{file}: {error}"]) from error
    named = values.get("source")
    if asked and isinstance(named, str) and (file.parent / named).resolve() != asked:
        values = {key: value for key, value in values.items() if key not in OF_ONE_BOOK}
    return Layer(str(file), values, file.parent)


def _environment(environment: Mapping[str, str], here: Path) -> Layer:
    """`HAKAWATI_ENGINE=…`, and for a key in a table `HAKAWATI_PAUSES__SENTENCE=…`."""
    values: dict[str, Any] = {}
    for name, value in sorted(environment.items()):
        if name.startswith(PREFIX) and value:
            *tables, key = name.removeprefix(PREFIX).lower().split("__")
            place = values
            for table in tables:
                place = place.setdefault(table, {})
            place[key] = value
    return Layer(PREFIX, values, here, strict=False)


def _settings(layers: list[Layer], asked: Path | None) -> Settings:
    problems: list[str] = []
    values: dict[str, Any] = {}
    for layer in layers:
        for key, value in _checked(Settings, layer.values, layer, "", problems):
            whole = layer.folder / value if key in PATHS else value
            values[key] = {**values[key], **whole} if isinstance(values.get(key), dict) else whole
    values["pauses"] = Pauses(**values.get("pauses", {}))
    values["cast"] = {who: VoiceChoice(**choice) for who, choice in values.get("cast", {}).items()}
    if asked:
        values["source"] = asked
    problems += _not_fitting(values)
    if problems:
        raise SettingsError(problems)
    return Settings(**values)


def _checked(
    shape: type, values: Mapping[str, Any], layer: Layer, table: str, problems: list[str]
) -> Iterator[tuple[str, Any]]:
    """The keys of `values` that `shape` has, converted; what is wrong goes to `problems`."""
    types = get_type_hints(shape, include_extras=True)
    known = [part.name for part in fields(shape)]
    for key, value in values.items():
        name = layer.name(f"{table}{key}")
        if key not in known:
            problems.append(f"{name} is not a setting.{_nearest(key, known)}")
            continue
        inner = {"pauses": Pauses, "cast": VoiceChoice}.get(key) if shape is Settings else None
        try:
            yield key, _converted(inner, types[key], value, layer, key, problems)
        except msgspec.ValidationError as error:
            problems.append(f"{name} = {value!r}: {_said(error)}")


def _converted(inner: type | None, kind: object, value: object, layer: Layer, key: str, problems: list[str]) -> object:
    if isinstance(value, str | Path) and not is_unicode(str(value)):
        raise msgspec.ValidationError("expected Unicode, and it holds bytes that are no character")
    if inner is None:
        return msgspec.convert(value, kind, strict=layer.strict, dec_hook=_path)
    if not isinstance(value, dict):
        raise msgspec.ValidationError("expected a table")
    if key != "cast":
        return dict(_checked(inner, value, layer, f"{key}.", problems))
    return {who: _choice(who, choice, layer, problems) for who, choice in value.items()}


def _path(kind: type, value: object) -> Path:
    if kind is not Path or not isinstance(value, str | Path):
        raise ValueError("expected a path")
    return Path(value)


def _choice(who: str, choice: object, layer: Layer, problems: list[str]) -> dict[str, Any]:
    """One voice of the cast; a name that nearly is a role's is taken for a slip, not for a speaker."""
    meant = get_close_matches(who, list(Role), 1, 0.8)
    if who not in list(Role) and meant:
        problems.append(f"{layer.name(f'cast.{who}')} is not a role. Did you mean `{meant[0]}`?")
    if not isinstance(choice, dict):
        problems.append(f"{layer.name(f'cast.{who}')}: expected a table with engine, name, rate, pitch or volume")
        return {}
    return dict(_checked(VoiceChoice, choice, layer, f"cast.{who}.", problems))


def _not_fitting(values: Mapping[str, Any]) -> Iterator[str]:
    """What the types cannot say."""
    profile = values.get("profile", "podcast")
    if profile not in PROFILES:
        yield f"profile = {profile!r}: there are {', '.join(PROFILES)}.{_nearest(profile, list(PROFILES))}"
    elif (longest := PROFILES[profile].max_minutes) and values.get("episode_minutes", 0) > longest:
        yield f"episode_minutes = {values['episode_minutes']:g}: profile {profile} allows {longest:g} at most"
    cover = values.get("cover")
    if cover and not cover.is_file():
        yield f"cover: there is no file {cover}"
    elif cover and not _head(cover).startswith(PICTURES):
        yield f"cover: {cover} is neither a PNG nor a JPEG picture"


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(max(map(len, PICTURES)))


def _nearest(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, 1, 0.5)
    return f" Did you mean `{near[0]}`?" if near else f" There are: {', '.join(known)}."


def _said(error: msgspec.ValidationError) -> str:
    return str(error)[:1].lower() + str(error)[1:].replace("`", "")
