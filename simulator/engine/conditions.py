"""Conditions of a scenario, checked key by key; what does not hold is named, so that a near miss can be told."""

from collections.abc import Iterator
from dataclasses import replace

from simulator.engine.standing import Moment, left_wrong
from simulator.model.scenario import Condition


def holds(condition: Condition, moment: Moment, news: bool = False) -> bool:
    """Whether every key of the condition holds; with `news`, a fact that was given before does not count."""
    return next(lacking(condition, moment, news), None) is None


def lacking(condition: Condition, moment: Moment, news: bool = False) -> Iterator[str]:
    """The keys that do not hold, in words for the author's log."""
    yield from _acts(condition, moment)
    yield from _content(condition, moment, news)
    yield from _so_far(condition, moment)
    yield from _counts(condition, moment)


def _acts(condition: Condition, moment: Moment) -> Iterator[str]:
    acts, said = moment.reading.act_ids, moment.standing.said
    if condition.any and acts.isdisjoint(condition.any):
        yield f"any of {', '.join(condition.any)}"
    yield from (act for act in condition.all if act not in acts)
    yield from (f"no {act}" for act in condition.none if act in acts)
    yield from (f"{act} already" for act in condition.already if act not in said)
    yield from (f"{act} not yet" for act in condition.unless_already if act in said)


def _content(condition: Condition, moment: Moment, news: bool) -> Iterator[str]:
    reading, standing = moment.reading, moment.standing
    if condition.any_topic is not None and condition.any_topic != bool(reading.topics):
        yield "a topic" if condition.any_topic else "no topic"
    facts = {fact.fact for fact in reading.facts if fact.right}
    wrong = {fact.fact for fact in reading.facts if not fact.right}
    found: tuple[tuple[str, tuple[str, ...], set[str]], ...] = (
        ("topic", condition.topic, {topic.topic for topic in reading.topics}),
        ("fact", condition.fact, facts - standing.facts_given if news else facts),
        ("fact_wrong", condition.fact_wrong, wrong),
        ("move", condition.move, {move.move for move in reading.moves}),
        ("answers", condition.answers, {answer.question for answer in reading.answers}),
    )
    yield from (f"{name} {' or '.join(wanted)}" for name, wanted, have in found if wanted and have.isdisjoint(wanted))


def _so_far(condition: Condition, moment: Moment) -> Iterator[str]:
    reading, standing = moment.reading, moment.standing
    facts = standing.facts_given.union(fact.fact for fact in reading.facts if fact.right)
    wrong = left_wrong(standing.facts_told_wrong, reading.facts)
    named = condition.topics_told or condition.topics_untold
    topics = standing.topics_told.union(_told_now(moment) if named else ())
    moves = standing.moves_made.union(move.move for move in reading.moves)
    answered = standing.settled.union(answer.question for answer in reading.answers)
    rows: tuple[tuple[str, tuple[str, ...], tuple[str, ...], set[str]], ...] = (
        ("fact {} given", condition.facts_given, condition.facts_missing, facts),
        ("fact {} told wrong", condition.facts_told_wrong, condition.facts_not_told_wrong, wrong),
        ("topic {} told", condition.topics_told, condition.topics_untold, topics),
        ("move {} made", condition.moves_made, condition.moves_unmade, moves),
        ("question {} answered", condition.questions_answered, condition.questions_unanswered, answered),
        ("state {} entered", condition.states_entered, condition.states_unentered, standing.states_entered),
    )
    for what, wanted, unwanted, have in rows:
        yield from (what.format(one) for one in wanted if one not in have)
        yield from (f"never {what.format(one)}" for one in unwanted if one in have)


def _told_now(moment: Moment) -> Iterator[str]:
    """The topics asked about whose needs hold, as if no other topic were told in this turn."""
    if moment.topics:
        alone = replace(moment, topics=())
        yield from (topic.id for topic in moment.topics if holds(topic.needs, alone))


def _counts(condition: Condition, moment: Moment) -> Iterator[str]:
    standing = moment.standing
    if condition.where and condition.where != moment.where:
        yield f"written in {condition.where}"
    if condition.trust_below is not None and standing.trust >= condition.trust_below:
        yield f"trust below {condition.trust_below}"
    least: tuple[tuple[str, float | None, float], ...] = (
        ("trust", condition.trust_at_least, standing.trust),
        ("turn", condition.turn_at_least, standing.turns + 1),
        ("turns in this state", condition.turns_in_state_at_least, standing.turns_in_state + 1),
        ("seconds", condition.seconds_at_least, moment.seconds),
        ("seconds in all", condition.scenario_seconds_at_least, moment.at),
    )
    yield from (f"{name} at least {wanted:g}" for name, wanted, have in least if wanted is not None and have < wanted)
