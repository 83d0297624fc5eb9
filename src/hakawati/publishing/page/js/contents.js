// The list of episodes and chapters: what is open, how far it was heard, and on a phone which of the two is shown.
const contents = (() => {
  const nav = find(".contents");
  let marked = [];

  const show = (what) => {
    if (document.body.dataset.shows === what) return;
    document.body.dataset.shows = what;
    tell("shown", { what });
  };

  const mark = (episode) => {
    for (const link of marked) link?.removeAttribute("aria-current");
    const chapter = episode.chapters[player.chapterAt(player.time() + 1)];
    marked = [find(".open", episode.item), chapter.link];
    marked[0].setAttribute("aria-current", "true");
    chapter.link?.setAttribute("aria-current", "true");
  };

  const showHeard = (episode) => episode.item.style.setProperty("--heard", places.share(episode).toFixed(3));

  const address = (link) => {
    const item = link.closest(".episode");
    const time = link.dataset.start ? `@${Number(link.dataset.start) / 1000}` : "";
    return `#episode-${item.dataset.number}${time}`;
  };

  // Links lead to plain pages where no script runs; here they open the episode in this page.
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a.open, a.chapter");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tell("wanted", { address: address(link), play: true });
  });

  episodes.forEach(showHeard);
  on("opened", ({ episode }) => {
    for (const other of episodes) find("details", other.item).open = other === episode && other.chapters.length > 1;
    mark(episode);
    if (nav.scrollHeight > nav.clientHeight) nav.scrollTop = episode.item.offsetTop - nav.clientHeight / 3;
  });
  on("moved", () => {
    const episode = player.episode();
    if (!episode) return;
    showHeard(episode);
    mark(episode);
  });

  return { show, isShown: () => document.body.dataset.shows === "contents" };
})();

