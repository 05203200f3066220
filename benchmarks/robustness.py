"""How well acts survive harmless changes of the codebook's own hits, and vanish where the meaning changes.

    python benchmarks/robustness.py            # a row per act, the totals, and a row per kind of change
    python benchmarks/robustness.py --act advice --lost   # the turns that were lost or stayed
    python benchmarks/robustness.py --idle-phrases        # phrases without which no hit and no miss is read otherwise

Everything is drawn with a fixed seed, so two runs print the same.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from simulator.authoring.rewording import load_rewordings
from simulator.authoring.robustness import Outcome, Robustness, Share, idle_phrases, share
from simulator.library import Library
from simulator.loader.codebook_file import load_codebook_with_examples
from simulator.model.codebook import Codebook
from simulator.readers import make_readers


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
