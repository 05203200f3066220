"""Rows of lines of which none may be left to say: every line needs something, and nobody thought of one case."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product
from typing import Any, NamedTuple, get_args

from simulator.engine.conditions import holds
from simulator.engine.standing import Moment, Standing
from simulator.loader.document import Document, Loc
from simulator.loader.spots import CLIENT_ROWS, reactions
from simulator.model.scenario import ALWAYS, Condition, Line, Scenario, Silence, Topic, Transition
from simulator.model.source import Problem
from simulator.model.transcript import Act, Answered, Asked, Given, Move, Reading, Where

MOST_NAMES = 10
"""Rows whose needs name more than this are not looked through: each name doubles the cases."""
LATE = 100_000
"""Turns and seconds later than any a scenario asks for."""

HOLDING = {
    "act": ("any", "all"),
    "said": ("already",),
    "topic": ("topic",),
    "fact": ("fact",),
    "wrong fact": ("fact_wrong",),
    "move": ("move",),
    "answer": ("answers",),
    "given": ("facts_given",),
    "told wrong": ("facts_told_wrong",),
    "told": ("topics_told",),
    "made": ("moves_made",),
    "answered": ("questions_answered",),
    "entered": ("states_entered",),
}
DENYING = {
    "act": ("none",),
    "said": ("unless_already",),
    "given": ("facts_missing",),
    "told wrong": ("facts_not_told_wrong",),
    "told": ("topics_untold",),
    "made": ("moves_unmade",),
    "answered": ("questions_unanswered",),
    "entered": ("states_unentered",),
}

Name = tuple[str, str]
"""A kind of thing that may be so (`told`), and its id."""


class Row(NamedTuple):
    """Lines that are said together, where they stand, and what holds and does not hold when they are."""

    loc: Loc
    lines: Sequence[Line]
    when: Condition = ALWAYS
    unless: Condition | None = None


def gaps(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """may-say-nothing, for each row of lines that is empty in some case."""
    for row in _rows(scenario):
        case = next(_silent(row), None) if row.lines else None
        if case is not None:
            remedy = "give one line no needs, or one for this case"
            yield document.problem(row.loc, "may-say-nothing", f"no line is left with {case}", remedy)


def _rows(scenario: Scenario) -> Iterator[Row]:
    client = scenario.client
    for key in CLIENT_ROWS:
        yield Row(("client", key), getattr(client, key))
    for at, topic in enumerate(scenario.topics):
        yield from _of_topic(topic, ("topics", at))
    entries = {state.id: state.client for state in scenario.states}
    for loc, reaction in reactions(scenario):
        if isinstance(reaction, Silence) or (reaction.to and reaction.to not in entries):
            continue
        when = reaction.when if isinstance(reaction, Transition) else ALWAYS
        if when.topic or when.any_topic:
            continue  # what the topic tells is said anyway
        yield Row((*loc, "client"), (*reaction.client, *entries.get(reaction.to or "", ())), when)


def _of_topic(topic: Topic, loc: Loc) -> Iterator[Row]:
    yield Row((*loc, "says"), topic.says, topic.needs)
    yield Row((*loc, "again_says"), topic.again_says)
    yield Row((*loc, "else_says"), topic.else_says, unless=topic.needs)


def _silent(row: Row) -> Iterator[str]:
    """The cases, in words, in which the row can come and none of its lines can."""
    needs = [line.needs for line in row.lines]
    names = sorted({name for one in needs for name in (*_named(one, HOLDING), *_named(one, DENYING))})
    if ALWAYS in needs or len(names) > MOST_NAMES:
        return
    # What only the condition of the row names is taken to be so: some turn will do it.
    given = frozenset(_named(row.when, HOLDING)).difference(names, _named(row.when, DENYING))
    levels = sorted({0, *chain.from_iterable(map(_trust, (row.when, row.unless or ALWAYS, *needs)))})
    trusts = any(level is not None for one in needs for level in (one.trust_at_least, one.trust_below))
    for which in product((False, True), repeat=len(names)):
        case = frozenset(name for name, is_so in zip(names, which, strict=True) if is_so)
        for trust, late, where in product(levels, (0, LATE), get_args(Where)):
            moment = Moment(_standing(case | given, trust, late), _reading(case | given), where, late)
            can_come = holds(row.when, moment) and not (row.unless and holds(row.unless, moment))
            if can_come and not any(holds(one, moment) for one in needs):
                so = [f"{kind} {name}" for kind, name in sorted(case)]
                so += [f"trust {trust}"] * trusts
                so += [f"the turn in {where}"] * any(one.where for one in needs)
                yield ", ".join(so) or "nothing of what they need"


def _named(condition: Condition, keys: Mapping[str, Sequence[str]]) -> Iterator[Name]:
    for kind, rows in keys.items():
        yield from ((kind, name) for key in rows for name in getattr(condition, key))


def _trust(condition: Condition) -> Iterator[int]:
    """Levels of trust on both sides of each that the condition names."""
    for level in (condition.trust_at_least, condition.trust_below):
        if level is not None:
            yield from (level - 1, level)


def _reading(case: frozenset[Name]) -> Reading:
    span: dict[str, Any] = {"start": 0, "end": 1, "by": "lint"}
    return Reading(
        acts=tuple(Act(act=name, **span) for name in _of("act", case)),
        topics=tuple(Asked(topic=name, **span) for name in _of("topic", case)),
        facts=tuple(Given(fact=name, right=kind == "fact", **span) for kind, name in case if kind.endswith("fact")),
        moves=tuple(Move(move=name, **span) for name in _of("move", case)),
        answers=tuple(Answered(question=name, **span) for name in _of("answer", case)),
    )


def _standing(case: frozenset[Name], trust: int, late: int) -> Standing:
    return Standing(
        state="",
        trust=trust,
        turns=late,
        turns_in_state=late,
        silent_since=-late,
        said=_of("said", case),
        topics_told=_of("told", case),
        facts_given=_of("given", case),
        facts_told_wrong=_of("told wrong", case),
        moves_made=_of("made", case),
        settled=_of("answered", case),
        states_entered=_of("entered", case),
    )


def _of(kind: str, case: frozenset[Name]) -> set[str]:
    return {name for one, name in case if one == kind}
