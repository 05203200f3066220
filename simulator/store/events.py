"""What a session on disk is made of. Format 1.

History: 1 is the first; a field added later is left out of the hash while it has its default (see chain.py).
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from simulator.model.gist import State
from simulator.model.manner import Manner
from simulator.model.notes import UtcTime
from simulator.model.noun import Noun
from simulator.store.canonical_json import plain
from simulator.store.codes import trainee_code

EventKind = Literal["turn", "wait", "reply", "stop", "end", "back", "note"]
Mode = Literal["live", "virtual", "imported"]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
SessionId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]


def _without_minus_zero(seconds: float) -> float:
    # A database may give -0.0 back as 0.0, and the hash would no longer hold.
    return seconds + 0.0


Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False), AfterValidator(_without_minus_zero)]


class SessionHead(Noun):
    """What a session began with; `hashes` names the content it is frozen to (`scenario`, `rubric`, `codebook` ...).

    `started_at` is ISO 8601 in UTC and `program` a version, both handed in; `mode` says whether the times of the
    events are those of a clock or counted, or that the talk was held elsewhere and `imported` (`scenario` is then empty
    where it plays none). `manner` is how it is practised. A trainee that is not a code raises SimulatorError.
    """

    id: SessionId
    trainee: Annotated[str, AfterValidator(trainee_code)] | None = None
    scenario: str
    seed: int = Field(ge=-(2**63), lt=2**63)
    started_at: UtcTime
    hashes: dict[str, Sha256] = {}
    program: str
    mode: Mode = "live"
    manner: Manner = "practice"

    @property
    def is_imported(self) -> bool:
        """Whether the talk was held elsewhere."""
        return self.mode == "imported"


class Event(Noun):
    """One thing that happened, `at` seconds after the session began; `number` counts from 1 through the whole session.

    `parent` is the event it follows (None: the beginning), so that a branch begins by naming an earlier one. The body
    is plain JSON: words (personal data already replaced) and place of a `turn`, what the trainee saw in a `reply`.
    After `back` the talk goes on from its parent. A `note` is no part of the talk: nothing follows from it. A body that
    JSON cannot hold raises StoreError.
    """

    session: SessionId
    number: int = Field(ge=1)
    parent: int | None = Field(default=None, ge=1)
    kind: EventKind
    at: Seconds
    body: Annotated[dict[str, Any], BeforeValidator(plain)] = {}

    @model_validator(mode="after")
    def _after_its_parent(self) -> "Event":
        if self.parent is not None and self.parent >= self.number:
            raise ValueError("an event's parent has a smaller number than the event")
        return self


class StoredEvent(Event):
    """An event that is saved; `sha256` covers it and everything it follows from."""

    sha256: Sha256


class SessionSummary(Noun):
    """A line of the list of sessions; `last` is the kind of event the talk stands at, None before the first."""

    head: SessionHead
    turns: int
    last: EventKind | None

    @property
    def state(self) -> State:
        """Whether it was stopped unjudged, came to its end, or neither, as half of an import has not."""
        if self.last == "stop":
            return "stopped"
        return "ended" if self.last == "end" else "open"

    @property
    def is_over(self) -> bool:
        """True once the trainee stopped it or an ending was reached; every other session can be resumed."""
        return self.state != "open"
