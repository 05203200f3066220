"""The moments of a talk that a rubric names as events, each with all the places where it comes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.scorer.said import END, Place, clients

if TYPE_CHECKING:
    from simulator.scorer.talk import Talk

SUBSTANCE = 5
"""Words from which a client's message counts as one of substance even where it shows no more than a yes or a no."""


def _personal(talk: "Talk") -> list[Place]:
    """Personal questions: those counted in the measures; where nobody counted, every question after the first turn.

    The words are not available here, so without a count a question of a later turn is taken for a personal one.
    """
    places: list[Place] = []
    questions = talk.acts(talk.terms.questions)
    for turn in talk.turns:
        count = turn.reading.measures.personal_questions
        asked = [said.place for said in talk.said_in(turn.number) if said.act.act in questions]
        if count:
            places.append(min(asked, default=(turn.number, 0)))
        elif count is None and asked and turn.number > 1:
            places.append(asked[0])
    return places


def _substance(talk: "Talk") -> list[Place]:
    answers = {*talk.terms.accepted_by, *talk.terms.declined_by}
    return [
        (turn, END)
        for turn, message in clients(talk.transcript)
        if {cue.cue for cue in message.cues} - answers or len(message.text.split()) >= SUBSTANCE
    ]


def _agreement(talk: "Talk") -> list[Place]:
    return [] if talk.agreed is None else [(talk.agreed, END)]


EVENTS: dict[str, Callable[["Talk"], list[Place]]] = {
    "personal_question": _personal,
    "first_substance": _substance,
    "request_agreed": _agreement,
}
