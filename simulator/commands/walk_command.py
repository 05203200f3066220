"""`walk`: run the scripted conversations of scenarios, and see what of each scenario they reach."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.commands.json_option import json_option
from simulator.commands.progress import on_the_way
from simulator.commands.scenario_files import reported, scenarios_in
from simulator.errors import ContentError
from simulator.loader.packs import WALKS, scenario_beside, walks_beside
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.authoring.walk import Outcome, Part
    from simulator.library import Library
    from simulator.loader.document import Document


@click.command("walk")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--coverage", is_flag=True, help="Also name what no walk reaches, and fail where there is any.")
@json_option
def command(paths: tuple[Path, ...], coverage: bool, as_json: bool) -> None:
    """Run the walks of scenarios (files, all in folders and below, or all that ships).

    \b
    rehearse walk --coverage
    rehearse walk my-scenarios/lena.yaml
    rehearse walk my-scenarios/

    Exit status 1 where a walk does not hold, 3 where a scenario cannot be used; the others are walked all the same.
    """
    from simulator.library import Library

    library = Library()
    reports, status = reported(_scenarios(library, paths), lambda path: _report(library, path))
    if as_json:
        click.echo(json.dumps(reports, ensure_ascii=False))
    else:
        for line in (line for report in reports for line in _lines(report, coverage)):
            click.echo(line)
    failed = any(report["failures"] or (coverage and report["missing"]) for report in reports)
    sys.exit(status or int(failed))


def _scenarios(library: "Library", paths: tuple[Path, ...]) -> list[Path]:
    """The scenario files to walk. Raises ContentError or UsageError where a path leads to none."""
    if not paths:
        return list(library.packs.scenarios().values())
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise ContentError(
                f"{path}: there is no such file or folder; name a scenario, its walks, or a folder of them"
            )
        one = scenario_beside(path) if path.stem.endswith(WALKS) else path
        found.update(dict.fromkeys(scenarios_in(path) if path.is_dir() else [one]))
    return list(found)


def _report(library: "Library", path: Path) -> dict[str, Any]:
    from simulator.authoring.walk import Walker
    from simulator.library import shown
    from simulator.loader.walk_file import build_walks
    from simulator.loader.yaml_nodes import read_yaml
    from simulator.script import Script

    library = library.around(path)
    frozen = library.frozen(str(path))
    walks_path = walks_beside(path)
    if not walks_path.is_file():
        raise ContentError(f"{shown(walks_path)}: there is no such file; a scenario has its walks beside it")
    language = frozen.scenario.language
    document = read_yaml(walks_path, shown(walks_path))
    walks = build_walks(document, frozen.scenario, library.known(language)).needed().walks
    walker = Walker(Script(frozen.scenario, library.readers(language)), frozen.rubric)
    outcomes = [outcome for walk in on_the_way(walks, f"{path.stem}: walk") for outcome in walker.run([walk])]
    reached, parts = walker.coverage.size(frozen.scenario)
    return {
        "scenario": frozen.scenario.id,
        "walks": len(outcomes),
        "turns": sum(outcome.turns for outcome in outcomes),
        "failures": list(_failures(outcomes, document)),
        "reached": reached,
        "parts": parts,
        "missing": _with_lines(walker.coverage.missing(frozen.scenario), path),
        "unmatched": {style: _unmatched(outcomes, style) for style in sorted({o.style for o in outcomes})},
    }


def _with_lines(missing: "Iterable[Part]", path: Path) -> list[str]:
    """The parts that no walk reached, each with the line of the scenario's file on which it begins."""
    from simulator.loader.yaml_nodes import read_yaml

    parts = list(missing)
    document = read_yaml(path, str(path)) if parts else None
    return [f"{part.name} (line {document.line(part.loc)})" for part in parts] if document else []


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


def _lines(report: dict[str, Any], coverage: bool) -> Iterator[str]:
    failed = len({failure["walk"] for failure in report["failures"]})
    share = 100 * report["reached"] / report["parts"]
    held = f"{report['walks'] - failed} of {report['walks']} walks hold"
    yield f"{report['scenario']}: {held}, {counted(report['turns'], 'turn')}"
    for failure in report["failures"]:
        place = f"step {failure['step']}" if failure["step"] else "at the end"
        yield f"  {failure['walk']}, {place} ({failure['file']}:{failure['line']}): {failure['what']}"
    if coverage:
        parts = f"{report['reached']} of {report['parts']} states, endings, topics, reactions, lines with needs"
        yield f"  coverage {share:.1f} % ({parts})"
        yield from (f"  not reached: {place}" for place in report["missing"])
        for style, counts in report["unmatched"].items():
            yield f"  turns in which the client found nothing, {style}: {counts['unmatched']} of {counts['turns']}"
