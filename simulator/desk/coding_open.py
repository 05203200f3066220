"""What a supervisor who sees the engine's reading can say of the acts of a turn."""

import re
from typing import Any

from simulator.desk.act_names import act_named
from simulator.desk.answer import Answer, Ask, asked, told
from simulator.desk.desk import Desk
from simulator.desk.turn_reading import own_verdicts
from simulator.desk.verdicts import engine_acts, open_acts, readings
from simulator.model.notes import ActVerdict, Coding
from simulator.model.transcript import Turn
from simulator.render.blocks import Item, line, strong
from simulator.render.counting import number_in

OPEN_HELP = (
    "a              all right: what is shown is in it, and nothing else",
    "n 2 because …  number 2 is not in it",
    "y 2 because …  number 2 is in it",
    "m referral …   an act the program missed; “words” in quotation marks say where it is",
    "w 2, w         what number 2 means; which acts there are",
    "c words        a comment on this turn",
)
WHY = "Why? (Enter: no reason)"
_QUOTED = re.compile('["“]([^"“”]+)["”]')


def right_as_it_is(desk: Desk, turn: Turn) -> Answer:
    """The whole turn coded: the engine's acts, changed by what the supervisor said of single ones."""
    said = own_verdicts(desk, turn)
    unanswered = [str(number) for number, one in enumerate(readings(turn), 1) if not one.sure and one.act not in said]
    if unanswered:
        return told(f"First say whether {' and '.join(unanswered)} is in it: y {unanswered[0]} or n {unanswered[0]}.")
    acts = [act for act in (*engine_acts(turn), *said) if said.get(act, True)]
    desk.write(
        Coding, turn=turn.number, acts=tuple(dict.fromkeys(acts)), engine=engine_acts(turn), unsure=open_acts(turn)
    )
    return Answer(move="on")


def judged(desk: Desk, turn: Turn, rest: str, present: bool) -> Answer:
    """A number or a name, and perhaps why."""
    act, reason, wrong = _chosen(desk, turn, rest)
    if act is None:
        return told(wrong)
    spans = [one.spans[0] for one in readings(turn) if one.act == act]
    start, end = (spans[0].start, spans[0].end) if spans else (0, len(turn.text))
    return _verdict(desk, reason, turn=turn.number, act=act, start=start, end=end, present=present)


def missed(desk: Desk, turn: Turn, rest: str) -> Answer:
    """An act by its name, perhaps with its words in quotation marks, and why."""
    found = _QUOTED.search(rest)
    words = found[1].strip() if found else ""
    named = act_named(_QUOTED.sub(" ", rest), desk.definitions)
    if named.act is None:
        return told("Which act? For example: m referral" if not rest else f"There is {named.wrong}")
    # What is typed stands on one line, with single spaces.
    there = re.search(r"\s+".join(map(re.escape, words.split())), turn.text, re.IGNORECASE)
    if there is None:
        return told(f"“{words}” is not in this turn; copy its words, or leave them out.")
    start, end = there.span() if words else (0, len(turn.text))
    return _verdict(desk, named.rest, turn=turn.number, act=named.act, start=start, end=end, present=True)


def what_it_means(desk: Desk, turn: Turn, rest: str) -> Answer:
    """The codebook's words for an act, or all acts with theirs."""
    if not rest:
        return Answer(tuple(Item(line(strong(f"{one.title}: "), one.what)) for one in desk.definitions.values()))
    act, _, wrong = _chosen(desk, turn, rest)
    meaning = desk.meaning(act) if act else None
    return Answer((meaning,)) if meaning else told(wrong)


def _verdict(desk: Desk, reason: str, **said: Any) -> Answer:
    """Written with its reason, which is asked for where none was typed along."""

    def write(why: str) -> Answer:
        desk.write(ActVerdict, **said, reason=why)
        return told(f"Noted: {desk.title(said['act'])} {'is' if said['present'] else 'is not'} in it.")

    return asked(reason, Ask(WHY, write))


def _chosen(desk: Desk, turn: Turn, rest: str) -> tuple[str | None, str, str]:
    """The act by its number or its name, the words after it, and what to say where there is none."""
    read = () if desk.hides("turn", turn.number) else readings(turn)
    first, _, after = rest.partition(" ")
    if first.isdecimal():
        number = number_in(first, len(read))
        if number is None:
            return None, "", f"There is no number {first} here."
        return read[number - 1].act, after.strip(), ""
    named = act_named(rest, desk.definitions)
    return named.act, named.rest, "Which one? Write its number." if not rest else f"There is {named.wrong}"
