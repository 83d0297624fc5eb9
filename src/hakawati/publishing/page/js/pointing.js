// From the text to the sound: a click on a word, or Enter on a segment, plays from there.
const hasSelection = () => !(getSelection()?.isCollapsed ?? true);
const isTyping = (element) => Boolean(element.closest?.("input, select, textarea, [contenteditable]"));

(() => {
  const playFrom = (unit) => {
    player.seek(unit.sounds);
    following.follow();
    player.play();
  };
  const unitUnder = (event, segment) => {
    const place = textAt(event.clientX, event.clientY);
    const offset = place && segment.contains(place.node) ? offsetIn(segment, place.node, place.offset) : 0;
    return unitAt(reading.timed(), Number(segment.dataset.place), offset);
  };

  reading.text.addEventListener("click", (event) => {
    const segment = event.target.closest(".segment");
    if (!segment || hasSelection()) return;
    reading.choose(segment);
    playFrom(unitUnder(event, segment));
  });

  const step = (segment, by) => {
    const next = reading.segments()[Number(segment.dataset.place) + by];
    if (!next) return;
    reading.choose(next);
    next.focus();
  };
  reading.text.addEventListener("keydown", (event) => {
    const segment = event.target.closest(".segment");
    if (!segment || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter") playFrom(unitAt(reading.timed(), Number(segment.dataset.place), 0));
    else if (event.key === "ArrowDown") step(segment, 1);
    else if (event.key === "ArrowUp") step(segment, -1);
    else return;
    event.preventDefault();
  });
})();

