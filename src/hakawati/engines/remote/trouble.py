"""What may go wrong with one try of one request, told apart by what helps."""

from dataclasses import dataclass
from enum import Enum

from hakawati.errors import EngineError


class Cure(Enum):
    """What may help."""

    NOTHING = "nothing"
    """The same request will fail the same way: a language it lacks, a text it refuses."""
    TRY_AGAIN = "try again"
    """A bad moment: a server's failure, an answer that broke off or holds no sound."""
    SLOW_DOWN = "slow down"
    """Too many requests (429)."""
    CONNECT = "connect"
    """The other side was not reached, or did not answer."""
    STOP_ASKING = "stop asking"
    """No request will be answered: a captcha, a wrong key, an account without credit."""


@dataclass
class Trouble(Exception):
    """One try that failed. `error`: what the user reads if nothing helps; `wait`: seconds the other side asks for."""

    error: EngineError
    cure: Cure
    wait: float | None = None
