"""What only one scenario knows to read: topics asked about, facts given, moves, answers to the client's questions."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from simulator.coder.coder import Coder
from simulator.coder.fact_reader import FactReader
from simulator.coder.found import Context, Page
from simulator.coder.likeness import ALIKE, Likeness
from simulator.coder.matchers.echo import PARAPHRASE, SUMMARY
from simulator.coder.matchers.model import MISSTEPS
from simulator.coder.own_words import OwnWords
from simulator.coder.piece import NO_WORDS, Examples, Piece
from simulator.coder.questioning import Questioning, Questions
from simulator.model.scenario import ClientQuestion, Scenario
from simulator.model.transcript import Answered, Asked, Evidence, Move, Reading

BLAMED = 0.75
"""Strength from which a client takes offence at what the model alone reads as a misstep; below, it is unsure here."""
MEANT = 2
"""How much more than its words the meaning of a question counts, where the language knows what words mean."""
ASKED, PLAINLY, VERBATIM = 0.6, 0.88, 0.95
"""Likeness from which a question asks about a topic, one that serves the procedure does, and what is none does."""
BESIDE = 0.7
"""Likeness that a question needs beside one that plainly asks about its topic."""
AS_LIKE = 0.1
"""Taken off where a counter-example is as like as the best example, though not plainly the question itself."""


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
        self._questioning = Questioning(grammar.codebook.acts)
        examples = self._likeness.examples
        self._topics = {t.id: (examples(t.asked_as), examples(t.not_as)) for t in scenario.topics}
        self._moves = {m.id: (examples(m.said_as), examples(m.not_as)) for m in scenario.moves}
        for own, _ in (*self._topics.values(), *self._moves.values()):
            self._likeness.weigh(own)
        self._words = OwnWords({topic: [piece.keys for piece in own] for topic, (own, _) in self._topics.items()})
        self._facts = FactReader(scenario.facts, self._likeness)
        self._of_client = lru_cache(maxsize=4_096)(self._likeness.example)
        self._answers = cache(self._likeness.examples)
        # In walks the same is said in the same state again and again.
        self._likeliest = lru_cache(maxsize=4_096)(self._most_asked_after)

    def read(self, text: str, context: Context, here: Here) -> Reading:
        """The full reading of a turn, where the talk stands."""
        page = self._coder.page(text, context)
        reading = self._without_blame(self._coder.reading(page, context))
        pieces = list(self._each(page))
        questions = self._questioning.of(reading, pieces)
        moves = tuple(self._moved(pieces, reading, context))
        return reading.model_copy(
            update={
                **self._asked(pieces, questions, moves, here.state),
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

    def _asked(
        self, pieces: Sequence[Piece], questions: Questions, moves: Sequence[Move], state: str | None
    ) -> dict[str, tuple[Evidence, ...]]:
        """Of each question the topic of this state it is most like, and the questions that are like none.

        The order of the file breaks ties. A question that only serves the procedure ("may I ask you something?") asks
        about nothing, nor does what leads up to a question after danger, unless plainly. A sentence of several
        questions asks about nothing more than these do, and what is plainly a move about nothing that it is less like.
        A question on no topic that has no words of its own ("would you like that?") asks about what was said before it.
        The halves of a choice are one question, unless one asks after danger.
        """
        asked: dict[str, Asked] = {}
        unheard: list[Evidence] = []
        for before, piece in pairwise((NO_WORDS, *pieces)):
            grave = piece in questions.danger
            answered = piece.holds if grave else piece.is_answered_by
            known = list(filter(answered, asked.values()))
            if known and not piece.choice:
                continue
            serves = questions.pass_by(piece)
            asks = piece.asks or piece.begins
            topic, strength = self._likeliest(piece, asks and not serves, state, grave)
            moved = max((move.strength for move in moves if piece.meets(move)), default=0.0)
            least = VERBATIM if not asks else PLAINLY if serves else ASKED
            least = max((least, *(one.strength for one in known), moved if moved >= PLAINLY else 0.0))
            if strength >= least:
                asked = {name: one for name, one in asked.items() if one not in known}
                asked.setdefault(topic, Asked(topic=topic, **piece.evidence(f"topic:{topic}", strength)))
            if strength >= least or serves or known:
                unheard = [one for one in unheard if not answered(one)]
            elif questions.maybe_asked_in(piece) and not any(map(answered, unheard)):
                about = piece if piece.content else before.and_then(piece)
                unheard.append(Evidence(**about.evidence("topic:none", 1.0)))
        best = max((one.strength for one in asked.values()), default=0.0)
        least = BESIDE if best >= PLAINLY else 0.0
        return {"topics": tuple(one for one in asked.values() if one.strength >= least), "unheard": tuple(unheard)}

    def _most_asked_after(self, piece: Piece, asks: bool, state: str | None, grave: bool) -> tuple[str, float]:
        """The topic of this state that the piece is most like, and how much.

        A question after danger is answered by what there is to tell of danger, before what it may be more like, unless
        it is word for word the question of another topic.
        """
        here = (topic for topic in self._scenario.topics if state is None or not topic.states or state in topic.states)
        likeness = [(topic, self._asked_after(topic.id, piece, asks)) for topic in here]
        if grave:
            telling = [one for one in likeness if one[1] >= (ASKED if one[0].danger else VERBATIM)]
            likeness = telling or likeness
        best = max(likeness, key=itemgetter(1), default=None)
        return (best[0].id, best[1]) if best else ("", 0.0)

    def _asked_after(self, topic: str, piece: Piece, asks: bool) -> float:
        """Likeness to the best example; in a question what its words say for this topic counts, and its meaning most.

        What is plainly like an example needs no more, what is plainly like a counter-example asks something else, and
        grammar alone ("would you like to") makes out nothing.
        """
        own, others = (self._likeness.best(piece, examples) for examples in self._topics[topic])
        if (own <= others and others >= PLAINLY) or not (own or piece.content):
            return 0.0
        doubt = AS_LIKE if 0 < own <= others else 0.0
        if own >= PLAINLY or not asks:
            return own - doubt
        worded = (own + self._words.said(topic, piece.keys) + self._words.speaks_for(topic, piece.keys)) / 3
        near = self._likeness.near(piece, self._topics[topic][0])
        return (worded if near is None else (worded + MEANT * near) / (1 + MEANT)) - doubt

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
                yield from self._likeness.pieces(clause)
