"""What gTTS knows of Google: where to ask, in which form, and under which name the answer comes."""

from typing import Any

from gtts import gTTS

from hakawati.engines.protocol import Request

HEADERS: dict[str, str] = gTTS.GOOGLE_TTS_HEADERS
RPC: str = gTTS.GOOGLE_TTS_RPC

PATH = "/_/TranslateWebserverUi/data/batchexecute"
SLOW, USUAL = "slow", "usual"


def asked(text: str, code: str, tld: str, *, slow: bool) -> Request:
    return Request(text, (code, tld, SLOW if slow else USUAL))


def host(request: Request) -> str:
    _, tld, _ = request.manner
    return f"translate.google.{tld}"


def body(request: Request) -> str:
    """What to send. It is one request, since the text is short enough, and all of it: gTTS changes nothing."""
    code, tld, pace = request.manner
    speech: Any = gTTS(request.text, tld=tld, lang=code, slow=pace == SLOW, lang_check=False, pre_processor_funcs=[])
    (only,) = speech.get_bodies()
    return str(only)
