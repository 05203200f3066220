"""`walk`: run the scripted conversations of scenarios, and see what of each scenario they reach."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.commands.completing import scenario_ids
from simulator.commands.format_option import json_option, print_json
from simulator.commands.on_the_way import on_the_way
from simulator.commands.one_by_one import from_each
from simulator.commands.scenario_files import scenarios_in
from simulator.commands.walk_talk import Talk, talk_lines, talk_object, with_line
from simulator.errors import ContentError
from simulator.loader.packs import WALKS, scenario_beside, walks_beside
from simulator.loader.suggestion import suggestion
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.authoring.coverage import Coverage
    from simulator.authoring.outcome import Outcome
    from simulator.library import Library
    from simulator.loader.document import Document
    from simulator.model.source import Location

EVERY = ""
"""All walks are shown."""


class Report(NamedTuple):
    """What the walks of one scenario come to, and how each of them went."""

    data: dict[str, Any]
    talks: tuple[Talk, ...]


@click.command("walk")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), shell_complete=scenario_ids)
@click.option("--coverage", is_flag=True, help="Also name what no walk reaches, and fail where there is any.")
@click.option(
    "--show",
    is_flag=False,
    flag_value=EVERY,
    metavar="[WALK]",
    help="Also print this walk, or all, as a talk to read: what is heard in each turn, and what it leads to.",
)
@json_option
def command(paths: tuple[Path, ...], coverage: bool, show: str | None, as_json: bool) -> None:
    """Run the walks of scenarios (ids, files, all in folders and below, or all that ships).

    \b
    rehearse walk --coverage
    rehearse walk my-scenarios/lena.yaml
    rehearse walk my-scenarios/lena.yaml --show asks-too-much
    rehearse walk my-scenarios/

    Exit status 1 where a walk does not hold, 3 where a scenario cannot be used; the others are walked all the same.
    """
    from simulator.library import Library

    library = Library()
    if show and (Path(show).exists() or show in library.packs.scenarios()):
        # Written before a path or an id, the option takes it for the name of a walk.
        paths, show = (Path(show), *paths), EVERY
    reports, status = from_each(_scenarios(library, paths), lambda path: _report(library, path))
    shown = [_shown(report, show) for report in reports]
    if show and reports and not any(shown):
        raise click.UsageError(f'--show: there is no walk "{show}"; {suggestion(show, _names(reports))}')
    if as_json:
        rows = [report.data | _talks(talks, show) for report, talks in zip(reports, shown, strict=True)]
        print_json(rows)
    else:
        for report, talks in zip(reports, shown, strict=True):
            told = {talk.outcome.walk for talk in (talks if show else report.talks)}
            click.echo("\n".join([*_pages(talks), *_lines(report.data, told, coverage)]))
    failed = any(report.data["failures"] or (coverage and report.data["missing"]) for report in reports)
    sys.exit(status or int(failed))


def _scenarios(library: "Library", paths: tuple[Path, ...]) -> list[Path]:
    """The scenario files to walk. Raises ContentError or UsageError where a path leads to none."""
    if not paths:
        return list(library.packs.scenarios().values())
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(scenarios_in(path)))
        elif path.exists():
            found[scenario_beside(path) if path.stem.endswith(WALKS) else path] = None
        else:
            found[library.scenario_path(str(path))] = None
    return list(found)


def _report(library: "Library", path: Path) -> Report:
    from simulator.authoring.walk import Walker
    from simulator.library import shown
    from simulator.loader.walk_file import build_walks
    from simulator.loader.yaml_nodes import read_yaml
    from simulator.script import Script

    library = library.around(path)
    frozen = library.frozen(str(path))
    walks_path = walks_beside(path)
    if not walks_path.is_file():
        remedy = "write the scenario's walks there, or make one of a talk you played with `rehearse rewalk`"
        raise ContentError(f"{shown(walks_path)}: there is no such file; {remedy}")
    language = frozen.scenario.language
    document = read_yaml(walks_path, shown(walks_path))
    walks = build_walks(document, frozen.scenario, library.known(language)).needed().walks
    walker = Walker(Script(frozen.scenario, library.readers(language)), frozen.rubric)
    outcomes = [walker.run(walk) for walk in on_the_way(walks, f"{path.stem}: walk")]
    scenario = read_yaml(path, str(path))
    data = {
        "scenario": frozen.scenario.id,
        "walks": len(outcomes),
        "turns": sum(outcome.turns for outcome in outcomes),
        "failures": list(_failures(outcomes, document)),
        **_reached(walker.coverage, scenario),
        "unmatched": {style: _unmatched(outcomes, style) for style in sorted({o.style for o in outcomes})},
    }
    return Report(data, tuple(_talk(o, document.place(("walks", at)), scenario) for at, o in enumerate(outcomes)))


def _talk(outcome: "Outcome", place: "Location", scenario: "Document") -> Talk:
    data = {"walk": outcome.walk, "style": outcome.style, "file": place.path, "line": place.line}
    return Talk(outcome, f"{outcome.style}, {place.path}:{place.line}", data, scenario)


def _reached(coverage: "Coverage", document: "Document") -> dict[str, Any]:
    parts, missing = len(coverage.parts), [with_line(part, document) for part in coverage.missing]
    return {"reached": parts - len(missing), "parts": parts, "missing": missing}


def _failures(outcomes: "list[Outcome]", document: "Document") -> Iterator[dict[str, Any]]:
    """What does not hold, each with file and line of its step, or of the walk where it fails as a whole."""
    for at, outcome in enumerate(outcomes):
        for failure in outcome.failures:
            step = ("turns", failure.step - 1) if failure.step else ()
            location = document.place(("walks", at, *step))
            yield {**failure._asdict(), "file": location.path, "line": location.line}


def _unmatched(outcomes: "list[Outcome]", style: str) -> dict[str, int]:
    """How many turns of walks of one style the client found nothing in, of how many."""
    of_style = [outcome for outcome in outcomes if outcome.style == style]
    return {"unmatched": sum(o.unmatched for o in of_style), "turns": sum(o.turns for o in of_style)}


def _names(reports: Sequence[Report]) -> list[str]:
    return [talk.outcome.walk for report in reports for talk in report.talks]


def _shown(report: Report, show: str | None) -> list[Talk]:
    """The talks that are asked for: none, those of one name, or all."""
    return [talk for talk in report.talks if show is not None and show in (EVERY, talk.outcome.walk)]


def _talks(talks: list[Talk], show: str | None) -> dict[str, Any]:
    return {} if show is None else {"talks": [talk_object(talk) for talk in talks]}


def _pages(talks: list[Talk]) -> Iterator[str]:
    """Each talk with an empty line behind it."""
    for talk in talks:
        yield from talk_lines(talk)
        yield ""


def _lines(report: dict[str, Any], told: set[str], coverage: bool) -> Iterator[str]:
    """What the walks come to, and what does not hold of those that are told."""
    failed = len({failure["walk"] for failure in report["failures"]})
    share = 100 * report["reached"] / report["parts"]
    held = f"{report['walks'] - failed} of {report['walks']} walks hold"
    yield f"{report['scenario']}: {held}, {counted(report['turns'], 'turn')}"
    for failure in (one for one in report["failures"] if one["walk"] in told):
        place = f"step {failure['step']}" if failure["step"] else "at the end"
        yield f"  {failure['walk']}, {place} ({failure['file']}:{failure['line']}): {failure['what']}"
    if coverage:
        parts = f"{report['reached']} of {report['parts']} states, endings, topics, reactions, lines with needs"
        yield f"  coverage {share:.1f} % ({parts})"
        yield from (f"  not reached: {place}" for place in report["missing"])
        for style, counts in report["unmatched"].items():
            yield f"  turns in which the client found nothing, {style}: {counts['unmatched']} of {counts['turns']}"
