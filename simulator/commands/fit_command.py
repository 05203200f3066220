"""`fit`: refit the models on the coded examples."""

import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.completing import languages
from simulator.commands.progress import on_the_way
from simulator.errors import ContentError, SimulatorError

if TYPE_CHECKING:
    from simulator.model.codebook import Codebook
    from simulator.model.weights import Weights


@click.command("fit")
@click.option("--language", default="en", show_default=True, shell_complete=languages, help="The codebook to fit on.")
def command(language: str) -> None:
    """Refit the models on the coded examples (needs `pip install rehearse[fit]`).

    \b
    rehearse fit
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
    for fitted in on_the_way((_with_acts, _with_cues), "fitting model"):
        codebook = fitted(codebook, folder)


def _with_acts(codebook: "Codebook", folder: Path) -> "Codebook":
    from simulator.authoring.fit import fit_acts
    from simulator.loader.coded_lines import load_coded
    from simulator.model.coded import CodedTurn

    language = codebook.language.language
    turns = load_coded(folder / f"{language}.turns.jsonl", CodedTurn, {act.id for act in codebook.acts}).needed()
    weights = fit_acts(codebook, turns)
    _write(weights, folder / f"{language}.acts.json")
    return codebook.model_copy(update={"weights": weights})


def _with_cues(codebook: "Codebook", folder: Path) -> "Codebook":
    from simulator.authoring.fit import fit_cues
    from simulator.loader.coded_lines import load_coded
    from simulator.model.coded import CodedMessage

    language = codebook.language.language
    messages = load_coded(folder / f"{language}.messages.jsonl", CodedMessage, {cue.id for cue in codebook.cues})
    _write(fit_cues(codebook, messages.needed()), folder / f"{language}.cues.json")
    return codebook


def _write(weights: "Weights", path: Path) -> None:
    from simulator.library import shown

    path.write_text(_laid_out(weights), encoding="utf-8")
    click.echo(f"{shown(path)}: {len(weights.names)} names, {len(weights.features)} features")


def _laid_out(weights: "Weights") -> str:
    """One feature a line, so that a refit can be read as a difference."""
    head = weights.model_dump(exclude={"features"})
    rows = (f"{json.dumps(feature, ensure_ascii=False)}:{json.dumps(row)}" for feature, row in weights.features.items())
    return json.dumps(head)[:-1] + ', "features": {\n' + ",\n".join(rows) + "\n}}\n"
