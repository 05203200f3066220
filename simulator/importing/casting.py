"""Who is who in a conversation: a part and a code for every name, by a speakers file or by a few plain rules."""

from collections import Counter
from collections.abc import Iterable
from json import dumps
from typing import NamedTuple

from simulator.errors import ContentError
from simulator.importing.bubbles import Bubble
from simulator.listing import some_of
from simulator.model.defaults import DEFAULT_COUNSELOR
from simulator.model.speakers import NamedSpeaker, Part, Speakers

_CODES = {"counselor": "Counselor", "client": "Client", "other": "other"}
MOST_NAMED = 20


class Cast(NamedTuple):
    """What the caller knows: a speakers file, or else the counselor's name; `kept` are aliases that may stay."""

    counselor: str = DEFAULT_COUNSELOR
    speakers: Speakers | None = None
    kept: frozenset[str] = frozenset()


def parts(bubbles: Iterable[Bubble], cast: Cast) -> dict[str, NamedSpeaker]:
    """The part of every sender. ContentError where the file of speakers lacks one, or nobody is the counselor."""
    senders: dict[str, Bubble] = {}
    for bubble in bubbles:
        senders.setdefault(bubble.sender, bubble)
    if cast.speakers is not None:
        return _listed(senders, cast.speakers)
    found: dict[str, NamedSpeaker] = {}
    for name, bubble in senders.items():
        role = _role(bubble, cast.counselor)
        code = name if name in cast.kept else _code(role, found)
        # An alias of a scenario need not look like a code.
        found[name] = NamedSpeaker.model_construct(name=name, role=role, code=code)
    if senders and not any(one.role == "counselor" for one in found.values()):
        raise ContentError(_no_counselor(list(senders), cast.counselor))
    return found


def with_roles(bubbles: Iterable[Bubble], found: dict[str, NamedSpeaker]) -> tuple[Bubble, ...]:
    """The messages with everybody's role; those of speakers who are left out are gone."""
    rows: list[Bubble] = []
    for bubble in bubbles:
        role = found[bubble.sender].role
        if role != "left_out":
            rows.append(bubble._replace(role=role))
    return tuple(rows)


def draft(bubbles: Iterable[Bubble], counselor: str) -> str:
    """A speakers file to be gone through by hand: who wrote first is taken for the client, unless named."""
    rows = list(bubbles)
    counts = Counter(bubble.sender for bubble in rows)
    named = {bubble.sender: bubble.role for bubble in rows}
    certain = any(_role(bubble, counselor) == "counselor" for bubble in rows)
    lines = ["# Who is who in the conversation. Look through every role: counselor, client, other, or left_out."]
    lines += ["# `code` stands for the name from now on; `also` takes further names of the same person.", "format: 1"]
    lines.append("speakers:")
    found: dict[str, NamedSpeaker] = {}
    for number, (name, count) in enumerate(counts.items()):
        guess: Part = "client" if number == 0 else "counselor" if number == 1 or len(counts) == 1 else "other"
        role: Part = named[name] or (_role(Bubble(name, ""), counselor) if certain else guess)
        found[name] = NamedSpeaker.model_construct(name=name, role=role, code=_code(role, found))
        lines.append(f"  - name: {_quoted(name)}  # {count} message{'' if count == 1 else 's'}")
        lines += [f"    role: {role}", f"    code: {_quoted(found[name].code)}"]
    return "\n".join(lines) + "\n"


def _role(bubble: Bubble, counselor: str) -> Part:
    """A name the caller gives the counselor outweighs the role in the file; upper and lower case are the same."""
    wanted = counselor.strip().casefold()
    if wanted in (bubble.sender.strip().casefold(), bubble.role):
        return "counselor"
    return bubble.role or "client"


def _code(role: Part, found: dict[str, NamedSpeaker]) -> str:
    number = 1 + sum(one.role == role for one in found.values())
    return _CODES[role] if number == 1 and role != "other" else f"{_CODES[role]} {number}"


def _listed(senders: Iterable[str], speakers: Speakers) -> dict[str, NamedSpeaker]:
    by_name = {name.strip().casefold(): one for one in speakers.speakers for name in (one.name, *one.also)}
    unknown = [name for name in senders if name.strip().casefold() not in by_name]
    if unknown:
        told = "".join(f"\n  - {{name: {_quoted(name)}, role: client, code: Client}}" for name in unknown)
        raise ContentError(f"the speakers file does not say who this is; add, with the right role and code:{told}")
    return {name: by_name[name.strip().casefold()] for name in senders}


def _quoted(name: str) -> str:
    """In double quotes as YAML reads them, which knows no emoji in two halves as JSON would write it."""
    return dumps(name, ensure_ascii=False)


def _no_counselor(senders: list[str], counselor: str) -> str:
    names = some_of((f'"{name}"' for name in senders), MOST_NAMED)
    return f'nobody in it is called "{counselor}"; name the counselor with --counselor: there is {names}'
