"""One criterion judged: whether it applies, what its rule finds, what danger, doubt and crossing moves make of that."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from simulator.model.card import CriterionChoice
from simulator.model.criteria import Absence, Call, Criterion
from simulator.model.debrief import Score
from simulator.model.levels import SCALE
from simulator.model.rubric import Area, Rubric
from simulator.scorer.finding import MOST_QUOTES, Finding, not_applicable, quotes, turns_named
from simulator.scorer.quoting import quoted
from simulator.scorer.rules import RULES
from simulator.scorer.said import Said
from simulator.scorer.spoken import spoken
from simulator.scorer.suspended import beyond, chosen
from simulator.scorer.talk import Talk

DANGER_FIRST = "danger came first"


@dataclass(frozen=True)
class Verdict:
    """A criterion with its finding and its score."""

    criterion: Criterion
    finding: Finding
    score: Score


def judge(criterion: Criterion, talk: Talk, rubric: Rubric) -> Verdict:
    """The verdict on one criterion."""
    choice = talk.setting.choice(criterion.id)
    area = next(area for area in rubric.areas if area.id == criterion.area)
    finding = _excused(criterion, choice, talk) or _found(criterion, talk, area)
    if talk.feared:
        feared = talk.fearing()
        finding = _feared(finding, _excused(criterion, choice, feared) or _found(criterion, feared, area), talk)
    anchor = getattr(criterion.anchors, finding.level) if finding.level in SCALE else ""
    score = Score(
        id=criterion.id,
        area=criterion.area,
        title=criterion.title,
        level=finding.level,
        anchor=anchor,
        evidence=finding.evidence,
        note=finding.note,
        figures=finding.figures,
        critical=criterion.critical,
        matters=choice.matters,
        reason=(choice.reason or "") if choice.matters == "most" else "",
        source=criterion.source,
    )
    return Verdict(criterion, finding, score)


def _excused(criterion: Criterion, choice: CriterionChoice, talk: Talk) -> Finding | None:
    """Why the criterion is not judged in this talk at all."""
    ending = talk.transcript.ending
    called = criterion.called_for is None or _called(criterion.id, criterion.called_for, talk)
    reasons: tuple[tuple[Callable[[], bool], str], ...] = (
        (lambda: choice.matters == "off", choice.reason or ""),
        (lambda: talk.transcript.stopped, "the talk was stopped; nothing in it is judged"),
        (lambda: not talk.turns, "no counselor turn"),
        (lambda: _unneeded(criterion, talk), f"this scenario needs no {criterion.needs_stage}"),
        (lambda: ending is not None and ending.kind in criterion.not_after, "the talk ended before it had a place"),
        (lambda: len(talk.turns) < criterion.turns_from, f"expected in talks of {criterion.turns_from} turns or more"),
        (lambda: not called, "nothing called for it"),
    )
    return next((not_applicable(note) for applies, note in reasons if applies()), None)


def _unneeded(criterion: Criterion, talk: Talk) -> bool:
    return criterion.needs_stage is not None and criterion.needs_stage not in talk.setting.stages_needed


def _called(criterion: str, call: Call, talk: Talk) -> bool:
    placed = call.where is not None and any(turn.where == call.where for turn in talk.turns)
    listed = call.listed and criterion in talk.setting.criteria
    return placed or listed or bool(talk.says(call.acts, call.unasked)) or bool(talk.hears(call.cues))


def _found(criterion: Criterion, talk: Talk, area: Area) -> Finding:
    finding = _found_in_danger(criterion, talk, area)
    unwanted = "" if finding.level == "met" else beyond(criterion, area, talk)
    return not_applicable(unwanted) if unwanted else finding


def _found_in_danger(criterion: Criterion, talk: Talk, area: Area) -> Finding:
    choice = talk.setting.choice(criterion.id)
    if not chosen(choice.suspended_by_danger, chosen(criterion.suspended_by_danger, area.suspended_by_danger)):
        return _seen(criterion, talk, area)
    finding = _seen(criterion, talk.calm(), area)
    if talk.danger is not None and finding.level != "met":
        finding = _seen(criterion, talk.settled(), area)
    whole = _seen(criterion, talk, area)
    # What was asked for in danger is held against nobody; nor was it never asked for.
    excused = isinstance(criterion, Absence) and finding.level == "met" and whole.level in ("partly", "not_yet")
    lacking = [one for one in (finding, whole) if finding.lacking and one.lacking]
    if excused or any(_due_in_danger(one, talk) for one in lacking):
        return not_applicable(DANGER_FIRST)
    return finding


def _seen(criterion: Criterion, view: Talk, area: Area) -> Finding:
    """What the rule finds in this part of the talk, and what doubt and crossing moves make of it.

    A part too short for the criterion is held against nobody: two turns beside an overdose are no talk.
    """
    if not view.turns:
        return not_applicable(DANGER_FIRST)
    grave = criterion.critical or area.needs_rule
    guessed = [one for one in view.says(criterion.accusing) if grave and one.by_model]
    finding = _crossed(criterion, view, _doubted(criterion, view.without(guessed), guessed))
    if finding.level != "met" and len(view.turns) < criterion.turns_from:
        return not_applicable(DANGER_FIRST)
    if finding.level == "partly" and "partly" in criterion.impossible:
        return replace(finding, level="not_yet")
    return finding


def _due_in_danger(finding: Finding, talk: Talk) -> bool:
    """Whether what is missing was not due before the question that danger answered, nor only after help had come."""
    danger = talk.danger
    return danger is not None and (finding.due is None or danger.heard <= finding.due <= danger.lasts)


def _doubted(criterion: Criterion, talk: Talk, guessed: list[Said]) -> Finding:
    """The rule's finding; unsure where acts the coder was not sure of, or only guessed at, would change the level."""
    rule = RULES[criterion.kind]
    firm = rule(criterion, talk)
    doubts = sorted([*_doubts(criterion, talk), *guessed], key=lambda one: one.place)
    if not doubts or (firm.level not in SCALE and not guessed):
        return firm
    if rule(criterion, talk.assuming(doubts)).level in (firm.level, "not_applicable"):
        return _beside(firm, guessed)
    doubts = [one for one in doubts if rule(criterion, talk.assuming([one])).level != firm.level] or doubts
    why = "where no rule but only the model reads it so" if guessed else "which the coder was not sure of"
    note = f"it hangs on {turns_named(one.turn for one in doubts)}, {why}"
    return Finding("unsure", quotes(doubts), note, firm.figures, doubts[0].turn, doubts=tuple(doubts))


def _beside(firm: Finding, guessed: list[Said]) -> Finding:
    """What only the model reads is shown beside what a rule found, and counts for nothing."""
    further = [quote for quote in quotes(guessed) if quote.turn not in {one.turn for one in firm.evidence}]
    if not further or firm.level not in ("partly", "not_yet"):
        return firm
    note = f"{firm.note}; perhaps in {turns_named(quote.turn for quote in further)} too, as only the model reads it"
    return replace(firm, evidence=(*firm.evidence, *further)[:MOST_QUOTES], note=note)


def _feared(finding: Finding, worst: Finding, talk: Talk) -> Finding:
    """Unsure where the level would be lower if a danger were there that the client's words may show."""
    if worst.level not in ("partly", "not_yet") or worst.level == finding.level:
        return finding
    doubtful = [heard for heard in talk.feared if heard.turn < (worst.turn or talk.last)] or talk.feared
    kinds = spoken(heard.cue.cue for heard in doubtful)
    note = f"it hangs on {turns_named(heard.turn for heard in doubtful)}, where the client may show {kinds}"
    evidence = tuple(heard.quote() for heard in doubtful)[:MOST_QUOTES]
    return Finding("unsure", evidence, note, finding.figures, worst.turn)


def _doubts(criterion: Criterion, talk: Talk) -> list[Said]:
    """The unsure acts the level may hang on; words that are surely something else count only where it is critical."""
    doubts = [one for one in talk.unsure if talk.is_any_of(one, criterion.deciding, criterion.deciding_marks)]
    return (
        doubts if criterion.critical else [one for one in doubts if not any(map(one.overlaps, talk.said_in(one.turn)))]
    )


def _crossed(criterion: Criterion, talk: Talk, finding: Finding) -> Finding:
    """A move of the scenario that counts against the criterion outweighs whatever else was found."""
    crossing = {move.id for move in talk.setting.moves if move.crosses == criterion.id}
    if not crossing:
        return finding
    moves = [(turn, move) for turn in talk.turns for move in turn.reading.moves if move.move in crossing]
    crossed = [quoted(turn.number, "counselor", turn.text, move) for turn, move in moves]
    if crossed:
        missteps = finding.evidence if isinstance(criterion, Absence) else ()
        evidence = (*crossed, *finding.evidence)[:MOST_QUOTES]
        note = f"crossed in {turns_named(quote.turn for quote in (*crossed, *missteps))}"
        return Finding("not_yet", evidence, note, finding.figures, crossed[0].turn)
    if isinstance(criterion, Absence) and finding.level == "not_applicable":
        return Finding("met")
    return finding
