"""The files of a codebook, read and put together."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import ValidationError

from simulator.loader.codebook_sources import CodebookSources
from simulator.loader.definition_file import build_definition
from simulator.loader.document import Document, Loaded, in_order
from simulator.loader.file_text import problem_at
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_bytes
from simulator.model.codebook import ActDefinition, Codebook, CueDefinition, Feelings, Fields
from simulator.model.language import Language
from simulator.model.senses import Senses, is_even
from simulator.model.weights import Weights, is_whole

D = TypeVar("D", ActDefinition, CueDefinition)
N = TypeVar("N", Feelings, Fields)
F = TypeVar("F", Weights, Senses)


def read_codebook(sources: CodebookSources) -> Loaded[Codebook]:
    """The codebook with all its examples, or the problems of all its files."""
    language = _language(sources)
    feelings = _optional(sources, "feelings", Feelings)
    fields = _optional(sources, "fields", Fields)
    acts = _definitions(sources, "codebook", ActDefinition)
    cues = _definitions(sources, "cues", CueDefinition)
    weights, cue_weights = (_fitted(sources, kind, Weights, is_whole) for kind in ("acts", "cues"))
    senses = _fitted(sources, "senses", Senses, is_even)
    read: tuple[Loaded[Any], ...] = (language, feelings, fields, weights, cue_weights, senses, *acts, *cues)
    problems = in_order(problem for one in read for problem in one.problems)
    if language.value is None or problems:
        return Loaded(None, problems)
    codebook = Codebook(
        language=language.value,
        acts=tuple(one.needed() for one in acts),
        cues=tuple(one.needed() for one in cues),
        feelings=feelings.value.root if feelings.value else {},
        fields=fields.value.fields if fields.value else {},
        words=sources.words,
        weights=weights.value,
        cue_weights=cue_weights.value,
        senses=senses.value,
        sha256=sources.sha256,
    )
    return Loaded(codebook)


def _fitted(sources: CodebookSources, kind: str, noun: type[F], is_sound: Callable[[F], bool]) -> Loaded[F]:
    text = sources.fitted(kind)
    if not text:
        return Loaded(None)
    try:
        fitted = noun.model_validate_json(text)
        if is_sound(fitted):
            return Loaded(fitted)
    except ValidationError:
        pass
    words = ("it is damaged, or of an older format", f"rehearse fit --language {sources.language}")
    return Loaded(None, (problem_at(sources.shown(sources.fitted_name(kind)), (1, 1), "unreadable", words),))


def _language(sources: CodebookSources) -> Loaded[Language]:
    name = f"language/{sources.language}.yaml"
    if name not in sources.files:
        words = ("it is missing", "write what the coder has to know of the language")
        return Loaded(None, (problem_at(sources.shown(name), (1, 1), "unreadable", words),))
    return build(_document(sources, name), Language)


def _optional(sources: CodebookSources, kind: str, noun: type[N]) -> Loaded[N]:
    """A file that a language may do without."""
    name = f"language/{kind}.{sources.language}.yaml"
    return build(_document(sources, name), noun) if name in sources.files else Loaded(None)


def _document(sources: CodebookSources, name: str) -> Document:
    return read_bytes(sources.files[name], sources.shown(name))


def _definitions(sources: CodebookSources, kind: str, noun: type[D]) -> list[Loaded[D]]:
    # What examples name is for lint to check: no talk should fail because an example is out of date.
    return [build_definition(_document(sources, name), noun, Known()) for name in sources.within(kind)]
