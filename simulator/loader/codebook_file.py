"""The codebook of a language: some seventy files, kept ready between runs.

What the coder needs of them is kept as JSON by the hash of all files, which is read ten times as fast as the YAML; the
examples are left out there, because only tests and `lint` look at them.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.loader.codebook_sources import CodebookSources, codebook_sources
from simulator.loader.content import Content, kept_content
from simulator.loader.document import Loaded
from simulator.loader.file_text import problem_at
from simulator.model.source import Problem

if TYPE_CHECKING:
    from simulator.model.codebook import Codebook


def load_codebook(rubrics: Path, language: str) -> "Loaded[Codebook]":
    """The codebook without its examples, from the cache where the files have not changed since."""
    content = codebook_content(rubrics, language)
    return Loaded(content.value.noun if content.value else None, content.problems)


def codebook_content(rubrics: Path, language: str) -> "Loaded[Content[Codebook]]":
    """The same, not yet read where it is in the cache."""
    sources = _sources(rubrics, language)
    if isinstance(sources, Problem):
        return Loaded(None, (sources,))

    def load() -> "Loaded[Codebook]":
        loaded = _read(sources)
        return Loaded(without_examples(loaded.value)) if loaded.value else loaded

    def codebook() -> "type[Codebook]":
        from simulator.model.codebook import Codebook

        return Codebook

    return kept_content("codebook", sources.sha256, codebook, load)


def load_codebook_with_examples(rubrics: Path, language: str) -> "Loaded[Codebook]":
    """The codebook with the hits and misses of every file, always from the files."""
    sources = _sources(rubrics, language)
    return Loaded(None, (sources,)) if isinstance(sources, Problem) else _read(sources)


def load_codebook_to_fit(rubrics: Path, language: str) -> "Loaded[Codebook]":
    """The same without what was fitted: old or damaged files must not be in the way of new ones."""
    sources = _sources(rubrics, language)
    return Loaded(None, (sources,)) if isinstance(sources, Problem) else _read(sources.without_fitted())


def without_examples(codebook: "Codebook") -> "Codebook":
    """The same codebook with neither hits nor misses."""
    none = {"hits": (), "misses": ()}
    acts = tuple(act.model_copy(update=none) for act in codebook.acts)
    cues = tuple(cue.model_copy(update=none) for cue in codebook.cues)
    return codebook.model_copy(update={"acts": acts, "cues": cues})


def _sources(rubrics: Path, language: str) -> CodebookSources | Problem:
    folder = rubrics / "codebook"
    try:
        sources = codebook_sources(rubrics, language)
    except OSError as error:
        what = f"it cannot be read ({error.strerror or error})"
        return problem_at(str(error.filename or folder), (1, 1), "unreadable", (what, "make it readable"))
    if sources is None:
        what = f'there is no codebook in the language "{language}"'
        words = (what, "choose one of the languages that have a folder here")
        return problem_at(str(folder), (1, 1), "unknown-language", words)
    return sources


def _read(sources: CodebookSources) -> "Loaded[Codebook]":
    # Where the cache answers, nothing of YAML is needed; so it is not even imported then.
    from simulator.loader.codebook_reader import read_codebook

    return read_codebook(sources)
