"""A voice for piper, made on the spot: the inputs and the output of a VITS model, and a few sine waves for a mind.

Every phoneme has its tone and lasts 60 ms (its pad included) at length scale 1. As in the real thing the noise is drawn
inside the graph, anew with every run: `noise_scale` of it for the sound, `noise_w` for the lengths.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx.parser

RATE = 22_050

PHONEMES = " !'(),-.:;?abcdefhijklmnopqrstuvwxyzæðħŋɐɑɔəɛɜɡɣɪɫɹɾʃʊʌʒʔʕˈˌːˤθχᵻʁɬɲɕʰɒ̩̪̃"
ID_MAP: Mapping[str, list[int]] = {
    "_": [0],
    "^": [1],
    "$": [2],
    **{phoneme: [number] for number, phoneme in enumerate(PHONEMES, start=3)},
}

SPEAKERS = {"salma": 0, "anwar": 1}

ONE_SPEAKER = """
    <ir_version: 9, opset_import: ["" : 17]>
    tiny (int64[1, phonemes] input, int64[1] input_lengths, float[3] scales) => (float[1, 1, time] output) {
        higher = Constant <value_float = 1.0> ()
"""
TWO_SPEAKERS = """
    <ir_version: 9, opset_import: ["" : 17]>
    tiny (int64[1, phonemes] input, int64[1] input_lengths, float[3] scales, int64[1] sid)
      => (float[1, 1, time] output) {
        who = Cast <to = 1> (sid)
        one = Constant <value_float = 1.0> ()
        higher = Add (who, one)
"""
SPEAKING = """
        noise_scale, length_scale, noise_w = Split (scales)
        ids = Cast <to = 1> (input)

        lengths_drawn = RandomNormalLike (ids)
        spread = Mul (lengths_drawn, noise_w)
        stretch = Exp (spread)
        stretched = ReduceSum <keepdims = 0> (stretch)
        samples_of_an_id = Constant <value_float = 661.5> ()
        usual = Mul (stretched, samples_of_an_id)
        total_1 = Mul (usual, length_scale)
        total = Squeeze (total_1)
        first = Constant <value_float = 0.0> ()
        step = Constant <value_float = 1.0> ()
        moments = Range (first, total, step)

        count = Size (input)
        count_float = Cast <to = 1> (count)
        passed = Div (moments, total)
        place = Mul (passed, count_float)
        place_floor = Cast <to = 7> (place)
        one_less = Constant <value_int = -1> ()
        last = Add (count, one_less)
        index = Min (place_floor, last)
        all_ids = Constant <value_ints = [-1]> ()
        ids_in_a_row = Reshape (ids, all_ids)
        sounding = Gather (ids_in_a_row, index)

        spacing = Constant <value_float = 0.002> ()
        lowest = Constant <value_float = 0.03> ()
        above = Mul (sounding, spacing)
        tone_of_one = Add (above, lowest)
        tone = Mul (tone_of_one, higher)
        turns = Mul (tone, moments)
        sine = Sin (turns)
        loudness = Constant <value_float = LOUDNESS> ()
        clean = Mul (sine, loudness)

        sound_drawn = RandomNormalLike (clean)
        noise = Mul (sound_drawn, noise_scale)
        hiss = Constant <value_float = 0.02> ()
        hissing = Mul (noise, hiss)
        sound = Add (clean, hissing)
        outer = Constant <value_ints = [0, 1]> ()
        output = Unsqueeze (sound, outer)
    }
"""


def tiny_voice(
    folder: Path,
    name: str = "ar_JO-tiny-low",
    speakers: int = 1,
    loudness: float = 0.3,
    **changes: Any,  # noqa: ANN401 - whatever a config may hold
) -> Path:
    """Writes the model and its config, and gives the model's path; `changes` are made to the config."""
    model = folder / f"{name}.onnx"
    graph = (ONE_SPEAKER if speakers == 1 else TWO_SPEAKERS) + SPEAKING.replace("LOUDNESS", str(loudness))
    onnx.save(onnx.parser.parse_model(graph), str(model))
    Path(f"{model}.json").write_text(json.dumps({**_config(name, speakers), **changes}), "utf-8")
    return model


def _config(name: str, speakers: int) -> dict[str, Any]:
    """As the configs of published voices are."""
    code = name.partition("-")[0]
    family = code.partition("_")[0]
    return {
        "audio": {"sample_rate": RATE, "quality": "low"},
        "espeak": {"voice": family},
        "language": {"code": code, "family": family},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": dict(ID_MAP),
        "num_symbols": len(ID_MAP),
        "num_speakers": speakers,
        "speaker_id_map": SPEAKERS if speakers > 1 else {},
        "piper_version": "1.0.0",
    }
