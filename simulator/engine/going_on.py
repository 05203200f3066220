"""What the client goes on with when asked for more, or how it was."""

from simulator.engine.conditions import holds
from simulator.engine.standing import Moment, Standing
from simulator.model.scenario import Scenario, State, Topic
from simulator.model.transcript import Reading


def going_on(scenario: Scenario, standing: Standing) -> dict[str, str]:
    """By prompt the next topic: what carries on the topics told last or, where none was told, the state.

    "Tell me more" goes on with the topics told last and then with the state. "Why?" asks about what was just said:
    those topics or, right after the client entered the state, its lines; later there is nothing to go on with.
    """
    topics = {topic.id: topic for topic in scenario.topics}
    told: list[Topic | State] = [topics[name] for name in standing.told_last]
    here = [state for state in scenario.states if state.id == standing.state]
    said = told if told or standing.turns_in_state else here
    moment = Moment(standing, Reading(), standing.where, standing.silent_since)
    rows = {
        "prompting": [name for one in (*told, *here) for name in one.goes_on],
        "probing": [name for one in said for name in one.goes_on],
        "feeling": [name for one in told or here for name in one.feels],
    }
    left = {prompt: [name for name in row if _is_left(topics[name], moment)] for prompt, row in rows.items()}
    return {prompt: names[0] for prompt, names in left.items() if names}


def _is_left(topic: Topic, moment: Moment) -> bool:
    """Whether it can be told here and was not told yet."""
    standing = moment.standing
    return topic.is_told_in(standing.state) and topic.id not in standing.topics_told and holds(topic.needs, moment)
