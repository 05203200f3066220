"""What supervisors saw otherwise than today's engine does, as examples for the codebook and for rubrics."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from simulator.desk.verdicts import engine_acts, open_acts, verdicts
from simulator.model.debrief import Debrief
from simulator.model.levels import LevelName
from simulator.model.notes import ActVerdict, Adjustment, Agreement, Coding, Note
from simulator.model.rubric import Rubric
from simulator.model.transcript import Message, Transcript
from simulator.scorer.adjusted import adjusted_levels
from simulator.scorer.scorer import score
from simulator.talk_coding import TalkReaders, code_talk


class ActExample(NamedTuple):
    """A turn as people read it: `act` is in it (a hit) or not (a miss), `acts` are all that are."""

    act: str
    present: bool
    text: str
    client: tuple[str, ...]
    acts: tuple[str, ...]
    reason: str = ""


class LevelExample(NamedTuple):
    """A talk with the levels that people gave; `reasons` say why, by criterion."""

    session: str
    rubric: str
    talk: Transcript
    levels: dict[str, LevelName]
    reasons: dict[str, str]


class Proposed(NamedTuple):
    """What a session proposes; the criteria in `bound` hang on its scenario, so that its words alone prove nothing."""

    acts: tuple[ActExample, ...]
    talk: LevelExample | None
    bound: tuple[str, ...]


def proposed(debrief: Debrief, rubric: Rubric, readers: TalkReaders) -> Proposed:
    """The examples of one session; `readers` are today's, without its scenario. What they see alike is left out."""
    read = code_talk(debrief.transcript.model_copy(update={"scenario": None}), readers)
    today: dict[str, LevelName] = {one.id: one.level for one in score(read, rubric).criteria}
    then = {one.id: one.level for one in debrief.criteria}
    wanted = {criterion: level for criterion, level in adjusted_levels(debrief.notes).items() if criterion in today}
    free = {one: level for one, level in wanted.items() if today[one] == then.get(one)}
    agreed = {note.criterion: note.level for note in debrief.notes if isinstance(note, Agreement)}
    held = {one: level for one, level in agreed.items() if one not in wanted and today.get(one) == level}
    reasons = {note.criterion: note.reason for note in debrief.notes if isinstance(note, Adjustment)}
    name = debrief.header.session or ""
    talk = LevelExample(name, rubric.id, read, {**free, **held}, reasons) if free else None
    bound = tuple(one for one, level in wanted.items() if one not in free and today[one] != level)
    return Proposed(tuple(act_examples(read, debrief.notes)), talk, bound)


def act_examples(read: Transcript, notes: Sequence[Note]) -> Iterator[ActExample]:
    """A hit for each act the engine missed or left open, a miss for each that is not there."""
    told = sorted((note for note in notes if isinstance(note, Coding | ActVerdict)), key=lambda note: note.at)
    for turn, said in zip(read.turns, read.between_turns, strict=False):
        found = verdicts(turn.number, told)
        sure = engine_acts(turn)
        acts = tuple(dict.fromkeys(act for act in (*sure, *found) if found.get(act, act in sure)))
        for act, present in found.items():
            if present != (act in sure) or act in open_acts(turn):
                yield ActExample(act, present, turn.text, _client(said), acts, _reason(turn.number, act, told))


def _client(said: Iterable[Message]) -> tuple[str, ...]:
    return tuple(message.text for message in said if message.role == "client")


def _reason(turn: int, act: str, told: Iterable[Coding | ActVerdict]) -> str:
    """The latest that was given."""
    given = (note for note in told if isinstance(note, ActVerdict) and (note.turn, note.act) == (turn, act))
    return next((note.reason for note in reversed(list(given)) if note.reason), "")
