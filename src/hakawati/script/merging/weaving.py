"""Changed paragraphs made of the editor's words and the source's, and what of the editor's found no place in them."""

from dataclasses import dataclass, field, replace

from hakawati.script.merging.findings import both_changed, dropped, run_gone, saying_gone
from hakawati.script.merging.manners import Sides, marked, taken
from hakawati.script.merging.rewriting import Entry
from hakawati.script.merging.steps import Choice, Step, steps
from hakawati.script.merging.stretch import END
from hakawati.script.merging.words import Word

Run = tuple[int, int]
"""The number of a body of the editor's, and of a run in it."""


@dataclass(slots=True)
class Woven:
    """A merged paragraph; `findings` are what the editor is to be told about it."""

    entries: list[Entry] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    @property
    def body(self) -> int | None:
        """The number of the first body of the editor's that has words in it."""
        return next((entry.edited.body for entry in self.entries if entry.edited), None)


def woven(sides: Sides) -> tuple[list[Woven], int]:
    """The paragraphs of a part of the script, in order, and how many changes of the source came in."""
    base = sides.base or sides.edited
    weaver = _Weaver(sides)
    for step in steps(base.keys, sides.edited.keys, sides.new.keys, END):
        weaver.step(step)
    return weaver.finished(), weaver.changes


@dataclass(slots=True)
class _Gone:
    """Words of one run that the source no longer has; `decided`: how they are performed was the editor's decision."""

    place: Woven
    words: list[Word] = field(default_factory=list)
    decided: bool = False


@dataclass(slots=True)
class _Weaver:
    sides: Sides
    done: list[Woven] = field(default_factory=list)
    now: Woven = field(default_factory=Woven)
    changes: int = 0
    unsaid: set[Run] = field(default_factory=set)
    gone: dict[Run, _Gone] = field(default_factory=dict)
    living: set[Run] = field(default_factory=set)

    def step(self, step: Step) -> None:
        if step.choice is Choice.TAKE:
            self.changes += 1
            self.take(step)
            return
        if step.choice is Choice.BOTH_CHANGED:
            self.now.findings.append(both_changed(step, self.sides))
        self.keep(step)

    def keep(self, step: Step) -> None:
        """The editor's words; after a change, parted from it as in the source."""
        edited, new = self.sides.edited, self.sides.new
        same = edited.keys[slice(*step.edited)] == new.keys[slice(*step.new)]
        for offset, at in enumerate(range(*step.edited)):
            word, place = edited.words[at], edited.places[at]
            opposite = step.new[0] + offset if same else -1
            ours = new.word(opposite)
            if word is None:
                self.end_paragraph()
                continue
            if ours and self.follows_change(at):
                word = replace(word, gap=ours.gap)
            self.living.add((place.body, word.run))
            self.now.entries.append(Entry(word, place, new.places[opposite] if ours else None))

    def follows_change(self, at: int) -> bool:
        """Whether what comes before the editor's word at `at` is not what came before it in the editor's script."""
        if not self.now.entries:
            return False
        before = self.now.entries[-1].edited
        return before is None or at == 0 or before != self.sides.edited.places[at - 1]

    def take(self, step: Step) -> None:
        self.look_after(step)
        came = taken(step, self.sides)
        for at in range(*step.new):
            if self.sides.new.words[at] is None:
                self.end_paragraph()
                continue
            word, like = next(came)
            if like is not None:
                self.living.add((self.sides.edited.places[like].body, word.run))
            self.now.entries.append(Entry(word, None, self.sides.new.places[at]))
        for place, word in self.sides.edited.between(step.edited):
            if word.pause is not None:
                self.hand_on(word.pause, (place.body, word.run))

    def look_after(self, step: Step) -> None:
        """Note what the words that go had of the editor's."""
        edited = self.sides.edited
        for at in range(*step.edited):
            if word := edited.words[at]:
                run = edited.places[at].body, word.run
                gone = self.gone.setdefault(run, _Gone(self.now))
                gone.words.append(word)
                gone.decided |= word.pause is not None or word.manner != marked(step, self.sides, at)
                self.forget_saying(run, word)
        before, after = edited.word(step.edited[0] - 1), edited.word(step.edited[1])
        if step.edited[0] == step.edited[1] and before and after and before.run == after.run:
            self.forget_saying((edited.places[step.edited[1]].body, after.run), after)
        if self.sides.base is None and edited.said(step.edited) not in {"", self.sides.new.said(step.new)}:
            self.now.findings.append(dropped(step, self.sides))

    def forget_saying(self, run: Run, word: Word) -> None:
        if word.manner.say:
            self.unsaid.add(run)

    def hand_on(self, pause: float, run: Run) -> None:
        """The pause after a run comes after what is left of it."""
        for index in reversed(range(len(self.now.entries))):
            entry = self.now.entries[index]
            if entry.word.run == run[1] and (entry.edited is None or entry.edited.body == run[0]):
                self.now.entries[index] = replace(entry, word=replace(entry.word, pause=pause))
                return

    def end_paragraph(self) -> None:
        """What there is to say of a paragraph without a word is said of the next."""
        if self.now.entries:
            self.done.append(self.now)
            self.now = Woven()

    def finished(self) -> list[Woven]:
        self.end_paragraph()
        told = {run for paragraph in self.done for run in self.unsay(paragraph)}
        for run, gone in self.gone.items():
            if run in self.living:
                gone.place.findings += [saying_gone(gone.words[0])] if run in self.unsaid - told else []
            elif gone.decided and self.sides.base:
                gone.place.findings.append(run_gone(gone.words))
        return [*self.done, self.now] if self.now.findings else self.done

    def unsay(self, paragraph: Woven) -> set[Run]:
        """Where words of a run have changed, what was said instead of it may not fit any more."""
        told = set[Run]()
        for index, entry in enumerate(paragraph.entries):
            run = (entry.edited.body, entry.word.run) if entry.edited else None
            if run and run in self.unsaid and entry.word.manner.say:
                if run not in told:
                    paragraph.findings.append(saying_gone(entry.word))
                told.add(run)
                word = replace(entry.word, manner=replace(entry.word.manner, say=None))
                paragraph.entries[index] = replace(entry, word=word)
        return told
