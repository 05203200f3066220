"""What stands around the chat pane of the full screen: head, side pane, and the rule above the editor."""

from collections.abc import Iterator

from simulator.chat.bubbles import RULE, Row, clipped, rows_of
from simulator.chat.controller import Status
from simulator.chat.full_screen_roll import Roll
from simulator.model.transcript import STAGES
from simulator.render.counting import counted
from simulator.render.wrapping import columns

SIDE_COLUMNS = 34
FOLDED_BELOW = 90
"""Columns of the window; a narrower one has no room for a side pane, and its head says the most of it."""

_EDGE = "│ "
_HERE, _ELSEWHERE = "▸ ", "  "


def has_side(status: Status, columns_of_window: int) -> bool:
    """Whether there is a side pane: in a window wide enough, where the mode lets something be shown."""
    shown = (status.stage, status.trust, status.hint)
    return columns_of_window >= FOLDED_BELOW and any(part is not None for part in shown)


def head(status: Status, width: int) -> Row:
    """The row on top, as wide as the window."""
    parts = [status.title, status.manner]
    parts += [counted(status.turns, "turn")] if status.turns else []
    if not has_side(status, width):
        parts += [status.stage] if status.stage else []
        parts += [f"trust {status.trust}"] if status.trust is not None else []
    return "reverse", _filled(f" {clipped(' · '.join(parts), width - 2)}", " ", width)


def side(status: Status, width: int, height: int) -> list[Row]:
    """The side pane in full height; what does not fit is cut off below, the goals first."""
    rows = list(_side(status, width - columns(_EDGE)))[:height]
    rows += [("", "")] * (height - len(rows))
    return [(style, _EDGE + text) for style, text in rows]


def _side(status: Status, width: int) -> Iterator[Row]:
    if status.stage is not None:
        yield "bold", "Stage"
        for stage in STAGES:
            here = stage == status.stage
            yield ("bold" if here else ""), (_HERE if here else _ELSEWHERE) + stage
        yield "", ""
    if status.trust is not None:
        yield "bold", f"Trust {status.trust}"
        yield "", ""
    if status.hint is not None:
        yield "bold", "Hint"
        yield from (("", row) for row in rows_of(status.hint, width))
        yield "", ""
    if status.goals:
        yield "bold", "Goals"
    for goal in status.goals:
        first, *rest = rows_of(goal, width - 2)
        yield "", f"- {first}"
        yield from (("", f"  {row}") for row in rest)


def rule(writer: str, roll: Roll, width: int) -> Row:
    """The rule above the editor; it says who is typing, and what there is below for whoever reads further up."""
    right = "" if roll.follows else f" {roll.below} new below: End " if roll.below else " more below: End "
    left = f" {clipped(f'{writer} is typing ...', width - columns(right) - 6)} " if writer else ""
    row = _filled(RULE * 2 + left, RULE, width - columns(right) - 2) + right + RULE * 2
    return "bold" if left or right else "", row


def _filled(text: str, mark: str, width: int) -> str:
    return text + mark * max(width - columns(text), 0)
