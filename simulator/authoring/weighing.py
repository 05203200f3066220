"""What of a turn comes nearest to the topics, facts and moves of a scenario, as its own reader weighed it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from simulator.coder.fact_reader import Told
from simulator.coder.found import Context
from simulator.coder.likeness import COVERAGE, EVENLY
from simulator.coder.move_reader import Made
from simulator.coder.piece import Examples, Piece
from simulator.coder.scenario_reader import Here, ScenarioReader
from simulator.coder.topic_reader import MEANT, Weighed
from simulator.model.transcript import Answered, Asked, Evidence, Given, Move, matcher_of

Kind = Literal["topic", "fact", "move"]
KINDS: tuple[Kind, ...] = ("topic", "fact", "move")


class Example(NamedTuple):
    """An example of the file: its key, its words, how like (at most 1) these are, and whether one of both denies."""

    key: str
    text: str
    likeness: float
    denied: bool


class Near(NamedTuple):
    """How like a name a piece of the turn is (0 to 1), how like it would have to be, and what the reader made of it.

    The example may be near in its meaning alone; `worded` is the likeness of the one whose words are most like.
    """

    kind: Kind
    name: str
    likeness: float
    needed: float
    weighed: Weighed | Told | Made
    worded: float
    example: Example | None
    counter: Example | None

    @property
    def piece(self) -> Piece:
        return self.weighed.piece

    @property
    def lacking(self) -> float:
        """How much likeness is lacking, where no counter-example takes any off."""
        return self.needed - max(self.likeness, self.worded)

    def __str__(self) -> str:
        return f"{self.name} {self.likeness:.2f} of {self.needed:.2f}"


class _Bank(NamedTuple):
    """A list of examples in the file, the same as pieces, what meaning counts more, and all of one being there."""

    key: str
    texts: Sequence[str]
    examples: Examples
    meant: float = 0.0
    coverage: float = COVERAGE


class Weighing:
    """A turn taken apart by the reader of a scenario."""

    def __init__(self, reader: ScenarioReader, text: str, context: Context, here: Here) -> None:
        self.reader = reader
        self.text = text
        self.here = here
        self.taken = reader.take_apart(text, context, here)
        self.topics = {topic.id: topic for topic in reader.scenario.topics}
        self.facts = {fact.id: fact for fact in reader.scenario.facts}
        self.moves = {move.id: move for move in reader.scenario.moves}
        self._context = context
        asked = [replace(piece, tells=True) for piece in self.taken.pieces if not piece.tells]
        self._only_asked = reader.facts.listen(asked, self.taken.reading.acts)

    def names(self, kind: Kind) -> Sequence[str]:
        """The topics, facts or moves of the scenario."""
        rows: dict[Kind, Iterable[str]] = {"topic": self.topics, "fact": self.facts, "move": self.moves}
        return tuple(rows[kind])

    def found(self, kind: Kind) -> Sequence[Asked | Given | Move]:
        """The topics, facts or moves that the turn has."""
        reading = self.taken.reading
        rows: dict[Kind, Sequence[Asked | Given | Move]]
        rows = {"topic": reading.topics, "fact": reading.facts, "move": reading.moves}
        return rows[kind]

    def nearest(self, kind: Kind, name: str) -> Near | None:
        """The piece that lacks least; None where no piece is compared, as none that is quoted."""
        return min(self._near(kind, name), key=lambda near: near.lacking, default=None)

    def nearest_in(self, start: int, end: int, kind: Kind) -> list[Near]:
        """What is at all like a name between these letters, once for each name, what lacks least first."""
        rows = [
            [one for one in self._near(kind, name) if start <= one.piece.span[0] < end] for name in self.names(kind)
        ]
        nearest = [min(row, key=lambda near: near.lacking) for row in rows if row]
        return sorted((one for one in nearest if max(one.likeness, one.worded) > 0), key=lambda near: near.lacking)

    def may_be(self, near: Near) -> bool:
        """Whether the piece is of the kind that this can be: a topic is asked about, a fact is told."""
        match near.weighed:
            case Weighed():
                return near.piece.asks or near.piece.begins
            case Told():
                return not self.is_only_asked(near)
        return True

    def is_only_asked(self, near: Near) -> bool:
        """Whether a fact is not told there, but asked about."""
        return any(near.weighed is one for one in self._only_asked)

    def left_out(self) -> Iterator[str]:
        """The sentences of which no piece is compared."""
        begun = [piece.span[0] for piece in self.taken.pieces]
        for clause in self.taken.page.clauses:
            start, end = clause.sentence.whole
            if not any(start <= at < end for at in begun):
                yield self.text[start:end]

    def words(self, piece: Piece) -> str:
        """The words of a piece as they were written."""
        return self.text[slice(*piece.span)]

    def piece_of(self, evidence: Evidence) -> Piece:
        """The piece in which it was found."""
        pieces = (*self.taken.pieces, *(told.piece for told in self.taken.telling))
        return next(piece for piece in pieces if piece.span == (evidence.start, evidence.end))

    def example(self, kind: Kind, name: str, piece: Piece, key: str | None = None) -> Example | None:
        """The example of the file, under this key or any, that a piece is most like."""
        banks = (bank for bank in self._banks(kind, name)[:-1] if key in (None, bank.key))
        rows = (self._likest(piece, bank) for bank in banks)
        return max((one for one in rows if one), key=lambda one: one.likeness, default=None)

    def answer_example(self, answer: Answered) -> Example | None:
        """The words of `answered_as` that an answer is most like; None where an act answers."""
        if matcher_of(answer.by) != "answer":
            return None
        texts = next(question.answered_as for question in self.here.asked if question.id == answer.question)
        return self._likest(self.piece_of(answer), _Bank("answered_as", texts, self.reader.answers(texts)))

    def _banks(self, kind: Kind, name: str) -> tuple[_Bank, ...]:
        """The examples of a name, the counter-examples last."""
        reader = self.reader
        match kind:
            case "topic":
                topic, (own, others) = self.topics[name], reader.topics.examples[name]
                return _Bank("asked_as", topic.asked_as, own, MEANT), _Bank("not_as", topic.not_as, others)
            case "fact":
                fact, known = self.facts[name], reader.facts.facts[name]
                sides = _Bank("given_as", fact.given_as, known.right), _Bank("wrong_as", fact.wrong_as, known.wrong)
                return *sides, _Bank("not_as", fact.not_as, known.no, coverage=EVENLY)
            case "move":
                move, (own, others) = self.moves[name], reader.moves.examples[name]
                return _Bank("said_as", move.said_as, own), _Bank("not_as", move.not_as, others)

    def _likest(self, piece: Piece, bank: _Bank) -> Example | None:
        nearest = self.reader.likeness.nearest(piece, bank.examples, bank.meant, bank.coverage)
        if nearest is None:
            return None
        denied = piece.denies_unlike(bank.examples[nearest.at])
        return Example(bank.key, bank.texts[nearest.at], nearest.likeness, denied)

    def _near(self, kind: Kind, name: str) -> Iterator[Near]:
        *own, counter = self._banks(kind, name)
        for weighed, likeness in self._weighed(kind, name):
            piece = weighed.piece
            worded = max(self.reader.likeness.best(piece, bank.examples) for bank in own)
            near = Near(kind, name, likeness, weighed.needed, weighed, worded, None, None)
            yield near._replace(example=self.example(kind, name, piece), counter=self._likest(piece, counter))

    def _weighed(self, kind: Kind, name: str) -> Iterator[tuple[Weighed | Told | Made, float]]:
        """Every piece that may be this, and how like it is."""
        taken = self.taken
        match kind:
            case "topic":
                for one in taken.asking:
                    yield one, self.reader.topics.asked_after(name, one.piece, one.asks)
            case "fact":
                for told in (*taken.telling, *self._only_asked):
                    yield told, next(guess.likeness for guess in told.guesses if guess.row.fact.id == name)
            case "move":
                for piece in taken.pieces:
                    made = self.reader.moves.weigh(name, [piece], taken.reading, self._context)
                    if made:
                        yield made, made.likeness
