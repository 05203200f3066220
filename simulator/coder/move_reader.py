"""Moves that only this scenario can tell apart, in any sentence of a turn."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from simulator.coder.found import Context
from simulator.coder.likeness import ALIKE, PLAINLY, Likeness
from simulator.coder.piece import Examples, Piece
from simulator.coder.piece_maker import PieceMaker
from simulator.model.known_ids import ADDRESS_REQUEST, PARAPHRASE, SUMMARY
from simulator.model.scenario import ScenarioMove
from simulator.model.transcript import Move, Reading


class Made(NamedTuple):
    """The piece that is most like a move, how much (0 to 1), and how much it has to be."""

    piece: Piece
    likeness: float
    needed: float


class MoveReader:
    """Reads which moves of a scenario a turn makes."""

    def __init__(self, moves: Sequence[ScenarioMove], maker: PieceMaker, likeness: Likeness) -> None:
        self._moves = moves
        self._likeness = likeness
        self.examples = {move.id: (maker.examples(move.said_as), maker.examples(move.not_as)) for move in moves}
        for own, _ in self.examples.values():
            likeness.weigh(own)
        self._of_client = lru_cache(maxsize=4_096)(maker.example)

    def read(self, pieces: Sequence[Piece], reading: Reading, context: Context) -> Iterator[Move]:
        """The moves whose act, if they ask for one, is in the reading."""
        for move in self._moves:
            if not move.with_act or move.with_act in reading.act_ids:
                made = self.weigh(move.id, pieces, reading, context)
                if made and made.likeness >= made.needed:
                    yield Move(move=move.id, **made.piece.evidence(f"move:{move.id}", made.likeness))

    def weigh(self, move: str, pieces: Sequence[Piece], reading: Reading, context: Context) -> Made | None:
        """The likeliest of the pieces, if any.

        What gives back the client's words, or asks for their name, makes a move only plainly.
        """
        hits = [(self._best(piece, self.examples[move]), piece) for piece in pieces]
        likeness, piece = max(hits, key=lambda hit: hit[0], default=(0.0, None))
        if piece is None:
            return None
        plainly = _asks_for_name(piece, reading) or (likeness and self._is_given_back(piece, reading, context))
        return Made(piece, likeness, PLAINLY if plainly else ALIKE)

    def _best(self, piece: Piece, examples: tuple[Examples, Examples]) -> float:
        """Likeness to the examples, or nothing where a counter-example is as like."""
        likeness = self._likeness.best(piece, examples[0])
        return likeness if likeness > self._likeness.best(piece, examples[1]) else 0.0

    def _is_given_back(self, piece: Piece, reading: Reading, context: Context) -> bool:
        """Whether the piece is a reflection, at least half in words of content that the client has just used."""
        of_client = frozenset[str]().union(*(self._of_client(text).content for text in context.latest))
        reflects = any(act.act in (PARAPHRASE, SUMMARY) and piece.meets(act) for act in reading.acts)
        return reflects and len(piece.content & of_client) >= len(piece.content) / 2


def _asks_for_name(piece: Piece, reading: Reading) -> bool:
    return any(act.act == ADDRESS_REQUEST and piece.meets(act) for act in reading.acts)
