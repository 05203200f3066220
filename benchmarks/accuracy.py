"""How well turns and messages are read that nobody tuned the coder on: F1 with 95 % intervals, beside a second coder's.

python benchmarks/accuracy.py                    # acts of counselor turns, benchmarks/heldout/turns.jsonl
python benchmarks/accuracy.py --messages         # cues of client messages, benchmarks/heldout/messages.jsonl
python benchmarks/accuracy.py --from f0580       # the rest of it, from this line on
python benchmarks/accuracy.py --gold FILE        # lines with text, prev_client and acts (or after and cues)
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from simulator.coder.found import Context
from simulator.library import Library

HELDOUT = Path(__file__).parent / "heldout"
DRAWS = 500
"""Bootstrap samples of the lines."""

Codes = frozenset[str]


class Heard(NamedTuple):
    """What is read in a line, and the dangers in a message that a person has to look at."""

    codes: Codes
    perhaps: Codes = frozenset()


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def codes_of(row: dict[str, Any]) -> Codes:
    return frozenset(row["acts"] if "acts" in row else row["cues"])


class Listener:
    """Reads turns and messages, each as what answers the line before it."""

    def __init__(self) -> None:
        readers = Library().readers("en")
        self._coder = readers.coder
        self._client = readers.client_reader
        self.dangers = self._client.dangers

    def hear(self, row: dict[str, Any]) -> Heard:
        if "acts" in row:
            before = row.get("prev_client") or ()
            client = (before,) if isinstance(before, str) else tuple(before)
            return Heard(self._coder.read(row["text"], Context(client)).act_ids)
        shown = self._client.read(row["text"], self._coder.read(row.get("after", "")))
        return Heard(frozenset(one.cue for one in shown.cues), frozenset(one.cue for one in shown.unsure))


def f1(code: str, gold: Sequence[Codes], said: Sequence[Codes]) -> float:
    both = sum(code in g and code in s for g, s in zip(gold, said, strict=True))
    either = sum((code in g) + (code in s) for g, s in zip(gold, said, strict=True))
    return 2 * both / either if either else 0.0


def macro(codes: Sequence[str], gold: Sequence[Codes], said: Sequence[Codes]) -> float:
    return sum(f1(code, gold, said) for code in codes) / len(codes)


def interval(codes: Sequence[str], gold: Sequence[Codes], said: Sequence[Codes]) -> tuple[float, float]:
    """The middle 95 % of the macro F1 over resampled lines."""
    random = Random(1)
    values = []
    for _ in range(DRAWS):
        drawn = [random.randrange(len(gold)) for _ in gold]
        values.append(macro(codes, [gold[i] for i in drawn], [said[i] for i in drawn]))
    values.sort()
    return values[int(0.025 * DRAWS)], values[int(0.975 * DRAWS) - 1]


def told_dangers(gold: Sequence[Codes], heard: Sequence[Heard], dangers: Codes) -> str:
    """How often any danger is heard, or left to a person, where there is one and where there is none."""
    rows = []
    for there, what in ((True, "a danger"), (False, "none")):
        among = [one for codes, one in zip(gold, heard, strict=True) if bool(codes & dangers) == there]
        sure = sum(bool(one.codes & dangers) for one in among)
        perhaps = sum(bool((one.codes | one.perhaps) & dangers) for one in among) - sure
        rows.append(f"of {len(among)} with {what} {sure} heard as one, {perhaps} left to a person")
    return "; ".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--messages", action="store_true")
    parser.add_argument("--from", dest="first", default="", metavar="ID")
    arguments = parser.parse_args()
    path: Path = arguments.gold or HELDOUT / ("messages.jsonl" if arguments.messages else "turns.jsonl")
    rows = [row for row in read(path) if str(row.get("id", "")) >= arguments.first]
    gold = [codes_of(row) for row in rows]
    listener = Listener()
    heard = [listener.hear(row) for row in rows]
    said = [one.codes for one in heard]
    names = sorted({code for codes in gold for code in codes})
    beside = path.with_suffix(".second.jsonl")
    second = {row["id"]: codes_of(row) for row in read(beside)} if beside.is_file() else {}
    other = [second.get(row.get("id", ""), frozenset()) for row in rows] if second else None
    print(f"{'':26} lines  F1    low   high{'  second coder' if other else ''}")
    for name in names:
        low, high = interval([name], gold, said)
        theirs = f"  {f1(name, gold, other):.2f}" if other else ""
        print(f"{name:26} {sum(name in g for g in gold):5}  {f1(name, gold, said):.2f}  {low:.2f}  {high:.2f}{theirs}")
    low, high = interval(names, gold, said)
    theirs = f", a second coder {macro(names, gold, other):.3f}" if other else ""
    print(f"macro F1 {macro(names, gold, said):.3f} ({low:.3f} to {high:.3f}) over {len(names)}{theirs}")
    print(f"whole lines right {sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold):.3f} of {len(gold)}")
    if any("cues" in row for row in rows):
        print(told_dangers(gold, heard, listener.dangers))


if __name__ == "__main__":
    main()
