"""The names that other files define and a scenario or a walk may use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from simulator.loader.language_file import load_feelings
from simulator.loader.packs import Packs, yaml_files
from simulator.loader.rubric_file import load_rubric

Names = frozenset[str]
LEVELS: Names = frozenset({"met", "partly", "not_yet", "not_applicable", "unsure"})


@dataclass(frozen=True)
class Known:
    """Names by kind; criteria by rubric. A kind without any name is not checked."""

    acts: Names = frozenset()
    cues: Names = frozenset()
    feelings: Names = frozenset()
    criteria: Mapping[str, Names] = field(default_factory=dict)
    scenarios: Names = frozenset()


def known_names(packs: Packs, language: str) -> Known:
    """What the packs define; acts and cues are told from the names of their files, so this reads no codebook."""
    folder = packs.codebooks().get(language)
    loaded = {rubric: load_rubric(path, str(path)).value for rubric, path in packs.rubrics().items()}
    criteria = {name: frozenset(c.id for c in rubric.criteria) for name, rubric in loaded.items() if rubric}
    return Known(
        acts=_names(folder, "codebook", language),
        cues=_names(folder, "cues", language),
        feelings=_feelings(folder, language),
        criteria=criteria,
        scenarios=frozenset(packs.scenarios()),
    )


def _names(folder: Path | None, kind: str, language: str) -> Names:
    return frozenset(path.stem for path in yaml_files(folder / kind / language)) if folder else frozenset()


def _feelings(folder: Path | None, language: str) -> Names:
    path = folder / "language" / f"feelings.{language}.yaml" if folder else None
    loaded = load_feelings(path, str(path)).value if path and path.is_file() else None
    return frozenset(loaded.root) if loaded else frozenset()
