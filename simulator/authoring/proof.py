"""A codebook file's proof: its phrases compile, its hits are found, its misses are not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.coder.lexis import Lexis
from simulator.coder.phrases import PhraseError, compile_phrase
from simulator.loader.checks.names import Named
from simulator.loader.document import Document, Loc
from simulator.model.codebook import OF_FIELD, ActDefinition, Codebook, CueDefinition, Example
from simulator.model.source import Problem

Definition = ActDefinition | CueDefinition
D = TypeVar("D", ActDefinition, CueDefinition)


@dataclass(frozen=True)
class Readers:
    """What reads turns and client messages by one codebook."""

    coder: Coder
    client: ClientReader

    def shows(self, one: Definition, example: Example) -> bool:
        """Whether the act or cue is found in the example."""
        if isinstance(one, ActDefinition):
            return one.id in self.coder.read(example.text, Context(client=example.client)).act_ids
        after = self.coder.read("".join(example.counselor[-1:]))
        found = self.client.cues(example.text, after)
        return any(cue.cue == one.id and example.feels in (None, cue.feels) for cue in found)


def readers(codebook: Codebook, words: Lexis) -> Readers:
    """The readers of a codebook; its files' phrases that do not compile are left out, since they are told apart.

    Raises PhraseError where a phrase of the language or the feelings does not compile.
    """
    acts = tuple(_sound(act, words) for act in codebook.acts)
    cues = tuple(_sound(cue, words) for cue in codebook.cues)
    coder = Coder(codebook.model_copy(update={"acts": acts, "cues": cues}))
    return Readers(coder, ClientReader(coder.grammar))


def bad_phrases(one: Definition, document: Document, words: Lexis) -> Iterator[Problem]:
    """bad-phrase, for each phrase that does not compile with the lists of the file and its language."""
    own = words.with_lists(one.lists)
    worded = tuple(phrase.words for phrase in one.phrases)
    rows: list[tuple[Loc, tuple[str, ...]]] = [(("phrases",), worded), (("not_phrases",), one.not_phrases)]
    rows += [(("contrary",), one.contrary), *((("marked", mark), row) for mark, row in one.marked.items())]
    for loc, row in rows:
        for at, phrase in enumerate(row):
            if error := _error(phrase, own):
                yield phrase_problem(document, (*loc, at), error)


def fields_in(one: Definition) -> Iterator[Named]:
    """The semantic fields that stand among the `grounds`."""
    for at, ground in enumerate(one.grounds):
        if ground.startswith(OF_FIELD):
            yield ("grounds", at), "field", ground.removeprefix(OF_FIELD)


def phrase_problem(document: Document, loc: Loc, error: PhraseError) -> Problem:
    """A phrase that does not compile, at its place."""
    what, _, remedy = str(error).partition("; ")
    return document.problem(loc, "bad-phrase", what, remedy or "see docs/codebook.md")


def unproven(one: Definition, document: Document, by: Readers) -> Iterator[Problem]:
    """missed and false-alarm, for each example that the readers take otherwise."""
    for at, example in enumerate(one.hits):
        if not by.shows(one, example):
            remedy = "add a phrase that finds it, or move it to the misses"
            yield document.problem(("hits", at), "missed", f'"{one.id}" is not found in it', remedy)
    for at, example in enumerate(one.misses):
        if by.shows(one, example):
            remedy = "narrow the phrase that finds it, add a not_phrase, or move it to the hits"
            yield document.problem(("misses", at), "false-alarm", f'"{one.id}" is found in it', remedy)


def _error(phrase: str, own: Lexis) -> PhraseError | None:
    try:
        compile_phrase(phrase, own)
    except PhraseError as error:
        return error
    return None


def _sound(one: D, words: Lexis) -> D:
    own = words.with_lists(one.lists)

    def sound(row: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(phrase for phrase in row if _error(phrase, own) is None)

    kept = {
        "phrases": tuple(phrase for phrase in one.phrases if _error(phrase.words, own) is None),
        "not_phrases": sound(one.not_phrases),
        "contrary": sound(one.contrary),
        "marked": {mark: sound(row) for mark, row in one.marked.items()},
    }
    return one.model_copy(update=kept)
