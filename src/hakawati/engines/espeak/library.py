"""espeak-ng called through ctypes, so that the same words always give the same bytes.

The library keeps state from one utterance to the next (the phase of its waves and of the flutter of the pitch, the
parameters last used) that no call of its own resets, and draws random numbers, seeded by the time, for breath. So
it is loaded anew for every utterance and given the same seed. That takes under a millisecond, and costs 2 KB of memory
that the library never gives back: 20 MB in a book of 10,000 segments.
"""

import ctypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hakawati.engines.espeak.data import data_folder, short_path
from hakawati.errors import EngineFailed, EngineUnavailable
from hakawati.units import Hertz, Samples

if sys.platform == "win32":
    from _ctypes import FreeLibrary
else:
    from _ctypes import dlclose

# speak_lib.h of espeak-ng 1.52
_OUTPUT_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_POSITION_IN_CHARACTERS = 1
_TEXT_IS_UTF8 = 1
_PHONEMES_AS_IPA = 2
_RATE, _PITCH = 1, 3
_END_OF_EVENTS, _WORD = 0, 1
_OK = 0

SEED = 20_250_101
_only_one = threading.Lock()


class _EventName(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    """espeak_EVENT"""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventName),
    )


_Listener = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True, slots=True)
class Word:
    """`start` and `end` are offsets into the text, `sample` where the word begins in the sound."""

    start: int
    end: int
    sample: Samples


@dataclass(frozen=True, slots=True)
class Utterance:
    """Mono 16-bit PCM, and the words in it."""

    pcm: bytes
    rate: Hertz
    words: tuple[Word, ...]


def speak(text: str, voice: str, words_per_minute: int, pitch: int) -> Utterance:
    """`text` as plain text: nothing in it is mark-up. `pitch` is espeak-ng's own, 0 to 99, 50 in the middle.

    Raises EngineUnavailable, and EngineFailed when the library reports an error.
    """
    with _fresh_library() as (library, rate):
        _succeed(library.espeak_SetVoiceByName(voice.encode()), f"taking the voice {voice!r}")
        _succeed(library.espeak_SetParameter(_RATE, words_per_minute, 0), f"a rate of {words_per_minute}")
        _succeed(library.espeak_SetParameter(_PITCH, pitch, 0), f"a pitch of {pitch}")
        recorder = _Recorder()
        library.espeak_SetSynthCallback(recorder.listener)
        data = text.encode() + b"\0"
        result = library.espeak_Synth(
            data, ctypes.c_size_t(len(data)), 0, _POSITION_IN_CHARACTERS, 0, _TEXT_IS_UTF8, None, None
        )
        recorder.raise_interruption()
        _succeed(result, "speaking")
        return Utterance(bytes(recorder.pcm), rate, tuple(recorder.words))


def phonemes(text: str, voice: str) -> str:
    """What espeak-ng would say, in the International Phonetic Alphabet, one line per clause."""
    with _fresh_library() as (library, _):
        _succeed(library.espeak_SetVoiceByName(voice.encode()), f"taking the voice {voice!r}")
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        data = ctypes.create_string_buffer(text.encode())
        rest = ctypes.c_void_p(ctypes.addressof(data))
        clauses: list[bytes] = []
        while rest.value:
            clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), _TEXT_IS_UTF8, _PHONEMES_AS_IPA))
        return b"\n".join(clauses).decode()


class _Recorder:
    """Takes down the sound and the words as the library calls back, and keeps the callback alive meanwhile."""

    def __init__(self) -> None:
        self.pcm = bytearray()
        self.words: list[Word] = []
        self.listener = _Listener(self._hear)
        self._interruption: BaseException | None = None

    def raise_interruption(self) -> None:
        if self._interruption is not None:
            raise self._interruption

    def _hear(self, wave: "ctypes._Pointer[ctypes.c_short]", samples: int, events: "ctypes._Pointer[_Event]") -> int:
        """0 to go on, 1 to stop. ctypes would swallow a Ctrl-C that arrives here: it is kept and raised later."""
        try:
            if wave and samples:
                self.pcm += ctypes.string_at(wave, samples * 2)
            self.words += _words(events)
        except BaseException as interruption:  # noqa: BLE001 - raised again once the library has returned
            self._interruption = interruption
            return 1
        return 0


def _words(events: "ctypes._Pointer[_Event]") -> Iterator[Word]:
    at = 0
    while events[at].type != _END_OF_EVENTS:
        event = events[at]
        if event.type == _WORD:
            start = event.text_position - 1
            yield Word(start, start + event.length, Samples(event.sample))
        at += 1


@contextmanager
def _fresh_library() -> Iterator[tuple[ctypes.CDLL, Hertz]]:
    """The library as it is when first loaded, and its sample rate; one at a time in a process."""
    with _only_one, short_path(data_folder()) as data:
        library = _loaded()
        try:
            rate = library.espeak_Initialize(_OUTPUT_SYNCHRONOUS, 0, data.encode(), _DO_NOT_EXIT)
            if rate <= 0:
                raise EngineUnavailable(
                    f"espeak: its data cannot be read at {data}. "
                    "Install it again: pip install --force-reinstall espeakng-loader"
                )
            library.espeak_ng_SetRandSeed(ctypes.c_long(SEED))
            yield library, Hertz(rate)
        finally:
            library.espeak_Terminate()
            _unload(library)


def _loaded() -> ctypes.CDLL:
    import espeakng_loader  # noqa: PLC0415 - data_folder() has reported its absence

    try:
        return ctypes.CDLL(espeakng_loader.get_library_path())
    except OSError as error:
        raise EngineUnavailable(
            f"espeak: its library cannot be loaded ({error}). "
            "Install it again: pip install --force-reinstall espeakng-loader"
        ) from error


def _unload(library: ctypes.CDLL) -> None:
    handle = library._handle  # noqa: SLF001 - ctypes has no public way to let a library go
    if sys.platform == "win32":
        FreeLibrary(handle)
    else:
        dlclose(handle)


def _succeed(result: int, what: str) -> None:
    if result != _OK:
        raise EngineFailed(f"espeak: {what} failed with error {result}. Please report the text that brings it about.")
