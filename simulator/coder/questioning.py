"""What of a turn asks, and what only leads up to a question."""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.coder.piece import Piece
from simulator.model.codebook import ActDefinition
from simulator.model.known_ids import QUESTIONS
from simulator.model.transcript import Evidence, Reading


class Questions(NamedTuple):
    """What asks in a turn.

    `serving` are acts that only serve the procedure; `sure` are other asking acts and inner questions; `unsure` are
    asking acts that may be there. `aimed` are those of either kind that ask for one thing of their own, such as a
    decision or what the client knows. `danger` are the pieces in which a rule found a question after danger; the rest
    of such a turn leads up to them. What the model alone takes for one ("is he with you?") is a question like any
    other.
    """

    serving: Sequence[Evidence]
    sure: Sequence[Evidence]
    unsure: Sequence[Evidence]
    aimed: Sequence[Evidence]
    danger: Sequence[Piece]

    def pass_by(self, piece: Piece) -> bool:
        """Whether the piece asks nothing itself: it serves the procedure, or leads up to a question after danger."""
        return self.leads_up(piece) or (not self.asked_in(piece) and any(map(piece.meets, self.serving)))

    def leads_up(self, piece: Piece) -> bool:
        """Whether the piece stands beside a question after danger."""
        return bool(self.danger) and piece not in self.danger

    def bare(self, pieces: Sequence[Piece]) -> Piece | None:
        """The first question, where nothing up to its end has a word of content.

        It has to be plainly one, and aimed at nothing: "ask what you want" invites, and "what will you do?" asks for a
        decision.
        """
        asks = (at for at, piece in enumerate(pieces) if (piece.asks or piece.begins) and not self.pass_by(piece))
        first = next(asks, None)
        if first is None or any(piece.content for piece in pieces[: first + 1]):
            return None
        piece = pieces[first]
        is_plain = self.asked_in(piece) and not piece.inner and not any(map(piece.meets, self.aimed))
        return piece if is_plain else None

    def asked_in(self, piece: Piece) -> bool:
        """Whether something is asked in the piece for sure."""
        return any(map(piece.meets, self.sure))

    def maybe_asked_in(self, piece: Piece) -> bool:
        """Whether something may be asked in the piece, and nothing else is done there for sure."""
        return self.asked_in(piece) or any(map(piece.meets, self.unsure))


class Questioning:
    """Knows which acts of a codebook ask, which serve the procedure, and which ask after danger."""

    def __init__(self, acts: Sequence[ActDefinition]) -> None:
        asking = [act for act in acts if act.question == "always"]
        self._asking = frozenset((*QUESTIONS, *(act.act for act in asking)))
        self._danger = frozenset(act.act for act in asking if act.safety)
        self._serving = frozenset(act.act for act in acts if act.question == "alone")

    def of(self, reading: Reading, pieces: Sequence[Piece]) -> Questions:
        """What asks in the turn of this reading and these pieces."""
        danger: list[Piece] = []
        for act in reading.acts:
            if act.act in self._danger and not act.by_model:
                begun = [piece for piece in pieces if act.start <= piece.span[0] < act.end]
                danger += begun or [piece for piece in pieces if piece.meets(act)]
        inner = (Evidence(**piece.evidence("question", 1.0)) for piece in pieces if piece.inner)
        asking = [act for act in (*reading.acts, *reading.unsure) if act.act in self._asking]
        return Questions(
            serving=[act for act in reading.acts if act.act in self._serving],
            sure=[*(act for act in reading.acts if act.act in self._asking), *inner],
            unsure=[act for act in reading.unsure if act.act in self._asking and not any(map(act.meets, reading.acts))],
            aimed=[act for act in asking if act.act not in QUESTIONS],
            danger=danger,
        )
