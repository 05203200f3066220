"""What only one scenario knows to read: topics asked about, facts given, moves, answers to the client's questions."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, reduce
from itertools import chain
from typing import NamedTuple

from simulator.coder.asked_about import AskedAbout
from simulator.coder.coder import Coder
from simulator.coder.fact_reader import FactReader, Told
from simulator.coder.found import Context, Page
from simulator.coder.likeness import ALIKE, VERBATIM, Likeness
from simulator.coder.matchers.model import MISSTEPS
from simulator.coder.move_reader import MoveReader
from simulator.coder.piece import NO_WORDS, Piece
from simulator.coder.piece_maker import PieceMaker
from simulator.coder.questioning import Questioning, Questions
from simulator.coder.topic_reader import Listened, TopicReader, Weighed
from simulator.model.scenario import ClientQuestion, Scenario
from simulator.model.transcript import Answered, Asked, Evidence, Move, Reading

BLAMED = 0.75
"""Strength from which a client takes offence at what the model alone reads as a misstep; below, it is unsure here."""


class Here(NamedTuple):
    """Where the talk stands: its state (None: any), and the client's questions that are still open.

    `goes_on` names for each prompt ("tell me more") the topic that the client goes on with.
    """

    state: str | None = None
    asked: tuple[ClientQuestion, ...] = ()
    goes_on: Mapping[str, str] = {}


class TakenApart(NamedTuple):
    """A turn as it was read, with its sentences, its pieces, and all that was weighed before it was read so."""

    page: Page
    reading: Reading
    pieces: Sequence[Piece]
    questions: Questions
    asking: Sequence[Weighed]
    telling: Sequence[Told]


class ScenarioReader:
    """Reads the turns of one scenario: the acts of the coder, and what the scenario adds to them."""

    def __init__(self, coder: Coder, scenario: Scenario) -> None:
        grammar = coder.grammar
        self.scenario = scenario
        self._coder = coder
        self._maker = PieceMaker(grammar)
        self.likeness = Likeness(grammar.codebook)
        self._missteps = frozenset(act.act for act in grammar.codebook.acts if act.group == MISSTEPS)
        self._questioning = Questioning(grammar.codebook.acts)
        self.moves = MoveReader(scenario.moves, self._maker, self.likeness)
        self.topics = TopicReader(scenario.topics, self._maker, self.likeness)
        self.facts = FactReader(scenario.facts, self._maker, self.likeness)
        self.answers = cache(self._maker.examples)

    def read(self, text: str, context: Context, here: Here) -> Reading:
        """The full reading of a turn, where the talk stands."""
        return self.take_apart(text, context, here).reading

    def take_apart(self, text: str, context: Context, here: Here) -> TakenApart:
        """The reading with all it was made from; a client who is hurt in the same turn goes on with nothing."""
        page = self._coder.page(text, context)
        coded = self._coder.reading(page, context)
        pieces = list(self._each(page))
        told = self.facts.listen(pieces, coded.acts)
        facts = tuple(self.facts.given(told))
        reading = self._without_blame(coded, [fact for fact in facts if fact.right])
        questions = self._questioning.of(reading, pieces)
        moves = tuple(self.moves.read(pieces, reading, context))
        goes_on = None if self._missteps & reading.act_ids else _goes_on(pieces, questions, here)
        listened = Listened(goes_on) if goes_on else self.topics.listen(pieces, questions, moves, here.state)
        if not listened.heard.topics and (bare := questions.bare(pieces)):
            listened = self.topics.take_up(bare.taking_up(self._last_said(context)), listened, here.state)
        foreseen = [one for one in listened.heard.topics if one.strength >= VERBATIM]
        reading = self._without_blame(reading, foreseen)
        moves = tuple(move for move in moves if not any(_is_rather(one, move) for one in foreseen))
        found = {
            **listened.heard._asdict(),
            "facts": facts,
            "open_facts": tuple(self.facts.left_open(told, facts)),
            "moves": moves,
            "answers": tuple(self._answered(pieces, questions, reading, here.asked)),
        }
        return TakenApart(page, reading.model_copy(update=found), pieces, questions, listened.weighed, told)

    def _without_blame(self, reading: Reading, foreseen: Sequence[Evidence]) -> Reading:
        """Leave open what the model alone takes for a misstep, if it does so faintly or the author foresaw the words.

        A talk that breaks off over a misreading teaches nothing.
        """
        guessed = (act for act in reading.acts if act.act in self._missteps and act.by_model)
        doubtful = [act for act in guessed if act.strength < BLAMED or any(map(act.meets, foreseen))]
        kept = tuple(act for act in reading.acts if act not in doubtful)
        return reading.model_copy(update={"acts": kept, "unsure": (*reading.unsure, *doubtful)})

    def _answered(
        self, pieces: Sequence[Piece], questions: Questions, reading: Reading, asked: Sequence[ClientQuestion]
    ) -> Iterator[Answered]:
        """Of the client's open questions those that are answered; what asks something back is hardly an answer."""
        least = [VERBATIM if questions.asked_in(piece) else ALIKE for piece in pieces]
        for question in asked:
            act = next((act for act in reading.acts if act.act in question.answered_by), None)
            if act:
                yield Answered(question=question.id, start=act.start, end=act.end, by=act.by, strength=act.strength)
                continue
            examples = self.answers(question.answered_as)
            for piece, enough in zip(pieces, least, strict=True):
                likeness = self.likeness.best(piece, examples)
                if likeness >= enough:
                    yield Answered(question=question.id, **piece.evidence(f"answer:{question.id}", likeness))
                    break

    def _last_said(self, context: Context) -> Piece:
        """The client's last message as one piece."""
        if not context.client:
            return NO_WORDS
        clauses = self._coder.grammar.marked(context.client[-1])
        return reduce(Piece.and_then, chain.from_iterable(map(self._maker.pieces, clauses)), NO_WORDS)

    def _each(self, page: Page) -> Iterator[Piece]:
        for clause in page.clauses:
            if not all(clause.scopes.quoted):
                yield from self._maker.pieces(clause)


def _is_rather(asked: Asked, move: Move) -> bool:
    """Whether a question that the author foresaw is more like its topic than like the move that it mostly is."""
    shared = min(asked.end, move.end) - max(asked.start, move.start)
    return 2 * shared >= move.end - move.start and move.strength < asked.strength


def _goes_on(pieces: Sequence[Piece], questions: Questions, here: Here) -> AskedAbout | None:
    """What the client goes on with, where the turn asks for more and for nothing else."""
    for piece in pieces:
        topic = here.goes_on.get(piece.prompt or "")
        if topic:
            asked = Asked(topic=topic, **piece.evidence(f"topic:{topic}", 1.0))
            alone = all(one.prompt or not one.asks or one.meets(asked) for one in pieces)
            return AskedAbout((asked,), ()) if alone and not questions.danger else None
    return None
