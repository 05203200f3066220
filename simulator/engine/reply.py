"""Which lines of a reaction are said, beside the topics that are told and the questions on which there are none."""

from collections.abc import Iterable, Iterator

from simulator.engine.conditions import holds
from simulator.engine.standing import Moment
from simulator.model.scenario import ALWAYS, Reaction, Transition
from simulator.model.transcript import Evidence


def is_passing(reaction: Reaction) -> bool:
    """Whether it only takes note of what was done, such as a kind word: it neither hurts, asks, nor leads on."""
    if not isinstance(reaction, Transition):
        return False
    when = reaction.when
    noted = not (when.topic or when.any_topic or when.fact or when.fact_wrong or when.answers)
    return noted and reaction.trust >= 0 and _stays(reaction)


def comes_first(reaction: Reaction, moment: Moment) -> bool:
    """Whether it leaves the talk where it is and reacts to what was said before the first question on a topic."""
    asked = min((one.start for one in moment.reading.topics), default=0)
    return _stays(reaction) and any(one.end <= asked for one in _causes(reaction, moment))


def leaves_open(reaction: Reaction | None, moment: Moment) -> bool:
    """Whether a question on which there is nothing to tell stays without any reaction to it."""
    if not moment.unheard or moment.topics:
        return False
    if not isinstance(reaction, Transition):
        return reaction is None
    return is_passing(reaction) and not reaction.when.move and not _meets_question(_causes(reaction, moment), moment)


def answers_move(reaction: Reaction, moment: Moment) -> bool:
    """Whether the reaction looks at a move that is a question on no topic as well ("shall I come with you?")."""
    return _meets_question((move for move in moment.reading.moves if move.move in _moves(reaction)), moment)


def is_kept_back(reaction: Reaction, told: bool, more: Reaction | None, moment: Moment) -> bool:
    """Whether a reaction in passing stays unsaid: a topic was told, or `more` answers and this takes up no move."""
    if not is_passing(reaction) or answers_move(reaction, moment):
        return False
    return told or (more is not None and not _moves(reaction))


def besides(reaction: Reaction | None, turns: Iterable[Transition], moment: Moment) -> Transition | None:
    """The first of `turns` that answers a move which `reaction` passes over; both leave the talk in its state."""
    if reaction is None or reaction.to or _meets_question(_causes(reaction, moment), moment):
        return None
    others = (turn for turn in turns if turn is not reaction and _stays(turn))
    return next((turn for turn in others if answers_move(turn, moment) and holds(turn.when, moment, news=True)), None)


def _meets_question(causes: Iterable[Evidence], moment: Moment) -> bool:
    return any(one.meets(asked) for one in causes for asked in moment.unheard)


def _moves(reaction: Reaction) -> set[str]:
    """The moves that it looks at, or one of its lines does."""
    when = reaction.when if isinstance(reaction, Transition) else ALWAYS
    return {*when.move, *(move for line in reaction.client for move in line.needs.move)}


def _stays(reaction: Reaction) -> bool:
    return reaction.to is None and not any(line.asks for line in reaction.client)


def _causes(reaction: Reaction, moment: Moment) -> Iterator[Evidence]:
    """What of the turn the condition of the reaction looked at."""
    reading = moment.reading
    when = reaction.when if isinstance(reaction, Transition) else ALWAYS
    yield from (act for act in reading.acts if act.act in (*when.any, *when.all))
    yield from (fact for fact in reading.facts if fact.fact in (when.fact if fact.right else when.fact_wrong))
    yield from (move for move in reading.moves if move.move in _moves(reaction))
    yield from (answer for answer in reading.answers if answer.question in when.answers)
