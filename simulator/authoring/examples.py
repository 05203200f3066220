"""Examples of a rubric: talks judged by it, and the levels that somebody wrote down for them beforehand."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from simulator.authoring.golden_talks import WrittenTalk, golden_talks_in
from simulator.authoring.walk import play_step
from simulator.library import Library, shown
from simulator.loader.packs import walks_beside
from simulator.loader.walk_file import load_walks
from simulator.model.debrief import Header
from simulator.model.levels import LevelName
from simulator.model.rubric import Rubric
from simulator.model.transcript import Transcript
from simulator.model.walk import Walk
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting
from simulator.script import Script
from simulator.session import Session
from simulator.talk_coding import code_talk, talk_readers


@dataclass(frozen=True)
class Talk:
    """A talk, coded when first asked for; `written` has the levels that criteria of its rubric are to come to in it."""

    name: str
    rubric: Rubric
    code: Callable[[], Transcript]
    setting: Setting
    written: Mapping[str, Sequence[str]]

    @cached_property
    def transcript(self) -> Transcript:
        return self.code()

    def written_for(self, rubric: Rubric) -> dict[str, Sequence[str]]:
        """What was written for the criteria that another rubric has too."""
        own = {criterion.id: criterion for criterion in self.rubric.criteria}
        shared = {criterion.id for criterion in rubric.criteria if own.get(criterion.id) == criterion}
        return {one: row for one, row in self.written.items() if one in shared}


class Example(NamedTuple):
    """A talk judged: the levels it has, and those it was written to show."""

    name: str
    levels: Mapping[str, LevelName]
    written: Mapping[str, Sequence[str]]

    @property
    def proven(self) -> dict[str, LevelName]:
        """The levels that were written down beforehand and came out so."""
        return {one: self.levels[one] for one, row in self.written.items() if self.levels.get(one) in row}

    @property
    def failed(self) -> dict[str, Sequence[str]]:
        """The levels written down that did not come out."""
        return {one: row for one, row in self.written.items() if self.levels.get(one) not in row}


def examples_of(rubric: Rubric, talks: Sequence[Talk]) -> tuple[Example, ...]:
    """The talks judged by this rubric; what was written for another counts for the criteria both have in common."""
    return tuple(_judged(talk, rubric) for talk in talks)


def proving(rubric: Rubric, talks: Iterable[Talk]) -> list[Talk]:
    """The talks that something was written for which this rubric judges; the others are never coded."""
    return [talk for talk in talks if talk.written_for(rubric)]


def walked_talks(library: Library) -> Iterator[Talk]:
    """Every walk of every scenario of the library."""
    for path in library.packs.scenarios().values():
        beside = walks_beside(path)
        if not beside.is_file():
            continue
        own = library.around(path)
        scenario = own.scenario(str(path))
        rubric = own.rubric(scenario.rubric)
        script = Script(scenario, own.readers(scenario.language))
        for walk in load_walks(beside, shown(beside), scenario, own.known(scenario.language)).needed().walks:
            name, setting = f"{scenario.id} {walk.id}", Setting.of(scenario, Header())
            yield Talk(name, rubric, partial(_played, script, walk), setting, walk.scores)


def written_talks(library: Library, folder: Path) -> Iterator[Talk]:
    """Every golden talk in a folder. Raises ContentError with all problems of its files."""
    yield from (_coded(talk, library.around(talk.path)) for talk in golden_talks_in(folder, library))


def _coded(talk: WrittenTalk, library: Library) -> Talk:
    scenario = library.scenario(talk.scenario) if talk.scenario else None
    rubric = library.rubric(talk.golden.rubric)
    readers = library.readers(scenario.language if scenario else rubric.language)
    transcript = talk.transcript.model_copy(update={"scenario": scenario.id if scenario else None})
    code = partial(code_talk, transcript, talk_readers(readers.coder, readers.client_reader, scenario))
    setting = Setting.of(scenario, Header()) if scenario else Setting()
    written = {criterion: (level,) for criterion, level in talk.golden.proven.items()}
    return Talk(talk.name, rubric, code, setting, written)


def _judged(talk: Talk, rubric: Rubric) -> Example:
    levels = {one.id: one.level for one in score(talk.transcript, rubric, talk.setting).criteria}
    return Example(talk.name, levels, talk.written_for(rubric))


def _played(script: Script, walk: Walk) -> Transcript:
    session = Session(script, walk.seed)
    for step in walk.turns:
        if session.is_over:
            break
        play_step(step, session)
    return session.transcript()
