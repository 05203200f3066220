"""What a yes or a no to a question after danger admits."""

import pytest

from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder

ADMITTED = {
    "suicide": [
        ("Are you thinking about killing yourself?", "yes"),
        ("have you thought of suicide", "ye"),
        ("do you have thoughts of suicide?", "sometimes"),
        ("do you have thoughts of suicide?", "sometimes, but i would never do it"),
        ("do you think about killing yourself?", "it crosses my mind"),
        ("do you think about killing yourself?", "ok. yes"),
        ("Do you have thoughts of not wanting to live anymore?", "yes"),
        ("do you sometimes think it would be better not to wake up?", "yeah every night"),
        ("Would you want to not be alive?", "kind of"),
    ],
    "self_harm": [("do you hurt yourself?", "yeah")],
    "violence": [("does he hit you?", "yes, when he is drunk"), ("were you beaten there?", "more than once")],
    "present_danger": [
        ("Are you safe right now?", "no"),
        ("are you safe where you are", "nah"),
        ("is he there now?", "yes"),
        ("do you have pills near you?", "yes 40 of them"),
        ("do the voices tell you to hurt somebody?", "they do"),
    ],
    "overdose": [("is he breathing?", "no"), ("are her lips blue?", "yes"), ("can you wake him?", "i can not")],
    "acute_illness": [("do you have chest pain", "yes a little")],
}


@pytest.mark.parametrize(("cue", "asked", "reply"), [(cue, *pair) for cue, pairs in ADMITTED.items() for pair in pairs])
def test_a_short_reply_admits_what_was_asked(
    cue: str, asked: str, reply: str, coder: Coder, client_reader: ClientReader
) -> None:
    shown = client_reader.cues(reply, coder.read(asked))
    assert cue in {one.cue for one in shown}
    assert cue not in {one.cue for one in client_reader.cues(reply)}


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        ("Are you thinking about killing yourself?", "no"),
        ("are you thinking about suicide?", "No, nothing like that."),
        ("are you thinking about suicide?", "i am at home"),
        ("Are you safe right now?", "yes"),
        ("Are you safe right now?", "i think so"),
        ("Are you hurting yourself now, are you safe at the moment?", "no, im safe now"),
        ("is he breathing?", "yes"),
        ("did he hurt you?", "never"),
        ("Do you sleep at night?", "no"),
        ("Are you thinking about killing yourself?", "you think i am crazy"),
        ("Are you thinking about killing yourself?", "thank you for asking, no"),
        ("Are you thinking about killing yourself?", "true story: no"),
        ("Are you thinking about killing yourself?", "every time you ask me that i laugh"),
        ("Are you thinking about killing yourself?", "of course you have to ask that, no"),
        ("Are you safe where you are?", "and you?"),
        ("Are you safe where you are?", "no problem"),
        ("Are you safe where you are?", "no worries, yes"),
        ("Are you safe where you are?", "never felt safer"),
        ("Are you safe where you are?", "i am not alone"),
        ("Are you in danger right now?", "thank you, no"),
        ("Is it safe to mix it?", "no"),
        ("are you thinking about suicide?", "i came home late, no buses"),
    ],
)
def test_other_replies_admit_nothing(asked: str, reply: str, coder: Coder, client_reader: ClientReader) -> None:
    shown = client_reader.read(reply, coder.read(asked))
    assert not {one.cue for one in (*shown.cues, *shown.unsure)} & client_reader.dangers


@pytest.mark.parametrize(
    ("cue", "asked", "reply"),
    [
        ("suicide", "do you have thoughts of suicide?", "i dont know"),
        ("suicide", "have you thought of suicide", "why do you ask"),
        ("present_danger", "Are you safe, or do you also think of killing yourself?", "no"),
        ("suicide", "Are you safe, or do you also think of killing yourself?", "yes"),
        ("suicide", "have you thought of suicide", "who doesnt"),
        ("suicide", "Are you thinking about killing yourself?", "why"),
        ("suicide", "have you thought of suicide", "no not today"),
        ("suicide", "have you thought of suicide", "not really but sometimes at night yes"),
        ("suicide", "have you thought of suicide", "dont tell my mum pls"),
        ("suicide", "do you think about dying? did you eat today?", "yes"),
        ("suicide", "do you think of ending your life? are you safe where you are?", "yes"),
        ("suicide", "You don't want to kill yourself, do you?", "honestly yes"),
        ("present_danger", "are you safe where you are?", "no idea"),
    ],
)
def test_a_person_looks_at_a_reply_that_says_neither_or_that_may_answer_something_else(
    cue: str, asked: str, reply: str, coder: Coder, client_reader: ClientReader
) -> None:
    shown = client_reader.read(reply, coder.read(asked))
    assert cue not in {one.cue for one in shown.cues}
    assert cue in {one.cue for one in shown.unsure}
