"""How well facts and topics are known in words that their author never saw, per scenario and in all.

python benchmarks/tellings.py                    # benchmarks/heldout/tellings.jsonl and followups.jsonl
python benchmarks/tellings.py --misses           # with every turn that is read otherwise
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from simulator.coder.found import Context
from simulator.coder.scenario_reader import Here, ScenarioReader
from simulator.library import Library
from simulator.model.transcript import Reading

HELDOUT = Path(__file__).parent / "heldout"
TELLINGS = (HELDOUT / "tellings.jsonl", HELDOUT / "followups.jsonl")

TOLD = "facts told right, heard as told right"
REVERSED = "facts told right, heard as told wrong"
WRONG = "facts told wrong, heard as told wrong"
BELIEVED = "facts told wrong, heard as told right"
UNJUDGED = "facts told wrong, left to a person"
DOUBTED = "facts told right, left to a person"
UNTOLD = "turns that tell no fact, heard as one"
ASKED = "topics asked about, heard"
MISTAKEN = "topics asked about, heard as another"
UNASKED = "questions on no topic, heard as one"


class Outcome(NamedTuple):
    """Whether one of the things that are counted came about."""

    counted: str
    came_about: bool


def of_facts(row: dict[str, Any], reading: Reading) -> Iterator[Outcome]:
    right, wrong = ({given.fact for given in reading.facts if given.right is side} for side in (True, False))
    left = {one.fact for one in reading.open_facts}
    told = row["fact"] if isinstance(row["fact"], list) else [row["fact"]]
    for fact in told:
        if fact is None:
            yield Outcome(UNTOLD, bool(right | wrong))
        elif row["right"]:
            yield Outcome(TOLD, fact in right)
            yield Outcome(REVERSED, fact in wrong)
            yield Outcome(DOUBTED, fact in left)
        else:
            yield Outcome(WRONG, fact in wrong)
            yield Outcome(BELIEVED, fact in right)
            yield Outcome(UNJUDGED, fact in left)


def of_topics(row: dict[str, Any], topics: set[str]) -> Iterator[Outcome]:
    right = {row["topic"]} if isinstance(row["topic"], str) else set(row["topic"] or ())
    if not right:
        yield Outcome(UNASKED, bool(topics))
    else:
        yield Outcome(ASKED, bool(topics & right))
        yield Outcome(MISTAKEN, bool(topics) and not topics & right)


def outcomes(row: dict[str, Any], reader: ScenarioReader) -> list[Outcome]:
    reading = reader.read(row["text"], Context(tuple(row.get("client", ()))), Here())
    if "topic" in row:
        return list(of_topics(row, {asked.topic for asked in reading.topics}))
    return list(of_facts(row, reading))


def printed(name: str, counts: Iterable[Outcome]) -> None:
    of, came_about = Counter[str](), Counter[str]()
    for outcome in counts:
        of[outcome.counted] += 1
        came_about[outcome.counted] += outcome.came_about
    print(name)
    for counted in (TOLD, REVERSED, DOUBTED, WRONG, BELIEVED, UNJUDGED, UNTOLD, ASKED, MISTAKEN, UNASKED):
        if of[counted]:
            print(f"  {counted:<40}{came_about[counted]:>5} of {of[counted]:<5}{came_about[counted] / of[counted]:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=Path, action="append", help="A file of turns; may be given again.")
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    library = Library()
    for path in given.turns or TELLINGS:
        print(f"# {path.name}")
        measured(path, library, given.misses)


def measured(path: Path, library: Library, misses: bool) -> None:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["scenario"]].append(row)
    everything: list[Outcome] = []
    for name, turns in rows.items():
        scenario = library.scenario(name)
        reader = ScenarioReader(library.readers(scenario.language).coder, scenario)
        found = [(row, outcomes(row, reader)) for row in turns]
        printed(name, (outcome for _, each in found for outcome in each))
        for row, each in found if misses else ():
            if any(one.came_about is not (one.counted in (TOLD, WRONG, ASKED)) for one in each):
                print(f"    {row.get('fact', row.get('topic'))}: {row['text']}")
        everything += (outcome for _, each in found for outcome in each)
    printed("all", everything)


if __name__ == "__main__":
    main()
