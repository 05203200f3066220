"""Scenarios are data: no id, line or key of theirs can name code, and no id breaks the machine."""

import os
import subprocess
from typing import Any

import pytest
from transitions import EventData
from written_scenario import Play, scenario

from simulator.engine.machine import ScenarioMachine, _OwnCallables

IDS = [
    "os.system",
    "trigger",
    "state",
    "to_x",
    "initial",
    "model",
    "may_hear",
    "hear",
    "is_one",
    "*",
    "=",
    "состояние",
    "with-hyphen",
    "with space",
    "__class__",
    "one.two",
    "a_b",
    "<script>",
    "{{ 7 * 7 }}",
    "subprocess.Popen",
]


@pytest.mark.parametrize("name", IDS)
def test_any_id_is_only_a_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("data ran code")

    monkeypatch.setattr(os, "system", never)
    monkeypatch.setattr(subprocess, "Popen", never)
    rows: list[dict[str, Any]] = [
        {"when": {"any": [name], "already": ["go"]}, "to": "fin"},
        {"when": {"any": ["go"]}, "to": name, "why": name},
    ]
    played = Play(
        scenario(
            states=[
                {"id": "first", "stage": "contact", "turns": rows},
                {"id": name, "stage": "request", "turns": rows[:1], "client": [name]},
            ],
            endings=[{"id": "fin", "kind": "reached", "debrief": name, "says": name}],
        )
    )
    assert played.turn(name) == []
    assert played.turn("go") == [name]
    assert played.standing.state == name
    assert played.turn(name) == [name]
    assert played.standing.state == "fin"


@pytest.mark.parametrize("name", ["os.system", "print", "trigger", "step"])
def test_a_text_is_never_called(name: str) -> None:
    with pytest.raises(TypeError, match="can not name code"):
        _OwnCallables.resolve_callable(name, EventData(None, None, None, None, (), {}))


def test_our_own_callables_pass() -> None:
    assert _OwnCallables.resolve_callable(len, EventData(None, None, None, None, (), {})) is len


def test_sessions_share_a_machine_and_nothing_else() -> None:
    written = scenario(states=[{"id": "one", "stage": "contact", "turns": [{"when": {"any": ["a"]}, "to": "end"}]}])
    one, other = Play(written), Play(written)
    one.turn("a")
    assert (one.standing.state, other.standing.state) == ("end", "one")


def test_a_scenario_in_which_nothing_ever_happens() -> None:
    play = Play(scenario())
    assert play.turn("a") == []
    assert not play.outcome.matched
    assert play.silence(1e6) is None


def test_a_reaction_to_its_own_state_does_not_enter_it_again() -> None:
    rows = [{"when": {"any": ["a"]}, "to": "one", "client": ["x"]}]
    play = Play(scenario(states=[{"id": "one", "stage": "contact", "client": ["hi"], "turns": rows}]))
    assert play.turn("a") == ["x"]
    assert play.standing.turns_in_state == 1


def test_many_states_are_built_quickly() -> None:
    states = [
        {"id": f"s{n}", "stage": "contact", "turns": [{"when": {"any": ["a"]}, "to": f"s{(n + 1) % 500}"}]}
        for n in range(500)
    ]
    machine = ScenarioMachine(scenario(states=states))
    assert machine.state("s499") is not None
    assert machine.state("end") is None


def test_a_scenario_is_not_changed_by_playing_it() -> None:
    written = scenario(states=[{"id": "one", "stage": "contact", "otherwise": [{"client": ["?"]}]}])
    before = written.model_dump_json()
    Play(written).turn("a")
    assert written.model_dump_json() == before
