"""What a turn asks about, settled question by question."""

from collections.abc import Callable
from typing import NamedTuple

from simulator.coder.likeness import PLAINLY
from simulator.model.transcript import Asked, Evidence

BESIDE = 0.7
"""Likeness that a question needs beside one that plainly asks about its topic."""

Answers = Callable[[Evidence], bool]
"""Whether what was found before belongs to the question that is settled now."""


class AskedAbout(NamedTuple):
    """What a turn asks about, each topic once, and the questions that are like no topic."""

    topics: tuple[Asked, ...] = ()
    unheard: tuple[Evidence, ...] = ()

    def on_topic(self, asked: Asked, answers: Answers) -> "AskedAbout":
        """With a topic in the place of those that `answers` finds in the same question; each topic stands here once."""
        others = tuple(one for one in self.topics if not answers(one))
        known = any(one.topic == asked.topic for one in others)
        return AskedAbout(others if known else (*others, asked), self.settled(answers).unheard)

    def on_none(self, question: Evidence, answers: Answers) -> "AskedAbout":
        """With a question on no topic, unless a part of it stands here already."""
        return self if any(map(answers, self.unheard)) else self._replace(unheard=(*self.unheard, question))

    def settled(self, answers: Answers) -> "AskedAbout":
        """Without the questions on no topic that are parts of the one that is settled now."""
        return self._replace(unheard=tuple(one for one in self.unheard if not answers(one)))

    def plain(self) -> "AskedAbout":
        """Without what is hardly asked about, where something plainly is."""
        best = max((one.strength for one in self.topics), default=0.0)
        least = BESIDE if best >= PLAINLY else 0.0
        return self._replace(topics=tuple(one for one in self.topics if one.strength >= least))
