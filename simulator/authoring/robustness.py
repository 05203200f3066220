"""How readings of the codebook's own hits survive harmless changes, and vanish where a change takes the meaning away.

Which changes take an act away stands in its own file (`vanishes_when`). Changes are drawn by the act and the text of
the hit, so two runs measure the same.
"""

from collections.abc import Iterable, Iterator
from random import Random
from typing import NamedTuple

from simulator.authoring.rewording import Rewording
from simulator.coder.coder import Coder
from simulator.coder.found import Clause, Context, Found
from simulator.coder.matchers.phrase import PhraseRule
from simulator.coder.phrases import Match
from simulator.model.codebook import ActDefinition, Codebook, Example
from simulator.model.language import Rewordings


class Outcome(NamedTuple):
    """A hit said otherwise: whether its act has to stay (`harmless`) or to go, and whether it did so (`held`)."""

    act: str
    change: str
    harmless: bool
    text: str
    held: bool


class Share(NamedTuple):
    """How many of the changed hits were read as they have to be."""

    held: int
    tried: int

    @property
    def percent(self) -> float:
        return 100 * self.held / self.tried if self.tried else 100.0


class Robustness:
    """Measures hits by one codebook; a hit that is not read rightly as it stands proves nothing and is passed over."""

    def __init__(self, coder: Coder, words: Rewordings) -> None:
        self._coder = coder
        self._rewording = Rewording(coder.grammar.codebook, words)

    def outcomes(self, act: ActDefinition, hits: Iterable[Example]) -> Iterator[Outcome]:
        """Every change that makes another turn of a hit, and what became of the act."""
        for hit in hits:
            if not self._shows(act, hit.text, hit):
                continue
            random = Random(f"{act.act}:{hit.text}")
            for name, change in self._rewording.harmless.items():
                text = change(hit.text, random)
                if text != hit.text:
                    yield Outcome(act.act, name, True, text, self._shows(act, text, hit))
            yield from self._gone(act, hit, random)

    def _gone(self, act: ActDefinition, hit: Example, random: Random) -> Iterator[Outcome]:
        """Only hits of one sentence: in another one the act could stand as well."""
        if len(self._coder.grammar.splitter.sentences(hit.text)) != 1:
            return
        for name, (scope, change) in self._rewording.changing.items():
            if scope not in act.vanishes_when if scope else act.act in self._rewording.by_word:
                continue
            text = change(hit.text, random)
            if text != hit.text:
                yield Outcome(act.act, name, False, text, not self._shows(act, text, hit))

    def _shows(self, act: ActDefinition, text: str, hit: Example) -> bool:
        return act.act in self._coder.read(text, Context(hit.client)).act_ids


def share(outcomes: Iterable[Outcome]) -> Share:
    """Of these outcomes, those that are as they have to be."""
    held = [outcome.held for outcome in outcomes]
    return Share(sum(held), len(held))


LATER = ("contrary", "marked")
"""Rows of phrases that find nothing themselves."""
Rule = tuple[str, int, bool]
"""A phrase by its file, its number there, and whether it counts (or is one of the `not_phrases`)."""


class MutedCoder(Coder):
    """A coder that can do without one phrase at a time, and knows which ones were found since it was last asked."""

    def __init__(self, codebook: Codebook) -> None:
        super().__init__(codebook)
        self.muted: Rule | None = None
        self.met: set[Rule] = set()

    def _match(self, clause: Clause, hits: list[tuple[PhraseRule, Match]], context: Context) -> list[Found]:
        self.met.update(_rule(rule) for rule, _ in hits if rule.row not in LATER)
        kept = [hit for hit in hits if hit[0].row in LATER or _rule(hit[0]) != self.muted]
        return super()._match(clause, kept, context)


def idle_phrases(codebook: Codebook) -> dict[str, list[Rule]]:
    """Per act the phrases without which every hit and miss of the codebook is read as it is now (weights unchanged)."""
    coder = MutedCoder(codebook)
    needed: set[Rule] = set()
    for act in codebook.acts:
        for example in (*act.hits, *act.misses):
            needed |= _needed(act.act, example, coder)
    return {act.act: [rule for rule in _rules(act) if rule not in needed] for act in codebook.acts}


def _needed(act: str, example: Example, coder: MutedCoder) -> set[Rule]:
    """The phrases without which this example is read otherwise."""
    context = Context(example.client)
    coder.met, coder.muted = set(), None
    shown = act in coder.read(example.text, context).act_ids
    needed = set()
    for rule in sorted(coder.met):
        coder.muted = rule
        if (act in coder.read(example.text, context).act_ids) != shown:
            needed.add(rule)
    return needed


def _rules(act: ActDefinition) -> Iterator[Rule]:
    yield from ((act.act, number, True) for number in range(1, len(act.phrases) + 1))
    yield from ((act.act, number, False) for number in range(1, len(act.not_phrases) + 1))


def _rule(rule: PhraseRule) -> Rule:
    return rule.act, rule.number, rule.counts
