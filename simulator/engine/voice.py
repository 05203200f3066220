"""The client's voice: lines to messages, a wording that was not used last, questions that stay open."""

from collections.abc import Iterable
from random import Random

from simulator.engine.conditions import holds
from simulator.engine.standing import Moment, Standing
from simulator.model.scenario import Line, Scenario
from simulator.model.transcript import BY_AUTHOR, Cue, Message


class Voice:
    """Says the lines of one scenario; the seed alone decides between wordings."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self._scenario = scenario
        self._seed = seed
        self._aliases = {speaker.id: speaker.alias for speaker in scenario.speakers}

    def say(self, lines: Iterable[Line], moment: Moment, cues: tuple[str, ...] = ()) -> list[Message]:
        """Messages for those of the lines that fit the moment; `cues` of the whole row go to its last bubble."""
        row = [line for line in lines if _fits(line, moment)]
        said = [self._message(line, moment) for line in row]
        asked = moment.standing.asked
        for line in row:
            if line.asks and all(open_.id != line.asks.id for open_ in asked):
                asked.append(line.asks)
        if said and cues:
            said[-1] = said[-1].model_copy(update={"cues": (*said[-1].cues, *_authored(cues, said[-1].text))})
        return said

    def notice(self, text: str, moment: Moment) -> Message:
        """A message of the platform, such as "has blocked you"."""
        platform = self._scenario.channel.platform
        return Message(role="other", sender=platform, where=moment.where, text=text, at=moment.at)

    def _message(self, line: Line, moment: Moment) -> Message:
        text = self._wording(line, moment.standing)
        return Message(
            role="other" if line.sender in self._aliases else "client",
            sender=self._aliases.get(line.sender or "", self._scenario.client.alias),
            where=line.where or (moment.where if line.sender else moment.place),
            text=text,
            at=moment.at,
            cues=_authored(line.cue, text),
        )

    def _wording(self, line: Line, standing: Standing) -> str:
        """Chosen by the seed; no wording comes again before all have been used."""
        wordings = line.wordings
        key = "\n".join(wordings)
        used = standing.wordings_used.get(key, 0)
        standing.wordings_used[key] = used + 1
        order = list(range(len(wordings)))
        Random(f"{self._seed}:{key}:{used // len(wordings)}").shuffle(order)
        return wordings[order[used % len(wordings)]]


def _fits(line: Line, moment: Moment) -> bool:
    settled = line.asks is not None and line.asks.id in moment.standing.settled
    return not settled and holds(line.needs, moment)


def _authored(cues: Iterable[str], text: str) -> tuple[Cue, ...]:
    return tuple(Cue(cue=cue, start=0, end=len(text), by=BY_AUTHOR) for cue in cues)
