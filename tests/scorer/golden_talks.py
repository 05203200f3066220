"""The golden talks of these tests, judged as `score` judges them; each is read once, and its debrief made once."""

from functools import cache
from pathlib import Path

from simulator.authoring.golden_talks import WrittenTalk, golden_talks_in
from simulator.library import Library
from simulator.model.debrief import Debrief, Header
from simulator.model.scenario import Scenario
from simulator.model.transcript import Transcript
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting
from simulator.talk_coding import TalkReaders, code_talk, talk_readers

FOLDER = Path(__file__).parent / "golden_talks"


def golden_talks(library: Library) -> dict[str, WrittenTalk]:
    """Every talk by the name of its file."""
    return {talk.name: talk for talk in golden_talks_in(FOLDER, library)}


class GoldenBench:
    """Judges golden talks with the content of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._talks = golden_talks(library)
        self._scenario = cache(library.scenario)
        self.coded = cache(self._coded)
        self.debrief = cache(self._debrief)

    def _coded(self, name: str) -> tuple[Transcript, Setting]:
        """A talk as it is judged: read by the coder, in the setting of its scenario."""
        talk = self._talks[name]
        scenario = self._of(talk)
        readers = self._readers(scenario, self._library.rubric(talk.golden.rubric).language)
        if scenario is None:
            return code_talk(talk.transcript, readers), Setting()
        placed = talk.transcript.model_copy(update={"scenario": scenario.id})
        return code_talk(placed, readers), Setting.of(scenario, Header())

    def _debrief(self, name: str) -> Debrief:
        transcript, setting = self.coded(name)
        return score(transcript, self._library.rubric(self._talks[name].golden.rubric), setting)

    def _of(self, talk: WrittenTalk) -> Scenario | None:
        return self._scenario(str(talk.scenario)) if talk.scenario else None

    def _readers(self, scenario: Scenario | None, language: str) -> TalkReaders:
        readers = self._library.readers(scenario.language if scenario else language)
        return talk_readers(readers.coder, readers.client_reader, scenario)
