"""A voice's model and config made ready to perform.

piper's own `PiperVoice.load` leaves the session as it comes; ours is given one thread, as a book is performed by a
process for each core, and because the order in which threads add up numbers shows in their last bits.
"""

import importlib.util
import json
from typing import TYPE_CHECKING, Any

from hakawati.engines.piper.config import VoiceFile, broken, config_bytes
from hakawati.errors import EngineFailed, EngineUnavailable

if TYPE_CHECKING:
    from piper.config import PiperConfig

SEED = 20_250_101
"""For the chance in a voice, where it is wished for."""
INPUTS = {"input", "input_lengths", "scales"}
"""Of every VITS model that piper exports; those of several speakers have `sid` too."""
MARKS_OF_A_SENTENCE = {"^": "its begin", "$": "its end", "_": "the pad between phonemes"}
FETCHED = "pinyin"
"""Phonemes that piper makes with a model it fetches from the network when it needs it."""


def missing_package() -> str | None:
    """What to install, None where all is there."""
    if importlib.util.find_spec("piper") and importlib.util.find_spec("onnxruntime"):
        return None
    return "piper: the package piper-tts is missing. Install it: pip install 'hakawati[piper]'"


class Model:
    """What piper takes for its session, with an end: `stop` ends what is being performed."""

    def __init__(self, file: VoiceFile, *, noisy: bool) -> None:
        """Raises EngineUnavailable. `noisy`: chance is drawn, from the same seed for every model."""
        import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415 - carries no types; heavy, and an extra

        self._file = file
        self._options = onnxruntime.RunOptions()
        if noisy:
            # Chance is drawn inside the graph, by a generator that is seeded when the session is made and never again.
            onnxruntime.set_seed(SEED)
        try:
            self._session = onnxruntime.InferenceSession(
                str(file.model), sess_options=_one_thread(), providers=["CPUExecutionProvider"]
            )
        except _failures() as error:
            raise broken(file.model, _first_line(error)) from error

    def inputs(self) -> set[str]:
        return {one.name for one in self._session.get_inputs()}

    def run(self, outputs: list[str] | None, inputs: dict[str, Any]) -> list[Any]:
        """As `onnxruntime.InferenceSession.run`. Raises EngineFailed."""
        try:
            return list(self._session.run(outputs, inputs, self._options))
        except _failures() as error:
            if self._options.terminate:
                raise EngineFailed("piper: stopped before the text was spoken.") from error
            raise EngineFailed(f"piper: the model {self._file.model} failed: {_first_line(error)}") from error

    def stop(self) -> None:
        """From any thread."""
        self._options.terminate = True


def piper_config(file: VoiceFile) -> "PiperConfig":
    """The config as piper itself reads it. Raises EngineUnavailable."""
    from piper.config import PiperConfig  # noqa: PLC0415 - an extra

    try:
        config = PiperConfig.from_dict(json.loads(config_bytes(file)))
        lacking = [what for mark, what in MARKS_OF_A_SENTENCE.items() if mark not in config.phoneme_id_map]
    except KeyError as error:
        raise broken(file.config, f"it lacks {error}") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise broken(file.config, str(error)) from error
    if lacking:
        raise broken(file.config, f"phoneme_id_map has no sign for {' and '.join(lacking)}")
    if config.phoneme_type.value == FETCHED:
        raise EngineUnavailable(f"piper: {file.model}: voices that read Chinese by {FETCHED} are not supported.")
    return config


def require_inputs(file: VoiceFile, model: Model, speakers: int) -> None:
    """Raises EngineUnavailable for a model that is no voice of piper's, or has another number of speakers."""
    wanted = INPUTS | {"sid"} if speakers > 1 else INPUTS
    found = model.inputs()
    if found != wanted:
        raise EngineUnavailable(
            f"piper: {file.model} is no voice that fits its config: its inputs are {', '.join(sorted(found))}, "
            f"and should be {', '.join(sorted(wanted))}. Choose another file."
        )


def _one_thread() -> Any:  # noqa: ANN401 - onnxruntime carries no types
    import onnxruntime  # noqa: PLC0415 - as above

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 4  # what goes wrong is told by an error, not on stderr
    return options


def _failures() -> tuple[type[Exception], ...]:
    """All that onnxruntime raises: its errors have no family name."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state  # type: ignore[import-untyped] # noqa: PLC0415

    own = (one for one in vars(state).values() if isinstance(one, type) and issubclass(one, Exception))
    return (*own, RuntimeError, ValueError)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
