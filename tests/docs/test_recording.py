"""The recording for the README is what the program shows today; `python docs/recording/make.py` makes it anew."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")

RECORDING = Path(__file__).parents[2] / "docs" / "recording"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")
def test_the_talk_recorded_anew_is_the_one_that_is_shown(tmp_path):
    subprocess.run([sys.executable, str(RECORDING / "make.py"), str(tmp_path)], check=True)
    for name in ("rehearse.cast", "rehearse.svg"):
        assert (tmp_path / name).read_text(encoding="utf-8") == (RECORDING / name).read_text(encoding="utf-8"), name


def test_the_cast_is_one_a_player_takes():
    head, *events = map(json.loads, (RECORDING / "rehearse.cast").read_text(encoding="utf-8").splitlines())
    assert (head["version"], head["width"], head["height"]) == (2, 100, 32)
    assert [event for event in events if event[1] != "o"] == []
    times = [event[0] for event in events]
    assert times == sorted(times)
    assert 20 < times[-1] < 60
