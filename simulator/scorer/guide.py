"""What to talk about in supervision: a guide of five minutes, and one of twenty (manual 5.1)."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.model.debrief import Function, GuideQuestion, Quote
from simulator.model.rubric import Prompt, Rubric
from simulator.scorer.finding import turns_named
from simulator.scorer.judging import Verdict
from simulator.scorer.quoting import whole
from simulator.scorer.said import quoted_as
from simulator.scorer.talk import Talk

MOST: dict[Function, int] = {"formative": 4, "supportive": 3, "normative": 3}
"""Questions of each function in twenty minutes; in five there is time for one."""


class _Tie(NamedTuple):
    """Why a question is asked of this talk: the turn and the words, where it is about any."""

    turn: int | None = None
    quote: Quote | None = None


def guide(rubric: Rubric, verdicts: tuple[Verdict, ...], talk: Talk) -> tuple[GuideQuestion, ...]:
    """The questions this talk gives reason to ask, by function; in each the one of the short version comes first.

    What is critical comes before all else, then the order is the rubric's.
    """
    critical = {one.criterion.id for one in verdicts if one.criterion.critical}
    prompts = sorted(rubric.prompts, key=lambda prompt: prompt.about not in critical)
    asked = [one for prompt in prompts if (one := _question(prompt, verdicts, talk))]
    return tuple(one for function in MOST for one in _chosen(function, asked))


def _chosen(function: Function, asked: list[GuideQuestion]) -> Iterator[GuideQuestion]:
    own = [one for one in asked if one.function == function]
    first = next((one for one in own if one.minutes == 5), None)
    rest = [one.model_copy(update={"minutes": 20}) for one in own if one is not first]
    yield from [*([first] if first else []), *rest][: MOST[function]]


def _question(prompt: Prompt, verdicts: tuple[Verdict, ...], talk: Talk) -> GuideQuestion | None:
    tie = _tie(prompt, verdicts, talk)
    if tie is None:
        return None
    turn = "" if tie.turn is None else turns_named([tie.turn])
    words = tie.quote.sentence if tie.quote else ""
    return GuideQuestion(
        function=prompt.function,
        minutes=prompt.minutes,
        asks=prompt.asks.replace("{turn}", turn).replace("{quote}", words),
        listen_for=prompt.listen_for,
        criterion=prompt.about,
        turn=tie.turn,
        quote=tie.quote,
    )


def _tie(prompt: Prompt, verdicts: tuple[Verdict, ...], talk: Talk) -> _Tie | None:
    """None where this talk gives no reason to ask."""
    if prompt.about is not None:
        return _about(prompt, next(one for one in verdicts if one.criterion.id == prompt.about), talk)
    if prompt.cues:
        heard = next(iter(talk.hears(prompt.cues)), None)
        return _Tie(heard.turn, heard.quote()) if heard else None
    return _at(prompt.event, talk) if prompt.event else _Tie()


def _about(prompt: Prompt, one: Verdict, talk: Talk) -> _Tie | None:
    if one.score.level not in prompt.levels:
        return None
    spared = {said.turn for said in talk.says(prompt.unless)}
    own = [quote for quote in one.score.evidence if quote.speaker == "counselor" and quote.turn not in spared]
    if prompt.acts:
        wanted = talk.acts(prompt.acts)
        own = [quote for quote in own if any(act.act in wanted for act in quoted_as(quote, talk.said))]
    if own:
        return _Tie(own[0].turn, own[0])
    return None if "{" in prompt.asks else _Tie(one.finding.turn)


def _at(event: str, talk: Talk) -> _Tie | None:
    """The turn of an event: where trust fell or rose most, or the last before the client broke it off."""
    if not talk.turns:
        return None
    if event == "broken_off":
        ending = talk.transcript.ending
        left = ending is not None and ending.kind == "broken_off"
        return _Tie(talk.turns[-1].number, whole(talk.turns[-1])) if left else None
    sign = -1 if event == "trust_fell" else 1
    turn = max(talk.turns, key=lambda one: sign * one.trust_change)
    return _Tie(turn.number, whole(turn)) if sign * turn.trust_change > 0 else None
