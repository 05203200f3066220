"""A transcript turned into a Talk, once for all rules."""

from collections.abc import Iterable

from simulator.model.rubric import Terms
from simulator.model.transcript import Act, Transcript, Turn
from simulator.scorer.said import Heard, Said, clients
from simulator.scorer.setting import Setting
from simulator.scorer.talk import Danger, Talk


def read_talk(transcript: Transcript, terms: Terms, setting: Setting) -> Talk:
    """The view of a transcript that all rules share."""
    said = tuple(_placed((turn, turn.reading.acts) for turn in transcript.turns))
    heard = tuple(Heard(number, cue, message.text) for number, message in clients(transcript) for cue in message.cues)
    return Talk(
        transcript=transcript,
        setting=setting,
        terms=terms,
        turns=transcript.turns,
        said=said,
        unsure=tuple(_placed((turn, turn.reading.unsure) for turn in transcript.turns)),
        heard=heard,
        agreed=_agreed(said, heard, terms),
        danger=_danger(transcript, said, heard, terms),
    )


def _placed(rows: Iterable[tuple[Turn, tuple[Act, ...]]]) -> list[Said]:
    said = [Said(turn.number, act, turn.text) for turn, acts in rows for act in acts]
    return sorted(said, key=lambda one: (one.place, one.act.act))


def accepted(turn: int, heard: Iterable[Heard], terms: Terms) -> bool:
    """Whether the client accepts what the turn put to them; a refusal in the same messages cancels it."""
    answer = {one.cue.cue for one in heard if one.turn == turn}
    return bool(answer & set(terms.accepted_by)) and not answer & set(terms.declined_by)


def _agreed(said: tuple[Said, ...], heard: tuple[Heard, ...], terms: Terms) -> int | None:
    checks = (one.turn for one in said if one.act.act in terms.agreed_by)
    return next((turn for turn in checks if accepted(turn, heard, terms)), None)


def _danger(transcript: Transcript, said: tuple[Said, ...], heard: tuple[Heard, ...], terms: Terms) -> Danger | None:
    """The turns from the first sign of present danger until help is directed; help directed before it leaves none."""
    first = next((one.turn for one in heard if one.cue.cue in terms.danger), None)
    if first is None:
        return None
    directed = next((one.turn for one in said if one.act.act in terms.directed_by), None)
    if directed is not None and directed <= first:
        return None
    last = max((turn.number for turn in transcript.turns), default=0)
    return Danger(first, last if directed is None else directed)
