"""Yes and no to a question after danger: what they show hangs on what was asked (manual 2.7.6)."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.coder.found import Clause, Found
from simulator.coder.phrases import Match
from simulator.model.codebook import CueDefinition
from simulator.model.known_ids import ASKING, RISK_QUESTION
from simulator.model.language import Replies
from simulator.model.transcript import Act, Reading

REPLIES = tuple(Replies.model_fields)
LATEST = 1
"""The word, from 0, at which a reply begins; what stands later goes back to something else."""
PLAIN = 1.0
DOUBTFUL = 0.5
"""Strength where neither yes nor no was said, or where a later question may be the one that is answered."""


class ReplyMatcher:
    """Finds the dangers that a short reply admits, by the marks of the question it answers."""

    def __init__(self, cues: Iterable[CueDefinition]) -> None:
        self._admitting = [(cue.cue, frozenset(cue.yes_to), frozenset(cue.no_to)) for cue in cues]

    def match(self, clause: Clause, after: Reading) -> Iterator[Found]:
        """The dangers in the first sentence of a message that answers this turn."""
        asked = [act for act in after.acts if act.act == RISK_QUESTION]
        replied = _replied(clause)
        if not asked or not replied:
            return
        reply, match = replied
        for cue, yes_to, no_to in self._admitting:
            admitting = {"yes": yes_to, "no": no_to, "neither": yes_to | no_to}[reply]
            meant = [question for question in asked if admitting.intersection(question.marks)]
            if meant:
                plain = reply != "neither" and not _asked_later(meant[-1], after.acts)
                yield Found(cue, clause.index, *match, f"reply:{cue}", PLAIN if plain else DOUBTFUL)


def _replied(clause: Clause) -> tuple[str, Match] | None:
    """What the sentence begins with, and where; a longer reply says more ("no idea" is no "no")."""
    found = [(name, match) for name in REPLIES for match in clause.marks.get(name, ()) if match.first <= LATEST]
    return max(found, key=lambda one: (-one[1].first, one[1].last), default=None)


def _asked_later(question: Act, acts: Sequence[Act]) -> bool:
    """Whether another question comes behind this one, which the reply may be to."""
    return any(act.act in ASKING and act.start >= question.end for act in acts)
