"""What kind of content a file is, told by the keys at its top."""

from typing import Any, Literal

Kind = Literal["scenario", "walks", "rubric", "act", "cue", "language", "feelings", "fields", "bots", "form", "talk"]

MARKS: tuple[tuple[str, Kind], ...] = (
    ("walks", "walks"),
    ("bots", "bots"),
    ("states", "scenario"),
    ("opens", "scenario"),
    ("areas", "rubric"),
    ("criteria", "rubric"),
    ("act", "act"),
    ("cue", "cue"),
    ("stemmer", "language"),
    ("fields", "fields"),
    ("questions", "form"),
    ("talk", "talk"),
    ("levels", "talk"),
)
"""The first key that is there decides; no two kinds share one of them, but for `criteria`."""


def kind_of(data: Any) -> Kind | None:
    """The kind of a file by its data, None where it is like nothing known."""
    if not isinstance(data, dict):
        return None
    for key, kind in MARKS:
        if key in data:
            return kind
    return "feelings" if any(isinstance(one, dict) and "words" in one for one in data.values()) else None
