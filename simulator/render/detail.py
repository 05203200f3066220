"""How much of a debrief somebody sees: what is not for them is taken out before anything is printed."""

from typing import Any, Literal

from simulator.model.debrief import Debrief

Detail = Literal["trainee", "supervisor", "trainer"]

OF_TRAINERS: dict[str, Any] = {"hashes": {}, "measures": {}, "strength": 1.0, "state": None, "nearest": None}
"""For who writes scenarios and rubrics, and what stands there for everybody else."""
OF_SUPERVISORS: dict[str, Any] = {**OF_TRAINERS, "by": "", "listen_for": ""}
"""Rules and hints, which a trainee does without."""


def shown_to(debrief: Debrief, detail: Detail) -> Debrief:
    """A trainer sees all; a supervisor no measures, strengths and hashes; a trainee no rules, hints and sources either.

    Facts keep their sources for everybody.
    """
    if detail == "trainer":
        return debrief
    document = debrief.model_dump(mode="json", by_alias=True)
    if detail == "trainee":
        document["criteria"] = [{**one, "figures": [], "source": ""} for one in document["criteria"]]
    return Debrief.model_validate(_without(document, OF_TRAINERS if detail == "supervisor" else OF_SUPERVISORS))


def _without(value: Any, hidden: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        return {key: _kept(key, inner, hidden) for key, inner in value.items()}
    return [_without(one, hidden) for one in value] if isinstance(value, list) else value


def _kept(key: str, value: Any, hidden: dict[str, Any]) -> Any:
    # What people wrote is for everybody, and signed (`by`) with their codes.
    return value if key == "notes" else hidden[key] if key in hidden else _without(value, hidden)
