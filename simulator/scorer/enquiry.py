"""Talks in which the client only asks something and is told it: the five stages are not for them (manual 2.4)."""

from simulator.model.rubric import Enquiry, Terms
from simulator.scorer.said import Heard
from simulator.scorer.talk import Talk


def is_enquiry(talk: Talk) -> bool:
    """Whether the client asked, was told, and showed nothing else, in few words, in a talk without a scenario."""
    bounds = talk.terms.enquiry
    if bounds is None or talk.transcript.scenario is not None or talk.feared or talk.says(bounds.without):
        return False
    words = sum(len(message.text.split()) for message in talk.transcript.messages)
    is_short = len(talk.turns) <= bounds.turns and words <= bounds.words
    return is_short and _is_told(talk) and all(_only_asks(heard, bounds, talk.terms) for heard in talk.heard)


def _is_told(talk: Talk) -> bool:
    asked = [heard.place for heard in talk.hears(talk.terms.asked_directly)]
    return bool(asked) and any(one.place > asked[0] for one in talk.says(talk.terms.answers))


def _only_asks(heard: Heard, bounds: Enquiry, terms: Terms) -> bool:
    if set(heard.cue.marks) & set(terms.advice_asked):
        return False
    return heard.cue.cue in bounds.cues or heard.cue.feels in bounds.feelings
