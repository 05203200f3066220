"""`absence`: missteps."""

from collections.abc import Iterable

from simulator.model.criteria import Absence, Hazard
from simulator.model.debrief import Quote
from simulator.model.transcript import Turn
from simulator.scorer.finding import Finding, not_applicable, quotes, turns_named
from simulator.scorer.quoting import quoted
from simulator.scorer.said import END, Said, distinct
from simulator.scorer.talk import Talk

Wrong = list[tuple[Quote, bool]]
"""What was given wrong, and whether it was put right."""


def judge(criterion: Absence, talk: Talk) -> Finding:
    """None: met. What was asked leave for, one that was taken back, or as many as `slips`: partly. More: not_yet."""
    if not (criterion.acts or criterion.wrong_facts):
        return not_applicable("nothing in this talk could show it")
    if criterion.right_after and not talk.hears(criterion.right_after):
        return not_applicable("nothing called for it")
    hazards = [one for hazard in criterion.hazards for one in _said_in_danger(hazard, talk)]
    said = [one for one in _missteps(criterion, talk) if one in hazards or not _redressed(one, criterion, talk)]
    said = sorted({*said, *hazards}, key=lambda one: (one.place, one.act.act))
    wrong = _wrong_facts(talk) if criterion.wrong_facts else []
    turns = sorted({one.turn for one in said} | {quote.turn for quote, _ in wrong})
    if not turns:
        return Finding("met")
    evidence = (*quotes(said), *(quote for quote, _ in wrong))
    excuse = "" if hazards else _excuse(said, wrong, criterion, talk)
    if excuse:
        return Finding("partly", evidence, f"{turns_named(turns)}: {excuse}", turn=turns[0])
    return Finding("not_yet", evidence, f"in {turns_named(turns)}", turn=turns[0])


def _excuse(said: list[Said], wrong: Wrong, criterion: Absence, talk: Talk) -> str:
    """Why it is not more than partly; nothing where there is no such reason."""
    count = len(distinct(said)) + len(wrong)
    if not said:
        return "put right later" if count == 1 and wrong[0][1] else ""
    if wrong:
        return ""
    if count <= criterion.slips:
        return "once" if count == 1 else "now and then"
    if criterion.redressed_by and all(_after(one, criterion.redressed_by, talk) for one in said):
        return "put right later"
    return _softened(said, criterion, talk) if len({one.turn for one in said}) == 1 else ""


def _missteps(criterion: Absence, talk: Talk) -> list[Said]:
    until = talk.place_of(criterion.until) if criterion.until else None
    after = talk.place_of(criterion.after) if criterion.after else (0, 0)
    if after is None:
        return []
    said = [one for one in talk.says(criterion.acts, criterion.unasked) if after <= one.place < (until or (END, END))]
    if criterion.marks:
        said = [one for one in said if set(one.act.marks) & set(criterion.marks)]
    if criterion.right_after:
        said = [one for one in said if talk.follows(one.turn, criterion.right_after) and not talk.answers(one)]
    return said


def _said_in_danger(hazard: Hazard, talk: Talk) -> list[Said]:
    shown = min((heard.turn for heard in talk.hears(hazard.after)), default=END)
    return [one for one in talk.said if one.turn > shown and talk.is_any_of(one, (), hazard.marks)]


def _redressed(one: Said, criterion: Absence, talk: Talk) -> bool:
    followers = (other.turn - one.turn for other in talk.says(criterion.redressed_by))
    return any(0 <= distance <= criterion.redress_turns for distance in followers)


def _after(one: Said, acts: Iterable[str], talk: Talk) -> bool:
    return any(other.turn > one.turn for other in talk.says(acts))


def _softened(said: list[Said], criterion: Absence, talk: Talk) -> str:
    """Leave asked in this turn or the one before, for all of it; one misstep taken back here or in the next turn.

    Cutting into a story is one misstep, whatever was told.
    """
    first, turn = said[0].place, said[0].turn
    if any(turn - 1 <= one.turn and one.place < first for one in talk.says(criterion.asked_leave)):
        return "leave was asked for it"
    single = len(distinct(said)) == 1 or bool(criterion.right_after)
    if not single or {one.act.act for one in said} & talk.acts(criterion.past_mending):
        return ""
    back = any(first < one.place and one.turn <= turn + 1 for one in talk.says(criterion.taken_back))
    return "taken back" if back else ""


def _wrong_facts(talk: Talk) -> Wrong:
    """The words that gave a fact wrong, and whether a later turn put it right."""
    rows = ((turn, given) for turn in talk.turns for given in turn.reading.facts if not given.right)
    return [
        (quoted(turn.number, "counselor", turn.text, given), _put_right(given.fact, turn, talk)) for turn, given in rows
    ]


def _put_right(fact: str, turn: Turn, talk: Talk) -> bool:
    later = (other for other in talk.turns if other.number > turn.number)
    return any(given.fact == fact and given.right for other in later for given in other.reading.facts)
