"""What words mean, learned from our own lines: first from the company they keep, then from ways to say the same.

Needs numpy and scipy (`pip install rehearse[fit]`); reading needs neither.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from simulator.authoring.adam import Adam, Slope
from simulator.authoring.matrices import by_column, columns_met
from simulator.model.coded import CodedTurn, Ways
from simulator.model.letters import FARTHEST
from simulator.model.senses import Senses, lettered

Stems = Sequence[str]

NUMBERS = 64
"""For each word."""
RAREST = 5
"""A word has to stand so often."""
NEARBY, NEARER = 8, 0.15
"""Words behind a word that keep it company, and how much less each counts that stands farther off."""
EVENED = 0.75
"""Exponent of how common the company is: rare company says less than it seems to (Levy and others 2015)."""
COMMON = 1e-3
"""Share of all words from which a word says little of what a sentence is about (Arora and others 2017)."""
ROUNDS, PACE = 150, 0.005
"""How often all groups are gone through, and the length of the first step."""
THEMES, GROUPS = 8, 8
"""Themes that are told apart at once, and of each so many groups: what is near and yet another thing teaches most."""
SHARP = 0.08
"""Differences of nearness are divided by this, so that the nearest wrong sentences count most."""
LEFT_OUT = 0.15
"""Share of words left out at random, so that no word alone decides."""
SEED = 20


def fit_senses(
    stems: Callable[[str], Stems], turns: Sequence[CodedTurn], ways: Sequence[Ways], fitted_on: str
) -> Senses:
    """What words mean; the same lines give the same numbers."""
    import numpy

    lines = [[*(stems(turn.client[-1]) if turn.client else ()), *stems(turn.text)] for turn in turns]
    met = Counter(stem for line in lines for stem in line)
    words = sorted(stem for stem, times in met.items() if times >= RAREST)
    place = {word: number for number, word in enumerate(words)}
    says = numpy.array([[COMMON / (COMMON + met[word] / met.total())] for word in words])
    table = says * _from_company([[place[stem] for stem in line if stem in place] for line in lines], len(words))
    _learn(table, [(one.theme, by_column(map(stems, one.ways), place)) for one in ways])
    step = numpy.quantile(numpy.abs(table), 0.999) / FARTHEST
    rows = numpy.rint(table / step).astype(int).tolist()
    return Senses(fitted_on=fitted_on, words=dict(zip(words, map(lettered, rows), strict=True)))


def _from_company(lines: Sequence[Sequence[int]], words: int) -> Any:
    """The main directions of how much more often than by chance words stand near each other (PPMI and SVD)."""
    import numpy
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import svds

    pairs = defaultdict[tuple[int, int], float](float)
    for line in lines:
        for at, word in enumerate(line):
            for off, other in enumerate(line[at + 1 : at + 1 + NEARBY], start=1):
                if word != other:
                    pairs[word, other] += 1 / (1 + NEARER * off)
    ones, others = numpy.array(list(pairs)).T
    near = coo_matrix((numpy.array(list(pairs.values())), (ones, others)), shape=(words, words)).tocsr()
    near = (near + near.T).tocoo()
    often = numpy.asarray(near.sum(1)).ravel()
    chance = often**EVENED / (often**EVENED).sum()
    more = numpy.log(near.data / (often[near.row] * chance[near.col]))
    kept = more > 0
    matrix = coo_matrix((more[kept], (near.row[kept], near.col[kept])), shape=near.shape).tocsr()
    start = numpy.random.default_rng(SEED).normal(size=words)
    directions, sizes, _ = svds(matrix, k=NUMBERS, v0=start)
    table = directions * sizes**0.5
    return table / (numpy.linalg.norm(table, axis=1, keepdims=True) + 1e-9)


def _learn(table: Any, groups: Sequence[tuple[str, Any]]) -> None:
    """Bring ways to say the same nearer to each other than to all else that is said of these themes."""
    import numpy
    from scipy.sparse import vstack

    random = numpy.random.default_rng(SEED)
    themes = [[ways for _, ways in of] for _, of in groupby(sorted(groups, key=itemgetter(0)), itemgetter(0))]
    steps = Adam([table])
    last = ROUNDS * (len(groups) // (THEMES * GROUPS) + 1)
    for step in range(last):
        picked = [ways for theme in _some(themes, THEMES, random) for ways in _some(theme, GROUPS, random)]
        twins = [ways[random.permutation(ways.shape[0])[:2]] for ways in picked]
        steps.take([_slope(table, vstack(twins, "csr"), random)], PACE * (1 - step / last))


def _some(rows: Sequence[Any], most: int, random: Any) -> list[Any]:
    """As many of them as that, or all, in an order of chance."""
    return [rows[at] for at in random.permutation(len(rows))[:most]]


def _slope(table: Any, lines: Any, random: Any) -> Slope:
    """In which direction it gets harder to tell each line's twin, the one beside it, from all the others."""
    import numpy
    from scipy.special import softmax

    lines.data = lines.data * (random.random(len(lines.data)) >= LEFT_OUT)
    met, lines = columns_met(lines)
    sums = lines @ table[met]
    lengths = numpy.linalg.norm(sums, axis=1, keepdims=True) + 1e-9
    points = sums / lengths
    near = points @ points.T / SHARP
    numpy.fill_diagonal(near, -numpy.inf)
    chance = softmax(near, axis=1)
    every = numpy.arange(len(points))
    chance[every, every ^ 1] -= 1
    back = (chance + chance.T) @ points / SHARP
    back = (back - (back * points).sum(axis=1, keepdims=True) * points) / lengths
    return met, lines.T @ back / len(points)
