// The episodes' texts, each a script beside the page that calls `hakawati(number, text)`: a page opened from a disk may
// load scripts and nothing else.
const texts = (() => {
  const arrived = new Map();
  const loading = new Map();
  Object.defineProperty(window, "hakawati", { value: (number, text) => arrived.set(number, text) });

  const fetched = (episode) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const done = () => {
        script.remove();
        if (arrived.has(episode.number)) resolve(arrived.get(episode.number));
        else reject(new Error(episode.text));
      };
      script.onload = script.onerror = done;
      script.src = episode.text;
      document.head.append(script);
    });

  // {html, times}, or null where the episode has no text. Fails with an Error that names the file.
  const load = (episode) => {
    if (!episode.text) return Promise.resolve(null);
    if (!loading.has(episode)) {
      const promise = fetched(episode);
      promise.catch(() => loading.delete(episode));
      loading.set(episode, promise);
    }
    return loading.get(episode);
  };
  return { load };
})();

