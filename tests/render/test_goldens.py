"""The fixed debrief in each format, letter by letter; REHEARSE_WRITE_GOLDEN=1 writes the files anew."""

import json
import os
import re
from pathlib import Path

import pytest
from fixed_debrief import DEBRIEF

from simulator.model.debrief import Debrief
from simulator.render.detail import shown_to
from simulator.render.page import short_page
from simulator.render.palette import COLOURED, PLAIN
from simulator.render.to_html import to_html
from simulator.render.to_json import debrief_object, to_json
from simulator.render.to_markdown import to_markdown
from simulator.render.to_terminal import printed, to_terminal

GOLDEN = Path(__file__).parents[1] / "golden"
SUPERVISED = shown_to(DEBRIEF, "supervisor")
STOPPED = DEBRIEF.model_copy(update={"transcript": DEBRIEF.transcript.model_copy(update={"stopped": True})})


def in_short(debrief: Debrief) -> str:
    return printed(list(short_page(debrief)), 80, PLAIN)


def _schema() -> str:
    return json.dumps(Debrief.model_json_schema(mode="serialization"), indent=1, sort_keys=True) + "\n"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("debrief.80.txt", to_terminal(SUPERVISED, 80)),
        ("debrief.40.coloured.txt", to_terminal(SUPERVISED, 40, COLOURED)),
        ("debrief.short.txt", in_short(SUPERVISED)),
        ("debrief.md", to_markdown(SUPERVISED)),
        ("debrief.html", to_html(SUPERVISED)),
        ("debrief.trainee.txt", to_terminal(shown_to(DEBRIEF, "trainee"), 80)),
        ("debrief.trainer.md", to_markdown(DEBRIEF)),
        ("debrief.json", to_json(DEBRIEF)),
        ("stopped.txt", to_terminal(STOPPED, 80)),
        ("stopped.md", to_markdown(STOPPED)),
        ("debrief.schema.json", _schema()),
    ],
)
def test_a_debrief_is_what_it_was(name, made):
    path = GOLDEN / name
    if os.environ.get("REHEARSE_WRITE_GOLDEN"):
        path.write_bytes(made.encode())
    assert made == path.read_bytes().decode()


def test_json_gives_the_same_debrief_back():
    assert Debrief.model_validate_json(to_json(DEBRIEF)) == DEBRIEF
    assert to_json(DEBRIEF).count("\n") == 1


def test_the_object_has_the_keys_that_others_read():
    made = debrief_object(DEBRIEF)
    assert made["format"] == 1
    assert "transcript" not in made
    assert made["critical"] == ["does-no-harm"]
    assert made["areas"][0] == {"area": "contact", "title": "Making contact", "level": "not_yet", "unsure": 0}
    criterion = made["criteria"][0]
    assert {"id", "area", "level", "evidence", "note"} <= criterion.keys()
    place = {"turn": 1, "speaker": "counselor", "start": 4, "end": 20}
    around = {"before": "", "after": ""}
    assert criterion["evidence"] == [{**place, "quote": "I'm Oleg, a peer", "by": "phrase:x#1", **around}]


def test_in_short_the_conversation_is_left_to_the_command_that_shows_all():
    made = in_short(DEBRIEF)
    assert "The conversation" not in made
    assert made.endswith("rehearse debrief k3v9\n")
    assert made.split("Everything, with")[0].strip() in to_terminal(DEBRIEF, 80)


def test_codes_of_matchers_stand_in_the_conversation_only():
    before, conversation, after = re.split("The conversation\n|Criteria\n──", to_terminal(DEBRIEF, 80))
    assert "phrase:x#1" in conversation
    assert "near:support#2" in conversation
    assert "#" not in before + after


def test_a_stopped_talk_shows_no_level_and_no_word_of_it():
    for made in (to_terminal(STOPPED, 80), to_markdown(STOPPED)):
        assert "not yet" not in made
        assert "I promise" not in made
        assert "Take a walk" in made
