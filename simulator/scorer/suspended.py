"""What a criterion leaves to its area, and the talks in which it asks for more than the client wanted."""

from simulator.model.criteria import Absence, Criterion
from simulator.model.rubric import Area
from simulator.scorer.enquiry import is_enquiry, wants_an_ear
from simulator.scorer.talk import Talk

ONLY_ASKED = "the client only asked, and was told"
ONLY_TOLD = "the client wanted no more than to be listened to"


def chosen(own: bool | None, of_area: bool) -> bool:
    """What the criterion says, or else its area."""
    return of_area if own is None else own


def beyond(criterion: Criterion, area: Area, talk: Talk) -> str:
    """Why it asks for more than an answer or an ear, where no more was wanted; a misstep is one in any talk."""
    if isinstance(criterion, Absence):
        return ""
    if chosen(criterion.suspended_in_enquiry, area.suspended_in_enquiry) and is_enquiry(talk):
        return ONLY_ASKED
    if chosen(criterion.suspended_in_listening, area.suspended_in_listening) and wants_an_ear(talk):
        return ONLY_TOLD
    return ""
