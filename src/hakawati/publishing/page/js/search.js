// The search field, its list, and the way to a place that was found.
const search = (() => {
  const nav = find(".contents");
  const field = find(".search input", nav);
  const list = find(".found", nav);
  const progress = find(".progress", nav);
  const MOST = 200;
  const AROUND = 40;
  let asked = 0;
  let awaited = null;

  const snippet = ({ passage: { text }, from, to }) => {
    const begin = from > AROUND ? text.indexOf(" ", from - AROUND) + 1 : 0;
    const end = text.length > to + AROUND ? text.lastIndexOf(" ", to + AROUND) : text.length;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    const before = (begin > 0 ? "… " : "") + text.slice(Math.min(begin, from), from);
    const after = text.slice(to, Math.max(end, to)) + (end < text.length ? " …" : "");
    const shown = document.createElement("bdi");
    shown.append(before, mark, after);
    return shown;
  };
  const entry = (place) => {
    const link = document.createElement("a");
    const where = document.createElement("small");
    where.textContent = place.episode.title;
    link.href = `#episode-${place.episode.number}`;
    link.append(snippet(place), where);
    link.addEventListener("click", (event) => (event.preventDefault(), go(place)));
    const item = document.createElement("li");
    item.append(link);
    return item;
  };

  const show = (words) => {
    list.hidden = !words;
    find(".episodes", nav).hidden = Boolean(words);
    list.replaceChildren();
    progress.textContent = "";
  };
  const conclude = (found) => {
    if (!found) progress.textContent = label("found_none");
    else progress.textContent = found > MOST ? label("found_more", found, MOST) : label("found", found);
  };
  const look = async () => {
    const turn = ++asked;
    const words = folding.fold(field.value);
    show(words);
    if (!words) return;
    let found = 0;
    const report = (done) => (progress.textContent = label("searching", done + 1, episodes.length));
    for await (const place of finding.places(words, (done) => turn === asked && report(done))) {
      if (turn !== asked) return;
      found += 1;
      if (found <= MOST) list.append(entry(place));
    }
    if (turn === asked) conclude(found);
  };

  const arrive = ({ passage, from, to }) => {
    const printed = findAll(".passage", reading.text)[passage.place];
    const range = rangeOf(printed, from, to);
    ink("found", range);
    const segment = range.startContainer.parentElement.closest(".segment") ?? find(".segment", printed.parentElement);
    const offset = segment.contains(range.startContainer) ? offsetIn(segment, range.startContainer, range.startOffset) : 0;
    player.seek(unitAt(reading.timed(), Number(segment.dataset.place), offset).sounds);
    reading.choose(segment);
    segment.focus({ preventScroll: true });
    following.follow();
  };
  const go = (place) => {
    contents.show("text");
    if (place.episode === player.episode() && reading.timed()) return arrive(place);
    awaited = place;
    tell("wanted", { address: `#episode-${place.episode.number}`, play: !player.isPaused() });
  };
  on("opened", () => ink("found"));
  on("drawn", ({ episode }) => {
    if (awaited?.episode === episode) arrive(awaited);
    awaited = null;
  });

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 200);
  });
  field.form.addEventListener("submit", (event) => (event.preventDefault(), look()));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    field.value = "";
    look();
    field.blur();
  });

  return {
    begin: () => {
      contents.show("contents");
      field.focus();
      field.select();
    },
  };
})();

