// What the browser keeps for the reader. Where storage is blocked or full it is kept until the page is closed.
const storage = (() => {
  const kept = new Map();
  const read = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  return {
    get(name, otherwise) {
      try {
        return JSON.parse(kept.get(name) ?? read(name)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    set(name, value) {
      const written = JSON.stringify(value);
      try {
        localStorage.setItem(name, written);
        kept.delete(name);
      } catch {
        kept.set(name, written);
      }
    },
  };
})();

