"""The same text gives the same bytes, however it was come by; a change makes anew what it touches and no more."""

import random
import shutil
import time
from pathlib import Path

import pytest

from command import SEED, Place

WORD, OTHER = "بحكمة", "بفطنة"


def built(place: Place, source: Path, *flags: str) -> dict[str, str]:
    ran = place.run("build", source, "-o", "out", "--episode-minutes", "3", "--json", *flags)
    assert ran.code == 0, ran.err
    return place.hashes()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The seed built once, in one process."""
    return built(Place(tmp_path_factory.mktemp("undisturbed")), SEED, "--jobs", "1")


def test_two_processes_make_what_one_makes(place: Place, undisturbed: dict[str, str]) -> None:
    assert built(place, SEED, "--jobs", "2") == undisturbed


def test_a_full_store_makes_what_an_empty_one_makes(place: Place, undisturbed: dict[str, str]) -> None:
    built(place, SEED)
    (place.path / "out").rename(place.path / "first")
    again = place.run("build", SEED, "-o", "out", "--episode-minutes", "3", "--json").json
    assert (again["performed"], again["reused"]) == (0, again["segments"])
    assert place.hashes() == undisturbed


def test_with_nothing_to_do_nothing_is_touched(place: Place) -> None:
    built(place, SEED, "--engine", "silent")
    before = {path: path.stat().st_mtime_ns for path in (place.path / "out").iterdir()}
    again = place.run("build", SEED, "-o", "out", "--episode-minutes", "3", "--engine", "silent", "--json").json
    assert again["performed"] == 0
    assert {path: path.stat().st_mtime_ns for path in (place.path / "out").iterdir()} == before


def test_one_word_changed_makes_one_take_and_one_episode_anew(
    place: Place, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = SEED.read_text("utf-8")
    assert text.count(WORD) == 1
    source = place.text(text)
    before = built(place, source)
    place.text(text.replace(WORD, OTHER))
    again = place.run("build", source, "-o", "out", "--episode-minutes", "3", "--json").json
    after = place.hashes()
    assert again["performed"] == 1
    assert len([name for name in after if name.endswith(".mp3") and after[name] != before[name]]) == 1
    fresh = Place(tmp_path_factory.mktemp("fresh"))
    assert built(fresh, fresh.text(text.replace(WORD, OTHER))) == after


def test_a_build_killed_at_any_moment_is_finished_by_the_next(place: Place, undisturbed: dict[str, str]) -> None:
    """Twenty times at random moments; each time what stands in the folder is whole. A build that came to its end
    before the blow is begun anew from nothing.
    """
    moments = random.Random(20)
    for _ in range(20):
        build = place.start("build", SEED, "-o", "out", "--episode-minutes", "3")
        time.sleep(moments.uniform(0.1, 2.5))
        build.kill()
        build.communicate()
        assert _episodes(place).items() <= undisturbed.items()
        if build.returncode == 0:
            shutil.rmtree(place.path / "out")
            shutil.rmtree(place.path / "store")
    assert built(place, SEED) == undisturbed


def _episodes(place: Place) -> dict[str, str]:
    """The episodes that a listener finds in the folder, if it is there yet."""
    if not (place.path / "out").exists():
        return {}
    return {name: digest for name, digest in place.hashes().items() if name.endswith((".mp3", ".m3u8"))}
