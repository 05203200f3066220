"""Statements that a learning record store takes, and keeps once."""

import json
import re
from uuid import UUID

import pytest
from exported_debrief import NASTY, debrief

from simulator.exporting.to_xapi import HOME, to_xapi

IRI = re.compile(r"https?://\S+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
DURATION = re.compile(r"PT\d+(\.\d+)?S")


def statements(*debriefs, home: str = HOME) -> list[dict]:
    return json.loads(to_xapi(debriefs, home))


def by_verb(rows: list[dict]) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for row in rows:
        found.setdefault(row["verb"]["id"].rsplit("/", 1)[1], []).append(row)
    return found


@pytest.mark.parametrize("words", NASTY)
def test_every_statement_is_valid(words):
    for row in statements(debrief(words)):
        assert UUID(row["id"]).version == 5
        assert row["actor"] == {"objectType": "Agent", "account": {"homePage": HOME, "name": "K7"}}
        assert row["verb"]["id"].startswith("http://adlnet.gov/expapi/verbs/")
        assert row["object"]["objectType"] == "Activity"
        assert IRI.fullmatch(row["object"]["id"])
        assert IRI.fullmatch(row["object"]["definition"]["type"])
        assert MOMENT.fullmatch(row["timestamp"])
        assert UUID(row["context"]["registration"])
        assert set(row) == {"id", "actor", "verb", "object", "result", "context", "timestamp"}
        result = row["result"]
        assert set(result) <= {"score", "response", "extensions", "completion", "duration"}
        assert all(IRI.fullmatch(key) for key in result.get("extensions", {}))
        if "score" in result:
            assert -1 <= result["score"]["scaled"] <= 1
            assert result["score"]["min"] <= result["score"]["raw"] <= result["score"]["max"]
        if "duration" in result:
            assert DURATION.fullmatch(result["duration"])
        for activities in row["context"]["contextActivities"].values():
            assert all(IRI.fullmatch(one["id"]) for one in activities)


def test_every_turn_and_every_finding_is_a_statement(judged):
    rows = by_verb(statements(judged))
    assert {verb: len(found) for verb, found in rows.items()} == {
        "responded": 1,
        "scored": 2,
        "answered": 1,
        "completed": 1,
    }
    assert rows["responded"][0]["result"]["response"] == "hello"
    assert rows["responded"][0]["timestamp"] == "2026-01-01T10:01:01.500Z"
    scored, unsure = rows["scored"]
    assert (scored["result"]["score"]["scaled"], "score" in unsure["result"]) == (0.5, False)
    assert scored["object"]["id"].endswith("/rubrics/peer-counseling/criteria/open-questions")


def test_what_says_the_same_has_the_same_id(judged):
    ids = [row["id"] for row in statements(judged)]
    assert ids == [row["id"] for row in statements(judged)]
    assert len(set(ids)) == len(ids)
    other = [row["id"] for row in statements(debrief("other words"))]
    assert ids[0] != other[0]


def test_a_stopped_talk_is_terminated_and_not_scored():
    rows = by_verb(statements(debrief(stopped=True)))
    assert set(rows) == {"responded", "answered", "terminated"}
    assert rows["terminated"][0]["result"]["completion"] is False


def test_a_talk_of_weeks_has_a_duration_in_whole_seconds(judged):
    weeks = judged.model_copy(update={"header": judged.header.model_copy(update={"seconds": 1_234_567.8})})
    assert statements(weeks)[-1]["result"]["duration"] == "PT1234567S"


def test_a_service_has_its_own_place(judged):
    rows = statements(judged, home="https://lrs.example.org/")
    assert {row["actor"]["account"]["homePage"] for row in rows} == {"https://lrs.example.org"}
    assert all(row["object"]["id"].startswith("https://lrs.example.org/") for row in rows)
