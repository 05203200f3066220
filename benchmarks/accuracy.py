"""How well the coder reads turns that nobody tuned it on: F1 per act with 95 % intervals, beside a second coder's.

python benchmarks/accuracy.py                    # benchmarks/heldout/turns.jsonl
python benchmarks/accuracy.py --from f0580       # the rest of it, from this turn on
python benchmarks/accuracy.py --gold FILE        # lines with text, prev_client and acts
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.library import Library

HELDOUT = Path(__file__).parent / "heldout"
DRAWS = 500
"""Bootstrap samples of the turns."""

Codes = frozenset[str]


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def coded(row: dict[str, object], coder: Coder) -> Codes:
    before = row.get("prev_client") or ()
    client = (before,) if isinstance(before, str) else tuple(before)  # type: ignore[arg-type]
    return coder.read(str(row["text"]), Context(client)).act_ids


def f1(act: str, gold: Sequence[Codes], said: Sequence[Codes]) -> float:
    both = sum(act in g and act in s for g, s in zip(gold, said, strict=True))
    either = sum((act in g) + (act in s) for g, s in zip(gold, said, strict=True))
    return 2 * both / either if either else 0.0


def macro(acts: Sequence[str], gold: Sequence[Codes], said: Sequence[Codes]) -> float:
    return sum(f1(act, gold, said) for act in acts) / len(acts)


def interval(acts: Sequence[str], gold: Sequence[Codes], said: Sequence[Codes]) -> tuple[float, float]:
    """The middle 95 % of the macro F1 over resampled turns."""
    random = Random(1)
    values = []
    for _ in range(DRAWS):
        drawn = [random.randrange(len(gold)) for _ in gold]
        values.append(macro(acts, [gold[i] for i in drawn], [said[i] for i in drawn]))
    values.sort()
    return values[int(0.025 * DRAWS)], values[int(0.975 * DRAWS) - 1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=HELDOUT / "turns.jsonl")
    parser.add_argument("--from", dest="first", default="", metavar="ID")
    arguments = parser.parse_args()
    path = arguments.gold
    rows = [row for row in read(path) if str(row.get("id", "")) >= arguments.first]
    gold = [frozenset(map(str, row["acts"])) for row in rows]  # type: ignore[call-overload]
    coder = Library().readers("en").coder
    said = [coded(row, coder) for row in rows]
    acts = sorted({act for codes in gold for act in codes})
    second = read(path.with_name("second.jsonl")) if path.with_name("second.jsonl").is_file() else []
    by_id = {str(row["id"]): frozenset(map(str, row["acts"])) for row in second}  # type: ignore[call-overload]
    other = [by_id.get(str(row.get("id")), frozenset()) for row in rows] if by_id else None
    print(f"{'act':26} turns  F1    low   high{'  second coder' if other else ''}")
    for act in acts:
        low, high = interval([act], gold, said)
        beside = f"  {f1(act, gold, other):.2f}" if other else ""
        print(f"{act:26} {sum(act in g for g in gold):5}  {f1(act, gold, said):.2f}  {low:.2f}  {high:.2f}{beside}")
    low, high = interval(acts, gold, said)
    beside = f", a second coder {macro(acts, gold, other):.3f}" if other else ""
    print(f"macro F1 {macro(acts, gold, said):.3f} ({low:.3f} to {high:.3f}) over {len(acts)} acts{beside}")
    print(f"whole turns right {sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold):.3f} of {len(gold)}")


if __name__ == "__main__":
    main()
