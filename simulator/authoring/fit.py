"""Fit the models on our own examples; nothing else is ever learned from.

Examples are the hits and misses of the codebook files and, beside what is fitted, files of coded turns and messages,
and of ways to say the same.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from simulator.authoring.matrices import Row
from simulator.authoring.network import Making, fit
from simulator.authoring.senses import fit_senses
from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder
from simulator.coder.features import RULE
from simulator.coder.found import Context
from simulator.coder.grammar import Grammar
from simulator.coder.matchers.model import FORMAL
from simulator.coder.personal_data import replace_personal_data
from simulator.model.codebook import Codebook, Definition
from simulator.model.coded import CodedMessage, CodedTurn, Ways
from simulator.model.senses import Senses
from simulator.model.weights import Weights

ACTS, CUES = Making(units=48, pull=10.0, networks=3), Making(units=48, pull=1.0, networks=4)
"""The pull works against all examples together, and there are far more turns than messages."""

PROMISED = 6.0
"""What an example of the codebook counts, which has to hold, against one that only teaches."""

Sentences = Iterable[tuple[Iterable[set[str]], Iterable[str], float]]
"""Per example the features of its sentences, its labels, and how much it counts."""


def fit_acts(codebook: Codebook, turns: tuple[CodedTurn, ...]) -> Weights:
    """Weights for every act.

    Examples go by their words: one that moves from a codebook file to the others leaves the weights as they are.
    """
    coder = Coder(_bare(codebook))
    coded = sorted([*_own(codebook.acts), *((turn.text, turn.client, turn.acts, turn.counts) for turn in turns)])
    sentences = (
        (coder.features(read, Context(client)), acts, count)
        for text, client, acts, count in coded
        for read in _as_read(text)
    )
    names = [act.act for act in codebook.acts]
    return fit(_rows(sentences), names, ACTS, fingerprint(without_cues(codebook), turns))


def fit_cues(codebook: Codebook, messages: tuple[CodedMessage, ...]) -> Weights:
    """Weights for every cue; the coder reads what the messages answer."""
    coder = Coder(codebook)
    reader = ClientReader(Coder(_bare(codebook)).grammar)
    own = ((text, " ".join(before), cues, count) for text, before, cues, count in _own(codebook.cues))
    coded = sorted([*own, *((message.text, message.after, message.cues, message.counts) for message in messages)])
    sentences = ((reader.features(text, coder.read(after)), cues, count) for text, after, cues, count in coded)
    return fit(_rows(sentences), [cue.cue for cue in codebook.cues], CUES, fingerprint(codebook, messages))


def fit_meanings(codebook: Codebook, turns: tuple[CodedTurn, ...], ways: tuple[Ways, ...]) -> Senses:
    """What the words of turns, and of what they answer, mean."""
    return fit_senses(Grammar(_bare(codebook)).meaning.stems, turns, ways, fingerprint(without_cues(codebook), ways))


def without_cues(codebook: Codebook) -> Codebook:
    """What acts and meanings are fitted on: a change of cues alone leaves both as they are."""
    return codebook.model_copy(update={"cues": ()})


def fingerprint(codebook: Codebook, examples: Iterable[CodedTurn | CodedMessage | Ways]) -> str:
    """A hash of everything that is fitted on, so that what is older than its examples is noticed.

    What speaks for the contrary, what only marks, and replies are looked at only after the model.
    """
    later = {"__all__": {"contrary", "marked", "yes_to", "no_to"}}
    fitted = _bare(codebook).model_dump_json(
        by_alias=True, exclude={"acts": later, "cues": later, "language": {"replies"}}
    )
    digest = sha256(fitted.encode())
    for example in examples:
        digest.update(example.model_dump_json().encode())
    return digest.hexdigest()


def _as_read(text: str) -> tuple[str, ...]:
    """The turn as it was typed, and as a session reads it, where that is not the same."""
    return tuple(dict.fromkeys((text, replace_personal_data(text).text)))


def _bare(codebook: Codebook) -> Codebook:
    return codebook.model_copy(update={"weights": None, "cue_weights": None, "senses": None, "sha256": ""})


def _own(definitions: Iterable[Definition]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...], float]]:
    """The examples of the codebook's files: text, what the other side wrote before, all labels, and what they count."""
    for one in definitions:
        for hit in one.hits:
            yield hit.text, (*hit.client, *hit.counselor), (one.id, *hit.also), PROMISED
        for miss in one.misses:
            yield miss.text, (*miss.client, *miss.counselor), miss.rather, PROMISED


def _rows(examples: Sentences) -> list[Row]:
    rows = [
        Row(frozenset(features), number, frozenset(labels), count)
        for number, (sentences, labels, count) in enumerate(examples)
        for features in sentences
    ]
    return rows + [_without_rules(row, rows[-1].example + 1) for row in rows]


def _without_rules(row: Row, examples: int) -> Row:
    """The same sentence as if no phrase had been written for it, so that the words learn to speak for themselves."""
    kept = (f for f in row.features if not f.startswith(RULE) or f.split(":")[1] in FORMAL)
    return row._replace(features=frozenset(kept), example=row.example + examples)
