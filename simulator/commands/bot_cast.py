"""Who plays in `bots`: a scenario that is ready, and the bots that speak its language."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from simulator.errors import ContentError

if TYPE_CHECKING:
    from simulator.authoring.bot_voice import Speech
    from simulator.library import Library
    from simulator.model.bots import Bot, BotFile
    from simulator.model.rubric import Rubric
    from simulator.script import Script


class Cast(NamedTuple):
    """A scenario that is ready to be played, and who plays it."""

    script: "Script"
    rubric: "Rubric"
    path: Path
    bots: "tuple[Bot, ...]"
    speech: "Speech"


def cast_of(library: "Library", name: str) -> Cast:
    """Scenario, rubric and bots made ready. Raises ContentError where one of them cannot be used."""
    from simulator.authoring.bot_voice import Speech
    from simulator.authoring.bots import with_borrowed
    from simulator.script import Script

    library = library.for_scenario(name)
    frozen = library.frozen(name)
    language = frozen.scenario.language
    file, readers = _bots(library, language), library.readers(language)
    speech = Speech(frozen.codebook.language, file.turned, readers.coder)
    script = Script(frozen.scenario, readers)
    return Cast(script, frozen.rubric, library.scenario_path(name), with_borrowed(file), speech)


def _bots(library: "Library", language: str) -> "BotFile":
    from simulator.library import shown
    from simulator.loader.bots_file import bots_path, load_bots

    path = bots_path(library.packs, language)
    if path is None:
        raise ContentError(f'no bots speak "{language}"; their file would be rubrics/bots/{language}.yaml')
    return load_bots(path, shown(path), library.known(language)).needed()
