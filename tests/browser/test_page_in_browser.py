"""The page in a real browser, opened from the disk as a listener opens it."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hakawati.model import Chapter, Ending, Manner, Role, Segment, Timeline
from hakawati.publishing.edition import About
from hakawati.units import milliseconds
from real_programs import needs

pytest.importorskip("selenium", reason="selenium is not installed")

from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By

from browser.chromium import Driver, ask, axe, chromium, complaints, requested, wait
from browser.spoken_book import Episode, publish, timeline, write_sound

pytestmark = [needs("chromium"), needs("chromedriver")]

ABOUT = About(
    title="سيرة «أبي بكر» & <صحبه>",
    language="ar",
    episodes=3,
    author="خطيب",
    narrator="Reader",
    description="وصف الكتاب.",
    copyright="© 2026",
)
SENTENCE = "فبدأ المسلمون يهاجرون إلى المدينة في جماعات صغيرة لا تلفت إليها أنظار قريش ولا تثير شكوكها ."
TOLERANCE = 150
"""Milliseconds."""


def said(text: str, ending: Ending = Ending.PARAGRAPH, **manner: Any) -> Segment:  # noqa: ANN401 - as Manner has it
    return Segment(text=text, manner=Manner(**manner), ending=ending)


def made() -> list[Timeline]:
    first = Chapter(
        "البداية",
        (
            said("أذن النبي للمظلومين من صحابته بالهجرة،", Ending.RUN),
            said("عَلَى رِسْلِكَ فَإِنِّي أَرْجُو أَنْ يُؤْذَنَ لِي", role=Role.HADITH),
            said("الصُّحْبَةَ يَا رَسُولَ اللهِ", role=Role.SPEECH, speaker="أبو بكر"),
            said("وَإِذْ يَمْكُرُ بِكَ الَّذِينَ كَفَرُوا", role=Role.VERSE, ref="8:30"),
        ),
    )
    second = Chapter("الطريق", tuple(said(SENTENCE) for _ in range(12)))
    verse = Chapter("شعر", (said("قفا نبك من ذكرى حبيب ومنزل *** بسقط اللوى بين الدخول فحومل", role=Role.POETRY),))
    whole = Chapter("ملحق", (said("لا كلمات هنا تعرف مواضعها."), said("ولا هنا أيضا، وإنما الجملة كلها.")))
    texts = [segment.text for segment in whole.segments]
    return [
        timeline(1, Episode("الحلقة الأولى", (first, second))),
        timeline(2, Episode("الثانية <b>", (verse,))),
        timeline(3, Episode("الثالثة", (whole,)), unmarked=texts),
    ]


TIMELINES = made()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("كتاب book")
    for of in TIMELINES:
        write_sound(place / f"{of.number:02}-book.mp3", of)
    publish(place, ABOUT, TIMELINES, extra=["feed.xml"])
    return place


@pytest.fixture(scope="module")
def browser() -> Iterator[Driver]:
    driver = chromium()
    yield driver
    driver.quit()


@pytest.fixture
def page(browser: Driver, folder: Path) -> Iterator[Driver]:
    """The page opened for the first time; afterwards it must have complained of nothing and fetched nothing."""
    browser.set_window_size(1280, 900)
    browser.get((folder / "01-book.html").as_uri())
    ask(browser, "localStorage.clear()")
    complaints(browser), requested(browser)
    opened(browser, folder)
    yield browser
    assert complaints(browser) == []
    elsewhere = [url for url in requested(browser) if not url.startswith((folder.as_uri(), "data:", "about:"))]
    assert elsewhere == []


def address(folder: Path, fragment: str = "") -> str:
    return (folder / "index.html").as_uri() + fragment


def opened(page: Driver, folder: Path, fragment: str = "") -> None:
    page.get("about:blank")
    page.get(address(folder, fragment))
    wait(page, lambda: ask(page, "document.querySelectorAll('.segment').length"))


def now(page: Driver) -> float:
    """Milliseconds of the episode."""
    return float(ask(page, "document.querySelector('audio').currentTime * 1000"))


def is_playing(page: Driver) -> bool:
    return bool(ask(page, "(audio => !audio.paused && audio.currentTime > 0)(document.querySelector('audio'))"))


def move_bar(page: Driver, to: float) -> None:
    page.execute_script(
        "const bar = document.querySelector('.bar .place'); bar.value = arguments[0];"
        "for (const name of ['input', 'change']) bar.dispatchEvent(new Event(name, {bubbles: true}));",
        to,
    )


def wait_for_time(page: Driver, time: float) -> None:
    wait(page, lambda: now(page) > time)


def press(page: Driver, *keys: str) -> None:
    ActionChains(page).send_keys(*keys).perform()


def click(page: Driver, selector: str, at: int = 0) -> None:
    page.find_elements(By.CSS_SELECTOR, selector)[at].click()


LIT = """(() => {
  const [range] = CSS.highlights.get("spoken") ?? [];
  if (!range) return null;
  const [light, word] = [document.querySelector(".spoken-word"), range].map((lit) => lit.getBoundingClientRect());
  return {
    time: document.querySelector("audio").currentTime * 1000,
    segment: Number(range.startContainer.parentElement.closest(".segment").dataset.place),
    word: range.toString(),
    covered: light.left <= word.left + 20 && light.right >= word.right - 20 && light.top < word.bottom && light.bottom > word.top,
  };
})()"""


def spoken_words(of: Timeline) -> list[tuple[float, int, str]]:
    """When each word begins (milliseconds), its segment, and itself."""
    cues = [cue for chapter in of.chapters for cue in chapter.cues]
    return [
        (milliseconds(cue.start + mark.sample, of.rate), place, cue.segment.text[mark.start : mark.end])
        for place, cue in enumerate(cues)
        for mark in cue.marks
    ]


def sounding_near(of: Timeline, time: float) -> set[tuple[int, str]]:
    """The words that sound within the tolerance of `time`."""
    words = spoken_words(of)
    ends = [begin for begin, _, _ in words[1:]] + [float("inf")]
    return {
        (segment, word)
        for (begin, segment, word), end in zip(words, ends, strict=True)
        if begin - TOLERANCE <= time < end + TOLERANCE
    }


def test_it_plays_and_lights_the_word_that_sounds(page: Driver) -> None:
    length = milliseconds(TIMELINES[0].samples, TIMELINES[0].rate)
    click(page, ".play")
    wait(page, lambda: is_playing(page))
    for moment in random.Random(7).sample(range(1000, length - 2500), 10):
        move_bar(page, moment)
        wait_for_time(page, moment + 200)
        lit = ask(page, LIT)
        assert (lit["segment"], lit["word"]) in sounding_near(TIMELINES[0], lit["time"]), (moment, lit)
        wait(page, lambda: ask(page, LIT)["covered"])


def test_a_chapter_in_the_contents_plays_from_its_first_millisecond(page: Driver) -> None:
    start = milliseconds(TIMELINES[0].chapters[1].start, TIMELINES[0].rate)
    click(page, ".chapter", 1)
    wait(page, lambda: now(page) >= start and is_playing(page))
    assert now(page) < start + 1500
    assert ask(page, "document.querySelector('.chapter[aria-current] .name').textContent") == "الطريق"
    assert ask(page, "document.querySelector('.now .within').textContent") == "الطريق"


def test_a_chapter_begins_with_its_own_first_word(page: Driver) -> None:
    press(page, "n")
    wait(page, lambda: (ask(page, LIT) or {}).get("segment") == 4)
    assert ask(page, LIT)["word"] == "فبدأ"


def test_it_remembers_the_place_in_each_episode(page: Driver, folder: Path) -> None:
    move_bar(page, 9000)
    wait(page, lambda: abs(now(page) - 9000) < 5)
    page.get(address(folder, "#episode-2"))
    wait(page, lambda: ask(page, "document.querySelector('audio').src").endswith("02-book.mp3"))
    move_bar(page, 1500)
    opened(page, folder)
    wait(page, lambda: abs(now(page) - 1500) < 5)
    assert ask(page, "document.querySelector('audio').src").endswith("02-book.mp3")
    opened(page, folder, "#episode-1")
    wait(page, lambda: abs(now(page) - 9000) < 5)


def test_an_address_may_name_a_moment(page: Driver, folder: Path) -> None:
    opened(page, folder, "#episode-1@7.5")
    wait(page, lambda: abs(now(page) - 7500) < 5)


def test_a_click_on_a_word_plays_from_it(page: Driver) -> None:
    begin, segment, word = spoken_words(TIMELINES[0])[8]
    point = ask(
        page,
        """((place, word) => {
          const text = document.querySelectorAll(".segment")[place].firstChild;
          const range = document.createRange();
          range.setStart(text, text.data.indexOf(word) + 1);
          range.setEnd(text, text.data.indexOf(word) + 2);
          text.parentElement.scrollIntoView({block: "center"});
          const {left, top, width, height} = range.getBoundingClientRect();
          return [Math.round(left + width / 2), Math.round(top + height / 2)];
        })(arguments[0], arguments[1])""",
        segment,
        word,
    )
    mouse = ActionChains(page)
    mouse.w3c_actions.pointer_action.move_to_location(*point)  # type: ignore[no-untyped-call] # selenium leaves it untyped
    mouse.w3c_actions.pointer_action.click()
    mouse.perform()
    wait(page, lambda: is_playing(page))
    assert begin - 5 <= now(page) < begin + 1500


def test_enter_on_a_segment_plays_from_it(page: Driver) -> None:
    ask(page, "document.querySelector('.segment').focus()")
    press(page, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER)
    wait(page, lambda: is_playing(page))
    begin = next(begin for begin, segment, _ in spoken_words(TIMELINES[0]) if segment == 2)
    assert begin - 5 <= now(page) < begin + 1500


def test_the_keyboard_drives_it_along_the_bar_as_it_is_seen(page: Driver) -> None:
    press(page, Keys.SPACE)
    wait(page, lambda: is_playing(page))
    press(page, Keys.SPACE)
    wait(page, lambda: not is_playing(page))
    move_bar(page, 5000)
    press(page, Keys.ARROW_LEFT)
    wait(page, lambda: abs(now(page) - 20000) < 50)
    press(page, Keys.ARROW_RIGHT)
    wait(page, lambda: abs(now(page) - 5000) < 50)
    press(page, "]")
    assert ask(page, "document.querySelector('audio').playbackRate") == 1.15
    press(page, "[", "[")
    assert ask(page, "document.querySelector('audio').playbackRate") == 0.85
    press(page, "n")
    start = milliseconds(TIMELINES[0].chapters[1].start, TIMELINES[0].rate)
    wait(page, lambda: abs(now(page) - start) < 5)
    press(page, "p")
    wait(page, lambda: now(page) < 5)
    press(page, "?")
    assert ask(page, "document.querySelector('dialog').open")
    press(page, Keys.ESCAPE)
    assert not ask(page, "document.querySelector('dialog').open")


def test_keys_are_not_taken_from_the_search_field(page: Driver) -> None:
    press(page, "/")
    press(page, "n p[?")
    assert ask(page, "document.activeElement.value") == "n p[?"
    assert not is_playing(page)
    press(page, Keys.ESCAPE)
    assert ask(page, "document.activeElement.value") != "n p[?"


def test_it_finds_words_however_they_are_vowelled_and_goes_there(page: Driver) -> None:
    press(page, "/", "الصحبه يا رسول")
    wait(page, lambda: ask(page, "document.querySelectorAll('.found li').length") == 1)
    assert ask(page, "document.querySelector('.found mark').textContent") == "الصُّحْبَةَ يَا رَسُولَ"
    click(page, ".found a")
    begin = next(begin for begin, segment, _ in spoken_words(TIMELINES[0]) if segment == 2)
    wait(page, lambda: abs(now(page) - begin) < 50)
    assert ask(page, "[...CSS.highlights.get('found')][0].toString()") == "الصُّحْبَةَ يَا رَسُولَ"


def test_it_finds_words_in_episodes_that_were_not_opened(page: Driver) -> None:
    press(page, "/", "حبيب ومنزل")
    wait(page, lambda: ask(page, "document.querySelector('.contents .progress').textContent") == "المواضع: 1")
    click(page, ".found a")
    wait(page, lambda: ask(page, "document.querySelector('.reading h2').textContent") == "الثانية <b>")
    wait(page, lambda: 1000 < now(page) < 4000)


def test_without_word_times_the_segment_is_lit(page: Driver, folder: Path) -> None:
    opened(page, folder, "#episode-3@0.5")
    wait(page, lambda: ask(page, "document.querySelector('.segment.whole.sounding')?.dataset.place") == "0")
    assert ask(page, "document.querySelector('.spoken-word').hidden")


def test_the_page_yields_to_the_readers_own_scrolling(page: Driver) -> None:
    move_bar(page, 1000)
    click(page, ".play")
    wait(page, lambda: is_playing(page))
    ActionChains(page).scroll_by_amount(0, 1500).perform()
    wait(page, lambda: page.find_element(By.CSS_SELECTOR, ".to-spoken").is_displayed())
    before = ask(page, "scrollY")
    wait(page, lambda: now(page) > 3500)
    assert ask(page, "scrollY") == before
    click(page, ".to-spoken")
    wait(page, lambda: ask(page, "scrollY") < before - 200)


def test_the_sleep_timer_stops_at_the_chapters_end(page: Driver) -> None:
    start = milliseconds(TIMELINES[0].chapters[1].start, TIMELINES[0].rate)
    move_bar(page, start - 1200)
    page.execute_script(
        "const sleep = document.querySelector('.sleep'); sleep.value = 'chapter'; sleep.dispatchEvent(new Event('change'))"
    )
    click(page, ".play")
    wait(page, lambda: is_playing(page))
    wait(page, lambda: not is_playing(page))
    assert start - 500 < now(page) < start + 200


def test_one_episode_follows_the_other(page: Driver, folder: Path) -> None:
    opened(page, folder, "#episode-2")
    move_bar(page, milliseconds(TIMELINES[1].samples, TIMELINES[1].rate) - 300)
    click(page, ".play")
    wait(page, lambda: ask(page, "document.querySelector('audio').src").endswith("03-book.mp3") and is_playing(page))
    assert ask(page, "document.querySelector('.now .name').textContent") == "الثالثة"


def test_dark_and_light_are_kept(page: Driver, folder: Path) -> None:
    light = ask(page, "getComputedStyle(document.documentElement).backgroundColor")
    press(page, "t")
    dark = ask(page, "getComputedStyle(document.documentElement).backgroundColor")
    assert dark != light
    opened(page, folder)
    assert ask(page, "getComputedStyle(document.documentElement).backgroundColor") == dark


def test_roles_differ_by_more_than_colour(page: Driver) -> None:
    style = "getComputedStyle(document.querySelector(arguments[0]), arguments[1])"
    assert ask(page, f"{style}.fontWeight", ".hadith .segment", None) == "700"
    assert "underline" in ask(page, f"{style}.textDecorationLine", ".speech .segment", None)
    assert "أبو بكر" in ask(page, f"{style}.content", ".run.speech", "::before")
    assert "﴿" in ask(page, f"{style}.content", ".verse .segment", "::before")
    assert "الأنفال: 30" in ask(page, f"{style}.content", ".run.verse", "::after")


def test_on_a_phone_nothing_is_wider_than_the_window_and_buttons_are_large(page: Driver, folder: Path) -> None:
    page.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    )
    try:
        opened(page, folder)
        assert page.find_element(By.CSS_SELECTOR, ".contents").is_displayed()
        assert not page.find_element(By.CSS_SELECTOR, "main").is_displayed()
        click(page, ".open")
        wait(page, lambda: page.find_element(By.CSS_SELECTOR, ".reading h2").is_displayed())
        assert ask(page, "document.documentElement.scrollWidth") <= 360
        sizes = "[...document.querySelectorAll('.buttons button')].map(b => [b.offsetWidth, b.offsetHeight]).flat()"
        assert min(ask(page, sizes)) >= 44
        page.back()
        wait(page, lambda: page.find_element(By.CSS_SELECTOR, ".contents").is_displayed())
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_it_works_where_storage_is_blocked(page: Driver, folder: Path) -> None:
    blocking = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    script = page.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": blocking})
    try:
        opened(page, folder)
        click(page, ".play")
        wait(page, lambda: is_playing(page))
        press(page, "t")
    finally:
        page.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def test_one_name_is_added_to_the_browsers_own(page: Driver) -> None:
    names = ask(
        page,
        """(() => {
          const frame = document.body.appendChild(document.createElement("iframe"));
          const own = new Set(Object.getOwnPropertyNames(frame.contentWindow));
          frame.remove();
          return JSON.stringify(Object.getOwnPropertyNames(window).filter((name) => !own.has(name)));
        })()""",
    )
    of_the_driver = re.compile(r"\d+|cdc_.*|ret_nodes")
    assert [name for name in json.loads(names) if not of_the_driver.fullmatch(name)] == ["hakawati"]


def test_a_text_that_is_missing_is_said(page: Driver, folder: Path) -> None:
    text = folder / "03-book.text.js"
    kept = text.read_bytes()
    text.unlink()
    try:
        page.get(address(folder, "#episode-3"))
        wait(page, lambda: page.find_element(By.CSS_SELECTOR, ".trouble").is_displayed())
        assert "03-book.text.js" in page.find_element(By.CSS_SELECTOR, ".trouble").text
    finally:
        text.write_bytes(kept)
    assert all("03-book.text.js" in message for message in complaints(page))


@pytest.mark.skipif(not axe(), reason="axe-core is not installed (npm install --no-save axe-core)")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 500])
@pytest.mark.parametrize("file", ["index.html", "index.html#episode-1", "01-book.html"])
def test_axe_finds_no_serious_violation(page: Driver, folder: Path, theme: str, width: int, file: str) -> None:
    page.set_window_size(width, 900)
    page.get("about:blank")
    page.get(folder.as_uri() + "/" + file)
    ask(page, "document.documentElement.dataset.theme = arguments[0]", theme)
    page.execute_script(str(axe()) and Path(str(axe())).read_text("utf-8"))
    result = page.execute_async_script("axe.run({resultTypes: ['violations']}).then(arguments[arguments.length - 1])")
    grave = [found for found in result["violations"] if found["impact"] in ("serious", "critical")]
    assert [(found["id"], [node["html"] for node in found["nodes"]][:3]) for found in grave] == []


def test_without_scripts_there_are_the_sound_and_the_text_of_every_episode(folder: Path) -> None:
    driver = chromium(scripts=False)
    try:
        driver.get(address(folder))
        sounds = driver.find_elements(By.CSS_SELECTOR, "audio[controls]")
        assert [sound.get_attribute("src") for sound in sounds if sound.is_displayed()] == [
            (folder / f"{number:02}-book.mp3").as_uri() for number in (1, 2, 3)
        ]
        assert not driver.find_element(By.CSS_SELECTOR, ".player").is_displayed()
        driver.find_element(By.CSS_SELECTOR, ".open").click()
        assert driver.current_url == (folder / "01-book.html").as_uri()
        assert "الصُّحْبَةَ يَا رَسُولَ اللهِ" in driver.find_element(By.CSS_SELECTOR, "main").text
    finally:
        driver.quit()
