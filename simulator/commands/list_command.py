"""`list`: the scenarios to choose from."""

import json
from collections import Counter
from typing import Any

import click

from simulator.commands.database_option import database_option, sessions_so_far
from simulator.commands.json_option import json_option
from simulator.library import Library
from simulator.render.visible import in_one_line


@click.command("list")
@json_option
@database_option
def command(as_json: bool, database: str | None) -> None:
    """The scenarios to choose from, and how often you began each.

    \b
    rehearse list
    rehearse list --json
    """
    library = Library()
    begun = Counter(summary.head.scenario for summary in sessions_so_far(database))
    rows = [_row(library, name, begun[name]) for name in library.packs.scenarios()]
    click.echo(json.dumps(rows) if as_json else "\n".join(map(_shown, rows)))


def _row(library: Library, name: str, sessions: int) -> dict[str, Any]:
    scenario = library.scenario(name)
    return {
        "id": scenario.id,
        "title": scenario.title,
        "level": scenario.level,
        "opens": scenario.opens,
        "language": scenario.language,
        "content_note": scenario.content_note,
        "sessions": sessions,
    }


def _shown(row: dict[str, Any]) -> str:
    opens = "you write first" if row["opens"] == "counselor" else "the client writes first"
    count = row["sessions"]
    sessions = f"{count} session{'' if count == 1 else 's'}" if count else "not tried yet"
    lines = [row["id"], f"  {row['title']}", f"  {row['level']}, {row['language']}, {opens}, {sessions}"]
    if row["content_note"]:
        lines.append(f"  Content note: {row['content_note']}")
    return "\n".join(map(_harmless, lines))


def _harmless(line: str) -> str:
    indent = "  " if line.startswith("  ") else ""
    return indent + in_one_line(line)
