"""Whether a session and its debrief are what its words make of them."""

from typing import Any

from simulator.errors import SimulatorError
from simulator.model.debrief import Debrief
from simulator.model.noun import Noun
from simulator.records.rescoring import faithful_talk
from simulator.records.stored_talk import StoredTalk
from simulator.store.chain import verify_chain
from simulator.store.protocol import Store

MOST_SHOWN = 10
"""Differences named one by one."""
LONGEST = 60
"""Characters of a value in a difference."""


class Check(Noun):
    """One thing that was verified; `wrong` says what does not hold, and is empty where it does."""

    what: str
    wrong: str = ""


def verified(store: Store, session: str, given: Debrief | None = None) -> tuple[Check, ...]:
    """Chain, content, the client's answers, and the debrief that was given, if one was. StoreError: no such session."""
    head = store.head(session)
    broken = verify_chain(head, store.events(session))
    chain = Check(what="every event is as it was saved", wrong=broken.what if broken else "")
    played = "its content is whole, and the client answers as it did"
    try:
        talk = faithful_talk(store, session)
    except SimulatorError as wrong:
        return chain, Check(what=played, wrong=str(wrong))
    return chain, Check(what=played), *([_debrief(talk, given)] if given else [])


def _debrief(talk: StoredTalk, given: Debrief) -> Check:
    """Program versions may differ; what they say may not."""
    found = differences(given.model_dump(mode="json"), talk.debrief().model_dump(mode="json"))
    shown = "; ".join(found[:MOST_SHOWN]) + (f"; and {len(found) - MOST_SHOWN} more" if found[MOST_SHOWN:] else "")
    return Check(what="the debrief is what its words make of it", wrong=shown)


def differences(given: Any, made: Any, place: str = "") -> list[str]:
    """Where two pieces of plain data part, each as `place: given, now made`."""
    if isinstance(given, dict) and isinstance(made, dict):
        keys = dict.fromkeys((*given, *made))
        return [one for key in keys for one in differences(given.get(key), made.get(key), f"{place}.{key}".strip("."))]
    if isinstance(given, list) and isinstance(made, list) and len(given) == len(made):
        pairs = enumerate(zip(given, made, strict=True))
        return [one for number, (a, b) in pairs for one in differences(a, b, f"{place}[{number}]")]
    return [] if given == made else [f"{place}: {_short(given)}, and its words make {_short(made)}"]


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
