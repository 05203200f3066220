"""Talks that are not for the five stages (manual 2.4): the client only asks something, or only wants to be heard."""

from simulator.model.rubric import Enquiry, Terms
from simulator.model.transcript import Message
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


def wants_an_ear(talk: Talk) -> bool:
    """Whether the client asked for nothing but to be listened to, in a talk without a scenario."""
    if talk.transcript.scenario is not None:
        return False
    ear, advice = frozenset(talk.terms.ear_asked), frozenset(talk.terms.advice_asked)
    wishes = [frozenset(heard.cue.marks) for heard in talk.heard if heard.cue.cue in talk.terms.requested_by]
    said = [frozenset(heard.cue.marks) for heard in talk.heard]
    wants_more = any(not marks & ear for marks in wishes) or any(marks & advice for marks in said)
    return any(marks & ear for marks in said) and not wants_more


def _keeps_to(bounds: Enquiry, talk: Talk) -> bool:
    """Whether the client says little, and hardly anything that asks nothing: trouble has no certain words."""
    messages = talk.transcript.messages
    if sum(_words(message.text) for message in messages) > bounds.words:
        return False
    return all(_says_little_else(message, bounds, talk.terms) for message in messages)


def _says_little_else(message: Message, bounds: Enquiry, terms: Terms) -> bool:
    asking = {sentence_around(message.text, cue) for cue in message.cues if cue.cue in terms.asked_directly}
    aside = _words(message.text) - sum(_words(message.text[start:end]) for start, end in asking)
    return aside <= (bounds.beside if asking else bounds.aside)


def _words(text: str) -> int:
    return len(text.split())


def _is_told(talk: Talk) -> bool:
    """Whether something is told behind the first question, or may be."""
    first = next((heard.place for heard in talk.hears(talk.terms.asked_directly)), None)
    answers = talk.acts(talk.terms.answers)
    return first is not None and any(one.act.act in answers and one.place > first for one in (*talk.said, *talk.unsure))


def _only_asks(heard: Heard, bounds: Enquiry, terms: Terms) -> bool:
    if set(heard.cue.marks) & set(terms.advice_asked):
        return False
    return heard.cue.cue in bounds.cues or heard.cue.feels in bounds.feelings
