"""What can be set for piper."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

Noise = Annotated[float, msgspec.Meta(ge=0, le=2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PiperOptions:
    """`folder`: where voices lie, by default in the user's own data folder. `voice`: performs all roles of its
    language; without it the folder's voices of the language share them.

    `noise` and `noise_w` are what piper calls noise_scale and noise_w_scale: how much chance there is in the sound and
    in the lengths of its phonemes. A voice's own values (often 0.667 and 0.8) are livelier. With either above 0 the
    model is loaded anew for every text, so that the chance is the same every time.

    `sentence_silence`: seconds between two sentences of one text, at rate 1.
    """

    folder: Path | None = None
    voice: str | None = None
    noise: Noise = 0.0
    noise_w: Noise = 0.0
    sentence_silence: Annotated[float, msgspec.Meta(ge=0, le=10)] = 0.2
