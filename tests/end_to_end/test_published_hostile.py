"""Titles, names and texts that end, open or turn round something, through the real command: everything that it published
is read as its readers read it. And what a second build writes: what has changed, and nothing else.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser
import jsonschema
import pytest
from lxml import etree, html
from mutagen.id3 import ID3

from command import Place, Ran
from hakawati.publishing.one_line import one_line
from hakawati.publishing.playlist import load_files
from real_programs import needs


def quoted(text: str) -> str:
    """As YAML and scripts have it."""
    return json.dumps(text, ensure_ascii=False)


TURNED = "\u202eقلب"
LONG = ("كلمة طويلة " * 28)[:300].strip()
TITLE = """كتاب & <b>"سيرة"</b> ' </script><!-- ]]> --> {{ 7*7 }} 🎧"""
EPISODES = [
    f"""باب & <i> "'</i> </title> ]]> --> 🎧 {TURNED}""",
    "../../etc/passwd",
    "CON",
    "مكرر",
    "مكرر",
    LONG,
]
SPEAKER = "متكلم & <b> ' x -->"
SAID = """نص & <img src=x onerror=alert(1)> "' </script>"""
TEXT = f"[{SAID}]{{.speech by={quoted(SPEAKER)}}} ثم ]]> --> 🎧 {TURNED} {{{{ 7*7 }}}} «لم (يغلق"
SETTINGS = """
publish = ["default"]
engine = "silent"
narrator = "قارئ & <b>\\"'</b> ]]>"
description = "وصف & <script>alert(1)</script> ]]> {{ 7*7 }}"
copyright = "(c) 2026 & <i>"

[feed]
base_url = "https://example.org/a%20b/'كتب'"
date = 2026-01-02
"""
SCHEMA = Path(__file__).parent.parent / "fixtures" / "audiobook-manifest.schema.json"
ADDRESS = "https://example.org/a%20b/'%D9%83%D8%AA%D8%A8'/"
HEAVY = {"PIL", "av", "jinja2", "lameenc", "lxml", "mutagen", "numpy", "onnxruntime", "soundfile", "soxr"}


def script(title: str, author: str, episodes: list[tuple[str, str]]) -> str:
    head = f"---\ntitle: {quoted(title)}\nauthor: {quoted(author)}\nlanguage: ar\n---\n"
    return head + "".join(f"\n# {name}\n\n{text}\n\n## {name}\n\nنص آخر.\n" for name, text in episodes)


def build(place: Place, *flags: str, **environment: str) -> Ran:
    return place.run("build", "h.md", "-o", "out", *flags, **environment)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("hostile"))
    place.text(SETTINGS, "hakawati.toml")
    place.text(script(TITLE, "", [(title, TEXT) for title in EPISODES]), "h.md")
    ran = build(place)
    assert ran.code == 0, ran.err
    return place


@pytest.fixture(scope="module")
def out(place: Place) -> Path:
    return place.path / "out"


@pytest.fixture(scope="module")
def manifest(out: Path) -> Any:  # noqa: ANN401 - JSON
    return json.loads((out / "publication.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def page(out: Path) -> Any:  # noqa: ANN401 - lxml has no types
    return html.fromstring((out / "index.html").read_text("utf-8"))


# --- names


def test_names_of_files_are_safe_on_every_system(out: Path) -> None:
    names = [path.name for path in out.iterdir() if not path.name.startswith(".")]
    assert len(names) == 6 * len(EPISODES) + len({"index", "feed", "cover", "playlist", "publication"})
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+", name) for name in names)
    assert not (out.parent / "etc").exists()


def test_titles_are_whole_wherever_they_stand(out: Path, manifest: Any, page: Any) -> None:  # noqa: ANN401 - as above
    mp3s = sorted(out.glob("*.mp3"))
    channel = etree.parse(out / "feed.xml").find("channel")
    chapters = [json.loads(mp3.with_suffix(".chapters.json").read_text("utf-8")) for mp3 in mp3s]
    assert [str(ID3(mp3)["TIT2"]) for mp3 in mp3s] == EPISODES
    assert [str(ID3(mp3).getall("CHAP")[-1].sub_frames["TIT2"]) for mp3 in mp3s] == EPISODES
    assert [written["chapters"][-1]["title"] for written in chapters] == EPISODES
    assert channel.xpath("item/title/text()") == EPISODES
    assert [episode["name"] for episode in manifest["readingOrder"]] == EPISODES
    assert page.xpath("//ol[@class='episodes']/li/a/bdi/text()") == EPISODES
    assert {str(ID3(mp3)["TALB"]) for mp3 in mp3s} == {channel.findtext("title"), manifest["name"], TITLE}
    assert page.xpath("//h1/bdi/text()") == [TITLE]


def test_the_playlist_has_one_line_for_each_title(out: Path) -> None:
    playlist = (out / "playlist.m3u8").read_text("utf-8")
    titles = [line.partition(",")[2] for line in playlist.splitlines() if line.startswith("#EXTINF:")]
    assert titles == [one_line(title) for title in EPISODES]
    assert load_files(playlist) == [f"{number:02}-h.mp3" for number in range(1, len(EPISODES) + 1)]


def test_an_author_without_a_name_is_nobody(out: Path, manifest: Any) -> None:  # noqa: ANN401 - JSON
    jsonschema.validate(manifest, json.loads(SCHEMA.read_text("utf-8")))
    assert "author" not in manifest
    assert "TPE1" not in ID3(out / "01-h.mp3")
    assert feedparser.parse((out / "feed.xml").read_bytes()).feed.author == "قارئ & <b>\"'</b> ]]>"


# --- texts


def test_every_word_is_in_the_lyrics_as_it_was_written(out: Path) -> None:
    assert f"{SAID} ثم ]]> --> 🎧 {TURNED} {{{{ 7*7 }}}} «لم (يغلق" in str(ID3(out / "01-h.mp3").getall("USLT")[0])


def test_no_text_becomes_a_tag(out: Path, page: Any) -> None:  # noqa: ANN401 - lxml has no types
    text = html.fromstring((out / "01-h.html").read_text("utf-8"))
    written = (out / "01-h.text.js").read_text("utf-8")
    loaded = html.fromstring(json.loads(written[written.index(",") + 1 : written.rindex(")")])["html"])
    for root in (page, text, loaded):
        assert not root.xpath("//b | //i[not(parent::*[@class='chapter-marks'])] | //*[@onerror] | //img[@src='x']")
    assert len(page.xpath("//script")) == 3
    assert not text.xpath("//script")
    assert SAID in " ".join(text.xpath("//main//text()"))


def test_captions_hold_times_and_voices_and_no_other_tags(out: Path) -> None:
    captions = (out / "01-h.vtt").read_text("utf-8")
    tags = set(re.findall(r"<([^>\s]*)", captions))
    assert {tag for tag in tags if not re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3}", tag)} == {
        *("v", "/v", "/c", "c.heading", "c.speech"),
    }
    assert f"<v {SPEAKER.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}>" in captions


# --- together


def test_nothing_is_named_that_is_not_there(out: Path, manifest: Any, page: Any) -> None:  # noqa: ANN401 - as above
    named = {one["url"] for one in [*manifest["resources"], *manifest["readingOrder"]]}
    feed = (out / "feed.xml").read_text("utf-8")
    named |= {unquote(name) for name in re.findall(rf'{re.escape(ADDRESS)}([^"<]+)', feed)}
    addresses = page.xpath("//@href | //@src | //@data-text")
    named |= {address.partition("#")[0] for address in addresses if not address.startswith(("#", "data:"))}
    assert len(named) > 5 * len(EPISODES)
    assert {name for name in named if not (out / name).is_file()} == set()


def test_another_time_zone_language_and_order_make_the_same_bytes(place: Place) -> None:
    surroundings = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "77"}
    ran = place.run("build", "h.md", "-o", "elsewhere", "--store", "other", **surroundings)
    assert ran.code == 0, ran.err
    assert place.hashes("elsewhere") == place.hashes()


@needs("chromium")
@needs("chromedriver")
def test_a_browser_shows_it_all_and_runs_nothing_of_it(out: Path) -> None:
    pytest.importorskip("selenium", reason="selenium is not installed")
    from browser.chromium import ask, chromium, complaints, wait

    driver = chromium()
    try:
        for width in (1280, 360):
            driver.set_window_size(width, 800)
            driver.get((out / "index.html").as_uri() + "#episode-1")
            driver.refresh()
            wait(driver, lambda: ask(driver, "document.querySelector('.reading .segment')"))
            assert ask(driver, "document.querySelector('h1').textContent") == TITLE
            assert ask(driver, "document.querySelector('.reading h2').textContent") == EPISODES[0]
            assert SAID in ask(driver, "document.querySelector('.reading .text').textContent")
            widest = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            assert ask(driver, f"{widest}.reduce((page, window) => page - window)") == 0
            assert complaints(driver) == []
    finally:
        driver.quit()


# --- what a second build writes

BOOK = [("الأولى", "كان يا ما كان."), ("الثانية", "وهذه قصة أخرى."), ("الثالثة", "وهذه الأخيرة.")]
PLAIN = 'engine = "silent"\n[feed]\nbase_url = "https://example.org/x"\ndate = 2026-01-02\n'
OF_BOOK = {"feed.xml", "publication.json"}
"""Both state lengths or hashes of the MP3s."""


def of_episode(number: int, *endings: str) -> set[str]:
    return {f"{number:02}-h.{ending}" for ending in endings}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("plain"))
    place.text(PLAIN, "hakawati.toml")
    place.text(script("كتاب", "كاتب", BOOK), "h.md")
    ran = build(place)
    assert ran.code == 0, ran.err
    return place


@pytest.fixture
def again(plain: Place, tmp_path: Path) -> Place:
    """The same book, built already."""
    shutil.copytree(plain.path, tmp_path / "again")
    return Place(tmp_path / "again")


def written(place: Place, code: int = 0) -> set[str]:
    """The files that a build writes or removes."""
    before = {path.name: path.stat().st_ino for path in (place.path / "out").iterdir()}
    ran = build(place)
    assert ran.code == code, ran.err
    after = {path.name: path.stat().st_ino for path in (place.path / "out").iterdir()}
    names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    return {name for name in names if not name.startswith(".")}


def test_a_word_changes_its_episode_and_what_states_its_length(again: Place) -> None:
    mended = [(title, text.replace("قصة", "حكاية")) for title, text in BOOK]
    again.text(script("كتاب", "كاتب", mended), "h.md")
    all_of_it = of_episode(2, "chapters.json", "mp3", "vtt", "srt", "html", "text.js")
    assert written(again) - {"playlist.m3u8"} == all_of_it | OF_BOOK | {"index.html"}


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("date = 2026-01-03", OF_BOOK),
        ('category = "History"', {"feed.xml"}),
        ('[engines.openai]\nmodel = "other"', set()),
    ],
)
def test_a_setting_changes_what_says_it(again: Place, setting: str, expected: set[str]) -> None:
    kept = PLAIN.replace("date = 2026-01-02\n", "") if setting.startswith("date") else PLAIN
    again.text(f"{kept}{setting}\n", "hakawati.toml")
    assert written(again) == expected


def test_a_copyright_changes_tags_but_neither_texts_nor_times(again: Place) -> None:
    again.text(f'copyright = "2026 كاتب"\n{PLAIN}', "hakawati.toml")
    mp3s = {name for number in (1, 2, 3) for name in of_episode(number, "mp3")}
    assert written(again) == mp3s | OF_BOOK | {"index.html"}


def test_all_files_of_an_episode_that_fails_stay(again: Place) -> None:
    before = again.hashes()
    again.text(script("كتاب", "كاتب", [BOOK[0], (BOOK[1][0], '[كلام]{say="؟"}.'), BOOK[2]]), "h.md")
    assert written(again, code=1) == set()
    assert again.hashes() == before


@pytest.mark.parametrize("name", ["index.html", "01-h.text.js"])
def test_a_file_of_someone_elses_is_never_replaced(again: Place, name: str) -> None:
    shutil.rmtree(again.path / "out")
    (again.path / "out").mkdir()
    (again.path / "out" / name).write_text("mine", "utf-8")
    ran = build(again)
    assert ran.code == 2
    assert f"{name} was not made by Hakawati for this book. Move it away" in ran.err
    assert [path.name for path in (again.path / "out").iterdir()] == [name]


def test_with_nothing_to_do_nothing_heavy_is_loaded(again: Place) -> None:
    code = "import hakawati.cli as cli, sys; print(cli.run(sys.argv[1:]), *sys.modules, sep='\\n')"
    ran = subprocess.run(
        [sys.executable, "-c", code, "build", "h.md", "-o", "out"],
        cwd=again.path,
        env=again.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    code, *loaded = ran.stdout[ran.stdout.index("\n0\n") + 1 :].split()
    assert code == "0"
    assert not HEAVY & {name.partition(".")[0] for name in loaded}
