import gc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.loader import yaml_nodes
from simulator.loader.document import dotted
from simulator.loader.yaml_nodes import read_bytes, read_yaml

TRAPS = [
    ("on", "on"),
    ("off", "off"),
    ("no", "no"),
    ("Yes", "Yes"),
    ("y", "y"),
    ("12:30", "12:30"),
    ("010", 10),
    ("0o10", 8),
    ("0x1F", 31),
    ("1_000", "1_000"),
    ("~", None),
    ("null", None),
    ("", None),
    ("true", True),
    ("FALSE", False),
    ("tRUE", "tRUE"),
    ("2", 2),
    ("+2", 2),
    ("-2", -2),
    ("2.50", 2.5),
    ("1e3", 1000.0),
    ("1e999", "1e999"),
    (".inf", ".inf"),
    (".nan", ".nan"),
    ("2024-01-31", "2024-01-31"),
    ("9" * 5000, "9" * 5000),
    ("-", [None]),
    ("'no'", "no"),
    ('"12"', "12"),
    ("=", "="),
]


@pytest.fixture(params=["quick", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.setattr(yaml_nodes, "_PARSER", yaml_nodes.yaml.Loader)


def read(text: str) -> Any:
    document = read_bytes(text.encode(), "a.yaml")
    assert document.problems == ()
    return document.data


def codes(text: str | bytes) -> list[str]:
    raw = text.encode() if isinstance(text, str) else text
    return [problem.code for problem in read_bytes(raw, "a.yaml").problems]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("written", "meant"), TRAPS)
def test_a_word_means_what_yaml_1_2_says(written: str, meant: object) -> None:
    value = read(f"key:\n  {written}\n")["key"]
    assert (value, type(value)) == (meant, type(meant))


@pytest.mark.parametrize("key", ["on", "no", "12:30", "y"])
def test_words_are_keys(key: str) -> None:
    assert read(f"{key}: 1") == {key: 1}


CUT = [
    ("a: he said no # really", True),
    ("a: he said no\t# really", True),
    ("a: [he said no # really\n  ]", True),
    ("- he said no # really", True),
    ("a: he said\n  no # really", True),
    ("a: привет всем # ещё", True),
    ("b: 'ü'\na: grüß dich # ja", True),
    ("a: 2   # note", False),
    ("a: 'he said no' # really", False),
    ('a: "he said no" # really', False),
    ("a: # note\n  b: 1", False),
    ("# note\na: he said no", False),
    ("a: he said no\n# note", False),
    ("a: he said no\n\n  # note\nb: 1", False),
    ("a: |  # note\n  he said no # really", False),
    ("a: he said no#really", False),
    ("a: [1, 2]  # note", False),
    ("a b: # note\n  - c", False),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "cut"), CUT)
def test_only_sentences_cut_by_a_comment_are_refused(text: str, cut: bool) -> None:
    # Pure Python goes on to refuse a tab before a comment, which YAML allows.
    assert codes(text)[-1:] == (["cut-by-comment"] if cut else [])


@pytest.mark.usefixtures("parser")
def test_everything_knows_its_place() -> None:
    text = "\ufeff# first\nstates:\n  - id: cold\n    turns:\n    - {when: x, to: 'ü', 'from': y}\n"
    document = read_bytes(text.encode(), "a.yaml")
    assert document.data == {"states": [{"id": "cold", "turns": [{"when": "x", "to": "ü", "from": "y"}]}]}
    turn = ("states", 0, "turns", 0)
    places = {
        (): "2:1",
        ("states",): "3:3",
        ("states", 0): "3:5",
        ("states", 0, "id"): "3:9",
        (*turn, "when"): "5:14",
        (*turn, "to"): "5:21",
        (*turn, "from"): "5:34",
        (*turn, "nothing", 3): "5:7",
    }
    assert {loc: str(document.place(loc)) for loc in places} == {loc: f"a.yaml:{at}" for loc, at in places.items()}
    assert str(document.key_place((*turn, "to"))) == "a.yaml:5:17"
    assert str(document.key_place(("states", 0))) == "a.yaml:3:5"


def test_a_way_is_shown_with_dots_and_numbers() -> None:
    assert dotted(("states", 1, "turns", 0, "to"), {}) == "states[1].turns[0].to"
    assert dotted((0, "a"), {}) == "[0].a"
    assert dotted((), {}) == ""


def test_a_way_begins_with_the_last_entry_that_has_an_id() -> None:
    text = "states:\n- id: cold\n  turns: [{to: x}]\n- {id: 7, to: y}\n- {asks: {id: z}}\nid: a\n"
    called = read_bytes(text.encode(), "a.yaml").called
    assert called(("states", 0, "turns", 0, "to")) == "cold.turns[0].to"
    assert called(("states", 0)) == "cold"
    assert called(("states", 1, "to")) == "states[1].to"
    assert called(("states", 2, "asks", "id")) == "states[2].asks.id"
    assert called(("id",)) == "id"


REFUSED = [
    (b"\xff\xfea\x00", ["not-utf8"]),
    (b"a: \x00", ["control-character"]),
    ("a: \u2028", ["control-character"]),
    ("a: \ufeff", ["control-character"]),
    ('a: "\\0"', ["control-character"]),
    ("a: 'b", ["syntax"]),
    ("a: b: c", ["syntax"]),
    ("a:\n\t- b", ["syntax"]),
    ("%FOO bar\n---\na: 1\n...\nb", ["syntax"]),
    ("? [a, b]\n: c", ["key-not-text"]),
    ("? {a: b}\n: c", ["key-not-text"]),
    ("null: 1\n2: 1", ["key-not-text", "key-not-text"]),
    ("{a: 1, a: 2, a: 3}", ["duplicate-key", "duplicate-key"]),
    ("a: {b: 1}\nc: {b: 1}", []),
    ("a: &x 1\nb: *x", ["alias", "alias"]),
    ("'<<': 1", []),
    ("a: !x b", ["tag"]),
    ("a: ! b", ["tag"]),
    ("a: !!str 2", ["tag"]),
    ("a: 1\n---\nb: 1", ["many-documents"]),
    ("---\na: 1\n...\n", []),
    ("", []),
    ("[" * 40 + "]" * 40, []),
    ("[" * 41 + "]" * 41, ["too-deep"]),
    ("[" * 500_000, ["too-deep"]),
    ("{a: " * 41 + "1" + "}" * 41, ["too-deep"]),
    ("? " * 5_000 + "a", ["too-deep"]),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "expected"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused(text: str | bytes, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_bomb_of_aliases_never_goes_off() -> None:
    rows = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert set(codes("a0: &a0 [lol]\n" + rows)) == {"alias"}


def test_a_folder_and_a_missing_file_are_problems(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.yaml"):
        assert [problem.code for problem in read_yaml(path, "a").problems] == ["unreadable"]


def test_the_collector_is_on_again() -> None:
    for text in ("a: 1", "a: 'b", "[" * 50):
        read_bytes(text.encode(), "a")
        assert gc.isenabled()


SNIPPETS = st.sampled_from(
    [
        "a: ",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        "&x ",
        "*x",
        "!t ",
        "|\n",
        ">-\n",
        "'",
        '"',
        "\\x1b",
        "\n",
        "  ",
        "#",
        " # ",
        "<<: ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=80), st.lists(st.one_of(SNIPPETS, st.text(max_size=4))).map("".join)))
@example('a: "\\UFFFFFFFF"')
@example('a: "\\ud800"')
def test_no_bytes_crash_the_reader(text: str | bytes) -> None:
    raw = text.encode("utf-8", errors="surrogatepass") if isinstance(text, str) else text
    for parser in (yaml_nodes.yaml.Loader, getattr(yaml_nodes.yaml, "CLoader", yaml_nodes.yaml.Loader)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml_nodes, "_PARSER", parser)
            for problem in read_bytes(raw, "a.yaml").problems:
                assert problem.location.line >= 1
                assert problem.location.column >= 1
