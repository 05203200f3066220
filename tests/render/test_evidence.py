"""The words behind a finding stand once, whatever was found in them."""

from fixed_debrief import DEBRIEF, TOLD, quote

from simulator.render.evidence import quotations


def told(*quotes):
    return ["".join(span.text for span in line) for line in quotations(quotes, DEBRIEF)]


def test_words_that_are_not_right_about_two_facts_stand_once_with_both():
    window, free = (quote(2, TOLD, "The window is two days", f"fact:{name}") for name in ("window", "free"))
    known = "A test is sure after six weeks. The test is free."
    assert told(window, free) == [f"turn 2, counselor: The window is two days – not right; what is known: {known}"]


def test_other_words_stay_apart_and_in_their_order():
    rows = told(quote(2, TOLD, "I promise"), quote(2, TOLD, "PEP works"), quote(2, TOLD, "I promise", "other:rule"))
    assert rows == ["turn 2, counselor: I promise", "turn 2, counselor: PEP works"]
