"""A built folder held against the standards, as a listener finds it: from its playlist."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hakawati.checking.evidence import EpisodeFile
from hakawati.checking.rules import RULES, Rule, frames_are_whole
from hakawati.errors import InputError
from hakawati.profiles import Profile
from hakawati.publishing import playlist


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: in which file, by which rule, and what."""

    file: str
    rule: str
    problem: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What an episode measures: seconds, LUFS (None where nothing is heard), dBTP."""

    file: str
    seconds: float
    loudness: float | None
    true_peak: float


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The answer of `hakawati check`: all is well where there are no findings."""

    folder: str
    profile: str
    episodes: tuple[Figures, ...]
    findings: tuple[Finding, ...]


def check(folder: Path, profile: Profile) -> CheckReport:
    """Hold every episode of the playlist against every rule. Raises InputError where there is no built book."""
    list_file = folder / playlist.FILE_NAME
    try:
        names = playlist.load_files(list_file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{list_file}: cannot be read ({error}). Name a folder that `hakawati build` made.") from error
    figures: list[Figures] = []
    findings: list[Finding] = []
    for name in names:
        episode = EpisodeFile(folder / name)
        broken = list(_broken(name, episode, profile))
        findings += broken or list(_findings(RULES, name, episode, profile))
        if not broken:
            figures.append(_figures(name, episode))
    findings += [Finding(name, "playlist", "it is not in the playlist") for name in _unlisted(folder, names)]
    return CheckReport(str(folder), profile.name, tuple(figures), tuple(findings))


def _broken(name: str, episode: EpisodeFile, profile: Profile) -> Iterator[Finding]:
    """Whether the file is there and whole: else no other rule can look into it."""
    if not episode.path.is_file():
        yield Finding(name, "playlist", "the playlist names it, but it is not there")
        return
    yield from _findings((frames_are_whole,), name, episode, profile)


def _findings(rules: Iterable[Rule], name: str, episode: EpisodeFile, profile: Profile) -> Iterator[Finding]:
    for rule in rules:
        for problem in rule(episode, profile):
            yield Finding(name, rule.__name__.replace("_", " "), problem)


def _figures(name: str, episode: EpisodeFile) -> Figures:
    measured = episode.measured
    return Figures(name, measured.samples / measured.rate, measured.loudness, measured.true_peak)


def _unlisted(folder: Path, names: list[str]) -> list[str]:
    return sorted(path.name for path in folder.glob("*.mp3") if path.name not in names)
