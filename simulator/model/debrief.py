"""The debrief: what the scorer found, ready for any renderer. Renderers compute nothing."""

from typing import Literal

from simulator.model.levels import LevelName
from simulator.model.measuring import Range
from simulator.model.notes import Note
from simulator.model.noun import Noun
from simulator.model.transcript import Closing, Role, Transcript, Turn

Function = Literal["formative", "supportive", "normative"]
"""What supervision is for (manual 5.1): to learn, to be carried, to hold on to ethics and role."""

CUT = "… "
"""Stands where a long sentence was cut to what is around the words."""


class Quote(Noun):
    """Words behind a finding: `quote` is `text[start:end]` of the message; turns count from 1, the opening is 0.

    `before` and `after` are the rest of its sentence, so that it is understood alone.
    """

    turn: int
    speaker: Role
    start: int
    end: int
    quote: str
    by: str = ""
    before: str = ""
    after: str = ""

    @property
    def sentence(self) -> str:
        """The words in their sentence, as a debrief quotes them."""
        return self.before + self.quote + self.after

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def stretch(self) -> tuple[int, int]:
        """Where in the message the sentence begins and ends, as far as it is quoted."""
        before, after = self.before.removeprefix(CUT), self.after.removesuffix(CUT[::-1])
        return self.start - len(before), self.end + len(after)


class Figure(Noun):
    """A number beside a level, such as the share of open questions, with the benchmark it is read against.

    `shown` is the value as people say it, such as `47 % of all questions`; empty: the number with its unit.
    """

    name: str
    value: float
    unit: str = ""
    shown: str = ""
    benchmark: str = ""
    met: Range | None = None
    partly: Range | None = None


class Score(Noun):
    """One criterion judged: the anchor is the rubric's wording of its level, the note the near miss or the doubt.

    `reason` is the scenario's own for why it matters most here.
    """

    id: str
    area: str
    title: str
    level: LevelName
    anchor: str = ""
    evidence: tuple[Quote, ...] = ()
    note: str = ""
    figures: tuple[Figure, ...] = ()
    critical: bool = False
    matters: Literal["most", "normal", "off"] = "normal"
    reason: str = ""
    source: str = ""


class AreaLevel(Noun):
    """The level of an area: the median of its applicable criteria, and never met where one is not met at all.

    How many were `unsure` is counted beside it.
    """

    area: str
    title: str = ""
    level: LevelName
    unsure: int = 0


class Suggestion(Noun):
    """Something that worked, or something to try: which turn, why, and a wording that would have fitted there."""

    criterion: str
    turn: int | None = None
    reason: str
    wording: str = ""
    quote: Quote | None = None


class FactOutcome(Noun):
    """What became of one of the scenario's facts; `not_applicable` where the talk never came to facts at all.

    It is `unsure` where the words are about it, and a person has to read whether they tell it right.
    """

    id: str
    fact: str
    outcome: Literal["given", "missed", "wrong", "unsure", "not_applicable"]
    needed: bool = False
    source: str = ""
    quote: Quote | None = None


class Doubt(Noun):
    """A reading the coder was not sure of, and the criterion whose level would change with it."""

    act: str
    criterion: str
    quote: Quote


class TechniqueUse(Noun):
    """One of the eight techniques (manual 2.6) and the turns that used it, or that it would have `fitted`."""

    technique: str
    turns: tuple[int, ...] = ()
    fitted: tuple[int, ...] = ()


class StagePoint(Noun):
    """One turn on the timeline: the stage read from the counselor's words, and the client's trust after it."""

    turn: int
    stage: str | None = None
    trust: int | None = None


class GuideQuestion(Noun):
    """A question for the supervision talk, in the version of 5 minutes and that of 20, or in the longer one alone.

    `listen_for` is for the supervisor. `criterion`, `turn` and `quote` are what it is tied to in this talk.
    """

    function: Function
    minutes: Literal[5, 20] = 20
    asks: str
    listen_for: str = ""
    criterion: str | None = None
    turn: int | None = None
    quote: Quote | None = None


class Header(Noun):
    """Whose conversation it was and by what it was judged; `trainee` is a code, `file` where an imported talk was."""

    session: str | None = None
    file: str | None = None
    trainee: str | None = None
    scenario: str | None = None
    title: str = ""
    date: str | None = None
    turns: int = 0
    seconds: float = 0.0
    ending: str | None = None
    ending_kind: str | None = None
    ending_meaning: str = ""
    epilogue: str = ""
    aftercare: str = ""
    rubric: str = ""
    program: str = ""
    hashes: dict[str, str] = {}


class SelfRated(Noun):
    """An item the trainee rated before seeing the debrief, beside what engine and supervisor made of its areas.

    `supervisor` is None where nobody adjusted a level in these areas.
    """

    item: str
    asks: str
    own: LevelName
    engine: LevelName
    supervisor: LevelName | None = None


class LevelChange(Noun):
    """A criterion whose level is `here` as the talk went, and `there` as it would be otherwise."""

    criterion: str
    title: str
    here: LevelName
    there: LevelName


class Branch(Noun):
    """Another way the talk was tried: it parts after turn `after` (0: the opening); `turns` are its own from there."""

    after: int
    turns: tuple[Turn, ...]
    ending: Closing | None = None
    ending_meaning: str = ""
    changes: tuple[LevelChange, ...] = ()


class Rewritten(Noun):
    """An own turn written again after the end: how it is read, what the client would have answered right there.

    `changes` are the levels with this turn in place of the original and everything else as it was.
    """

    turn: Turn
    changes: tuple[LevelChange, ...] = ()


class Debrief(Noun):
    """Everything a trainee and a supervisor get after a conversation; `questions` are those of the `guide`.

    `adjusted` are the levels a supervisor set otherwise than the engine, by criterion, as they count now; `unreliable`
    the criteria on which engine and supervisors do not agree well enough yet.
    """

    format: Literal[1] = 1
    header: Header = Header()
    criteria: tuple[Score, ...] = ()
    areas: tuple[AreaLevel, ...] = ()
    critical: tuple[str, ...] = ()
    techniques: tuple[TechniqueUse, ...] = ()
    timeline: tuple[StagePoint, ...] = ()
    facts: tuple[FactOutcome, ...] = ()
    figures: tuple[Figure, ...] = ()
    worked: tuple[Suggestion, ...] = ()
    try_next: tuple[Suggestion, ...] = ()
    practise_next: str | None = None
    questions: tuple[str, ...] = ()
    guide: tuple[GuideQuestion, ...] = ()
    to_judge: tuple[Doubt, ...] = ()
    self_rated: tuple[SelfRated, ...] = ()
    branches: tuple[Branch, ...] = ()
    rewritten: tuple[Rewritten, ...] = ()
    notes: tuple[Note, ...] = ()
    adjusted: dict[str, LevelName] = {}
    unreliable: tuple[str, ...] = ()
    transcript: Transcript = Transcript()
