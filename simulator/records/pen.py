"""Who writes notes beside a talk, with what only the caller knows of them."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple


class Pen(NamedTuple):
    """Whose it is (a code), and where fresh ids and the time (ISO 8601, UTC) come from."""

    by: str | None
    role: Literal["trainee", "supervisor"]
    new_id: Callable[[], str]
    at: Callable[[], str]

    def signed(self) -> dict[str, Any]:
        """What every note of theirs begins with; the id is fresh each time."""
        return {"id": self.new_id(), "by": self.by, "role": self.role, "at": self.at()}
