"""Agreement as a page: what each figure rests on, and what is not reliable yet."""

from collections.abc import Iterator, Sequence

from simulator.desk.measuring import Bar
from simulator.model.reliability import Among, Estimate, Reliabilities, Reliability
from simulator.render.blocks import Block, Heading, Line, Paragraph, Table, line, quiet, strong
from simulator.render.counting import counted
from simulator.render.wording import worded

TITLES: dict[Among, str] = {"engine": "The program and supervisors", "supervisors": "Supervisors among each other"}
HEAD = ("", "cases", "the same", "kappa", "alpha")
EXPLAINED = (
    "The same: the share of cases judged alike. Kappa and alpha take off what chance alone would give: 1 is always "
    "alike, 0 is chance; in brackets the range in which it lies with 95% confidence."
)
NOTHING = "Nobody judged anything that can be compared yet. `rehearse review --blind` is the best way to begin."


def agreement_page(found: Reliabilities, bar: Bar) -> Iterator[Block]:
    """Levels first, then acts."""
    yield Heading(TITLES[found.among])
    if not (found.criteria or found.acts):
        yield Paragraph(line(NOTHING))
        return
    count = counted(found.sessions, "session")
    yield Paragraph(line(f"{count}, judged by {', '.join(found.people)}. ", quiet(EXPLAINED)))
    yield from _table("Levels", found.criteria, found.unreliable)
    yield from _table("Acts, in turns that were coded as a whole", found.acts, ())
    if found.unreliable:
        named = ", ".join(map(worded, found.unreliable))
        under = f" (alpha under {bar.floor:g} in {bar.least_cases} cases or more)"
        yield Paragraph(line(strong("Not reliable yet: "), named, quiet(under)))


def _table(caption: str, rows: Sequence[Reliability], grey: Sequence[str]) -> Iterator[Block]:
    if rows:
        yield Table(caption, HEAD, tuple(_row(one, one.id in grey) for one in rows), caption.split()[0].lower())


def _row(one: Reliability, grey: bool) -> tuple[Line, ...]:
    name = quiet(f"{worded(one.id)} – not reliable yet") if grey else strong(worded(one.id))
    beside = [f"{one.blind} blind"] * bool(one.blind) + [f"{one.left_open} more left open"] * bool(one.left_open)
    cases = f"{one.cases} ({', '.join(beside)})" if beside else str(one.cases)
    same = "–" if one.same is None else f"{one.same:.0%}"
    return line(name), line(cases), line(same), line(_estimate(one.kappa)), line(_estimate(one.alpha))


def _estimate(one: Estimate | None) -> str:
    if one is None:
        return "–"
    return f"{one.value:.2f}" if one.low is None else f"{one.value:.2f} ({one.low:.2f} to {one.high:.2f})"
