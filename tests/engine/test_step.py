"""One step of a conversation, in the order docs/authoring.md promises."""

from typing import Any

import pytest
from written_scenario import END, Play, scenario

from simulator.engine.standing import left_wrong
from simulator.model.transcript import Given

ASKS = {"text": "are you police?", "asks": {"id": "police", "answered_by": ["role"], "reminder": "you did not say"}}


def state(name: str = "one", **more: Any) -> dict[str, Any]:
    return {"id": name, "stage": "contact", **more}


def topic(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "asked_as": ["x"], "says": [f"{name} told"], **more}


FULL = scenario(
    client={"alias": "k", "calls_self": "call me k", "trust": {"start": 0, "leaves_at": -3, "leaves_to": "gone"}},
    topics=[topic("a", why="a asked"), topic("b", trust=1)],
    states=[
        state(
            turns=[
                {"when": {"any": ["kind"]}, "to": "two", "trust": 2, "client": ["thanks"], "why": "you were kind"},
                {"when": {"any": ["rude"]}, "trust": -3, "client": ["hey"], "why": "you were rude"},
            ],
            otherwise=[{"client": ["?"]}],
        ),
        state("two", client=["welcome to two"]),
    ],
    endings=[END, {"id": "gone", "kind": "broken_off", "says": "k is gone", "debrief": "d"}],
)

ORDER = [
    (("kind",), {}, ["thanks", "welcome to two"], 2),
    (("kind",), {"topics": ["b", "a"]}, ["b told", "a told", "thanks", "welcome to two"], 3),
    (("kind", "address_request"), {"topics": ["a"]}, ["call me k", "a told", "thanks", "welcome to two"], 2),
    (("address_request",), {}, ["call me k"], 0),
    (("rude",), {"topics": ["a"]}, ["a told", "hey", "k is gone"], -3),
    (("rude",), {"topics": ["b"]}, ["b told", "hey"], -2),
    ((), {"topics": ["a"]}, ["a told"], 0),
    ((), {}, ["?"], 0),
    ((), {"topics": ["nowhere"]}, ["?"], 0),
    (("rude", "kind"), {}, ["thanks", "welcome to two"], 2),
]


@pytest.mark.parametrize(("acts", "found", "says", "trust"), ORDER)
def test_topics_come_before_the_first_matching_reaction_and_leaving_last(
    acts: tuple[str, ...], found: dict[str, list[str]], says: list[str], trust: int
) -> None:
    play = Play(FULL)
    assert play.turn(*acts, **found) == says
    assert play.standing.trust == trust == play.outcome.trust_change


def test_reasons_are_told_in_the_same_order() -> None:
    play = Play(FULL)
    play.turn("kind", topics=["a", "b"])
    assert play.outcome.why == ("a asked", "you were kind")


def test_leaving_is_an_ending_and_nothing_is_said_after_it() -> None:
    play = Play(FULL)
    play.turn("rude")
    assert (play.standing.state, play.standing.ended) == ("gone", True)
    assert play.outcome.messages[-1].role == "other"
    assert play.silence(1e9) is None


@pytest.mark.parametrize(("changes", "trust"), [([5], 3), ([-9], -2), ([3, -1], 2), ([-2, 1], -1), ([9, -9, 9], 3)])
def test_trust_stays_in_its_bounds(changes: list[int], trust: int) -> None:
    rows = [{"when": {"any": [f"by{change}"]}, "trust": change} for change in set(changes)]
    play = Play(
        scenario(client={"alias": "k", "trust": {"start": 0, "least": -2, "most": 3}}, states=[state(turns=rows)])
    )
    for change in changes:
        play.turn(f"by{change}")
    assert play.standing.trust == trust


def test_trust_counts_for_what_is_told_in_the_same_turn() -> None:
    """The order is reading, trust, answers: a kind question is answered by the trust it makes."""
    secret = topic("secret", needs={"trust_at_least": 1}, else_says=["why do you ask?"])
    rows = [{"when": {"any": ["kind"]}, "trust": 1}]
    written = scenario(topics=[secret], states=[state(turns=rows)])
    assert Play(written).turn(topics=["secret"]) == ["why do you ask?"]
    assert Play(written).turn("kind", topics=["secret"]) == ["secret told"]


def test_a_topic_is_told_refused_and_told_again() -> None:
    secret = topic("secret", needs={"already": ["kind"]}, else_says=["no"], again_says=["i told you"])
    play = Play(scenario(topics=[secret]))
    assert play.turn(topics=["secret"]) == ["no"]
    assert play.turn("kind", topics=["secret"]) == ["no"], "`already` is what was said before this turn"
    assert play.turn(topics=["secret"]) == ["secret told"]
    assert play.turn(topics=["secret"]) == ["i told you"]
    assert play.turn(topics=["secret"]) == ["i told you"]


def test_a_refused_topic_without_words_for_it_is_met_with_silence() -> None:
    assert Play(scenario(topics=[topic("secret", needs={"turn_at_least": 5})])).turn(topics=["secret"]) == []


def test_what_is_refused_is_not_told_to_what_hangs_on_it() -> None:
    secret = topic("secret", needs={"already": ["kind"]}, else_says=["no"])
    more = topic("more", needs={"topics_told": ["secret"]}, else_says=["more of what"])
    play = Play(scenario(topics=[secret, more]))
    assert play.turn("kind", topics=["secret", "more"]) == ["no", "more of what"]
    assert play.turn(topics=["secret", "more"]) == ["secret told", "more told"]


def test_a_topic_of_another_state_is_not_told_here() -> None:
    play = Play(
        scenario(topics=[topic("a", states=["two"])], states=[state(otherwise=[{"client": ["?"]}]), state("two")])
    )
    assert play.turn(topics=["a"]) == ["?"]
    assert not play.outcome.matched


def test_a_line_is_left_out_while_what_it_needs_does_not_hold() -> None:
    desk = {"text": "so where is that desk", "needs": {"facts_given": ["desk"]}}
    mother = {"text": "my mother does not know", "needs": {"topics_untold": ["mother"]}}
    kind = {"text": "you are kind", "needs": {"trust_at_least": 1}}
    rows = [{"when": {"any": ["go"]}, "trust": 1, "to": "two", "client": ["ok", kind]}]
    says = ["she asks nothing", {"text": "you told me so", "needs": {"facts_given": ["desk"]}}]
    written = scenario(
        topics=[topic("mother", says=says, cue=["feeling"])],
        states=[state(turns=rows), state("two", client=["hm", desk, mother])],
    )
    assert Play(written).turn("go") == ["ok", "you are kind", "hm", "my mother does not know"]
    assert Play(written).turn("go", facts=["desk"], topics=["mother"])[-2:] == ["hm", "so where is that desk"]
    play = Play(written)
    assert play.turn(topics=["mother"]) == ["she asks nothing"]
    assert [cue.cue for cue in play.outcome.messages[0].cues] == ["feeling"]


def test_moves_and_states_are_remembered() -> None:
    again = {"text": "and lend me a pen too", "needs": {"moves_made": ["lends"]}}
    back = {"text": "here we are again", "needs": {"states_entered": ["two"]}}
    rows = [{"when": {"any": ["go"]}, "to": "two"}, {"when": {"any": ["stay"]}, "client": ["well", again, back]}]
    play = Play(scenario(states=[state(turns=rows), state("two", turns=[{"when": {"any": ["go"]}, "to": "one"}])]))
    assert play.turn("stay") == ["well"]
    play.turn(moves=["lends"])
    assert play.turn("stay") == ["well", "and lend me a pen too"]
    play.turn("go")
    play.turn("go")
    assert play.turn("stay") == ["well", "and lend me a pen too", "here we are again"]


def test_what_was_told_wrong_is_remembered_until_it_is_put_right() -> None:
    cold = {"text": "you said cold water", "needs": {"facts_told_wrong": ["shower"]}}
    play = Play(scenario(states=[state(turns=[{"when": {"any": ["stay"]}, "client": ["well", cold]}])]))
    assert play.turn("stay", facts=["shower"]) == ["well"]
    play.turn(wrong=["shower"])
    assert play.turn("stay") == ["well", "you said cold water"]
    assert play.turn("stay", facts=["shower"]) == ["well"]
    assert play.turn("stay", wrong=["shower"]) == ["well", "you said cold water"]


@pytest.mark.parametrize(("order", "stands_wrong"), [((0, 9), False), ((9, 0), True)])
def test_of_right_and_wrong_in_one_turn_what_is_said_last_counts(order: tuple[int, int], stands_wrong: bool) -> None:
    wrong, right = (
        Given(fact="shower", right=is_right, start=start, end=start + 1, by="test")
        for is_right, start in zip((False, True), order, strict=True)
    )
    assert left_wrong(set(), [wrong, right]) == ({"shower"} if stands_wrong else set())


def test_which_questions_were_answered_is_remembered() -> None:
    calm = {"text": "you are no cop, fine", "needs": {"questions_answered": ["police"]}}
    open_ = {"text": "i still wonder", "needs": {"questions_unanswered": ["police"]}}
    rows = [{"when": {"any": ["stay"]}, "client": [calm, open_]}]
    play = Play(scenario(states=[state(client=[ASKS], turns=rows)]))
    assert play.turn("stay")[0] == "i still wonder"
    assert play.turn("stay", answers=["police"]) == ["you are no cop, fine"]
    assert play.turn("stay") == ["you are no cop, fine"]


def test_the_cue_of_a_topic_belongs_to_its_last_bubble() -> None:
    play = Play(scenario(topics=[topic("a", says=["one", {"text": "two", "cue": "feeling"}], cue=["suicide"])]))
    play.turn(topics=["a"])
    assert [[cue.cue for cue in message.cues] for message in play.outcome.messages] == [[], ["feeling", "suicide"]]


def test_a_question_stays_open_until_it_is_answered_and_is_asked_again_once() -> None:
    play = Play(scenario(states=[state(client=[ASKS])]))
    assert play.opening == ["are you police?"]
    assert play.turn("kind") == ["you did not say"]
    assert [question.id for question in play.standing.asked] == ["police"]
    assert play.turn("kind") == []
    assert play.turn("kind", answers=["police"]) == []
    assert play.standing.asked == []


def test_an_answer_in_time_needs_no_reminder_and_is_understood() -> None:
    play = Play(scenario(states=[state(client=[ASKS], otherwise=[{"client": ["?"]}])]))
    assert play.turn(answers=["police"]) == []
    assert play.outcome.matched
    assert play.turn() == ["?"]


def test_a_question_is_not_reminded_of_in_the_turn_it_is_asked_in() -> None:
    play = Play(scenario(states=[state(turns=[{"when": {"any": ["kind"]}, "client": [ASKS]}])]))
    assert play.turn("kind") == ["are you police?"]
    assert play.turn() == ["you did not say"]


def test_a_reminder_comes_where_the_client_is_not_where_the_turn_was_written() -> None:
    play = Play(scenario(states=[state(client=[ASKS], where="dm")]))
    assert play.turn("kind", where="group") == ["you did not say"]
    assert [message.where for message in play.outcome.messages] == ["dm"]


def test_no_reminder_after_the_end() -> None:
    play = Play(scenario(states=[state(client=[ASKS], turns=[{"when": {"any": ["kind"]}, "to": "end"}])]))
    assert play.turn("kind") == []
    assert play.standing.ended


def test_otherwise_escalates_and_its_last_entry_repeats() -> None:
    rows = [{"client": ["?"]}, {"client": ["what?"], "trust": -1}, {"client": ["..."]}]
    play = Play(scenario(states=[state(turns=[{"when": {"any": ["kind"]}}], otherwise=rows)]))
    said = [play.turn(), play.turn("kind"), play.turn(), play.turn(), play.turn(), play.turn()]
    assert said == [["?"], [], ["what?"], ["..."], ["..."], ["..."]]
    assert play.standing.trust == -1


def test_otherwise_begins_anew_in_another_state() -> None:
    rows = [{"client": ["?"]}, {"client": ["??"], "to": "two"}]
    play = Play(scenario(states=[state(otherwise=rows), state("two", otherwise=rows[:1])]))
    assert [play.turn(), play.turn(), play.turn()] == [["?"], ["??"], ["?"]]


def test_no_match_names_what_came_nearest() -> None:
    rows = [{"when": {"all": ["a", "b", "c"]}}, {"when": {"all": ["a", "d"], "unless_already": ["e"]}}]
    play = Play(scenario(states=[state(turns=rows)]))
    play.turn("a")
    assert (play.outcome.matched, play.outcome.nearest) == (False, "one.turns[1] lacks d")
    play.turn("a", "d")
    assert (play.outcome.matched, play.outcome.nearest) == (True, None)


SILENCE = [
    {"after_seconds": 90, "client": ["hello?"], "trust": -1},
    {"after_seconds": 120, "client": ["you there?"]},
    {"after_seconds": 300, "to": "end", "why": "no answer"},
]


def test_silences_come_by_time_one_after_another() -> None:
    play = Play(scenario(states=[state(silence=SILENCE)]))
    assert play.silence(89.9) is None
    assert play.silence(90) == ["hello?"]
    assert play.silence(90) is None
    assert play.silence(10_000) == ["you there?"]
    assert play.outcome.messages[0].at == 120, "when it happened, not when it was looked at"
    assert play.silence(10_000) == []
    assert (play.outcome.why, play.standing.state, play.standing.trust) == (("no answer",), "end", -1)
    assert play.silence(10_000) is None


def test_a_turn_begins_the_silence_anew() -> None:
    play = Play(scenario(states=[state(silence=SILENCE)]))
    assert play.silence(90) == ["hello?"]
    play.turn("kind", at=100)
    assert play.silence(189) is None
    assert play.silence(190) == ["hello?"]


def test_a_state_entered_by_silence_has_all_its_own_silences() -> None:
    first = [{"after_seconds": 60, "client": ["bored"], "to": "two"}]
    second = [{"after_seconds": 30, "client": ["hm"]}, {"after_seconds": 90, "to": "end"}]
    play = Play(scenario(states=[state(silence=first), state("two", silence=second)]))
    times = []
    for _ in range(4):
        if play.silence(1_000) is not None:
            times.append([message.at for message in play.outcome.messages])
    assert times == [[60], [90], []]
    assert play.standing.ended


def test_trust_lost_in_silence_can_make_the_client_leave() -> None:
    trust = {"start": 0, "leaves_at": -1, "leaves_to": "end"}
    play = Play(scenario(client={"alias": "k", "trust": trust}, states=[state(silence=SILENCE)]))
    assert play.silence(90) == ["hello?"]
    assert play.standing.ended


def test_variants_do_not_come_again_before_all_were_used() -> None:
    wordings = ["a", "b", "c", "d"]
    rows = [{"client": [{"variants": wordings}]}]
    seen = {}
    for seed in range(8):
        play = Play(scenario(states=[state(otherwise=rows)]), seed)
        said = [play.turn()[0] for _ in range(8)]
        assert sorted(said[:4]) == sorted(said[4:]) == wordings
        seen[seed] = said
        assert [Play(scenario(states=[state(otherwise=rows)]), seed).turn()[0]] == said[:1]
    assert len({tuple(said) for said in seen.values()}) > 1, "the seed decides"


def test_an_ending_shows_its_notice_and_the_state_its_lines() -> None:
    rows = [{"when": {"any": ["kind"]}, "to": "end", "client": ["bye"]}]
    loud = {**END, "says": "the chat is closed"}
    play = Play(scenario(states=[state(client=["hi", "you"], turns=rows)], endings=[loud]))
    assert play.opening == ["hi", "you"]
    assert play.turn("kind") == ["bye", "the chat is closed"]
    notice = play.outcome.messages[-1]
    assert (notice.role, notice.sender) == ("other", "telegram")


@pytest.mark.parametrize(("kind", "where"), [("private", "dm"), ("group", "group"), ("forum", "group")])
def test_a_talk_begins_where_its_channel_is(kind: str, where: str) -> None:
    assert Play(scenario(channel={"kind": kind})).standing.where == where


def test_group_and_private_chat() -> None:
    """The client answers where the turn was written, unless a line or a state says otherwise."""
    written = scenario(
        channel={"kind": "group"},
        speakers=[{"id": "max", "alias": "Max_77"}],
        states=[
            state(
                turns=[
                    {"when": {"any": ["kind"], "where": "dm"}, "to": "two", "client": ["here then"]},
                    {
                        "when": {"any": ["kind"], "where": "group"},
                        "client": [{"from": "max", "text": "lol"}, {"where": "dm", "text": "psst"}],
                    },
                ]
            ),
            state("two", where="dm", client=["only us"]),
        ],
    )
    play = Play(written)
    play.turn("kind", where="group")
    rows = [(m.role, m.sender, m.where, m.text) for m in play.outcome.messages]
    assert rows == [("other", "Max_77", "group", "lol"), ("client", "k", "dm", "psst")]
    play.turn("kind", where="dm")
    assert [(m.where, m.text) for m in play.outcome.messages] == [("dm", "here then"), ("dm", "only us")]


def test_what_is_asked_before_everybody_is_not_told_once_the_talk_is_private() -> None:
    """The client reacts in private; others answer where the turn was written."""
    loud = {"when": {"any": ["kind"]}, "client": ["not there", {"from": "max", "text": "lol"}]}
    written = scenario(
        channel={"kind": "group"},
        speakers=[{"id": "max", "alias": "Max_77"}],
        topics=[topic("a", trust=-1)],
        states=[state(where="dm", turns=[loud], otherwise=[{"client": ["?"]}])],
    )
    play = Play(written)
    play.turn("kind", topics=["a"], where="group")
    assert [(m.where, m.text) for m in play.outcome.messages] == [("dm", "not there"), ("group", "lol")]
    play.turn(topics=["a"], where="group")
    assert [(m.where, m.text) for m in play.outcome.messages] == [("dm", "?")]
    assert (play.standing.trust, play.standing.topics_told) == (0, set())
    assert play.turn(topics=["a"], where="dm") == ["a told"]


def test_a_name_is_not_told_before_everybody_once_the_talk_is_private() -> None:
    client = {"alias": "k", "calls_self": "call me mia"}
    play = Play(scenario(channel={"kind": "group"}, client=client, states=[state(where="dm")]))
    assert play.turn("address_request", where="group") == []
    assert play.turn("address_request", where="dm") == ["call me mia"]


def test_naming_again_is_shorter() -> None:
    client = {"alias": "k", "calls_self": "call me k", "calls_self_again": ["k, as i said"]}
    play = Play(scenario(client=client))
    assert [play.turn("address_request") for _ in range(3)] == [["call me k"], ["k, as i said"], ["k, as i said"]]
