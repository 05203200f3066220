"""What only one scenario knows to read: topics asked about, facts given, moves, answers to the client's questions."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.coder.coder import Coder
from simulator.coder.found import Clause, Context, Page
from simulator.coder.likeness import ALIKE, Likeness, Piece
from simulator.model.scenario import ClientQuestion, Fact, Scenario
from simulator.model.transcript import Answered, Asked, Given, Move, Reading

STATEMENT_ASKS = 0.85
"""Likeness from which a sentence that is no question still asks about a topic."""


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
        self._likeness = Likeness(grammar.codebook.language, grammar.meaning, grammar.splitter)
        self._topics = {t.id: (self._pieces(t.asked_as), self._pieces(t.not_as)) for t in scenario.topics}
        self._moves = {m.id: (self._pieces(m.said_as), self._pieces(m.not_as)) for m in scenario.moves}
        self._right = {f.id: (self._pieces(f.given_as), self._pieces(f.not_as)) for f in scenario.facts}
        self._wrong = {f.id: self._pieces(f.wrong_as) for f in scenario.facts}
        for examples, _ in (*self._topics.values(), *self._moves.values(), *self._right.values()):
            self._likeness.weigh(examples)

    def read(self, text: str, context: Context, here: Here) -> Reading:
        """The full reading of a turn, where the talk stands."""
        page = self._coder.page(text, context)
        reading = self._coder.reading(page, context)
        return reading.model_copy(
            update={
                "topics": tuple(self._asked(page, here.state)),
                "facts": tuple(self._given(page)),
                "moves": tuple(self._moved(page, reading)),
                "answers": tuple(self._answered(page, reading, here.asked)),
            }
        )

    def _pieces(self, texts: Sequence[str]) -> list[Piece]:
        return [self._likeness.example(text) for text in texts]

    def _asked(self, page: Page, state: str | None) -> Iterator[Asked]:
        """Of each question the topic of this state it is most like; the order of the file breaks ties."""
        open_here = [t.id for t in self._scenario.topics if state is None or not t.states or state in t.states]
        seen: set[str] = set()
        for clause, piece in self._each(page):
            needed = ALIKE if clause.openings or clause.sentence.asked else STATEMENT_ASKS
            likeness = {topic: self._best(piece, self._topics[topic]) for topic in open_here}
            topic = max(likeness, key=lambda t: likeness[t], default=None)
            if topic is not None and likeness[topic] >= needed and topic not in seen:
                seen.add(topic)
                start, end = clause.sentence.span(piece.first, piece.last)
                yield Asked(topic=topic, start=start, end=end, by=f"topic:{topic}", strength=min(1.0, likeness[topic]))

    def _given(self, page: Page) -> Iterator[Given]:
        for fact in self._scenario.facts:
            hit = self._best_statement(page, fact)
            if hit:
                yield hit

    def _best_statement(self, page: Page, fact: Fact) -> Given | None:
        """The fact right or wrong, whichever rendering the turn is more like; told in one sentence or over two."""
        best: Given | None = None
        for clause, piece in self._told(page):
            right = self._best(piece, self._right[fact.id])
            wrong = self._likeness.best(piece, self._wrong[fact.id])
            likeness = max(right, wrong)
            if likeness < ALIKE or (best and likeness <= best.strength):
                continue
            start, end = clause.sentence.span(piece.first, piece.last)
            by = f"fact:{fact.id}"
            best = Given(fact=fact.id, right=right >= wrong, start=start, end=end, by=by, strength=min(1.0, likeness))
        return best

    def _moved(self, page: Page, reading: Reading) -> Iterator[Move]:
        for move in self._scenario.moves:
            if move.with_act and move.with_act not in reading.act_ids:
                continue
            hits = [(self._best(piece, self._moves[move.id]), clause, piece) for clause, piece in self._each(page)]
            likeness, clause, piece = max(hits, key=lambda hit: hit[0], default=(0.0, None, None))
            if likeness >= ALIKE and clause and piece:
                start, end = clause.sentence.span(piece.first, piece.last)
                yield Move(move=move.id, start=start, end=end, by=f"move:{move.id}", strength=min(1.0, likeness))

    def _answered(self, page: Page, reading: Reading, asked: Sequence[ClientQuestion]) -> Iterator[Answered]:
        for question in asked:
            act = next((act for act in reading.acts if act.act in question.answered_by), None)
            if act:
                yield Answered(question=question.id, start=act.start, end=act.end, by=act.by, strength=act.strength)
                continue
            examples = self._pieces(question.answered_as)
            for clause, piece in self._each(page):
                likeness = self._likeness.best(piece, examples)
                if likeness >= ALIKE:
                    start, end = clause.sentence.span(piece.first, piece.last)
                    by = f"answer:{question.id}"
                    yield Answered(question=question.id, start=start, end=end, by=by, strength=min(1.0, likeness))
                    break

    def _best(self, piece: Piece, examples: tuple[list[Piece], list[Piece]]) -> float:
        """Likeness to the examples, or nothing where a counter-example is as like."""
        likeness = self._likeness.best(piece, examples[0])
        return likeness if likeness < ALIKE or likeness > self._likeness.best(piece, examples[1]) else 0.0

    def _each(self, page: Page) -> Iterator[tuple[Clause, Piece]]:
        for clause in page.clauses:
            if not all(clause.scopes.quoted):
                for piece in self._likeness.pieces(clause):
                    yield clause, piece

    def _told(self, page: Page) -> Iterator[tuple[Clause, Piece]]:
        return ((clause, piece) for clause, piece in self._each(page) if not (clause.openings or clause.sentence.asked))
