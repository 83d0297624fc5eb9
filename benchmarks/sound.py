"""How much of a take's time is LAME's own: the encoder is the limit we aim at."""

import time

import lameenc

from hakawati.engines.registry import Engines
from hakawati.model import Silence, Speech
from hakawati.profiles import PROFILES, Profile
from hakawati.sound.aim import Aim
from hakawati.sound.encoding import encode
from hakawati.sound.finishing import finish, level

TEXT = "الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ، وَكَانَ الرَّجُلُ يَمْشِي مَعَ صَاحِبِهِ إِلَى الْمَدِينَةِ. " * 2
TIMES = 20


def main() -> None:
    espeak = Engines()["espeak"]
    voice = next(iter(espeak.cast("ar").values()))
    began = time.process_time()
    for _ in range(TIMES):
        speech = espeak.perform(TEXT, voice, "ar")
    performing = (time.process_time() - began) / TIMES
    print(f"espeak: {speech.samples / speech.rate / performing:.0f} times real time")
    for profile in PROFILES.values():
        _finish_and_encode(speech, profile)


def _finish_and_encode(speech: Speech, profile: Profile) -> None:
    aim = Aim(level(speech))
    finishing = encoding = alone = 0.0
    for _ in range(TIMES):
        began = time.process_time()
        finished = finish(speech, Silence(0.2, 0.5), aim, profile)
        finishing -= began - (began := time.process_time())
        encode(finished, profile)
        encoding -= began - (began := time.process_time())
        _lame(finished, profile)
        alone -= began - time.process_time()
    real = TIMES * finished.samples / finished.rate
    print(
        f"{profile.name}: finishing {real / finishing:.0f}, encoding {real / encoding:.0f}, both "
        f"{real / (finishing + encoding):.0f} times real time; {(finishing + encoding) / alone:.2f} times LAME alone"
    )


def _lame(finished: Speech, profile: Profile) -> None:
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(profile.kbps)
    encoder.set_in_sample_rate(profile.rate)
    encoder.set_out_sample_rate(profile.rate)
    encoder.set_channels(1)
    encoder.silence()
    encoder.encode(finished.pcm)
    encoder.flush()


if __name__ == "__main__":
    main()
