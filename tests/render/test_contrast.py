"""The colours of the HTML page can be read, in light and in dark (WCAG 2.2: 4.5 for text, 3 for what is drawn)."""

import re
from pathlib import Path

import pytest

from simulator import render

STYLE = (Path(render.__file__).parent / "templates" / "style.css").read_text(encoding="utf-8")
TEXT, DRAWN = 4.5, 3.0
GROUNDS = ("paper", "card", "sunk")

PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "soft", "accent", "care") for ground in GROUNDS),
    *((level, f"{level}-soft", TEXT) for level in ("met", "partly", "open", "unsure")),
    *((ink, ground, TEXT) for ink in ("ink", "soft", "accent") for ground in ("accent-soft", "care-soft", "own")),
    *(("ink", ground, TEXT) for ground in ("mark", "mark-twice", "own")),
    ("care", "care-soft", TEXT),
    ("soft", "own", TEXT),
    ("card", "accent", TEXT),
    *(("mark-edge", ground, DRAWN) for ground in ("own", "card")),
    *((drawn, "card", DRAWN) for drawn in ("accent", "partly", "ink")),
    ("edge", "sunk", DRAWN),
]


def colours(scheme: str) -> dict[str, str]:
    """The colours that count in a scheme; dark overrides light, where it says anything."""
    light, dark = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
    text = light if scheme == "light" else light + dark
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_colours_can_be_told_apart(scheme, ink, ground, least):
    found = colours(scheme)
    assert contrast(found[ink], found[ground]) >= least


def test_every_colour_is_a_name_with_a_value_in_both_schemes():
    light, dark = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
    names = [re.findall(r"--([\w-]+):", text) for text in (light, dark)]
    assert names[0] == names[1]
    rest = STYLE.split("box-sizing", 1)[1].split("@page", 1)[0]
    assert re.findall(r"#[0-9a-f]{3,8}\b(?!-)", re.sub(r"#[a-z]+ ", "", rest)) == []
    assert set(re.findall(r"var\(--([\w-]+)\)", STYLE)) <= set(names[0])


def test_black_on_white_has_the_contrast_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
