"""`fit`: refit the models on the coded examples."""

import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from simulator.commands.completing import languages
from simulator.commands.on_the_way import on_the_way
from simulator.errors import ContentError, SimulatorError
from simulator.model.defaults import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from simulator.model.codebook import Codebook
    from simulator.model.coded import CodedMessage, CodedTurn, Ways
    from simulator.model.senses import Senses
    from simulator.model.weights import Weights

_Fitted = TypeVar("_Fitted", "Weights", "Senses")


class _Examples(NamedTuple):
    """What is fitted on beside the examples of the codebook itself, and whether models of just these are made again."""

    turns: "tuple[CodedTurn, ...]"
    messages: "tuple[CodedMessage, ...]"
    ways: "tuple[Ways, ...]"
    again: bool


@click.command("fit")
@click.option(
    "--language", default=DEFAULT_LANGUAGE, show_default=True, shell_complete=languages, help="The codebook to fit on."
)
@click.option("--again", is_flag=True, help="Also models that were fitted on these very examples.")
def command(language: str, again: bool) -> None:
    """Refit the models whose examples have changed (needs `pip install rehearse[fit]`).

    \b
    rehearse fit
    rehearse fit --again
    """
    if find_spec("scipy") is None:
        raise SimulatorError("scipy is not installed; pip install 'rehearse[fit]'")
    # Several threads would add up in another order, and the same examples would give other weights.
    os.environ["OMP_NUM_THREADS"] = "1"
    from simulator.library import Library
    from simulator.loader.codebook_file import load_codebook_to_fit

    rubrics = Library().packs.codebooks().get(language)
    if rubrics is None:
        raise ContentError(f'there is no codebook for the language "{language}"')
    codebook = load_codebook_to_fit(rubrics, language).needed()
    folder = rubrics / "model"
    folder.mkdir(exist_ok=True)
    examples = _examples(codebook, folder, again)
    for fitted in on_the_way((_with_acts, _with_cues, _with_senses), "fitting model"):
        codebook = fitted(codebook, examples, folder)


def _examples(codebook: "Codebook", folder: Path, again: bool) -> _Examples:
    """All of them before anything is fitted: a line that is wrong is told at once, and not after minutes."""
    from simulator.loader.coded_lines import load_coded
    from simulator.model.coded import CodedMessage, CodedTurn, Ways

    language = codebook.language.language
    turns = load_coded(folder / f"{language}.turns.jsonl", CodedTurn, {act.id for act in codebook.acts})
    messages = load_coded(folder / f"{language}.messages.jsonl", CodedMessage, {cue.id for cue in codebook.cues})
    ways = load_coded(folder / f"{language}.ways.jsonl", Ways)
    return _Examples(turns.needed(), messages.needed(), ways.needed(), again)


def _with_acts(codebook: "Codebook", examples: _Examples, folder: Path) -> "Codebook":
    from simulator.authoring.fit import fingerprint, fit_acts, without_cues
    from simulator.model.weights import Weights

    path = folder / f"{codebook.language.language}.acts.json"
    kept = _kept(path, Weights, fingerprint(without_cues(codebook), examples.turns), examples)
    weights = kept or _written(fit_acts(codebook, examples.turns), "features", path)
    return codebook.model_copy(update={"weights": weights})


def _with_cues(codebook: "Codebook", examples: _Examples, folder: Path) -> "Codebook":
    from simulator.authoring.fit import fingerprint, fit_cues
    from simulator.model.weights import Weights

    path = folder / f"{codebook.language.language}.cues.json"
    if not _kept(path, Weights, fingerprint(codebook, examples.messages), examples):
        _written(fit_cues(codebook, examples.messages), "features", path)
    return codebook


def _with_senses(codebook: "Codebook", examples: _Examples, folder: Path) -> "Codebook":
    from simulator.authoring.fit import fingerprint, fit_meanings, without_cues
    from simulator.model.senses import Senses

    path = folder / f"{codebook.language.language}.senses.json"
    if examples.ways and not _kept(path, Senses, fingerprint(without_cues(codebook), examples.ways), examples):
        _written(fit_meanings(codebook, examples.turns, examples.ways), "words", path)
    return codebook


def _kept(path: Path, kind: type[_Fitted], fitted_on: str, examples: _Examples) -> _Fitted | None:
    """What is kept already, where it was fitted on these very examples and need not be made again."""
    from simulator.library import shown

    if examples.again:
        return None
    try:
        kept = kind.model_validate_json(path.read_bytes())
    except (OSError, ValueError):
        return None
    if kept.fitted_on != fitted_on:
        return None
    click.echo(f"{shown(path)}: fitted on these examples already")
    return kept


def _written(fitted: _Fitted, kind: str, path: Path) -> _Fitted:
    """What was fitted, with one feature or word a line in its file: a refit can be read as a difference."""
    from simulator.library import shown

    table = getattr(fitted, kind)
    head = json.dumps(fitted.model_dump(exclude={kind}))[:-1]
    rows = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(row)}" for name, row in table.items())
    path.write_text(f'{head}, "{kind}": {{\n{rows}\n}}}}\n', encoding="utf-8")
    click.echo(f"{shown(path)}: {len(table)} {kind}")
    return fitted
