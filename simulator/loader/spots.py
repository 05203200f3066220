"""Where in a scenario its conditions, reactions and lines stand."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.loader.document import Loc, dotted
from simulator.model.scenario import Condition, Line, Reaction, Scenario, State, Topic

CLIENT_ROWS = ("calls_self", "calls_self_again", "unanswered", "unanswered_again")
"""What a client says whatever the state is."""


def reactions(scenario: Scenario) -> Iterator[tuple[Loc, Reaction]]:
    """All that the client does in the states, in the order of the file."""
    for number, state in enumerate(scenario.states):
        yield from reactions_of(state, number)


def reactions_of(state: State, number: int) -> Iterator[tuple[Loc, Reaction]]:
    """The reactions of the state with this number."""
    for kind, row in (("turns", state.turns), ("otherwise", state.otherwise), ("silence", state.silence)):
        for at, reaction in enumerate(row):
            yield ("states", number, kind, at), reaction


def conditions(scenario: Scenario) -> Iterator[tuple[Loc, Condition]]:
    """What topics and lines need and what transitions wait for."""
    for at, topic in enumerate(scenario.topics):
        yield ("topics", at, "needs"), topic.needs
    for number, state in enumerate(scenario.states):
        for at, transition in enumerate(state.turns):
            yield ("states", number, "turns", at, "when"), transition.when
    for loc, line in lines(scenario):
        yield (*loc, "needs"), line.needs


def lines(scenario: Scenario) -> Iterator[tuple[Loc, Line]]:
    """Everything anybody writes on the client's side."""
    client = scenario.client
    for key in CLIENT_ROWS:
        yield from _row(("client", key), getattr(client, key))
    for at, topic in enumerate(scenario.topics):
        for key, row in (("says", topic.says), ("again_says", topic.again_says), ("else_says", topic.else_says)):
            yield from _row(("topics", at, key), row)
    for number, state in enumerate(scenario.states):
        yield from _row(("states", number, "client"), state.client)
    for loc, reaction in reactions(scenario):
        yield from _row((*loc, "client"), reaction.client)


def spot(scenario: Scenario, loc: Loc) -> str:
    """How a place is named to an author: by the state or topic it stands in (`hello.turns[0]`)."""
    match loc:
        case ("topics" | "states") as kind, int(at), *_:
            owners: Sequence[Topic | State] = scenario.topics if kind == "topics" else scenario.states
            return dotted(loc, {(kind, at): owners[at].id})
    return dotted(loc, {})


def _row(loc: Loc, row: Iterable[Line]) -> Iterator[tuple[Loc, Line]]:
    for at, line in enumerate(row):
        yield (*loc, at), line
