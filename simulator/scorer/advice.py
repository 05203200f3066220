"""What worked, and what to try next and where."""

from collections.abc import Callable, Hashable, Sequence

from simulator.model.anchors import Attempt
from simulator.model.debrief import Quote, StagePoint, Suggestion
from simulator.model.rubric import Rubric
from simulator.model.transcript import MODEL, Act, matcher_of, meet
from simulator.scorer.judging import Verdict
from simulator.scorer.said import quoted_as
from simulator.scorer.talk import Talk

MOST = 3
MOST_OF_AN_AREA = 2
FACT = "{fact}"
"""Stands in a wording for the sentence of a fact that was missing or wrong."""
ENOUGH_TURNS = 3
"""Turns from which there is something to praise beside a misstep."""
NO_PRAISE = ("absence", "limit")
"""Kinds that are met where nothing happened."""


def worked(verdicts: tuple[Verdict, ...], talk: Talk) -> tuple[Suggestion, ...]:
    """Up to three criteria that were met by words of the counselor's own, those that matter most first.

    That nothing bad happened is no praise, nor is anything beside a misstep of the same area, or in a talk of one or
    two turns that had one.
    """
    spoiled = {one.criterion.area for one in verdicts if _is_misstep(one) and one.score.level == "not_yet"}
    if spoiled and len(talk.turns) < ENOUGH_TURNS:
        return ()
    met = [one for one in verdicts if one.score.level == "met" and one.criterion.feedback.worked]
    met = [one for one in met if one.criterion.kind not in NO_PRAISE and one.criterion.area not in spoiled]
    shown = {one.criterion.id: _best_quote(one, verdicts, talk) for one in met}
    ranked = sorted((one for one in met if shown[one.criterion.id]), key=lambda one: _weight(one, verdicts))
    return tuple(
        Suggestion(criterion=one.criterion.id, turn=quote.turn, reason=one.criterion.feedback.worked[0], quote=quote)
        for one in _mixed(ranked)
        if (quote := shown[one.criterion.id])
    )


def try_next(
    verdicts: tuple[Verdict, ...], points: tuple[StagePoint, ...], talk: Talk, rubric: Rubric
) -> tuple[Suggestion, ...]:
    """Up to three criteria not met, what was wrong before what was missing, each with a wording that fits its turn.

    Words that one of them is about are left to it where there are others to look at. Nobody is told how to word better
    what may do harm.
    A misstep in an area where only a rule may accuse comes right after what is critical, whatever the area's level;
    even a single slip does if the client left after it. Of what matters as much, what cost trust comes first.
    """
    grave = {area.id for area in rubric.areas if area.needs_rule}
    missed = [one for one in verdicts if one.score.level in ("not_yet", "partly") and one.criterion.feedback.attempts]
    ranked = sorted(
        missed,
        key=lambda one: (
            not one.criterion.critical,
            not (_is_grave(one, grave) and (one.score.level == "not_yet" or _left(one, talk))),
            *_weight(one, verdicts),
            not _cost_trust(one, talk),
            one.score.level == "partly",
            one.finding.lacking,
        ),
    )
    tries = {one.criterion.id: _attempt(one, points, talk) for one in ranked}
    # The same words may miss two criteria, and one wording mends both.
    ranked = _firsts(ranked, lambda one: tries[one.criterion.id].wording)
    ranked = [one for one in ranked if _is_grave(one, grave) or not _left_open(tries[one.criterion.id], verdicts)]
    first = _firsts(ranked, lambda one: tries[one.criterion.id].quote)
    chosen = _mixed([*first, *(one for one in ranked if one not in first)])
    return tuple(tries[one.criterion.id] for one in chosen)


def _is_grave(one: Verdict, grave: set[str]) -> bool:
    """Whether it is a misstep in an area where only a rule may accuse."""
    return _is_misstep(one) and one.criterion.area in grave


def _left_open(tried: Suggestion, verdicts: tuple[Verdict, ...]) -> bool:
    """Whether it is about words in which a supervisor has to look for something critical first."""
    critical = (one.score for one in verdicts if one.criterion.critical and one.score.level == "unsure")
    quotes = [quote for score in critical for quote in score.evidence if quote.speaker == "counselor"]
    return tried.quote is not None and any(_share_words(tried.quote, other) for other in quotes)


def _left(one: Verdict, talk: Talk) -> bool:
    """Whether the client broke the talk off right after it."""
    ending = talk.transcript.ending
    return ending is not None and ending.kind == "broken_off" and one.finding.turn == talk.last


def _cost_trust(one: Verdict, talk: Talk) -> bool:
    """Whether the client trusted less after the turn it is about."""
    return any(turn.number == one.finding.turn and turn.trust_change < 0 for turn in talk.turns)


def _firsts(ranked: list[Verdict], key: Callable[[Verdict], Hashable]) -> list[Verdict]:
    """Those with a key that no earlier one has; to have none is no key."""
    first_of = {key(one): one for one in reversed(ranked)}
    return [one for one in ranked if key(one) is None or first_of[key(one)] is one]


def practise_next(suggestions: tuple[Suggestion, ...], rubric: Rubric, played: str | None) -> str | None:
    """The scenario to practise for the first thing to try that has one; the one just played only if all name it."""
    if not suggestions:
        return None
    area_of = {criterion.id: criterion.area for criterion in rubric.criteria}
    scenario = {area.id: area.practise for area in rubric.areas}
    wanted = [scenario[area_of[suggestion.criterion]] for suggestion in suggestions]
    known = [one for one in (*wanted, *scenario.values()) if one is not None]
    return next((one for one in known if one != played), next(iter(known), None))


def _weight(one: Verdict, verdicts: tuple[Verdict, ...]) -> tuple[bool, bool, bool]:
    """Critical before all, then what matters most, then the rest of the critical areas, then the rubric's order."""
    areas = {other.criterion.area for other in verdicts if other.criterion.critical}
    return not one.criterion.critical, one.score.matters != "most", one.criterion.area not in areas


def _is_misstep(one: Verdict) -> bool:
    return one.criterion.kind == "absence" and one.score.level not in ("met", "not_applicable")


def _best_quote(one: Verdict, verdicts: tuple[Verdict, ...], talk: Talk) -> Quote | None:
    """The longest of the counselor's words in which there is no misstep and nothing critical is missed.

    What the criterion asks for comes before what will do as well, and what a rule reads before what a model does.
    """
    wanted = talk.acts(one.criterion.deciding)
    blamed = [quote for other in verdicts if _is_misstep(other) for quote in other.score.evidence]
    own = [quote for quote in one.score.evidence if quote.speaker == "counselor" and quote.quote.strip()]
    missed = {other.finding.turn for other in verdicts if other.criterion.critical and other.score.level == "not_yet"}
    clean = [one for one in own if one.turn not in missed and not any(_share_words(one, other) for other in blamed)]
    named = [quote for quote in clean if any(act.act in wanted for act in quoted_as(quote, talk.said))] or clean
    return max(named, key=lambda quote: (matcher_of(quote.by) != MODEL, len(quote.quote)), default=None)


def _share_words(quote: Quote, other: Quote) -> bool:
    """Whether a misstep stands in the sentence that praise would quote."""
    return quote.turn == other.turn and meet(quote.stretch, other.span)


def _mixed(ranked: list[Verdict]) -> list[Verdict]:
    """The first three, no more than two of them of one area unless nothing else is left."""
    chosen: list[Verdict] = []
    for one in ranked:
        if sum(other.criterion.area == one.criterion.area for other in chosen) < MOST_OF_AN_AREA:
            chosen.append(one)
    return [*chosen, *(one for one in ranked if one not in chosen)][:MOST]


def _quote(one: Verdict) -> Quote | None:
    return next((quote for quote in one.score.evidence if quote.speaker == "counselor"), None)


def _attempt(one: Verdict, points: tuple[StagePoint, ...], talk: Talk) -> Suggestion:
    turn = _place(one, points)
    stage = next((point.stage for point in points if point.turn == turn), None)
    found = () if one.finding.fact and one.finding.lacking else one.score.evidence
    quote = next((quote for quote in found if quote.turn == turn), None)
    attempt = _fitting(_attempts(one, turn, talk), stage, quoted_as(quote, talk.said))
    return Suggestion(
        criterion=one.criterion.id,
        turn=turn,
        reason=attempt.reason,
        wording=attempt.wording.replace(FACT, one.finding.fact),
        quote=quote,
    )


def _attempts(one: Verdict, turn: int | None, talk: Talk) -> list[Attempt]:
    """Those that fit this talk, or else all; one that names a fact only where one was wanted."""
    named = [attempt for attempt in one.criterion.feedback.attempts if one.finding.fact or FACT not in attempt.wording]
    until = talk.last if turn is None else turn
    return [attempt for attempt in named if all(said.turn > until for said in talk.says(attempt.unless))] or named


def _place(one: Verdict, points: tuple[StagePoint, ...]) -> int | None:
    """The turn the finding names; else the last turn of the stage the criterion belongs to, else the last of all."""
    if one.finding.turn is not None:
        return one.finding.turn
    at_home = [point.turn for point in points if point.stage == one.criterion.needs_stage]
    return max(at_home or [point.turn for point in points], default=None)


def _fitting(attempts: Sequence[Attempt], stage: str | None, acts: Sequence[Act]) -> Attempt:
    """The first that was written for one of these acts, or a mark of it; else for the stage; else for any talk."""
    named = (attempt for attempt in attempts if any(_is_for(attempt, act) for act in acts))
    free = [attempt for attempt in attempts if not (attempt.acts or attempt.marks)]
    same = (attempt for attempt in free if attempt.stage == stage)
    anywhere = (attempt for attempt in free if attempt.stage is None)
    return next(named, next(same, next(anywhere, attempts[0])))


def _is_for(attempt: Attempt, act: Act) -> bool:
    return act.act in attempt.acts or not set(attempt.marks).isdisjoint(act.marks)
