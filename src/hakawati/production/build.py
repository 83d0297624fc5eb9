"""The way of a whole book: plan, perform, link, publish."""

import time
from collections.abc import Mapping
from pathlib import Path

from hakawati.engines.casting import require_voices
from hakawati.model import Book
from hakawati.production.covers import book_cover
from hakawati.production.crew import cores, crew
from hakawati.production.folder import occupied
from hakawati.production.foreseeing import Forecast, forecast
from hakawati.production.making import Making
from hakawati.production.places import out_folder
from hakawati.production.plan import Planned, plan
from hakawati.production.progress import Progress, Unheard
from hakawati.production.publishing import Publishing
from hakawati.production.report import BuildReport, episode_report
from hakawati.production.sources import book_of, source_path
from hakawati.production.studio import Workplace, studio, workplace
from hakawati.publishing.edition import NARRATOR, About
from hakawati.publishing.publications import chosen
from hakawati.publishing.tags.chapter_images import chapter_images
from hakawati.settings import Settings
from hakawati.sound.accompaniment import require
from hakawati.store import Store


def build(settings: Settings, here: Path, progress: Progress | None = None) -> BuildReport:
    """Build the book that `settings` name, from the folder `here`.

    Raises HakawatiError. Takes that fail are in the report; their episodes are not published.
    """
    began = time.monotonic()
    progress = progress or Unheard()
    place = workplace(settings)
    planned = _planned(settings, place, progress)
    about = _about(planned.book, settings, studio(place).store, progress)
    beside = chosen(settings.publish, about)
    out, name = out_folder(settings, here), source_path(settings).stem
    with occupied(out, planned.book.title, name, progress.say) as folder:
        publishing = Publishing(about, beside, folder, studio(place).store, _images(planned, settings, progress))
        names = [episode.stem for episode in planned.episodes]
        folder.refuse_strangers([*(f"{name}.mp3" for name in names), *beside.files(names)])
        making = Making(planned.episodes, publishing, studio(place), folder, progress)
        _make(making, planned, settings, place)
        making.publish()
    return _report(making, str(out), time.monotonic() - began)


def foresee(settings: Settings, progress: Progress | None = None) -> Forecast:
    """What `build` would perform anew, and how long it would take. Performs nothing. Raises HakawatiError."""
    progress = progress or Unheard()
    place = workplace(settings)
    planned = _planned(settings, place, progress)
    progress.begin(sum(len(episode) for episode in planned.episodes))
    with crew(settings.jobs or cores()) as workers:
        return forecast(planned.episodes, workers, place, progress, settings.max_characters)


def _planned(settings: Settings, place: Workplace, progress: Progress) -> Planned:
    here = studio(place)
    planned = plan(book_of(settings, here.store), settings, here.engines, source_path(settings).stem)
    for sentence in planned.unused:
        progress.say(sentence)
    fallback = [settings.fallback] if settings.fallback else []
    here.engines.require([*planned.engines, *fallback])
    for name in fallback:
        here.engines[name].cast(planned.book.language)  # a fallback without the book's language is none
    require_voices(planned.voices, here.engines, planned.book.language)
    return planned


def _about(book: Book, settings: Settings, store: Store, progress: Progress) -> About:
    cover = book_cover(book, settings, store, progress)
    return About(
        title=book.title,
        author=book.author,
        language=book.language,
        episodes=len(book.episodes),
        genre=settings.genre,
        year=settings.year,
        cover=cover.png,
        picture=cover.picture,
        narrator=settings.narrator or NARRATOR,
        description=settings.description,
        copyright=settings.copyright,
        feed=settings.feed,
    )


def _images(planned: Planned, settings: Settings, progress: Progress) -> Mapping[int, Mapping[int, bytes]]:
    """The chapters' pictures, by the numbers of episode and chapter."""
    if settings.chapter_images is None:
        return {}
    chapters = {episode.number: len(episode.chapters) for episode in planned.episodes}
    found = chapter_images(settings.chapter_images, chapters)
    for sentence in found.unused:
        progress.say(sentence)
    return found.pictures


def _make(making: Making, planned: Planned, settings: Settings, place: Workplace) -> None:
    """Every episode that is not there already, unless that would cost more than is allowed."""
    making.progress.begin(sum(len(episode) for episode in planned.episodes))
    left = making.left()
    if not left:
        return
    require(settings.music)
    with crew(settings.jobs or cores()) as workers:
        if settings.max_characters is not None:
            forecast(left, workers, place, Unheard(), settings.max_characters).require_within_limit()
        making.perform(left, workers, place, planned.understudy)


def _report(making: Making, out: str, wall_seconds: float) -> BuildReport:
    done = tuple(episode_report(making.done[number]) for number in sorted(making.done))
    return BuildReport(
        out=out,
        episodes=done,
        segments=sum(len(episode) for episode in making.episodes),
        performed=making.performed,
        reused=making.reused,
        failed=tuple(sorted(making.failed, key=lambda failure: failure.episode)),
        fallbacks=tuple(sorted(making.fallbacks, key=lambda fallback: fallback.episode)),
        audio_seconds=sum(episode.seconds for episode in done),
        wall_seconds=wall_seconds,
        left_out=making.publishing.chosen.left_out,
    )
