"""The network that is fitted: what it learns from, and that it can be read without what fitted it."""

import pytest

from simulator.authoring import adam, network
from simulator.authoring.matrices import Row
from simulator.authoring.network import Making, fit
from simulator.coder.coder import Coder
from simulator.coder.matchers.model import OF_ACTS, ModelMatcher
from simulator.model.weights import Weights, vote, written

ONLY_ONE = {
    frozenset({"w:tea"}): {"drink"},
    frozenset({"w:milk"}): {"drink"},
    frozenset({"w:tea", "w:milk"}): set(),
    frozenset(): set(),
}
"""What no line through its features can tell: one of two words, but not both."""


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many steps as a real fit takes, on few examples that are all there is to know."""
    for name, value in (("ROUNDS", 800), ("SLOWER", 1.0), ("PACE", 0.01), ("UNHEARD", 0.0), ("UNASKED", 0.0)):
        monkeypatch.setattr(network, name, value)
    monkeypatch.setattr(adam, "STEADY", 1e-8)


def rows(told: dict[frozenset[str], set[str]], times: int = 200) -> list[Row]:
    return [
        Row(features, example, frozenset(labels))
        for example, (features, labels) in enumerate(list(told.items()) * times)
    ]


def logit(coder: Coder, weights: Weights, features: frozenset[str]) -> float:
    return ModelMatcher(weights, coder.grammar.codebook.acts, OF_ACTS).logits(features & weights.features.keys())[0]


@pytest.mark.slow
def test_units_tell_what_no_line_could(coder: Coder) -> None:
    weights = fit(rows(ONLY_ONE), ["drink"], Making(8, 0.1), "")
    found = {features for features in ONLY_ONE if logit(coder, weights, features) > 0}
    assert found == {features for features, labels in ONLY_ONE.items() if labels}
    line = fit(rows(ONLY_ONE), ["drink"], Making(0, 0.1), "")
    assert {features for features in ONLY_ONE if logit(coder, line, features) > 0} != found


def test_the_same_rows_give_the_same_weights() -> None:
    first, again = (fit(rows(ONLY_ONE, 10), ["drink"], Making(4, 0.1), "x") for _ in range(2))
    assert first == again


@pytest.mark.slow
def test_several_networks_say_their_mean(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    features = frozenset({"w:tea", "w:milk"})
    both = logit(coder, fit(rows(ONLY_ONE), ["drink"], Making(4, 0.1, networks=2), ""), features)
    alone = []
    for seed in (network.SEED, network.SEED + 1):
        monkeypatch.setattr(network, "SEED", seed)
        alone.append(logit(coder, fit(rows(ONLY_ONE), ["drink"], Making(4, 0.1), ""), features))
    assert alone[0] != alone[1]
    assert both == pytest.approx(sum(alone) / 2, abs=0.2)


def test_of_a_turns_sentences_the_one_that_shows_the_label_learns_it(coder: Coder) -> None:
    alone = [Row(frozenset({"w:rain"}), example, frozenset()) for example in range(60)]
    together = [
        Row(frozenset({word}), 60 + example, frozenset({"drink"}))
        for example in range(60)
        for word in ("w:rain", "w:tea")
    ]
    weights = fit([*alone, *together], ["drink"], Making(0, 0.1), "")
    assert logit(coder, weights, frozenset({"w:tea"})) > 0 > logit(coder, weights, frozenset({"w:rain"}))


def test_a_feature_that_is_met_too_rarely_is_left_out() -> None:
    weights = fit([*rows(ONLY_ONE, 10), *rows({frozenset({"w:once"}): {"drink"}}, 2)], ["drink"], Making(2, 0.1), "")
    assert "w:tea" in weights.features
    assert "w:once" not in weights.features


def test_pairs_speak_to_no_unit() -> None:
    weights = fit(
        rows({frozenset({"b:a_b", "w:a"}): {"drink"}, frozenset({"w:b"}): set()}, 20), ["drink"], Making(2, 0.1), ""
    )
    assert not vote(weights.features["b:a_b"]).units
    assert len(vote(weights.features["w:a"]).units) == 2


@pytest.mark.parametrize(
    ("straight", "units", "read"),
    [
        ({4: 9, 6: -4}, (), ()),
        ({}, (0, 3, -45), (0, 3, -45)),
        ({0: 100, 50: -45}, (99, -99), (45, -45)),
    ],
    ids=["without-units", "units-alone", "no-letter-says-more"],
)
def test_a_row_is_read_as_it_was_written(
    straight: dict[int, int], units: tuple[int, ...], read: tuple[int, ...]
) -> None:
    assert vote(written(straight, units)) == (straight, read)
