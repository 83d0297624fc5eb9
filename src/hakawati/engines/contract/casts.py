"""Voices: a default for every role, told apart by ear, and known by the names that are listed."""

from hakawati.engines.contract.stage import Stage
from hakawati.engines.protocol import Engine
from hakawati.model import Role


class CastContract(Stage):
    def test_every_role_has_a_voice_of_its_own(self, performer: Engine) -> None:
        cast = performer.cast(self.language)
        assert set(cast) == set(Role)
        assert len(set(cast.values())) == len(Role)
        assert {voice.engine for voice in cast.values()} == {performer.name}

    def test_every_role_sounds_different(self, performer: Engine) -> None:
        performed = [self.said(performer, self.text, voice) for voice in performer.cast(self.language).values()]
        assert len({(speech.pcm, speech.rate) for speech in performed}) == len(Role)

    def test_its_voices_hold_the_cast(self, performer: Engine) -> None:
        voices = performer.voices(self.language)
        assert isinstance(voices, tuple)
        assert {voice.name for voice in performer.cast(self.language).values()} <= set(voices)
        assert len(voices) == len(set(voices))

    def test_lists_voices_of_all_languages(self, performer: Engine) -> None:
        voices = performer.voices("")
        assert voices
        assert len(voices) == len(set(voices))

    def test_casts_the_same_every_time(self, performer: Engine) -> None:
        assert performer.cast(self.language) == performer.cast(self.language)
