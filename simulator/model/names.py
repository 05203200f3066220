"""Names in files, marked with what they name: the loader finds the marks and checks that there is such a thing."""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator


def twice(names: Sequence[str]) -> str | None:
    """The first name that stands more than once, None where each stands once."""
    return next((name for name in names if names.count(name) > 1), None)


def _as_tuple(value: Any) -> Any:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)


OneOrMore = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
"""A word or a list of words in the file; always a row here."""

Act = Annotated[str, "act"]
Acts = Annotated[tuple[str, ...], "act"]
"""Ids of acts; in a rubric `@name` stands for a group of its terms."""
Cues = Annotated[tuple[str, ...], "cue"]
Topics = Annotated[tuple[str, ...], "topic"]
Facts = Annotated[tuple[str, ...], "fact"]
Moves = Annotated[tuple[str, ...], "move"]
Questions = Annotated[tuple[str, ...], "question"]
"""Of the client."""
Marks = Annotated[tuple[str, ...], "mark"]
"""What acts and cues may be marked with."""
States = Annotated[tuple[str, ...], "state"]
Target = Annotated[str | None, "target"]
"""A state or an ending."""
