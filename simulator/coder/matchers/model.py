"""Acts and cues by the linear model fitted on our own examples; never alone for what is about safety."""

from collections.abc import Iterable
from math import exp

from simulator.coder.features import RULE, FeatureReader
from simulator.coder.found import Clause, Context, Found
from simulator.coder.settle import ASSERTED
from simulator.model.codebook import Definition
from simulator.model.weights import Weights

LEAN = -0.9
"""Logit from which an act or cue is asserted; below it for one more unit the model is unsure."""
LEAN_OF_GRAVE = -0.5
"""The same for missteps and safety: below it for half a unit, so that good turns are not suspected."""
MISSTEPS = "missteps"
VETO = -2.8
"""Logit below which a rule is doubted: its words mean something else in such a sentence."""
DOUBTED = 0.5
"""What is left of a doubted rule, and all that the model alone can say of safety: enough to be unsure."""
MOST_NAMED = 3
"""How many of the strongest features `by` names."""


class ModelMatcher:
    """Adds up the weights of a sentence's features; `definitions` are the acts or the cues it was fitted for."""

    def __init__(self, weights: Weights, definitions: Iterable[Definition], features: FeatureReader) -> None:
        self._weights = weights
        self._rows: dict[str, list[tuple[int, float]]] = {}
        self._definitions = {one.id: one for one in definitions}
        self._grave = frozenset(n for n, one in self._definitions.items() if one.safety or one.group == MISSTEPS)
        self._grounds = {one.id: frozenset(one.grounds) for one in self._definitions.values() if one.safety}
        self._features = features

    def judge(self, clause: Clause, found: list[Found], context: Context) -> list[Found]:
        """What the rules found, doubted where the words speak against it, and what the words add."""
        features = self._features.read(clause, found, context)
        logits = dict(zip(self._weights.names, self._logits(features), strict=True))
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
            by = f"model:{name}:{self._reasons(features, number)}"
            judged.append(Found(name, clause.index, 0, last, by, strength))
        return judged

    def _may_be(self, name: str, clause: Clause) -> bool:
        """No question where nothing is asked, nothing that vanishes where it is denied or somebody else speaks."""
        definition = self._definitions.get(name)
        if (
            definition is None
            or name in clause.vanished
            or (definition.question == "always" and not (clause.openings or clause.sentence.asked))
        ):
            return False
        # The model cannot tell who says what, so a voice anywhere in the sentence counts.
        voices = (("quoted", clause.scopes.quoted), ("reported", clause.scopes.reported))
        return not any(any(flags) and voice in definition.vanishes_when for voice, flags in voices)

    def _logits(self, features: set[str]) -> list[float]:
        logits = list(self._weights.bias)
        for feature in sorted(features & self._weights.features.keys()):
            for number, weight in self._row(feature):
                logits[number] += weight
        return logits

    def _row(self, feature: str) -> list[tuple[int, float]]:
        """What a feature adds to which names; read once, when it is first met."""
        row = self._rows.get(feature)
        if row is None:
            numbers = self._weights.features[feature].split()
            row = [(int(place), float(weight)) for place, weight in zip(numbers[::2], numbers[1::2], strict=True)]
            self._rows[feature] = row
        return row

    def _reasons(self, features: set[str], number: int) -> str:
        """The features that spoke most for the act, strongest first."""
        known = features & self._weights.features.keys()
        spoken = ((weight, f) for f in known for act, weight in self._row(f) if act == number and weight > 0)
        best = sorted(spoken, key=lambda pair: (-pair[0], pair[1]))[:MOST_NAMED]
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
