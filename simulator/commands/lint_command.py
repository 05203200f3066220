"""`lint`: every mistake of scenarios, walks, rubrics and codebooks, by file, line and column."""

import sys
from pathlib import Path

import click

from simulator.commands.format_option import json_option, print_json
from simulator.loader.packs import packs
from simulator.render.counting import counted


@click.command("lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@json_option
def command(paths: tuple[Path, ...], as_json: bool) -> None:
    """Check files or folders (without PATHS, all that ships): what is wrong, where, and what would be right.

    \b
    rehearse lint my-scenarios/
    rehearse lint scenarios/ira-hiv-test.yaml
    """
    from simulator.authoring.lint import lint

    problems = lint(paths, packs())
    if as_json:
        print_json([problem.model_dump(mode="json") for problem in problems])
    else:
        for problem in problems:
            click.echo(str(problem))
        click.echo(counted(len(problems), "problem") if problems else "nothing to complain about", err=True)
    sys.exit(1 if problems else 0)
