"""Names of acts and moments as a note can say them."""

from collections.abc import Iterable

from simulator.model.measuring import Moment

ORDINALS = {1: "first", 2: "second", 3: "third"}


def spoken(ids: Iterable[str]) -> str:
    """`understanding check or summary`; a group goes by its own name."""
    return " or ".join(dict.fromkeys(one.lstrip("@").replace("_", " ") for one in ids))


def named(moment: Moment, act: str | None) -> str:
    """`the second question`, `the first personal question`; a mixed list goes by the act that was there."""
    if moment.event is not None:
        what = moment.event.removeprefix("first_").replace("_", " ")
    elif len(moment.acts) == 1 or act is None:
        what = spoken((*moment.acts, *moment.cues))
    else:
        what = spoken((act,))
    return f"the {ORDINALS.get(moment.nth, f'{moment.nth}th')} {what}"
