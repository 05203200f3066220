"""Who writes a note beside a talk, with what only the caller knows of it."""

from collections.abc import Callable
from typing import Any, NamedTuple


class Pen(NamedTuple):
    """The trainee's code, and where fresh ids and the time (ISO 8601, UTC) come from."""

    by: str | None
    new_id: Callable[[], str]
    now: Callable[[], str]

    def signed(self) -> dict[str, Any]:
        """What every note of this trainee begins with; the id is fresh each time."""
        return {"id": self.new_id(), "by": self.by, "role": "trainee", "at": self.now()}
