"""Acts and cues by the linear model fitted on our own examples; never alone for what is about safety."""

from collections.abc import Iterable
from math import exp
from struct import Struct

from simulator.coder.features import RULE, FeatureReader
from simulator.coder.found import Clause, Context, Found
from simulator.coder.settle import ASSERTED
from simulator.model.codebook import Definition
from simulator.model.weights import STEPS, Weights

LEAN = -0.9
"""Logit from which an act or cue is asserted; below it for one more unit the model is unsure."""
LEAN_OF_GRAVE = -0.25
"""The same for missteps and safety: below it for half a unit, so that good turns are not suspected."""
MISSTEPS = "missteps"
VETO = -2.8
"""Logit below which a rule is doubted: its words mean something else in such a sentence."""
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
        self._rows: dict[str, int] = {}
        self._steps: dict[str, dict[int, int]] = {}
        self._lanes = Struct(f"<{len(weights.names)}I")
        self._nothing = sum(MIDDLE << LANE * at for at in range(len(weights.names)))
        self._definitions = {one.id: one for one in definitions}
        self._grave = frozenset(n for n, one in self._definitions.items() if one.safety or one.group == MISSTEPS)
        self._grounds = {one.id: frozenset(one.grounds) for one in self._definitions.values() if one.safety}
        self._features = features

    def judge(self, clause: Clause, found: list[Found], context: Context) -> list[Found]:
        """What the rules found, doubted where the words speak against it, and what the words add."""
        known = self._features.read(clause, found, context) & self._weights.features.keys()
        logits = dict(zip(self._weights.names, self._logits(known), strict=True))
        judged = [doubted(one) if logits.get(one.act, 0.0) < VETO and not _by_form(one) else one for one in found]
        asserted = {one.act for one in judged if one.strength >= ASSERTED}
        supported = {one.act for one in found}
        last = len(clause.sentence.forms) - 1
        for number, (name, logit) in enumerate(logits.items()):
            above = 2 * (logit - LEAN_OF_GRAVE) if name in self._grave else logit - LEAN
            if above <= -1 or name in asserted or not self._may_be(name, clause):
                continue
            grounds = self._grounds.get(name)
            firm = grounds is None or name in supported or not grounds.isdisjoint(clause.sentence.vocabulary)
            strength = _strength(above) if firm else min(_strength(above), DOUBTED)
            by = f"model:{name}:{self._reasons(known, number)}"
            judged.append(Found(name, clause.index, 0, last, by, strength))
        return judged

    def _may_be(self, name: str, clause: Clause) -> bool:
        """No question where nothing is asked, nothing that vanishes where it is denied or somebody else speaks."""
        definition = self._definitions.get(name)
        if definition is None or name in clause.vanished or (name in self._grave and name in clause.excused):
            return False
        if definition.question == "always" and not (clause.openings or clause.sentence.asked):
            return False
        # The model cannot tell who says what, so a voice anywhere in the sentence counts.
        voices = (("quoted", clause.scopes.quoted), ("reported", clause.scopes.reported))
        return not any(any(flags) and voice in definition.vanishes_when for voice, flags in voices)

    def _logits(self, known: Iterable[str]) -> list[float]:
        total = sum((self._rows.get(feature) or self._row(feature) for feature in known), start=self._nothing)
        lanes = self._lanes.unpack(total.to_bytes(self._lanes.size, "little"))
        return [bias + (lane - MIDDLE) / STEPS for bias, lane in zip(self._weights.bias, lanes, strict=True)]

    def _row(self, feature: str) -> int:
        """What a feature adds to every name, in one number; read when it is first met."""
        numbers = self._weights.features[feature].split()
        steps = {int(at): round(float(weight) * STEPS) for at, weight in zip(numbers[::2], numbers[1::2], strict=True)}
        self._steps[feature] = steps
        self._rows[feature] = sum(step << LANE * at for at, step in steps.items())
        return self._rows[feature]

    def _reasons(self, known: Iterable[str], number: int) -> str:
        """The features that spoke most for the act, strongest first."""
        spoken = ((self._steps[feature].get(number, 0), feature) for feature in known)
        best = sorted((-steps, feature) for steps, feature in spoken if steps > 0)[:MOST_NAMED]
        return "+".join(feature.removeprefix(RULE) for _, feature in best)


def _by_form(one: Found) -> bool:
    """A question is a question whatever its words are about."""
    return one.by.startswith("question:")


def doubted(one: Found) -> Found:
    """The same finding, strong enough to be unsure at most."""
    return one._replace(strength=min(one.strength, DOUBTED))


def _strength(above: float) -> float:
    """From 0.4 (one unit below the threshold) over 0.6 (at it) towards 0.9."""
    return round(0.6 + 0.2 * above, 3) if above < 0 else round(0.6 + 0.3 * (2 / (1 + exp(-above)) - 1), 3)
