"""Chromium without a window, as the page tests drive it; nothing is fetched to get it."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE = 10
"""Seconds that a page may take for what is waited for."""

Driver = webdriver.Chrome


def chromium(*, scripts: bool = True) -> Driver:
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--autoplay-policy=no-user-gesture-required",
        "--mute-audio",
        "--window-size=1280,900",
        "--disable-background-networking",
        "--disable-dev-shm-usage",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(options=options, service=Service(str(shutil.which("chromedriver"))))


def ask(driver: Driver, expression: str, *arguments: object) -> Any:  # noqa: ANN401 - whatever the page answers
    return driver.execute_script(f"return {expression};", *arguments)


def wait(driver: Driver, until: Callable[[], object]) -> None:
    WebDriverWait(driver, PATIENCE, poll_frequency=0.05).until(lambda _: until())


def log(driver: Driver, kind: str) -> list[dict[str, Any]]:
    return list(driver.get_log(kind))  # type: ignore[no-untyped-call] # selenium leaves it untyped


def complaints(driver: Driver) -> list[str]:
    """What the page wrote to the console since it was last asked: warnings and errors."""
    return [entry["message"] for entry in log(driver, "browser") if entry["level"] in ("WARNING", "SEVERE")]


def requested(driver: Driver) -> list[str]:
    """The addresses of all that was requested since it was last asked."""
    messages = (json.loads(entry["message"])["message"] for entry in log(driver, "performance"))
    return [told["params"]["request"]["url"] for told in messages if told["method"] == "Network.requestWillBeSent"]


def axe() -> Path | None:
    """The checker of accessibility: where `AXE_CORE` says, or from `npm install --no-save axe-core` in the repository."""
    installed = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
    place = Path(os.environ.get("AXE_CORE", installed))
    return place if place.is_file() else None
