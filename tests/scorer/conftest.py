"""Makes the builder of these tests importable from them, and reads their golden talks."""

import sys
from pathlib import Path

import pytest

from simulator.library import Library

sys.path.insert(0, str(Path(__file__).parent))

from golden_talks import GoldenBench


@pytest.fixture(scope="session")
def bench(library: Library) -> GoldenBench:
    return GoldenBench(library)
