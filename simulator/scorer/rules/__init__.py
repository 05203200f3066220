"""One module for each kind of criterion; a new kind is a module and a line here."""

from collections.abc import Callable
from typing import Any

from simulator.scorer.finding import Finding
from simulator.scorer.rules import absence, facts, limit, order, presence, response, share, structure
from simulator.scorer.talk import Talk

RULES: dict[str, Callable[[Any, Talk], Finding]] = {
    "order": order.judge,
    "presence": presence.judge,
    "absence": absence.judge,
    "share": share.judge,
    "response": response.judge,
    "structure": structure.judge,
    "limit": limit.judge,
    "facts": facts.judge,
}
