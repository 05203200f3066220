"""The fitted model: what it may add, what it may doubt, and that it never decides a safety act alone."""

import pytest

from simulator.coder.coder import Coder
from simulator.coder.features import FeatureReader
from simulator.coder.found import NOTHING_BEFORE, Against, Clause, Found
from simulator.coder.matchers.model import OF_ACTS, ModelMatcher
from simulator.coder.settle import ASSERTED, UNSURE
from simulator.model.weights import PARTS, STEPS, Weights, written

SURE = 9.0


def judged(
    coder: Coder, logits: dict[str, float], found: list[Found], text: str = "The river is wide today."
) -> list[Found]:
    """What becomes of the findings in one sentence where the model gives these logits, whatever the words."""
    weights = Weights(fitted_on="", names=tuple(logits), bias=tuple(logits.values()), features={})
    return matcher(coder, weights).judge(clause(coder, text), found, features(coder, text, found))


def matcher(coder: Coder, weights: Weights) -> ModelMatcher:
    return ModelMatcher(weights, coder.grammar.codebook.acts, OF_ACTS)


def features(coder: Coder, text: str, found: list[Found]) -> set[str]:
    grammar = coder.grammar
    reader = FeatureReader(grammar.codebook.language, grammar.meaning, grammar.spelling)
    return reader.read([clause(coder, text)], [found], NOTHING_BEFORE)[0]


def clause(coder: Coder, text: str) -> Clause:
    return next(coder.grammar.clauses(text, coder.grammar.index("none", ())).__iter__())[0]


def finding(act: str, by: str, strength: float) -> Found:
    return Found(act, 0, 0, 4, by, strength)


def test_a_likely_act_is_added_with_the_words_that_spoke_for_it(coder: Coder) -> None:
    (added,) = judged(coder, {"support": SURE}, [])
    assert added.act == "support"
    assert added.strength >= ASSERTED
    assert added.by.startswith("model:support")


@pytest.mark.parametrize(
    ("logit", "least", "below"),
    [(OF_ACTS.lean + 0.1, 0.6, 1.0), (OF_ACTS.lean - 0.5, 0.4, 0.6)],
    ids=["asserted", "unsure"],
)
def test_strength_follows_the_logit(coder: Coder, logit: float, least: float, below: float) -> None:
    (added,) = judged(coder, {"support": logit}, [])
    assert least <= added.strength < below


def test_an_unlikely_act_is_not_added(coder: Coder) -> None:
    assert judged(coder, {"support": OF_ACTS.lean - 1.5}, []) == []


def test_no_safety_act_is_ever_given_by_the_model_alone(coder: Coder) -> None:
    safety = [act.act for act in coder.grammar.codebook.acts if act.safety]
    assert safety
    found = judged(coder, dict.fromkeys(safety, SURE), [], "Xylo plim vorna?")
    assert {one.act for one in found} == set(safety)
    assert all(UNSURE <= one.strength < ASSERTED for one in found)


def test_a_safety_act_with_a_rule_beside_it_may_be_asserted(coder: Coder) -> None:
    weak = finding("guarantee", "phrase:guarantee#1", 0.2)
    text, lean = "Xylo plim vorna.", OF_ACTS.lean_of_grave
    assert any(one.strength >= ASSERTED for one in judged(coder, {"guarantee": lean + 0.1}, [weak], text))
    assert all(one.strength < ASSERTED for one in judged(coder, {"guarantee": lean - 0.1}, [weak], text))


def test_what_is_denied_is_not_brought_back(coder: Coder) -> None:
    denied = clause(coder, "The river is wide.")
    denied.against = Against(vanished=frozenset({"directive"}))
    weights = Weights(fitted_on="", names=("directive",), bias=(SURE,), features={})
    assert matcher(coder, weights).judge(denied, [], {"w:river"}) == []


def test_a_safety_act_with_a_word_that_is_grounds_for_it_may_be_asserted(coder: Coder) -> None:
    (added,) = judged(coder, {"guarantee": SURE}, [], "I promise you the river is wide.")
    assert added.strength >= ASSERTED


@pytest.mark.parametrize(("text", "is_asserted"), [("The axe is sharp today.", True), ("The river is wide.", False)])
def test_grounds_may_be_a_field_of_words(coder: Coder, text: str, is_asserted: bool) -> None:
    definition = next(act for act in coder.grammar.codebook.acts if act.act == "guarantee")
    on_weapons = definition.model_copy(update={"grounds": ("@weapon_means",)})
    weights = Weights(fitted_on="", names=("guarantee",), bias=(SURE,), features={})
    matcher = ModelMatcher(weights, [on_weapons], OF_ACTS)
    (added,) = matcher.judge(clause(coder, text), [], features(coder, text, []))
    assert (added.strength >= ASSERTED) == is_asserted


@pytest.mark.parametrize(("above", "kept"), [(-1.0, False), (0.5, True)], ids=["doubted", "kept"])
@pytest.mark.parametrize(
    ("by", "veto"),
    [
        ("order:bare", OF_ACTS.vetoes["order"]),
        ("telling:fact", OF_ACTS.vetoes["telling"]),
        ("phrase:directive#1", OF_ACTS.veto),
        ("question:word", OF_ACTS.vetoes["question"]),
    ],
)
def test_a_rule_is_doubted_where_the_words_speak_against_it(
    coder: Coder, by: str, veto: float, above: float, kept: bool
) -> None:
    one = judged(coder, {"directive": veto + above}, [finding("directive", by, 0.72)])[0]
    assert one.strength == (0.72 if kept else 0.5)


def test_what_somebody_else_said_is_not_added(coder: Coder) -> None:
    assert judged(coder, {"directive": SURE}, [], "My doctor said the river is wide") == []


def test_an_act_the_codebook_does_not_have_is_passed_over(coder: Coder) -> None:
    assert judged(coder, {"an-act-of-another-codebook": SURE}, []) == []


def test_what_is_always_a_question_is_not_added_to_a_statement(coder: Coder) -> None:
    assert judged(coder, {"motivation": SURE}, []) == []
    assert judged(coder, {"motivation": SURE}, [], "Is the river wide today?")


def test_units_add_their_rows_as_often_as_they_heard_and_nothing_below(coder: Coder) -> None:
    weights = Weights(
        fitted_on="",
        names=("support", "thanks"),
        bias=(-3.0, -3.0),
        units=((PARTS // 10, -PARTS // 20), (0, PARTS)),
        unit_bias=(10, -10),
        features={"w:river": written({0: STEPS}, (20, 5)), "w:wide": written({}, (10, 0))},
    )
    # The first unit hears 10 + 20 + 10 = 40 steps, the second -10 + 5 and is silent.
    assert matcher(coder, weights).logits(["w:river", "w:wide"]) == [-3 + 1 + 40 / 10, -3 - 40 / 20]
    (added,) = matcher(coder, weights).judge(clause(coder, "The river is wide."), [], {"w:river", "w:wide", "w:is"})
    assert added.by == "model:support:w:river+w:wide"


def test_who_somebody_is_makes_no_difference(coder: Coder) -> None:
    said = ("I am Oleksiyko.", "I am Mbappetto.", "I am [name].")
    one, other, replaced = (features(coder, text, []) for text in said)
    assert one == other == replaced
    assert "b:am_[name]" in one
