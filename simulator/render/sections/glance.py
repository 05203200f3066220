"""The debrief at a glance: what is critical, levels by area, techniques, the timeline, key figures."""

from collections.abc import Iterator

from simulator.model.debrief import AreaLevel, Debrief, Score, StagePoint
from simulator.model.transcript import STAGES
from simulator.render.blocks import Block, Grid, Heading, Item, Line, Paragraph, Row, Span, line, quiet, strong
from simulator.render.wording import figure, level, quotation, turns_named, worded


def glance(debrief: Debrief) -> Iterator[Block]:
    """What is critical comes before all else."""
    yield Heading("At a glance")
    yield from _critical(debrief)
    if debrief.areas:
        yield Heading("Levels by area", 3)
    for area in debrief.areas:
        yield Item(line(strong(f"{area.title or worded(area.area)}:"), " ", level(area.level), quiet(_unsure(area))))
    yield from _techniques(debrief)
    if debrief.timeline:
        yield Heading("Stages, turn by turn", 3)
        yield Grid(tuple(_timeline(debrief.timeline)))
    if debrief.figures:
        yield Heading("Key figures", 3)
        yield from (Item(line(figure(one))) for one in debrief.figures)


def _critical(debrief: Debrief) -> Iterator[Block]:
    found = [score for score in debrief.criteria if score.id in debrief.critical]
    if found:
        yield Paragraph(
            line(Span("Safety first. Please look at this before anything else, best with your supervisor:", "care"))
        )
    for score in found:
        yield Item(line(strong(f"{score.title}:"), " ", level(score.level)), tuple(_below(score)))


def _below(score: Score) -> Iterator[Line]:
    if score.anchor:
        yield line(score.anchor)
    if score.note:
        yield line("note: ", score.note)
    yield from map(quotation, score.evidence)


def _unsure(area: AreaLevel) -> str:
    more = area.unsure and area.level != "unsure"
    return f" ({area.unsure} more for your supervisor to judge)" if more else ""


def _techniques(debrief: Debrief) -> Iterator[Block]:
    if not debrief.techniques:
        return
    yield Heading("Techniques", 3)
    for one in debrief.techniques:
        if one.turns:
            fitted = quiet(f"; would have suited {turns_named(one.fitted)} too") if one.fitted else ""
            yield Item(line(strong(f"{one.technique}:"), f" used in {turns_named(one.turns)}", fitted))
        elif one.fitted:
            yield Item(line(strong(f"{one.technique}:"), f" would have suited {turns_named(one.fitted)}"))
    unused = [one.technique for one in debrief.techniques if not one.turns and not one.fitted]
    if unused:
        yield Item(line(quiet(f"not used: {', '.join(unused)}")))


def _timeline(points: tuple[StagePoint, ...]) -> Iterator[Row]:
    yield Row("turn", tuple(str(point.turn) for point in points))
    there = {point.stage for point in points}
    for stage in (*STAGES, *sorted(stage for stage in there if stage and stage not in STAGES)):
        yield Row(stage, tuple("●" if point.stage == stage else "·" for point in points))
    if any(point.trust is not None for point in points):
        yield Row("trust", tuple("" if point.trust is None else str(point.trust) for point in points))
