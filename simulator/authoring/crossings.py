"""Examples of something good that are heard as a move which crosses a criterion: who says them would have erred."""

from collections.abc import Iterator

from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.coder.piece_maker import PieceMaker
from simulator.coder.scenario_reader import Here, ScenarioReader
from simulator.loader.document import Document, Loc
from simulator.loader.spots import lines
from simulator.model.scenario import Scenario
from simulator.model.source import Problem
from simulator.model.transcript import Reading

NOWHERE = Here(None)
"""In any state, with no question of the client open."""


def crossings(scenario: Scenario, document: Document, coder: Coder) -> Iterator[Problem]:
    """heard-as-misstep, for each example of telling or answering that makes such a move."""
    places = {move.id: at for at, move in enumerate(scenario.moves) if move.crosses}
    if not places:
        return
    reader, maker = ScenarioReader(coder, scenario), PieceMaker(coder.grammar)
    for loc, words in _examples(scenario):
        pieces = [piece for clause in coder.grammar.marked(words) for piece in maker.pieces(clause)]
        likely = (reader.moves.weigh(move, pieces, Reading(), Context()) for move in places)
        # Only what may be such a move is read in full, which takes ten times as long.
        if any(made and made.likeness >= made.needed for made in likely):
            for move in reader.read(words, Context(), NOWHERE).moves:
                if move.move in places:
                    where = document.line(("moves", places[move.move]))
                    crossed = scenario.moves[places[move.move]].crosses
                    what = f'"{words}" is heard as the move {move.move} (line {where}), which crosses {crossed}'
                    remedy = "add it to the `not_as` of the move, or word one of them otherwise"
                    yield document.problem(loc, "heard-as-misstep", what, remedy)


def _examples(scenario: Scenario) -> Iterator[tuple[Loc, str]]:
    """What a counselor is meant to tell and to answer; a question that several lines ask counts once.

    What is asked word for word as in the file is no move that it is less like.
    """
    for at, fact in enumerate(scenario.facts):
        yield from ((("facts", at, "given_as", number), words) for number, words in enumerate(fact.given_as))
    seen: set[tuple[str, str]] = set()
    for loc, line in lines(scenario):
        for number, words in enumerate(line.asks.answered_as if line.asks else ()):
            if line.asks and (line.asks.id, words) not in seen:
                seen.add((line.asks.id, words))
                yield (*loc, "asks", "answered_as", number), words
