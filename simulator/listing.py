"""Names in a row, as messages and pages write them."""

from collections.abc import Iterable


def some_of(names: Iterable[str], most: int) -> str:
    """The first names, at most so many, and how many more there are."""
    rows = list(names)
    more = f" and {len(rows) - most} more" if len(rows) > most else ""
    return ", ".join(rows[:most]) + more
