"""Where content lies: the shipped folders, and the packs of files that the caller names.

A pack is a folder with `scenarios/` and `rubrics/` in it. A file belongs to the nearest folder around it that has
`rubrics/` in it. Ids and languages are looked up among the files that are there and never joined to a path, so no id
can lead out of its folder.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
WALKS = ".walks"
RUBRICS = "rubrics"


def shipped() -> Path:
    """The pack that comes along: inside the package in a wheel, beside it in a checkout or an editable install."""
    inside = PACKAGE / "packs"
    return inside if inside.is_dir() else PACKAGE.parent


@dataclass(frozen=True)
class Packs:
    """Packs in the order in which they are searched; the first that has an id wins.

    Before all of them come the files in `named`: rubrics that the caller named by their path.
    """

    folders: tuple[Path, ...]
    named: tuple[Path, ...] = ()

    def around(self, path: Path) -> "Packs":
        """The same with the pack of a file or folder first, unless it is one of these already."""
        here = path.resolve()
        own = next((folder for folder in (here, *here.parents) if (folder / RUBRICS).is_dir()), None)
        if own is None or own in {folder.resolve() for folder in self.folders}:
            return self
        return replace(self, folders=(own, *self.folders))

    def naming(self, rubric: Path) -> "Packs":
        """The same with the pack of a rubric file first, and the file itself before it, wherever it lies."""
        return replace(self.around(rubric), named=(rubric, *self.named))

    def content(self) -> list[Path]:
        """All folders with content in them."""
        folders = [folder / kind for folder in self.folders for kind in (RUBRICS, "scenarios")]
        return [folder for folder in folders if folder.is_dir()]

    def scenarios(self) -> dict[str, Path]:
        """Every scenario file by its id."""
        return self._by_name("scenarios")

    def rubrics(self) -> dict[str, Path]:
        """Every rubric file by its id."""
        return {**self._by_name(RUBRICS), **{path.stem: path for path in reversed(self.named)}}

    def forms(self) -> dict[str, Path]:
        """Every form file by its id."""
        return self._by_name("rubrics/forms")

    def codebooks(self) -> dict[str, Path]:
        """The `rubrics` folder to use for each language that has a codebook."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for language in sorted((folder / RUBRICS / "codebook").glob("*/")):
                found.setdefault(language.name, folder / RUBRICS)
        return found

    def _by_name(self, kind: str) -> dict[str, Path]:
        found = {path.stem: path for folder in reversed(self.folders) for path in yaml_files(folder / kind)}
        return {name: found[name] for name in sorted(found) if not name.endswith(WALKS)}


def packs() -> Packs:
    """What ships."""
    return Packs((shipped(),))


def walks_beside(scenario: Path) -> Path:
    """Where the walks of a scenario file are, whether or not there are any."""
    return scenario.with_name(f"{scenario.stem}{WALKS}.yaml")


def scenario_beside(walks: Path) -> Path:
    """The scenario file that a walk file lies beside."""
    return walks.with_name(walks.name.removesuffix(".yaml").removesuffix(WALKS) + ".yaml")


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of one folder, sorted by name; none where there is no folder."""
    return sorted(path for path in folder.glob("*.yaml") if path.is_file())


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the YAML files anywhere in the folders named; each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside))
    return list(found)
