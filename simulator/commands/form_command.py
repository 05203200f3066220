"""`form`: the contact form of a service as an exercise, and what the talk says to it."""

import sys
import time
from typing import TYPE_CHECKING

import click

from simulator.commands.completing import session_ids
from simulator.commands.database_option import LAST, database_option, opened_store, wanted_session
from simulator.commands.form_dialogue import asked, parsed
from simulator.commands.form_output import form_lines
from simulator.commands.format_option import json_option, print_json
from simulator.commands.writing import claimed, new_pen

if TYPE_CHECKING:
    from simulator.model.contact_form import FormDefinition
    from simulator.model.debrief import Debrief

FORM = "contact"


@click.command("form")
@click.argument("session", default=LAST, shell_complete=session_ids)
@click.option("--form", "named", metavar="ID", default=FORM, show_default=True, help="The form to fill in.")
@click.option("--answer", "given", metavar="QUESTION=ANSWER", multiple=True, help="Answer without being asked.")
@click.option("--show", is_flag=True, help="Only compare what was filled in last.")
@json_option
@database_option
def command(session: str, named: str, given: tuple[str, ...], show: bool, as_json: bool, database: str | None) -> None:
    """Fill in the contact form about a SESSION (the last one if left out), and see what the talk says to it.

    \b
    rehearse form
    rehearse form k7mq-2xdr --answer client=c-12 --answer first=client --answer meant=listening,referral
    rehearse form --show --json

    A service keeps a short form of each contact: codes instead of names, and no more than five minutes. What you write
    is kept as a note on the session. Then every answer stands beside what was really said: it agrees, it differs, or
    the talk cannot tell. Exit status 1 where an answer differs.
    """
    from simulator.library import Library
    from simulator.model.notes import ContactForm
    from simulator.records.noting import add_note
    from simulator.records.stored_talk import stored_talk
    from simulator.scorer.form_check import check_form

    wanted = wanted_session(session, database)
    form = Library().form(named)
    with opened_store(database) as store:
        debrief = stored_talk(store, wanted).debrief()
        if show:
            answers = _last(form, debrief)
        else:
            with claimed(store, wanted):
                answers = _filled(form, debrief, given)
                signed = new_pen(debrief.header.trainee, "trainee").signed()
                add_note(store, wanted, ContactForm(**signed, form=form.id, fields=answers))
    check = check_form(form, answers, debrief)
    if as_json:
        print_json(check.model_dump(mode="json"))
    else:
        click.echo("\n".join(form_lines(check)))
    sys.exit(int(any(row.state == "differs" for row in check.answers)))


def _filled(form: "FormDefinition", debrief: "Debrief", given: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """What was given on the command line, or else what is asked for now."""
    if given:
        return parsed(form, debrief, given)
    began = time.monotonic()
    answers = asked(form, debrief)
    took = round(time.monotonic() - began)
    plenty = f"; {form.minutes} minutes are the most a form should take" if took > form.minutes * 60 else ""
    click.echo(f"filled in in {took // 60}:{took % 60:02} minutes{plenty}\n", err=True)
    return answers


def _last(form: "FormDefinition", debrief: "Debrief") -> dict[str, tuple[str, ...]]:
    from simulator.model.notes import ContactForm

    notes = [note for note in debrief.notes if isinstance(note, ContactForm) and note.form == form.id]
    if not notes:
        raise click.UsageError(f"the form {form.id} was not filled in for this session; leave out --show to do it")
    return notes[-1].fields
