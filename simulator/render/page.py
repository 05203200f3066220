"""A debrief as a row of blocks: what is told, and in which order, whatever it is printed on."""

from collections.abc import Callable, Iterator

from simulator.model.debrief import Debrief
from simulator.render.blocks import Block
from simulator.render.sections.advice import advice
from simulator.render.sections.conversation import conversation
from simulator.render.sections.criteria import criteria
from simulator.render.sections.facts import facts
from simulator.render.sections.gaps import gaps
from simulator.render.sections.glance import glance
from simulator.render.sections.header import header
from simulator.render.sections.otherwise import otherwise
from simulator.render.sections.provenance import provenance
from simulator.render.sections.review import review
from simulator.render.sections.stopped import stopped
from simulator.render.sections.supervision import supervision
from simulator.render.sections.the_rest import the_rest
from simulator.render.sections.unsure import unsure

Section = Callable[[Debrief], Iterator[Block]]

SECTIONS: tuple[Section, ...] = (
    header,
    glance,
    advice,
    facts,
    conversation,
    otherwise,
    criteria,
    supervision,
    gaps,
    unsure,
    review,
    provenance,
)
IN_SHORT: tuple[Section, ...] = (header, glance, advice, the_rest)
OF_A_STOPPED_TALK: tuple[Section, ...] = (header, stopped, provenance)


def page(debrief: Debrief) -> Iterator[Block]:
    """The blocks of a debrief, in order; a talk that was stopped is not judged, so little is said of it."""
    for section in OF_A_STOPPED_TALK if debrief.transcript.stopped else SECTIONS:
        yield from section(debrief)


def short_page(debrief: Debrief) -> Iterator[Block]:
    """What one reads right after a talk, and where the rest is."""
    for section in OF_A_STOPPED_TALK if debrief.transcript.stopped else IN_SHORT:
        yield from section(debrief)
