// Light and dark, and the size of the text, as the reader likes them.
(() => {
  const SIZES = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75];
  const button = find("[data-does=theme]");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);

  const describe = () => {
    const does = label(isDark() ? "light" : "dark");
    button.classList.toggle("to-light", isDark());
    button.setAttribute("aria-label", does);
    button.title = does;
  };
  const setSize = (size) => {
    root.style.setProperty("--size", size);
    storage.set("hakawati:size", size);
  };
  const sizeBy = (step) => {
    const here = SIZES.indexOf(storage.get("hakawati:size", 1));
    setSize(SIZES[Math.min(Math.max(here + step, 0), SIZES.length - 1)]);
  };

  controls.does.theme = () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    storage.set("hakawati:theme", root.dataset.theme);
    describe();
  };
  controls.does.smaller = () => sizeBy(-1);
  controls.does.larger = () => sizeBy(1);
  dark.addEventListener("change", describe);
  setSize(storage.get("hakawati:size", 1));
  describe();
})();

