"""A small talk that ended, judged by a rubric of five criteria, on the desk of a supervisor."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from written_scenario import END, scenario

from simulator.desk.archive import Archive
from simulator.desk.desk import Desk
from simulator.library import Played
from simulator.model.codebook import ActDefinition, Codebook
from simulator.model.rubric import Rubric
from simulator.readers import Readers, make_readers
from simulator.records.noting import add_note
from simulator.records.pen import Pen
from simulator.records.recording import Beginning, Recording, begin
from simulator.store.protocol import Store

TALK = (
    "Hi, i am Oleg, a peer counselor. What can i call you?",
    "May i ask you something? Maybe i can advise",
    "I am not a doctor. The van comes on monday",
    "bye",
)
SMALL = scenario(
    states=[
        {
            "id": "one",
            "stage": "contact",
            "client": ["hi, who is this?"],
            "turns": [{"when": {"any": ["farewell"]}, "to": "end"}],
            "otherwise": [{"client": ["ok"]}],
        }
    ],
    endings=[END],
)


def presence(name: str, *acts: str, **more: object) -> dict[str, object]:
    anchors = {"met": f"{name} is there.", "partly": f"{name} comes late.", "not_yet": f"{name} is missing."}
    title = name.capitalize().replace("-", " ")
    wanted = [{"acts": acts}]
    return {
        "id": name,
        "area": "all",
        "kind": "presence",
        "title": title,
        "source": "t",
        "wanted": wanted,
        "anchors": anchors,
        **more,
    }


RUBRIC = Rubric.model_validate(
    {
        "format": 1,
        "id": "small",
        "title": "Small",
        "areas": [{"id": "all", "title": "All"}],
        "criteria": [
            presence("says-who", "self_introduction"),
            presence("says-private", "confidentiality"),
            presence("knows-limits", "role_boundary"),
            presence("offers", "service_offer"),
            presence("refers", "referral", critical=True),
        ],
        "self_rating": [{"id": "contact", "areas": ["all"], "asks": "Was the beginning good?"}],
    }
)


@pytest.fixture(scope="session")
def readers(small_codebook: Codebook) -> Readers:
    """The small codebook with an act that is never sure."""
    phrase = {"words": "the van comes", "strength": 0.5}
    words = {"title": "Referral", "is": "Names a place for help.", "source": "test", "group": "referral"}
    referral = ActDefinition.model_validate({"format": 1, "act": "referral", **words, "phrases": [phrase]})
    return make_readers(small_codebook.model_copy(update={"acts": (*small_codebook.acts, referral)}))


@pytest.fixture(scope="session")
def frozen(readers: Readers) -> Played:
    return Played(SMALL, RUBRIC, readers.codebook)


Play = Callable[..., Recording]


@pytest.fixture
def play(store: Store, frozen: Played, readers: Readers) -> Play:
    """Play the talk to its end, in the `store` of the test."""

    def played(
        session: str = "k1", texts: tuple[str, ...] = TALK, day: int = 5, trainee: str | None = "t-07"
    ) -> Recording:
        beginning = Beginning(session, trainee, f"2026-01-{day:02}T10:00:00Z", 1, "live")
        recording = begin(store, frozen, readers, beginning)
        for number, text in enumerate(texts, start=1):
            recording.say(text, "dm", 20.0 * number)
        return recording

    return played


@pytest.fixture
def pen() -> Callable[..., Pen]:
    """Somebody who writes beside a session; each note a second after the one before."""
    numbers: Iterator[int] = iter(range(1, 60))
    ids: Iterator[int] = iter(range(1, 60))

    def held(by: str) -> Pen:
        return Pen(by, "supervisor", lambda: f"n{next(ids)}", lambda: f"2026-02-01T10:00:{next(numbers):02}Z")

    return held


@pytest.fixture
def desk(store: Store, play: Play, pen: Callable[..., Pen]) -> Callable[..., Desk]:
    """The talk on a desk, as it is in the store by now."""
    play()

    def laid(view: str = "open", by: str = "s-1") -> Desk:
        return Desk(Archive(store).talk("k1"), pen(by), partial(add_note, store, "k1"), view)

    return laid
