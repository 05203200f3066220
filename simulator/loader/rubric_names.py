"""Acts, cues, groups, areas and criteria that a rubric names and nobody defined."""

from collections.abc import Iterator
from typing import Any

import simulator.model.anchors
import simulator.model.criteria
import simulator.model.measuring
import simulator.model.rubric
from simulator.loader.checks.names import unknown, unknown_in
from simulator.loader.document import Document, Loc, children
from simulator.loader.likeness import suggestion
from simulator.model.noun import Noun
from simulator.model.rubric import Rubric
from simulator.model.source import Problem

Names = frozenset[str]


def _keys(kind: str) -> Names:
    """The keys of rubric files that hold names of this kind."""
    named = (one for module in MODULES for one in vars(module).values())
    nouns = (one for one in named if isinstance(one, type) and issubclass(one, Noun))
    return frozenset(key for noun in nouns for key, field in noun.model_fields.items() if kind in field.metadata)


MODULES = (simulator.model.anchors, simulator.model.criteria, simulator.model.measuring, simulator.model.rubric)
"""Where a rubric's nouns are."""
ACTS, CUES = _keys("act"), _keys("cue")
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


def inconsistent(rubric: Rubric, document: Document) -> Iterator[Problem]:
    """unknown-area, unknown-criterion, duplicate-id: what criteria, prompts and self-ratings name in their own file."""
    areas = [area.id for area in rubric.areas]
    ids = [criterion.id for criterion in rubric.criteria]
    for at, criterion in enumerate(rubric.criteria):
        yield from unknown(document, ("criteria", at, "area"), "area", (criterion.area, areas))
        if criterion.id in ids[:at]:
            what = f'there is a criterion "{criterion.id}" already'
            yield document.problem(("criteria", at, "id"), "duplicate-id", what, "give each an id of its own")
    named = {*ids, *(name for row in rubric.includes.values() for name in row)}
    for at, prompt in enumerate(rubric.prompts):
        yield from unknown(document, ("prompts", at, "about"), "criterion", (prompt.about, named))
    for at, item in enumerate(rubric.self_rating):
        yield from unknown_in(document, ("self_rating", at, "areas"), "area", (item.areas, areas))


def _named(loc: Loc, data: Any) -> Iterator[tuple[Loc, str, bool]]:
    """Every name in the lists that hold acts (True) or cues (False)."""
    inside = bool(loc) and loc[-1] in NAMED_LISTS
    for key, value in children(data).items():
        here = (*loc, key)
        if isinstance(value, list) and (inside or key in ACTS or key in CUES):
            words = ((at, one) for at, one in enumerate(value) if isinstance(one, str))
            yield from (((*here, at), one, inside or key in ACTS) for at, one in words)
        elif isinstance(value, str) and key in ACTS:
            yield here, value, True
        else:
            yield from _named(here, value)
