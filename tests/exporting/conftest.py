"""Makes the debrief of these tests importable from them."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from exported_debrief import debrief

from simulator.model.debrief import Debrief


@pytest.fixture
def judged() -> Debrief:
    return debrief()
