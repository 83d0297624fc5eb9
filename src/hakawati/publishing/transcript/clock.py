"""When each character of a cue's text sounds: at the word marks exactly, between them by what there is to say."""

from bisect import bisect_right
from itertools import accumulate

from hakawati.model import Cue, Mark, Sounding
from hakawati.publishing.transcript.length import length
from hakawati.units import Samples


class Clock:
    """Of one cue. Times are samples since the cue began, and never run backwards."""

    def __init__(self, cue: Cue) -> None:
        sounding = cue.sounding or Sounding(Samples(0), cue.samples)
        self._said = list(accumulate(map(length, cue.segment.text), initial=0))
        self._places, self._times = [0], [sounding.start]
        self._marked = frozenset(mark.start for mark in cue.marks if self._anchored(mark, sounding.end))
        if self._said[-1] > self._places[-1]:
            self._anchor(self._said[-1], sounding.end)

    def _anchored(self, mark: Mark, end: Samples) -> bool:
        """Of several marks on one word the first counts; none on words that were supplied, none out of order."""
        said = self._said[mark.start]
        if said == self._said[mark.end]:
            return False
        if said > self._places[-1] and self._times[-1] <= mark.sample <= end:
            self._anchor(said, mark.sample)
        return self._places[-1] == said and self._times[-1] == mark.sample

    def _anchor(self, said: int, time: Samples) -> None:
        self._places.append(said)
        self._times.append(time)

    def at(self, offset: int) -> Samples:
        said = self._said[offset]
        after = bisect_right(self._places, said)
        if after == len(self._places):
            return self._times[-1]
        begin, end = self._places[after - 1], self._places[after]
        first, last = self._times[after - 1], self._times[after]
        return Samples(first + (said - begin) * (last - first) // (end - begin))

    def is_marked(self, start: int, end: int) -> bool:
        """Whether the engine told when the word at these offsets begins, quotation marks before it left aside."""
        return any(place in self._marked for place in range(start, end) if self._said[place] == self._said[start])
