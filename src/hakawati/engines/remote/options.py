"""What every remote engine lets the user set."""

from dataclasses import dataclass
from typing import Annotated

import msgspec

Seconds = Annotated[float, msgspec.Meta(gt=0, le=3600)]


@dataclass(frozen=True, kw_only=True)
class RemoteOptions:
    """`timeout`: without a byte from the other side; `patience`: for one request, all its tries and waits together."""

    requests_per_second: Annotated[float, msgspec.Meta(gt=0, le=1000)] = 10.0
    at_once: Annotated[int, msgspec.Meta(ge=1, le=64)] = 8
    tries: Annotated[int, msgspec.Meta(ge=1, le=100)] = 10
    timeout: Seconds = 30.0
    patience: Seconds = 180.0
