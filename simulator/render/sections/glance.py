"""The debrief at a glance: what is critical, levels by area, techniques, the timeline, key figures."""

from collections.abc import Iterator

from simulator.model.debrief import AreaLevel, Debrief, Figure, Score, StagePoint
from simulator.model.transcript import STAGES
from simulator.render.blocks import (
    Bar,
    Block,
    Heading,
    Item,
    Line,
    Paragraph,
    Span,
    Timeline,
    line,
    quiet,
    strong,
)
from simulator.render.evidence import quotations
from simulator.render.people import adjustments
from simulator.render.wording import figure, level, turns_linked, worded

_MISSED = "Safety first. Please look at this before anything else, best with your supervisor:"
_LEFT_OPEN = "Safety, left open. The program cannot tell; please look at these words with your supervisor:"


def glance(debrief: Debrief) -> Iterator[Block]:
    """What is critical comes before all else."""
    yield Heading("At a glance", name="glance")
    yield from _critical(debrief)
    if debrief.areas:
        yield Heading("Levels by area", 3, "areas")
    for area in debrief.areas:
        name = Span(area.title or worded(area.area), "strong", f"area-{area.area}")
        yield Item(line(name, ": ", level(area.level), quiet(_left(area, debrief))))
    yield from _techniques(debrief)
    if debrief.timeline:
        yield Heading("Stages, turn by turn", 3, "timeline")
        yield _timeline(debrief.timeline)
    if debrief.figures:
        yield Heading("Key figures", 3, "figures")
        yield from map(_bar, debrief.figures)


def _critical(debrief: Debrief) -> Iterator[Block]:
    missed = [score for score in debrief.criteria if score.id in debrief.critical]
    left = [score for score in debrief.criteria if score.critical and score.level == "unsure"]
    for words, found in ((_MISSED, missed), (_LEFT_OPEN, left)):
        if found:
            yield Paragraph(line(Span(words, "care")), "safety-first")
        for score in found:
            yield Item(line(strong(score.title), ": ", level(score.level)), tuple(_below(score, debrief)))


def _below(score: Score, debrief: Debrief) -> Iterator[Line]:
    if score.anchor:
        yield line(score.anchor)
    if score.note:
        yield line("note: ", score.note)
    yield from quotations(score.evidence, debrief)


def _left(area: AreaLevel, debrief: Debrief) -> str:
    """What else people had or have to say of the area."""
    own = [score.id for score in debrief.criteria if score.area == area.area]
    adjusted = sum(bool(adjustments(debrief, one)) for one in own)
    told = [f"{area.unsure} more for your supervisor to judge"] * bool(area.unsure and area.level != "unsure")
    told += [f"{adjusted} adjusted by a person"] * bool(adjusted)
    return f" ({', '.join(told)})" if told else ""


def _techniques(debrief: Debrief) -> Iterator[Block]:
    if not debrief.techniques:
        return
    yield Heading("Techniques", 3, "techniques")
    for one in debrief.techniques:
        if one.turns:
            too = (
                (quiet("; would have suited "), *turns_linked(one.fitted, "quiet"), quiet(" too")) if one.fitted else ()
            )
            yield Item(line(strong(one.technique), ": used in ", *turns_linked(one.turns), *too))
        elif one.fitted:
            yield Item(line(strong(one.technique), ": would have suited ", *turns_linked(one.fitted)))
    unused = [one.technique for one in debrief.techniques if not one.turns and not one.fitted]
    if unused:
        yield Item(line(quiet(f"not used: {', '.join(unused)}")))


def _timeline(points: tuple[StagePoint, ...]) -> Timeline:
    there = {point.stage for point in points if point.stage}
    stages = (*STAGES, *sorted(there.difference(STAGES)))
    return Timeline(stages, points)


def _bar(one: Figure) -> Bar:
    name, *told = figure(one)
    return Bar(line(strong(name.text), *told), one.value, one.met, one.partly)
