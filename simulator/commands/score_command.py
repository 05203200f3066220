"""`score`: the debrief of any conversation, whoever held it and wherever."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from simulator import __version__
from simulator.commands.debrief_output import Output, hand_out, output_options
from simulator.errors import ContentError
from simulator.importing.bubbles import COUNSELOR

if TYPE_CHECKING:
    from simulator.model.debrief import Debrief
    from simulator.model.rubric import Rubric
    from simulator.model.scenario import Scenario
    from simulator.talk_coding import TalkReaders

RUBRIC = "peer-counseling"
ALONE = "nobody but the counselor writes in it; how the client was answered cannot be judged"


class _Bench(NamedTuple):
    """Everything a talk is read and judged by, with the hashes of its content."""

    rubric: "Rubric"
    readers: "TalkReaders"
    hashes: dict[str, str]


@click.command("score")
@click.argument("transcripts", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rubric", metavar="ID", help=f"Judge by this rubric (else the scenario's, else {RUBRIC}).")
@click.option("--scenario", metavar="ID", help="The talk plays this scenario (else the one the transcript names).")
@click.option(
    "--counselor", metavar="NAME", default=COUNSELOR, show_default=True, help="The counselor's name in the files."
)
@output_options
def command(
    transcripts: tuple[Path, ...], rubric: str | None, scenario: str | None, counselor: str, output: Output
) -> None:
    """The debrief of each TRANSCRIPT.

    \b
    rehearse score talk.txt --counselor Oleg
    rehearse score role-play.jsonl --scenario ira-hiv-test --format markdown -o debrief.md

    A transcript is what `play --json` prints, JSON lines with role and text, or text with a line `Name: words` for
    each message. JSON lines with a text alone are the counselor's turns.
    """
    judge = _Judge(scenario, rubric)
    debriefs: list[Debrief] = []
    for path in transcripts:
        try:
            debriefs.append(judge.debrief(path, counselor))
        except ContentError as wrong:
            click.echo(f"rehearse: {wrong}", err=True)
    hand_out(debriefs, output)
    sys.exit(0 if len(debriefs) == len(transcripts) else ContentError.exit_status)


class _Judge:
    """Judges one file after another by the content that was asked for, or else by what the file names."""

    def __init__(self, scenario: str | None, rubric: str | None) -> None:
        from simulator.library import Library

        self._library = Library()
        self._rubric = rubric
        self._asked = self._library.scenario(scenario) if scenario else None
        self._benches: dict[str | None, _Bench] = {}
        # A wrong --rubric is told once, not once a file.
        self._bench(self._asked)

    def debrief(self, path: Path, counselor: str) -> "Debrief":
        """Raises ContentError where the file is no transcript."""
        from simulator.importing.transcript_file import read_transcript
        from simulator.model.debrief import Header
        from simulator.scorer.scorer import score
        from simulator.scorer.setting import Setting
        from simulator.talk_coding import code_talk

        transcript = read_transcript(path, counselor)
        if not any((transcript.opening, *(turn.client for turn in transcript.turns))):
            click.echo(f"rehearse: {path}: {ALONE}", err=True)
        scenario = self._asked or self._named(transcript.scenario)
        bench = self._bench(scenario)
        header = Header(file=path.name, program=__version__, hashes=bench.hashes)
        if scenario is None:
            return score(code_talk(transcript, bench.readers), bench.rubric, Setting(header=header))
        placed = transcript.model_copy(update={"scenario": scenario.id})
        return score(code_talk(placed, bench.readers), bench.rubric, Setting.of(scenario, header))

    def _named(self, scenario: str | None) -> "Scenario | None":
        """The scenario a transcript names, by id only: a transcript may not name a file to read."""
        return self._library.scenario(scenario) if scenario in self._library.packs.scenarios() and scenario else None

    def _bench(self, scenario: "Scenario | None") -> _Bench:
        key = scenario.id if scenario else None
        if key not in self._benches:
            self._benches[key] = self._made(scenario)
        return self._benches[key]

    def _made(self, scenario: "Scenario | None") -> _Bench:
        from simulator.store.canonical_json import sha256_of
        from simulator.talk_coding import talk_readers

        rubric = self._library.rubric(self._rubric or (scenario.rubric if scenario else RUBRIC))
        readers = self._library.readers(scenario.language if scenario else rubric.language)
        content = {"codebook": readers.codebook, "rubric": rubric, "scenario": scenario}
        hashes = {name: sha256_of(noun.model_dump_json(by_alias=True)) for name, noun in content.items() if noun}
        return _Bench(rubric, talk_readers(readers.coder, readers.client_reader, scenario), hashes)
