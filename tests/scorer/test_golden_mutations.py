"""A parameter of a criterion that no written conversation needs may be wrong for real ones without anybody noticing."""

import pytest
from golden_talks import GoldenBench, golden_talks
from test_mutations import mutants

from simulator.library import Library
from simulator.scorer.judging import judge
from simulator.scorer.reading import read_talk
from simulator.scorer.talk import Talk

NO_TALK = {
    "reflects turns_from",
    "story-as-one-way words_from",
    "goes-private acts",
    "goes-private acts without private_channel",
    "lets-it-out not_amid",
    "lets-it-out not_amid without @misstep",
    "is-sincere not_amid",
    "is-sincere not_amid without @misstep",
}
"""Shown by hand-written readings only: no written talk is just so short, none has a story of just so many words, and
in all of them who proposes a private chat goes there; no level of theirs hangs on a kind word or an own
feeling in the words of a misstep."""


@pytest.fixture(scope="session")
def proofs(library: Library, bench: GoldenBench) -> dict[str, list[tuple[Talk, str]]]:
    """By criterion, every golden talk that proves a level of it, read once."""
    rubric = library.rubric("peer-counseling")
    found: dict[str, list[tuple[Talk, str]]] = {}
    for name, written in golden_talks(library).items():
        if written.golden.rubric == rubric.id:
            transcript, setting = bench.coded(name)
            talk = read_talk(transcript, rubric.terms, setting)
            for criterion, level in written.golden.proven.items():
                found.setdefault(criterion, []).append((talk, level))
    return found


@pytest.mark.parametrize(("criterion", "change"), list(mutants()))
def test_every_parameter_makes_a_difference_to_a_written_talk(criterion, change, proofs, library, request):
    name = request.node.callspec.id
    rubric = library.rubric("peer-counseling")
    mutant = criterion.model_copy(update=change)
    noticed = any(judge(mutant, talk, rubric).score.level != level for talk, level in proofs[criterion.id])
    assert noticed != (name in NO_TALK)
