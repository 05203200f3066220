"""Acts, cues and groups that a rubric names and nobody defined."""

from collections.abc import Iterator
from typing import Any

from simulator.loader.document import Document, Loc, children
from simulator.loader.likeness import suggestion
from simulator.model.rubric import Rubric
from simulator.model.source import Problem

Names = frozenset[str]

ACTS = frozenset(
    (
        *("acts", "weaker", "enough", "completed_by", "spoiled_by", "in_danger", "own", "only_with", "prescriptive"),
        *("asked_leave", "taken_back", "redressed_by", "agreed_by", "directed_by", "questions", "offers", "passing"),
        *("unless", "not_amid", "brief", "answers"),
    )
)
"""Keys whose lists hold acts or groups; so do the lists inside `groups` and `stages`."""
CUES = frozenset(
    (
        *("cues", "accepted_by", "declined_by", "requested_by", "asked_by", "asked_directly", "danger"),
        *("or_answering", "right_after", "suits"),
    )
)
"""Keys whose lists hold cues."""
NAMED_LISTS = frozenset({"groups", "stages"})


def unknown_names(rubric: Rubric, document: Document, acts: Names, cues: Names) -> Iterator[Problem]:
    """unknown-group, unknown-act and unknown-cue, wherever the file names one; without acts or cues only groups."""
    groups = frozenset(f"@{name}" for name in rubric.terms.groups)
    for loc, name, names_acts in _named((), document.data):
        kind, names = ("act", acts) if names_acts else ("cue", cues)
        if name.startswith("@") and names_acts:
            kind, names = "group", groups
        if name not in names and (names or kind == "group"):
            yield document.problem(loc, f"unknown-{kind}", f'there is no {kind} "{name}"', suggestion(name, names))


def _named(loc: Loc, data: Any) -> Iterator[tuple[Loc, str, bool]]:
    """Every name in the lists that hold acts (True) or cues (False)."""
    inside = bool(loc) and loc[-1] in NAMED_LISTS
    for key, value in children(data).items():
        here = (*loc, key)
        if isinstance(value, list) and (inside or key in ACTS or key in CUES):
            words = ((at, one) for at, one in enumerate(value) if isinstance(one, str))
            yield from (((*here, at), one, inside or key in ACTS) for at, one in words)
        else:
            yield from _named(here, value)
