"""Acts and cues by the model fitted on our own examples; never alone for what is about safety."""

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from typing import NamedTuple

from simulator.coder.features import FIELD, RULE
from simulator.coder.found import Clause, Found
from simulator.coder.lanes import ZERO, Lanes
from simulator.coder.settle import ASSERTED
from simulator.model.codebook import OF_FIELD, Definition
from simulator.model.known_ids import DIRECT_QUESTION, QUESTIONS
from simulator.model.transcript import MODEL, matcher_of
from simulator.model.weights import PARTS, STEPS, Vote, Weights, vote

MISSTEPS = "missteps"
FORMAL = frozenset((*QUESTIONS, DIRECT_QUESTION))
LEAN_OF_FORM = 0.3
"""Logit from which a question is asserted where nothing has the form of one."""


class Trust(NamedTuple):
    """How far a model is believed, in logits.

    It asserts from `lean` on, and missteps and safety from `lean_of_grave` on. Less than one unit below that it is
    unsure (half a unit for missteps, safety and questions). Below `veto` it doubts what a rule found. Some kinds of
    rule look at how a sentence is built, which its words do not tell the model: `vetoes` says for each when it doubts
    them.
    """

    lean: float
    lean_of_grave: float
    veto: float
    vetoes: Mapping[str, float] = {}


OF_ACTS = Trust(
    lean=-1.0,
    lean_of_grave=-1.4,
    veto=-2.0,
    vetoes={"order": -2.5, "telling": -2.5, "question": -3.0, "story": -4.0, "echo": -4.0},
)
OF_CUES = Trust(lean=-1.2, lean_of_grave=0.0, veto=-2.0, vetoes={"question": -5.0, "feeling": -3.0})
"""What words cannot tell, a feeling named or the form of a question, is hardly ever doubted."""
DOUBTED = 0.5
"""What is left of a doubted rule, and all that the model alone can say of safety: enough to be unsure."""
MOST_NAMED = 3
"""How many of the strongest features `by` names."""


class ModelMatcher:
    """Adds up the weights of a sentence's features; `definitions` are the acts or the cues it was fitted for."""

    def __init__(self, weights: Weights, definitions: Iterable[Definition], trust: Trust) -> None:
        self._weights = weights
        self._trust = trust
        self._names = weights.names
        self._rows: dict[str, int] = {}
        self._votes: dict[str, Vote] = {}
        self._lanes = Lanes(len(weights.names) + len(weights.units))
        self._units = [self._lanes.row(says) for says in weights.units]
        bias = (*(round(one * PARTS) for one in weights.bias), *weights.unit_bias)
        self._nothing = self._lanes.zeros + self._lanes.row(bias)
        self._definitions = {one.id: one for one in definitions}
        self._grave = frozenset(n for n, one in self._definitions.items() if one.safety or one.group == MISSTEPS)
        self._places = {name: place for place, name in enumerate(weights.names)}
        self._scales = [self._scale(name) for name in weights.names]
        self._least = [_lane(lean - 1 / steep) for lean, steep in self._scales]
        grounded = (one for one in self._definitions.values() if one.needs_ground)
        self._grounds = {one.id: frozenset(map(_ground, one.grounds)) for one in grounded}

    def _scale(self, name: str) -> tuple[float, int]:
        """From which logit a name is asserted, and into how many parts a unit is cut; in the one below it is unsure."""
        if name in FORMAL:
            return LEAN_OF_FORM, 2
        return (self._trust.lean_of_grave, 2) if name in self._grave else (self._trust.lean, 1)

    def judge(self, clause: Clause, found: list[Found], features: set[str]) -> list[Found]:
        """What the rules found, doubted where the features speak against it, and what these add."""
        known = features & self._weights.features.keys()
        lanes, active = self._add_up(known)
        judged = [doubted(one) if self._is_unlikely(one, clause, lanes) else one for one in found]
        asserted = {one.act for one in judged if one.strength >= ASSERTED}
        supported = {one.act for one in found}
        last = len(clause.sentence.forms) - 1
        for place in [place for place, least in enumerate(self._least) if lanes[place] > least]:
            name = self._names[place]
            if name in asserted or not self._may_be(name, clause):
                continue
            lean, steep = self._scales[place]
            above = (_logit(lanes[place]) - lean) * steep
            grounds = self._grounds.get(name)
            firm = grounds is None or name in supported or not grounds.isdisjoint(clause.sentence.vocabulary | features)
            if not firm and last == 0:  # A single word ("ok") is no danger by what was said around it.
                continue
            strength = _strength(above) if firm else min(_strength(above), DOUBTED)
            by = f"{MODEL}:{name}:{self._reasons(known, place, active)}"
            judged.append(Found(name, clause.index, 0, last, by, strength))
        return judged

    def _is_unlikely(self, one: Found, clause: Clause, lanes: Sequence[int]) -> bool:
        """Whether the features speak against what a rule found; not where words ("marked") say still more of it."""
        if one.act in clause.further and one.act not in self._grounds:
            return False
        kind = matcher_of(one.by)
        return lanes[self._places.get(one.act, -1)] < _lane(self._trust.vetoes.get(kind, self._trust.veto))

    def logits(self, features: Iterable[str]) -> list[float]:
        """What these features (all of them in the weights) come to, for each name."""
        lanes, _ = self._add_up(features)
        return [_logit(lane) for lane in lanes[:-1]]

    def _may_be(self, name: str, clause: Clause) -> bool:
        """Whether the sentence can show this: as a question, if it has to be one, and not where it vanishes."""
        definition = self._definitions.get(name)
        against = clause.against
        if definition is None or name in against.vanished or (name in self._grave and name in against.excused):
            return False
        if definition.question == "always" and not clause.asks:
            return False
        # The model cannot tell who says what, so a voice anywhere in the sentence counts.
        voices = (("quoted", clause.scopes.quoted), ("reported", clause.scopes.reported))
        return not any(any(flags) and voice in definition.vanishes_when for voice, flags in voices)

    def _add_up(self, known: Iterable[str]) -> tuple[tuple[int, ...], list[int]]:
        """The lane of every name (and, at the end, one that is never doubted), and the units that heard something."""
        size = len(self._names)
        total = sum((self._rows.get(feature) or self._read(feature) for feature in known), start=self._nothing)
        active = []
        for unit, lane in enumerate(self._lanes.read(total)[size:]):
            if lane > ZERO:
                total += (lane - ZERO) * self._units[unit]
                active.append(unit)
        return (*self._lanes.read(total)[:size], ZERO), active

    def _read(self, feature: str) -> int:
        """What a feature adds to every name and unit, in one number; read when it is first met."""
        one = self._votes[feature] = vote(self._weights.features[feature])
        straight = (one.straight.get(at, 0) * (PARTS // STEPS) for at in range(len(self._names)))
        self._rows[feature] = self._lanes.row((*straight, *one.units))
        return self._rows[feature]

    def _reasons(self, known: Iterable[str], number: int, active: Sequence[int]) -> str:
        """The features that spoke most for the act, straight and through the units that heard them, strongest first."""
        says = [(unit, self._weights.units[unit][number]) for unit in active]
        spoken = []
        for feature in known:
            straight, units = self._votes[feature]
            steps = straight.get(number, 0) * (PARTS // STEPS)
            if units:
                for unit, unit_says in says:
                    steps += units[unit] * unit_says
            if steps > 0:
                spoken.append((-steps, feature))
        best = [feature for _, feature in sorted(spoken)[:MOST_NAMED]]
        return "+".join(feature.removeprefix(RULE) for feature in best)


def _ground(word: str) -> str:
    """A word, or a semantic field as the features name it."""
    return f"{FIELD}{word[1:]}" if word.startswith(OF_FIELD) else word


def _lane(logit: float) -> int:
    return ZERO + round(logit * PARTS)


def _logit(lane: int) -> float:
    return (lane - ZERO) / PARTS


def doubted(one: Found) -> Found:
    """The same finding, strong enough to be unsure at most."""
    return one._replace(strength=min(one.strength, DOUBTED))


def _strength(above: float) -> float:
    """From 0.4 (one unit below the threshold) over 0.6 (at it) towards 0.9."""
    return round(0.6 + 0.2 * above, 3) if above < 0 else round(0.6 + 0.3 * (2 / (1 + exp(-above)) - 1), 3)
