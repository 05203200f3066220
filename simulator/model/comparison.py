"""Two debriefs of the same words side by side: by the content a session began with, and by today's. Format 1.

History: 1 is the first. A field may be added within a format; one renamed or taken away makes a new one.
"""

from typing import Literal

from simulator.model.debrief import Quote, Score
from simulator.model.noun import Noun

ContentKind = Literal["scenario", "rubric", "codebook"]


class ContentPair(Noun):
    """One kind of content then and now, each by its id and the SHA-256 of its JSON.

    `other` is one of another id, such as a rubric that was asked for; `kept` is content that is there no more, so that
    the session's own was used again.
    """

    kind: ContentKind
    state: Literal["same", "changed", "other", "kept"]
    id_then: str
    id_now: str
    sha256_then: str
    sha256_now: str


class Reread(Noun):
    """Words that are read as something only then or only now, or that were judged in `both`; `sure` is how firmly.

    `read_as` is an act, a cue, a fact or a move; empty where the words are evidence by themselves.
    """

    when: Literal["then", "now", "both"]
    quote: Quote
    read_as: str = ""
    sure: bool = True


class ScorePair(Noun):
    """One criterion judged twice; `words` made the difference, and are left out where the level is the same."""

    then: Score
    now: Score
    words: tuple[Reread, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the level is another one."""
        return self.then.level != self.now.level


class Comparison(Noun):
    """A session judged then and now, by one program; `program` is the version it was begun with.

    `criteria` are those of both rubrics, the others stand in `only_then` and `only_now`.
    """

    format: Literal[1] = 1
    session: str
    scenario: str
    title: str = ""
    date: str
    program: str
    stopped: bool = False
    content: tuple[ContentPair, ...] = ()
    criteria: tuple[ScorePair, ...] = ()
    only_then: tuple[Score, ...] = ()
    only_now: tuple[Score, ...] = ()

    @property
    def changed(self) -> tuple[ContentPair, ...]:
        """The content that is not as it was."""
        return tuple(pair for pair in self.content if pair.state in ("changed", "other"))

    @property
    def different(self) -> tuple[ScorePair, ...]:
        """The criteria of both whose level is another one."""
        return tuple(pair for pair in self.criteria if pair.differs)

    @property
    def differs(self) -> bool:
        """Whether any level does; criteria come or gone count too, but where it is another rubric."""
        other = any(pair.state == "other" for pair in self.content)
        return bool(self.different or (not other and (self.only_then or self.only_now)))
