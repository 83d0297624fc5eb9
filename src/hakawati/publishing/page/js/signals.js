// Parts of the page speak to each other through these: `tell` what happened, `on` what to do then.
const signals = new EventTarget();
const tell = (what, detail) => signals.dispatchEvent(new CustomEvent(what, { detail }));
const on = (what, act) => signals.addEventListener(what, (event) => act(event.detail));

