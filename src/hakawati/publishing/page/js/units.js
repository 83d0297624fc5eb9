// What is lit while an episode sounds: its words, and whole segments where the voice told no words.
//
// A unit is {segment, from, to, start}: characters `from` to `to` of a segment, from `start` milliseconds on; `to` is
// null for the whole segment. A word stays lit until the next begins.
const unpacked = (times, chapterStarts) => {
  const units = [];
  const first = [];
  let time = 0;
  times.forEach(([length, ...numbers], segment) => {
    first.push(units.length);
    let [end, start] = [0, time];
    for (let at = 0; at < numbers.length; at += 3) {
      const from = end + numbers[at];
      end = from + numbers[at + 1];
      start += numbers[at + 2];
      // A chapter begins with its own first word, not with the last one of the chapter before.
      units.push({ segment, from, to: end, start: at === 0 && chapterStarts.has(time) ? time : start, sounds: start });
    }
    if (!numbers.length) units.push({ segment, from: 0, to: null, start: time, sounds: time });
    time += length;
  });
  return { units, first, starts: Float64Array.from(units, (unit) => unit.start) };
};

// The unit of a segment in which the character at `offset` stands, else the one before it.
const unitAt = ({ units, first }, segment, offset) => {
  const end = first[segment + 1] ?? units.length;
  let found = first[segment];
  while (found + 1 < end && units[found + 1].from <= offset) found += 1;
  return units[found];
};

