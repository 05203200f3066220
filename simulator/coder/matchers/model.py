"""Acts and cues by the model fitted on our own examples; never alone for what is about safety."""

from collections.abc import Iterable, Sequence
from math import exp
from struct import Struct

from simulator.coder.features import RULE, FeatureReader
from simulator.coder.found import Clause, Context, Found
from simulator.coder.settle import ASSERTED, QUESTIONS
from simulator.model.codebook import Definition
from simulator.model.weights import PARTS, STEPS, Heard, Weights, heard

LEAN = -1.6
"""Logit from which an act or cue is asserted; below it for one more unit the model is unsure."""
LEAN_OF_GRAVE = -1.2
"""The same for missteps and safety: below it for half a unit, so that good turns are not suspected."""
MISSTEPS = "missteps"
FORMAL = frozenset((*QUESTIONS, "direct_question"))
"""Found by form alone: the model may doubt them, but words without the form are none."""
VETO = -5.0
"""Logit below which a rule is doubted: its words mean something else in such a sentence."""
VETO_OF_GUESS = -3.0
GUESSING = frozenset({"order", "story", "echo", "telling"})
"""Rules that see a form which other acts have too: they are doubted sooner."""
DOUBTED = 0.5
"""What is left of a doubted rule, and all that the model alone can say of safety: enough to be unsure."""
LANE = 32
MIDDLE = 1 << LANE - 1
"""A row of weights is one long number with so many bits for each name: adding rows adds all names at once."""
MOST_NAMED = 3
"""How many of the strongest features `by` names."""


class ModelMatcher:
    """Adds up the weights of a sentence's features; `definitions` are the acts or the cues it was fitted for."""

    def __init__(self, weights: Weights, definitions: Iterable[Definition], features: FeatureReader) -> None:
        self._weights = weights
        self._names = weights.names
        self._rows: dict[str, int] = {}
        self._heard: dict[str, Heard] = {}
        self._units = [_row(enumerate(says)) for says in weights.units]
        self._lanes = Struct(f"<{len(weights.names) + len(weights.units)}I")
        bias = (*(round(one * PARTS) for one in weights.bias), *weights.unit_bias)
        self._nothing = _row(enumerate(MIDDLE + one for one in bias))
        self._definitions = {one.id: one for one in definitions}
        self._grave = frozenset(n for n, one in self._definitions.items() if one.safety or one.group == MISSTEPS)
        self._places = {name: place for place, name in enumerate(weights.names)}
        self._scales = [(LEAN_OF_GRAVE, 2) if name in self._grave else (LEAN, 1) for name in weights.names]
        self._least = [_lane(lean - 1 / steep) for lean, steep in self._scales]
        self._grounds = {one.id: frozenset(one.grounds) for one in self._definitions.values() if one.safety}
        self._features = features

    def judge(self, clause: Clause, found: list[Found], context: Context) -> list[Found]:
        """What the rules found, doubted where the words speak against it, and what the words add."""
        known = self._features.read(clause, found, context) & self._weights.features.keys()
        lanes, active = self._add_up(known)
        judged = [doubted(one) if self._is_unlikely(one, lanes) else one for one in found]
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
            firm = grounds is None or name in supported or not grounds.isdisjoint(clause.sentence.vocabulary)
            strength = _strength(above) if firm else min(_strength(above), DOUBTED)
            by = f"model:{name}:{self._reasons(known, place, active)}"
            judged.append(Found(name, clause.index, 0, last, by, strength))
        return judged

    def _is_unlikely(self, one: Found, lanes: Sequence[int]) -> bool:
        guessed = one.by.partition(":")[0] in GUESSING
        return lanes[self._places.get(one.act, -1)] < _lane(VETO_OF_GUESS if guessed else VETO)

    def logits(self, features: Iterable[str]) -> list[float]:
        """What these features (all of them in the weights) come to, for each name."""
        lanes, _ = self._add_up(features)
        return [_logit(lane) for lane in lanes[:-1]]

    def _may_be(self, name: str, clause: Clause) -> bool:
        """No question by its words alone, nothing that vanishes where it is denied or somebody else speaks."""
        definition = self._definitions.get(name)
        if (
            definition is None
            or name in FORMAL
            or name in clause.vanished
            or (name in self._grave and name in clause.excused)
        ):
            return False
        if definition.question == "always" and not (clause.openings or clause.sentence.asked):
            return False
        # The model cannot tell who says what, so a voice anywhere in the sentence counts.
        voices = (("quoted", clause.scopes.quoted), ("reported", clause.scopes.reported))
        return not any(any(flags) and voice in definition.vanishes_when for voice, flags in voices)

    def _add_up(self, known: Iterable[str]) -> tuple[tuple[int, ...], list[int]]:
        """The lane of every name (and, at the end, one that is never doubted), and the units that heard something."""
        size = len(self._names)
        total = sum((self._rows.get(feature) or self._read(feature) for feature in known), start=self._nothing)
        active = []
        for unit, lane in enumerate(self._unpacked(total)[size:]):
            if lane > MIDDLE:
                total += (lane - MIDDLE) * self._units[unit]
                active.append(unit)
        return (*self._unpacked(total)[:size], MIDDLE), active

    def _unpacked(self, total: int) -> tuple[int, ...]:
        return self._lanes.unpack(total.to_bytes(self._lanes.size, "little"))

    def _read(self, feature: str) -> int:
        """What a feature adds to every name and unit, in one number; read when it is first met."""
        one = self._heard[feature] = heard(self._weights.features[feature])
        straight = ((at, steps * (PARTS // STEPS)) for at, steps in one.straight.items())
        self._rows[feature] = _row((*straight, *enumerate(one.units, start=len(self._names))))
        return self._rows[feature]

    def _reasons(self, known: Iterable[str], number: int, active: Sequence[int]) -> str:
        """The features that spoke most for the act, straight and through the units that heard them, strongest first."""
        says = [(unit, self._weights.units[unit][number]) for unit in active]
        spoken = ((self._spoke(self._heard[feature], number, says), feature) for feature in known)
        best = sorted((-steps, feature) for steps, feature in spoken if steps > 0)[:MOST_NAMED]
        return "+".join(feature.removeprefix(RULE) for _, feature in best)

    def _spoke(self, one: Heard, number: int, says: Sequence[tuple[int, int]]) -> int:
        through = sum(one.units[unit] * steps for unit, steps in says) if one.units else 0
        return one.straight.get(number, 0) * (PARTS // STEPS) + through


def _lane(logit: float) -> int:
    return MIDDLE + round(logit * PARTS)


def _logit(lane: int) -> float:
    return (lane - MIDDLE) / PARTS


def _row(lanes: Iterable[tuple[int, int]]) -> int:
    return sum(value << LANE * at for at, value in lanes)


def doubted(one: Found) -> Found:
    """The same finding, strong enough to be unsure at most."""
    return one._replace(strength=min(one.strength, DOUBTED))


def _strength(above: float) -> float:
    """From 0.4 (one unit below the threshold) over 0.6 (at it) towards 0.9."""
    return round(0.6 + 0.2 * above, 3) if above < 0 else round(0.6 + 0.3 * (2 / (1 + exp(-above)) - 1), 3)
