// The buttons and the bar of the player, and what it says aloud to those who listen to the screen.
const controls = (() => {
  const panel = find(".player");
  const bar = find(".bar .place", panel);
  const marks = find(".chapter-marks", panel);
  const speeds = find(".speed", panel);
  const button = find(".play", panel);
  let held = false;

  const say = (message) => (find(".said", panel).textContent = message);
  const chapterTitle = () => player.episode().chapters[player.chapterAt(player.time() + 1)].title;

  const showTime = () => {
    const [time, length] = [held ? Number(bar.value) : player.time(), player.length()];
    if (!held) bar.value = Math.round(time);
    bar.style.setProperty("--share", length ? time / length : 0);
    bar.setAttribute("aria-valuetext", label("of", clock(time), clock(length)));
    find(".at", panel).textContent = clock(time);
    const within = chapterTitle() === player.episode().title ? "" : chapterTitle();
    if (find(".within", panel).textContent !== within) find(".within", panel).textContent = within;
  };

  const showEpisode = (episode) => {
    bar.max = episode.length;
    find(".whole", panel).textContent = clock(episode.length);
    find(".now .name", panel).textContent = episode.title;
    document.title = `${episode.title} · ${book.title}`;
    marks.replaceChildren(
      ...episode.chapters.slice(1).map(({ start }) => {
        const mark = document.createElement("i");
        mark.style.insetInlineStart = `${(100 * start) / episode.length}%`;
        return mark;
      }),
    );
  };

  const showPlaying = () => {
    panel.classList.toggle("playing-now", !player.isPaused());
    const does = label(player.isPaused() ? "play" : "pause");
    button.setAttribute("aria-label", does);
    button.title = does;
  };

  const speedBy = (step) => {
    const options = [...speeds.options].map(({ value }) => Number(value));
    const here = options.indexOf(player.speed());
    player.setSpeed(options[Math.min(Math.max(here + step, 0), options.length - 1)]);
    say(label("speed_is", speeds.value));
  };

  bar.addEventListener("input", () => ((held = true), showTime()));
  bar.addEventListener("change", () => ((held = false), player.seek(Number(bar.value)), following.follow()));
  speeds.addEventListener("change", () => player.setSpeed(Number(speeds.value)));
  on("opened", ({ episode }) => (showEpisode(episode), showTime()));
  on("moved", () => player.episode() && showTime());
  on("spedUp", () => (speeds.value = String(player.speed())));
  for (const change of ["played", "paused", "ended"]) on(change, showPlaying);

  const toggleMore = (more) => {
    const isOpen = panel.classList.toggle("opened");
    more.setAttribute("aria-expanded", String(isOpen));
  };
  const does = {
    play: player.toggle,
    listen: () => tell("wanted", { address: `#episode-${player.episode().number}`, play: true }),
    back: () => player.by(-15000),
    ahead: () => player.by(15000),
    "previous-chapter": () => (player.toChapter(-1), following.follow()),
    "next-chapter": () => (player.toChapter(1), following.follow()),
    "to-spoken": () => (contents.show("text"), following.follow()),
    contents: () => contents.show(contents.isShown() ? "text" : "contents"),
    more: toggleMore,
  };
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-does]");
    if (pressed) does[pressed.dataset.does]?.(pressed);
  });

  return { does, say, speedBy };
})();

