// Text as search compares it: without vowel marks, tatweel and punctuation, in one form of alef, in small letters.
const folding = (() => {
  const known = new Map();
  const ALIKE = { "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه" };
  const spell = (character) => {
    const bare = character.normalize("NFKD").replace(/[\p{M}\p{Cf}ـ]/gu, "").toLowerCase();
    return [...bare].map((letter) => ALIKE[letter] ?? (/[\p{L}]/u.test(letter) ? letter : digit(letter) ?? " ")).join("");
  };
  const digit = (letter) => {
    const code = letter.codePointAt(0);
    for (const zero of [0x30, 0x660, 0x6f0]) if (code >= zero && code < zero + 10) return String(code - zero);
    return /\p{N}/u.test(letter) ? letter : null;
  };
  const spelled = (character) => {
    if (!known.has(character)) known.set(character, spell(character));
    return known.get(character);
  };

  // `places` tells for each letter of `folded` at which character of `text` it began, and where the text ends.
  const withPlaces = (text) => {
    const places = [];
    let [folded, at] = ["", 0];
    for (const character of text) {
      for (const letter of spelled(character)) {
        if (letter === " " && (folded === "" || folded.endsWith(" "))) continue;
        folded += letter;
        places.push(...Array(letter.length).fill(at));
      }
      at += character.length;
    }
    return { folded, places: [...places, at] };
  };
  return { fold: (text) => withPlaces(text).folded.trim(), withPlaces };
})();

