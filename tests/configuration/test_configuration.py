"""What is configured: which place goes first, and what a mistake in one of them does to the rest."""

from pathlib import Path

import pytest

from simulator.chat.help_lines import FALLBACK, configured_help_lines
from simulator.configuration.place import configuration_file
from simulator.configuration.values import KEYS, TABLES, Configuration, read_configuration
from simulator.model.preferences import Preferences


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "config.toml"


def read(file: Path, content: str | None, **environment: str) -> Configuration:
    if content is not None:
        file.write_bytes(content.encode("utf-8", "surrogateescape"))
    return read_configuration(file, environment)


def test_without_a_file_all_is_as_it_comes(file):
    configuration = read(file, None)
    assert configuration == (Preferences(), (), {})
    assert {configuration.origin(key) for key in KEYS} == {"default"}
    assert Preferences() == Preferences(trainee=None, front="inline", pace=1.0, mode="practice", color="auto")


def test_a_variable_goes_before_the_file_and_the_file_before_the_default(file):
    configuration = read(file, '# mine\nfront = "plain"\npace = 0.5\n', REHEARSE_PACE="2", REHEARSE_MODE="")
    found = configuration.preferences
    assert (found.front, found.pace, found.mode) == ("plain", 2.0, "practice")
    assert [configuration.origin(key) for key in ("front", "pace", "mode")] == [f"{file}:2", "REHEARSE_PACE", "default"]
    assert configuration.mistakes == ()


@pytest.mark.parametrize("key", [key for key in KEYS if key not in TABLES])
def test_every_key_has_a_variable_and_a_purpose(file, key):
    value = {"front": "plain", "pace": "0", "mode": "exam", "color": "never"}.get(key, "t-07")
    configuration = read(file, None, **{f"REHEARSE_{key.upper()}": value})
    assert str(getattr(configuration.preferences, key)) in (value, f"{value}.0")
    assert configuration.origin(key) == f"REHEARSE_{key.upper()}"
    assert Preferences.model_fields[key].description


@pytest.mark.parametrize(
    ("content", "environment", "color", "origin"),
    [
        ("", {"NO_COLOR": "1"}, "never", "NO_COLOR"),
        ('color = "always"', {"NO_COLOR": "1"}, "never", "NO_COLOR"),
        ("", {"NO_COLOR": "1", "REHEARSE_COLOR": "always"}, "always", "REHEARSE_COLOR"),
        ("", {"NO_COLOR": ""}, "auto", "default"),
    ],
)
def test_no_color_is_a_variable_like_ours_but_ours_goes_first(file, content, environment, color, origin):
    configuration = read(file, content, **environment)
    assert (configuration.preferences.color, configuration.origin("color")) == (color, origin)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('front = "fullscreen"', 'front: "fullscreen" cannot stand here; did you mean "full-screen"?'),
        ('trainne = "t-07"', 'trainne: there is no key "trainne" here; did you mean "trainee"?'),
        ('trainee = "Ann Smith"', "trainee: this is for a code and never a name; a code has 1 to 32 of the letters"),
        ("pace = -1", "pace: -1 is out of range; write at least 0"),
        ("pace = nan", "pace: nan is out of range; write at most 10"),
        ("database = 3", 'database: 3 cannot stand here; put it in quotes: "3"'),
        ("help_lines = 3", "help_lines: 3 cannot stand here"),
        ("help_lines.Line = 116", 'help_lines.Line: 116 cannot stand here; put it in quotes: "116"'),
    ],
)
def test_a_mistake_is_told_at_its_line_and_spoils_no_other_key(file, line, told):
    configuration = read(file, f'# mine\nmode = "exam"\n{line}\n')
    (mistake,) = configuration.mistakes
    assert str(mistake).startswith(f"{file}:3: {told}")
    assert configuration.preferences == Preferences(mode="exam")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('front = "plain"\n[help_lines', "2: this is no TOML: Expected ']' at the end of a table declaration"),
        ("front = plain\n", "1: this is no TOML: Invalid value"),
        ("front = 1\nfront = 2\n", "this is no TOML: Cannot overwrite a value"),
        ("# \udcff\n", "1: byte 0xff is no UTF-8"),
    ],
    ids=["an open bracket", "no quotes", "a key twice", "another encoding"],
)
def test_a_file_that_cannot_be_read_is_one_mistake(file, content, told):
    configuration = read(file, content, REHEARSE_MODE="exam")
    (mistake,) = configuration.mistakes
    assert str(mistake).startswith(f"{file}:")
    assert told in str(mistake)
    assert configuration.preferences == Preferences(mode="exam")


def test_a_folder_in_the_place_of_the_file_is_one_mistake(tmp_path):
    (mistake,) = read_configuration(tmp_path, {}).mistakes
    assert "it cannot be read (Is a directory)" in str(mistake)


def test_a_wrong_variable_is_told_by_its_name_and_the_file_counts(file):
    configuration = read(file, "pace = 3", REHEARSE_PACE="fast")
    assert [str(one) for one in configuration.mistakes] == ['REHEARSE_PACE: "fast" cannot stand here; write a number']
    assert (configuration.preferences.pace, configuration.origin("pace")) == (3.0, f"{file}:1")


@pytest.mark.parametrize(
    ("content", "key", "line"),
    [
        ("\n\n[help_lines]\nAnn = 'room 7'\n", "help_lines", 3),
        ("\nhelp_lines.Ann = 'room 7'\n", "help_lines", 2),
        ("\nhelp_lines = {Ann = 'room 7'}\n", "help_lines", 2),
        ("# front = 1\n'front' = 'plain'\n", "front", 2),
        ("[help_lines]\nfront = 'x'\n", "front", None),
    ],
    ids=["a table", "a dotted key", "an inline table", "a quoted key", "a name in a table that is no key"],
)
def test_the_line_is_told_where_a_key_comes_from(file, content, key, line):
    assert read(file, content).origin(key) == (f"{file}:{line}" if line else "default")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (None, FALLBACK),
        ("", FALLBACK),
        ("colour = 1", FALLBACK),
        ('[help_lines]\n"Line" = "116 123"\nAnn = "room 7"\n', "Line: 116 123\nAnn: room 7"),
        ('front = 3\n[help_lines]\nLine = 116\nAnn = "room 7"\n', "Ann: room 7"),
    ],
)
def test_help_lines_come_from_the_file_and_from_nowhere_else(file, content, shown):
    assert configured_help_lines(read(file, content)).shown() == shown


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("help_lines = 3", "help_lines: 3 cannot stand here"),
        ("[help_lines]\nLine = 116", "help_lines.Line: 116 cannot stand here"),
        ("[help_lines", "this is no TOML"),
    ],
)
def test_a_broken_file_never_hides_where_help_is(file, content, why):
    text = configured_help_lines(read(file, content)).shown()
    assert text.startswith(f"{FALLBACK}\n({file}:")
    assert why in text
    assert "write [help_lines]" in text


@pytest.mark.parametrize(
    ("environment", "path"),
    [
        ({"XDG_CONFIG_HOME": "/somewhere"}, Path("/somewhere/rehearse/config.toml")),
        ({"XDG_CONFIG_HOME": "not/whole"}, None),
        ({}, None),
    ],
)
def test_the_file_lies_in_the_folder_of_the_user(environment, path):
    found = configuration_file(environment)
    assert found.name == "config.toml"
    assert found.is_absolute()
    assert found == path or path is None
