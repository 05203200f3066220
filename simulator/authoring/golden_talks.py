"""Golden talks: written conversations in YAML, each with the levels of the criteria it is about."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from simulator.authoring.file_kinds import kind_of
from simulator.errors import ContentError
from simulator.importing.transcript_file import parse_transcript
from simulator.library import Library, shown
from simulator.loader.checks.names import unknown_in, unknown_keys, unknown_rubric
from simulator.loader.document import Document, Loaded
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.defaults import DEFAULT_COUNSELOR, DEFAULT_RUBRIC
from simulator.model.levels import LevelName
from simulator.model.noun import Noun
from simulator.model.source import Problem
from simulator.model.transcript import Transcript

Kind = Literal[
    "perfect",
    "interrogator",
    "advice-giver",
    "preacher",
    "friend",
    "silent",
    "warm-unsafe",
    "stiff-safe",
    "stuffer",
    "quoter",
    "negator",
    "second-language",
    "other",
]


class GoldenTalk(Noun):
    """One file; a level in `misread` hangs on a known misreading and is no proof yet.

    `scenario` is an id, or a path that leads down from its folder. `talk` is what `score` reads: text with a line
    `Name: words` a message, or JSON lines.
    """

    about: str = Field(min_length=1)
    kind: Kind
    rubric: str = DEFAULT_RUBRIC
    scenario: str | None = None
    talk: str = Field(min_length=1)
    levels: dict[str, LevelName] = Field(min_length=1)
    misread: tuple[str, ...] = ()

    @property
    def proven(self) -> dict[str, LevelName]:
        """The levels that are to hold."""
        return {criterion: level for criterion, level in self.levels.items() if criterion not in self.misread}


class WrittenTalk(NamedTuple):
    """A golden talk with its file, the conversation in it, not yet coded, and the id or path of its scenario."""

    path: Path
    golden: GoldenTalk
    transcript: Transcript
    scenario: str | None

    @property
    def name(self) -> str:
        """The name of the file without its ending."""
        return self.path.stem


def build_golden_talk(document: Document, path: Path, known: Known) -> Loaded[GoldenTalk]:
    """The talk of a file, or all that is wrong with it: rubric, criteria, scenario and a counselor have to be there."""
    return build(document, GoldenTalk, lambda talk: (*_unknown(talk, document, path, known), *_no_talk(talk, document)))


def golden_talks_in(folder: Path, library: Library) -> list[WrittenTalk]:
    """All talks anywhere in a folder, by path, each with the names its pack knows; scenarios are passed over.

    Raises ContentError with every problem of every file.
    """
    talks, wrong = [], []
    for path in _files(folder):
        try:
            document, known = read_yaml(path, shown(path)), library.around(path).known()
            talks.append(_written(path, build_golden_talk(document, path, known).needed()))
        except ContentError as problems:
            wrong.append(str(problems))
    if wrong:
        raise ContentError("\n".join(wrong))
    if not talks:
        raise ContentError(
            f"{shown(folder)}: there is no talk in it; a talk is a YAML file with about, talk and levels"
        )
    return talks


def _files(folder: Path) -> Iterator[Path]:
    """The YAML files that are no content of another kind."""
    for path in sorted(folder.rglob("*.yaml")):
        if kind_of(read_yaml(path, shown(path)).data) in ("talk", None):
            yield path


def _written(path: Path, golden: GoldenTalk) -> WrittenTalk:
    transcript = parse_transcript(golden.talk.encode(), shown(path), DEFAULT_COUNSELOR)
    named = golden.scenario
    beside = named is not None and _lies_within(path.parent, named)
    return WrittenTalk(path, golden, transcript, str(path.parent / named) if named and beside else named)


def _unknown(talk: GoldenTalk, document: Document, path: Path, known: Known) -> Iterator[Problem]:
    """unknown-rubric, unknown-criterion, unknown-scenario."""
    yield from unknown_rubric(document, talk.rubric, known)
    criteria = known.criteria.get(talk.rubric) or talk.levels
    yield from unknown_keys(document, ("levels",), "criterion", (talk.levels, criteria))
    yield from unknown_in(document, ("misread",), "criterion", (talk.misread, talk.levels))
    named = talk.scenario
    if named is not None and named not in known.scenarios and not _lies_within(path.parent, named):
        what = f'there is no scenario "{named}", and no such file in the folder of the talk'
        remedy = "write the id of one in the talk's pack, or a path that leads down from that folder"
        yield document.problem(("scenario",), "unknown-scenario", what, remedy)


def _no_talk(talk: GoldenTalk, document: Document) -> Iterator[Problem]:
    """not-a-talk."""
    try:
        parse_transcript(talk.talk.encode(), "", DEFAULT_COUNSELOR)
    except ContentError as wrong:
        what = str(wrong).removeprefix(": ").partition("; ")[0]
        remedy = f'write a line "Name: words" for each message, the counselor being "{DEFAULT_COUNSELOR}"'
        yield document.problem(("talk",), "not-a-talk", what, remedy)


def _lies_within(folder: Path, named: str) -> bool:
    """Whether the file is there and in the folder: content names no file outside its folder."""
    path = (folder / named).resolve()
    return path.is_relative_to(folder.resolve()) and path.is_file()
