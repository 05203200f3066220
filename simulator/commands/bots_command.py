"""`bots`: let the bot trainees play scenarios, and see whether their ranking holds."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.commands.bot_cast import Cast, cast_of
from simulator.commands.bot_talk import BotTalk, bot_talk, bot_talk_lines, bot_talk_object
from simulator.commands.completing import scenario_ids
from simulator.commands.format_option import json_option, print_json
from simulator.commands.on_the_way import on_the_way
from simulator.commands.one_by_one import from_each
from simulator.commands.scenario_files import scenarios_in
from simulator.render.counting import counted
from simulator.render.visible import in_one_line

if TYPE_CHECKING:
    from simulator.authoring.bot_ranking import Record
    from simulator.authoring.bots import Play
    from simulator.library import Library

PLAYS = 20
"""So many talks make a share of them worth reading."""
MOST_WAYS = 3
"""So many ways on are told for a state in which talks stay."""


@click.command("bots")
@click.argument("scenarios", nargs=-1, shell_complete=scenario_ids)
@click.option("--plays", type=click.IntRange(1), help=f"Talks per bot and scenario: {PLAYS}, with --show 1.")
@click.option("--seed", default=1, show_default=True, type=int, help="Seed of the first talk; the next ones count on.")
@click.option(
    "--show", metavar="BOT", help="Print a talk of this bot instead: what is heard in each turn, and its levels."
)
@json_option
def command(scenarios: tuple[str, ...], plays: int | None, seed: int, show: str | None, as_json: bool) -> None:
    """Let bot trainees play scenarios (ids, files, all in folders, or all that ships); fail where their ranking fails.

    \b
    rehearse bots
    rehearse bots ira-hiv-test --plays 200
    rehearse bots my-scenarios/
    rehearse bots ira-hiv-test --show skilled --seed 3
    """
    from simulator.library import Library

    library = Library()
    seeds = range(seed, seed + (plays or (1 if show else PLAYS)))
    names = _scenarios(library, scenarios)
    if show:
        pages, status = from_each(names, lambda name: _talks(cast_of(library, name), show, seeds))
        talks = [talk for page in pages for talk in page]
        if as_json:
            print_json([bot_talk_object(talk) for talk in talks])
        else:
            click.echo("\n".join(line for talk in talks for line in bot_talk_lines(talk)), nl=False)
        sys.exit(status or int(any(talk.trouble for talk in talks)))
    reports, status = from_each(names, lambda name: _report(cast_of(library, name), seeds))
    if as_json:
        print_json(reports)
    else:
        for line in (line for report in reports for line in _lines(report)):
            click.echo(line)
    sys.exit(status or int(any(report["broken"] or report["troubles"] for report in reports)))


def _scenarios(library: "Library", wanted: tuple[str, ...]) -> list[str]:
    """Ids and paths of the scenarios to play. Raises UsageError where a folder has none."""
    known = library.packs.scenarios()
    found: dict[str, None] = {}
    for one in wanted or known:
        folder = Path(one) if one not in known and Path(one).is_dir() else None
        found.update(dict.fromkeys(map(str, scenarios_in(folder)) if folder else [one]))
    return list(found)


def _talks(cast: Cast, show: str, seeds: range) -> list[BotTalk]:
    """The talks of one bot. Raises UsageError where nobody is called that."""
    from simulator.authoring.bots import play
    from simulator.loader.yaml_nodes import read_yaml

    bot = next((one for one in cast.bots if one.id == show), None)
    if bot is None:
        raise click.UsageError(
            f'--show: there is no bot "{show}"; write one of {", ".join(one.id for one in cast.bots)}'
        )
    document = read_yaml(cast.path, str(cast.path))
    played = (play(cast.script, bot, cast.speech, seed) for seed in seeds)
    return [bot_talk(one, cast.script, cast.rubric, document) for one in played]


def _report(cast: Cast, seeds: range) -> dict[str, Any]:
    from simulator.authoring.bot_ranking import broken, record
    from simulator.authoring.bots import play

    scenario = cast.script.scenario
    records = []
    for bot in cast.bots:
        talks = on_the_way(seeds, f"{scenario.id}: {bot.id}, talk")
        played = [play(cast.script, bot, cast.speech, seed) for seed in talks]
        records.append(record(bot, played, scenario, cast.rubric))
    return {
        "scenario": scenario.id,
        "plays": len(seeds),
        "bots": [_row(one) for one in records],
        "troubles": [_trouble(one) for record_ in records for one in record_.troubles],
        "broken": broken(records, cast.rubric),
    }


def _row(one: "Record") -> dict[str, Any]:
    return {
        "bot": one.bot.id,
        "endings": one.endings,
        "turns": round(one.turns, 1),
        "unmatched": round(100 * one.unmatched, 1),
        "areas": {area: {level: levels.count(level) for level in levels} for area, levels in one.areas.items()},
        "criteria": {name: {level: levels.count(level) for level in levels} for name, levels in one.criteria.items()},
        "standstills": [standstill._asdict() for standstill in one.standstills],
    }


def _trouble(one: "Play") -> dict[str, Any]:
    said = [turn.text for turn in one.transcript.turns]
    return {"bot": one.bot, "seed": one.seed, "state": one.state, "what": one.trouble, "turns": said}


def _lines(report: dict[str, Any]) -> Iterator[str]:
    yield f"{report['scenario']}, {counted(report['plays'], 'talk')} per bot"
    for row in report["bots"]:
        endings = ", ".join(f"{name} {count}" for name, count in row["endings"].items())
        yield f"  {row['bot']}: {counted(row['turns'], 'turn')}, {row['unmatched']} % not understood; {endings}"
        yield f"    {', '.join(f'{area} {_counts(levels)}' for area, levels in row['areas'].items())}"
        yield from (line for one in row["standstills"] for line in _standing(one))
    for first, *more in _alike(report["troubles"]):
        also = f" (and in {counted(len(more), 'more talk')})" if more else ""
        yield f"  {first['bot']}, seed {first['seed']}: {first['what']}{also}"
        yield from (f"    {number}. {text}" for number, text in enumerate(first["turns"], start=1))
    yield from (f"  does not hold: {what}" for what in report["broken"])
    if not report["broken"]:
        yield "  the ranking holds"


def _standing(one: dict[str, Any]) -> Iterator[str]:
    """Where talks without an ending stay, since when, and what would lead on."""
    turn = f'since turn {one["turn"]} ("{in_one_line(one["said"])}")' if one["turn"] else "from the beginning"
    trust = "" if one["trust"] is None else f", trust {one['trust']} at last"
    talks = f"{counted(one['talks'], 'talk')} that stayed in {one['state']}"
    yield f"    no ending in {talks}: with seed {one['seed']} {turn}{trust}"
    if one["written"]:
        yield f'      the client wrote last: "{in_one_line(one["written"])}"'
    yield from (f"      would lead on: {way}" for way in one["onward"][:MOST_WAYS])
    more = len(one["onward"]) - MOST_WAYS
    if more > 0:
        yield f"      and {counted(more, 'more way')}, see `rehearse outline` with --state {one['state']}"


def _alike(troubles: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The troubles of a bot that are told in the same words, as one row."""
    rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for trouble in troubles:
        rows.setdefault((trouble["bot"], trouble["what"]), []).append(trouble)
    return list(rows.values())


def _counts(levels: dict[str, int]) -> str:
    """How many talks were met/partly/not yet, and how many were not judged."""
    from simulator.model.levels import SCALE

    others = sum(count for level, count in levels.items() if level not in SCALE)
    return "/".join(str(levels.get(level, 0)) for level in reversed(SCALE)) + (f" (+{others})" if others else "")
