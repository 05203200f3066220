"""Acts by the linear model fitted on the codebook's own examples; never alone for a safety act."""

from collections.abc import Iterable, Iterator
from math import exp

from simulator.coder.features import RULE, FeatureReader
from simulator.coder.found import Clause, Context, Found
from simulator.model.codebook import ActDefinition
from simulator.model.weights import Weights

LEAN = -1.2
"""Logit from which an act is asserted; below it for one more unit the model is unsure."""
MOST_NAMED = 3
"""How many of the strongest features `by` names."""


class ModelMatcher:
    """Adds up the weights of a sentence's features."""

    def __init__(self, weights: Weights, acts: Iterable[ActDefinition], features: FeatureReader) -> None:
        self._weights = weights
        acts = tuple(acts)
        self._safety = frozenset(act.act for act in acts if act.safety)
        self._vanishing = {act.act: frozenset(act.vanishes_when) for act in acts}
        self._features = features

    def match(self, clause: Clause, found: list[Found], context: Context) -> Iterator[Found]:
        """Acts the rules did not assert; a safety act only where a rule was unsure of it."""
        asserted = {one.act for one in found if one.strength >= 0.6}
        supported = {one.act for one in found}
        features = self._features.read(clause, found, context)
        last = len(clause.sentence.forms) - 1
        scopes = _other_voices(clause)
        for number, logit in enumerate(self._logits(features)):
            act = self._weights.acts[number]
            if logit <= LEAN - 1 or act in asserted or (act in self._safety and act not in supported):
                continue
            if scopes & self._vanishing[act]:
                continue
            strength = _strength(logit - LEAN)
            yield Found(act, clause.index, 0, last, f"model:{act}:{self._reasons(features, number)}", strength)

    def _logits(self, features: set[str]) -> list[float]:
        logits = list(self._weights.bias)
        table = self._weights.features
        for feature in sorted(features & table.keys()):
            for number, weight in table[feature]:
                logits[number] += weight
        return logits

    def _reasons(self, features: set[str], number: int) -> str:
        """The features that spoke most for the act, strongest first."""
        table = self._weights.features
        spoken = ((weight, f) for f in features & table.keys() for act, weight in table[f] if act == number and weight > 0)
        best = sorted(spoken, key=lambda pair: (-pair[0], pair[1]))[:MOST_NAMED]
        return "+".join(feature.removeprefix(RULE) for _, feature in best)


def _other_voices(clause: Clause) -> frozenset[str]:
    """The scopes in which somebody else speaks somewhere in the sentence; the model can not tell who says what."""
    voices = (("quoted", clause.scopes.quoted), ("reported", clause.scopes.reported))
    return frozenset(name for name, flags in voices if any(flags))


def _strength(above: float) -> float:
    """From 0.4 (one unit below the threshold) over 0.6 (at it) towards 0.9."""
    return round(0.6 + 0.2 * above, 3) if above < 0 else round(0.6 + 0.3 * (2 / (1 + exp(-above)) - 1), 3)
