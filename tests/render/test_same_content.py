"""What a debrief says is said in every format, and in the order of the desk: first what worked."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fixed_debrief import DEBRIEF
from parsed_page import seen

from simulator.model.debrief import Debrief
from simulator.render.sections.unsure import unsure
from simulator.render.to_html import to_html
from simulator.render.to_json import to_json
from simulator.render.to_markdown import to_markdown
from simulator.render.to_terminal import to_terminal
from simulator.render.wording import when, worded


def to_html_words(debrief: Debrief) -> str:
    return seen(to_html(debrief))


READ = (to_terminal, to_markdown, to_html_words)
"""The formats that people read."""
# Keys of machines, whose values a reader sees in words or as signs.
NOT_WORDS = {
    "format", "id", "criterion", "area", "level", "critical", "speaker", "ending", "ending_kind", "kind", "outcome",
    "role", "where", "cue", "feels", "matters", "cues", "technique_id", "function", "item",
    "own", "engine", "supervisor", "here", "there",
}  # fmt: skip


def said(value: Any, key: str = "") -> Iterator[str]:
    if key in NOT_WORDS:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from said(inner, name)
    elif isinstance(value, list):
        for one in value:
            yield from said(one, key)
    elif isinstance(value, str) and value:
        yield from value.split("\n")


def loose(text: str) -> str:
    return "".join(worded(text).replace("\\", "").replace("│", "").split())


@pytest.mark.parametrize("render", READ)
def test_every_text_of_the_debrief_is_there(render):
    made = loose(render(DEBRIEF))
    document = json.loads(to_json(DEBRIEF))
    for note in document["notes"]:
        note["at"] = when(note["at"])
    document["header"]["date"] = when(document["header"]["date"])
    document["areas"] = [{**area, "title": area["title"] or area["area"]} for area in document["areas"]]
    assert [text for text in said(document) if loose(text) not in made] == []


@pytest.mark.parametrize("render", READ)
def test_sections_come_in_the_order_of_a_debrief(render):
    made = render(DEBRIEF)
    heads = (
        "Debrief:", "At a glance", "Safety first", "Levels by area", "Techniques", "Stages, turn", "What worked",
        "What to try next", "Facts that", "The conversation", "Criteria", "For the supervision talk",
        "For your supervisor to judge\n", "How this was made",
    )  # fmt: skip
    places = [made.index(head) for head in heads]
    assert places == sorted(places)


@pytest.mark.parametrize("render", READ)
def test_the_summary_names_no_act_by_its_id(render):
    made = render(DEBRIEF)
    summary = made[: made.index("The conversation")]
    assert "self_introduction" not in summary.replace("\\", "")


@pytest.mark.parametrize("render", [*READ, to_json])
def test_an_empty_debrief_is_shown_too(render):
    assert render(Debrief())


def test_nothing_to_judge_leaves_the_section_out():
    assert list(unsure(Debrief())) == []
