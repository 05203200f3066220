"""A whole conversation coded afresh: personal data replaced, then every turn and every client message read."""

from collections.abc import Mapping
from typing import NamedTuple

from simulator.authored_cues import authored_cues
from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder
from simulator.coder.found import NO_TURN, Context
from simulator.coder.personal_data import replace_personal_data
from simulator.coder.scenario_reader import Here, ScenarioReader
from simulator.model.known_ids import ADDRESS_REQUEST
from simulator.model.scenario import Scenario
from simulator.model.transcript import BY_AUTHOR, Cue, Message, Reading, Transcript, Turn
from simulator.stand_ins import StandIns


class TalkReaders(NamedTuple):
    """Who reads a talk, made ready once; what a scenario adds is empty without one.

    `others` are senders who are not the client, `aliases` all whom the scenario names: these are no codes. `authored`
    holds the author's cues by the wording of a line.
    """

    coder: Coder
    client: ClientReader
    scenario: ScenarioReader | None = None
    others: frozenset[str] = frozenset()
    authored: Mapping[str, tuple[str, ...]] = {}
    aliases: frozenset[str] = frozenset()


def talk_readers(coder: Coder, client: ClientReader, scenario: Scenario | None = None) -> TalkReaders:
    """The readers of a talk; with a scenario its facts, topics and moves are read too."""
    if scenario is None:
        return TalkReaders(coder, client)
    others = frozenset((scenario.channel.platform, *(speaker.alias for speaker in scenario.speakers)))
    aliases = others | {scenario.client.alias}
    return TalkReaders(coder, client, ScenarioReader(coder, scenario), others, authored_cues(scenario), aliases)


def code_talk(transcript: Transcript, readers: TalkReaders) -> Transcript:
    """The same talk with readings and cues; nothing that was read in it before is kept but the author's own cues."""
    return _TalkCoder(readers).code(transcript)


class _TalkCoder:
    """One pass through a talk: what was said so far is the context of what comes next."""

    def __init__(self, readers: TalkReaders) -> None:
        self._readers = readers
        self._said: list[str] = []
        self._names: tuple[str, ...] = ()
        self._codes = StandIns(())

    def code(self, transcript: Transcript) -> Transcript:
        self._codes = StandIns({message.sender for message in transcript.messages} - self._readers.aliases)
        opening = tuple(self._message(message, NO_TURN) for message in transcript.opening)
        return transcript.model_copy(update={"opening": opening, "turns": tuple(map(self._turn, transcript.turns))})

    def _turn(self, turn: Turn) -> Turn:
        text = replace_personal_data(turn.text).text
        reading = self._read(text)
        client = tuple(self._message(message, reading) for message in turn.client)
        if ADDRESS_REQUEST in reading.act_ids and not self._names:
            words = (self._codes.hidden(message.text) for message in client)
            self._names = tuple(name for text in words for name in self._readers.client.names(text))
        return turn.model_copy(update={"text": text, "reading": reading, "client": client})

    def _read(self, text: str) -> Reading:
        context = Context(tuple(self._said), self._names)
        words = self._codes.hidden(text)
        if self._readers.scenario is None:
            return self._codes.shown(self._readers.coder.read(words, context))
        return self._codes.shown(self._readers.scenario.read(words, context, Here()))

    def _message(self, message: Message, after: Reading) -> Message:
        """A message that answers the turn that was read as `after`."""
        text = replace_personal_data(message.text).text
        words = self._codes.hidden(text)
        self._said.append(words)
        if message.role == "other" or message.sender in self._readers.others:
            return message.model_copy(update={"role": "other", "text": text, "cues": (), "unsure": ()})
        names = [cue.cue for cue in message.cues if cue.by == BY_AUTHOR] or self._readers.authored.get(message.text, ())
        authored = tuple(Cue(cue=name, start=0, end=len(text), by=BY_AUTHOR) for name in names)
        shown = self._readers.client.read(words, after)
        found = (cue for cue in shown.cues if cue.cue not in names)
        # What an author wrote shows what the author says, and needs nobody to look.
        unsure = () if names or message.text in self._readers.authored else shown.unsure
        return message.model_copy(update={"text": text, "cues": (*authored, *found), "unsure": unsure})
