"""The seed's book through gtts, against plain gTTS asking for one segment after the other: both before one stand-in for
Google that takes 200 ms for every answer. It also counts how many requests came within any one second.
"""

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from engines.google_answers import mp3
from engines.google_stand_in import StandIn, standing_in
from hakawati.engines.gtts.options import GttsOptions

HAKAWATI = str(Path(sysconfig.get_path("scripts")) / "hakawati")
SEED = str(Path(__file__).parent.parent / "seeds" / "abu-bakr.txt")

ANSWERED_AFTER = 0.2
"""Seconds."""
BAR = 1 / 6
PER_SECOND = GttsOptions().requests_per_second

PLAIN = """
import json, sys, time
from gtts import gTTS
texts = json.load(sys.stdin)
began = time.perf_counter()
for text in texts:
    gTTS(text, lang="ar").save(sys.argv[1])
print(time.perf_counter() - began)
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, standing_in(Path(folder)) as google:
        _prepare(google)
        texts = _segments(folder)
        ours = _built(folder, google)
        asked, most, together = len(google.asked), google.visits.most_within(1.0), google.visits.together
        google.visits = type(google.visits)()
        theirs = _plainly(folder, texts, google)
    print(f"{len(texts)} segments, an answer after {1000 * ANSWERED_AFTER:.0f} ms")
    print(f"hakawati build --engine gtts {ours:.1f} s, {asked} requests, up to {together} at once")
    print(f"gTTS(...).save() in sequence {theirs:.1f} s, {len(google.visits.times)} requests")
    print(f"{ours / theirs:.3f} of the time, the bar is {BAR:.3f}")
    print(f"the most requests within a second: {most}, allowed are {PER_SECOND:g}")


def _prepare(google: StandIn) -> None:
    """What the stand-in would have to encode is encoded before anybody's time is taken."""
    google.answers.delay = ANSWERED_AFTER
    for letters in range(101):
        mp3(letters)


def _segments(folder: str) -> list[str]:
    """What each segment of the seed is said with."""
    shown = subprocess.run(
        [HAKAWATI, "show", SEED, "--json"], env=_environment(folder), check=True, capture_output=True
    )
    book = json.loads(shown.stdout)
    chapters = [chapter for episode in book["episodes"] for chapter in episode["chapters"]]
    return [segment["spoken"] for chapter in chapters for segment in chapter["segments"]]


def _built(folder: str, google: StandIn) -> float:
    began = time.perf_counter()
    subprocess.run(
        [HAKAWATI, "build", SEED, "-o", f"{folder}/out"],
        env={**_environment(folder), **google.environment},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - began


def _plainly(folder: str, texts: list[str], google: StandIn) -> float:
    """Without the time it takes to start Python and to import gTTS."""
    done = subprocess.run(
        [sys.executable, "-c", PLAIN, f"{folder}/plain.mp3"],
        env={**os.environ, **google.environment},
        input=json.dumps(texts),
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout)


def _environment(folder: str) -> Mapping[str, str]:
    return {
        **os.environ,
        "HAKAWATI_ENGINE": "gtts",
        "HAKAWATI_ENGINES__GTTS__REQUESTS_PER_SECOND": str(PER_SECOND),
        "HAKAWATI_STORE": f"{folder}/store",
    }


if __name__ == "__main__":
    main()
