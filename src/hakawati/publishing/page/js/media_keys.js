// The keys of headphones, the lock screen and the system's own player.
(() => {
  const session = navigator.mediaSession;
  if (!session || !globalThis.MediaMetadata) return;

  const describe = () => {
    const episode = player.episode();
    const hasAddress = book.cover && location.protocol !== "file:"; // No other picture is shown on a lock screen.
    const artwork = hasAddress ? [{ src: new URL(book.cover, location.href).href }] : [];
    session.metadata = new MediaMetadata({ title: episode.title, artist: book.author ?? "", album: book.title, artwork });
  };
  const place = () => {
    const [length, time] = [player.length() / 1000, player.time() / 1000];
    if (length && time <= length) session.setPositionState?.({ duration: length, position: time, playbackRate: player.speed() });
  };
  const handlers = {
    play: player.play,
    pause: player.pause,
    seekbackward: ({ seekOffset = 15 }) => player.by(-1000 * seekOffset),
    seekforward: ({ seekOffset = 15 }) => player.by(1000 * seekOffset),
    seekto: ({ seekTime }) => player.seek(1000 * seekTime),
    previoustrack: () => player.toChapter(-1),
    nexttrack: () => player.toChapter(1),
  };
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      session.setActionHandler(action, handler);
    } catch {
      continue; // A browser that does not know this key.
    }
  }
  on("opened", describe);
  for (const change of ["played", "paused", "spedUp"]) on(change, place);
  on("moved", ({ sought }) => sought && player.episode() && place());
})();

