"""Examples of what is good that are heard as a move which crosses a criterion."""

from pathlib import Path

from simulator.authoring.lint import lint
from simulator.library import Library

SCENARIO = """format: 1
id: small
title: "t"
source: "test"
opens: client
you_are: "y"
briefing: "b"
client: {alias: "k"}
moves:
  - {id: sends-away, said_as: ["tell the ambulance to turn round"], crosses: does-no-harm}
  - {id: fetches, said_as: ["go and fetch the spray"]}
  - {id: by-order, said_as: ["put him under the cold shower"], with_act: self_introduction, crosses: does-no-harm}
facts:
  - id: call
    fact: "The ambulance comes."
    given_as: ["tell the ambulance where to turn", "the ambulance comes in ten minutes", "go and fetch the spray"]
    source: "test, 2026"
states:
  - id: one
    stage: contact
    client:
      - text: "so what shall i do"
        asks: {id: what, answered_as: ["put him under the cold shower", "turn round the ambulance"]}
    turns: [{when: {move: fetches}, to: end}]
endings: [{id: end, kind: reached, debrief: "d"}]
"""


def test_what_is_to_be_told_and_answered_crosses_nothing(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    told, answered = lint([path], library.packs)
    assert {told.code, answered.code} == {"heard-as-misstep"}
    heard = '"tell the ambulance where to turn" is heard as the move sends-away (line 10), which crosses does-no-harm'
    assert f": call.given_as[0]: {heard}; add it to the `not_as` of the move" in str(told)
    assert ': one.client[0].asks.answered_as[1]: "turn round the ambulance"' in str(answered)
    path.write_text(SCENARIO.replace('turn round"]', 'turn round"], not_as: ["where to turn"]'), encoding="utf-8")
    assert lint([path], library.packs) == (answered,)
