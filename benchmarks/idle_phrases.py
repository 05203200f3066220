"""Phrases of the codebook on which none of its own examples depends."""

from collections.abc import Iterator

from simulator.coder.coder import Coder
from simulator.coder.found import Clause, Context, Found
from simulator.coder.matchers.phrase import PhraseRule
from simulator.coder.phrases import Match
from simulator.model.codebook import ActDefinition, Codebook, Example

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
