"""A debrief as JSON, format 1: the fields of simulator/model/debrief.py under their own names.

History: 1 is the first. A field may be added within a format; one renamed or taken away makes a new one.
"""

import json
from typing import Any

from simulator.model.debrief import Debrief


def debrief_object(debrief: Debrief) -> dict[str, Any]:
    """The debrief without the conversation, for a document that has the conversation beside it."""
    return debrief.model_dump(mode="json", by_alias=True, exclude={"transcript"})


def to_json(debrief: Debrief) -> str:
    """The whole debrief, conversation included, in one line."""
    return in_a_line(debrief.model_dump(mode="json", by_alias=True))


def in_a_line(document: dict[str, Any]) -> str:
    """A document as one line of JSON."""
    return json.dumps(document, ensure_ascii=True, separators=(",", ":"), allow_nan=False) + "\n"
