"""Choosing a scenario: from a menu in a terminal, by number in a plain one."""

from collections.abc import Iterator, Sequence

import click

from simulator.commands.own_progress import Progress, own_progress
from simulator.commands.scenario_shelf import Choice, choices
from simulator.loader.packs import packs
from simulator.render.counting import number_in
from simulator.render.visible import in_one_line

Shelf = Sequence[tuple[Choice, Progress]]


def scenario_from_menu(database: str | None, trainee: str | None) -> str:
    """The scenario marked with the arrow keys; leaving ends the program, with nothing begun."""
    from simulator.chat.menu import MenuRow, choose

    rows = [
        MenuRow(choice.card.id, choice.card.title, _facts(choice, progress), tuple(_notes(choice)))
        for choice, progress in _shelf(database, trainee)
    ]
    found = choose(rows)
    if found is None:
        raise click.exceptions.Exit(0)
    return found


def scenario_by_number(database: str | None, trainee: str | None) -> str:
    """The scenario whose number or id is typed below a list."""
    shelf = _shelf(database, trainee)
    names = [choice.card.id for choice, _ in shelf]
    click.echo("\n".join(numbered(shelf)))
    while True:
        answer: str = click.prompt("Which one? Its number or id", prompt_suffix=": ").strip()
        found = meant(answer, names)
        if found:
            return found
        click.echo(f'There is no "{answer}" in the list; write a number from 1 to {len(names)}.')


def scenario_needed() -> click.UsageError:
    """What somebody is told who cannot be asked."""
    return click.UsageError(f"which scenario? Write its id after play; there are: {', '.join(packs().scenarios())}")


def numbered(shelf: Shelf) -> Iterator[str]:
    """The scenarios by number, with what one wants to know before beginning."""
    for number, (choice, progress) in enumerate(shelf, start=1):
        yield f"{number:3}  {in_one_line(choice.card.title)} - {in_one_line(choice.card.id)}"
        yield f"     {_facts(choice, progress)}"
        if choice.card.content_note:
            yield f"     Content note: {in_one_line(choice.card.content_note)}"


def meant(answer: str, names: list[str]) -> str | None:
    """The scenario a number or an id stands for; None where it stands for none."""
    if answer in names:
        return answer
    number = number_in(answer, len(names))
    return None if number is None else names[number - 1]


def _shelf(database: str | None, trainee: str | None) -> Shelf:
    progress = own_progress(database, trainee)
    return [(choice, progress.get(choice.card.id, Progress())) for choice in choices(packs())]


def _facts(choice: Choice, progress: Progress) -> str:
    return f"{choice.card.level}, {choice.opens}, {progress}"


def _notes(choice: Choice) -> Iterator[str]:
    if choice.card.content_note:
        yield f"Content note: {choice.card.content_note}"
    if choice.skills:
        yield f"Matters most: {'; '.join(skill.title for skill in choice.skills)}."
