"""`code`: the acts of a counselor's turn, with the words that show them."""

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.commands.completing import acts, languages
from simulator.commands.json_option import json_option

if TYPE_CHECKING:
    from simulator.coder.coder import Coder
    from simulator.model.transcript import Act, Reading


class BadLineError(ValueError):
    """A line of input that is no turn; the message says what would be one."""


class _Line(NamedTuple):
    row: dict[str, Any]
    text: str
    client: tuple[str, ...]


@click.command("code")
@click.argument("text", required=False)
@click.option("--jsonl", is_flag=True, help="Read lines with text and prev_client from stdin, print them with acts.")
@click.option("--client", multiple=True, help="What the client wrote before; the latest last.")
@json_option
@click.option("--explain", is_flag=True, help="Sentence by sentence: what was matched, by which rule, how strongly.")
@click.option(
    "--why-not",
    metavar="ACT",
    shell_complete=acts,
    help="What comes nearest to this act, and what would have made it one.",
)
@click.option("--language", default="en", show_default=True, shell_complete=languages, help="The codebook to use.")
def command(text: str | None, **options: Any) -> None:
    """The acts in a counselor's TEXT (or in standard input), with the words that show each.

    \b
    rehearse code "Hi, I'm Oleg, a peer counselor. What brings you here?"
    rehearse code --explain "you should see a doctor, but it's up to you"
    rehearse code --why-not open_question "did you sleep?"
    rehearse code --jsonl < turns.jsonl
    """
    from simulator.authoring.explain import explained, why_not
    from simulator.coder.found import Context
    from simulator.library import Library

    coder = Library().readers(options["language"]).coder
    if options["jsonl"]:
        sys.exit(_stream(sys.stdin.buffer, coder))
    words = text if text is not None else sys.stdin.read()
    context = Context(options["client"])
    if options["why_not"]:
        click.echo("\n".join(why_not(options["why_not"], words, context, coder)))
    elif options["explain"]:
        click.echo("\n".join(explained(words, context, coder)))
    else:
        reading = coder.read(words, context)
        coded = json.dumps(_coded({"text": words}, reading), ensure_ascii=False)
        click.echo(coded if options["as_json"] else _shown(words, reading))


def _stream(lines: Iterable[bytes], coder: "Coder") -> int:
    """Code line after line; bad ones are named on stderr and left out. Returns the exit status."""
    from simulator.coder.found import Context

    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            parsed = _parsed(line)
        except BadLineError as wrong:
            click.echo(f"rehearse: line {number}: {wrong}", err=True)
            status = 1
            continue
        reading = coder.read(parsed.text, Context(parsed.client))
        sys.stdout.write(json.dumps(_coded(parsed.row, reading)) + "\n")
        sys.stdout.flush()
    return status


def _parsed(line: bytes) -> _Line:
    try:
        row = json.loads(line.decode())
    except (ValueError, RecursionError) as wrong:
        raise BadLineError(f'it is no JSON ({wrong}); write an object such as {{"text": "hello"}}') from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise BadLineError('it has no "text"; write an object such as {"text": "hello", "prev_client": "hi"}')
    before = row.get("prev_client") or ()
    client = (before,) if isinstance(before, str) else before
    if not isinstance(client, list | tuple) or not all(isinstance(message, str) for message in client):
        raise BadLineError('"prev_client" is neither null, a text, nor a list of texts')
    return _Line(row, row["text"], tuple(client))


def _coded(row: dict[str, Any], reading: "Reading") -> dict[str, Any]:
    return {**row, "acts": list(map(_span, reading.acts)), "unsure": list(map(_span, reading.unsure))}


def _span(act: "Act") -> dict[str, Any]:
    span: dict[str, Any] = {"act": act.act, "start": act.start, "end": act.end, "by": act.by, "strength": act.strength}
    return {**span, "marks": list(act.marks)} if act.marks else span


def _shown(text: str, reading: "Reading") -> str:
    rows = [f"{act.act:24} {_quoted(text, act)}  ({act.by})" for act in reading.acts]
    rows += [f"{act.act:24} {_quoted(text, act)}  ({act.by}, unsure)" for act in reading.unsure]
    return "\n".join(rows) or "no act"


def _quoted(text: str, act: "Act") -> str:
    return json.dumps(text[act.start : act.end], ensure_ascii=False)
