"""Binding a book as an M4B: its time against decoding MP3 and encoding AAC alone, and how memory grows with length."""

import resource
import subprocess
import sys
import time
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory

# in place of this folder, whose sound.py hides the tests' folder of that name
sys.path[0] = str(Path(__file__).parent.parent / "tests")

from hakawati.publishing.edition import About, Edition, EpisodeEntry, chapter_entries
from hakawati.publishing.m4b import M4B
from hakawati.publishing.m4b.aac import Encoder
from hakawati.publishing.m4b.sound import book_sound
from hakawati.sound.linking import link
from hakawati.units import Samples
from publishing.bound_books import PODCAST, chapter_take, timeline

MINUTES = 20
"""Of an episode."""


def main() -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        episode = _episode(folder)
        # first, since a process begins with the peak of the one that started it
        one, five = (_peak(folder, episode, hours * 60 // MINUTES) for hours in (1, 5))
        _times(Edition(About(title="book", language="ar", episodes=1), (episode,), folder))
        print(f"memory: {one / 1e6:.0f} MB for an hour, {five / 1e6:.0f} MB for five")


def _episode(folder: Path) -> EpisodeEntry:
    """An episode of one take, over and over."""
    take = chapter_take(20, PODCAST)
    made = list(repeat(take, MINUTES * 60 * PODCAST.rate // take.samples))
    laid = timeline(1, "episode", [f"chapter {number}" for number in range(len(made))], made)
    with (folder / "01-book.mp3").open("wb") as file:
        link(made, file, PODCAST)
    return EpisodeEntry(1, "episode", "01-book.mp3", laid.samples, laid.rate, 1, "", chapter_entries(laid))


def _times(book: Edition) -> None:
    began = time.process_time()
    pieces = list(book_sound(book))
    decoding = time.process_time() - began
    began = time.process_time()
    for _ in Encoder(PODCAST.rate).frames(pieces):
        pass
    encoding = time.process_time() - began
    began = time.process_time()
    with (book.folder / M4B.file).open("w+b") as file:
        M4B().write(book, file)
    binding = time.process_time() - began
    real = book.episodes[0].seconds
    print(
        f"times real time: decoding {real / decoding:.0f}, encoding {real / encoding:.0f}, both {real / binding:.0f}; "
        f"{binding / (decoding + encoding):.2f} times the two alone"
    )


def _peak(folder: Path, episode: EpisodeEntry, times: int) -> int:
    """Bytes that a process of its own had at the most, binding the episode so many times."""
    command = [sys.executable, __file__, str(folder), str(episode.samples), str(times)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _bind(folder: Path, samples: Samples, times: int) -> None:
    episode = EpisodeEntry(1, "episode", "01-book.mp3", samples, PODCAST.rate, 1, "", ())
    book = Edition(About(title="book", language="ar", episodes=times), (episode,) * times, folder)
    with (folder / M4B.file).open("w+b") as file:
        M4B().write(book, file)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


if __name__ == "__main__":
    if sys.argv[1:]:
        _bind(Path(sys.argv[1]), Samples(int(sys.argv[2])), int(sys.argv[3]))
    else:
        main()
