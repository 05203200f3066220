"""The words that make out a topic or a fact: many of its examples use them, and few of the others' do."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log

ENOUGH = 4
"""A subject's weightiest words; a piece that has these, or others of as much weight, says all of the subject."""
OF_ONE_EXAMPLE = 0.3
"""Exponent of the share of examples that use a word: below 1, so that a word of one example counts as well."""

SMOOTH = 8
"""Words of all subjects that are added to each subject's own, so that a word of few examples speaks less."""
LEAST = -1.0
"""Nats; no word speaks more against a subject."""
FEWEST = 4
"""A piece of fewer keys speaks as if it had so many: one word is little evidence."""

Examples = Sequence[frozenset[str]]
"""Keys of words, example by example."""


class OwnWords:
    """What share of each subject (a topic, a fact) words say."""

    def __init__(self, subjects: Mapping[str, Examples]) -> None:
        self._counts = {subject: Counter(key for keys in own for key in keys) for subject, own in subjects.items()}
        self._everywhere = sum(self._counts.values(), Counter[str]())
        examples = sum(map(len, subjects.values()))
        self._shares = {
            subject: self._shares_of(self._counts[subject], len(own), examples - len(own))
            for subject, own in subjects.items()
        }

    def said(self, subject: str, keys: frozenset[str]) -> float:
        """How much of the subject these words say, from 0 to 1."""
        shares = self._shares[subject]
        return min(1.0, sum(sorted(shares[key] for key in keys & shares.keys())))

    def speaks_for(self, subject: str, keys: frozenset[str]) -> float:
        """How much more often this subject uses these words than all subjects do: nats a word, LEAST or more."""
        evidence = self._evidence[subject]
        return sum(sorted(evidence[key] for key in keys & evidence.keys())) / max(FEWEST, len(keys))

    def _shares_of(self, here: Counter[str], own: int, others: int) -> dict[str, float]:
        """Which share of a subject each of its words says; `own` and `others` are numbers of examples."""
        weights: dict[str, float] = {}
        for key, times in here.items():
            share, abroad = times / own, (self._everywhere[key] - times) / max(1, others)
            weights[key] = share**OF_ONE_EXAMPLE * max(0.0, 1 - abroad / share)
        enough = sum(sorted(weights.values(), reverse=True)[:ENOUGH]) or 1.0
        return {key: weight / enough for key, weight in weights.items()}

    @cached_property
    def _evidence(self) -> dict[str, dict[str, float]]:
        """By subject and word the log of how much more often the subject uses the word than all subjects do."""
        words = self._everywhere.total()

        def of(own: Counter[str]) -> dict[str, float]:
            smooth = own.total() + SMOOTH
            more = ((key, (own[key] * words / times + SMOOTH) / smooth) for key, times in self._everywhere.items())
            return {key: max(LEAST, log(times_more)) for key, times_more in more}

        return {subject: of(own) for subject, own in self._counts.items()}
