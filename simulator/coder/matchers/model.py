"""Acts by the linear model fitted on the codebook's own examples; never alone for a safety act."""

from collections.abc import Iterable
from math import exp

from simulator.coder.features import RULE, FeatureReader
from simulator.coder.found import Clause, Context, Found
from simulator.coder.settle import ASSERTED
from simulator.model.codebook import ActDefinition
from simulator.model.weights import Weights

LEAN = -1.2
"""Logit from which an act is asserted; below it for one more unit the model is unsure."""
LEAN_OF_GRAVE = 0.0
"""The same for missteps and safety acts, which have to be surer; a safety act needs a rule beside it, too."""
MISSTEPS = "missteps"
VETO = -2.2
"""Logit below which a soft rule is doubted."""
SOFT = ("order:", "story:", "telling:")
"""Rules that go by the form of a sentence alone, and would accuse or credit wrongly where they err."""
DOUBTED = 0.5
MOST_NAMED = 3
"""How many of the strongest features `by` names."""


class ModelMatcher:
    """Adds up the weights of a sentence's features."""

    def __init__(self, weights: Weights, acts: Iterable[ActDefinition], features: FeatureReader) -> None:
        self._weights = weights
        acts = tuple(acts)
        self._safety = frozenset(act.act for act in acts if act.safety)
        self._grave = frozenset(act.act for act in acts if act.safety or act.group == MISSTEPS)
        self._questions = frozenset(act.act for act in acts if act.question == "always")
        self._vanishing = {act.act: frozenset(act.vanishes_when) for act in acts}
        self._features = features

    def judge(self, clause: Clause, found: list[Found], context: Context) -> list[Found]:
        """What the rules found, the soft ones doubted where the words speak against them, and what the words add.

        A safety act is added only where a rule gave it some support, an act that is always a question only in one.
        """
        features = self._features.read(clause, found, context)
        logits = dict(zip(self._weights.acts, self._logits(features), strict=True))
        judged = [_doubted(one) if _is_soft(one) and logits.get(one.act, 0.0) < VETO else one for one in found]
        asserted = {one.act for one in judged if one.strength >= ASSERTED}
        supported = {one.act for one in found}
        voices = _other_voices(clause)
        last = len(clause.sentence.forms) - 1
        asks = bool(clause.openings or clause.sentence.asked)
        for number, (act, logit) in enumerate(logits.items()):
            above = logit - (LEAN_OF_GRAVE if act in self._grave else LEAN)
            if above <= -1 or act in asserted or act not in self._vanishing or voices & self._vanishing[act]:
                continue
            if (act in self._safety and act not in supported) or (act in self._questions and not asks):
                continue
            by = f"model:{act}:{self._reasons(features, number)}"
            judged.append(Found(act, clause.index, 0, last, by, _strength(above)))
        return judged

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
        spoken = (
            (weight, f) for f in features & table.keys() for act, weight in table[f] if act == number and weight > 0
        )
        best = sorted(spoken, key=lambda pair: (-pair[0], pair[1]))[:MOST_NAMED]
        return "+".join(feature.removeprefix(RULE) for _, feature in best)


def _is_soft(one: Found) -> bool:
    return one.by.startswith(SOFT)


def _doubted(one: Found) -> Found:
    return one._replace(strength=min(one.strength, DOUBTED))


def _other_voices(clause: Clause) -> frozenset[str]:
    """The scopes in which somebody else speaks somewhere in the sentence; the model can not tell who says what."""
    voices = (("quoted", clause.scopes.quoted), ("reported", clause.scopes.reported))
    return frozenset(name for name, flags in voices if any(flags))


def _strength(above: float) -> float:
    """From 0.4 (one unit below the threshold) over 0.6 (at it) towards 0.9."""
    return round(0.6 + 0.2 * above, 3) if above < 0 else round(0.6 + 0.3 * (2 / (1 + exp(-above)) - 1), 3)
