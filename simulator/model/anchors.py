"""What each level of a criterion looks like, and what the debrief says about it."""

from pydantic import Field

from simulator.model.names import Acts, Marks
from simulator.model.noun import Noun
from simulator.model.transcript import Stage


class Anchors(Noun):
    """What each level looks like, in sentences; a level that cannot occur has none."""

    met: str = ""
    partly: str = ""
    not_yet: str = ""


class Attempt(Noun):
    """A wording to try, and the reason for it.

    With a stage it fits turns of that stage only, with acts or marks only those. It does not fit any more once one of
    `unless` was said, up to and in its turn.
    """

    stage: Stage | None = None
    acts: Acts = ()
    marks: Marks = ()
    unless: Acts = ()
    reason: str
    wording: str


class Feedback(Noun):
    """What the debrief says when a criterion worked, and what to try when it did not yet."""

    worked: tuple[str, ...] = ()
    attempts: tuple[Attempt, ...] = Field(default=(), alias="try")
