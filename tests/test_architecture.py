"""The layers, the sizes and the promises of ARCHITECTURE.md, held by reading the source."""

import ast
import subprocess
import sys
from collections.abc import Iterator
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
    {"errors"},
    {"model"},
]
"""Top to bottom; a module imports from its own package and from the rows below."""
MAY_SHARE = ROWS[3]
"""Modules of one row that build on each other; packages of a row never do."""

ONLY_IN = {
    "yaml": {"loader"},
    "transitions": {"engine"},
    "rapidfuzz": {"coder"},
    "snowballstemmer": {"coder"},
    "prompt_toolkit": {"chat"},
    "jinja2": {"render"},
    "markdown_it": {"render"},
    "sqlite3": {"store"},
    "pyrage": {"store"},
    "click": {"commands"},
    "pyarrow": {"exporting"},
    "tomlkit": {"configuration"},
}
HEAVY = ("pydantic", "yaml", "transitions", "rapidfuzz", "prompt_toolkit", "jinja2", "sqlite3", "snowballstemmer")
IMPURE = {"time", "random", "secrets", "uuid"}
CLOCK_CALLS = {"now", "utcnow", "today", "monotonic", "perf_counter"}
PURE = ("model", "coder", "engine", "scorer", "render", "agreement", "desk", "records", *(MAY_SHARE - {"library"}))
VAGUE = {"utils", "util", "helpers", "helper", "misc", "base", "manager", "common"}

LONGEST_MODULE, LONG_MODULE = 300, 200
LONGEST_FUNCTION, LONG_FUNCTION = 40, 30


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module an import statement names, wherever it stands."""
    for node in ast.walk(tree(path)):
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
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


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
    known = set().union(*ROWS)
    assert parts - known == set(), "give it a place in ROWS and in ARCHITECTURE.md"
    assert known - parts == set(), "a row names what is not there"


@pytest.mark.parametrize("name", [name for name in NAMES if name != "__init__.py"])
def test_imports_go_down(name: str) -> None:
    own = part(name)
    for imported in imports(PACKAGE / name):
        root, _, rest = imported.partition(".")
        if root != "simulator" or not rest or rest.startswith("__"):
            continue
        other = rest.partition(".")[0]
        if not ((PACKAGE / other).is_dir() or (PACKAGE / f"{other}.py").is_file()):
            continue
        shares = {own, other} <= MAY_SHARE
        assert other == own or shares or row(other) > row(own), f"{name} imports {imported}"


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_each_library_has_one_home(library: str) -> None:
    homes = {part(name) for name in NAMES if any(one.partition(".")[0] == library for one in imports(PACKAGE / name))}
    assert homes <= ONLY_IN[library]


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


@pytest.mark.parametrize("name", NAMES)
def test_modules_are_small(name: str) -> None:
    assert len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("name", NAMES)
def test_functions_are_short_and_take_little(name: str) -> None:
    for function in functions(PACKAGE / name):
        assert length(function) <= LONGEST_FUNCTION, f"{name}: {function.name} has {length(function)} lines"
        is_command = any("click" in ast.unparse(decorator) for decorator in function.decorator_list)
        own = [one for one in (*function.args.posonlyargs, *function.args.args) if one.arg not in ("self", "cls")]
        assert is_command or len(own) <= 4, f"{name}: {function.name} takes {len(own)} parameters"


def test_few_modules_and_functions_are_long() -> None:
    """Above the house's usual size is allowed where a thing is one thing; a handful, not a habit."""
    long_modules = [name for name in NAMES if len((PACKAGE / name).read_text("utf-8").splitlines()) > LONG_MODULE]
    long_functions = [
        f"{name}:{f.name}" for name in NAMES for f in functions(PACKAGE / name) if length(f) > LONG_FUNCTION
    ]
    assert len(long_modules) <= 3, long_modules
    assert len(long_functions) <= 2, long_functions


@pytest.mark.parametrize("name", [name for name in NAMES if part(name) in PURE])
def test_nothing_from_session_down_prints_reads_the_clock_or_rolls_dice(name: str) -> None:
    for node in ast.walk(tree(PACKAGE / name)):
        if isinstance(node, ast.Import):
            assert not {alias.name.partition(".")[0] for alias in node.names} & IMPURE, f"{name}:{node.lineno}"
        elif isinstance(node, ast.ImportFrom) and node.module in IMPURE:
            seeded = node.module == "random" and [alias.name for alias in node.names] == ["Random"]
            assert seeded, f"{name}:{node.lineno}: only a seeded Random is no dice"
        elif isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            assert called not in {"print", "input", *CLOCK_CALLS}, f"{name}:{node.lineno}: {called}()"
            assert called != "Random" or node.args, f"{name}:{node.lineno}: Random without a seed"


@pytest.mark.parametrize("name", NAMES)
def test_names_say_which_one(name: str) -> None:
    assert not {*Path(name).with_suffix("").parts} & VAGUE


@pytest.mark.parametrize("name", NAMES)
def test_modules_and_public_classes_and_functions_say_what_they_are(name: str) -> None:
    """A function whose name and signature say all needs no sentence; every module and class has one."""
    module = tree(PACKAGE / name)
    assert ast.get_docstring(module), f"{name} has no docstring"
    for node in module.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name}: class {node.name} has no docstring"


def test_the_checks_can_fail(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("def f():\n" + "    x = 1\n" * 50 + "\nfrom simulator.session import Session\nimport yaml.x\n")
    assert [length(one) for one in functions(wrong)] == [51]
    assert list(imports(wrong)) == ["simulator.session", "yaml.x"]
