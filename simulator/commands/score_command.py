"""`score`: the debrief of any conversation, whoever held it and wherever."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator import __version__
from simulator.commands.debrief_output import detail_option, hand_out
from simulator.commands.intake_options import intake_options
from simulator.commands.one_by_one import from_each
from simulator.commands.output import Output, output_options
from simulator.commands.talk_content import TalkContent

if TYPE_CHECKING:
    from simulator.model.debrief import Debrief
    from simulator.records.intake import Intake


@click.command("score")
@click.argument("transcripts", nargs=-1, required=True, type=click.Path(path_type=Path))
@intake_options
@output_options
@detail_option
def command(
    transcripts: tuple[Path, ...], rubric: str | None, scenario: str | None, intake: "Intake", output: Output
) -> None:
    """The debrief of each TRANSCRIPT; nothing of it is kept.

    \b
    rehearse score talk.txt --counselor Oleg
    rehearse score result.json --speakers speakers.yaml
    rehearse score role-play.jsonl --scenario ira-hiv-test --format markdown -o debrief.md

    A transcript is an export of Telegram Desktop (JSON), WhatsApp (text) or Discord (DiscordChatExporter's JSON), CSV
    with the columns sender and text, JSON lines with role and text, text with a line `Name: words` for each message,
    or what `play --json` prints. JSON lines with a text alone are the counselor's turns. Names and personal data are
    replaced before anything is read.
    """
    content = TalkContent(scenario, rubric)
    debriefs, failed = from_each(transcripts, lambda path: _debrief(path, intake, content))
    hand_out(debriefs, output)
    sys.exit(failed)


def _debrief(path: Path, intake: "Intake", by: TalkContent) -> "Debrief":
    """Raises ContentError where the file is no transcript."""
    from simulator.model.debrief import Header
    from simulator.scorer.scorer import score
    from simulator.scorer.setting import Setting
    from simulator.talk_coding import code_talk, talk_readers

    taken, content = by.take_in(path, intake)
    readers = by.library.readers(content.codebook.language.language)
    hashes = {kind: one.sha256 for kind, one in content.contents().items()}
    header = Header(file=taken.file, program=__version__, hashes=hashes)
    coded = code_talk(taken.transcript, talk_readers(readers.coder, readers.client_reader, content.scenario))
    return score(coded, content.rubric, Setting.of(content.scenario, header))
