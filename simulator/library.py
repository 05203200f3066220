"""Everything content is made of, loaded once and made ready: codebooks, rubrics, scenarios."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from simulator.errors import ContentError
from simulator.loader.cache import fingerprint
from simulator.loader.codebook_file import codebook_content
from simulator.loader.content import Content, content_of, kept_content
from simulator.loader.document import Loaded
from simulator.loader.known import Known, known_names, name_sources
from simulator.loader.named_file import named_file
from simulator.loader.packs import Packs, packs, yaml_files
from simulator.model.defaults import DEFAULT_LANGUAGE
from simulator.model.noun import Noun
from simulator.model.scenario import Scenario
from simulator.readers import Readers, kept_readers

if TYPE_CHECKING:
    from simulator.model.codebook import Codebook
    from simulator.model.comparison import ContentKind
    from simulator.model.contact_form import FormDefinition
    from simulator.model.rubric import Rubric

N = TypeVar("N", bound=Noun)

KINDS: "tuple[ContentKind, ...]" = ("scenario", "rubric", "codebook")
"""What a conversation is frozen to."""


class Frozen:
    """The content a conversation is judged by; rubric and codebook are read when first asked for.

    An imported talk may play no scenario.
    """

    def __init__(
        self,
        scenario: Scenario | Content[Scenario] | None,
        rubric: "Rubric | Content[Rubric]",
        codebook: "Codebook | Content[Codebook]",
    ) -> None:
        self._scenario = None if scenario is None else _content(scenario)
        self._rubric = _content(rubric)
        self._codebook = _content(codebook)

    @property
    def scenario(self) -> Scenario | None:
        return self._scenario.noun if self._scenario else None

    @property
    def rubric(self) -> "Rubric":
        return self._rubric.noun

    @property
    def codebook(self) -> "Codebook":
        return self._codebook.noun

    def contents(self) -> "Mapping[str, Content[Scenario] | Content[Rubric] | Content[Codebook]]":
        """All of it by its kind, as it is kept."""
        rows = zip(KINDS, (self._scenario, self._rubric, self._codebook), strict=True)
        return {kind: content for kind, content in rows if content}


class Played(Frozen):
    """The content a conversation is also played by: there always is a scenario."""

    scenario: Scenario


def _content(one: N | Content[N]) -> Content[N]:
    return one if isinstance(one, Content) else content_of(one)


class Library:
    """The packs in use; every method raises ContentError with all problems of the file in its message."""

    def __init__(self, content: Packs | None = None) -> None:
        self.packs = content or packs()
        self.readers = lru_cache(self._readers)
        self.known = lru_cache(self._known)
        self._rubric_content = lru_cache(self._load_rubric)
        self._codebook_content = lru_cache(self._load_codebook)
        self._others = lru_cache(self._beside)

    def around(self, path: Path) -> "Library":
        """The library to read a file with: its own pack comes first."""
        return self._others(self.packs.around(path))

    def naming(self, rubric: str) -> "Library":
        """The library in which a rubric, given by id or path, is known by its id."""
        path = named_file(rubric, self.packs.rubrics(), "rubric")
        return self if rubric in self.packs.rubrics() else self._others(self.packs.naming(path))

    def for_scenario(self, wanted: str | None) -> "Library":
        """The library to read a scenario with; `wanted` is its id or path, or None for any."""
        return self.around(self.scenario_path(wanted)) if wanted else self

    def scenario(self, wanted: str) -> Scenario:
        """A scenario by id, or by the path of its file; it is read with its own pack."""
        path = self.scenario_path(wanted)
        return self.around(path)._scenario_content(path).noun

    def scenario_path(self, wanted: str) -> Path:
        """Where a scenario lies; `wanted` is its id or its path."""
        return named_file(wanted, self.packs.scenarios(), "scenario")

    def rubric(self, wanted: str) -> "Rubric":
        """A rubric by id, or by the path of its file."""
        return self._rubric_content(wanted).noun

    def codebook(self, language: str) -> "Codebook":
        """The codebook of a language, without its examples."""
        return self._codebook_content(language).noun

    def form(self, wanted: str) -> "FormDefinition":
        """A contact form by id, or by the path of its file."""
        from simulator.loader.form_file import load_form

        path = named_file(wanted, self.packs.forms(), "form")
        return load_form(path, shown(path)).needed()

    def frozen(self, wanted: str) -> Played:
        """A scenario with the rubric and the codebook it names, from its own pack where that has them."""
        path = self.scenario_path(wanted)
        library = self.around(path)
        content = library._scenario_content(path)
        scenario = content.noun
        return Played(content, library._rubric_content(scenario.rubric), library._codebook_content(scenario.language))

    def _beside(self, others: Packs) -> "Library":
        if others == self.packs:
            return self
        library = type(self)(others)
        if others.codebooks() == self.packs.codebooks():
            # Readers are dear, and an own pack seldom has a codebook of its own.
            library.readers, library._codebook_content = self.readers, self._codebook_content
        return library

    def _scenario_content(self, path: Path) -> Content[Scenario]:
        def load() -> Loaded[Scenario]:
            from simulator.loader.scenario_file import load_scenario

            return load_scenario(path, shown(path), self.known)

        made_from = f"{fingerprint((path,))} {self._names}"
        return kept_content("scenario", made_from, lambda: Scenario, load).needed()

    @cached_property
    def _names(self) -> str:
        languages = self.packs.codebooks()
        return "; ".join(name_sources(self.packs, language).fingerprint() for language in languages)

    def _known(self, language: str = DEFAULT_LANGUAGE) -> Known:
        """The names that files in this language may use."""
        return known_names(self.packs, language)

    def _load_rubric(self, wanted: str) -> "Content[Rubric]":
        path = named_file(wanted, self.packs.rubrics(), "rubric")

        def load() -> "Loaded[Rubric]":
            from simulator.loader.rubric_file import load_rubric

            return load_rubric(path, shown(path))

        def rubric() -> "type[Rubric]":
            from simulator.model.rubric import Rubric

            return Rubric

        # A rubric may include any other beside it, and any that ships.
        others = dict.fromkeys((path, *yaml_files(path.parent), *self.packs.rubrics().values()))
        made_from = f"{path.name} {fingerprint(others)}"
        return kept_content("rubric", made_from, rubric, load).needed()

    def _load_codebook(self, language: str) -> "Content[Codebook]":
        folder = self.packs.codebooks().get(language)
        if folder is None:
            there = ", ".join(self.packs.codebooks())
            raise ContentError(f'no codebook for the language "{language}"; there is one for: {there}')
        return codebook_content(folder, language).needed()

    def _readers(self, language: str) -> Readers:
        content = self._codebook_content(language)
        return kept_readers(lambda: content.noun, content.sha256)


def shown(path: Path) -> str:
    """A path as messages name it: short where it lies under the working folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
