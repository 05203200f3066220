"""Everything content is made of, loaded once and made ready: codebooks, rubrics, scenarios."""

from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder
from simulator.coder.phrases import PhraseError
from simulator.errors import ContentError
from simulator.loader.codebook_file import load_codebook
from simulator.loader.known import Known, known_names
from simulator.loader.likeness import suggestion
from simulator.loader.packs import Packs, packs
from simulator.model.codebook import Codebook
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario


class Readers(NamedTuple):
    """One codebook made ready: who reads the counselor, and who reads the client."""

    codebook: Codebook
    coder: Coder
    client_reader: ClientReader


class Frozen(NamedTuple):
    """The content a conversation is played and judged by."""

    scenario: Scenario
    rubric: Rubric
    codebook: Codebook


def make_readers(codebook: Codebook) -> Readers:
    """The readers of a codebook. Raises ContentError where a phrase of it is malformed."""
    try:
        coder = Coder(codebook)
        return Readers(codebook, coder, ClientReader(coder.grammar))
    except PhraseError as wrong:
        language = codebook.language.language
        raise ContentError(f"the codebook {language}: {wrong}; `rehearse lint` names the file and line") from None


class Library:
    """The packs in use; every method raises ContentError with all problems of the file in its message."""

    def __init__(self, content: Packs | None = None) -> None:
        self.packs = content or packs()
        self.codebook = lru_cache(self._codebook)
        self.readers = lru_cache(self._readers)
        self.rubric = lru_cache(self._rubric)

    @cached_property
    def known(self) -> Known:
        """The names scenarios may use, for checking them."""
        return known_names(self.packs, "en")

    def scenario(self, wanted: str) -> Scenario:
        """A scenario by id, or by the path of its file."""
        from simulator.loader.scenario_file import load_scenario

        path = self.scenario_path(wanted)
        return load_scenario(path, shown(path), self.known).needed()

    def scenario_path(self, wanted: str) -> Path:
        """Where a scenario lies; `wanted` is its id or its path."""
        return self._path(wanted, self.packs.scenarios(), "scenario")

    def frozen(self, wanted: str) -> Frozen:
        """A scenario with the rubric and the codebook it names."""
        scenario = self.scenario(wanted)
        return Frozen(scenario, self.rubric(scenario.rubric), self.codebook(scenario.language))

    def _rubric(self, wanted: str) -> Rubric:
        from simulator.loader.rubric_file import load_rubric

        path = self._path(wanted, self.packs.rubrics(), "rubric")
        return load_rubric(path, shown(path)).needed()

    def _codebook(self, language: str) -> Codebook:
        folder = self.packs.codebooks().get(language)
        if folder is None:
            there = ", ".join(self.packs.codebooks())
            raise ContentError(f'no codebook for the language "{language}"; there is one for: {there}')
        return load_codebook(folder, language).needed()

    def _readers(self, language: str) -> Readers:
        return make_readers(self.codebook(language))

    def _path(self, wanted: str, known: dict[str, Path], kind: str) -> Path:
        if wanted in known:
            return known[wanted]
        if wanted.endswith((".yaml", ".yml")) and Path(wanted).is_file():
            return Path(wanted)
        raise ContentError(f'no {kind} "{wanted}"; {suggestion(wanted, known)}')


def shown(path: Path) -> str:
    """A path as messages name it: short where it lies under the working folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
