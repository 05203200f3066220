"""Criteria that a rubric takes over from another, so that safety is written once and judged alike everywhere."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from simulator.loader.checks.names import unknown_keys
from simulator.loader.document import Document, Loc
from simulator.loader.nouns import build
from simulator.loader.packs import shipped, yaml_files
from simulator.loader.rubric_names import inconsistent
from simulator.loader.suggestion import suggestion
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.criteria import Criterion
from simulator.model.rubric import Prompt, Rubric, SelfRatingItem, Terms
from simulator.model.source import Problem

Others = dict[str, Path]
"""Rubric files by id."""


def others(beside: Path) -> Others:
    """The rubrics to take from: those in the folder given first, then those that ship."""
    files = (*yaml_files(shipped() / "rubrics"), *yaml_files(beside))
    return {path.stem: path for path in files}


def unknown_inclusions(rubric: Rubric, document: Document, known: Others) -> Iterator[Problem]:
    """unknown-rubric, unknown-criterion and duplicate-id: what `includes` names wrongly."""
    seen = {criterion.id for criterion in rubric.criteria}
    yield from unknown_keys(document, ("includes",), "rubric", (rubric.includes, known))
    for name, ids in rubric.includes.items():
        loc: Loc = ("includes", name)
        if name in known:
            if other := _rubric(known[name]):
                yield from _not_to_be_had(ids, other, seen, (document, loc))
            else:
                yield document.problem(loc, "unknown-rubric", f'the rubric "{name}" has problems', "mend them first")
        seen.update(ids)


def _not_to_be_had(
    ids: tuple[str, ...], other: Rubric, seen: Collection[str], at: tuple[Document, Loc]
) -> Iterator[Problem]:
    """The criteria that the other rubric has not, or that are there already."""
    document, loc = at
    there = {criterion.id for criterion in other.criteria}
    for number, one in enumerate(ids):
        if one not in there:
            what = f'"{other.id}" has no criterion "{one}" of its own'
            yield document.problem((*loc, number), "unknown-criterion", what, suggestion(one, there, "criterion"))
        elif one in seen or one in ids[:number]:
            what = f'there is a criterion "{one}" already'
            yield document.problem((*loc, number), "duplicate-id", what, "leave one of the two out")


def with_inclusions(rubric: Rubric, known: Others) -> Rubric:
    """The rubric with the criteria it includes behind its own, and with what these need to be judged.

    That is their areas with what is rated of them, prompts about them or about none, terms and questions of wellbeing;
    where both have a word, the rubric's own counts.
    """
    for name, ids in rubric.includes.items():
        other = _rubric(known[name])
        if other is not None:
            rubric = _joined(rubric, other, frozenset(ids))
    return rubric.model_copy(update={"includes": {}})


def _joined(rubric: Rubric, other: Rubric, ids: frozenset[str]) -> Rubric:
    taken = tuple(criterion for criterion in other.criteria if criterion.id in ids)
    have = {area.id for area in rubric.areas}
    wanted = {criterion.area for criterion in taken} - have
    return rubric.model_copy(
        update={
            "areas": (*rubric.areas, *(area for area in other.areas if area.id in wanted)),
            "criteria": _by_area((*rubric.criteria, *taken)),
            "terms": _terms(rubric.terms, other.terms),
            "prompts": (*rubric.prompts, *_prompts(other.prompts, ids)),
            "self_rating": (*rubric.self_rating, *_rated(other.self_rating, wanted)),
            "wellbeing": rubric.wellbeing or other.wellbeing,
        }
    )


def _by_area(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """Criteria of one area stand together, where its first one stands: a debrief shows them by area."""
    rows: dict[str, list[Criterion]] = {}
    for criterion in criteria:
        rows.setdefault(criterion.area, []).append(criterion)
    return tuple(criterion for row in rows.values() for criterion in row)


def _prompts(prompts: Iterable[Prompt], ids: frozenset[str]) -> Iterator[Prompt]:
    return (prompt for prompt in prompts if prompt.about is None or prompt.about in ids)


def _rated(items: Iterable[SelfRatingItem], areas: set[str]) -> Iterator[SelfRatingItem]:
    """The items that are about one of these areas, and about no other."""
    for item in items:
        here = tuple(area for area in item.areas if area in areas)
        if here:
            yield item.model_copy(update={"areas": here})


def _terms(own: Terms, other: Terms) -> Terms:
    """Groups and stages are joined by name, everything else is taken over where the rubric does not say it itself."""
    joined = {name: getattr(own, name) for name in own.model_fields_set}
    for name in ("groups", "stages"):
        joined[name] = {**getattr(other, name), **getattr(own, name)}
    return other.model_copy(update=joined)


def _rubric(path: Path) -> Rubric | None:
    """The rubric as its own file has it, None where that has problems."""
    stamp = path.stat()
    return _read(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=16)
def _read(path: Path, changed: int, size: int) -> Rubric | None:
    """Kept as long as the file does not change: many rubrics take from the same one."""
    document = read_yaml(path, str(path))
    rubric = build(document, Rubric).value
    return None if rubric is None or any(inconsistent(rubric, document, {})) else rubric
