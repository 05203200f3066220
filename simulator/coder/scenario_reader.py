"""What only one scenario knows to read: topics asked about, facts given, moves, answers to the client's questions."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from simulator.coder.coder import Coder
from simulator.coder.fact_reader import FactReader
from simulator.coder.found import Context, Page
from simulator.coder.likeness import ALIKE, PLAINLY, Likeness
from simulator.coder.matchers.echo import PARAPHRASE, SUMMARY
from simulator.coder.matchers.model import MISSTEPS
from simulator.coder.piece import Examples, Piece
from simulator.coder.piece_maker import PieceMaker
from simulator.coder.questioning import Questioning, Questions
from simulator.coder.topic_reader import Heard, TopicReader
from simulator.model.scenario import ClientQuestion, Scenario
from simulator.model.transcript import Answered, Asked, Move, Reading

BLAMED = 0.75
"""Strength from which a client takes offence at what the model alone reads as a misstep; below, it is unsure here."""


class Here(NamedTuple):
    """Where the talk stands: its state (None: any), and the client's questions that are still open.

    And by prompt the topic that the client goes on with ("tell me more").
    """

    state: str | None = None
    asked: tuple[ClientQuestion, ...] = ()
    goes_on: Mapping[str, str] = MappingProxyType({})


class ScenarioReader:
    """Reads the turns of one scenario: the acts of the coder, and what the scenario adds to them."""

    def __init__(self, coder: Coder, scenario: Scenario) -> None:
        grammar = coder.grammar
        self._coder = coder
        self._scenario = scenario
        self._maker = PieceMaker(grammar)
        self._likeness = Likeness(grammar.codebook)
        self._missteps = frozenset(act.act for act in grammar.codebook.acts if act.group == MISSTEPS)
        self._questioning = Questioning(grammar.codebook.acts)
        examples = self._maker.examples
        self._moves = {m.id: (examples(m.said_as), examples(m.not_as)) for m in scenario.moves}
        for own, _ in self._moves.values():
            self._likeness.weigh(own)
        self._topics = TopicReader(scenario.topics, self._maker, self._likeness)
        self._facts = FactReader(scenario.facts, self._maker, self._likeness)
        self._of_client = lru_cache(maxsize=4_096)(self._maker.example)
        self._answers = cache(examples)

    def read(self, text: str, context: Context, here: Here) -> Reading:
        """The full reading of a turn, where the talk stands; who is hurt beside "tell me more" goes on with nothing."""
        page = self._coder.page(text, context)
        reading = self._without_blame(self._coder.reading(page, context))
        pieces = list(self._each(page))
        questions = self._questioning.of(reading, pieces)
        moves = tuple(self._moved(pieces, reading, context))
        goes_on = None if self._missteps & reading.act_ids else _goes_on(pieces, questions, here)
        heard = goes_on or self._topics.read(pieces, questions, moves, here.state)
        return reading.model_copy(
            update={
                **heard._asdict(),
                "facts": tuple(self._facts.read(pieces, reading.acts)),
                "moves": moves,
                "answers": tuple(self._answered(pieces, questions, reading, here.asked)),
            }
        )

    def _without_blame(self, reading: Reading) -> Reading:
        """A doubtful misstep left open: a talk that breaks off over a misreading teaches nothing."""
        blamed = tuple(
            act for act in reading.acts if act.act in self._missteps and act.by_model and act.strength < BLAMED
        )
        kept = tuple(act for act in reading.acts if act not in blamed)
        return reading.model_copy(update={"acts": kept, "unsure": (*reading.unsure, *blamed)}) if blamed else reading

    def _moved(self, pieces: Sequence[Piece], reading: Reading, context: Context) -> Iterator[Move]:
        """What gives back the client's words makes a move only plainly."""
        for move in self._scenario.moves:
            if move.with_act and move.with_act not in reading.act_ids:
                continue
            hits = [(self._best(piece, self._moves[move.id]), piece) for piece in pieces]
            likeness, piece = max(hits, key=lambda hit: hit[0], default=(0.0, None))
            if piece and likeness >= (PLAINLY if self._is_given_back(piece, reading, context) else ALIKE):
                yield Move(move=move.id, **piece.evidence(f"move:{move.id}", likeness))

    def _is_given_back(self, piece: Piece, reading: Reading, context: Context) -> bool:
        """Whether the piece is a reflection, at least half in words of content that the client has just used."""
        of_client = frozenset[str]().union(*(self._of_client(text).content for text in context.latest))
        reflects = any(act.act in (PARAPHRASE, SUMMARY) and piece.meets(act) for act in reading.acts)
        return reflects and len(piece.content & of_client) >= len(piece.content) / 2

    def _answered(
        self, pieces: Sequence[Piece], questions: Questions, reading: Reading, asked: Sequence[ClientQuestion]
    ) -> Iterator[Answered]:
        """Of the client's open questions those that are answered; what asks something back is hardly an answer."""
        least = [PLAINLY if questions.asked_in(piece) else ALIKE for piece in pieces]
        for question in asked:
            act = next((act for act in reading.acts if act.act in question.answered_by), None)
            if act:
                yield Answered(question=question.id, start=act.start, end=act.end, by=act.by, strength=act.strength)
                continue
            examples = self._answers(question.answered_as)
            for piece, enough in zip(pieces, least, strict=True):
                likeness = self._likeness.best(piece, examples)
                if likeness >= enough:
                    yield Answered(question=question.id, **piece.evidence(f"answer:{question.id}", likeness))
                    break

    def _best(self, piece: Piece, examples: tuple[Examples, Examples]) -> float:
        """Likeness to the examples, or nothing where a counter-example is as like."""
        likeness = self._likeness.best(piece, examples[0])
        return likeness if likeness > self._likeness.best(piece, examples[1]) else 0.0

    def _each(self, page: Page) -> Iterator[Piece]:
        for clause in page.clauses:
            if not all(clause.scopes.quoted):
                yield from self._maker.pieces(clause)


def _goes_on(pieces: Sequence[Piece], questions: Questions, here: Here) -> Heard | None:
    """What the client goes on with, where the turn asks for more and for nothing else."""
    for piece in pieces:
        topic = here.goes_on.get(piece.prompt or "")
        if topic:
            asked = Asked(topic=topic, **piece.evidence(f"topic:{topic}", 1.0))
            alone = all(one.prompt or not one.asks or one.meets(asked) for one in pieces)
            return Heard((asked,), ()) if alone and not questions.danger else None
    return None
