"""Yes and no to a question after danger: what they show hangs on what was asked (manual 2.7.6)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from simulator.coder.found import Clause, Found
from simulator.coder.phrases import Match
from simulator.model.codebook import CueDefinition
from simulator.model.known_ids import ASKING, RISK_QUESTION
from simulator.model.transcript import Act, Reading

REPLIES = ("yes", "no", "neither")
"""What the language file calls them."""
BEFORE_IT = 2
"""Words of a sentence that a reply may stand behind: "ok. yes"."""
PLAIN = 1.0
DOUBTFUL = 0.5
"""Strength where neither yes nor no was said, or where it may answer something else."""


class ReplyMatcher:
    """Finds the dangers that a short reply admits, by the marks of the question it answers."""

    def __init__(self, cues: Iterable[CueDefinition]) -> None:
        self._admitting = [(cue.cue, frozenset(cue.yes_to), frozenset(cue.no_to)) for cue in cues]
        self._by_yes = frozenset(mark for _, yes_to, _ in self._admitting for mark in yes_to)
        self._by_no = frozenset(mark for _, _, no_to in self._admitting for mark in no_to)

    def match(self, clauses: Sequence[Clause], after: Reading) -> Iterator[Found]:
        """The dangers that a message of these sentences admits in reply to this turn."""
        asked = [act for act in after.acts if act.act == RISK_QUESTION]
        clause = next(_places(clauses), None) if asked else None
        replied = _replied(clause) if clause else None
        if not clause or not replied:
            return
        reply, match = replied
        for cue, yes_to, no_to in self._admitting:
            admitting = {"yes": yes_to, "no": no_to, "neither": yes_to | no_to}[reply]
            meant = [question for question in asked if admitting.intersection(question.marks)]
            if meant:
                doubtful = reply == "neither" or self._is_choice(meant[-1]) or _asked_later(meant[-1], after.acts)
                yield Found(cue, clause.index, *match, f"reply:{cue}", DOUBTFUL if doubtful else PLAIN)

    def _is_choice(self, question: Act) -> bool:
        """Whether both a yes and a no may admit something: "are you safe, or do you think of killing yourself?"."""
        return not (self._by_yes.isdisjoint(question.marks) or self._by_no.isdisjoint(question.marks))


def _places(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The first sentence, or the second behind a word or two, that has a reply."""
    for clause in islice(clauses, 2):
        if clause.marked(*REPLIES):
            yield clause
        elif len(clause.sentence.forms) > BEFORE_IT:
            return


def _replied(clause: Clause) -> tuple[str, Match] | None:
    """What is replied first, and where; a longer reply says more ("no idea" is no "no"). Other voices reply nothing.

    A no beside reassuring words admits nothing, and one beside a yes ("no, but sometimes yes") is neither.
    """
    found = [(name, match) for name in REPLIES for match in clause.marks.get(name, ())]
    own = [(name, match) for name, match in found if not clause.scopes.quoted[match.first]]
    if not own:
        return None
    name, match = max(own, key=lambda one: (-one[1].first, one[1].last))
    if name == "no" and clause.marked("reassuring"):
        return None
    other = {"yes": "no", "no": "yes"}.get(name)
    return ("neither" if any(one == other for one, _ in own) else name), match


def _asked_later(question: Act, acts: Sequence[Act]) -> bool:
    """Whether another question comes behind this one, which the reply may be to."""
    return any(act.act in ASKING and act.start >= question.end for act in acts)
