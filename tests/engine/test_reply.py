"""Which lines are said beside topics, and where a question finds nothing to tell."""

from typing import Any

import pytest
from written_scenario import Play, scenario

from simulator.model.transcript import Act, Answered, Asked, Evidence, Given, Move, Reading

ASKS_BACK = {"text": "and you?", "asks": {"id": "back"}}


def said(*row: str) -> Reading:
    """A turn that says this one after the other: acts, `topic:`, `fact:`, `move:`, `answer:`; `?`, `act?`, `move:x?`.

    A question mark is a question on nothing the client can tell, where a name stands before it also that act or move.
    """
    found: dict[str, list[Any]] = {"acts": [], "topics": [], "facts": [], "moves": [], "answers": [], "unheard": []}
    for at, one in enumerate(row):
        kind, _, name = one.rstrip("?").rpartition(":")
        span = {"start": 10 * at, "end": 10 * at + 9, "by": "test"}
        if one.endswith("?"):
            found["unheard"].append(Evidence(**span))
        match kind:
            case "topic":
                found["topics"].append(Asked(topic=name, **span))
            case "fact":
                found["facts"].append(Given(fact=name, **span))
            case "move":
                found["moves"].append(Move(move=name, **span))
            case "answer":
                found["answers"].append(Answered(question=name, **span))
            case _ if name:
                found["acts"].append(Act(act=name, **span))
    return Reading(**found)


def play(**more: Any) -> Play:
    rows = [
        {"when": {"any": ["hello"]}, "to": "one", "client": ["again hello"]},
        {"when": {"any": ["rude"]}, "trust": -1, "client": ["hey"]},
        {"when": {"move": ["offer"]}, "client": ["yes please"]},
        {"when": {"fact": ["news"]}, "client": ["i did not know"]},
        {"when": {"any": ["offer"]}, "client": ["sure", ASKS_BACK]},
        {"when": {"answers": ["police"]}, "client": ["good"]},
        {"when": {"any": ["kind"]}, "trust": 1, "client": ["thanks"]},
        {"when": {"move": ["wish"]}, "client": ["i wish that"]},
        {"when": {"move": ["promise"]}, "client": ["good", {"text": "ten is fine", "needs": {"move": ["time"]}}]},
        {"when": {"move": ["time"]}, "client": ["at ten"]},
    ]
    topics = [{"id": name, "asked_as": ["x"], "says": [f"{name} told"]} for name in "ab"]
    states = [{"id": "one", "stage": "contact", "turns": rows, "otherwise": [{"client": ["huh"], "trust": -1}]}]
    return Play(scenario(client={"alias": "k", "unanswered": ["dunno"], **more}, topics=topics, states=states))


SAYS = [
    (("kind",), ["thanks"], "a kind word alone"),
    (("kind", "topic:a"), ["a told"], "beside a topic it is kept to oneself"),
    (("topic:a", "kind"), ["a told"], "whatever came first"),
    (("kind", "?"), ["dunno"], "and gives way to a question left open"),
    (("kind?",), ["thanks"], "but not where it is itself the question"),
    (("kind", "topic:a", "?"), ["a told"], "one answer is enough"),
    (("?",), ["dunno"], "nothing to tell"),
    (("rude", "topic:a"), ["hey", "a told"], "what hurts is said, in the order of the turn"),
    (("topic:a", "rude"), ["a told", "hey"], "the other way round"),
    (("rude", "?"), ["hey"], "who is hurt owes no answer"),
    (("fact:news", "topic:a", "topic:b"), ["i did not know", "a told", "b told"], "what was told is reacted to"),
    (("topic:a", "fact:news"), ["a told", "i did not know"], "after what was asked before it"),
    (("move:offer", "?"), ["yes please"], "an offer may be what the question is about"),
    (("move:offer", "topic:a"), ["a told"], "but beside a topic there is one answer"),
    (("move:offer?", "topic:a"), ["yes please", "a told"], "unless the offer is asked"),
    (("fact:news", "move:wish?"), ["i did not know", "i wish that"], "news, and an answer to what is offered"),
    (("fact:news", "move:wish", "?"), ["i did not know"], "which has to be asked"),
    (("kind", "move:wish?"), ["i wish that"], "a kind word gives way to that"),
    (("kind", "topic:a", "move:wish?"), ["a told", "i wish that"], "what is asked twice is answered twice"),
    (("hello", "move:wish?"), ["again hello"], "what leads on stands alone"),
    (("move:offer", "move:wish?"), ["yes please", "i wish that"], "an offer is more than a kind word"),
    (("move:promise", "move:time?"), ["good", "ten is fine"], "and a line of its own may know the other"),
    (("move:time?",), ["at ten"], "which is answered once"),
    (("fact:news", "?"), ["i did not know"], "news is answer enough"),
    (("offer", "topic:a"), ["a told", "sure", "and you?"], "what asks back comes last"),
    (("offer", "?"), ["sure", "and you?"], "and is answer enough"),
    (("hello", "topic:a"), ["a told", "again hello"], "so does what leads on"),
    (("hello", "?"), ["again hello"], "and is answer enough, too"),
]


@pytest.mark.parametrize(("turn", "says", "why"), SAYS, ids=[" ".join(row[0]) for row in SAYS])
def test_lines_of_a_reaction_beside_questions(turn: tuple[str, ...], says: list[str], why: str) -> None:
    assert play().read(said(*turn)) == says, why


def test_a_kind_word_counts_although_nothing_is_said_to_it() -> None:
    talk = play()
    talk.read(said("kind", "topic:a"))
    talk.read(said("kind", "?"))
    assert talk.standing.trust == 2


def test_a_question_without_an_answer_is_no_reason_to_leave() -> None:
    talk = play()
    assert [talk.read(said("?")) for _ in range(3)] == [["dunno"]] * 3
    assert talk.outcome.matched
    assert (talk.standing.trust, talk.standing.unmatched_in_state) == (0, 0)


def test_a_second_such_question_at_once_is_answered_otherwise() -> None:
    talk = play(unanswered_again=["dunno either"])
    turns = ("?", "?", "?", "topic:a", "?", "kind", "?")
    says = [talk.read(said(turn)) for turn in turns]
    assert says == [["dunno"], ["dunno either"], ["dunno either"], ["a told"], ["dunno"], ["thanks"], ["dunno"]]


def test_without_a_line_for_it_a_question_is_what_otherwise_is_for() -> None:
    talk = play(unanswered=[])
    assert talk.read(said("?")) == ["huh"]
    assert talk.read(said("kind", "?")) == ["thanks"]


def test_what_was_told_before_is_no_news() -> None:
    talk = play()
    assert talk.read(said("fact:news")) == ["i did not know"]
    assert talk.read(said("fact:news")) == ["huh"]


def test_a_settled_question_is_not_asked_again() -> None:
    police = {"text": "police?", "asks": {"id": "police"}}
    rows = [{"when": {"any": ["kind"]}, "client": ["hm", police]}]
    talk = Play(scenario(states=[{"id": "one", "stage": "contact", "client": [police], "turns": rows}]))
    assert talk.turn("kind") == ["hm", "police?"]
    talk.turn(answers=["police"])
    assert talk.turn("kind") == ["hm"]
