"""What an author is told to write in place of a key or a value that cannot stand there."""

import pytest

from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_bytes
from simulator.model.scenario import Scenario

SOUND = """\
format: 1
id: m
title: "A question"
source: "own"
opens: client
you_are: "Sam"
briefing: "Somebody writes."
client: {alias: "mika"}
states:
  - id: hello
    stage: contact
    turns:
      - when: {any: [self_introduction]}
        to: end
    otherwise:
      - client: ["what?"]
endings:
  - {id: end, kind: reached, debrief: "d"}
"""

LINE_KEYS = "write one of asks, cue, from, needs, text, variants, where"

MISTAKES = {
    "states without dashes": (
        ("  - id: hello", "    id: hello"),
        ["10:5: states: a block of keys cannot stand here; write a list: begin each of its entries with a dash"],
    ),
    "a text in place of a list of texts": (
        ('["what?"]', '"what?"'),
        [
            '16:17: hello.otherwise[0].client: "what?" cannot stand here; '
            "write a list: put it in [ ], or begin each text with a dash"
        ],
    ),
    "texts on lines of their own, without dashes": (
        ('["what?"]', "\n          hi\n          you"),
        [
            '17:11: hello.otherwise[0].client: "hi you" cannot stand here; '
            "write a list: put it in [ ], or begin each text with a dash"
        ],
    ),
    "names in a row without brackets": (
        ("{any: [self_introduction]}", "\n          any: self_introduction, greeting"),
        [
            '14:16: hello.turns[0].when.any: "self_introduction, greeting" cannot stand here; '
            "write a list, such as [self_introduction, greeting]"
        ],
    ),
    "names in a row in braces, without brackets": (
        ("{any: [self_introduction]}", "{any: self_introduction, greeting}"),
        [
            '13:21: hello.turns[0].when.any: "self_introduction" cannot stand here; '
            "write a list, such as [self_introduction]",
            '13:40: hello.turns[0].when.greeting: there is no key "greeting" here; '
            "write one of the 30 there are; where it belongs to a list before it, put that list in [ ]",
        ],
    ),
    "a text with a colon in it": (
        ('["what?"]', "[one thing: what]"),
        [
            '16:18: hello.otherwise[0].client[0].one thing: there is no key "one thing" here; '
            f"{LINE_KEYS}; where all of it is one text, put it in quotes"
        ],
    ),
    "a key beside the one it belongs into": (
        ("{any: [self_introduction]}", "\n        any: [self_introduction]"),
        [
            "13:14: hello.turns[0].when: nothing stands here; "
            "write a block of keys below it, indented more, or leave the key out",
            '14:9: hello.turns[0].any: there is no key "any" here; '
            "it belongs into when; indent it like the lines there",
        ],
    ),
    "a key in the first column": (
        ("    otherwise:", "otherwise:"),
        ['15:1: otherwise: there is no key "otherwise" here; it belongs into states; indent it like the lines there'],
    ),
    "a word in place of a block": (
        ("endings:", "criteria: {two-ways: off}\nendings:"),
        [
            '17:22: criteria.two-ways: "off" cannot stand here; write a block of keys '
            "(matters, reason, suspended_by_danger)"
        ],
    ),
    "a sentence in place of a condition": (
        ("{any: [self_introduction]}", '"says who he is"'),
        ['13:15: hello.turns[0].when: "says who he is" cannot stand here; write a block of keys, such as {any: [ACT]}'],
    ),
    "a condition without its colon": (
        ("{any: [self_introduction]}", "trust_at_least 3"),
        [
            '13:15: hello.turns[0].when: "trust_at_least 3" cannot stand here; '
            "write a block of keys, such as {trust_at_least: 3}"
        ],
    ),
    "a number in quotes where only the number can stand": (
        ("format: 1", 'format: "1"'),
        ['1:9: format: "1" cannot stand here; write it without quotes'],
    ),
    "a number in place of a text": (
        ('"A question"', "2024"),
        ['3:8: title: 2024 cannot stand here; put it in quotes: "2024"'],
    ),
    "a time that reads as a number": (
        ('"what?"', "6.30"),
        ["16:18: hello.otherwise[0].client[0]: 6.3 cannot stand here; put it in quotes, or write a block of keys"],
    ),
    "words in place of a number": (
        ("        to: end", "        to: end\n        trust: two"),
        ['15:16: hello.turns[0].trust: "two" cannot stand here; write a whole number'],
    ),
    "another word than true or false": (
        ("states:", 'topics: [{id: x, asked_as: ["how"], says: ["ok"], danger: maybe}]\nstates:'),
        ['9:59: x.danger: "maybe" cannot stand here; write true or false'],
    ),
}


@pytest.mark.parametrize(("change", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_what_would_mend_it(change: tuple[str, str], told: list[str]) -> None:
    assert change[0] in SOUND
    problems = build(read_bytes(SOUND.replace(*change, 1).encode(), "a"), Scenario).problems
    assert [str(problem).rpartition(" [")[0] for problem in problems] == [f"a:{one}" for one in told]


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "12:30", "2024-01-01", "don't know", "what?"])
def test_words_that_are_texts_need_no_quotes(word: str) -> None:
    loaded = build(read_bytes(SOUND.replace('"what?"', word).encode(), "a"), Scenario)
    assert loaded.problems == ()
    assert loaded.needed().states[0].otherwise[0].client[0].text == word


@pytest.mark.parametrize("word", ["yes", "true", "on"])
def test_a_yes_means_true_where_true_or_false_is_wanted(word: str) -> None:
    topic = f'topics: [{{id: x, asked_as: ["how"], says: ["ok"], danger: {word}}}]\nstates:'
    assert build(read_bytes(SOUND.replace("states:", topic, 1).encode(), "a"), Scenario).needed().topics[0].danger
