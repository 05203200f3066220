"""How near sentences are by what their words mean."""

import pytest

from simulator.coder.nearness import Nearness, nearness
from simulator.model.letters import FARTHEST
from simulator.model.senses import Senses, is_even, lettered, numbered

SENSES = Senses(
    fitted_on="",
    words={
        "police": lettered((40, 0)),
        "cop": lettered((30, 10)),
        "tea": lettered((0, 20)),
        "the": lettered((1, 1)),
        "war": lettered((-40, 0)),
    },
)


@pytest.mark.parametrize(
    ("one", "near", "far"),
    [
        ("police", "cop", "tea"),
        ("police the the", "the cop", "the tea"),
        ("police tea", "tea cop", "tea"),
        ("police", "tea", "war"),
        ("police", "police", "cop"),
        ("police unknown", "cop", "tea"),
    ],
)
def test_what_is_nearer(one: str, near: str, far: str) -> None:
    points = Nearness(SENSES).of
    here = points(one.split())
    nearer, farther = nearness(here, [points(near.split()), points(far.split())])
    assert nearer > farther


def test_the_same_in_any_order_is_one_and_the_contrary_minus_one() -> None:
    points = Nearness(SENSES).of
    assert nearness(points(["tea", "cop"]), [points(["cop", "tea"])]) == [pytest.approx(1)]
    assert nearness(points(["police"]), [points(["war"])]) == [pytest.approx(-1)]


@pytest.mark.parametrize("stems", [(), ("unknown",), ("police", "war")], ids=["none", "unknown", "nothing-left"])
def test_what_points_nowhere_is_near_nothing(stems: tuple[str, ...]) -> None:
    points = Nearness(SENSES).of
    assert points(stems) == ()
    assert nearness(points(stems), [points(["tea"])]) == [0]


def test_letters_say_numbers_up_to_the_farthest() -> None:
    assert numbered(lettered((3, 0, -7))) == (3, 0, -7)
    assert numbered(lettered((1000, -1000))) == (FARTHEST, -FARTHEST)


def test_every_word_has_as_many_numbers() -> None:
    assert is_even(SENSES)
    assert is_even(Senses(fitted_on="", words={}))
    assert not is_even(SENSES.model_copy(update={"words": {**SENSES.words, "odd": "P"}}))
