"""A talk that was played, as a walk: its words, with what they lead to by the scenario of today."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from math import ceil
from typing import NamedTuple

from simulator.authoring.walk import play_step
from simulator.loader.file_text import CONTROL
from simulator.loader.yaml_scalars import plain
from simulator.model.transcript import Message, Reading, Where
from simulator.model.walk import Step
from simulator.render.visible import in_double_quotes, in_one_line
from simulator.script import Script
from simulator.session import Session
from simulator.store.lines import Line

PLAIN_NAME = re.compile(r"\w[\w-]*")


class Walked(NamedTuple):
    """A step where the talk stood when it was played, how it was read, and what it led to."""

    step: Step
    here: Where
    reading: Reading
    client: tuple[Message, ...]
    state: str

    def rows(self) -> Iterator[str]:
        """The step as it stands in a file of walks, with what a test of it has to look at."""
        step, reading = self.step, self.reading
        if step.wait is not None:
            yield f"wait: {step.wait:g}"
        else:
            where = "say" if getattr(step, self.here) else "dm" if step.dm else "group"
            yield f"{where}: {_text(step.dm or step.group or '')}"
        named = {
            "topics": [one.topic for one in reading.topics],
            "facts": [one.fact for one in reading.facts if one.right],
            "moves": [one.move for one in reading.moves],
        }
        yield from (f"{key}: [{', '.join(map(_name, names))}]" for key, names in named.items() if names)
        yield f"state: {_name(self.state)}"
        yield from (f"# {in_one_line(message.sender)}: {in_one_line(message.text)}" for message in self.client)


class Rewalk(NamedTuple):
    """The steps of a walk, the ending it reaches, and how many turns of the talk came after that."""

    steps: tuple[Walked, ...]
    ending: str | None
    left_out: int

    @property
    def way(self) -> list[str]:
        """The states that its turns lead to."""
        return [walked.state for walked in self.steps if walked.step.wait is None]

    def text(self, name: str, seed: int) -> str:
        """The walk as it stands in a file of walks, with the client's words as comments."""
        rows = [f"  - id: {_text(name)}", *([f"    seed: {seed}"] if seed != 1 else []), "    turns:"]
        for walked in self.steps:
            first, *rest = walked.rows()
            rows += [f"      - {first}", *(f"        {row}" for row in rest)]
        rows += [f"    ending: {_name(self.ending)}"] if self.ending else []
        return "\n".join(rows) + "\n"


def _text(words: str) -> str:
    """In double quotes, with a space for what no file of ours may hold."""
    return in_double_quotes(CONTROL.sub(" ", words))


def _name(name: str) -> str:
    """A name of the scenario, in quotes where YAML would take it for something else."""
    return name if PLAIN_NAME.fullmatch(name) and plain(name) == name else in_double_quotes(name)


def file_head(scenario: str) -> str:
    """What a file of walks begins with."""
    return f"format: 1\nscenario: {_name(scenario)}\nwalks:\n"


def rewalked(script: Script, seed: int, line: Line) -> Rewalk:
    """The walk of a stored line.

    Only silences that the client broke are waited for, unless the talk goes another way without the other pauses.
    """
    happened = list(_happened(line))
    whole = _rewalked(script, seed, chain.from_iterable(happened))
    short = _rewalked(script, seed, (steps[-1] for steps in happened))
    return short if short.way == whole.way else whole


def _happened(line: Line) -> Iterator[list[Step]]:
    """Each turn, behind the time that passed before it; of a silence that the client broke the time alone."""
    before = 0.0
    for event in line:
        if event.kind not in ("turn", "wait"):
            continue
        passed = event.at > before or event.kind == "wait"
        steps = [Step(wait=max(1, ceil(event.at - before)))] if passed else []
        if event.kind == "turn":
            steps.append(Step.model_validate({event.body["where"]: event.body["text"]}))
        yield steps
        before = event.at


def _rewalked(script: Script, seed: int, steps: Iterable[Step]) -> Rewalk:
    session = Session(script, seed)
    walked: list[Walked] = []
    left_out = 0
    for step in steps:
        if session.is_over:
            left_out += step.wait is None
            continue
        here = session.where
        reading, messages = play_step(step, session)
        walked.append(Walked(step, here, reading, tuple(messages), session.state))
    return Rewalk(tuple(walked), session.ending.id if session.ending else None, left_out)
