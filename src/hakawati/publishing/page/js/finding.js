// Places in the texts of all episodes.
const finding = (() => {
  const printed = new Map();

  // The passages of an episode as plain text, in the order in which the page shows them.
  const passages = async (episode) => {
    if (printed.has(episode)) return printed.get(episode);
    const text = await texts.load(episode);
    const parsed = new DOMParser().parseFromString(text?.html ?? "", "text/html");
    const found = findAll(".passage", parsed).map(({ textContent }, place) => ({
      place,
      text: textContent,
      folded: folding.fold(textContent),
    }));
    printed.set(episode, found);
    return found;
  };

  // Characters `from` to `to` of the passage's text, for each time the words stand in it.
  const within = (passage, words) => {
    const { folded, places } = folding.withPlaces(passage.text);
    const found = [];
    for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + words.length)) {
      found.push([places[at], places[at + words.length - 1]].map((place, end) => (end ? afterWord(passage.text, place) : place)));
    }
    return found;
  };

  // The end of the letter at `place`, its vowel marks included.
  const afterWord = (text, place) => {
    const [letter] = /^.[\p{M}\p{Cf}ـ]*/su.exec(text.slice(place)) ?? [""];
    return place + Math.max(letter.length, String.fromCodePoint(text.codePointAt(place)).length);
  };

  // {episode, passage, from, to}, in the order of the book.
  const places = async function* (words, report) {
    for (const [done, episode] of episodes.entries()) {
      report(done);
      for (const passage of await passages(episode).catch(() => [])) {
        if (!passage.folded.includes(words)) continue;
        for (const [from, to] of within(passage, words)) yield { episode, passage, from, to };
      }
    }
  };
  return { places };
})();

