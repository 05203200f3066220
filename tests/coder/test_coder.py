"""The coder as a whole: the small codebook's acts, context, and the same reading in every process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.readers import Readers

REFLECTIONS = {"paraphrase", "summary"}

TURNS = [
    ("", []),
    ("ok", []),
    ("Hi! My name is Oleg.", ["greeting", "self_introduction"]),
    ("hi\nmay i ask you something", ["greeting", "permission"]),
    ("I am not a doctor, bye", ["role_boundary", "farewell"]),
    ('she wrote "my name is Oleg"', []),
    ("he said i can help", []),
    ("it stays between us", ["confidentiality"]),
]


@pytest.mark.parametrize(("text", "wanted"), TURNS)
def test_acts_of_a_turn(text: str, wanted: list[str], small_readers: Readers) -> None:
    acts = small_readers.coder.read(text).acts
    own = {act.act for act in small_readers.codebook.acts}
    assert [act.act for act in acts if act.act in own] == wanted


def test_the_quotation_is_the_words(small_readers: Readers) -> None:
    text = "👋 “Hi”… my name is Oleg, I’m not a doctor."
    quoted = {act.act: text[act.start : act.end] for act in small_readers.coder.read(text).acts}
    assert quoted["role_boundary"] == "I’m not a doctor"
    assert quoted["self_introduction"] == "my name is"


def test_what_the_client_said_makes_a_reflection(coder: Coder) -> None:
    client = ("i lost my job last month and now i sleep at my brother's place",)
    text = "So you lost your job and you sleep at your brother's place."
    assert coder.read(text, Context(client)).act_ids & REFLECTIONS
    assert not coder.read("Tests are free at the clinic.", Context(client)).act_ids & REFLECTIONS


def test_reading_changes_nothing(coder: Coder) -> None:
    first = coder.read("What happened? You lost your job, right?", Context(("i lost my job",)))
    coder.read("teh tset is fre " * 50)
    assert coder.read("What happened? You lost your job, right?", Context(("i lost my job",))) == first


PROGRAM = """
from simulator.coder.found import Context
from simulator.library import Library
readers = Library().readers("en")
for text in (
    "Hi, im Oleg, a peer couselor. may i ask waht brings you here? i can help",
    "It sounds like you are scared and lost your job",
    "you must stop, junkies die. tests are free and anonymous at the clinic, bring nothing",
    "i used for years, then i got help",
):
    print(readers.coder.read(text, Context(("i lost my job, im scared",))).model_dump_json())
    print([cue.model_dump_json() for cue in readers.client_reader.cues(text)])
"""


def test_the_same_reading_whatever_the_hash_seed() -> None:
    root = Path(__file__).parent.parent.parent
    outputs = set()
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM], capture_output=True, cwd=root, env=environment, check=True
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1
    assert b"strength" in outputs.pop()


@pytest.mark.parametrize(
    ("text", "client", "is_label"),
    [
        ("So you feel like a junkie.", ("im a junkie, whats there to say",), False),
        ("So you feel like a junkie.", ("hi",), True),
        ("So you feel like a junkie.", (), True),
        ("how long are you clean?", ("clean since may", "it is hard"), False),
        ("Addict mothers need help too.", ("my mother is a junkie",), True),
        ("Addict mothers need help too.", ("my mother is ill",), True),
    ],
    ids=["given-back", "brought-up", "nothing-before", "said-earlier", "another-label", "another-word"],
)
def test_a_label_that_the_client_used_first_is_mirrored(
    text: str, client: tuple[str, ...], is_label: bool, coder: Coder
) -> None:
    assert ("stigma_term" in coder.read(text, Context(client)).act_ids) is is_label


@pytest.mark.parametrize("text", ["asdf qwer", "lorem ipsum", "blorp zint, frobo"])
def test_words_that_nobody_knows_say_nothing(text: str, coder: Coder) -> None:
    """They would be taken for names, and "[name] [name]" for a greeting or a goodbye."""
    assert coder.read(text).acts == ()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Don't panic, call 112 now.", "emergency_direction"),
        ("dont be afraid, you have depression, it's clear", "diagnosis"),
        ("do not worry, give me your address", "personal_data_request"),
        ("Don't worry, i know a guy who has good stuff, i can ask him for you", "inducement"),
    ],
)
def test_what_speaks_against_an_act_ends_at_a_comma(text: str, act: str, coder: Coder) -> None:
    assert act in {one.act for one in coder.read(text).acts}
