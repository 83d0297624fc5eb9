"""What an engine says of itself, and what a user may set."""

import pickle
from dataclasses import fields
from typing import get_type_hints

import msgspec

from hakawati.engines.conformance import shortcomings, unset
from hakawati.engines.contract.stage import Stage
from hakawati.engines.protocol import Engine, RemoteEngine


class OptionsContract(Stage):
    def test_is_an_engine(self, performer: Engine) -> None:
        assert shortcomings(type(performer)) == []
        assert isinstance(performer, RemoteEngine) == performer.remote
        assert unset(performer) == []

    def test_says_in_one_line_what_it_is(self, performer: Engine) -> None:
        assert performer.summary.endswith(".")
        assert len(performer.summary.splitlines()) == 1

    def test_works_here(self, performer: Engine) -> None:
        assert performer.available() is None

    def test_options_need_not_be_given(self, performer: Engine) -> None:
        assert performer.Options() == performer.Options()
        assert performer.Options.__hash__ is not None

    def test_options_go_to_other_processes(self, performer: Engine, options: object) -> None:
        for some in (options, performer.Options()):
            assert pickle.loads(pickle.dumps(some)) == some  # noqa: S301 - written a moment ago
            assert hash(some) == hash(pickle.loads(pickle.dumps(some)))  # noqa: S301 - as above

    def test_options_are_values_that_settings_can_give(self, performer: Engine) -> None:
        types = get_type_hints(performer.Options, include_extras=True)
        usual = performer.Options()
        for one in fields(performer.Options):
            value = getattr(usual, one.name)
            assert msgspec.convert(value, types[one.name], from_attributes=True) == value
