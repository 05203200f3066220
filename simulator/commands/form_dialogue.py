"""Asking the questions of a form one by one, and understanding the answers."""

import re
from typing import TYPE_CHECKING

import click

from simulator.loader.suggestion import suggestion
from simulator.render.counting import number_in
from simulator.render.visible import in_one_line

if TYPE_CHECKING:
    from simulator.model.contact_form import Choice, FormDefinition, Question
    from simulator.model.debrief import Debrief

Answers = dict[str, tuple[str, ...]]
_CODE = re.compile(r"[A-Za-z0-9_-]{1,32}")
_LARGEST = 10_000


class WrongAnswerError(ValueError):
    """An answer that does not fit its question; the message says what would."""


def asked(form: "FormDefinition", debrief: "Debrief") -> Answers:
    """What somebody answers at the terminal; Enter leaves a question empty. Abort where they leave."""
    from simulator.scorer.form_check import choices_of

    click.echo(f"{form.title}. Enter leaves a question empty; Ctrl-C leaves the form.", err=True)
    answers: Answers = {}
    for question in form.questions:
        choices = choices_of(question, debrief)
        if question.kind == "facts" and not choices:
            continue
        click.echo(f"\n{question.asks}", err=True)
        for number, choice in enumerate(choices, start=1):
            click.echo(f"  {number}  {in_one_line(choice.title)}", err=True)
        answer = _until_understood(question, choices)
        if answer:
            answers[question.id] = answer
    return answers


def parsed(form: "FormDefinition", debrief: "Debrief", given: tuple[str, ...]) -> Answers:
    """Answers from the command line. UsageError where one does not fit."""
    from simulator.scorer.form_check import choices_of

    questions = {question.id: question for question in form.questions}
    answers: Answers = {}
    for one in given:
        named, _, answer = one.partition("=")
        if named not in questions:
            raise click.UsageError(f'no question "{named}"; {suggestion(named, questions)}')
        try:
            answers[named] = understood(questions[named], choices_of(questions[named], debrief), answer)
        except WrongAnswerError as wrong:
            raise click.UsageError(f"{named}: {wrong}") from None
    return {named: answer for named, answer in answers.items() if answer}


def understood(question: "Question", choices: "tuple[Choice, ...]", text: str) -> tuple[str, ...]:
    """The answer as it is kept: a code, a number, or ids of choices named by id or number. WrongAnswerError."""
    words = text.strip()
    if not words:
        return ()
    if question.kind == "code":
        if not _CODE.fullmatch(words):
            raise WrongAnswerError("a code has letters a-z, digits, - and _, 32 at most, and no spaces; such as c-12")
        return (words,)
    if question.kind == "minutes":
        minutes = number_in(words, _LARGEST)
        if minutes is None:
            raise WrongAnswerError("write whole minutes, such as 20")
        return (str(minutes),)
    found = tuple(dict.fromkeys(_chosen(choices, one) for one in re.split(r"[,\s]+", words) if one))
    if question.kind == "one" and len(found) > 1:
        raise WrongAnswerError("choose only one")
    return found


def _chosen(choices: "tuple[Choice, ...]", word: str) -> str:
    number = number_in(word, len(choices))
    if number is not None:
        return choices[number - 1].id
    by_id = {choice.id.casefold(): choice.id for choice in choices}
    if word.casefold() not in by_id:
        raise WrongAnswerError(f"choose from 1 to {len(choices)}, or write {', '.join(by_id.values())}")
    return by_id[word.casefold()]


def _until_understood(question: "Question", choices: "tuple[Choice, ...]") -> tuple[str, ...]:
    prompt = {"one": "number", "several": "numbers", "facts": "numbers"}.get(question.kind, question.kind)
    while True:
        text = click.prompt(prompt, default="", show_default=False, err=True)
        try:
            return understood(question, choices, text)
        except WrongAnswerError as wrong:
            click.echo(str(wrong), err=True)
