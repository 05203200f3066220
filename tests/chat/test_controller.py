"""What comes of a trainee's lines, whichever front they were typed in."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.chat.clock import Clock
from simulator.chat.controller import Controller, Status
from simulator.chat.happenings import Bubble, Happenings, Notice
from simulator.chat.help_lines import HelpLines
from simulator.chat.slash import SLASHES

TEA = "We have tea and bread."
END = "The lamp is green tonight."


def texts(happenings: Happenings) -> list[str]:
    return [happening.text for happening in happenings]


def said(happenings: Happenings) -> list[tuple[str, str | None, str]]:
    return [(one.sender, one.place, one.text) for one in happenings if isinstance(one, Bubble)]


def play(controller: Controller, *lines: str) -> Happenings:
    controller.begin()
    return tuple(happening for line in lines for happening in controller.take(line))


def kinds(store, session: str = "k7mq-2xdr") -> list[str]:
    return [event.kind for event in store.events(session)]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("/help", "/wait SECONDS"),
        ("/HELP", "/quit"),
        ("/hint", "making contact"),
        ("/hlep", "did you mean /help?"),
        ("/xyzzy", "/help names them all"),
        ("/xyzzy", "begin it with //"),
        ("/", "/help names them all"),
        ("/wait", "write how many seconds"),
        ("/wait soon", "write how many seconds"),
        ("/wait -5", "write how many seconds"),
        ("/wait nan", "write how many seconds"),
        ("/wait inf", "write how many seconds"),
        ("/wait 1e9", "write how many seconds"),
        ("/group", "there is no group"),
        ("/group hello", "there is no group"),
    ],
)
def test_a_command_is_answered_and_says_nothing_to_the_client(start, store, line, part):
    happenings = play(start(), line)
    assert part in "\n".join(texts(happenings))
    assert said(happenings) == []
    assert kinds(store) == []


@pytest.mark.parametrize(
    ("line", "sent"), [("//help", "/help"), ("//", "/"), ("  hey  ", "hey"), ("half \ud83d", "half \ufffd")]
)
def test_a_message_is_sent_as_it_was_meant(start, line, sent):
    assert said(play(start(), line))[0] == ("you", None, sent)


@pytest.mark.parametrize("line", ["", "   ", "\t\n"])
def test_blank_lines_are_nothing(start, store, line):
    assert play(start(), line) == ()
    assert kinds(store) == []


def test_help_names_every_command_that_applies(start, store):
    alone = "\n".join(texts(play(start(), "/help")))
    assert [slash.name for slash in SLASHES if slash.name not in alone] == ["/dm", "/group", "/rewrite", "/skip"]


def test_an_ending_closes_the_talk(start, store):
    controller = start()
    happenings = play(controller, TEA, END, "more")
    assert texts(happenings)[-1] == "The conversation is over. The client got what they came for."
    assert ("telegram", None, "zero is offline.") in said(happenings)
    assert not controller.prompt.is_open
    assert kinds(store) == ["turn", "reply", "turn", "reply", "end"]


def test_waiting_moves_the_clock_and_lets_the_client_speak(start):
    assert texts(play(start(), "/wait 59")) == ["59 seconds go by, and nobody writes."]


def test_silence_adds_up_and_may_end_the_talk(start, store):
    controller = start()
    assert texts(play(controller, "/wait 60")) == ["60 seconds go by.", "are you there?"]
    assert controller.take("/wait 240")[-1].text.startswith("The conversation is over. The client broke it off.")
    assert kinds(store) == ["wait", "reply", "wait", "reply", "end"]


def test_a_message_that_comes_too_late_is_not_sent(start, store):
    now = [0.0]
    controller = start(clock=Clock(ticks=lambda: now[0]))
    controller.begin()
    now[0] = 1000.0
    assert texts(controller.take("hello"))[-1] == "The talk ended before your message; it was not sent."
    assert "turn" not in kinds(store)


def test_a_patient_client_minds_no_silence_but_that_of_wait(start):
    now = [0.0]
    controller = start(clock=Clock(ticks=lambda: now[0]), patient=True)
    controller.begin()
    now[0] = 1000.0
    assert "what?" in texts(controller.take("We have coffee."))
    assert "are you there?" in texts(controller.take("/wait 70"))


def test_a_live_clock_runs_and_ticks_speak(start):
    now = [50.0]
    controller = start(clock=Clock(ticks=lambda: now[0]))
    controller.begin()
    now[0] = 109.0
    assert controller.tick() == ()
    now[0] = 111.0
    assert texts(controller.tick()) == ["are you there?"]
    assert controller.tick() == ()


def test_a_client_does_not_wait_for_somebody_who_put_the_talk_aside(start):
    now = [50.0]
    controller = start(clock=Clock(ticks=lambda: now[0]))
    controller.begin()
    now[0] += 86_400.0
    controller.away(86_400.0)
    assert controller.tick() == ()


def test_the_status_follows_the_talk(start):
    controller = start()
    play(controller, TEA)
    assert controller.status == Status("A tiny talk", "practice", 1, "request", 2, ("say hello",))


@pytest.mark.parametrize(("name", "has"), [("tiny", False), ("tiny-group", True)])
def test_the_commands_that_do_something_here_are_offered(start, name, has):
    offered = start(name).prompt.completions
    assert "/help" in offered
    assert ("/dm" in offered) is has


def test_bubbles_take_their_time(start):
    delays = [one.delay for one in play(start(), TEA) if isinstance(one, Bubble)]
    assert delays[0] == 0
    assert all(1 <= delay <= 3 for delay in delays[1:])


def test_personal_data_is_replaced_before_anybody_sees_it(start, store):
    happenings = play(start(), "Write to oleg@example.org please")
    assert said(happenings)[0][2] == "Write to [email] please"
    assert "Replaced in your message before it was saved: 1 x email." in texts(happenings)
    assert "example" not in str(store.events("k7mq-2xdr"))


def test_in_a_group_one_turn_or_all_that_follow_can_go_to_a_place(start):
    controller = start("tiny-group")
    turns = [said(play(controller, line))[0][1] for line in ("one", "/dm two", "three")]
    assert turns == ["group", "dm", "group"]
    assert controller.prompt.label == "you [group]"
    controller.take("/dm")
    assert controller.prompt.label == "you [private]"
    assert said(controller.take("four"))[0][1] == "dm"
    controller.take("/group")
    assert said(controller.take(TEA)) == [("you", "group", TEA), ("zero", "group", "write me")]
    # The talk itself has moved, and takes the trainee along.
    assert controller.prompt.label == "you [private]"


def test_stopping_is_unjudged_and_says_where_help_is(start, store):
    controller = start(help_lines=HelpLines((("Supervisor", "room 7"),)))
    (notice,) = play(controller, "/stop")
    assert isinstance(notice, Notice)
    assert notice.text.split("\n")[1:] == ["Take a break.", "Supervisor: room 7"]
    assert controller.talk.phase == "stopped"
    assert kinds(store) == ["stop"]
    assert store.sessions()[0].is_over


def test_leaving_keeps_the_session(start, store):
    controller = start()
    assert "rehearse play --session k7mq-2xdr" in texts(play(controller, "hello", "/quit"))[-1]
    assert controller.leave() == ()
    assert not store.sessions()[0].is_over


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.text(), max_size=4))
def test_no_line_breaks_the_controller(library, small_readers, start, store, lines):
    for summary in store.sessions():
        store.delete(summary.head.id)
    controller = start()
    play(controller, *lines)
    session = controller.talk.recording.session
    assert len(session.turns) == kinds(store).count("turn")
