"""`order`: the stages as an alignment against the expected order."""

from simulator.model.criteria import Order
from simulator.model.debrief import Quote
from simulator.model.transcript import Stage, Turn
from simulator.scorer.alignment import Deviation, align
from simulator.scorer.finding import MOST_QUOTES, Finding, not_applicable, quotes, turns_named
from simulator.scorer.quoting import quoted
from simulator.scorer.stages import Step, excused, facts_told, steps
from simulator.scorer.talk import Talk

OPEN_ENDS = ("broken_off", "handed_over")


def judge(criterion: Order, talk: Talk) -> Finding:
    """No deviation and an agreed request: met; few deviations: partly; more, or no agreed request: not_yet."""
    every = steps(talk)
    expected = _expected(every, talk)
    if not every:
        return not_applicable("no stage can be told from these turns")
    ending = talk.transcript.ending
    finished = (ending is None or ending.kind not in OPEN_ENDS) and talk.danger is None
    deviations = align(every, expected, expected if finished else ())
    never_agreed = "request" in expected and talk.agreed is None
    if never_agreed and talk.danger is not None and not deviations:
        return not_applicable("danger came before a request could be agreed")
    shown = [quote for deviation in deviations for quote in _quotes(deviation, talk)]
    offered = quotes(talk.says(talk.terms.offers, unasked=True)) if never_agreed else ()
    evidence = tuple(dict.fromkeys((*shown, *offered)))[:MOST_QUOTES]
    note = "; ".join([*map(_named, deviations), *(["the request was never agreed"] if never_agreed else [])])
    turn = evidence[0].turn if evidence else None
    if never_agreed or len(deviations) > criterion.partly_up_to:
        return Finding("not_yet", evidence, note, turn=turn)
    return Finding("partly" if deviations else "met", evidence, note, turn=turn)


def _expected(every: tuple[Step, ...], talk: Talk) -> tuple[Stage, ...]:
    """The stages this talk needs; without a scenario nobody knows of facts that had to be told before the ways."""
    needed = talk.setting.stages_needed
    told = {step.stage for step in every if not step.passing}
    known = talk.transcript.scenario is not None or talk.setting.facts
    if known or "information" in told or "options" not in told:
        return needed
    return tuple(stage for stage in needed if stage != "information")


def _named(deviation: Deviation) -> str:
    where = f" in {turns_named(deviation.turns)}" if deviation.turns else ""
    return f"{deviation.stage} {deviation.kind}{where}"


def _quotes(deviation: Deviation, talk: Talk) -> list[Quote]:
    turns = [turn for turn in talk.turns if turn.number in deviation.turns]
    return [quote for turn in turns for quote in _words(turn, deviation.stage, talk)[:1]]


def _words(turn: Turn, stage: Stage, talk: Talk) -> list[Quote]:
    """The words of a turn that mark a stage, those that leave the order before others: acts first, then facts."""
    said = [one for one in talk.said_in(turn.number) if one.act.act in talk.stage_acts(stage)]
    acts = [one.quote() for one in sorted(said, key=lambda one: excused(one, talk))]
    facts = facts_told(turn) if stage == "information" else ()
    return [*acts, *(quoted(turn.number, "counselor", turn.text, fact) for fact in facts)]
