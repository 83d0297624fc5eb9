"""What cannot work is told before anything is asked, and without showing what may be a secret in the wrong place."""

from pathlib import Path

import pytest

from engines.openai_performer import KEY
from hakawati.engines.openai.engine import OpenAI
from hakawati.engines.openai.options import OpenAIOptions
from hakawati.engines.registry import options_of
from hakawati.errors import EngineUnavailable, SettingsError
from hakawati.model import Voice
from hakawati.settings import load


def needs(options: OpenAIOptions) -> str | None:
    engine = OpenAI(options)
    engine.close()
    return engine.available()


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


HOME = "http://127.0.0.1:8880/v1"
NO_ADDRESS = "must be a web address"

ADDRESSES = {
    "": NO_ADDRESS,
    "127.0.0.1:8880/v1": NO_ADDRESS,
    "ftp://host/v1": NO_ADDRESS,
    "https://": NO_ADDRESS,
    "https:///v1": NO_ADDRESS,
    "http://host:port/v1": NO_ADDRESS,
    "http://host:99999/v1": NO_ADDRESS,
    "http://[::1/v1": NO_ADDRESS,
    "http://ho st/v1": NO_ADDRESS,
    "http://host/v1\n": NO_ADDRESS,
    f"sk:{KEY}": NO_ADDRESS,
    f"https://user:{KEY}@host/v1": "must not hold a name or a password",
    f"https://{KEY[:10]}@host/v1": "must not hold a name or a password",
    f"https://host/v1?key={KEY}": r"must end before any \? or #",
    "https://host/v1#speech": r"must end before any \? or #",
    "https://host/v1?": r"must end before any \? or #",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none(address: str) -> None:
    engine = OpenAI(OpenAIOptions(base_url=address))
    with pytest.raises(
        EngineUnavailable, match=rf"^openai: base_url in \[engines\.openai\] {ADDRESSES[address]}"
    ) as caught:
        engine.perform("نعم", Voice("openai", "alloy"), "ar")
    assert KEY[:10] not in str(caught.value)
    engine.close()


@pytest.mark.parametrize("address", [HOME, "http://localhost/v1/", "https://[::1]:80/a/b/v1", "HTTPS://Example.org"])
def test_an_address(address: str) -> None:
    assert needs(OpenAIOptions(base_url=address)) is None


@pytest.mark.parametrize("variable", [KEY, "gsk_abcdefgh", "MY KEY", "", "1KEY", "KEY\n"])
def test_a_key_where_its_variable_should_be_named(variable: str) -> None:
    said = needs(OpenAIOptions(base_url=HOME, key_variable=variable))
    assert said is not None
    assert said.startswith("openai: key_variable in [engines.openai] must be the name of an environment variable")
    assert not variable or variable not in said


@pytest.mark.parametrize("key", ["two words", "مفتاح", "a\x00b".replace("\x00", "\x7f"), "line\nline"])
def test_a_key_that_is_none(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", key)
    said = needs(OpenAIOptions(base_url=HOME))
    assert said == "openai: the environment variable OPENAI_API_KEY holds characters that no key has."


@pytest.mark.parametrize("address", ["https://api.openai.com/v1", "https://eu.api.openai.com/v1"])
def test_openai_wants_a_key(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    options = OpenAIOptions(base_url=address, key_variable="MY_KEY")
    assert needs(options) == "openai: OpenAI wants a key. Set the environment variable MY_KEY to yours."
    monkeypatch.setenv("MY_KEY", KEY)
    assert needs(options) is None


@pytest.mark.parametrize("name", ["key", "api_key", "OPENAI_API_KEY"])
def test_the_key_is_no_setting(tmp_path: Path, name: str) -> None:
    (tmp_path / "hakawati.toml").write_text(f'[engines.openai]\n{name} = "{KEY}"\n', "utf-8")
    with pytest.raises(SettingsError, match=rf"engines\.openai\.{name} is not a setting\..*key_variable") as caught:
        load(None, {}, {}, tmp_path, options_of)
    assert KEY[:8] not in str(caught.value)
