"""The files of one language's codebook, as bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from simulator.loader.cache import hash_of
from simulator.loader.packs import yaml_files

FITTED = ("acts", "cues", "senses")
"""What `rehearse fit` makes: weights for the acts and the cues, and what words mean."""


@dataclass(frozen=True)
class CodebookSources:
    """Files by their path inside the `rubrics` folder, sorted; `sha256` is over names and contents."""

    rubrics: Path
    language: str
    files: Mapping[str, bytes]
    sha256: str

    def within(self, kind: str) -> list[str]:
        """The names of the files of `codebook` or `cues`."""
        return [name for name in self.files if name.startswith(f"{kind}/{self.language}/")]

    @property
    def words(self) -> str:
        """The text of the list of real words, empty where there is none."""
        return self.files.get(f"language/words.{self.language}.txt", b"").decode("utf-8", errors="replace")

    def fitted(self, kind: str) -> str:
        """What was fitted (JSON), one of FITTED; empty where there is nothing."""
        return self.files.get(self.fitted_name(kind), b"").decode("utf-8", errors="replace")

    def fitted_name(self, kind: str) -> str:
        """The name of the file with what was fitted, one of FITTED."""
        return f"model/{self.language}.{kind}.json"

    def without_fitted(self) -> "CodebookSources":
        """The same files, but nothing that was fitted on them."""
        fitted = {self.fitted_name(kind) for kind in FITTED}
        return replace(self, files={name: raw for name, raw in self.files.items() if name not in fitted})

    def shown(self, name: str) -> str:
        """A file as messages name it."""
        return str(self.rubrics / name)


def codebook_sources(rubrics: Path, language: str) -> CodebookSources | None:
    """All files of the language, None where it has no codebook. Raises OSError where one cannot be read."""
    if language not in {path.name for path in (rubrics / "codebook").glob("*/")}:
        return None
    single = ("{}.yaml", "feelings.{}.yaml", "fields.{}.yaml", "words.{}.txt")
    paths = [rubrics / "language" / name.format(language) for name in single]
    paths += [rubrics / "model" / f"{language}.{kind}.json" for kind in FITTED]
    paths = [path for path in paths if path.is_file()]
    for kind in ("codebook", "cues"):
        paths += yaml_files(rubrics / kind / language)
    files = dict(sorted((path.relative_to(rubrics).as_posix(), path.read_bytes()) for path in paths))
    return CodebookSources(rubrics, language, files, hash_of(files.items()))
