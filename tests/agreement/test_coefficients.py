"""The coefficients against worked examples that were published with their figures."""

import pytest

from simulator.agreement.alpha import nominal, ordinal, with_interval
from simulator.agreement.kappa import cohen, of_all_pairs, same

# Krippendorff, K. (2011), "Computing Krippendorff's Alpha-Reliability", section D: four observers, twelve units.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
UNITS = [
    [value for value in column if value != "."] for column in zip(*(row.split() for row in OBSERVERS), strict=True)
]


@pytest.mark.parametrize(
    ("distance", "published"),
    [(nominal, 0.743), (ordinal("12345"), 0.815)],
    ids=["nominal", "ordinal"],
)
def test_alpha_is_the_published_one_with_four_observers_and_gaps(distance, published):
    assert with_interval(UNITS, distance, 1).value == pytest.approx(published, abs=0.0005)


def test_alpha_of_two_observers_is_the_published_one():
    # The same paper, section A: ten units, two observers, yes and no.
    units = list(zip("0100000010", "1110010000", strict=True))
    assert with_interval(units, nominal, 1).value == pytest.approx(0.095, abs=0.0005)


def pairs(table: list[list[int]]) -> list[tuple[str, str]]:
    return [(str(i), str(j)) for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]


@pytest.mark.parametrize(
    ("table", "published"),
    [([[20, 5], [10, 15]], 0.40), ([[45, 15], [25, 15]], 0.1304), ([[25, 35], [5, 35]], 0.2593)],
    ids=["fifty proposals", "equal raters", "raters who lean apart"],
)
def test_kappa_is_that_of_known_tables(table, published):
    """The 2x2 tables of the encyclopedias' articles on Cohen's kappa."""
    assert cohen(pairs(table)).value == pytest.approx(published, abs=0.00005)


@pytest.mark.parametrize(
    ("table", "kappa", "error"),
    [
        # Agresti (1990), "Categorical Data Analysis": husbands and wives, four ratings.
        ([[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]], 0.129, 0.0686),
        # Fleiss, Levin and Paik (2003), "Statistical Methods for Rates and Proportions": three diagnoses.
        ([[75, 1, 4], [5, 4, 1], [0, 0, 10]], 0.676, 0.0877),
    ],
    ids=["husbands and wives", "three diagnoses"],
)
def test_kappa_has_the_published_interval(table, kappa, error):
    found = cohen(pairs(table))
    assert found.value == pytest.approx(kappa, abs=0.0005)
    assert found.high - found.low == pytest.approx(2 * 1.96 * error, abs=0.0005)


def test_kappa_of_three_people_is_the_mean_of_the_pairs_without_an_interval():
    units = [{"a": x, "b": y, "c": x} for x, y in pairs([[20, 5], [10, 15]])]
    found = of_all_pairs(units)
    assert found.value == pytest.approx((0.40 + 1 + 0.40) / 3)
    assert found.low is None
    assert of_all_pairs([{"a": unit["a"], "b": unit["b"]} for unit in units]) == cohen(pairs([[20, 5], [10, 15]]))


@pytest.mark.parametrize("cases", [[], [("x", "x")], [("x", "x")] * 9], ids=["none", "one", "always the same thing"])
def test_what_is_not_defined_is_none(cases):
    assert cohen(cases) is None
    assert with_interval(cases, nominal, 1) is None


def test_the_share_alike():
    assert same(pairs([[20, 5], [10, 15]])) == 0.7
    assert same([]) is None


def test_the_same_seed_draws_the_same_interval_whatever_the_order_of_the_units():
    found = with_interval(UNITS, nominal, 7)
    assert found == with_interval(UNITS[::-1], nominal, 7)
    assert found != with_interval(UNITS, nominal, 8)
    assert -1 < found.low < found.value < found.high <= 1
