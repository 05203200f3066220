"""Debriefs and tables as JSON lines, with nothing lost."""

import json
from collections.abc import Iterable

from simulator.exporting.tables import Row
from simulator.model.debrief import Debrief


def sessions_to_jsonl(debriefs: Iterable[Debrief]) -> str:
    """A whole debrief with its transcript and notes a line."""
    return "".join(json.dumps(one.model_dump(mode="json", by_alias=True)) + "\n" for one in debriefs)


def rows_to_jsonl(rows: Iterable[Row]) -> str:
    """A row a line."""
    return "".join(json.dumps(row) + "\n" for row in rows)
