// The sound. All times are milliseconds of the episode that is open.
//
// Tells: opened {episode, play}, moved {sought}, played, paused, ended, spedUp, noSound.
const player = (() => {
  const audio = find("audio", find(".player"));
  const KEPT_EVERY = 2000;
  let episode = null;
  let pending = null;
  let keptAt = 0;

  const time = () => pending ?? audio.currentTime * 1000;
  const length = () => episode?.length ?? 0;
  const chapterAt = (when) => Math.max(0, lastUpTo(episode.chapters.map(({ start }) => start), when));
  const chapterEnd = () => episode.chapters[chapterAt(time() + 1) + 1]?.start ?? length();

  const keep = () => {
    if (!episode) return;
    keptAt = performance.now();
    places.keep(episode, time());
  };
  const play = () => audio.play().catch((error) => error.name === "NotSupportedError" && tell("noSound", episode.file));
  const pause = () => audio.pause();

  const seek = (to) => {
    const when = Math.min(Math.max(0, to), length());
    if (audio.readyState === 0) pending = when;
    else audio.currentTime = when / 1000;
    keep();
    tell("moved", { sought: true });
  };

  const open = (chosen, { at = places.begin(chosen), play: begin = false } = {}) => {
    if (chosen !== episode) {
      keep();
      episode = chosen;
      pending = at;
      const speed = audio.playbackRate;
      audio.src = episode.file;
      audio.defaultPlaybackRate = audio.playbackRate = speed;
      tell("opened", { episode });
    } else if (at !== null) {
      seek(at);
    }
    if (begin) play();
    tell("moved", { sought: true });
  };

  // Back from within a chapter's first seconds leads to the chapter before.
  const toChapter = (step) => {
    const here = chapterAt(time() + 1);
    const there = step < 0 && time() - episode.chapters[here].start > 3000 ? here : here + step;
    if (episode.chapters[there]) seek(episode.chapters[there].start);
    else if (episodes[episode.place + step]) open(episodes[episode.place + step], { at: 0, play: !audio.paused });
    else if (step < 0) seek(0);
  };

  audio.addEventListener("loadedmetadata", () => {
    if (pending !== null) audio.currentTime = pending / 1000;
    pending = null;
    tell("moved", { sought: true });
  });
  audio.addEventListener("timeupdate", () => {
    if (!audio.paused && performance.now() - keptAt > KEPT_EVERY) keep();
    tell("moved", { sought: false });
  });
  audio.addEventListener("seeked", () => tell("moved", { sought: true }));
  audio.addEventListener("play", () => tell("played"));
  audio.addEventListener("pause", () => (keep(), tell("paused")));
  audio.addEventListener("ended", () => (keep(), tell("ended")));
  audio.addEventListener("ratechange", () => tell("spedUp"));
  audio.addEventListener("error", () => tell("noSound", episode.file));
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
  on("ended", () => {
    const next = episodes[episode.place + 1];
    if (next) open(next, { at: 0, play: true });
  });

  return {
    open, play, pause, seek, time, length, toChapter, chapterAt, chapterEnd,
    toggle: () => (audio.paused ? play() : pause()),
    by: (change) => seek(time() + change),
    episode: () => episode,
    isPaused: () => audio.paused,
    speed: () => audio.playbackRate,
    setSpeed: (speed) => {
      audio.defaultPlaybackRate = audio.playbackRate = speed;
      storage.set("hakawati:speed", speed);
    },
    loud: (share) => (audio.volume = share),
  };
})();

