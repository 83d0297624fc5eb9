// The text of the open episode. Tells: drawn {episode}, once it stands in the page.
const reading = (() => {
  const article = find(".reading");
  const text = find(".text", article);
  const trouble = find(".trouble", article);
  let open = null;
  let segments = [];
  let timed = null;

  const complain = (message) => {
    trouble.textContent = message;
    trouble.hidden = !message;
  };

  // The scroll bar is about right before what is out of view has been laid out.
  const foresee = (passage) => {
    const lines = Math.ceil(passage.textContent.length / 60);
    passage.style.containIntrinsicBlockSize = `auto ${lines * 2.1 + 1}em`;
  };

  const neighbours = () => {
    for (const link of findAll(".neighbours a", article)) {
      const other = episodes[open.place + Number(link.dataset.neighbour)];
      link.hidden = !other;
      if (!other) continue;
      link.href = `#episode-${other.number}`;
      find("bdi", link).textContent = other.title;
    }
  };

  const chapterButtons = () => {
    for (const section of findAll(".printed", text)) {
      const heading = find("h3", section);
      if (!heading || open.chapters.length < 2) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "from-here";
      button.lang = book.labels.language;
      button.textContent = clock(section.dataset.start);
      button.setAttribute("aria-label", `${button.textContent} ${label("play_chapter", heading.textContent)}`);
      button.addEventListener("click", () => (player.seek(Number(section.dataset.start)), player.play()));
      heading.after(button);
    }
  };

  const draw = ({ html, times }) => {
    text.innerHTML = html;
    segments = findAll(".segment", text);
    segments.forEach((segment, place) => {
      segment.dataset.place = place;
      segment.tabIndex = place === 0 ? 0 : -1;
    });
    findAll(".passage", text).forEach(foresee);
    chapterButtons();
    timed = unpacked(times, new Set(open.chapters.map(({ start }) => start)));
  };

  const show = async (episode) => {
    open = episode;
    [segments, timed] = [[], null];
    text.replaceChildren();
    complain("");
    find(".which", article).textContent = label("episode", episode.number);
    find("h2", article).textContent = episode.title;
    neighbours();
    try {
      const loaded = await texts.load(episode);
      if (open !== episode) return;
      if (loaded) draw(loaded);
      tell("drawn", { episode });
    } catch (error) {
      if (open === episode) complain(label("no_text", error.message));
    }
  };

  on("opened", ({ episode }) => show(episode));
  on("noSound", (file) => complain(label("no_sound", file)));

  return {
    text,
    article,
    segments: () => segments,
    timed: () => timed,
    unitNow: (time) => (timed && timed.units[Math.max(0, lastUpTo(timed.starts, time))]) ?? null,
    // The choice of a segment by keyboard is one stop of the Tab key, not a thousand.
    choose(segment) {
      const before = segments.find((other) => other.tabIndex === 0);
      if (before) before.tabIndex = -1;
      segment.tabIndex = 0;
    },
  };
})();

