"""The words that make out a topic or a fact: many of its examples use them, and few of the others' do."""

from collections import Counter
from collections.abc import Mapping, Sequence

ENOUGH = 4
"""Saying as much as the so many weightiest words is saying all of it."""
OF_ONE_EXAMPLE = 0.3
"""Exponent of the share of examples that use a word: below 1, so that a word of one example counts as well."""

Examples = Sequence[frozenset[str]]
"""Keys of words, example by example."""


class OwnWords:
    """What share of each subject (a topic, a fact) words say."""

    def __init__(self, subjects: Mapping[str, Examples]) -> None:
        self._shares = {
            subject: _shares(own, [one for other, examples in subjects.items() if other != subject for one in examples])
            for subject, own in subjects.items()
        }

    def said(self, subject: str, keys: frozenset[str]) -> float:
        """How much of the subject these words say, from 0 to 1."""
        shares = self._shares[subject]
        return min(1.0, sum(sorted(shares[key] for key in keys & shares.keys())))


def _shares(own: Examples, others: Examples) -> dict[str, float]:
    here, elsewhere = (Counter(key for keys in examples for key in keys) for examples in (own, others))
    weights: dict[str, float] = {}
    for key, times in here.items():
        share, abroad = times / len(own), elsewhere[key] / max(1, len(others))
        weights[key] = share**OF_ONE_EXAMPLE * max(0.0, 1 - abroad / share)
    enough = sum(sorted(weights.values(), reverse=True)[:ENOUGH]) or 1.0
    return {key: weight / enough for key, weight in weights.items()}
