"""The commands. Each checks its arguments, makes one call into the library and answers with an exit code.

The console is made once, in `run`, and reaches a command as its context's object.

0 done; 1 something was not made; 2 bad input or usage; 130 interrupted.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol, cast

import typer

from hakawati import __version__
from hakawati.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hakawati.console import Console
    from hakawati.settings import Settings

NAME = "hakawati"

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Hakawati turns a written text into a narrated audiobook: chaptered MP3 episodes and a playlist.",
    epilog="Settings are read from hakawati.toml beside the source or above it, and from HAKAWATI_… variables.",
)

Source = Annotated[
    Path | None,
    typer.Argument(
        help="A text or document, or a script (.md). Default: `source` in hakawati.toml.", show_default=False
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Answer with one JSON document on stdout, for errors too.")]
Engine = Annotated[str | None, typer.Option(help="What makes the speech: see `hakawati engines`.", show_default=False)]
Language = Annotated[str | None, typer.Option(help="The text's language, such as ar or en.", show_default=False)]
Title = Annotated[str | None, typer.Option(help="The book's title.", show_default=False)]
Author = Annotated[str | None, typer.Option(help="The book's author.", show_default=False)]
Minutes = Annotated[
    float | None, typer.Option("--episode-minutes", help="How long an episode should be.", show_default=False)
]
Profile = Annotated[
    str | None, typer.Option(help="What the sound is made for: podcast, acx or compact.", show_default=False)
]
StorePlace = Annotated[
    Path | None, typer.Option("--store", help="Where takes are kept between builds.", show_default=False)
]
Episodes = Annotated[
    list[str] | None,
    typer.Option(
        "--episode", metavar="N", help="Show only this episode, or a range such as 2-4. Repeatable.", show_default=False
    ),
]
Roles = Annotated[
    list[str] | None,
    typer.Option("--role", metavar="ROLE", help="Show only this role, such as verse. Repeatable.", show_default=False),
]
Speakers = Annotated[
    list[str] | None,
    typer.Option("--speaker", metavar="NAME", help="Show only what this speaker says. Repeatable.", show_default=False),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hakawati {__version__}")
        raise typer.Exit


@app.callback()
def hakawati(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options of all commands."""


@app.command()
def build(
    context: typer.Context,
    source: Source = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="The folder to build into.", show_default=False)
    ] = None,
    engine: Engine = None,
    jobs: Annotated[
        int | None, typer.Option(help="How many processes perform at once. Default: all cores.", show_default=False)
    ] = None,
    profile: Profile = None,
    title: Title = None,
    author: Author = None,
    language: Language = None,
    episode_minutes: Minutes = None,
    announce: Annotated[
        bool | None,
        typer.Option("--announce/--no-announce", help="Begin episodes with number and title.", show_default=False),
    ] = None,
    fallback: Annotated[
        str | None, typer.Option(help="The engine that performs what the other fails at.", show_default=False)
    ] = None,
    max_characters: Annotated[
        int | None, typer.Option(help="Do not begin if more characters than this are new.", show_default=False)
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", help="Make this too, such as m4b. Repeatable.", show_default=False),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be performed anew and how long it takes; make nothing.")
    ] = False,
    store: StorePlace = None,
    json: Json = False,
) -> int:
    """Build the audiobook: MP3 episodes and a playlist.

    Run again after a change, only what the change touches is made anew.
    """
    from hakawati.production.build import build as build_book
    from hakawati.production.build import foresee

    flags = {
        "out": out,
        "engine": engine,
        "jobs": jobs,
        "profile": profile,
        "title": title,
        "author": author,
        "language": language,
        "episode_minutes": episode_minutes,
        "announce": announce,
        "fallback": fallback,
        "max_characters": max_characters,
        "store": store,
    }
    settings = _settings(source, flags)
    settings = replace(settings, publish=(*settings.publish, *(formats or ())))
    if dry_run:
        context.obj.foreseen(foresee(settings, context.obj))
        return 0
    report = build_book(settings, Path.cwd(), context.obj)
    context.obj.built(report, settings)
    return 1 if report.failed else 0


@app.command()
def script(
    context: typer.Context,
    source: Source = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="The file to write. Default: stdout.", show_default=False)
    ] = None,
    title: Title = None,
    author: Author = None,
    language: Language = None,
    episode_minutes: Minutes = None,
    store: StorePlace = None,
) -> int:
    """Write the text as a script, for you to mend.

    A script has episodes, chapters and roles marked; build from it when it is as you want it. Where FILE is there
    already, what has changed in the text since comes into it, and what you decided stays.
    """
    from hakawati.production.scripting import save_script, script_of, told

    flags = {
        "title": title,
        "author": author,
        "language": language,
        "episode_minutes": episode_minutes,
        "store": store,
    }
    made = script_of(_settings(source, flags))
    if not out:
        context.obj.text(made.text.removesuffix("\n"))
        return 0
    saved = save_script(made, out)
    for line in told(saved, made, out):
        context.obj.say(line)
    return 1 if saved.findings else 0


@app.command()
def show(
    context: typer.Context,
    source: Source = None,
    json: Json = False,
    spoken: Annotated[
        bool, typer.Option("--spoken", help="Show also what the engine is given, and every change to the text.")
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Show figures, and what to look at first, instead of the text.")
    ] = False,
    episode: Episodes = None,
    role: Roles = None,
    speaker: Speakers = None,
    engine: Engine = None,
    language: Language = None,
    episode_minutes: Minutes = None,
    store: StorePlace = None,
) -> int:
    """Show what would be performed, by whom and how.

    Makes no sound. See docs/show.md.
    """
    from hakawati.production.showing.choosing import Wanted
    from hakawati.production.showing.document import document
    from hakawati.production.showing.reading_view import reading_view
    from hakawati.production.showing.shown import shown
    from hakawati.production.showing.summary import summary as figures

    flags = {"engine": engine, "language": language, "episode_minutes": episode_minutes, "store": store}
    book = shown(_settings(source, flags), Wanted(episode or (), role or (), speaker or ()))
    if not book.part.episodes:
        context.obj.nothing_matches()
    if summary:
        context.obj.summary(figures(book, context.obj, spoken=spoken))
    elif json:
        context.obj.document(document(book, context.obj))
    elif book.part.episodes:
        context.obj.reading(reading_view(book, labelled=not context.obj.coloured, spoken=spoken))
    return 0


@app.command()
def lexicon(
    context: typer.Context,
    source: Source = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="The new file to write. Default: stdout.", show_default=False)
    ] = None,
    language: Language = None,
    store: StorePlace = None,
) -> int:
    """Suggest a lexicon: the words whose vowels are in doubt, the most frequent first.

    Correct them and save the file as lexicon.tsv beside the text. See docs/lexicon.md.
    """
    from hakawati.production.suggesting import save, suggested

    found = suggested(_settings(source, {"language": language, "store": store}), context.obj)
    for sentence in found.unused:
        context.obj.say(sentence)
    if out:
        save(found, out)
        context.obj.say(f"Written: {out}. Correct it, and keep it as lexicon.tsv beside the text.")
    else:
        context.obj.text(found.text.removesuffix("\n"))
    return 0


@app.command()
def say(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="What to say.", show_default=False)],
    role: Annotated[Role, typer.Option(help="The role whose voice says it.")] = Role.NARRATION,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--out", help="The MP3 file to write. Default: the speakers, else say.mp3.", show_default=False
        ),
    ] = None,
    engine: Engine = None,
    language: Language = None,
    profile: Profile = None,
    store: StorePlace = None,
    json: Json = False,
) -> int:
    """Perform one piece of text, to hear how it sounds."""
    from hakawati.production.saying import say as say_text

    flags = {"engine": engine, "language": language, "profile": profile, "store": store}
    context.obj.said(say_text(text, role, out, _settings(None, flags)))
    return 0


@app.command()
def audition(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(help="What everyone says.", show_default=False)] = None,
    voice: Annotated[
        list[str] | None,
        typer.Option("--voice", metavar="ENGINE:NAME", help="Hear this voice too. Repeatable.", show_default=False),
    ] = None,
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write into.")] = Path("audition"),
    engine: Engine = None,
    language: Language = None,
    profile: Profile = None,
    store: StorePlace = None,
    json: Json = False,
) -> int:
    """Render one sentence in every voice of the cast.

    So that you can choose: a playlist and an MP3 for each role and speaker.
    """
    from hakawati.production.audition import audition as hear

    flags = {"engine": engine, "language": language, "profile": profile, "store": store}
    heard = hear(text, voice or (), out, _settings(None, flags), context.obj)
    context.obj.heard(heard)
    return 1 if heard.failed else 0


@app.command()
def check(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="The folder that a build made.", show_default=False)],
    profile: Profile = None,
    json: Json = False,
) -> int:
    """Hold a built book against the standards.

    They are: whole frames, true length, loudness and peaks of the profile, tags, chapters, playlist.
    """
    from hakawati.checking.folder import check as check_folder
    from hakawati.profiles import PROFILES

    settings = _settings(None, {"profile": profile})
    report = check_folder(folder, PROFILES[settings.profile])
    context.obj.checked(report)
    return 1 if report.findings else 0


@app.command()
def serve(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(
            help="The folder that a build made. Default: where `hakawati build` writes.", show_default=False
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where to listen; the next free one if it is taken.")
    ] = 8000,
    json: Json = False,
) -> int:
    """Show a built book in a browser of this machine.

    The page, the feed and the files are served on 127.0.0.1 as a web server would, until Ctrl-C.
    """
    from hakawati.production.places import built_folder
    from hakawati.serving.serving import serve as serve_folder

    serve_folder(folder or built_folder(_settings(None, {}), Path.cwd()), port, context.obj.serving)
    return 0


@app.command()
def engines(context: typer.Context, language: Language = None, json: Json = False) -> int:
    """List the engines and their voices.

    It is said which work here, and what the others need.
    """
    from hakawati.engines.overview import overview
    from hakawati.engines.registry import Engines

    context.obj.engines(overview(Engines(_settings(None, {}).engines), language or ""))
    return 0


def _settings(source: Path | None, flags: "Mapping[str, object]") -> "Settings":
    from hakawati.engines.registry import options_of
    from hakawati.settings import load

    return load(source, flags, os.environ, Path.cwd(), options_of)


def main() -> None:
    sys.exit(run(sys.argv[1:], _called_as(sys.argv[0])))


def _called_as(program: str) -> str:
    """How the user called us, and can again: by a path where our name alone would not be found."""
    from shlex import quote
    from shutil import which

    if program.endswith("__main__.py"):
        return "python -m hakawati"
    return NAME if which(NAME) else quote(program)


def run(arguments: list[str], program: str = NAME) -> int:
    """Do what `arguments` ask for; the exit code."""
    from typer.exceptions import TyperException

    from hakawati.console import INTERRUPTED, Console
    from hakawati.errors import HakawatiError

    console = Console(program, arguments)
    try:
        code = app(arguments, standalone_mode=False, obj=console) or 0
    except HakawatiError as error:
        return console.failed(type(error).__name__, str(error), error.exit_code)
    except TyperException as error:
        return _misused(cast("Misuse", error), console)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        return console.unread()
    except Exception as error:  # noqa: BLE001 - whatever it is, a user is told in a sentence, and it is kept for us
        return console.defect(error)
    return console.interrupted() if code == INTERRUPTED else int(code)


class Misuse(Protocol):
    """What typer raises when a command is called wrongly."""

    exit_code: int

    def format_message(self) -> str: ...

    def show(self) -> None: ...


def _misused(error: Misuse, console: "Console") -> int:
    """A wrong option or argument: the usage is shown, or the error as JSON."""
    if console.json:
        return console.failed("UsageError", error.format_message(), error.exit_code)
    error.show()
    return error.exit_code
