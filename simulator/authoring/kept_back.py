"""Why a topic, fact or move of a scenario was not heard where it is nearest, and what would have made it heard."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.authoring.weighing import Near, Weighing
from simulator.coder.asked_about import BESIDE
from simulator.coder.fact_reader import MENTIONED, Told
from simulator.coder.likeness import PLAINLY
from simulator.coder.topic_reader import Weighed


class Reason(NamedTuple):
    """What kept it back, and what would have made it one; each can follow a colon."""

    why: str
    remedy: str


def reasons(near: Near, weighing: Weighing) -> list[Reason]:
    """All that kept it back there, what has to be mended first at the front; at least one."""
    match near.weighed:
        case Weighed():
            found = [*_topic_elsewhere(near, weighing), *_as_like(near), *_of_question(near, near.weighed, weighing)]
        case Told():
            found = [*_as_like(near), *_of_telling(near, near.weighed, weighing)]
        case _:
            found = [*_without_act(near, weighing), *_as_like(near), *_given_back(near)]
    if near.likeness < near.needed:
        found += _denied(near)
    return found or [Reason("no example is like enough", _add(near))]


def _topic_elsewhere(near: Near, weighing: Weighing) -> Iterator[Reason]:
    state, topic = weighing.here.state, weighing.topics[near.name]
    if state is not None and not topic.is_told_in(state):
        told_in = ", ".join(topic.states)
        yield Reason(f"it is not told in {state}, only in {told_in}", f"add {state} to the `states` of {near.name}")


def _as_like(near: Near) -> Iterator[Reason]:
    counter = near.counter
    weighs = near.worded > 0 or near.kind == "fact" or (counter and counter.likeness >= PLAINLY)
    if weighs and counter and counter.likeness >= max(near.worded, 0.0):
        why = f'the counter-example "{counter.text}" (not_as) is as like, {counter.likeness:.2f}'
        yield Reason(why, f"{_add(near)}, and take that counter-example out if it means the same")


def _of_question(near: Near, weighed: Weighed, weighing: Weighing) -> Iterator[Reason]:
    short = near.likeness < near.needed
    if weighing.taken.questions.leads_up(weighed.piece) and short:
        yield Reason("it stands beside a question after danger, which is answered first", "ask it in another turn")
    elif near.needed == PLAINLY and short:
        yield Reason("it only serves the procedure, as a request for leave does", "ask the thing itself")
    elif not weighed.asks and short:
        yield Reason("it is no question", "ask it, in the form of a question or with a question mark")
    grave = weighed.piece in weighing.taken.questions.danger
    if weighed.is_heard and weighed.topic != near.name and (grave or weighed.strength >= near.likeness):
        why = "it asks after danger, and tells of that" if grave else "another topic is more like it"
        remedy = _add(near) if short else f"{_add(near)}, or to `not_as` of {weighed.topic}"
        yield Reason(f"{why}: {weighed.topic}, {weighed.strength:.2f}", remedy)
    elif weighed.is_heard and weighed.topic == near.name:
        why = f"beside what is plainly asked it needs {BESIDE:.2f}, or the other half of its choice is more like"
        yield Reason(why, f"ask it alone, or {_add(near)}")
    elif weighed.rival > near.likeness >= near.needed:
        why = f"a move, or the other half of its choice, is more like it, {weighed.rival:.2f}"
        yield Reason(why, f"ask it alone, or {_add(near)}")


def _of_telling(near: Near, told: Told, weighing: Weighing) -> Iterator[Reason]:
    if weighing.is_only_asked(near):
        yield Reason("what asks tells no fact", "say it as a statement")
    elif near.likeness < near.needed == MENTIONED:
        yield Reason("the turn only gives back, or tells of oneself, there", "tell it as information")
    best = max(told.guesses, key=lambda guess: guess.likeness)
    own = next(guess for guess in told.guesses if guess.row.fact.id == near.name)
    if near.needed <= near.likeness < told.beside:
        remedy = f"{_add(near)}, or to `not_as` of {best.row.fact.id}"
        yield Reason(f"another fact is more like it: {best.row.fact.id}, {best.likeness:.2f}", remedy)
    elif near.likeness >= near.needed and told.side(own) is None:
        sides = f"right {own.right:.2f}, wrong {own.wrong:.2f}"
        why = f"it stays open whether it is told right or wrong ({sides})"
        yield Reason(why, "add this wording to the side it belongs to, `given_as` or `wrong_as`")


def _without_act(near: Near, weighing: Weighing) -> Iterator[Reason]:
    act = weighing.moves[near.name].with_act
    if act and act not in weighing.taken.reading.act_ids:
        yield Reason(f"the turn has not the act {act} (with_act)", f"--why-not {act} tells what that act lacks")


def _given_back(near: Near) -> Iterator[Reason]:
    if near.likeness < near.needed == PLAINLY:
        yield Reason("it gives back the client's words", "say it of your own accord")


def _denied(near: Near) -> Iterator[Reason]:
    if near.example and near.example.denied:
        yield Reason("one of the two denies what the other says", _add(near))


def _add(near: Near) -> str:
    """Where this wording belongs, if it means what the nearest example does."""
    keys = {"topic": "asked_as", "fact": "given_as", "move": "said_as"}
    return f"add this wording to `{near.example.key if near.example else keys[near.kind]}` of {near.name}"
