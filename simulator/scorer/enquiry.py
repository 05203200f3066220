"""Talks in which the client only asks something and is told it: the five stages are not for them (manual 2.4)."""

from simulator.model.rubric import Enquiry, Terms
from simulator.model.transcript import Cue, Message
from simulator.scorer.quoting import sentence_around
from simulator.scorer.said import Heard
from simulator.scorer.talk import Talk


def is_enquiry(talk: Talk) -> bool:
    """Whether the client asked, was told, and showed nothing else, in few words, in a talk without a scenario."""
    bounds = talk.terms.enquiry
    if bounds is None or talk.transcript.scenario is not None or talk.feared or talk.says(bounds.without):
        return False
    is_short = len(talk.turns) <= bounds.turns and _keeps_to(bounds, talk)
    return is_short and _is_told(talk) and all(_only_asks(heard, bounds, talk.terms) for heard in talk.heard)


def _keeps_to(bounds: Enquiry, talk: Talk) -> bool:
    """Whether the client says little, and hardly anything that asks nothing: trouble has no certain words."""
    messages = talk.transcript.messages
    if sum(len(message.text.split()) for message in messages) > bounds.words:
        return False
    return all(_words_aside(message, talk.terms) <= _allowed(message, bounds, talk.terms) for message in messages)


def _allowed(message: Message, bounds: Enquiry, terms: Terms) -> int:
    return bounds.beside if _asking(message, terms) else bounds.aside


def _asking(message: Message, terms: Terms) -> list[Cue]:
    return [cue for cue in message.cues if cue.cue in terms.asked_directly]


def _words_aside(message: Message, terms: Terms) -> int:
    """The words in sentences that ask nothing."""
    asking = {sentence_around(message.text, cue) for cue in _asking(message, terms)}
    return len(message.text.split()) - sum(len(message.text[start:end].split()) for start, end in asking)


def _is_told(talk: Talk) -> bool:
    """Whether something is told behind the first question, or may be."""
    asked = [heard.place for heard in talk.hears(talk.terms.asked_directly)]
    telling = [*talk.says(talk.terms.answers), *(one for one in talk.unsure if one.act.act in talk.terms.answers)]
    return bool(asked) and any(one.place > asked[0] for one in telling)


def _only_asks(heard: Heard, bounds: Enquiry, terms: Terms) -> bool:
    if set(heard.cue.marks) & set(terms.advice_asked):
        return False
    return heard.cue.cue in bounds.cues or heard.cue.feels in bounds.feelings
