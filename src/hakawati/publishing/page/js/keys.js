// The keyboard. The arrows move along the bar as it is seen: in a book written from right to left, left is ahead.
(() => {
  const help = find("dialog.help");
  const obeyed = find(".keys-on", help);
  const ahead = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
  const keys = {
    " ": controls.does.play,
    [ahead]: controls.does.ahead,
    [back]: controls.does.back,
    "[": () => controls.speedBy(-1),
    "]": () => controls.speedBy(1),
    n: controls.does["next-chapter"],
    p: controls.does["previous-chapter"],
    f: controls.does["to-spoken"],
    t: () => controls.does.theme(),
    "/": search.begin,
    "?": () => controls.does.help(),
  };
  // Where the keyboard writes no Latin letters, the key that is in the place.
  const places = { BracketLeft: "[", BracketRight: "]", KeyN: "n", KeyP: "p", KeyF: "f", KeyT: "t", Slash: "/" };

  const meant = (event) => {
    if (event.key === "؟") return "?";
    if (event.key in keys || event.key.length > 1) return event.key;
    const key = event.key.toLowerCase();
    if (key in keys) return key;
    if (/^[\x20-\x7e]$/.test(key)) return null;
    return event.shiftKey && event.code === "Slash" ? "?" : places[event.code];
  };
  const isTaken = ({ target, key }) =>
    (isTyping(target) && !target.matches(".place")) || (key === " " && target.closest("button, a, summary, label") !== null);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || help.open || isTaken(event)) return;
    const act = keys[meant(event)];
    const isLetter = event.key.length === 1 && event.key !== " ";
    if (!act || event.defaultPrevented || (isLetter && !obeyed.checked)) return;
    event.preventDefault();
    act();
  });

  controls.does.help = () => help.showModal();
  obeyed.checked = storage.get("hakawati:keys", true);
  obeyed.addEventListener("change", () => storage.set("hakawati:keys", obeyed.checked));
})();

