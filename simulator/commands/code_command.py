"""`code`: the acts of a counselor's turn, or the cues of a client's message, with the words that show them."""

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.commands.code_client import ClientReading
from simulator.commands.code_reading import CodeReading, Line
from simulator.commands.code_scenario import ScenarioReading, scenario_options
from simulator.commands.completing import acts, languages
from simulator.commands.format_option import json_option, print_json
from simulator.model.defaults import DEFAULT_LANGUAGE
from simulator.render.visible import in_one_line

if TYPE_CHECKING:
    from simulator.library import Library


HEARD_WIDTH = 44
"""As wide as what is heard in most turns."""


class BadLineError(ValueError):
    """A line of input that is no turn; the message says what would be one."""


class Options(NamedTuple):
    """The command line as it was typed."""

    text: str | None
    as_client: bool
    jsonl: bool
    lines: bool
    client: tuple[str, ...]
    counselor: str | None
    scenario: str | None
    state: str | None
    as_json: bool
    explain: bool
    why_not: str | None
    language: str


@click.command("code")
@click.argument("text", required=False)
@click.option("--as-client", is_flag=True, help="Read TEXT as a client's message: its cues, and dangers it may show.")
@click.option(
    "--jsonl",
    is_flag=True,
    help="Read lines with text and prev_client (with --as-client after) from stdin, print them with acts (cues).",
)
@click.option(
    "--lines",
    is_flag=True,
    help="Read a turn in each line from stdin, print a table: what is heard, and what comes nearest where nothing is.",
)
@click.option("--client", multiple=True, help="What the client wrote before; the latest last.")
@click.option("--counselor", help="With --as-client: the counselor's turn that the message answers.")
@scenario_options
@json_option
@click.option("--explain", is_flag=True, help="Sentence by sentence: what was matched, by which rule, how strongly.")
@click.option(
    "--why-not",
    metavar="NAME",
    shell_complete=acts,
    help="What comes nearest to this act (topic, fact or move of the scenario), and what would have made it one.",
)
@click.option(
    "--language",
    default=DEFAULT_LANGUAGE,
    show_default=True,
    shell_complete=languages,
    help="The codebook to use; a scenario has its own.",
)
def command(**options: Any) -> None:
    """The acts in a counselor's TEXT (or in standard input), with the words that show each; or the cues in a client's.

    \b
    rehearse code "Hi, I'm Oleg, a peer counselor. What brings you here?"
    rehearse code --explain "you should see a doctor, but it's up to you"
    rehearse code --why-not open_question "did you sleep?"
    rehearse code --scenario ira-hiv-test "did something happen?"
    rehearse code --scenario ira-hiv-test --state hello --why-not risk-taken "any trouble last night?"
    rehearse code --as-client "i cant sleep. what if he comes back"
    rehearse code --jsonl < turns.jsonl
    rehearse code --scenario ira-hiv-test --lines < questions.txt
    """
    chosen = Options(**options)
    _refuse_mixtures(chosen)
    from simulator.library import Library

    reader = _reading(Library(), chosen)
    if chosen.jsonl:
        sys.exit(_stream(sys.stdin.buffer, reader))
    before = chosen.client or tuple(filter(None, [chosen.counselor]))
    if chosen.lines:
        for words in filter(None, map(str.strip, sys.stdin)):
            row = reader.in_short(Line({"text": words}, words, before)) or reader.nothing
            click.echo(f"{row:{HEARD_WIDTH}}  {in_one_line(words)}")
        return
    words = chosen.text if chosen.text is not None else sys.stdin.read()
    turn = Line({"text": words}, words, before)
    if chosen.why_not:
        click.echo("\n".join(reader.why_not(chosen.why_not, turn)))
    elif chosen.explain:
        click.echo("\n".join(reader.explained(turn)))
    elif chosen.as_json:
        print_json(reader.coded(turn))
    else:
        click.echo("\n".join(reader.shown(turn)) or reader.nothing)


def _refuse_mixtures(options: Options) -> None:
    """UsageError where an option belongs to the other side of the talk, or to a scenario, or shows a turn otherwise."""
    ways = {"jsonl": "--jsonl", "lines": "--lines", "why_not": "--why-not", "explain": "--explain", "as_json": "--json"}
    chosen = [option for name, option in ways.items() if getattr(options, name)]
    if len(chosen) > 1:
        raise click.UsageError(f"{' and '.join(chosen)} show a turn in different ways; choose one")
    if (options.jsonl or options.lines) and options.text is not None:
        raise click.UsageError(f"{chosen[0]} reads its lines from standard input; leave TEXT out")
    if options.state and not options.scenario:
        raise click.UsageError("--state is a state of a scenario; name the scenario with --scenario")
    if options.as_client:
        for name in ("client", "scenario", "why_not"):
            if getattr(options, name):
                option = name.replace("_", "-")
                raise click.UsageError(f"--{option} is for a counselor's turn; leave it out beside --as-client")
    elif options.counselor:
        raise click.UsageError("--counselor is what a client's message answers; add --as-client, or leave it out")


def _reading(library: "Library", options: Options) -> CodeReading:
    if options.as_client:
        return ClientReading(library.readers(options.language))
    if not options.scenario:
        return CodeReading(library.readers(options.language).coder)
    scenario = library.scenario(options.scenario)
    return ScenarioReading(library.readers(scenario.language).coder, scenario, options.state)


def _stream(lines: Iterable[bytes], reading: CodeReading) -> int:
    """Code line after line; bad ones are named on stderr and left out. Returns the exit status."""
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            parsed = _parsed(line, reading.before)
        except BadLineError as wrong:
            click.echo(f"rehearse: line {number}: {wrong}", err=True)
            status = 1
            continue
        print_json(reading.coded(parsed))
    return status


def _parsed(line: bytes, key: str) -> Line:
    """The message, with what stands under this key before it. Raises BadLineError."""
    try:
        row = json.loads(line.decode())
    except (ValueError, RecursionError) as wrong:
        raise BadLineError(f'it is no JSON ({wrong}); write an object such as {{"text": "hello"}}') from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise BadLineError('it has no "text"; write an object such as {"text": "hello", "' + key + '": "hi"}')
    given = row.get(key) or ()
    before = (given,) if isinstance(given, str) else given
    if not isinstance(before, list | tuple) or not all(isinstance(message, str) for message in before):
        raise BadLineError(f'"{key}" is neither null, a text, nor a list of texts')
    return Line(row, row["text"], tuple(before))
