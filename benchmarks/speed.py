"""How fast a turn is read and a talk is scored: `python benchmarks/speed.py` (about 40 seconds).

Ratios say more than milliseconds: they stay when the computer changes.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rapidfuzz import fuzz, process  # noqa: E402

from simulator.coder.found import Context  # noqa: E402
from simulator.library import Library  # noqa: E402
from simulator.loader.codebook_file import load_codebook_with_examples  # noqa: E402
from simulator.model.rubric import Rubric  # noqa: E402
from simulator.model.transcript import Message, Transcript, Turn  # noqa: E402
from simulator.readers import Readers  # noqa: E402
from simulator.scorer.scorer import score  # noqa: E402
from simulator.script import Script  # noqa: E402
from simulator.session import Session  # noqa: E402
from simulator.talk_coding import code_talk, talk_readers  # noqa: E402

TURNS = 600
"""Turns that are timed; as many again are read before, so that nothing is compiled while the clock runs."""
SCANS = 30
TALKS = 250
TURNS_OF_A_TALK = 40

SCENARIO = "anonymous-contact"
CLIENT = ("hi", "i lost my job last month and i am scared to go to a doctor", "is it even anonymous?")

PIECES = (
    "Hi, I'm Oleg, a peer counselor.",
    "It sounds like you are scared of the doctor after that.",
    "What would help you most right now?",
    "You can get a free test here, nobody asks for your name.",
    "i had the same a few years ago and was afraid too",
    "Do you have somebody you can talk to tonight?",
    "Whatever you decide, it is your choice.",
    "thanks for telling me, that took courage",
    "may i tell you how the test goes, step by step?",
    "if you want i can give you the number of a doctor",
    "so you lost your job and now the nights are worst, right",
)


class Row(NamedTuple):
    """One line of the table."""

    what: str
    value: str


def turns(count: int = 2 * TURNS) -> list[str]:
    """Turns of two or three sentences, about 25 words each, hardly two alike."""
    rows = []
    for number in range(count):
        size = 2 + number % 2
        pieces = islice(cycle(PIECES), number % len(PIECES), number % len(PIECES) + 5 * size, 5)
        rows.append(" ".join(pieces).replace("test", f"test {number % 37}"))
    return rows


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    before = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - before) / 1e6


def coding(readers: Readers) -> Iterator[Row]:
    rows, context = turns(), Context(CLIENT)
    for text in rows[:TURNS]:
        readers.coder.read(text, context)
    gc.collect()
    taken = sorted(timed(lambda text=text: readers.coder.read(text, context)) for text in rows[TURNS:])  # type: ignore[misc]
    median, p99 = statistics.median(taken), taken[int(len(taken) * 0.99)]
    words = statistics.mean(len(text.split()) for text in rows)
    yield Row(f"reading a turn ({words:.0f} words), median", f"{median:.2f} ms")
    yield Row("reading a turn, p99", f"{p99:.2f} ms")
    yield Row("turns per second, one process", f"{1000 / statistics.mean(taken):.0f}")
    scan, sorted_scan = scanning(readers, rows)
    yield Row("token_set scan of all examples, median", f"{scan:.2f} ms")
    yield Row("a reading as a share of it (at most 0.12)", f"{median / scan:.3f}")
    yield Row("the same scan with ratio on sorted words, median", f"{sorted_scan:.2f} ms")
    yield Row("a reading as a share of it", f"{median / sorted_scan:.3f}")


def scanning(readers: Readers, rows: list[str]) -> tuple[float, float]:
    """What the simplest fuzzy reading would take, twice: every sentence against every example of the codebook."""
    folder = Library().packs.codebooks()["en"]
    codebook = load_codebook_with_examples(folder, "en").needed()
    examples = [example.text for act in codebook.acts for example in (*act.hits, *act.misses)]
    in_order = [" ".join(sorted(example.lower().split())) for example in examples]
    cut = readers.coder.grammar.splitter.sentences
    taken: tuple[list[float], list[float]] = ([], [])
    for text in rows[:SCANS]:
        said = [text[sentence.start : sentence.end] for sentence in cut(text)]
        said_in_order = [" ".join(sorted(one.lower().split())) for one in said]
        ways = ((said, examples, fuzz.token_set_ratio), (said_in_order, in_order, fuzz.ratio))
        for times, (sentences, among, scorer) in zip(taken, ways, strict=True):
            times.append(timed(lambda: [process.extractOne(s, among, scorer=scorer) for s in sentences]))  # noqa: B023
    return statistics.median(taken[0]), statistics.median(taken[1])


def scoring(library: Library) -> Iterator[Row]:
    frozen = library.frozen(SCENARIO)
    readers = library.readers("en")
    script = Script(frozen.scenario, readers)
    session = Session(script, 1)
    taken = []
    for text in turns()[:40]:
        taken.append(timed(lambda: session.answer(session.hear(text, session.where, session.now))))  # noqa: B023
        if session.is_over:
            session = Session(script, len(taken))
    yield Row("a whole turn (read, react) without the disk, median", f"{statistics.median(taken):.2f} ms")
    yield from scoring_many(frozen.rubric, readers)


def scoring_many(rubric: Rubric, readers: Readers) -> Iterator[Row]:
    """Many talks judged, against what reading them takes; without a scenario, which would make reading slower."""
    talk_coders = talk_readers(readers.coder, readers.client_reader)
    coded: list[Transcript] = []
    coding = timed(lambda: coded.extend(code_talk(talk, talk_coders) for talk in written_talks()))
    judging = timed(lambda: [score(talk, rubric) for talk in coded])
    count = TALKS * TURNS_OF_A_TALK
    yield Row(f"coding {count} turns ({TALKS} talks of {TURNS_OF_A_TALK})", f"{coding / 1000:.1f} s")
    yield Row("scoring them", f"{judging / 1000:.1f} s, {judging / count:.2f} ms a turn")
    yield Row("scoring as a share of coding (at most 1.0)", f"{judging / coding:.2f}")


def written_talks() -> Iterator[Transcript]:
    """Talks in which the client answers each turn."""
    words = iter(turns(TALKS * TURNS_OF_A_TALK))
    for _ in range(TALKS):
        yield Transcript(turns=tuple(written_turn(number, next(words)) for number in range(1, TURNS_OF_A_TALK + 1)))


def written_turn(number: int, text: str) -> Turn:
    said = Message(role="client", sender="anna", text=CLIENT[number % len(CLIENT)], at=60.0 * number)
    return Turn(number=number, text=f"{text} {number}", at=60.0 * number - 30, client=(said,))


def main() -> None:
    library = Library()
    rows = [*coding(library.readers("en")), *scoring(library)]
    width = max(len(row.what) for row in rows)
    for row in rows:
        print(f"{row.what:{width}}  {row.value}")


if __name__ == "__main__":
    main()
