"""What worked, what to try next and where, and what to talk about in supervision."""

from simulator.model.anchors import Attempt
from simulator.model.debrief import Quote, StagePoint, Suggestion
from simulator.model.rubric import Prompt, Rubric
from simulator.scorer.finding import turns_named
from simulator.scorer.judging import Verdict
from simulator.scorer.talk import Talk

MOST = 3
MOST_OF_AN_AREA = 2
MOST_PROMPTS = {"formative": 3, "supportive": 2, "normative": 2}


def worked(verdicts: tuple[Verdict, ...]) -> tuple[Suggestion, ...]:
    """Up to three criteria that were met, first those that can be quoted and those that matter most."""
    met = [one for one in verdicts if one.score.level == "met" and one.criterion.feedback.worked]
    met = [one for one in met if _quote(one) is None or not _blamed(_quote(one), verdicts)]
    ranked = sorted(met, key=lambda one: (_quote(one) is None, *_weight(one, verdicts)))
    return tuple(
        Suggestion(
            criterion=one.criterion.id,
            turn=None if (quote := _quote(one)) is None else quote.turn,
            reason=one.criterion.feedback.worked[0],
            quote=quote,
        )
        for one in _mixed(ranked)
    )


def try_next(verdicts: tuple[Verdict, ...], points: tuple[StagePoint, ...]) -> tuple[Suggestion, ...]:
    """Up to three criteria not met, what was wrong before what was missing, each with a wording that fits its turn."""
    missed = [one for one in verdicts if one.score.level in ("not_yet", "partly") and one.criterion.feedback.attempts]
    ranked = sorted(missed, key=lambda one: (*_weight(one, verdicts), one.score.level == "partly", one.finding.lacking))
    return tuple(_attempt(one, points) for one in _mixed(ranked))


def practise_next(suggestions: tuple[Suggestion, ...], rubric: Rubric) -> str | None:
    """The scenario to practise for the first thing to try that has one."""
    area_of = {criterion.id: criterion.area for criterion in rubric.criteria}
    scenario = {area.id: area.practise for area in rubric.areas}
    found = (scenario[area_of[suggestion.criterion]] for suggestion in suggestions)
    return next((one for one in found if one is not None), None)


def supervision(rubric: Rubric, verdicts: tuple[Verdict, ...], talk: Talk) -> tuple[str, ...]:
    """Questions for the supervision talk by its three functions (manual 5.1), tied to turns where they can be."""
    left = dict(MOST_PROMPTS)
    asked: list[str] = []
    for prompt in rubric.prompts:
        question = _question(prompt, verdicts, talk) if left[prompt.function] else None
        if question is not None:
            left[prompt.function] -= 1
            asked.append(question)
    return tuple(asked)


def _weight(one: Verdict, verdicts: tuple[Verdict, ...]) -> tuple[bool, bool, bool]:
    """Critical before all, then what matters most, then the rest of the critical areas, then the rubric's order."""
    areas = {other.criterion.area for other in verdicts if other.criterion.critical}
    return not one.criterion.critical, one.score.matters != "most", one.criterion.area not in areas


def _blamed(quote: Quote | None, verdicts: tuple[Verdict, ...]) -> bool:
    """Whether the same words are a misstep elsewhere: nobody is praised for them."""
    missteps = (one.score.evidence for one in verdicts if one.criterion.kind == "absence" and one.score.level != "met")
    return any(quote is not None and (q.turn, q.start) == (quote.turn, quote.start) for row in missteps for q in row)


def _mixed(ranked: list[Verdict]) -> list[Verdict]:
    """The first three, no more than two of them of one area unless nothing else is left."""
    chosen: list[Verdict] = []
    for one in ranked:
        if sum(other.criterion.area == one.criterion.area for other in chosen) < MOST_OF_AN_AREA:
            chosen.append(one)
    return [*chosen, *(one for one in ranked if one not in chosen)][:MOST]


def _quote(one: Verdict) -> Quote | None:
    return next((quote for quote in one.score.evidence if quote.speaker == "counselor"), None)


def _attempt(one: Verdict, points: tuple[StagePoint, ...]) -> Suggestion:
    turn = _place(one, points)
    stage = next((point.stage for point in points if point.turn == turn), None)
    attempt = _fitting(one.criterion.feedback.attempts, stage)
    return Suggestion(
        criterion=one.criterion.id,
        turn=turn,
        reason=attempt.reason,
        wording=attempt.wording,
        quote=next((quote for quote in one.score.evidence if quote.turn == turn), None),
    )


def _place(one: Verdict, points: tuple[StagePoint, ...]) -> int | None:
    """The turn the finding names; else the last turn of the stage the criterion belongs to, else the last of all."""
    if one.finding.turn is not None:
        return one.finding.turn
    at_home = [point.turn for point in points if point.stage == one.criterion.needs_stage]
    return max(at_home or [point.turn for point in points], default=None)


def _fitting(attempts: tuple[Attempt, ...], stage: str | None) -> Attempt:
    same = (attempt for attempt in attempts if attempt.stage == stage)
    anywhere = (attempt for attempt in attempts if attempt.stage is None)
    return next(same, next(anywhere, attempts[0]))


def _question(prompt: Prompt, verdicts: tuple[Verdict, ...], talk: Talk) -> str | None:
    """The prompt with its turn and quotation, or None where this talk gives no reason to ask it."""
    if prompt.about is None and not prompt.cues:
        return prompt.asks
    quote = _cue_quote(prompt, talk) if prompt.cues else _about(prompt, verdicts)
    if quote is None:
        return None
    return prompt.asks.replace("{turn}", turns_named([quote.turn])).replace("{quote}", quote.quote)


def _cue_quote(prompt: Prompt, talk: Talk) -> Quote | None:
    return next((heard.quote() for heard in talk.hears(prompt.cues)), None)


def _about(prompt: Prompt, verdicts: tuple[Verdict, ...]) -> Quote | None:
    one = next(verdict for verdict in verdicts if verdict.criterion.id == prompt.about)
    if one.score.level not in prompt.levels:
        return None
    if "{" not in prompt.asks:
        return Quote(turn=one.finding.turn or 0, speaker="counselor", start=0, end=0, quote="")
    return _quote(one)
