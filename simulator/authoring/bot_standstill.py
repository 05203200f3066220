"""Where talks of the bot trainees come to a standstill: in which state, since which turn, and what would lead on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.authoring.bot_sight import ways_on
from simulator.authoring.bots import Play
from simulator.authoring.state_map import MOST_NAMES, places
from simulator.model.scenario import Scenario


class Standstill(NamedTuple):
    """The talks of one bot that reach no ending and stay in the same state; the rest is of the first of them.

    `turn` counts from 1 and led to the state, 0 where the talk never left the one it began in; `said` are its words,
    `written` the client's last ones, `trust` what it is at last. `onward` leads nearer to a reached ending, or else
    anywhere.
    """

    state: str
    talks: int
    seed: int
    turn: int
    said: str
    written: str
    trust: int | None
    onward: tuple[str, ...]


def standstills(plays: Sequence[Play], scenario: Scenario) -> list[Standstill]:
    """By state, most talks first."""
    by_state: dict[str, list[Play]] = defaultdict(list)
    for play in plays:
        if play.transcript.ending is None:
            by_state[play.state].append(play)
    rows = sorted(by_state.items(), key=lambda one: (-len(one[1]), one[0]))
    return [_standstill(state, stuck, scenario) for state, stuck in rows]


def _standstill(state: str, stuck: Sequence[Play], scenario: Scenario) -> Standstill:
    first = stuck[0]
    turns = first.transcript.turns
    turn = _turn_into(state, [scenario.states[0].id, *(turn.state for turn in turns)])
    said = turns[turn - 1].text if turn else ""
    written = next((one.text for one in reversed(first.transcript.messages) if one.role == "client"), "")
    return Standstill(
        state=state,
        talks=len(stuck),
        seed=first.seed,
        turn=turn,
        said=said,
        written=written,
        trust=turns[-1].trust if turns else None,
        onward=tuple(_onward(state, scenario)),
    )


def _turn_into(state: str, way: Sequence[str | None]) -> int:
    """The turn that led to the state that was not left again; `way` are the states before and after each turn."""
    elsewhere = [number for number, one in enumerate(way) if one != state]
    return min(elsewhere[-1] + 1, len(way) - 1) if elsewhere else 0


def _onward(state: str, scenario: Scenario) -> Iterator[str]:
    """Where it leads and what has to be met, such as "to deciding with move: walks-along"."""
    far = ways_on(scenario)
    ways = next(place.ways for place in places(scenario) if place.name == state)
    nearer = [way for way in ways if way.to in far and far[way.to] < far.get(state, 0)]
    yield from (f"to {way.to} with {way.in_words(MOST_NAMES)}" for way in nearer or ways)
