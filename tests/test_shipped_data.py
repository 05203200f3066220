"""Everything that ships proves itself: it lints clean, its examples hold, its walks hold and reach all of it."""

import pytest

from simulator.authoring.fit import fingerprint, without_cues
from simulator.authoring.lint import lint
from simulator.authoring.walk import Walker
from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.coder.scenario_reader import Here, ScenarioReader
from simulator.library import Library
from simulator.loader.codebook_reader import read_codebook
from simulator.loader.codebook_sources import codebook_sources
from simulator.loader.coded_lines import load_coded
from simulator.loader.packs import packs, shipped, walks_beside, yaml_files
from simulator.loader.walk_file import load_walks
from simulator.model.codebook import ActDefinition, Codebook, CueDefinition, Example
from simulator.model.coded import CodedMessage, CodedTurn, Ways
from simulator.model.transcript import Cue
from simulator.script import Script

RUBRICS = shipped() / "rubrics"
ACTS = [path.stem for path in yaml_files(RUBRICS / "codebook" / "en")]
CUES = [path.stem for path in yaml_files(RUBRICS / "cues" / "en")]
SCENARIOS = sorted(packs().scenarios())

LEAST_HITS, LEAST_MISSES = 40, 25


@pytest.fixture(scope="module")
def with_examples() -> Codebook:
    sources = codebook_sources(RUBRICS, "en")
    assert sources is not None
    return read_codebook(sources).needed()


@pytest.fixture(scope="module")
def acts(with_examples: Codebook) -> dict[str, ActDefinition]:
    return {act.act: act for act in with_examples.acts}


@pytest.fixture(scope="module")
def cues(with_examples: Codebook) -> dict[str, CueDefinition]:
    return {cue.cue: cue for cue in with_examples.cues}


@pytest.mark.slow
def test_everything_that_ships_lints_clean() -> None:
    assert [str(problem) for problem in lint((), packs())] == []


@pytest.mark.parametrize("act", ACTS)
def test_acts_are_found_in_their_hits_and_not_in_their_misses(
    act: str, acts: dict[str, ActDefinition], coder: Coder
) -> None:
    one = acts[act]
    assert len(one.hits) >= LEAST_HITS
    assert len(one.misses) >= LEAST_MISSES
    readings = {example: coder.read(example.text, Context(example.client)) for example in (*one.hits, *one.misses)}
    for example, reading in readings.items():
        for found in (*reading.acts, *reading.unsure):
            assert 0 <= found.start < found.end <= len(example.text), (example.text, found)
            assert example.text[found.start : found.end].strip() == example.text[found.start : found.end]
    assert [hit.text for hit in one.hits if act not in readings[hit].act_ids] == [], "missed"
    assert [miss.text for miss in one.misses if act in readings[miss].act_ids] == [], "false alarms"


@pytest.mark.parametrize("cue", CUES)
def test_cues_are_found_in_their_hits_and_not_in_their_misses(
    cue: str, cues: dict[str, CueDefinition], coder: Coder, client_reader: ClientReader
) -> None:
    one = cues[cue]

    def read(example: Example) -> tuple[Cue, ...]:
        asked = coder.read("".join(example.counselor[-1:]))
        return client_reader.cues(example.text, asked)

    assert len(one.hits) >= LEAST_HITS
    assert len(one.misses) >= LEAST_MISSES
    missed, false_alarms = [], []
    for hit in one.hits:
        found = read(hit)
        assert all(0 <= f.start < f.end <= len(hit.text) for f in found), hit.text
        if not any(f.cue == cue and hit.feels in (None, f.feels) for f in found):
            missed.append(hit.text)
    for miss in one.misses:
        if any(f.cue == cue and miss.feels in (None, f.feels) for f in read(miss)):
            false_alarms.append(miss.text)
    assert missed == []
    assert false_alarms == []


def test_the_weights_are_those_of_these_examples(with_examples: Codebook) -> None:
    turns = load_coded(RUBRICS / "model" / "en.turns.jsonl", CodedTurn, ACTS).needed()
    messages = load_coded(RUBRICS / "model" / "en.messages.jsonl", CodedMessage, CUES).needed()
    ways = load_coded(RUBRICS / "model" / "en.ways.jsonl", Ways).needed()
    assert turns
    assert messages
    assert ways
    assert with_examples.weights is not None
    assert with_examples.cue_weights is not None
    assert with_examples.senses is not None
    assert with_examples.weights.fitted_on == fingerprint(without_cues(with_examples), turns), "run rehearse fit"
    assert with_examples.cue_weights.fitted_on == fingerprint(with_examples, messages), "run rehearse fit"
    assert with_examples.senses.fitted_on == fingerprint(without_cues(with_examples), ways), "run rehearse fit"


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_walks_hold_and_reach_everything(scenario: str, library: Library) -> None:
    frozen = library.frozen(scenario)
    readers = library.readers(frozen.scenario.language)
    path = walks_beside(library.scenario_path(scenario))
    walks = load_walks(path, path.name, frozen.scenario, library.known()).needed().walks
    walker = Walker(Script(frozen.scenario, readers), frozen.rubric)
    failures = [failure for walk in walks for failure in walker.run(walk).failures]
    assert failures == []
    assert walker.coverage.missing == []
    assert walker.coverage.parts
    assert {walk.style for walk in walks} >= {"skilled", "clumsy", "misstep", "source"}


DIRECTLY = ("I'd like to ask you something directly: {}", "May I ask you something hard? {}", "It is ok to say yes. {}")
DANGERS = ("do you think about killing yourself?", "do you want to die?", "is somebody hurting you?")


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_leads_up_to_a_question_after_danger_asks_about_nothing(scenario: str, library: Library) -> None:
    frozen = library.frozen(scenario)
    reader = ScenarioReader(library.readers(frozen.scenario.language).coder, frozen.scenario)
    for danger in DANGERS:
        alone = reader.read(danger, Context(), Here())
        for lead in DIRECTLY:
            heard = reader.read(lead.format(danger), Context(), Here())
            assert "risk_question" in heard.act_ids
            assert [one.topic for one in heard.topics] == [one.topic for one in alone.topics], lead.format(danger)


LEAVE_TO_TELL = (
    "May I tell you what I know about both ways?",
    "Would you like me to tell you what I know?",
    "May I tell you a bit about me?",
    "Is it ok if I tell you what I know?",
    "Shall I tell you how it works?",
)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_who_asks_for_leave_to_tell_asks_about_nothing(scenario: str, library: Library) -> None:
    frozen = library.frozen(scenario)
    reader = ScenarioReader(library.readers(frozen.scenario.language).coder, frozen.scenario)
    asked = [topic.topic for text in LEAVE_TO_TELL for topic in reader.read(text, Context(), Here()).topics]
    assert asked == []


def test_a_question_beside_what_may_be_meant_as_danger_is_answered(library: Library) -> None:
    frozen = library.frozen("rehab-or-ost")
    reader = ScenarioReader(library.readers(frozen.scenario.language).coder, frozen.scenario)
    heard = reader.read("how old is mitya? and is he with you?", Context(), Here())
    assert [one.topic for one in heard.topics] == ["son", "where-mitya"]


def test_there_is_something_to_test() -> None:
    assert len(ACTS) == 51
    assert len(CUES) == 17
    assert {"anonymous-contact", "ira-hiv-test"} <= set(SCENARIOS)
    assert list(RUBRICS.rglob("*.yml")) == []
