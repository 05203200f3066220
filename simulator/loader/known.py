"""The names that other files define and a scenario or a walk may use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from simulator.loader.cache import fingerprint
from simulator.loader.packs import Packs, yaml_files

if TYPE_CHECKING:
    from simulator.model.rubric import Rubric

Names = frozenset[str]


@dataclass(frozen=True)
class Known:
    """Names by kind; criteria by rubric, none for one with problems. A kind without any name is not checked."""

    acts: Names = frozenset()
    cues: Names = frozenset()
    feelings: Names = frozenset()
    criteria: Mapping[str, Names] = field(default_factory=dict)
    scenarios: Names = frozenset()

    def by_kind(self) -> dict[str, Iterable[str]]:
        """The names by the kinds that fields are marked with, without criteria; no kind is empty."""
        kinds = {"act": self.acts, "cue": self.cues, "feeling": self.feelings, "scenario": self.scenarios}
        return {kind: names for kind, names in kinds.items() if names}

    def beside(self, path: Path) -> "Known":
        """The same with the scenarios in the folder of a file."""
        return replace(self, scenarios=self.scenarios | {one.stem for one in yaml_files(path.parent)})


class NameSources(NamedTuple):
    """What `known_names` reads; acts, cues and scenarios are told from the names of their files."""

    acts: Names
    cues: Names
    feelings: Path | None
    rubrics: Mapping[str, Path]
    scenarios: Names

    def fingerprint(self) -> str:
        """The same as long as the known names are."""
        names = (f"{kind}: {' '.join(sorted(getattr(self, kind)))}" for kind in ("acts", "cues", "scenarios"))
        feelings = (self.feelings,) if self.feelings else ()
        return "; ".join((*names, fingerprint((*feelings, *self.rubrics.values()))))


def name_sources(packs: Packs, language: str) -> NameSources:
    """Where the packs define names; this reads no file."""
    folder = packs.codebooks().get(language)
    feelings = folder / "language" / f"feelings.{language}.yaml" if folder else None
    return NameSources(
        acts=_names(folder, "codebook", language),
        cues=_names(folder, "cues", language),
        feelings=feelings if feelings and feelings.is_file() else None,
        rubrics=packs.rubrics(),
        scenarios=frozenset(packs.scenarios()),
    )


def known_names(packs: Packs, language: str) -> Known:
    """What the packs define; this reads no codebook."""
    from simulator.loader.rubric_file import load_rubric

    sources = name_sources(packs, language)
    loaded = {rubric: load_rubric(path, str(path)).value for rubric, path in sources.rubrics.items()}
    return Known(
        acts=sources.acts,
        cues=sources.cues,
        feelings=_feelings(sources.feelings) if sources.feelings else frozenset(),
        criteria={name: _criteria(rubric) for name, rubric in loaded.items()},
        scenarios=sources.scenarios,
    )


def _feelings(path: Path) -> Names:
    from simulator.loader.nouns import build
    from simulator.loader.yaml_nodes import read_yaml
    from simulator.model.codebook import Feelings

    feelings = build(read_yaml(path, str(path)), Feelings).value
    return frozenset(feelings.root) if feelings else frozenset()


def _criteria(rubric: "Rubric | None") -> Names:
    return frozenset(criterion.id for criterion in rubric.criteria) if rubric else frozenset()


def _names(folder: Path | None, kind: str, language: str) -> Names:
    return frozenset(path.stem for path in yaml_files(folder / kind / language)) if folder else frozenset()
