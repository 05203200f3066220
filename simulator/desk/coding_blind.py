"""A turn coded before the engine's reading is seen."""

from collections.abc import Iterator

from simulator.desk.act_names import acts_named
from simulator.desk.answer import Answer, told
from simulator.desk.desk import Desk
from simulator.desk.verdicts import engine_acts, open_acts
from simulator.model.notes import Coding
from simulator.model.transcript import Turn
from simulator.render.blocks import Item, line, quiet, strong

BLIND_HELP = (
    "greeting, open q   the acts that are in it, separated by commas; a few letters of each do",
    "-                  none of these acts is in it",
    "w, w greeting      which acts there are; what one of them means",
    "c words            a comment on this turn",
)
NONE = "-"


def coded_blind(desk: Desk, turn: Turn, typed: str) -> Answer:
    """The acts typed are saved before the engine's are shown beside them."""
    acts, wrong = acts_named("" if typed == NONE else typed, desk.definitions)
    if wrong:
        return told(f"There is {wrong}")
    engine, unsure = engine_acts(turn), open_acts(turn)
    desk.write(Coding, turn=turn.number, acts=acts, engine=engine, unsure=unsure, blind=True)
    return Answer(tuple(_beside(desk, acts, engine, unsure)), "again")


def _beside(desk: Desk, own: tuple[str, ...], engine: tuple[str, ...], unsure: tuple[str, ...]) -> Iterator[Item]:
    rows = (
        ("both of you:", [act for act in own if act in engine]),
        ("only you:", [act for act in own if act not in (*engine, *unsure)]),
        ("only the program:", [act for act in engine if act not in own]),
        ("the program was not sure, you say yes:", [act for act in unsure if act in own]),
        ("the program was not sure, you say no:", [act for act in unsure if act not in own]),
    )
    for words, acts in rows:
        if acts:
            yield Item(line(strong(words), " ", ", ".join(map(desk.title, acts))))
    if not (own or engine or unsure):
        yield Item(line(quiet("neither of you found an act")))
