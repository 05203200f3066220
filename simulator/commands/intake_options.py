"""The options of commands that read conversations from elsewhere: by what they are judged, who is who in them."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from simulator.commands.completing import rubric_ids, scenario_ids
from simulator.errors import ContentError
from simulator.model.defaults import DEFAULT_COUNSELOR, DEFAULT_RUBRIC

_FILE = click.Path(path_type=Path, dir_okay=False)
_OPTIONS = (
    click.option("--names", metavar="FILE", type=_FILE, help="Further names to replace, one a line."),
    click.option("--chat", metavar="NAME", help="The chat to take out of an export of several."),
    click.option(
        "--speakers", metavar="FILE", type=_FILE, help="Who is who: see rehearse import FILE --write-speakers."
    ),
    click.option(
        "--counselor",
        metavar="NAME",
        default=DEFAULT_COUNSELOR,
        show_default=True,
        help="The counselor's name in the files, where no speakers file says it.",
    ),
    click.option(
        "--scenario",
        metavar="ID",
        shell_complete=scenario_ids,
        help="The talk plays this scenario (else the one the file names).",
    ),
    click.option(
        "--rubric",
        metavar="ID",
        shell_complete=rubric_ids,
        help=f"Judge by this rubric (else the scenario's, else {DEFAULT_RUBRIC}).",
    ),
)


def intake_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--rubric` and `--scenario`, and the other four, which reach it as one `intake`."""

    @wraps(command)
    def with_intake(**given: Any) -> None:
        from simulator.loader.speakers_file import load_speakers
        from simulator.records.intake import Intake

        speakers, names = given.pop("speakers"), given.pop("names")
        intake = Intake(
            counselor=given.pop("counselor"),
            speakers=load_speakers(speakers).needed() if speakers else None,
            chat=given.pop("chat"),
            names=_names(names) if names else (),
        )
        command(intake=intake, **given)

    for option in _OPTIONS:
        option(with_intake)
    return with_intake


def _names(file: Path) -> tuple[str, ...]:
    from simulator.coder.name_list import names_in

    try:
        return tuple(names_in(file.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError) as wrong:
        reason = getattr(wrong, "strerror", None) or "it is no UTF-8"
        raise ContentError(f"{file}: cannot be read ({reason}); give a text with one name a line") from None
