"""What a file is checked against: the pack it lies in first, then the packs of the caller."""

from functools import cache
from pathlib import Path

from simulator.authoring.proof import Definition, Readers, readers
from simulator.coder.grammar import Grammar
from simulator.coder.lexis import Lexis
from simulator.errors import ContentError
from simulator.library import Library
from simulator.loader.codebook_file import load_codebook
from simulator.loader.document import Loaded
from simulator.loader.known import Known
from simulator.loader.packs import Packs
from simulator.model.codebook import ActDefinition, Codebook
from simulator.model.defaults import DEFAULT_LANGUAGE
from simulator.readers import Readers as OfScenario


class Surroundings:
    """Looks things up once per pack and language, however many files ask."""

    def __init__(self, packs: Packs) -> None:
        self._library = Library(packs)
        self._codebooks = cache(load_codebook)
        self._lexes = cache(self._lexis)
        self._readers = cache(self._made)

    def known(self, path: Path, language: str) -> Known:
        """The names a file may use."""
        return self._library.around(path).known(language)

    def language(self, path: Path) -> str:
        """The language of a codebook file, by its folder or name; where neither is one, that of nameless scenarios."""
        languages = self._library.around(path).packs.codebooks()
        named = (path.resolve().parent.name, path.stem.rpartition(".")[2])
        return next((name for name in named if name in languages), DEFAULT_LANGUAGE)

    def codebook(self, path: Path, language: str) -> Loaded[Codebook]:
        """The codebook of a language around a file, or what keeps it from being loaded."""
        folder = self._library.around(path).packs.codebooks().get(language)
        return self._codebooks(folder, language) if folder else Loaded(None)

    def lexis(self, path: Path) -> Lexis:
        """What the phrases of a codebook file compile with. Raises ContentError where its codebook cannot be loaded."""
        return self._lexes(*self._home(path))

    def readers(self, path: Path, one: Definition) -> Readers:
        """Readers by the codebook with this definition in it. Raises PhraseError where the language file is wrong."""
        folder, language = self._home(path)
        if folder and folder.resolve() in path.resolve().parents:
            return self._readers(folder, language)
        return readers(_with(self.codebook(path, language).needed(), one), self.lexis(path))

    def readers_of(self, path: Path, language: str) -> OfScenario | None:
        """Who reads the lines of a scenario; None where its codebook, told with its own files, is wrong."""
        try:
            return self._library.around(path).readers(language)
        except ContentError:
            return None

    def _home(self, path: Path) -> tuple[Path | None, str]:
        """The `rubrics` folder with the codebook that a codebook file belongs to, and its language."""
        language = self.language(path)
        return self._library.around(path).packs.codebooks().get(language), language

    def _lexis(self, rubrics: Path, language: str) -> Lexis:
        return Grammar(self._codebooks(rubrics, language).needed()).lexis

    def _made(self, rubrics: Path, language: str) -> Readers:
        return readers(self._codebooks(rubrics, language).needed(), self._lexes(rubrics, language))


def _with(codebook: Codebook, one: Definition) -> Codebook:
    if isinstance(one, ActDefinition):
        return codebook.model_copy(update={"acts": (*(act for act in codebook.acts if act.id != one.id), one)})
    return codebook.model_copy(update={"cues": (*(cue for cue in codebook.cues if cue.id != one.id), one)})
