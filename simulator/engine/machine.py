"""A scenario as a state machine: one trigger, ordered guarded transitions, all made of callables of our own."""

from collections.abc import Callable
from typing import Any

from transitions import EventData, Machine

from simulator.engine.conditions import holds, lacking
from simulator.engine.standing import Moment
from simulator.model.scenario import Reaction, Scenario, State, Transition

TRIGGER = "hear"

Guard = Callable[[Moment], bool]


class _OwnCallables(Machine):
    """A machine that never resolves a name to code: the library would import `os.system` if a file said so."""

    # To the library "*" is every state and "=" the same one; here they are ids like any other, and no file holds a NUL.
    wildcard_all = "\0all"
    wildcard_same = "\0same"

    @staticmethod
    def resolve_callable(func: Any, event_data: EventData) -> Any:
        if isinstance(func, str):
            raise TypeError(f"a scenario can not name code: {func!r}")
        return func


class ScenarioMachine:
    """All reactions of one scenario, built once and shared by its sessions."""

    def __init__(self, scenario: Scenario) -> None:
        self._states = {state.id: state for state in scenario.states}
        names = [*self._states, *(ending.id for ending in scenario.endings)]
        self._machine = _OwnCallables(
            model=None,
            states=names,
            initial=scenario.states[0].id,
            auto_transitions=False,
            send_event=True,
            ignore_invalid_triggers=True,
        )
        for state in scenario.states:
            for reaction, guard in _reactions(state):
                self._add(state.id, reaction, guard)
            if scenario.client.trust.leaves_to:
                self._add(state.id, Reaction(to=scenario.client.trust.leaves_to), lambda moment: moment.leaving)
        if TRIGGER not in self._machine.events:
            self._add(scenario.states[0].id, Reaction(), lambda moment: False)

    def react(self, moment: Moment) -> Reaction | None:
        """Let the machine choose the first reaction whose guard holds and change the state; None where none does."""
        moment.chosen = None
        self._machine.events[TRIGGER].trigger(moment.standing, moment=moment)
        return moment.chosen

    def state(self, name: str) -> State | None:
        """The state of that id; None where it is an ending."""
        return self._states.get(name)

    def turns(self, name: str) -> tuple[Transition, ...]:
        """The transitions of the state of that id; none where it is an ending."""
        return self._states[name].turns if name in self._states else ()

    def nearest(self, moment: Moment) -> str | None:
        """The transition that lacked least, and what it lacked, for authors who grow a file from real turns."""
        state = self._states[moment.standing.state]
        misses = [(list(lacking(t.when, moment, t.to is None)), number) for number, t in enumerate(state.turns)]
        best = min(misses, key=lambda miss: (len(miss[0]), miss[1]), default=None)
        return f"{state.id}.turns[{best[1]}] lacks {'; '.join(best[0])}" if best else None

    def _add(self, source: str, reaction: Reaction, guard: Guard) -> None:
        def allowed(event: EventData) -> bool:
            return guard(event.kwargs["moment"])

        def note(event: EventData) -> None:
            event.kwargs["moment"].chosen = reaction

        dest = reaction.to if reaction.to and reaction.to != source else None
        self._machine.add_transition(TRIGGER, source, dest, conditions=[allowed], before=[note])


def _reactions(state: State) -> list[tuple[Reaction, Guard]]:
    """What may happen in a state, in order: its turns, `otherwise` where nothing else was understood, its silences."""
    rows: list[tuple[Reaction, Guard]] = [(turn, _turn_guard(turn)) for turn in state.turns]
    last = len(state.otherwise) - 1
    rows += [(reaction, _otherwise_guard(number, last)) for number, reaction in enumerate(state.otherwise)]
    rows += [(silence, _silence_guard(number)) for number, silence in enumerate(state.silence)]
    return rows


def _turn_guard(turn: Transition) -> Guard:
    news = turn.to is None
    return lambda moment: moment.silence is None and not moment.leaving and holds(turn.when, moment, news)


def _otherwise_guard(number: int, last: int) -> Guard:
    def guard(moment: Moment) -> bool:
        if moment.silence is not None or moment.leaving or moment.topics or moment.unheard or moment.answered:
            return False
        return number == min(moment.standing.unmatched_in_state, last)

    return guard


def _silence_guard(number: int) -> Guard:
    return lambda moment: moment.silence == number and not moment.leaving
