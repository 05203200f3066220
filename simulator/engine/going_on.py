"""What the client goes on with when asked for more, or how it was."""

from collections.abc import Iterable, Iterator

from simulator.engine.conditions import holds
from simulator.engine.standing import Moment, Standing
from simulator.model.scenario import Scenario, State, Topic
from simulator.model.transcript import Reading


def going_on(scenario: Scenario, standing: Standing) -> dict[str, str]:
    """By prompt the next topic: what carries on the topics told last or, where none was told, the state.

    Who asks for more, whatever it is, is told of the state as well. Of what was just said there is more to tell only
    after a topic, and after the lines of a state on entering it.
    """
    topics = {topic.id: topic for topic in scenario.topics}
    told: list[Topic | State] = [topics[name] for name in standing.told_last]
    here = [state for state in scenario.states if state.id == standing.state]
    said = told if told or standing.turns_in_state else here
    moment = Moment(standing, Reading(), standing.where, standing.silent_since)
    rows = {
        "prompting": (one.goes_on for one in (*told, *here)),
        "probing": (one.goes_on for one in said),
        "feeling": (one.feels for one in told or here),
    }
    untold = {prompt: _untold((topics[name] for row in rows[prompt] for name in row), moment) for prompt in rows}
    return {prompt: first for prompt, left in untold.items() if (first := next(left, None))}


def _untold(row: Iterable[Topic], moment: Moment) -> Iterator[str]:
    """Those that can be told here and were not told yet."""
    standing = moment.standing
    for topic in row:
        here = not topic.states or standing.state in topic.states
        if here and topic.id not in standing.topics_told and holds(topic.needs, moment):
            yield topic.id
