"""From a command to its first prompt: what is not read before it, and how long it takes."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent

PROMPT = """
import sys
from simulator.chat import inline
from simulator.commands import main

def at_the_prompt(controller, pace):
    controller.begin()
    print("loaded:", *sorted(sys.modules))

inline.play_inline = at_the_prompt
sys.stdin.isatty = sys.stdout.isatty = lambda: True
main(["play", "ira-hiv-test"])
"""

LATER = (
    "yaml",
    "jinja2",
    "rapidfuzz",
    "snowballstemmer",
    "simulator.coder.coder",
    "simulator.loader.scenario_file",
    "simulator.model.codebook",
    "simulator.model.rubric",
    "simulator.scorer.scorer",
)
"""What no trainee needs before the first message."""


def loaded(environment: dict[str, str]) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", PROMPT], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return set(next(line for line in run.stdout.splitlines() if line.startswith("loaded:")).split())


@pytest.mark.slow
def test_what_only_reading_and_judging_need_is_not_loaded_before_the_prompt(tmp_path: Path) -> None:
    places = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")}
    environment = {**os.environ, **places, "REHEARSE_DATABASE": str(tmp_path / "s.sqlite3"), "TERM": "xterm"}
    cold = loaded(environment)
    assert cold.issuperset(LATER[:1]), "the first run reads the files"
    assert loaded(environment) & set(LATER) == set()


MOST_RATIOS = {
    "rehearse --help": 12,
    "rehearse list": 60,
    "rehearse code hello": 90,
    "rehearse play ira-hiv-test, to the prompt": 75,
    "play after 1000 messages, key to echo": 6,
}
"""Times a bare Python, three to four times what an idle machine takes: a busy one must not fail a test."""


@pytest.fixture
def startup(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    pytest.importorskip("pexpect")
    path = ROOT / "benchmarks" / "startup.py"
    spec = importlib.util.spec_from_file_location("startup", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "startup", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "RUNS", 3)
    return module


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")
def test_nobody_waits_long(startup: ModuleType, tmp_path: Path) -> None:
    bare, *rows = startup.measured(startup.Place(tmp_path))
    ratios = {row.what: row.milliseconds / bare.milliseconds for row in rows}
    assert set(MOST_RATIOS) <= set(ratios)
    slow = {what: ratio for what, ratio in ratios.items() if ratio > MOST_RATIOS.get(what, 75)}
    assert slow == {}


def test_a_checkout_without_its_packages_says_how_to_get_them() -> None:
    command = [sys.executable, "-S", "cli.py", "list"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.endswith("is not installed; do so with: python -m pip install .\n")
