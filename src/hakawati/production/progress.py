"""How a build tells what it is doing, to whoever wants to know. Nobody by default."""

from typing import Protocol


class Progress(Protocol):
    """`begin` once with the number of segments, `advance` for each that is done, `say` for a sentence in between."""

    def begin(self, segments: int) -> None: ...

    def advance(self, segments: int) -> None: ...

    def say(self, message: str) -> None: ...


class Unheard:
    """Progress that nobody listens to."""

    def begin(self, segments: int) -> None:
        pass

    def advance(self, segments: int) -> None:
        pass

    def say(self, message: str) -> None:
        pass
