"""A contact form beside the talk it is about: which answers the words bear out, field by field."""

from collections.abc import Iterable, Iterator, Mapping

from simulator.model.contact_form import Answer, Choice, FormCheck, FormDefinition, Question, Said
from simulator.model.debrief import Debrief, Quote
from simulator.model.transcript import Evidence, Message
from simulator.scorer.quoting import quoted

Answers = Mapping[str, tuple[str, ...]]
"""What was written, by question: ids of choices or facts, a code, or a number."""

MOST_QUOTES = 2
"""Quotations behind one answer."""


def check_form(form: FormDefinition, answers: Answers, debrief: Debrief) -> FormCheck:
    """Every question of the form, answered or not; one about facts only where the scenario has some."""
    asked = (question for question in form.questions if question.kind != "facts" or debrief.facts)
    rows = tuple(_answer(question, answers.get(question.id, ()), debrief) for question in asked)
    return FormCheck(session=debrief.header.session, form=form.id, title=form.title, answers=rows)


def choices_of(question: Question, debrief: Debrief) -> tuple[Choice, ...]:
    """What can be chosen: the question's own choices, or the facts of the scenario."""
    if question.kind != "facts":
        return question.choices
    return tuple(Choice.model_construct(id=one.id, title=one.fact) for one in debrief.facts)


def _answer(question: Question, written: tuple[str, ...], debrief: Debrief) -> Answer:
    match question.kind:
        case "code":
            return _code(question, written, debrief)
        case "minutes":
            return _minutes(question, written, debrief)
        case "facts":
            shown = {one.id: (one.quote,) for one in debrief.facts if one.outcome in ("given", "wrong") and one.quote}
            told = {one.id for one in debrief.facts if one.outcome != "unsure"}
            return _compared(question, written, choices_of(question, debrief), _Shown(shown, told))
    return _compared(question, written, question.choices, _shown(question.choices, debrief))


def _code(question: Question, written: tuple[str, ...], debrief: Debrief) -> Answer:
    """A code is right as long as it is none of the names the client goes by."""
    names = {name.casefold() for turn in debrief.transcript.turns for name in turn.reading.measures.names}
    is_name = bool(written) and written[0].casefold() in names
    note = "this is a name from the talk; a code leads to nobody" if is_name else ""
    state = "empty" if not written else "differs" if is_name else "cannot_tell"
    return Answer(question=question.id, asks=question.asks, written=written, state=state, note=note)


def _minutes(question: Question, written: tuple[str, ...], debrief: Debrief) -> Answer:
    real = round(debrief.header.seconds / 60)
    row = Answer(question=question.id, asks=question.asks, written=written, state="cannot_tell")
    if not written:
        return row.model_copy(update={"state": "empty"})
    if not debrief.header.seconds:
        return row
    agrees = written[0].isdecimal() and abs(int(written[0]) - real) <= question.within
    said = (Said(answer=f"{real} minutes, by the times of the messages"),)
    return row.model_copy(update={"state": "agrees" if agrees else "differs", "said": said})


class _Shown:
    """What the talk shows of a question's choices: quotations by choice, and which choices it could show at all."""

    def __init__(self, quotes: Mapping[str, tuple[Quote, ...]], told: Iterable[str]) -> None:
        self.quotes = quotes
        self.told = frozenset(told)


def _shown(choices: tuple[Choice, ...], debrief: Debrief) -> _Shown:
    """A choice that only unsure readings show cannot be told; `otherwise` follows from the others."""
    quotes = {choice.id: found for choice in choices if (found := tuple(_quotes(choice, debrief)))}
    unsure = {choice.id for choice in choices if choice.id not in quotes and _is_unsure(choice, debrief)}
    told = {choice.id for choice in choices if choice.is_told} - unsure
    for choice in choices:
        if choice.otherwise and unsure and not quotes:
            told.discard(choice.id)
        elif choice.otherwise and not quotes:
            quotes[choice.id] = ()
    return _Shown(quotes, told)


def _compared(question: Question, written: tuple[str, ...], choices: tuple[Choice, ...], shown: _Shown) -> Answer:
    title = {choice.id: choice.title for choice in choices}
    said = [one for one in title if one in shown.quotes]
    surplus = [one for one in written if one in shown.told and one not in shown.quotes]
    missing = [one for one in said if one not in written]
    if question.kind == "one" and any(one in shown.quotes for one in written):
        missing = []
    told = [one for one in written if one in shown.told]
    state = "differs" if missing or surplus else "agrees" if told else "cannot_tell"
    return Answer(
        question=question.id,
        asks=question.asks,
        written=tuple(title.get(one, one) for one in written),
        state=state if written else "empty",
        said=tuple(Said(answer=title[one], quotes=shown.quotes[one][:MOST_QUOTES]) for one in said),
        missing=tuple(title[one] for one in missing if written),
        surplus=tuple(title.get(one, one) for one in surplus),
    )


def _quotes(choice: Choice, debrief: Debrief) -> Iterator[Quote]:
    talk = debrief.transcript
    if choice.opens == ("client" if talk.opening else "counselor"):
        yield _first(debrief)
    for message in talk.opening:
        yield from _cues(choice, 0, message, message.cues)
    for turn in talk.turns:
        if choice.where == turn.where:
            yield Quote(turn=turn.number, speaker="counselor", start=0, end=len(turn.text), quote=turn.text)
        found = (act for act in turn.reading.acts if act.act in choice.acts)
        yield from (quoted(turn.number, "counselor", turn.text, act) for act in found)
        for message in turn.client:
            yield from _cues(choice, turn.number, message, message.cues)


def _cues(choice: Choice, turn: int, message: Message, cues: Iterable[Evidence]) -> Iterator[Quote]:
    named = (cue for cue in cues if getattr(cue, "cue", None) in choice.cues)
    return (quoted(turn, message.role, message.text, cue) for cue in named)


def _first(debrief: Debrief) -> Quote:
    talk = debrief.transcript
    text = talk.opening[0].text if talk.opening else talk.turns[0].text if talk.turns else ""
    number = 0 if talk.opening else 1
    role = talk.opening[0].role if talk.opening else "counselor"
    return Quote(turn=number, speaker=role, start=0, end=len(text), quote=text)


def _is_unsure(choice: Choice, debrief: Debrief) -> bool:
    talk = debrief.transcript
    acts = {act.act for turn in talk.turns for act in turn.reading.unsure}
    cues = {cue.cue for message in talk.messages for cue in message.unsure}
    return bool(acts & set(choice.acts) or cues & set(choice.cues))
