"""How well acts survive harmless changes of the codebook's own hits, and vanish where the meaning changes.

    python benchmarks/robustness.py            # a row per act, the totals, and a row per kind of change
    python benchmarks/robustness.py --act advice --lost   # the turns that were lost or stayed
    python benchmarks/robustness.py --idle-phrases        # phrases without which no hit and no miss is read otherwise

Which changes take an act away stands in its own file (`vanishes_when`). Changes are drawn by the act and the text of
the hit, so two runs print the same.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from idle_phrases import idle_phrases
from rewording import Rewording, load_rewordings

from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.library import Library
from simulator.loader.codebook_file import load_codebook_with_examples
from simulator.model.codebook import ActDefinition, Codebook, Example
from simulator.model.language import Rewordings
from simulator.readers import make_readers


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--act", help="only this act")
    parser.add_argument("--lost", action="store_true", help="show what was lost or stayed")
    parser.add_argument("--idle-phrases", action="store_true", help="count the phrases on which no example depends")
    options = parser.parse_args()
    folder = Library().packs.codebooks()["en"]
    codebook = load_codebook_with_examples(folder, "en").needed()
    if options.idle_phrases:
        print_idle(codebook)
        return
    robustness = Robustness(make_readers(codebook).coder, load_rewordings(folder, "en"))
    total: list[Outcome] = []
    print(f"{'act':24} harmless kept   meaning changed, gone")
    for act in codebook.acts:
        if options.act not in (None, act.act):
            continue
        outcomes = list(robustness.outcomes(act, act.hits))
        total += outcomes
        print(row(act.act, outcomes))
        if options.lost:
            print("\n".join(f"    {one.change}: {one.text}" for one in outcomes if not one.held))
    print(row("all", total))
    print()
    for change in dict.fromkeys(one.change for one in total):
        print(row(change, [one for one in total if one.change == change]))


def row(name: str, outcomes: Sequence[Outcome]) -> str:
    kept = share(one for one in outcomes if one.harmless)
    gone = share(one for one in outcomes if not one.harmless)
    return f"{name:24} {cell(kept):15} {cell(gone)}".rstrip()


def cell(held: Share) -> str:
    return f"{held.percent:6.1f} % of {held.tried:<5}" if held.tried else "     -"


def print_idle(codebook: Codebook) -> None:
    idle = idle_phrases(codebook)
    print(f"{'act':24} idle phrases   idle not_phrases")
    for act in codebook.acts:
        phrases = sum(counts for _, _, counts in idle[act.act])
        print(idle_row(act.act, (phrases, len(act.phrases)), (len(idle[act.act]) - phrases, len(act.not_phrases))))
    rules = [rule for rules in idle.values() for rule in rules]
    phrases = sum(counts for _, _, counts in rules)
    every, every_not = (sum(len(getattr(act, key)) for act in codebook.acts) for key in ("phrases", "not_phrases"))
    print(idle_row("all", (phrases, every), (len(rules) - phrases, every_not)))


def idle_row(name: str, phrases: tuple[int, int], not_phrases: tuple[int, int]) -> str:
    return f"{name:24} {phrases[0]:4} of {phrases[1]:<5}   {not_phrases[0]:4} of {not_phrases[1]}"


if __name__ == "__main__":
    main()
