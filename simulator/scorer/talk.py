"""A transcript as the rules look at it: acts and cues with their places, and the moments that all else hangs on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from simulator.model.measuring import Moment
from simulator.model.rubric import Terms
from simulator.model.transcript import STAGES, Answered, Stage, Transcript, Turn
from simulator.scorer.events import EVENTS
from simulator.scorer.said import Heard, Place, Said, distinct
from simulator.scorer.setting import Setting


@dataclass(frozen=True)
class Danger:
    """The client's message after turn `heard` shows present danger; turns up to `until` come first of all.

    From there to `lasts` help is on its way: what is done well counts, the rest is held against nobody.
    """

    heard: int
    until: int
    lasts: int


@dataclass(frozen=True)
class Talk:
    """The view that all rules share; `agreed` is the turn whose check of the request the client accepted.

    `feared` are dangers that the client's words may show.
    """

    transcript: Transcript
    setting: Setting
    terms: Terms
    turns: tuple[Turn, ...]
    said: tuple[Said, ...]
    unsure: tuple[Said, ...]
    heard: tuple[Heard, ...]
    feared: tuple[Heard, ...]
    agreed: int | None
    danger: Danger | None

    def acts(self, ids: Iterable[str]) -> frozenset[str]:
        """Ids with `@name` replaced by the acts of that group."""
        return self.terms.resolved(ids)

    def is_any_of(self, one: Said, ids: Iterable[str], marks: Iterable[str]) -> bool:
        """Whether it is one of these acts, or has one of these marks."""
        return one.act.act in self.acts(ids) or not set(one.act.marks).isdisjoint(marks)

    def says(self, ids: Iterable[str], unasked: bool = False) -> tuple[Said, ...]:
        """Every place where one of these acts is said (if `unasked`, where it answers nothing), in order."""
        wanted = self.acts(ids)
        return tuple(one for one in self.said if one.act.act in wanted and not (unasked and self.answers(one)))

    def hears(self, cues: Iterable[str]) -> tuple[Heard, ...]:
        """Where a client's messages show one of these cues, in order; what is confirmed is present danger too."""
        wanted = frozenset(cues)
        confirmed = () if wanted.isdisjoint(self.terms.danger) else self.dangers
        return tuple(heard for heard in self.heard if heard.cue.cue in wanted or heard in confirmed)

    def follows(self, turn: int, cues: Iterable[str]) -> bool:
        """Whether the client's messages right before this turn show one of these cues."""
        return not self._cues_after.get(turn - 1, frozenset()).isdisjoint(cues)

    def answers(self, one: Said) -> bool:
        """Whether it tells the client what they have just asked, or settles a question that the scenario knows."""
        if one.act.act in self.acts(self.terms.advises) and self.asked_for_advice(one.turn):
            return True
        if one.act.act not in self.terms.answers:
            return False
        return self.asked_directly(one.turn) or any(map(one.act.meets, self._answers[one.turn]))

    def asked_for_advice(self, turn: int) -> bool:
        """Whether the client asked for advice before this turn, and nobody has come to it yet."""
        return any(one - 1 in self._advice_asked_after for one in self.still_open(turn))

    def asked_directly(self, turn: int) -> bool:
        """Whether the client asked a question before this turn, and nobody has come to it yet."""
        return any(self.follows(one, self.terms.asked_directly) for one in self.still_open(turn))

    def still_open(self, turn: int) -> range:
        """This turn and those right before it that only made contact: who first says who they are answers next."""
        contact = self.stage_acts("contact")
        first = turn
        while first > 1 and (said := self.said_in(first - 1)) and all(one.act.act in contact for one in said):
            first -= 1
        return range(first, turn + 1)

    def gives_back(self, one: Said) -> bool:
        """Whether what seems to inform stands in words that listen: nothing is told in them."""
        if one.act.act not in self.stage_acts("information"):
            return False
        listening = self.stage_acts("request")
        return any(one.overlaps(other) for other in self.said_in(one.turn) if other.act.act in listening)

    def passes(self, one: Said) -> bool:
        """Whether it is small talk, or too short to be more."""
        brief = one.act.act in self.terms.brief and one.words < self.terms.brief_words
        return brief or one.act.act in self.terms.passing

    def introduces(self, one: Said) -> bool:
        """Whether it stands in words that make contact: "I'm Lena, a peer, off heroin for six years"."""
        contact = self.stage_acts("contact")
        return any(one.overlaps(other) for other in self.said_in(one.turn) if other.act.act in contact)

    def said_in(self, turn: int) -> tuple[Said, ...]:
        """The acts of one turn, in order."""
        return self._said_in.get(turn, ())

    def place_of(self, moment: Moment) -> Place | None:
        """Where the moment is; None if it never comes."""
        if moment.event is not None:
            places: list[Place] = list(EVENTS[moment.event](self))
        else:
            said = (one for one in self.says(moment.acts, moment.unasked) if not self.gives_back(one))
            places = [one.place for one in distinct(said)]
            places = sorted([*places, *(heard.place for heard in self.hears(moment.cues))])
        return places[moment.nth - 1] if len(places) >= moment.nth else None

    def earliest(self, moments: Iterable[Moment]) -> Place | None:
        """The first of several moments."""
        return min((place for place in map(self.place_of, moments) if place is not None), default=None)

    @cached_property
    def dangers(self) -> tuple[Heard, ...]:
        """The signs of present danger, and of what is one too where the client confirms it when asked."""
        acts = {turn: {one.act.act for one in said} for turn, said in self._said_in.items()}
        return tuple(one for one in self.heard if self.terms.is_danger(one.cue, acts.get(one.turn, ())))

    @cached_property
    def last(self) -> int:
        """The number of the last turn; 0 where there is none."""
        return max((turn.number for turn in self.turns), default=0)

    def stage_acts(self, stage: Stage) -> frozenset[str]:
        """The acts that mark a stage."""
        return self._stage_acts[stage]

    @cached_property
    def _stage_acts(self) -> dict[Stage, frozenset[str]]:
        return {stage: self.acts(self.terms.stages.get(stage, ())) for stage in STAGES}

    @cached_property
    def _answers(self) -> dict[int, tuple[Answered, ...]]:
        return {turn.number: turn.reading.answers for turn in self.turns}

    @cached_property
    def _said_in(self) -> dict[int, tuple[Said, ...]]:
        return {turn: tuple(row) for turn, row in groupby(self.said, key=lambda said: said.turn)}

    @cached_property
    def _cues_after(self) -> dict[int, frozenset[str]]:
        rows = groupby(self.heard, key=lambda heard: heard.turn)
        return {turn: frozenset(heard.cue.cue for heard in row) for turn, row in rows}

    @cached_property
    def _advice_asked_after(self) -> frozenset[int]:
        marks = frozenset(self.terms.advice_asked)
        return frozenset(heard.turn for heard in self.heard if not marks.isdisjoint(heard.cue.marks))

    def assuming(self, doubted: Iterable[Said]) -> "Talk":
        """The same talk if these unsure acts were really there."""
        return replace(self, said=tuple(sorted((*self.said, *doubted), key=lambda one: (one.place, one.act.act))))

    def fearing(self) -> "Talk":
        """The same talk if every danger that may be shown was there."""
        heard = sorted((*self.heard, *self.feared), key=lambda one: one.place)
        return replace(self, heard=tuple(heard), feared=())

    def without(self, left_out: Iterable[Said]) -> "Talk":
        """The same talk if these acts were not there."""
        gone = set(left_out)
        return replace(self, said=tuple(one for one in self.said if one not in gone))

    def calm(self) -> "Talk":
        """The same talk without the turns in which danger came first."""
        return self if self.danger is None else self._without_turns(self.danger.heard, self.danger.until)

    def settled(self) -> "Talk":
        """The same talk without those in which help was on its way either."""
        return self if self.danger is None else self._without_turns(self.danger.heard, self.danger.lasts)

    def _without_turns(self, after: int, until: int) -> "Talk":
        """The same talk without these turns and the messages they answer."""

        def stays(turn: int) -> bool:
            return not after < turn <= until

        return replace(
            self,
            turns=tuple(turn for turn in self.turns if stays(turn.number)),
            said=tuple(said for said in self.said if stays(said.turn)),
            unsure=tuple(said for said in self.unsure if stays(said.turn)),
            heard=tuple(heard for heard in self.heard if stays(heard.turn + 1)),
            feared=tuple(heard for heard in self.feared if stays(heard.turn + 1)),
        )
