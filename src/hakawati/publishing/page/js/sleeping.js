// The sleep timer: after some minutes, or when the chapter or the episode ends. The sound fades before it stops.
(() => {
  const chosen = find(".player .sleep");
  const FADE = 6000;
  let until = null;

  const left = () => {
    if (chosen.value === "chapter") return (until - player.time()) / player.speed();
    if (chosen.value === "episode") return (player.length() - player.time()) / player.speed();
    return chosen.value ? until - performance.now() : Infinity;
  };
  const off = () => {
    chosen.value = "";
    player.loud(1);
  };
  const begin = () => {
    player.loud(1);
    const minutes = Number(chosen.value);
    if (chosen.value === "chapter") until = player.chapterEnd();
    else if (minutes) until = performance.now() + minutes * 60000;
    if (chosen.value) controls.say(minutes ? label("sleep_in", clock(minutes * 60000)) : chosen.selectedOptions[0].text);
  };
  const watch = () => {
    if (!chosen.value || player.isPaused()) return;
    const rest = left();
    const timed = Number(chosen.value) > 0;
    if (timed) player.loud(Math.min(1, Math.max(0, rest / FADE)));
    if (rest > (timed ? 0 : 150)) return;
    player.pause();
    off();
  };

  chosen.addEventListener("change", begin);
  on("moved", ({ sought }) => {
    if (sought && chosen.value === "chapter" && player.episode()) until = player.chapterEnd();
    else watch();
  });
  setInterval(watch, 250);
})();

