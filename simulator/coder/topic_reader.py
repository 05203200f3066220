"""Which topics of a scenario a turn asks about, and which of its questions are on none."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf
from operator import itemgetter
from typing import NamedTuple

from simulator.coder.asked_about import AskedAbout
from simulator.coder.likeness import PLAINLY, VERBATIM, Likeness
from simulator.coder.own_words import OwnWords
from simulator.coder.piece import NO_WORDS, Piece
from simulator.coder.piece_maker import PieceMaker
from simulator.coder.questioning import Questions
from simulator.model.scenario import Topic
from simulator.model.transcript import Asked, Evidence, Move

ASKED = 0.6
"""Likeness from which a question asks about a topic; one that serves the procedure: PLAINLY, what is none: VERBATIM."""
TAKEN_UP = 0.65
"""The same for a question without a word of content, read with the client's last words."""
MEANT = 2
"""How much more than its words the meaning of a question counts, where the language knows what words mean."""
MOST_NEAR = 1.001
"""What is the same in meaning is 1 near, give or take what is lost in rounding."""
AS_LIKE = 0.1
"""Taken off where a counter-example is as like as the best example, though not plainly the question itself."""


class Worded(NamedTuple):
    """How like a topic a piece is in its words, less the `doubt` where they are like a counter-example too.

    It `is_open` where its meaning is still to be counted.
    """

    words: float
    doubt: float = 0.0
    is_open: bool = False

    @property
    def likeness(self) -> float:
        return self.words - self.doubt

    @property
    def most(self) -> float:
        """What it comes to at most, whatever the piece means."""
        return max(self.likeness, self.with_meaning(MOST_NEAR)) if self.is_open else self.likeness

    def with_meaning(self, near: float) -> float:
        return (self.words + MEANT * near) / (1 + MEANT) - self.doubt


class Weighed(NamedTuple):
    """A piece as a question: the topic of the state it is most like, how much (0 to 1), and how much it has to be.

    A piece that `asks` asks for more than leave to ask. `rival` is the strength of what else the piece may be: a move,
    or the other half of its choice.
    """

    piece: Piece
    asks: bool
    needed: float
    rival: float
    topic: str
    strength: float

    @property
    def is_heard(self) -> bool:
        return self.strength >= max(self.needed, self.rival)

    @property
    def asked(self) -> Asked:
        """The topic, where this is heard."""
        return Asked(topic=self.topic, **self.piece.evidence(f"topic:{self.topic}", self.strength))


class Listened(NamedTuple):
    """What was heard, and every piece that was compared with the topics on the way."""

    heard: AskedAbout
    weighed: tuple[Weighed, ...] = ()


class TopicReader:
    """Reads which topics of a scenario a turn asks about."""

    def __init__(self, topics: Sequence[Topic], maker: PieceMaker, likeness: Likeness) -> None:
        self._topics = topics
        self._likeness = likeness
        self.examples = {t.id: (maker.examples(t.asked_as), maker.examples(t.not_as)) for t in topics}
        for own, _ in self.examples.values():
            likeness.weigh(own)
        self._words = OwnWords({topic: [piece.keys for piece in own] for topic, (own, _) in self.examples.items()})
        # In walks the same is said in the same state again and again.
        self._likeliest = lru_cache(maxsize=4_096)(self._most_asked_after)

    def listen(
        self, pieces: Sequence[Piece], questions: Questions, moves: Sequence[Move], state: str | None
    ) -> Listened:
        """Which topics of this state (None: any) the questions of a turn are about, and which are about none.

        Each piece is weighed, and then settled beside those before it. A sentence of several questions asks about
        nothing more than these do; the halves of a choice are one question, unless one asks after danger.
        """
        heard = AskedAbout()
        weighed: list[Weighed] = []
        for before, piece in pairwise((NO_WORDS, *pieces)):
            answers = piece.holds if piece in questions.danger else piece.is_answered_by
            known = list(filter(answers, heard.topics))
            if known and not piece.choice:
                continue
            one = self._weigh(piece, questions, _rivals(piece, known, moves), state)
            weighed.append(one)
            if one.is_heard:
                heard = heard.on_topic(one.asked, answers)
            elif known or questions.pass_by(piece):
                heard = heard.settled(answers)
            elif _is_open(piece, questions, moves):
                heard = heard.on_none(_in_full(piece, before), answers)
        return Listened(heard.plain(), tuple(weighed))

    def take_up(self, piece: Piece, listened: Listened, state: str | None) -> Listened:
        """The same with the topic of a question that is read with the words it takes up, if it plainly has one."""
        one = Weighed(piece, True, TAKEN_UP, 0.0, *self._likeliest(piece, True, state, False))
        if not one.is_heard:
            return listened
        return Listened(listened.heard.on_topic(one.asked, piece.is_answered_by), (*listened.weighed, one))

    def _weigh(self, piece: Piece, questions: Questions, rivals: Sequence[float], state: str | None) -> Weighed:
        """The piece as a question: which topic it is most like, how much, and how much it has to be.

        A question that only serves the procedure ("may I ask you something?") asks about nothing, nor does what leads
        up to a question after danger, unless plainly.
        """
        asks, needed = False, VERBATIM
        if piece.asks or piece.begins:
            asks = not questions.pass_by(piece)
            needed = ASKED if asks else PLAINLY
        likeliest = self._likeliest(piece, asks, state, piece in questions.danger)
        return Weighed(piece, asks, needed, max(rivals, default=0.0), *likeliest)

    def _most_asked_after(self, piece: Piece, asks: bool, state: str | None, grave: bool) -> tuple[str, float]:
        """The topic of this state that the piece is most like, and how much; the order of the file breaks ties.

        A question after danger is answered by what there is to tell of danger, before what it may be more like, unless
        it is word for word the question of another topic.
        """
        here = (topic for topic in self._topics if state is None or topic.is_told_in(state))
        worded = [(topic, self._worded(topic.id, piece, asks)) for topic in here]
        # Meaning is dear to compare: it is left out where even the same meaning would not make a topic the likeliest.
        least = max((one.likeness for _, one in worded if not one.is_open and not grave), default=-inf)
        likeness = [(topic, self._in_full(topic.id, piece, one)) for topic, one in worded if one.most >= least]
        if grave:
            telling = [one for one in likeness if one[1] >= (ASKED if one[0].danger else VERBATIM)]
            likeness = telling or likeness
        best = max(likeness, key=itemgetter(1), default=None)
        return (best[0].id, best[1]) if best else ("", 0.0)

    def asked_after(self, topic: str, piece: Piece, asks: bool) -> float:
        """Likeness to the best example; in a question what its words say for this topic counts, and its meaning most.

        What is plainly like an example needs no more, what is plainly like a counter-example asks something else, and
        grammar alone ("would you like to") makes out nothing.
        """
        return self._in_full(topic, piece, self._worded(topic, piece, asks))

    def _worded(self, topic: str, piece: Piece, asks: bool) -> Worded:
        own, others = (self._likeness.best(piece, examples) for examples in self.examples[topic])
        if (own <= others and others >= PLAINLY) or not (own or piece.content):
            return Worded(0.0)
        doubt = AS_LIKE if 0 < own <= others else 0.0
        if own >= PLAINLY or not asks:
            return Worded(own - doubt)
        worded = (own + self._words.said(topic, piece.keys) + self._words.speaks_for(topic, piece.keys)) / 3
        return Worded(worded, doubt, is_open=True)

    def _in_full(self, topic: str, piece: Piece, worded: Worded) -> float:
        """The likeness with what the piece means, where that is open."""
        near = self._likeness.near(piece, self.examples[topic][0]) if worded.is_open else None
        return worded.likeness if near is None else worded.with_meaning(near)


def _is_open(piece: Piece, questions: Questions, moves: Sequence[Move]) -> bool:
    """Whether something is asked in the piece, or what is offered has the form of a question ("i ask her, want?")."""
    return questions.maybe_asked_in(piece) or (piece.asks and any(map(piece.meets, moves)))


def _in_full(piece: Piece, before: Piece) -> Evidence:
    """A question on no topic; one that has no words of its own ("would you like that?") asks about those before it."""
    about = piece if piece.content else before.and_then(piece)
    return Evidence(**about.evidence("topic:none", 1.0))


def _rivals(piece: Piece, known: Sequence[Asked], moves: Sequence[Move]) -> list[float]:
    """How strong what else the piece may be is: the other half of its choice, or plainly a move."""
    plain = (move.strength for move in moves if move.strength >= PLAINLY and piece.meets(move))
    return [*(one.strength for one in known), *plain]
