// What the page opens: the address `#episode-3` or `#episode-3@75.5` (seconds), else where the reader was last.
(() => {
  const ADDRESS = /^#episode-(\d+)(?:@([\d.]+))?$/;
  let play = false;

  const open = () => {
    const [, number, seconds] = ADDRESS.exec(location.hash) ?? [];
    const episode = number && episodeNumbered(Number(number));
    if (!episode) return location.hash === "" && contents.show("contents");
    const isOpen = episode === player.episode();
    contents.show("text");
    player.open(episode, { at: seconds ? Number(seconds) * 1000 : isOpen ? null : undefined, play });
    play = false;
    following.follow();
    if (!isOpen) find("h2", reading.article).focus({ preventScroll: true });
  };

  // The same address again is wanted again.
  on("wanted", (wanted) => {
    play = wanted.play;
    if (location.hash === wanted.address) open();
    else location.hash = wanted.address;
  });
  // An episode that follows another by itself is in the address too, but leads back to where the reader came from.
  on("opened", ({ episode }) => {
    if (ADDRESS.test(location.hash) && !location.hash.startsWith(`#episode-${episode.number}`)) {
      history.replaceState(null, "", `#episode-${episode.number}`);
    }
  });
  addEventListener("hashchange", open);

  player.setSpeed(storage.get("hakawati:speed", 1));
  if (places.begun()) find(".listen span").textContent = label("go_on");
  if (ADDRESS.test(location.hash)) open();
  else if (episodes.length) player.open(places.last() ?? episodes[0]);
})();
