"""What `code --scenario` shows of a turn: beside its acts, what one scenario hears in it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from simulator.commands.code_reading import CodeReading, Line, acts_coded, acts_shown
from simulator.commands.completing import scenario_ids, state_names
from simulator.errors import ContentError
from simulator.loader.suggestion import suggestion

if TYPE_CHECKING:
    from simulator.authoring.explain_scenario import Likened
    from simulator.authoring.weighing import Weighing
    from simulator.coder.coder import Coder
    from simulator.coder.scenario_reader import Here
    from simulator.model.scenario import Scenario


def scenario_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--scenario` and `--state`."""
    state = click.option(
        "--state",
        metavar="STATE",
        shell_complete=state_names,
        help="With --scenario: as it is heard in this state; else in any.",
    )
    return click.option(
        "--scenario",
        metavar="ID_OR_FILE",
        shell_complete=scenario_ids,
        help="Also the topics, facts, moves and answers of this scenario, and questions that are heard as nothing.",
    )(state(command))


class ScenarioReading(CodeReading):
    """Reads turns as one scenario does in a state, or in any. Raises UsageError where it has no such state."""

    def __init__(self, coder: "Coder", scenario: "Scenario", state: str | None) -> None:
        from simulator.coder.scenario_reader import ScenarioReader

        super().__init__(coder)
        self._here = _here(scenario, state)
        self._reader = ScenarioReader(coder, scenario)

    def coded(self, line: Line) -> dict[str, Any]:
        from simulator.authoring.explain_scenario import heard, left_open, unheard

        weighing = self._weighing(line)
        rows: dict[str, list[dict[str, Any]]] = {"topics": [], "facts": [], "moves": [], "answers": []}
        for one in heard(weighing):
            rows[f"{one.kind}s"].append(_row(one))
        nothing = [
            {
                "start": evidence.start,
                "end": evidence.end,
                "nearest": near and {"topic": near.name, "strength": near.likeness, "needed": near.needed},
            }
            for evidence, near in unheard(weighing)
        ]
        opened = [_row(one) for one in left_open(weighing)]
        return {**line.row, **acts_coded(weighing.taken.reading), **rows, "open_facts": opened, "unheard": nothing}

    def shown(self, line: Line) -> Iterator[str]:
        from simulator.authoring.explain_scenario import heard, left_open, unheard

        weighing = self._weighing(line)
        yield from acts_shown(line, weighing.taken.reading)
        for one in heard(weighing):
            yield f"{f'{one.kind} {one.name}':24} {line.quoted(one.evidence)}  ({_how(one)})"
        for one in left_open(weighing):
            yield f"{f'{one.kind} {one.name}':24} {line.quoted(one.evidence)}  (right or wrong? {_how(one)})"
        for evidence, near in unheard(weighing):
            yield f"{'unheard':24} {line.quoted(evidence)}  (nearest: {near or 'no topic'})"

    def in_short(self, line: Line) -> str:
        """What the scenario hears; where that is nothing, the acts, and what the turn comes nearest to."""
        from simulator.authoring.explain_scenario import heard, left_open, nearest_of_all, unheard

        weighing = self._weighing(line)
        rows = [f"{one.kind} {one.name} {_strength(one)}" for one in heard(weighing)]
        rows += [f"fact {one.name} (right or wrong?)" for one in left_open(weighing)]
        rows += [f"unheard: {near or 'no topic'}" for _, near in unheard(weighing)]
        if not rows:
            nearest = nearest_of_all(weighing)
            rows = [*sorted(weighing.taken.reading.act_ids)] or ["nothing"]
            rows += [f"nearest: {nearest.kind} {nearest}"] if nearest else []
        return ", ".join(rows)

    def explained(self, line: Line) -> Iterator[str]:
        from simulator.authoring.explain import explained
        from simulator.authoring.explain_scenario import nearest_lines

        weighing = self._weighing(line)
        taken = weighing.taken
        return explained(taken.page, taken.reading, lambda clause: nearest_lines(clause, weighing))

    def why_not(self, name: str, line: Line) -> Iterator[str]:
        """What comes nearest to the act, topic, fact or move. Raises ContentError where none of them is called that."""
        from simulator.authoring.explain_scenario import why_not_heard
        from simulator.authoring.weighing import KINDS

        weighing = self._weighing(line)
        acts = {act.act for act in self._coder.grammar.codebook.acts}
        own = {one for kind in KINDS for one in weighing.names(kind)}
        if name not in acts | own:
            raise ContentError(f'there is no act, topic, fact or move "{name}"; {suggestion(name, acts | own, "act")}')
        if name in acts:
            yield from super().why_not(name, line)
        yield from why_not_heard(name, weighing)

    def _weighing(self, line: Line) -> "Weighing":
        from simulator.authoring.weighing import Weighing

        return Weighing(self._reader, line.text, line.context, self._here)


def _here(scenario: "Scenario", state: str | None) -> "Here":
    """The state, with every question of the client open."""
    from simulator.coder.scenario_reader import Here
    from simulator.loader.spots import lines

    states = [one.id for one in scenario.states]
    if state is not None and state not in states:
        raise click.UsageError(f'--state: no state "{state}" in {scenario.id}; {suggestion(state, states)}')
    asked = {line.asks.id: line.asks for _, line in lines(scenario) if line.asks}
    return Here(state, tuple(asked.values()))


def _row(one: "Likened") -> dict[str, Any]:
    """The words with the example they are most like."""
    example = {"key": one.example.key, "text": one.example.text} if one.example else None
    return {**one.evidence.model_dump(), "example": example}


def _strength(one: "Likened") -> str:
    return f"{one.evidence.strength:.2f}" + ("" if getattr(one.evidence, "right", True) else ", told wrong")


def _how(one: "Likened") -> str:
    """How strongly, on which side, and by which example or act."""
    return f"{_strength(one)}, " + (f'like "{one.example.text}"' if one.example else one.evidence.by)
