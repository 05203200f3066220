"""Transcripts written tersely, with readings made directly: no coder takes part in these tests.

A talk is a text with one message a line. `C:` is a counselor turn, its tokens are acts (`act`, `act/mark,mark`, and
`a+b` for the same words). `K:` is a client's message, its tokens are cues (`feeling=scared`,
`direct_question/advice`). Further tokens of a
counselor turn: `?act` (unsure), `fact:id`, `wrong:id`, `open:id`, `move:id`, `group`, and `name=Ira`, `words=70`,
`asks=3`, `personal=1`, `letters=PEP`, `syllables=90`, `sentences=2`. An act that ends in `~7` is seven words long,
one in `~7.` is so in two sentences, one in `~model` is read by the model alone, one in `~form` from the form of the
sentence; a cue may end in `~model` too. A story is 25 words long. `#` begins a comment.
"""

from functools import cache
from pathlib import Path

import yaml

from simulator.model.debrief import Debrief, Score
from simulator.model.rubric import Rubric
from simulator.model.scenario import CriterionChoice, Fact, ScenarioMove
from simulator.model.transcript import (
    Act,
    Closing,
    Cue,
    Given,
    Measures,
    Message,
    Move,
    OpenFact,
    Reading,
    Transcript,
    Turn,
)
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting

ROOT = Path(__file__).parents[2]
QUESTIONS = {"open_question", "closed_question", "risk_question"}


@cache
def rubric() -> Rubric:
    text = (ROOT / "rubrics" / "peer-counseling.yaml").read_text(encoding="utf-8")
    return Rubric.model_validate(yaml.safe_load(text))


def fact(name: str, needed: bool = True) -> Fact:
    return Fact(id=name, fact=f"the fact {name}", given_as=("it is so",), needed=needed, source="WHO 2022")


def move(name: str, crosses: str) -> ScenarioMove:
    return ScenarioMove(id=name, said_as=("do it",), crosses=crosses)


def listed(*ids: str) -> dict[str, CriterionChoice]:
    return {name: CriterionChoice(matters="most") for name in ids}


def written(text: str, ending: str | None = None, stopped: bool = False) -> Transcript:
    """The transcript of a talk; `ending` is the kind of ending it reached."""
    opening: list[Message] = []
    turns: list[Turn] = []
    for line in filter(None, (line.split("#")[0].strip() for line in text.splitlines())):
        who, _, rest = line.partition(":")
        if who == "C":
            turns.append(_turn(len(turns) + 1, rest.split()))
        elif turns:
            turns[-1] = turns[-1].model_copy(update={"client": (*turns[-1].client, _message(rest.split()))})
        else:
            opening.append(_message(rest.split()))
    closing = Closing(id=ending, kind=ending) if ending else None  # type: ignore[arg-type]
    return Transcript(opening=tuple(opening), turns=tuple(turns), ending=closing, stopped=stopped)


def judged(text: str, criterion: str, setting: Setting | None = None, ending: str | None = None) -> Score:
    """The score of one criterion in a talk."""
    return next(one for one in debriefed(text, setting, ending).criteria if one.id == criterion)


def debriefed(text: str, setting: Setting | None = None, ending: str | None = None) -> Debrief:
    return score(written(text, ending), rubric(), setting or Setting())


def _message(tokens: list[str]) -> Message:
    text, cues = "", []
    for token in tokens:
        token, _, reader = token.partition("~")
        token, _, marks = token.partition("/")
        cue, _, feels = token.partition("=")
        start = len(text)
        text += f"{cue}; "
        by = f"{reader or 'phrase'}:{cue}#1"
        more = tuple(filter(None, marks.split(",")))
        cues.append(Cue(cue=cue, feels=feels or None, marks=more, start=start, end=start + len(cue), by=by))
    return Message(role="client", sender="K", text=text or "ok", cues=tuple(cues))


def _turn(number: int, tokens: list[str]) -> Turn:
    text, found = "", {"act": [], "unsure": [], "fact": [], "open": [], "move": []}
    for token in (token for token in tokens if "=" not in token and token != "group"):
        start = len(text)
        token, _, size = token.partition("~")
        text += f"«{token}»{_longer(token, size)} "
        by = f"model:{token}:w:written" if size == "model" else "phrase:written#1"
        strength = 0.7 if size == "form" else 1.0
        _note(token, {"start": start, "end": len(text) - 1, "by": by, "strength": strength}, found)
    acts = tuple(found["act"])
    settings = dict(token.split("=") for token in tokens if "=" in token)
    return Turn(
        number=number,
        text=text or "hm",
        at=10.0 * number,
        where="group" if "group" in tokens else "dm",
        reading=Reading(
            acts=acts,
            unsure=tuple(found["unsure"]),
            facts=tuple(found["fact"]),
            open_facts=tuple(found["open"]),
            moves=tuple(found["move"]),
            measures=_measures(acts, settings),
        ),
    )


def _longer(token: str, size: str) -> str:
    """The words after the first, which is the token itself."""
    words = int(size.rstrip(".")) if size.rstrip(".").isdigit() else 25 if token.startswith("personal_story") else 1
    return ("." if size.endswith(".") else "") + " word" * (words - 1)


def _note(token: str, span: dict[str, object], found: dict[str, list]) -> None:
    for one in token.split("+"):
        kind, _, name = one.partition(":")
        if kind in ("fact", "wrong"):
            found["fact"].append(Given(fact=name, right=kind == "fact", **span))
        elif kind == "open":
            found["open"].append(OpenFact(fact=name, **span))
        elif kind == "move":
            found["move"].append(Move(move=name, **span))
        else:
            act, _, marks = one.lstrip("?").partition("/")
            row = found["unsure" if one.startswith("?") else "act"]
            row.append(Act(act=act, marks=tuple(filter(None, marks.split(","))), **span))


def _measures(acts: tuple[Act, ...], settings: dict[str, str]) -> Measures:
    asked = sum(act.act in QUESTIONS for act in acts)
    return Measures(
        words=int(settings.get("words", 5 * len(acts))),
        sentences=int(settings.get("sentences", len(acts))),
        questions=int(settings.get("asks", asked)),
        personal_questions=int(settings["personal"]) if "personal" in settings else None,
        statements=len(acts) - asked,
        syllables=int(settings.get("syllables", 6 * len(acts))),
        abbreviations=tuple(filter(None, settings.get("letters", "").split(","))),
        names=tuple(filter(None, settings.get("name", "").split(","))),
    )
