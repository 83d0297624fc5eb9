"""What can be set in [engines.gtts]."""

from dataclasses import dataclass
from typing import Annotated

import msgspec

from hakawati.engines.remote.options import RemoteOptions


@dataclass(frozen=True, kw_only=True)
class GttsOptions(RemoteOptions):
    """`tld`: which of Google's houses is asked, as in `translate.google.com.eg`: accents differ, one may be blocked.
    `slow`: all voices at Google's slow pace.

    The rate is for one sermon now and then, some hundred short requests; Google is asked half as often as soon as it
    minds.
    """

    requests_per_second: Annotated[float, msgspec.Meta(gt=0, le=1000)] = 50.0
    at_once: Annotated[int, msgspec.Meta(ge=1, le=64)] = 16
    tld: Annotated[str, msgspec.Meta(pattern=r"^(com|cat|[a-z]{2}|com?\.[a-z]{2})\Z")] = "com"
    slow: bool = False
