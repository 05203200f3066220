"""The layers, the sizes and the promises of ARCHITECTURE.md, held by reading the source."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import simulator

PACKAGE = Path(simulator.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
NAMES = [path.relative_to(PACKAGE).as_posix() for path in MODULES]

ROWS = [
    {"commands"},
    {"authoring", "chat", "desk"},
    {"records", "configuration"},
    {"session", "script", "readers", "library", "talk_coding", "stand_ins", "authored_cues"},
    {"loader", "coder", "engine", "scorer", "render", "store", "importing", "exporting", "agreement"},
    {"errors", "listing", "whole_text"},
    {"model"},
]
"""Top to bottom; a module imports from its own package and from the rows below."""
PLACED = set().union(*ROWS)
MAY_SHARE = ROWS[3]
"""Modules of one row that build on each other; packages of a row never do."""

ONLY_IN = {
    "yaml": {"loader"},
    "transitions": {"engine"},
    "rapidfuzz": {"coder"},
    "snowballstemmer": {"coder"},
    "prompt_toolkit": {"chat"},
    "jinja2": {"render"},
    "sqlite3": {"store"},
    "pyrage": {"store"},
    "click": {"commands"},
    "pyarrow": {"exporting"},
    "tomlkit": {"configuration"},
}
MODULE_OF = {"pyyaml": "yaml"}
"""Libraries that are imported by another name than they are installed by."""
HEAVY = ("pydantic", "yaml", "transitions", "rapidfuzz", "prompt_toolkit", "jinja2", "sqlite3", "snowballstemmer")
IMPURE = {"time", "random", "secrets", "uuid"}
CLOCK_CALLS = {"now", "utcnow", "today", "monotonic", "perf_counter"}
PURE = ("model", "coder", "engine", "scorer", "render", "agreement", "desk", "records", *(MAY_SHARE - {"library"}))
VAGUE = {"utils", "util", "helpers", "helper", "misc", "base", "manager", "common"}

LONGEST_MODULE, LONG_MODULE = 300, 200
LONGEST_FUNCTION, LONG_FUNCTION = 40, 30


@cache
def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All of a module, itself first."""
    return tuple(ast.walk(ast.parse(source(path))))


@pytest.fixture(scope="module", autouse=True)
def _forgotten() -> Iterator[None]:
    """So many nodes would slow down every collection of garbage after these tests."""
    yield
    nodes.cache_clear()


def module(path: Path) -> ast.Module:
    first = nodes(path)[0]
    assert isinstance(first, ast.Module)
    return first


def imports(path: Path) -> Iterator[str]:
    """Every module an import statement names, wherever it stands."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "simulator")


def part(name: str) -> str:
    """The package or top module a file of ours belongs to: `coder` for coder/words.py, `session` for session.py."""
    return name.partition("/")[0].removesuffix(".py")


def row(name: str) -> int:
    return next(number for number, parts in enumerate(ROWS) if name in parts)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in nodes(path) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, the docstring not counted."""
    first = node.body[0]
    has_words = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    words = (first.end_lineno or 0) - first.lineno + 1 if has_words else 0
    return (node.end_lineno or 0) - node.lineno + 1 - words


def test_every_module_has_its_row() -> None:
    parts = {part(name) for name in NAMES if name != "__init__.py"}
    assert parts - PLACED == set(), "give it a place in ROWS and in ARCHITECTURE.md"
    assert PLACED - parts == set(), "a row names what is not there"


def goes_up(name: str, imported: str) -> bool:
    """Whether what a file of ours imports is ours too, and stands no lower than the file itself."""
    root, _, rest = imported.partition(".")
    own, other = part(name), rest.partition(".")[0]
    if root != "simulator" or other not in PLACED:
        return False
    return other != own and not {own, other} <= MAY_SHARE and row(other) <= row(own)


def test_imports_go_down() -> None:
    placed = [name for name in NAMES if name != "__init__.py"]
    up = [f"{name} imports {one}" for name in placed for one in imports(PACKAGE / name) if goes_up(name, one)]
    assert up == []


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_each_library_has_one_home(library: str) -> None:
    homes = {part(name) for name in NAMES if any(one.partition(".")[0] == library for one in imports(PACKAGE / name))}
    assert homes <= ONLY_IN[library]


def test_nothing_is_installed_with_it_that_it_does_not_import() -> None:
    needed = tomllib.loads(source(PACKAGE.parent / "pyproject.toml"))["project"]["dependencies"]
    libraries = {one.partition(">=")[0].replace("-", "_") for one in needed}
    imported = {one.partition(".")[0] for name in NAMES for one in imports(PACKAGE / name)}
    assert {MODULE_OF.get(library, library) for library in libraries} - imported == set()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["no-such-command"]])
def test_what_needs_nothing_heavy_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from simulator.commands import main\n"
        "try:\n"
        f"    main({arguments!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        f"print('loaded:', *[name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert run.stdout.splitlines()[-1].strip() == "loaded:"


def lines(name: str) -> int:
    return len(source(PACKAGE / name).splitlines())


def test_modules_are_small() -> None:
    assert [name for name in NAMES if lines(name) > LONGEST_MODULE] == []


def too_much(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    if length(function) > LONGEST_FUNCTION:
        yield f"{function.name} has {length(function)} lines"
    is_command = any("click" in ast.unparse(decorator) for decorator in function.decorator_list)
    own = [one for one in (*function.args.posonlyargs, *function.args.args) if one.arg not in ("self", "cls")]
    if len(own) > 4 and not is_command:
        yield f"{function.name} takes {len(own)} parameters"


def test_functions_are_short_and_take_little() -> None:
    assert [
        f"{name}: {told}" for name in NAMES for function in functions(PACKAGE / name) for told in too_much(function)
    ] == []


def test_few_modules_and_functions_are_long() -> None:
    """Above the house's usual size is allowed where a thing is one thing; a handful, not a habit."""
    long_modules = [name for name in NAMES if lines(name) > LONG_MODULE]
    long_functions = [
        f"{name}:{f.name}" for name in NAMES for f in functions(PACKAGE / name) if length(f) > LONG_FUNCTION
    ]
    assert len(long_modules) <= 3, long_modules
    assert len(long_functions) <= 2, long_functions


def impure(path: Path) -> Iterator[str]:
    """What prints, reads the clock or rolls dice, by its line."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (f"{node.lineno}: {one.name}" for one in node.names if one.name.partition(".")[0] in IMPURE)
        elif isinstance(node, ast.ImportFrom) and node.module in IMPURE:
            if node.module != "random" or [one.name for one in node.names] != ["Random"]:
                yield f"{node.lineno}: only a seeded Random is no dice"
        elif isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called in {"print", "input", *CLOCK_CALLS}:
                yield f"{node.lineno}: {called}()"
            elif called == "Random" and not node.args:
                yield f"{node.lineno}: Random without a seed"


def test_nothing_from_session_down_prints_reads_the_clock_or_rolls_dice() -> None:
    pure = [name for name in NAMES if part(name) in PURE]
    assert [f"{name}:{told}" for name in pure for told in impure(PACKAGE / name)] == []


def test_names_say_which_one() -> None:
    assert [name for name in NAMES if {*Path(name).with_suffix("").parts} & VAGUE] == []


def unsaid(path: Path) -> Iterator[str]:
    if not ast.get_docstring(module(path)):
        yield "no docstring"
    for node in module(path).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield f"class {node.name} has no docstring"


def test_modules_and_public_classes_and_functions_say_what_they_are() -> None:
    """A function whose name and signature say all needs no sentence; every module and class has one."""
    assert [f"{name}: {told}" for name in NAMES for told in unsaid(PACKAGE / name)] == []


RUBRICS = PACKAGE.parent / "rubrics"
IDS = {path.stem for kind in ("codebook", "cues") for path in (RUBRICS / kind / "en").glob("*.yaml")}
OTHERWISE_TOO = {"information", "options", "referral", "feeling", "private_channel"}
"""Ids of acts and cues that are names of other things as well: stages, groups, marks, a kind of chat."""
KNOWN_IDS = "model/known_ids.py"


def texts(path: Path) -> set[str]:
    return {node.value for node in nodes(path) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_acts_and_cues_are_known_by_id_in_one_module() -> None:
    elsewhere = {name: texts(PACKAGE / name) & (IDS - OTHERWISE_TOO) for name in NAMES if name != KNOWN_IDS}
    assert {name: found for name, found in elsewhere.items() if found} == {}


def test_every_id_the_program_knows_is_in_the_codebook() -> None:
    words = {text for text in texts(PACKAGE / KNOWN_IDS) if " " not in text}
    assert words
    assert words - IDS == set()


WRONG = """
import time
from random import choice
from simulator.session import Session
import yaml.x
class Said: pass
def f(a, b, c, d, e):
    print(now(), Random())
"""


def test_the_checks_can_fail(tmp_path: Path) -> None:
    path = tmp_path / "wrong.py"
    path.write_text(WRONG + "    x = 1\n" * 50, encoding="utf-8")
    (function,) = functions(path)
    assert list(too_much(function)) == ["f has 52 lines", "f takes 5 parameters"]
    found = list(imports(path))
    assert found == ["time", "random", "simulator.session", "yaml.x"]
    assert [one for one in found if goes_up("coder/words.py", one)] == ["simulator.session"]
    assert [told.partition(": ")[2] for told in impure(path)] == [
        "time", "only a seeded Random is no dice", "print()", "now()", "Random without a seed"
    ]  # fmt: skip
    assert list(unsaid(path)) == ["no docstring", "class Said has no docstring"]
