"""`fit`: refit the linear model on the codebook's own hits and misses."""

import json
from importlib.util import find_spec

import click

from simulator.errors import ContentError, SimulatorError
from simulator.library import Library, shown
from simulator.loader.codebook_file import load_codebook_with_examples
from simulator.model.weights import Weights


@click.command("fit")
@click.option("--language", default="en", show_default=True, help="The codebook to fit on.")
def command(language: str) -> None:
    """Refit the linear model on the codebook's own hits and misses (needs `pip install rehearse[fit]`).

    \b
    rehearse fit
    """
    if find_spec("scipy") is None:
        raise SimulatorError("scipy is not installed; pip install 'rehearse[fit]'")
    from simulator.authoring.fit import fit

    folder = Library().packs.codebooks().get(language)
    if folder is None:
        raise ContentError(f'there is no codebook for the language "{language}"')
    weights = fit(load_codebook_with_examples(folder, language).needed())
    path = folder / "model" / f"{language}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(_laid_out(weights), encoding="utf-8")
    click.echo(f"{shown(path)}: {len(weights.acts)} acts, {len(weights.features)} features")


def _laid_out(weights: Weights) -> str:
    """One feature a line, so that a refit can be read as a difference."""
    head = {"format": weights.format, "fitted_on": weights.fitted_on, "acts": weights.acts, "bias": weights.bias}
    rows = (f"{json.dumps(f, ensure_ascii=False)}:{_row(pairs)}" for f, pairs in weights.features.items())
    return json.dumps(head)[:-1] + ', "features": {\n' + ",\n".join(rows) + "\n}}\n"


def _row(pairs: tuple[tuple[int, float], ...]) -> str:
    return json.dumps(pairs, separators=(",", ":"))
