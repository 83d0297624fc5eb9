"""The key of a speech server is in nothing that a build says, keeps or publishes, whatever the server does with it."""

import base64
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from command import Place, Ran
from engines.openai_stand_in import ECHOES, SpeechServer, speaking

KEY = "sk-proj-Zm9vYmFy_0123456789-ABCDEFghij/klm+nop=="
"""Of no account; with all that makes keys hard to find again."""

PROXY_PASSWORD = "the-password-of-the-proxy"  # noqa: S105 - of no proxy

BOOK = "خرج الرجل إلى المدينة."

ENDING_ALL = ("echo 401", "echo as model", "echo as redirect")
"""Echoes after which nobody asks any more; of the others one book can meet all."""

OTHERS = ("echo within", *(echo for echo in ECHOES if echo not in ENDING_ALL))

BUILD = ("build", "book.txt", "-o", "out", "--engine", "openai", "--jobs", "1", "--json")

FORMS = [
    KEY.encode(),
    quote(KEY, safe="").encode(),
    KEY.encode().hex().encode(),
    *(base64.b64encode(bytes(before) + KEY.encode())[4:-4] for before in range(3)),
    PROXY_PASSWORD.encode(),
]


@pytest.fixture(scope="module")
def speech_server() -> Iterator[SpeechServer]:
    with speaking(KEY) as stand_in:
        yield stand_in


@pytest.fixture(autouse=True)
def _new_day(speech_server: SpeechServer) -> None:
    speech_server.clear()


def build(place: Place, stand_in: SpeechServer, book: str = BOOK, **environment: str) -> Ran:
    """With defects written into the place too, where they are searched."""
    place.text(book)
    (place.path / "defects").mkdir(exist_ok=True)
    surroundings = {
        "OPENAI_API_KEY": KEY,
        "HAKAWATI_ENGINES__OPENAI__BASE_URL": stand_in.address,
        "HAKAWATI_ENGINES__OPENAI__TRIES": "1",
        "HTTPS_PROXY": f"http://user:{PROXY_PASSWORD}@127.0.0.1:9",
        "TMPDIR": str(place.path / "defects"),
    }
    return place.run(*BUILD, **{**surroundings, **environment})


def betrayed(place: Place, *told: Ran) -> list[str]:
    """Where the key is: what was said, and every file of the place, as written."""
    said = {f"{name} {number}": words.encode() for number, ran in enumerate(told) for name, words in _said(ran)}
    files = {str(path): path.read_bytes() for path in place.path.rglob("*") if path.is_file()}
    return [name for name, content in {**said, **files}.items() if any(form in content for form in FORMS)]


def _said(ran: Ran) -> Iterator[tuple[str, str]]:
    yield "stdout", ran.out
    yield "stderr", ran.err


def test_the_search_finds_what_is_there(place: Place) -> None:
    (place.path / "log").write_text(f"Bearer {KEY}", "utf-8")
    assert betrayed(place, Ran(0, base64.b64encode(f"ab{KEY}cd".encode()).decode(), PROXY_PASSWORD)) == [
        "stdout 0",
        "stderr 0",
        str(place.path / "log"),
    ]


def test_a_good_build(place: Place, speech_server: SpeechServer) -> None:
    speech_server.answers.queue.extend(["well", *["echo beside"] * 20])
    ran = build(place, speech_server)
    assert ran.code == 0, ran.err
    assert ran.json["performed"] > 0
    assert speech_server.shown == [f"Bearer {KEY}"] * len(speech_server.asked) != []
    assert len([path for path in (place.path / "store").rglob("*") if path.is_file()]) > len(speech_server.asked)
    assert betrayed(place, ran) == []


def test_a_build_that_fails_in_every_way(place: Place, speech_server: SpeechServer) -> None:
    speech_server.answers.queue.extend(["well", *OTHERS])
    book = "\n\n".join(f"خرج الرجل {number} إلى المدينة." for number in range(len(OTHERS)))
    ran = build(place, speech_server, book, HAKAWATI_ENGINES__OPENAI__AT_ONCE="1")
    assert ran.code == 1
    assert len(ran.json["failed"]) == len(OTHERS)
    assert betrayed(place, ran) == []


@pytest.mark.parametrize("echo", ENDING_ALL)
def test_a_build_that_nobody_answers(place: Place, speech_server: SpeechServer, echo: str) -> None:
    speech_server.answers.queue.extend([echo] * 20)
    ran = build(place, speech_server)
    assert ran.code == 1
    assert "openai: " in ran.err
    assert betrayed(place, ran) == []


def test_a_proxy_that_does_not_work(place: Place, speech_server: SpeechServer) -> None:
    ran = build(place, speech_server, HTTP_PROXY=f"nonsense://user:{PROXY_PASSWORD}@127.0.0.1:9")
    assert ran.code != 0
    assert "cannot be asked" in ran.err
    assert betrayed(place, ran) == []


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("BASE_URL", f"https://user:{KEY}@127.0.0.1:9/v1"),
        ("BASE_URL", f"https://127.0.0.1:9/v1?key={KEY}"),
        ("KEY_VARIABLE", KEY),
        ("API_KEY", KEY),
    ],
)
def test_a_key_in_the_wrong_place(place: Place, variable: str, value: str) -> None:
    place.text(BOOK)
    ran = place.run(*BUILD, **{f"HAKAWATI_ENGINES__OPENAI__{variable}": value})
    assert ran.code == 2
    assert variable.lower() in ran.err.lower()
    assert betrayed(place, ran) == []
