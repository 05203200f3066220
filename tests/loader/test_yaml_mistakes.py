"""Files that are no YAML: which line is named, and in which words; both parsers say the same."""

import pytest

from simulator.loader import yaml_nodes
from simulator.loader.yaml_nodes import read_bytes

MISTAKES = {
    "no space behind a key": (
        "t:\n  - id: x\n    trust:-3\n    to: x\n",
        '3:5: there is no space behind "trust:"; put one there',
    ),
    "no space behind the first key of an entry": (
        "t:\n  - trust:-3\n    to: x\n",
        '2:5: there is no space behind "trust:"; put one there',
    ),
    "no space behind the last key": (
        't:\n  - id: x\n    text:"hi"\n  - id: y\n',
        '3:5: there is no space behind "text:"; put one there',
    ),
    "no space behind a key that a block follows": (
        "t:\n  - when:{any: [x], topic: y}\n    to: x\n",
        '2:19: there is no space behind "when:"; put one there',
    ),
    "no space behind a dash before the first key": (
        "t:\n  -id: x\n    to: y\n",
        "2:8: there is no space behind the dash of this line; put one there",
    ),
    "no space behind the dash of a later entry": (
        "t:\n  - id: x\n  -id: y\n",
        "3:3: there is no space behind this dash; put one there",
    ),
    "no colon behind the first key of an entry": (
        "t:\n  - id x\n    to: y\n",
        "3:7: this line is read as more of the text that begins on line 2; "
        'write ": " there if it is a key, or indent this line like the key it stands beside',
    ),
    "no space behind a dash": (
        't:\n  - "a"\n  -"b"\n  - c\n',
        "3:3: there is no space behind this dash; put one there",
    ),
    "no colon": (
        "t: 1\nstates\n  - id: x\n",
        '2:1: this line is no key: there is no ": " in it; '
        'write ": " behind the key, or indent the line like the text it belongs to',
    ),
    "a link is no key": (
        "t: 1\nhttp://a\nu: 1\n",
        '2:1: this line is no key: there is no ": " in it; '
        'write ": " behind the key, or indent the line like the text it belongs to',
    ),
    "a quotation mark that is never closed": (
        't: "some text\nu: 1\n',
        "1:4: the quotation mark that opens here is never closed; close it where the text ends",
    ),
    "a quotation mark that the next one closes": (
        't: ["hi sam]\nu: 1\nv: ["?"]\n',
        "1:5: the quotation mark that opens here closes only on line 3; "
        'close it where the text ends; a " inside it is written \\"',
    ),
    "quotation marks inside a text": (
        't: "he said "hi" to me"\nu: 1\n',
        '1:14: the text in quotes ends before this; a " inside it is written \\"',
    ),
    "an apostrophe inside a text": (
        "t: ['don't do it', 'x']\n",
        "1:10: the text in quotes ends before this; "
        "add the comma if another one begins here; a ' inside it is written '', or the text put in double quotes",
    ),
    "texts without a list around them": (
        't: "a", "b"\n',
        "1:7: a comma stands behind the text in quotes; put several texts in [ ]",
    ),
    "a list that is not closed": (
        't: ["a"\nu: 1\n',
        '1:4: what "[" opens here lacks a "," or its "]" before line 2, column 1; add it',
    ),
    "a block that is not closed": (
        "t: {a: 1, b: 2\nu: 1\n",
        '1:4: what "{" opens here lacks a "," or its "}" before line 2, column 2; add it',
    ),
    "a bracket of another kind": ("t: [a}\n", '1:6: a "," or a "]" is missing before this; add it'),
    "a bracket too many": ("t: [a]]\nu: 1\n", '1:7: this "]" closes nothing; take it out'),
    "an entry between dashes and keys": (
        "t:\n  - id: a\n   - id: b\n",
        "3:4: this dash stands in column 4, those of the list around it in column 3 (from line 2); "
        "indent it like the dashes it belongs to",
    ),
    "a key in the column of the dashes": (
        "t:\n  - a\n  b: c\n",
        "3:3: the list around this has its dashes in column 3 (from line 2), and here stands none; "
        "add a dash, or indent it like the lines it belongs to",
    ),
    "a dash in the column of the keys": (
        "a: b\n- c\n",
        "2:1: this dash stands in the column of the keys around it (from line 1); "
        "indent it like the dashes it belongs to",
    ),
    "a line that is indented more": (
        'a:\n  b: "hello"\n    c: 1\n',
        "3:5: this line begins in column 5, the keys of the block around it in column 3 (from line 2); "
        "indent it like the lines it belongs to",
    ),
    "a key that goes on with the text above": (
        "a:\n  b: hello\n    c: 1\n",
        "3:6: this line is read as more of the text that begins on line 2; indent it like the key of that text",
    ),
    "a colon in a text": (
        "a: 1\nb: text: more\n",
        '2:8: a text without quotes holds ": "; put the text in quotes (" or \')',
    ),
    "a colon in a text of a list": (
        "t: [are you ok, what: x: y]\n",
        '1:24: a text without quotes holds ": "; put it in quotes, or add the comma that is missing',
    ),
    "a tab": ("t:\n\ta: 1\n", "2:1: a tab stands here; indent with spaces"),
    "a tab behind spaces": ("t:\n  a: 1\n\tb: 1\n", "3:1: a tab stands here; indent with spaces"),
    "a sign that YAML keeps for itself": ("t: @hi\n", "1:4: an unquoted text cannot begin with @; put it in quotes"),
    "stars around a word": ("t: [*sighs*]\n", "1:5: an unquoted text cannot begin with *; put it in quotes"),
    "a smiley in a list": ("t: [ok, :)]\n", "1:9: an unquoted text cannot begin with :; put it in quotes"),
    "a smiley with a greater-than sign": (
        "t:\n  - >:(\n",
        "2:5: an unquoted text cannot begin with >; put it in quotes, or begin it on the line below",
    ),
    "a question mark before a text": (
        "t: ? what\n",
        "1:4: an unquoted text cannot begin with ?; put it in quotes",
    ),
    "a backslash in double quotes": (
        't: "c:\\dir"\n',
        "1:4: a \\ in this text in double quotes begins no sign that YAML knows; "
        "write \\\\ for it, or put the text in single quotes",
    ),
    "a dash behind a key": (
        "t: - ok\n",
        "1:4: a list with dashes begins behind a key; begin it on the next line, or put it in [ ]",
    ),
    "a dash in a row": ("t: [- a]\n", "1:5: a dash stands inside [ ]; take it out"),
    "two commas": (
        "t: [a,, b]\n",
        "1:7: nothing stands before this comma; take the comma out, or write what is missing",
    ),
    "texts without dashes": (
        't:\n  "hi"\n  "you"\n',
        "3:3: another text stands below the one before; begin each with a dash, or put them in [ ]",
    ),
    "a space from a web page": (
        "t:\n  - id: a\n  \u00a0 to: b\n",
        "3:3: the space here is no ordinary one (U+00A0); type the spaces at the line's beginning anew",
    ),
}


@pytest.mark.parametrize("parser", ["quick", "pure"])
@pytest.mark.parametrize(("text", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_at_the_line_to_mend(
    text: str, told: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "pure":
        monkeypatch.setattr(yaml_nodes, "_PARSER", yaml_nodes.yaml.Loader)
    assert [str(problem) for problem in read_bytes(text.encode(), "a").problems] == [f"a:{told} [syntax]"]


def test_what_is_not_sure_is_told_in_the_words_of_the_parser() -> None:
    (problem,) = read_bytes(b"t: ,a\n", "a").problems
    assert problem.what.startswith("this is no YAML: ")
    assert "on the line before" in problem.remedy


DASHES = [
    ("t:\n- id: a\n  says: b\n  id: c\n  says: d\n", ["4:3"]),
    ("t:\n- id: a\n  id: b\n  id: c\n", ["3:3", "4:3"]),
]


@pytest.mark.parametrize(("text", "places"), DASHES)
def test_a_missing_dash_is_asked_for_where_the_next_entry_begins(text: str, places: list[str]) -> None:
    problems = read_bytes(text.encode(), "a").problems
    assert [str(problem.location) for problem in problems] == [f"a:{place}" for place in places]
    assert all("write a dash before it" in problem.remedy for problem in problems)


@pytest.mark.parametrize("text", ["t:\n- id: a\n  b: 1\n  b: 2\n", "t: [{a: 1, a: 2}]\n", "t:\n  a: 1\n  a: 2\n"])
def test_no_dash_is_asked_for_where_no_entry_begins(text: str) -> None:
    (problem,) = read_bytes(text.encode(), "a").problems
    assert problem.remedy == "keep one of the two"
