"""`list`: the scenarios to choose from."""

from collections.abc import Iterator
from typing import Any

import click
from click.core import ParameterSource

from simulator.commands.command_group import CommandGroup
from simulator.commands.completing import LEVELS, STAGES, one_of, skills, trainee_codes
from simulator.commands.configured import configured
from simulator.commands.database_option import database_option
from simulator.commands.format_option import json_option, print_json
from simulator.commands.list_names import acts, criteria, cues
from simulator.commands.own_progress import Progress, own_progress
from simulator.commands.scenario_shelf import Choice, choices, fitting
from simulator.loader.packs import packs
from simulator.render.visible import in_one_line


@click.group("list", cls=CommandGroup, invoke_without_command=True)
@click.option(
    "--level", metavar="LEVEL", shell_complete=one_of(*LEVELS), help="Only beginner, intermediate or advanced ones."
)
@click.option(
    "--stage", metavar="STAGE", shell_complete=one_of(*STAGES), help="Only those that need this stage, such as closing."
)
@click.option(
    "--skill",
    multiple=True,
    metavar="ID",
    shell_complete=skills,
    help="Only those in which this matters most: a criterion or an area.",
)
@click.option(
    "--trainee",
    metavar="CODE",
    shell_complete=trainee_codes,
    help="Whose progress to show (else as configured, else everybody's).",
)
@json_option
@database_option
@click.pass_context
def command(
    context: click.Context,
    level: str | None,
    stage: str | None,
    skill: tuple[str, ...],
    trainee: str | None,
    as_json: bool,
    database: str | None,
) -> None:
    """The scenarios to choose from, with what matters most in each and how far you have come.

    \b
    rehearse list
    rehearse list --level beginner
    rehearse list --skill gives-facts --skill safety
    rehearse list --json
    rehearse list acts
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context, context.invoked_subcommand)
        return
    chosen = fitting(choices(packs()), level, stage, skill)
    progress = own_progress(database, trainee or configured("trainee"))
    rows = [(choice, progress.get(choice.card.id, Progress())) for choice in chosen]
    if as_json:
        print_json([_row(*row) for row in rows])
    elif rows:
        click.echo("\n".join(line for row in rows for line in _lines(*row)))
    else:
        click.echo("no scenario fits all of this; leave an option out", err=True)


command.add_command(acts)
command.add_command(cues)
command.add_command(criteria)


def _refuse_options(context: click.Context, names: str) -> None:
    """UsageError where an option for scenarios stands before another list, which would not look at it."""
    for option in context.command.params:
        if context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE:
            raise click.UsageError(
                f"{option.opts[0]} is for the list of scenarios; leave it out of the list of {names}"
            )


def _row(choice: Choice, progress: Progress) -> dict[str, Any]:
    card, ending = choice.card, progress.last_ending
    return {
        "id": card.id,
        "title": card.title,
        "level": card.level,
        "opens": card.opens,
        "language": card.language,
        "content_note": card.content_note,
        "objectives": card.objectives,
        "stages": card.stages_needed,
        "rubric": card.rubric,
        "skills": [skill._asdict() for skill in choice.skills],
        "sessions": progress.sessions,
        "finished": progress.finished,
        "last_ending": ending and ending._asdict(),
    }


def _lines(choice: Choice, progress: Progress) -> Iterator[str]:
    card = choice.card
    yield in_one_line(card.id)
    yield f"  {in_one_line(card.title)}"
    yield f"  {card.level}, {in_one_line(card.language)}, {choice.opens}, {progress}"
    if choice.skills:
        yield f"  Matters most: {', '.join(in_one_line(skill.id) for skill in choice.skills)}"
    if card.content_note:
        yield f"  Content note: {in_one_line(card.content_note)}"
