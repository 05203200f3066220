"""`fit`: what is fitted on these examples already stays as it is."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from simulator.commands.fit_command import command

MODEL = Path(__file__).parents[2] / "rubrics" / "model"


@pytest.mark.slow
def test_models_of_these_very_examples_are_not_fitted_again():
    before = {path: path.stat().st_mtime_ns for path in MODEL.iterdir()}
    result = CliRunner().invoke(command, [])
    told = [line.rpartition("/")[2] for line in result.stdout.splitlines()]
    assert told == [f"en.{kind}.json: fitted on these examples already" for kind in ("acts", "cues", "senses")]
    assert {path: path.stat().st_mtime_ns for path in MODEL.iterdir()} == before
