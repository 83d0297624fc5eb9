// The spoken word is lit, and the page follows it until the reader scrolls; one button leads back.
const following = (() => {
  const page = find(".page", reading.article);
  const light = find(".spoken-word", page);
  const back = find(".to-spoken");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const EARLY = 2; // Milliseconds by which a browser may round a time down.
  let unit = null;
  let range = null;
  let follows = null; // Until the reader asks for the text, the head of the page stays in view.

  const bottom = () => find(".player").getBoundingClientRect().top;
  const isShown = () => page.offsetParent !== null;

  const SLIM = 0.82; // Of the line's height, so that lines do not touch.
  const place = (rect) => {
    const around = page.getBoundingClientRect();
    const top = rect.top - around.top + (rect.height * (1 - SLIM)) / 2;
    light.classList.toggle("glides", light.dataset.top === String(Math.round(top)));
    light.dataset.top = Math.round(top);
    light.style.transform = `translate(${rect.left - around.left}px, ${top}px)`;
    light.style.inlineSize = `${rect.width}px`;
    light.style.blockSize = `${rect.height * SLIM}px`;
  };

  // Where the word is in the window; a word that is broken over two lines is where it begins.
  const rectangle = () => range.getClientRects()[0] ?? null;

  const draw = () => {
    const rect = range && isShown() ? rectangle() : null;
    const wordIsLit = rect && unit.to !== null;
    light.hidden = !wordIsLit;
    if (wordIsLit) place(rect);
    offerWayBack(rect);
  };

  const isInView = (rect) => rect.bottom > 0 && rect.top < bottom();
  const offerWayBack = (rect) => {
    back.hidden = !rect || follows !== false || isInView(rect);
    if (!back.hidden) back.classList.toggle("down", rect.top > 0);
  };

  const scroll = (always) => {
    const rect = range && isShown() ? rectangle() : null;
    if (!rect) return;
    const inBand = rect.top > innerHeight * 0.12 && rect.bottom < bottom() - innerHeight * 0.14;
    if (inBand && !always) return;
    const far = Math.abs(rect.top) > 2.5 * innerHeight;
    scrollTo({ top: scrollY + rect.top - innerHeight * 0.3, behavior: far || calm.matches ? "instant" : "smooth" });
  };

  const lightUp = (next) => {
    const before = unit && reading.segments()[unit.segment];
    const segment = reading.segments()[next.segment];
    before?.classList.remove("sounding", "whole");
    segment.classList.add("sounding");
    segment.classList.toggle("whole", next.to === null);
    unit = next;
    range = rangeOf(segment, unit.from, unit.to);
    ink("spoken", ...(unit.to === null ? [] : [range]));
    draw();
    if (follows && !hasSelection()) scroll(false);
  };

  const update = () => {
    const next = reading.unitNow(player.time() + EARLY);
    if (next && next !== unit) lightUp(next);
  };
  const forget = () => {
    [unit, range] = [null, null];
    ink("spoken");
    draw();
  };
  const follow = () => {
    follows = true;
    update();
    scroll(true);
    draw();
  };
  const yieldToReader = () => {
    if (!isShown()) return;
    follows = false;
    draw();
  };

  const frame = () => {
    if (player.isPaused()) return;
    update();
    requestAnimationFrame(frame);
  };

  const SCROLLING = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"]);
  addEventListener("wheel", yieldToReader, { passive: true });
  addEventListener("touchmove", (event) => !event.target.closest(".player") && yieldToReader(), { passive: true });
  addEventListener("keydown", (event) => SCROLLING.has(event.key) && !isTyping(event.target) && yieldToReader());
  addEventListener("pointerdown", (event) => event.target === root && yieldToReader());
  addEventListener("scroll", () => range && offerWayBack(isShown() ? rectangle() : null), { passive: true });
  new ResizeObserver(draw).observe(page);
  document.fonts?.addEventListener("loadingdone", draw);

  on("opened", forget);
  on("drawn", () => (update(), follows && scroll(false)));
  on("moved", update);
  on("played", () => {
    requestAnimationFrame(frame);
    if (follows === null) follow();
  });
  on("shown", () => (draw(), follows && scroll(false)));

  return { follow, yieldToReader };
})();

