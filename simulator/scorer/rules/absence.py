"""`absence`: missteps; each turn that has one is a finding."""

from collections.abc import Iterable

from simulator.model.criteria import Absence
from simulator.model.debrief import Quote
from simulator.model.transcript import Turn
from simulator.scorer.finding import Finding, not_applicable, quotes, turns_named
from simulator.scorer.quoting import quoted
from simulator.scorer.said import END, Said
from simulator.scorer.talk import Talk


def judge(criterion: Absence, talk: Talk) -> Finding:
    """None: met. One that was asked leave for or taken back, or as many as `slips`: partly. More: not_yet."""
    if not (criterion.acts or criterion.wrong_facts):
        return not_applicable("nothing in this talk could show it")
    if criterion.right_after and not talk.hears(criterion.right_after):
        return not_applicable("nothing called for it")
    said = [one for one in _missteps(criterion, talk) if not _redressed(one, criterion, talk)]
    wrong = _wrong_facts(talk) if criterion.wrong_facts else {}
    turns = sorted({one.turn for one in said} | set(wrong))
    if not turns:
        return Finding("met")
    evidence = (*quotes(said), *(quote for row in wrong.values() for quote, _ in row))
    single = len(turns) == 1 and _softened(turns[0], criterion, talk)
    single = single and all(corrected for row in wrong.values() for _, corrected in row)
    late = bool(criterion.redressed_by) and all(_after(one, criterion.redressed_by, talk) for one in said)
    if single or late or len(turns) <= criterion.slips:
        return Finding("partly", evidence, f"{turns_named(turns)}, softened or taken back", turn=turns[0])
    return Finding("not_yet", evidence, f"in {turns_named(turns)}", turn=turns[0])


def _missteps(criterion: Absence, talk: Talk) -> list[Said]:
    until = talk.place_of(criterion.until) if criterion.until else None
    after = talk.place_of(criterion.after) if criterion.after else (0, 0)
    if after is None:
        return []
    said = [one for one in talk.says(criterion.acts) if after <= one.place < (until or (END, END))]
    if criterion.marks:
        said = [one for one in said if set(one.act.marks) & set(criterion.marks)]
    if criterion.right_after:
        said = [one for one in said if talk.follows(one.turn, criterion.right_after)]
    return said


def _redressed(one: Said, criterion: Absence, talk: Talk) -> bool:
    followers = (other.turn - one.turn for other in talk.says(criterion.redressed_by))
    return any(0 <= distance <= criterion.redress_turns for distance in followers)


def _after(one: Said, acts: Iterable[str], talk: Talk) -> bool:
    return any(other.turn > one.turn for other in talk.says(acts))


def _softened(turn: int, criterion: Absence, talk: Talk) -> bool:
    """Leave was asked in this turn or the one before, or it was taken back in this turn or the one after."""
    leave = any(one.turn in (turn - 1, turn) for one in talk.says(criterion.asked_leave))
    back = any(one.turn in (turn, turn + 1) for one in talk.says(criterion.taken_back))
    only_facts = not any(one.turn == turn for one in talk.says(criterion.acts))
    return leave or back or only_facts


def _wrong_facts(talk: Talk) -> dict[int, list[tuple[Quote, bool]]]:
    """By turn, the words that gave a fact wrong, and whether a later turn put it right."""
    found: dict[int, list[tuple[Quote, bool]]] = {}
    for turn in talk.turns:
        for given in turn.reading.facts:
            if not given.right:
                quote = quoted(turn.number, "counselor", turn.text, given)
                found.setdefault(turn.number, []).append((quote, _put_right(given.fact, turn, talk)))
    return found


def _put_right(fact: str, turn: Turn, talk: Talk) -> bool:
    later = (other for other in talk.turns if other.number > turn.number)
    return any(given.fact == fact and given.right for other in later for given in other.reading.facts)
