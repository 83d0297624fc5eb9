"""The only place that prints or draws progress. Results go to stdout, messages and progress to stderr."""

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hakawati import colours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tqdm import tqdm

    from hakawati.checking.folder import CheckReport
    from hakawati.engines.overview import EngineInfo
    from hakawati.production.audition import Audition
    from hakawati.production.foreseeing import Forecast
    from hakawati.production.report import BuildReport
    from hakawati.production.saying import Said
    from hakawati.production.showing.lines import Line
    from hakawati.production.showing.summary import Summary
    from hakawati.serving.serving import Addresses
    from hakawati.settings import Settings

EMBEDDED = "espeak"
NATURAL = "gtts"
INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ended, as shells have it."""
SHOWN_TEXTS = 5
"""Of the texts that one error hit, how many are shown."""
SHOWN_VOICES = 40
"""Of an engine's voices."""


class Console:
    """With `--json` among the command's `arguments`, stdout gets one JSON document and nothing else, for errors too."""

    def __init__(self, program: str, arguments: list[str]) -> None:
        """`program` is what a shell calls it by."""
        self.program = program
        self.arguments = arguments
        self.json = "--json" in arguments
        self._bar: tqdm[Any] | None = None
        for stream in (sys.stdout, sys.stderr):
            # a terminal that cannot show Arabic must not end a build
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")

    # what goes on: see hakawati.production.progress.Progress

    def begin(self, segments: int) -> None:
        from tqdm import tqdm  # noqa: PLC0415 - only where there is something to wait for

        self._bar = tqdm(total=segments, unit=" segments", disable=None, dynamic_ncols=True, leave=False)

    def advance(self, segments: int) -> None:
        if self._bar is not None:
            self._bar.update(segments)

    def say(self, message: str) -> None:
        """A sentence for the user, above the progress."""
        if self._bar is not None:
            self._bar.clear()
        print(message, file=sys.stderr, flush=True)

    def _end(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    # results

    def text(self, text: str) -> None:
        print(text, flush=True)

    def _lines(self, lines: "Iterable[Line]") -> None:
        """What a terminal or a file is shown, line by line as it comes."""
        from hakawati.terminal import rows, unbroken  # noqa: PLC0415 - most commands show no lines

        for line in lines:
            if self.terminal:
                width = shutil.get_terminal_size().columns
                shown = "\n".join(rows(line, width, colours=self.coloured))
            else:
                shown = unbroken(line, colours=self.coloured)
            print(shown)
        sys.stdout.flush()

    @property
    def terminal(self) -> bool:
        """Whether results go to a terminal."""
        return sys.stdout.isatty()

    @property
    def coloured(self) -> bool:
        return colours.wanted(sys.stdout, os.environ)

    def nothing_matches(self) -> None:
        self.say(
            "Nothing in this book is all that --episode, --role and --speaker ask for; --summary shows what there is."
        )

    def reading(self, lines: "Iterable[Line]") -> None:
        """A book for reading; where somebody reads it, the way on."""
        self._lines(lines)
        if self.terminal:
            self.say(f"What to look at first: {self.program} {shlex.join([*self.arguments, '--summary'])}")

    def summary(self, summary: "Summary") -> None:
        from hakawati.production.showing.summary_view import summary_view  # noqa: PLC0415 - one command has it

        if self.json:
            self.document(summary)
        else:
            self._end()
            self._lines(summary_view(summary))

    def document(self, values: object) -> None:
        import msgspec  # noqa: PLC0415 - most commands answer in sentences

        self._end()
        sys.stdout.flush()
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(values), indent=2) + b"\n")
        sys.stdout.buffer.flush()

    def built(self, report: "BuildReport", settings: "Settings") -> None:
        """What a build made and where, how to listen, and what went wrong."""
        self._end()
        if report.failed:
            self.say("\n".join([*_failures(report), _not_made(report)]))
        if report.fallbacks:
            self.say("\n".join(_stood_in(report)))
        if self.json:
            self.document(report)
        elif report.episodes:
            self.text("\n".join(_summary(report)))
            if settings.engine == EMBEDDED:
                self.text(f"For a natural voice (online): {self._with_engine(NATURAL)}")

    def _with_engine(self, name: str) -> str:
        """The command the user gave, with another engine."""
        words, left = [], iter(self.arguments)
        for word in left:
            if word == "--engine":
                next(left)
            elif not word.startswith("--engine="):
                words.append(word)
        return f"{self.program} {shlex.join([*words, '--engine', name])}"

    def foreseen(self, forecast: "Forecast") -> None:
        """What a build would cost."""
        if self.json:
            self.document(forecast)
            return
        self._end()
        for engine in forecast.engines:
            asked = f", {engine.requests:,} requests" if engine.requests else ""
            new = f"{engine.takes:,} new takes, {engine.characters:,} characters{asked}"
            self.text(f"{engine.engine}: {new}, about {_clock(engine.seconds)}")
        self.text(
            f"{forecast.takes:,} of {forecast.segments:,} segments are new; about {_clock(forecast.seconds)} in all."
        )
        if forecast.max_characters is not None:
            self.text(f"max_characters allows {forecast.max_characters:,}; {forecast.characters:,} are new.")

    def said(self, said: "Said") -> None:
        if self.json:
            self.document(said)
        else:
            self.text(f"{said.file or 'played'} ({said.seconds:.1f} s, {said.voice})")

    def heard(self, audition: "Audition") -> None:
        """Who was heard, and whom nobody could hear."""
        if self.json:
            self.document(audition)
            return
        self._end()
        self.text(audition.text)
        for heard in audition.voices:
            if heard.file:
                self.text(f"  {heard.file}  {heard.seconds:.1f} s  {heard.who}: {heard.voice}")
            else:
                self.say(f"Not heard: {heard.who}: {heard.voice}: {heard.error}")
        if any(heard.file for heard in audition.voices):
            self.text(f"Listen: open {Path(audition.out) / 'playlist.m3u8'} in VLC, mpv or any other player.")

    def serving(self, addresses: "Addresses") -> None:
        """Where a browser finds what is served; said as soon as it answers."""
        if self.json:
            self.document(addresses)
            return
        for name, address in (("Page", addresses.page), ("Feed", addresses.feed)):
            if address:
                self.text(f"{name}: {address}")
        if not addresses.page:
            self.text(f"Files: {addresses.site}")
        self.say("Ctrl-C ends it.")

    def checked(self, report: "CheckReport") -> None:
        if self.json:
            self.document(report)
            return
        for figures in report.episodes:
            loudness = "unheard" if figures.loudness is None else f"{figures.loudness:.1f} LUFS"
            self.text(f"{figures.file}  {_clock(figures.seconds)}  {loudness}  {figures.true_peak:.1f} dBTP")
        for finding in report.findings:
            self.text(f"{finding.file}: {finding.problem} ({finding.rule})")
        self.text(f"{len(report.findings)} findings; profile {report.profile}.")

    def engines(self, engines: "Iterable[EngineInfo]") -> None:
        if self.json:
            self.document(list(engines))
            return
        for engine in engines:
            origin = f" (plug-in: {engine.plugin})" if engine.plugin else ""
            self.text(f"{engine.name}: {engine.summary}{origin}")
            works = "works here" + (", and sends the text to another machine" if engine.remote else "")
            self.text(f"    {works if engine.works else f'does not work here yet. {engine.needs}'}")
            if engine.voices:
                self.text(f"    voices: {_listed(engine.voices)}")

    # endings

    def failed(self, kind: str, message: str, exit_code: int) -> int:
        """Say what went wrong; the exit code."""
        self._end()
        if self.json:
            self.document({"error": {"kind": kind, "message": message, "exit_code": exit_code}})
        print(f"hakawati: {message}", file=sys.stderr, flush=True)
        return exit_code

    def defect(self, error: Exception) -> int:
        """Something that Hakawati should have foreseen: the details go into a file, for whoever mends it."""
        import tempfile  # noqa: PLC0415 - it should not come to this
        import traceback  # noqa: PLC0415

        with tempfile.NamedTemporaryFile("w", prefix="hakawati-defect-", suffix=".txt", delete=False) as file:
            traceback.print_exception(error, file=file)
        shown = " ".join(f"{type(error).__name__}: {error}".split())
        return self.failed(
            "Defect", f"this should not happen ({shown}). Please report it with the details in {file.name}", 1
        )

    def interrupted(self) -> int:
        said = "stopped. What was performed is kept: run the same command again to go on from there."
        return self.failed("Interrupted", said, INTERRUPTED)

    def unread(self) -> int:
        """Whoever read our output has gone, as `head` does: no reason to complain."""
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _listed(voices: "tuple[str, ...]") -> str:
    """As many as are read; all of them are in --json."""
    shown = ", ".join(voices[:SHOWN_VOICES])
    return (
        f"{shown}, and {len(voices) - SHOWN_VOICES} more; --json lists them all"
        if len(voices) > SHOWN_VOICES
        else shown
    )


def _failures(report: "BuildReport") -> list[str]:
    hit = [(failure.error, f"episode {failure.episode}: {failure.text}") for failure in report.failed]
    return _by_cause("Not performed", hit, SHOWN_TEXTS)


def _stood_in(report: "BuildReport") -> list[str]:
    """Every take that the fallback engine made: none of them is what was asked for."""
    hit = [(one.error, f"episode {one.episode}, {one.voice}: {one.text}") for one in report.fallbacks]
    return [
        *_by_cause("Performed by the fallback engine", hit, len(hit)),
        "Build again to have them in their own voice.",
    ]


def _by_cause(what: str, hit: "list[tuple[str, str]]", most: int) -> list[str]:
    """Each cause once, with the texts that it hit, `most` of them."""
    texts: dict[str, list[str]] = {}
    for cause, text in hit:
        texts.setdefault(cause, []).append(f"    {text}")
    lines = []
    for cause, all_hit in texts.items():
        lines += [f"{what}: {cause}", *all_hit[:most]]
        if len(all_hit) > most:
            lines.append(f"    and {len(all_hit) - most} more; --json lists them all")
    return lines


def _not_made(report: "BuildReport") -> str:
    numbers = ", ".join(str(number) for number in sorted({failure.episode for failure in report.failed}))
    return (
        f"Not made anew: episode {numbers}. Mend what is said above and run the same command again: "
        "all that succeeded is kept."
    )


def _summary(report: "BuildReport") -> list[str]:
    from hakawati.publishing.playlist import FILE_NAME  # noqa: PLC0415 - most commands make no book

    made = [f"  {episode.file}  {_clock(episode.seconds)}  {episode.title}" for episode in report.episodes]
    count = "1 episode" if len(made) == 1 else f"{len(made)} episodes"
    page, playlist = Path(report.out) / "index.html", Path(report.out) / FILE_NAME
    in_player = f"{playlist} in VLC, mpv or any other player."
    return [
        f"{count}, {_clock(report.audio_seconds)} in all, in {report.out}",
        *made,
        f"{report.performed} segments performed, {report.reused} reused, in {report.wall_seconds:.1f} s.",
        f"Listen: open {page} in a browser, or {in_player}" if page.exists() else f"Listen: open {in_player}",
        *(f"Not made: {sentence}" for sentence in report.left_out),
    ]


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
