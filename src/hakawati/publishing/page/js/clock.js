// Milliseconds as people write them: 3:05, 1:02:05.
const clock = (time) => {
  const seconds = Math.max(0, Math.floor(time / 1000));
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

// The last place in a sorted list whose number is at most `most`; -1 if there is none.
const lastUpTo = (numbers, most) => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

