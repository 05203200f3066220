"""`facts`: which of the scenario's facts were given right, wrong, or not at all."""

from simulator.model.criteria import Facts
from simulator.model.debrief import FactOutcome, Figure, Quote
from simulator.model.levels import Judged
from simulator.model.scenario import Fact
from simulator.scorer.finding import Finding, not_applicable, turns_named
from simulator.scorer.quoting import quoted
from simulator.scorer.talk import Talk


def judge(criterion: Facts, talk: Talk) -> Finding:
    """The needed facts given right: enough of them met, some partly; one left wrong is never met.

    Unsure where words that may tell a needed fact right or wrong would lift it; they never count as wrong.
    """
    found = outcomes(talk)
    if found and not _came_up(talk):
        return not_applicable("the talk did not come to it")
    needed = [fact for fact in found if fact.needed] or [fact for fact in found if fact.outcome != "missed"]
    if not needed:
        return not_applicable("the scenario asks for no facts")
    given, missed, left = ([fact for fact in needed if fact.outcome == one] for one in ("given", "missed", "unsure"))
    wrong = [fact for fact in found if fact.outcome == "wrong"]
    evidence = _quotes(*wrong, *given)
    figure = Figure(name=criterion.title, value=len(given), shown=f"{len(given)} of {len(needed)} given")
    level, at_best = (
        _level(criterion, right, len(wrong), len(needed)) for right in (len(given), len(given) + len(left))
    )
    if level != at_best:
        doubtful = _quotes(*left)
        note = f"it hangs on {turns_named(one.turn for one in doubtful)}, where facts may be told right or wrong"
        return Finding("unsure", doubtful, note, (figure,), doubtful[0].turn)
    if level == "met":
        return Finding("met", evidence, figures=(figure,), turn=evidence[0].turn if evidence else None)
    named = {"wrong": wrong, "to be judged": left, "missed": missed}
    note = "; ".join(f"{what}: {', '.join(fact.id for fact in facts)}" for what, facts in named.items() if facts)
    turn = evidence[0].turn if wrong and evidence else None
    wanted = (*wrong, *missed, *left)[0].fact
    return Finding(level, evidence, note, (figure,), turn, lacking=not wrong, fact=wanted)


def _level(criterion: Facts, given: int, wrong: int, needed: int) -> Judged:
    if not wrong and given >= criterion.met_from * needed:
        return "met"
    return "partly" if given >= max(wrong, 1) else "not_yet"


def _quotes(*facts: FactOutcome) -> tuple[Quote, ...]:
    return tuple(fact.quote for fact in facts if fact.quote)


def outcomes(talk: Talk) -> tuple[FactOutcome, ...]:
    """What became of each fact; one put right after a mistake counts as given."""
    came_up = _came_up(talk)
    found = (_outcome(fact, talk) for fact in talk.setting.facts)
    absent = {"outcome": "not_applicable"}
    return tuple(one if came_up or one.quote else one.model_copy(update=absent) for one in found)


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
    known = FactOutcome(id=fact.id, fact=fact.fact, outcome="missed", needed=fact.needed, source=fact.source)
    rows = [(turn, given) for turn in talk.turns for given in turn.reading.facts if given.fact == fact.id]
    if rows:
        right = [row for row in rows if row[1].right]
        turn, given = max(right, key=lambda row: row[1].strength) if right else rows[-1]
        quote = quoted(turn.number, "counselor", turn.text, given)
        return known.model_copy(update={"outcome": "given" if given.right else "wrong", "quote": quote})
    opened = ((turn, one) for turn in talk.turns for one in turn.reading.open_facts if one.fact == fact.id)
    quotes = (quoted(turn.number, "counselor", turn.text, one) for turn, one in opened)
    return next((known.model_copy(update={"outcome": "unsure", "quote": quote}) for quote in quotes), known)
