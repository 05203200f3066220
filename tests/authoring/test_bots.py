"""Bot trainees: what a step waits for, what a line is filled with, and that a talk is the same for the same seed."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from simulator.authoring.bot_ranking import Record, broken, record
from simulator.authoring.bot_sight import Sight, ways_on
from simulator.authoring.bot_standstill import standstills
from simulator.authoring.bot_voice import Speech, Voice
from simulator.authoring.bots import LOOP, MOST_TURNS, Play, Trainee, loop_in, play, with_borrowed
from simulator.library import Library
from simulator.loader.bots_file import bots_path, load_bots
from simulator.model.bots import Bot, BotFile, BotStep
from simulator.model.debrief import LevelName
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.model.transcript import Message, Transcript, Turn
from simulator.readers import Readers
from simulator.script import Script
from simulator.session import Session

EXAMPLE = Path(__file__).parents[2] / "docs" / "example" / "first-visit.yaml"
BOTS = (
    "skilled",
    "clumsy",
    "advice-giver",
    "interrogator",
    "preacher",
    "silent",
    "keyword-stuffer",
    "warm-but-unsafe",
)

SMALL: dict[str, Any] = {
    "format": 1,
    "id": "small",
    "title": "t",
    "source": "test",
    "opens": "client",
    "you_are": "y",
    "briefing": "b",
    "client": {"alias": "k", "calls_self": "call me Mo"},
    "stages_needed": ["contact", "request"],
    "topics": [
        {"id": "since", "asked_as": ["when did it start", "how did it begin for you"], "says": ["in may"]},
        {"id": "later", "asked_as": ["what are you afraid of"], "says": ["of him"], "needs": {"trust_at_least": 5}},
    ],
    "facts": [{"id": "free", "fact": "It is free.", "given_as": ["it costs nothing at all here"], "source": "s"}],
    "moves": [{"id": "nods", "said_as": ["go on"]}],
    "states": [
        {
            "id": "one",
            "stage": "contact",
            "client": ["i cannot sleep since monday", "are you police?"],
            "turns": [
                {"when": {"any": ["judgment"]}, "to": "gone"},
                {"when": {"any": ["farewell"], "trust_at_least": 9}, "to": "end"},
                {"when": {"any": ["farewell"]}, "to": "end"},
            ],
            "otherwise": [{"client": ["what do you mean?"]}],
            "silence": [{"after_seconds": 600, "to": "gone"}],
        }
    ],
    "endings": [{"id": "end", "kind": "reached", "debrief": "d"}, {"id": "gone", "kind": "broken_off", "debrief": "d"}],
}
LINES = {
    "a": ("first a", "second a"),
    "b": ("first b", "second b"),
    "once": ("only once",),
    "farewell": ("goodbye",),
}
ASKS = {
    "text": "are you police?",
    "asks": {"id": "police", "answered_by": ["role_boundary"], "answered_as": ["no police here"]},
}


@pytest.fixture(scope="module")
def shipped(library: Library) -> BotFile:
    path = bots_path(library.packs, "en")
    assert path is not None
    return load_bots(path, str(path), library.known()).needed()


@pytest.fixture(scope="module")
def english(shipped: BotFile, library: Library) -> Speech:
    readers = library.readers("en")
    return Speech(readers.codebook.language, shipped.turned, readers.coder)


@pytest.fixture(scope="module")
def example(library: Library) -> Script:
    readers = library.readers("en")
    return Script(library.scenario(str(EXAMPLE)), readers)


@pytest.fixture
def small(small_readers: Readers) -> Script:
    return script(small_readers)


def script(readers: Readers, **changes: Any) -> Script:
    return Script(Scenario.model_validate({**SMALL, **changes}), readers)


def speech(readers: Readers) -> Speech:
    return Speech(readers.codebook.language, {"i": "you", "my": "your"}, readers.coder)


def bot(*plan: dict[str, Any], **more: Any) -> Bot:
    steps = tuple(BotStep.model_validate(step) for step in plan)
    return Bot.model_validate({"id": "b", "about": "x", "plan": steps, "lines": LINES, **more})


def said(one: Bot, on: Script, readers: Readers, turns: int) -> list[str]:
    """The purpose of each turn, by its last word; "-" for a wait, "" where the bot has nothing left."""
    session = Session(on, 1)
    trainee = Trainee(one, on, speech(readers), Random(1))
    found: list[str] = []
    for _ in range(turns):
        before = len(session.turns)
        if not trainee.goes_on(session):
            return [*found, ""]
        found.append(session.turns[-1].text.split()[-1] if len(session.turns) > before else "-")
    return found


PLANS: list[Any] = [
    pytest.param([{"say": "a"}, {"say": "b"}], ["a", "a", "b", "b", ""], id="no line is said twice"),
    pytest.param([{"say": "a", "times": 1}, {"say": "b"}], ["a", "b", "b", ""], id="so many times"),
    pytest.param([{"say": "a", "gap": 1}, {"say": "b"}], ["a", "b", "a", "b"], id="turns between"),
    pytest.param([{"say": "a", "from_turn": 2}, {"say": "b"}], ["b", "a"], id="from a turn on"),
    pytest.param([{"say": "a", "until_turn": 1}, {"say": "b"}], ["a", "b"], id="up to a turn"),
    pytest.param([{"say": "a", "after": "b"}, {"say": "b"}], ["b", "a"], id="after something else"),
    pytest.param([{"say": "a", "opens": "counselor"}, {"say": "b"}], ["b"], id="only where the counselor opens"),
    pytest.param([{"say": "a", "opens": "client"}, {"say": "b"}], ["a"], id="only where the client opens"),
    pytest.param([{"say": "a", "stage": "options"}, {"say": "b"}], ["b"], id="not where the stage is not needed"),
    pytest.param([{"say": "a", "stage": "request"}, {"say": "b"}], ["a"], id="where the stage is needed"),
    pytest.param([{"say": "a", "where": "group"}, {"say": "b"}], ["b"], id="only in a group"),
    pytest.param([{"say": "a", "cues": "insult"}, {"say": "b"}], ["b"], id="not without the cue"),
    pytest.param(
        [{"say": "a", "cues": "direct_question"}, {"say": "b"}], ["a", "a"], id="with the cue, as long as it comes"
    ),
    pytest.param(
        [{"say": "a", "until": "insult", "times": 1}, {"say": "b", "after": "a"}], ["a", "b"], id="given up in the end"
    ),
    pytest.param([{"say": "a", "until": "direct_question"}, {"say": "b"}], ["a", "b"], id="done once the cue comes"),
    pytest.param(
        [{"say": "a", "until": "insult"}, {"say": "b", "after": "a"}], ["a", "a", ""], id="not done without the cue"
    ),
    pytest.param([{"wait": 5, "gap": 1}, {"say": "b"}], ["-", "b", "-", "b"], id="waiting is a step"),
    pytest.param([{"say": ["b", "a"]}], ["a", "a", ""], id="purposes in a row"),
    pytest.param(
        [{"say": ["a", "once"]}, {"say": "b"}], ["once", "b"], id="without the last of a row it is passed over"
    ),
    pytest.param([{"say": ["once", "a"]}], ["a", "a", ""], id="what is left of a row is said"),
    pytest.param(
        [{"say": ["farewell"], "onward": True}, {"say": "a"}], ["goodbye"], id="what leads on to a reached ending"
    ),
    pytest.param([{"say": ["b"], "onward": True}, {"say": "a"}], ["a"], id="nothing to lead on with"),
]


@pytest.mark.parametrize(("plan", "wanted"), PLANS)
def test_the_first_step_that_applies_is_taken(
    plan: list[dict[str, Any]], wanted: list[str], small_readers: Readers
) -> None:
    assert said(bot(*plan), script(small_readers), small_readers, len(wanted)) == wanted


SLOTS: list[Any] = [
    pytest.param("{topic}", "open", "How did it begin for you?", id="an open question on a topic"),
    pytest.param("{topic}", "closed", "When did it start?", id="a closed one"),
    pytest.param("{fact}.", "any", None, id="no fact that is not needed here"),
    pytest.param("so {said}", "any", "So you cannot sleep since monday", id="what the client said, said back"),
    pytest.param("{told}", "any", "You cannot sleep since monday", id="what the client told so far"),
    pytest.param("{answer}.", "any", "No police here.", id="the answer to an open question"),
    pytest.param("{name}", "any", None, id="no name before there is one"),
    pytest.param("{feeling}", "any", None, id="no feeling where none is shown"),
    pytest.param("{move}", "any", None, id="no move where none leads on"),
    pytest.param("hello", "any", "hello", id="a line as it stands"),
]


@pytest.mark.parametrize(("line", "wordings", "wanted"), SLOTS)
def test_a_line_is_filled_from_scenario_and_talk(
    line: str, wordings: str, wanted: str | None, small_readers: Readers
) -> None:
    states = [{**SMALL["states"][0], "client": ["i cannot sleep since monday", ASKS]}]
    on = script(small_readers, states=states)
    sight = Sight(on, Session(on, 1), ways_on(on.scenario))
    voice = Voice(bot(lines={"x": (line,)}), speech(small_readers), Random(1))
    step = BotStep.model_validate({"say": "x", "wordings": wordings})
    assert voice.say("x", step, sight) == wanted
    assert voice.say("x", step, sight) is None


def test_a_bot_that_asks_for_a_private_chat_writes_there_from_then_on(small_readers: Readers) -> None:
    on = script(small_readers, channel={"kind": "group"})
    one = bot({"say": "a", "where": "group", "writes": "dm"}, {"say": "b"})
    turns = play(on, one, speech(small_readers), 1).transcript.turns
    assert [(turn.text[-1], turn.where) for turn in turns] == [("a", "group"), ("b", "dm"), ("b", "dm")]


def test_a_needed_fact_is_offered_until_it_was_given(small_readers: Readers) -> None:
    on = script(small_readers, facts=[{**SMALL["facts"][0], "needed": True}])
    session = Session(on, 1)
    assert [fact.id for fact in Sight(on, session, {}).facts] == ["free"]
    session.answer(session.hear("it costs nothing at all here", "dm", 0))
    assert Sight(on, session, {}).facts == []


def test_a_topic_is_offered_when_it_could_be_told_and_was_not_asked(small: Script) -> None:
    session = Session(small, 1)
    assert [topic.id for topic in Sight(small, session, {}).topics] == ["since"]
    session.answer(session.hear("when did it start?", "dm", 0))
    assert Sight(small, session, {}).topics == []


def test_what_is_said_of_the_reader_is_not_said_back(small_readers: Readers) -> None:
    states = [{**SMALL["states"][0], "client": ["i think you are a bit strange", "i sleep badly"]}]
    on = script(small_readers, states=states)
    voice = Voice(bot(lines={"x": ("so {said}",)}), speech(small_readers), Random(1))
    assert voice.say("x", BotStep(say=("x",)), Sight(on, Session(on, 1), {})) == "So you sleep badly"


def test_a_question_is_open_until_it_is_answered(small_readers: Readers) -> None:
    turns = [{"when": {"any": ["greeting"]}, "client": [ASKS]}]
    on = script(small_readers, states=[{**SMALL["states"][0], "client": ["hi"], "turns": turns}])
    session = Session(on, 1)
    session.answer(session.hear("hello", "dm", 0))
    asked = Sight(on, session, {}).question
    assert asked is not None
    assert asked.id == "police"
    session.answer(session.hear("i am not police", "dm", 0))
    assert Sight(on, session, {}).question is None


@pytest.mark.parametrize(("trust", "onward"), [(0, 1), (-1, 0)], ids=["free", "at the price of trust"])
def test_the_way_on_costs_no_trust(trust: int, onward: int, small_readers: Readers) -> None:
    turns = [{"when": {"any": ["farewell"]}, "to": "end", "trust": trust}]
    on = script(small_readers, states=[{**SMALL["states"][0], "turns": turns}])
    assert len(Sight(on, Session(on, 1), ways_on(on.scenario)).onward) == onward


def test_the_longer_of_two_keys_turns_the_words(small_readers: Readers) -> None:
    turns = {"i": "you", "i was": "you were", "you": "i", "my": "your"}
    states = [{**SMALL["states"][0], "client": ["i was sure my i'll", "what"]}]
    on = script(small_readers, states=states)
    voice = Voice(bot(lines={"x": ("so {said}",)}), speech(small_readers)._replace(turned=turns), Random(1))
    assert voice.say("x", BotStep(say=("x",)), Sight(on, Session(on, 1), {})) == "So you were sure your i'll"


def test_the_name_is_known_once_the_client_has_said_it(small: Script) -> None:
    session = Session(small, 1)
    session.answer(session.hear("what shall i call you?", "dm", 0))
    assert Sight(small, session, {}).name == "Mo"


def test_words_are_misspelt_by_the_dice(small: Script, small_readers: Readers) -> None:
    one = bot(slips={"you": "u"}, swaps=1.0, lines={"x": ("are you sleeping",)})
    voice = Voice(one, speech(small_readers), Random(1))
    found = voice.say("x", BotStep(say=("x",)), Sight(small, Session(small, 1), {}))
    assert found is not None
    assert found.startswith("are u ")
    assert found != "are u sleeping"
    assert sorted(found) == sorted("are u sleeping")


def test_key_words_come_from_the_scenario(small: Script, small_readers: Readers) -> None:
    voice = Voice(bot(lines={"x": ("{words}",)}), speech(small_readers), Random(1))
    found = voice.say("x", BotStep(say=("x",)), Sight(small, Session(small, 1), {}))
    assert found is not None
    assert set(found.casefold().split()) <= {"start", "begin", "afraid"}


def test_a_borrowed_plan_is_spoken_in_own_lines_where_there_are_any() -> None:
    lender = bot({"say": "a"})
    borrower = Bot(id="c", about="x", borrows="b", lines={"a": ("own a",)})
    file = BotFile(format=1, language="en", bots=(lender, borrower))
    borrowed = with_borrowed(file)[1]
    assert borrowed.plan == lender.plan
    assert borrowed.lines["a"] == ("own a",)
    assert borrowed.lines["b"] == lender.lines["b"]


def test_the_eight_bots_are_there(shipped: BotFile) -> None:
    assert tuple(one.id for one in shipped.bots) == BOTS


@pytest.mark.parametrize("name", BOTS)
def test_a_bot_plays_to_an_end_without_trouble_and_says_nothing_twice(
    name: str, shipped: BotFile, english: Speech, example: Script
) -> None:
    one = next(one for one in with_borrowed(shipped) if one.id == name)
    for seed in (1, 2, 3):
        played = play(example, one, english, seed)
        texts = [turn.text for turn in played.transcript.turns]
        assert played.trouble is None
        assert 0 < len(texts) <= MOST_TURNS
        assert len(set(texts)) == len(texts)


def test_the_same_seed_is_the_same_talk_and_another_is_another(
    shipped: BotFile, english: Speech, example: Script
) -> None:
    one = with_borrowed(shipped)[0]
    assert play(example, one, english, 1).transcript == play(example, one, english, 1).transcript
    assert play(example, one, english, 1).transcript != play(example, one, english, 2).transcript


def test_a_bot_that_never_ends_is_stopped(small: Script, small_readers: Readers) -> None:
    one = bot({"say": "x"}, lines={"x": tuple(f"line {number}" for number in range(99))})
    played = play(small, one, speech(small_readers), 1)
    assert len(played.transcript.turns) == MOST_TURNS


def test_a_crash_is_told_with_the_turns_before_it(
    small: Script, small_readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Session.answer

    def failing(session: Session, heard: Any) -> Turn:
        if len(session.turns) == 1:
            raise ValueError("no such line")
        return answer(session, heard)

    monkeypatch.setattr(Session, "answer", failing)
    one = bot({"say": "a"})
    played = play(small, one, speech(small_readers), 7)
    assert (played.seed, played.trouble) == (7, "ValueError: no such line, in the state one")
    assert len(played.transcript.turns) == 1


@pytest.mark.parametrize(("times", "looped"), [(LOOP, False), (LOOP + 1, True)], ids=["at the bound", "above it"])
def test_a_loop_is_the_same_line_too_often(times: int, looped: bool) -> None:
    again = Message(role="client", sender="k", text="hm?")
    turns = tuple(Turn(number=number + 1, text="x", client=(again,)) for number in range(times))
    assert (loop_in(Transcript(turns=turns)) is not None) == looped
    other = Message(role="client", sender="k", text="and?")
    mixed = tuple(turn.model_copy(update={"client": (again, other)}) for turn in turns)
    assert loop_in(Transcript(turns=mixed)) is None


def test_a_loop_is_told_with_its_state_its_first_turn_and_what_to_do() -> None:
    again = Message(role="client", sender="k", text="hm?")
    first = Turn(number=1, text="x", client=(again.model_copy(update={"text": "hi"}),), state="hello")
    more = (Turn(number=number, text="x", client=(again,), state="stuck") for number in range(2, LOOP + 4))
    told = loop_in(Transcript(turns=(first, *more)))
    assert told == (
        f'the client wrote "hm?" {LOOP + 1} times in a row, in the state stuck, from turn 2 on; '
        "give the line more wordings, or a way on"
    )


# --------------------------------------------------------------------------------------------- standstills
def stuck_in(number: int, *states: str, **more: Any) -> Play:
    turns = (
        Turn(
            number=at, text=f"turn {at}", state=state, trust=at, client=(Message(role="client", sender="k", text="no"),)
        )
        for at, state in enumerate(states, start=1)
    )
    return Play("b", number, Transcript(turns=tuple(turns), **more), None, states[-1] if states else "one")


TWO_STATES = [
    {
        "id": "one",
        "stage": "contact",
        "turns": [{"when": {"any": ["greeting"]}, "to": "two"}, {"when": {"any": ["judgment"]}, "to": "gone"}],
    },
    {"id": "two", "stage": "closing", "turns": [{"when": {"move": "nods"}, "to": "end"}]},
]
WAYS_IN: list[Any] = [
    pytest.param(("one", "one"), 0, "", id="never left"),
    pytest.param(("two", "two"), 1, "turn 1", id="by the first turn"),
    pytest.param(("one", "two", "two"), 2, "turn 2", id="by a later one"),
    pytest.param(("two", "one", "two"), 3, "turn 3", id="entered twice"),
    pytest.param((), 0, "", id="nothing said"),
]


@pytest.mark.parametrize(("states", "turn", "said"), WAYS_IN)
def test_a_talk_that_stays_is_told_with_the_turn_that_led_there(states: tuple[str, ...], turn: int, said: str) -> None:
    (one,) = standstills([stuck_in(3, *states)], Scenario.model_validate({**SMALL, "states": TWO_STATES}))
    assert (one.seed, one.turn, one.said) == (3, turn, said)
    assert one.trust == (len(states) or None)


def test_standstills_are_told_by_state_with_what_leads_on() -> None:
    closing = {"id": "end", "kind": "reached"}
    plays = [stuck_in(1, "two"), stuck_in(2, "one"), stuck_in(3, "one"), stuck_in(4, "two", ending=closing)]
    first, second = standstills(plays, Scenario.model_validate({**SMALL, "states": TWO_STATES}))
    assert (first.state, first.talks, first.seed, first.written) == ("one", 2, 2, "no")
    assert first.onward == ("to two with any: greeting",)
    assert (second.state, second.talks, second.onward) == ("two", 1, ("to end with move: nods",))


# ------------------------------------------------------------------------------------------------- ranking
def stood(one: dict[str, Any], levels: dict[str, list[LevelName]], areas: dict[str, list[LevelName]]) -> Record:
    plays = len(next(iter(areas.values())))
    return Record(Bot.model_validate({"about": "x", **one}), plays, {}, 1.0, 0.0, areas, levels, (), [])


BEST = {"id": "best", "rank": "above"}
OTHER = {"id": "other"}
GOOD: list[LevelName] = ["met", "met", "met"]
POOR: list[LevelName] = ["not_yet", "not_yet", "not_yet"]
MIXED: list[LevelName] = ["met", "not_yet", "not_yet"]
NONE: list[LevelName] = ["not_applicable", "unsure", "not_applicable"]

RARE: list[LevelName] = ["met", *["not_applicable"] * 19]

RANKINGS: list[Any] = [
    pytest.param([(BEST, {}, {"safety": GOOD}), (OTHER, {}, {"safety": POOR})], [], id="above holds"),
    pytest.param(
        [(BEST, {}, {"safety": POOR, "order": GOOD}), (OTHER, {}, {"safety": GOOD, "order": POOR})],
        ["best is not_yet in safety, other met", "best has 2.0 in all areas, other 2.0"],
        id="below in one area",
    ),
    pytest.param(
        [(BEST, {}, {"safety": GOOD}), (OTHER, {}, {"safety": GOOD})],
        ["best has 2.0 in all areas, other 2.0"],
        id="no better than the other",
    ),
    pytest.param(
        [(BEST, {}, {"safety": GOOD, "order": NONE}), (OTHER, {}, {"safety": POOR, "order": GOOD})],
        [],
        id="an area that did not come up counts for neither",
    ),
    pytest.param(
        [(BEST, {}, {"safety": GOOD * 7, "order": POOR * 7}), (OTHER, {}, {"safety": POOR * 7, "order": RARE})],
        [],
        id="an area that came up by chance is not compared",
    ),
    pytest.param(
        [(BEST, {}, {"safety": POOR}), ({"id": "apart", "rank": "apart"}, {}, {"safety": GOOD})],
        [],
        id="whoever stands apart is not compared",
    ),
    pytest.param([({**OTHER, "fails": ["reflects"]}, {"reflects": POOR}, {"order": NONE})], [], id="fails holds"),
    pytest.param([({**OTHER, "fails": ["reflects"]}, {"reflects": NONE}, {"order": NONE})], [], id="never judged"),
    pytest.param(
        [({**OTHER, "fails": ["reflects"]}, {"reflects": MIXED}, {"order": NONE})],
        ["other fails reflects in only 67% of the plays that judge it"],
        id="fails too rarely",
    ),
    pytest.param(
        [({**OTHER, "fails_areas": ["order"]}, {}, {"order": MIXED})],
        ["other fails order in only 67% of the plays that judge it"],
        id="fails an area too rarely",
    ),
    pytest.param(
        [({**OTHER, "meets_nothing": True}, {"introduces-self": MIXED, "does-no-harm": GOOD}, {"order": NONE})],
        ["other meets introduces-self in 33% of its plays"],
        id="meets something it must not, and what doing nothing meets is no matter",
    ),
]


@pytest.mark.parametrize(("rows", "wanted"), RANKINGS)
def test_what_of_the_ranking_does_not_hold(
    rows: list[tuple[Any, Any, Any]], wanted: list[str], library: Library
) -> None:
    records = [stood(*row) for row in rows]
    rubric = library.rubric("peer-counseling")
    named = {name for one in records for name in one.criteria}
    cut = rubric.model_copy(update={"criteria": tuple(c for c in rubric.criteria if c.id in named)})
    assert broken(records, cut) == wanted


def test_plays_are_counted_and_scored(example: Script, shipped: BotFile, english: Speech, library: Library) -> None:
    silent = next(one for one in with_borrowed(shipped) if one.id == "silent")
    plays = [play(example, silent, english, seed) for seed in (1, 2)]
    rubric: Rubric = library.rubric(example.scenario.rubric)
    one = record(silent, [plays[0], plays[1]._replace(trouble="x")], example.scenario, rubric)
    assert sum(one.endings.values()) == one.plays == 2
    assert one.unmatched == 1.0
    assert one.areas["contact"] == POOR[:2]
    assert one.criteria["introduces-self"] == POOR[:2]
    assert [(play_.seed, play_.trouble) for play_ in one.troubles] == [(2, "x")]


def test_a_play_without_an_ending_is_counted_as_such(small: Script, library: Library) -> None:
    plays = [Play("b", 1, Transcript(), None, "one")]
    assert record(bot(), plays, small.scenario, library.rubric("peer-counseling")).endings == {"none": 1}
