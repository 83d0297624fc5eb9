"""Real players and checkers, where they are installed; a test that needs one that is not is skipped with the reason."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not installed")


def run(*command: str | Path) -> str:
    """What the program printed, both streams together. It must succeed."""
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",  # ffmpeg cuts long texts in mid-letter
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def chapters(mp3: Path) -> list[dict[str, Any]]:
    """As ffprobe lists them."""
    shown = run("ffprobe", "-v", "error", "-show_chapters", "-of", "json", mp3)
    return list(json.loads(shown)["chapters"])


def decoded_samples(mp3: Path) -> int:
    """How many samples ffmpeg decodes."""
    raw = subprocess.run(
        ["ffmpeg", "-v", "error", "-i", mp3, "-f", "s16le", "-ac", "1", "-"], capture_output=True, check=True
    )
    assert raw.stderr == b""
    return len(raw.stdout) // 2


def loudness(mp3: Path) -> tuple[float, float]:
    """LUFS and dBTP, as ffmpeg measures them.

    A mono file is measured as one speaker's sound, which is how the profiles state it.
    """
    shown = run("ffmpeg", "-hide_banner", "-nostats", "-i", mp3, "-af", "ebur128=peak=true", "-f", "null", "-")
    summary = shown[shown.rindex("Summary:") :]
    found = re.search(r"I:\s+(-?[\d.]+) LUFS.*Peak:\s+(-?[\d.]+) dBFS", summary, re.DOTALL)
    assert found, summary
    return float(found[1]), float(found[2])
