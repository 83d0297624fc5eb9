"""What can be wrong with a voice's files: named, with the cause and the way on."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import onnx.parser
import pytest

from engines.tiny_voice import ID_MAP, ONE_SPEAKER, tiny_voice
from hakawati.engines.piper.engine import Piper
from hakawati.engines.piper.options import PiperOptions
from hakawati.errors import EngineFailed, EngineUnavailable
from hakawati.model import Voice

NAME = "ar_JO-tiny-low"


def say(folder: Path) -> None:
    Piper(PiperOptions(folder=folder)).perform("نَعَمْ", Voice("piper", NAME), "ar")


def config_of(model: Path) -> Path:
    return Path(f"{model}.json")


def test_the_package_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny_voice(tmp_path)
    monkeypatch.setitem(sys.modules, "piper", None)
    assert "pip install 'hakawati[piper]'" in str(Piper(PiperOptions(folder=tmp_path)).available())
    with pytest.raises(EngineUnavailable, match="piper-tts is missing"):
        say(tmp_path)


def test_no_voice_at_all(tmp_path: Path) -> None:
    needs = str(Piper(PiperOptions(folder=tmp_path / "no place")).available())
    command = f"python -m piper.download_voices ar_JO-kareem-medium --data-dir '{tmp_path}/no place'"
    assert f"there is no voice in {tmp_path}/no place" in needs
    assert command in needs


def test_the_command_that_gets_one_has_these_options() -> None:
    command = [sys.executable, "-m", "piper.download_voices", "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "--data-dir" in shown
    assert "--force-redownload" in shown


def test_the_voice_that_is_set_is_missing(tmp_path: Path) -> None:
    assert "there is no voice 'x'" in str(Piper(PiperOptions(folder=tmp_path, voice="x")).available())


def test_voices_lie_in_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path))
    (tmp_path / "piper").mkdir()
    tiny_voice(tmp_path / "piper")
    assert Piper(PiperOptions()).voices("ar") == (NAME,)


def test_a_model_without_its_config(tmp_path: Path) -> None:
    model = tiny_voice(tmp_path)
    config_of(model).unlink()
    with pytest.raises(EngineUnavailable, match=r"^piper: .*tiny-low\.onnx\.json is of no use: No such file"):
        say(tmp_path)


@pytest.mark.parametrize(
    ("config", "cause"),
    [
        (b"", "Expecting value"),
        (b"{", "Expecting property name"),
        (b'"\xff', "decode"),
        (b"[]", "list"),
        (b"{}", "it lacks 'num_symbols'"),
    ],
)
def test_a_config_that_is_none(tmp_path: Path, config: bytes, cause: str) -> None:
    config_of(tiny_voice(tmp_path)).write_bytes(config)
    with pytest.raises(EngineUnavailable, match=rf"^piper: .*tiny-low\.onnx\.json is of no use: .*{cause}.*--force"):
        say(tmp_path)


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"phoneme_type": "runes"}, "'runes' is not a valid"),
        ({"audio": 22_050}, "not subscriptable"),
        ({"phoneme_id_map": {}}, "phoneme_id_map has no sign for its begin"),
        ({"phoneme_id_map": {one: ids for one, ids in ID_MAP.items() if one != "$"}}, "no sign for its end"),
        ({"phoneme_id_map": None}, "argument of type 'NoneType'"),
    ],
)
def test_a_config_with_a_fault(tmp_path: Path, changes: dict[str, Any], cause: str) -> None:
    tiny_voice(tmp_path, **changes)
    with pytest.raises(EngineUnavailable, match=f"^piper: .*{cause}"):
        say(tmp_path)


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_a_model_whose_download_broke_off(tmp_path: Path, share: float) -> None:
    model = tiny_voice(tmp_path)
    model.write_bytes(model.read_bytes()[: int(model.stat().st_size * share)])
    with pytest.raises(EngineUnavailable, match=r"^piper: .*tiny-low\.onnx is of no use: .*--force-redownload"):
        say(tmp_path)


def test_a_model_of_something_else(tmp_path: Path) -> None:
    model = tiny_voice(tmp_path)
    other = (
        '<ir_version: 9, opset_import: ["" : 17]> other (float[1] image) => (float[1] output) { output = Sin(image) }'
    )
    onnx.save(onnx.parser.parse_model(other), str(model))
    with pytest.raises(EngineUnavailable, match=r"its inputs are image, and should be input, input_lengths, scales"):
        say(tmp_path)


@pytest.mark.parametrize(("said", "there"), [(1, 2), (2, 1)])
def test_a_model_with_another_number_of_speakers(tmp_path: Path, said: int, there: int) -> None:
    tiny_voice(tmp_path, speakers=there, num_speakers=said)
    with pytest.raises(EngineUnavailable, match="is no voice that fits its config"):
        say(tmp_path)


def test_a_model_that_answers_with_no_numbers(tmp_path: Path) -> None:
    model = tiny_voice(tmp_path)
    graph = ONE_SPEAKER + "zero = Constant <value_float = 0.0> () one = Constant <value_float = 1.0> ()"
    graph += (
        "endless = Div (one, zero) shape = Constant <value_ints = [1, 1, 1]> () output = Reshape (endless, shape) }"
    )
    onnx.save(onnx.parser.parse_model(graph), str(model))
    with pytest.raises(EngineFailed, match=r"^piper: .*answered with no sound"):
        say(tmp_path)


def test_a_model_that_fails(tmp_path: Path) -> None:
    model = tiny_voice(tmp_path)
    graph = ONE_SPEAKER + "shape = Constant <value_ints = [7, 7]> () output = Reshape (scales, shape) }"
    onnx.save(onnx.parser.parse_model(graph), str(model))
    with pytest.raises(EngineFailed, match=r"^piper: the model .*tiny-low\.onnx failed: "):
        say(tmp_path)


def test_a_broken_voice_hinders_no_other(tmp_path: Path) -> None:
    tiny_voice(tmp_path, "ar_JO-good-low")
    config_of(tiny_voice(tmp_path, "ar_JO-broken-low")).write_text("{", "utf-8")
    engine = Piper(PiperOptions(folder=tmp_path))
    assert engine.available() is None
    assert engine.voices("ar") == ("ar_JO-good-low",)
    assert {voice.name for voice in engine.cast("ar").values()} == {"ar_JO-good-low"}
    assert engine.voices("") == ("ar_JO-broken-low", "ar_JO-good-low")
