"""Acts by what people type."""

import pytest

from simulator.desk.act_names import act_named, acts_named
from simulator.model.codebook import Codebook


@pytest.fixture(scope="module")
def acts(codebook: Codebook):
    return {one.act: one for one in codebook.acts}


@pytest.mark.parametrize(
    ("typed", "act", "rest"),
    [
        ("referral", "referral", ""),
        ("Open question", "open_question", ""),
        ("open_question she asks", "open_question", "she asks"),
        ("confid it stays here", "confidentiality", "it stays here"),
        ("confidentiality_breach", "confidentiality_breach", ""),
        ("breach", "confidentiality_breach", ""),
        ("self_intro", "self_introduction", ""),
    ],
    ids=[
        "an id",
        "a title of two words",
        "an id, and a reason after it",
        "the beginning of one title, though another id begins so",
        "that other id in full",
        "the beginning of its title",
        "the beginning of an id",
    ],
)
def test_a_name_and_what_comes_after_it(acts, typed, act, rest):
    found = act_named(typed, acts)
    assert (found.act, found.rest) == (act, rest)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("r", "did you mean"),
        ("re", "did you mean"),
        ("refferal", "did you mean Referral"),
        ("zzzz", "w lists them all"),
    ],
    ids=["one letter is none", "several begin so", "a slip of the keys", "nothing like it"],
)
def test_what_names_no_act_is_told(acts, typed, said):
    found = act_named(typed, acts)
    assert found.act is None
    assert said in found.wrong


def test_a_list_is_taken_as_a_whole_or_not_at_all(acts):
    assert acts_named("greet, referral, greeting", acts) == (("greeting", "referral"), "")
    assert acts_named("greet, xyzzy", acts)[0] == ()
    assert acts_named("", acts) == ((), "")
