// Where the reader is in each episode (milliseconds), kept under the book's own key.
const places = (() => {
  const name = `hakawati:${book.key}`;
  const nearEnd = (episode) => episode.length - Math.min(5000, episode.length / 20);
  const kept = storage.get(name, {});
  const at = kept.at ?? {};
  return {
    last: () => episodeNumbered(kept.last) ?? null,
    of: (episode) => at[episode.number] ?? 0,
    share: (episode) => Math.min(1, (at[episode.number] ?? 0) / episode.length),
    begun: () => Object.keys(at).length > 0,
    // An episode heard to its end begins anew.
    begin: (episode) => {
      const time = at[episode.number] ?? 0;
      return time > nearEnd(episode) ? 0 : time;
    },
    keep(episode, time) {
      at[episode.number] = Math.round(time);
      kept.last = episode.number;
      storage.set(name, { last: kept.last, at });
    },
  };
})();

