"""`facts`: which of the scenario's facts were given right, wrong, or not at all."""

from simulator.model.anchors import Judged
from simulator.model.criteria import Facts
from simulator.model.debrief import FactOutcome, Figure
from simulator.model.scenario import Fact
from simulator.scorer.finding import Finding, not_applicable
from simulator.scorer.quoting import quoted
from simulator.scorer.talk import Talk


def judge(criterion: Facts, talk: Talk) -> Finding:
    """The needed facts given right: enough of them met, some partly; one left wrong is never met."""
    found = outcomes(talk)
    if found and not _came_up(talk):
        return not_applicable("the talk did not come to it")
    needed = [fact for fact in found if fact.needed] or [fact for fact in found if fact.outcome != "missed"]
    if not needed:
        return not_applicable("the scenario asks for no facts")
    given = [fact for fact in needed if fact.outcome == "given"]
    wrong = [fact for fact in found if fact.outcome == "wrong"]
    missed = [fact for fact in needed if fact.outcome == "missed"]
    evidence = tuple(fact.quote for fact in (*wrong, *given) if fact.quote)
    figure = Figure(name=criterion.title, value=len(given), shown=f"{len(given)} of {len(needed)} given")
    note = "; ".join(
        [f"wrong: {', '.join(fact.id for fact in wrong)}"] * bool(wrong)
        + [f"missed: {', '.join(fact.id for fact in missed)}"] * bool(missed)
    )
    turn = wrong[0].quote.turn if wrong and wrong[0].quote else None
    if not wrong and len(given) >= criterion.met_from * len(needed):
        return Finding("met", evidence, figures=(figure,), turn=evidence[0].turn if evidence else None)
    level: Judged = "partly" if len(given) >= max(len(wrong), 1) else "not_yet"
    wanted = (*wrong, *missed)[0].fact
    return Finding(level, evidence, note, (figure,), turn, lacking=not wrong, fact=wanted)


def outcomes(talk: Talk) -> tuple[FactOutcome, ...]:
    """What became of each fact; one put right after a mistake counts as given."""
    came_up = _came_up(talk)
    found = (_outcome(fact, talk) for fact in talk.setting.facts)
    return tuple(one if came_up else one.model_copy(update={"outcome": "not_applicable"}) for one in found)


def _came_up(talk: Talk) -> bool:
    """Whether the talk came to facts at all: who takes a no is not blamed for what was not pushed after it."""
    if any(turn.reading.facts for turn in talk.turns):
        return True
    if "information" not in talk.setting.stages_needed:
        return False
    if talk.agreed is not None:
        return True
    ending = talk.transcript.ending
    broken_off = ending is not None and ending.kind == "broken_off"
    return not broken_off and (bool(talk.hears(talk.terms.requested_by)) or _asked(talk))


def _asked(talk: Talk) -> bool:
    """Whether the client came with a question, or one was answered by information.

    Other questions, such as who is writing, call for no facts.
    """
    questions = {heard.turn for heard in talk.hears(talk.terms.asked_by)}
    return 0 in questions or any(one.turn - 1 in questions for one in talk.says(talk.stage_acts("information")))


def _outcome(fact: Fact, talk: Talk) -> FactOutcome:
    rows = [(turn, given) for turn in talk.turns for given in turn.reading.facts if given.fact == fact.id]
    best = next((row for row in rows if row[1].right), rows[-1] if rows else None)
    if best is None:
        return FactOutcome(id=fact.id, fact=fact.fact, outcome="missed", needed=fact.needed, source=fact.source)
    turn, given = best
    quote = quoted(turn.number, "counselor", turn.text, given)
    return FactOutcome(
        id=fact.id,
        fact=fact.fact,
        outcome="given" if given.right else "wrong",
        needed=fact.needed,
        source=fact.source,
        quote=quote,
    )
