"""What only one scenario knows to read: topics asked about, facts given, moves, answers to the client's questions."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from simulator.coder.coder import Coder
from simulator.coder.found import Context, Page
from simulator.coder.likeness import ALIKE, Likeness, Piece
from simulator.coder.matchers.model import MISSTEPS
from simulator.model.scenario import ClientQuestion, Fact, Scenario
from simulator.model.transcript import Answered, Asked, Given, Move, Reading

BLAMED = 0.75
"""Strength from which a client takes offence at what the model alone reads as a misstep; below, it is unsure here."""
PLAINLY = 0.88
"""Likeness from which what is no question, or serves the procedure, still asks about a topic."""


class Here(NamedTuple):
    """Where the talk stands: its state (None: any), and the client's questions that are still open."""

    state: str | None = None
    asked: tuple[ClientQuestion, ...] = ()


class ScenarioReader:
    """Reads the turns of one scenario: the acts of the coder, and what the scenario adds to them."""

    def __init__(self, coder: Coder, scenario: Scenario) -> None:
        grammar = coder.grammar
        self._coder = coder
        self._scenario = scenario
        self._likeness = Likeness(grammar)
        self._missteps = frozenset(act.act for act in grammar.codebook.acts if act.group == MISSTEPS)
        self._procedural = frozenset(act.act for act in grammar.codebook.acts if act.question == "alone")
        self._topics = {t.id: (self._pieces(t.asked_as), self._pieces(t.not_as)) for t in scenario.topics}
        self._moves = {m.id: (self._pieces(m.said_as), self._pieces(m.not_as)) for m in scenario.moves}
        self._right = {f.id: (self._pieces(f.given_as), self._pieces(f.not_as)) for f in scenario.facts}
        self._wrong = {f.id: self._pieces(f.wrong_as) for f in scenario.facts}
        for examples, _ in (*self._topics.values(), *self._moves.values(), *self._right.values()):
            self._likeness.weigh(examples)

    def read(self, text: str, context: Context, here: Here) -> Reading:
        """The full reading of a turn, where the talk stands."""
        page = self._coder.page(text, context)
        reading = self._without_blame(self._coder.reading(page, context))
        return reading.model_copy(
            update={
                "topics": tuple(self._asked(page, reading, here.state)),
                "facts": tuple(self._given(page)),
                "moves": tuple(self._moved(page, reading)),
                "answers": tuple(self._answered(page, reading, here.asked)),
            }
        )

    def _without_blame(self, reading: Reading) -> Reading:
        """A doubtful misstep left open: a talk that breaks off over a misreading teaches nothing."""
        blamed = tuple(
            act for act in reading.acts if act.act in self._missteps and act.by_model and act.strength < BLAMED
        )
        kept = tuple(act for act in reading.acts if act not in blamed)
        return reading.model_copy(update={"acts": kept, "unsure": (*reading.unsure, *blamed)}) if blamed else reading

    def _pieces(self, texts: Sequence[str]) -> list[Piece]:
        return [self._likeness.example(text) for text in texts]

    def _asked(self, page: Page, reading: Reading, state: str | None) -> Iterator[Asked]:
        """Of each question the topic of this state it is most like; the order of the file breaks ties.

        A question that only serves the procedure ("may I ask you something?") asks about nothing.
        """
        here = [t.id for t in self._scenario.topics if state is None or not t.states or state in t.states]
        procedural = [(act.start, act.end) for act in reading.acts if act.act in self._procedural]
        seen: set[str] = set()
        for piece in self._each(page):
            serves = any(start < piece.span[1] and piece.span[0] < end for start, end in procedural)
            needed = ALIKE if piece.asks and not serves else PLAINLY
            likeness = {topic: self._best(piece, self._topics[topic]) for topic in here}
            topic = max(likeness, key=lambda t: likeness[t], default=None)
            if topic is not None and likeness[topic] >= needed and topic not in seen:
                seen.add(topic)
                yield Asked(topic=topic, **_evidence(piece, f"topic:{topic}", likeness[topic]))

    def _given(self, page: Page) -> Iterator[Given]:
        told = self._told(page)
        for fact in self._scenario.facts:
            hit = self._best_statement(told, fact)
            if hit:
                yield hit

    def _best_statement(self, told: list[Piece], fact: Fact) -> Given | None:
        """The fact right or wrong, whichever rendering the turn is more like."""
        best: Given | None = None
        for piece in told:
            right = self._best(piece, self._right[fact.id])
            wrong = self._likeness.best(piece, self._wrong[fact.id])
            likeness = max(right, wrong)
            if likeness >= ALIKE and (best is None or likeness > best.strength):
                by = f"fact:{fact.id}"
                best = Given(fact=fact.id, right=right >= wrong, **_evidence(piece, by, likeness))
        return best

    def _moved(self, page: Page, reading: Reading) -> Iterator[Move]:
        for move in self._scenario.moves:
            if move.with_act and move.with_act not in reading.act_ids:
                continue
            hits = [(self._best(piece, self._moves[move.id]), piece) for piece in self._each(page)]
            likeness, piece = max(hits, key=lambda hit: hit[0], default=(0.0, None))
            if piece and likeness >= ALIKE:
                yield Move(move=move.id, **_evidence(piece, f"move:{move.id}", likeness))

    def _answered(self, page: Page, reading: Reading, asked: Sequence[ClientQuestion]) -> Iterator[Answered]:
        for question in asked:
            act = next((act for act in reading.acts if act.act in question.answered_by), None)
            if act:
                yield Answered(question=question.id, start=act.start, end=act.end, by=act.by, strength=act.strength)
                continue
            examples = self._pieces(question.answered_as)
            likely = ((self._likeness.best(piece, examples), piece) for piece in self._each(page))
            hit = next(((likeness, piece) for likeness, piece in likely if likeness >= ALIKE), None)
            if hit:
                yield Answered(question=question.id, **_evidence(hit[1], f"answer:{question.id}", hit[0]))

    def _best(self, piece: Piece, examples: tuple[list[Piece], list[Piece]]) -> float:
        """Likeness to the examples, or nothing where a counter-example is as like."""
        likeness = self._likeness.best(piece, examples[0])
        return likeness if likeness < ALIKE or likeness > self._likeness.best(piece, examples[1]) else 0.0

    def _each(self, page: Page) -> Iterator[Piece]:
        for clause in page.clauses:
            if not all(clause.scopes.quoted):
                yield from self._likeness.pieces(clause)

    def _told(self, page: Page) -> list[Piece]:
        """What is no question, each by itself and with what follows it: a fact may be told over two sentences."""
        told = [piece for piece in self._each(page) if not piece.asks]
        return told + [one.and_then(other) for one, other in pairwise(told)]


def _evidence(piece: Piece, by: str, likeness: float) -> dict[str, Any]:
    return {"start": piece.span[0], "end": piece.span[1], "by": by, "strength": min(1.0, likeness)}
