"""A contact form beside its talk: what agrees, what differs with which words, and what nobody can tell."""

import pytest

from simulator.model.contact_form import Choice, FormDefinition, Question
from simulator.model.debrief import Debrief, FactOutcome, Header, Quote
from simulator.model.transcript import Act, Cue, Measures, Message, Reading, Transcript, Turn
from simulator.scorer.form_check import check_form

REFERS = Act(act="referral", start=0, end=4, by="x")
ADVISES = Act(act="advice", start=5, end=9, by="x")
DIES = Cue(cue="suicide", start=0, end=5, by="x")


def message(*cues: Cue, unsure: tuple[Cue, ...] = ()) -> Message:
    return Message(role="client", sender="Client", text="i die tonight", cues=cues, unsure=unsure)


def debrief(**more: object) -> Debrief:
    reading = Reading(acts=(REFERS,), unsure=(ADVISES,), measures=Measures(names=("Ira",)))
    turn = Turn(number=1, text="goes well", where="group", reading=reading, client=(message(DIES),))
    right = Quote(turn=1, speaker="counselor", start=0, end=4, quote="goes")
    facts = (
        FactOutcome(id="pep", fact="PEP works 72 hours", outcome="given", quote=right),
        FactOutcome(id="test", fact="A test is free", outcome="missed"),
    )
    talk = Transcript(opening=(message(),), turns=(turn, turn.model_copy(update={"number": 2, "where": "dm"})))
    told = {"header": Header(session="s1", seconds=610.0), "facts": facts, "transcript": talk, **more}
    return Debrief(**told)


CHOICES = {
    "one": (Choice(id="yes", title="yes", cues=("suicide",)), Choice(id="no", title="no", otherwise=True)),
    "several": (
        Choice(id="referral", title="referral", acts=("referral",)),
        Choice(id="story", title="a story", acts=("personal_story",)),
        Choice(id="advice", title="advice", acts=("advice",)),
        Choice(id="gift", title="a gift"),
    ),
    "place": (Choice(id="private", title="private", where="dm"), Choice(id="group", title="group", where="group")),
    "first": (Choice(id="client", title="client", opens="client"), Choice(id="you", title="you", opens="counselor")),
}


def row(kind: str, written: tuple[str, ...], choices: str = "", judged: Debrief | None = None):
    question = Question(id="q", asks="?", kind=kind, choices=CHOICES.get(choices, ()), within=2)
    form = FormDefinition(format=1, id="f", title="F", questions=(question,))
    (answer,) = check_form(form, {"q": written} if written else {}, judged or debrief()).answers
    return answer


ROWS = [
    ("a danger that was there", "one", "one", ("yes",), ("agrees", (), ())),
    ("a danger passed over", "one", "one", ("no",), ("differs", ("yes",), ("no",))),
    ("all that was done", "several", "several", ("referral",), ("agrees", (), ())),
    ("something left out", "several", "several", ("gift",), ("differs", ("referral",), ())),
    ("something added", "several", "several", ("referral", "story"), ("differs", (), ("a story",))),
    ("only what the reader doubts", "several", "several", ("referral", "advice"), ("agrees", (), ())),
    ("what nothing shows", "several", "several", ("gift", "referral"), ("agrees", (), ())),
    ("both places", "several", "place", ("private", "group"), ("agrees", (), ())),
    ("one place of two", "several", "place", ("private",), ("differs", ("group",), ())),
    ("who wrote first", "one", "first", ("client",), ("agrees", (), ())),
    ("who did not write first", "one", "first", ("you",), ("differs", ("client",), ("you",))),
    ("about the right time", "minutes", "", ("12",), ("agrees", (), ())),
    ("far from the time", "minutes", "", ("20",), ("differs", (), ())),
    ("a code", "code", "", ("c-12",), ("cannot_tell", (), ())),
    ("a name for a code", "code", "", ("ira",), ("differs", (), ())),
    ("the facts that were told", "facts", "", ("pep",), ("agrees", (), ())),
    ("a fact that was not told", "facts", "", ("pep", "test"), ("differs", (), ("A test is free",))),
    ("nothing", "several", "several", (), ("empty", (), ())),
]


@pytest.mark.parametrize(
    ("kind", "choices", "written", "wanted"), [one[1:] for one in ROWS], ids=[one[0] for one in ROWS]
)
def test_an_answer_is_compared_with_what_was_said(kind, choices, written, wanted):
    answer = row(kind, written, choices)
    assert (answer.state, answer.missing, answer.surplus) == wanted


def test_what_was_said_is_quoted():
    talk = debrief().transcript
    (said,) = row("one", ("no",), "one").said
    assert said.answer == "yes"
    for quote in said.quotes:
        text = talk.turns[quote.turn - 1].client[0].text
        assert (quote.speaker, quote.quote) == ("client", text[quote.start : quote.end])


def test_a_danger_only_perhaps_there_cannot_be_told():
    quiet = Transcript(opening=(message(unsure=(DIES,)),), turns=(Turn(number=1, text="hi"),))
    for written in ("yes", "no"):
        assert row("one", (written,), "one", debrief(transcript=quiet)).state == "cannot_tell"
    calm = Transcript(opening=(message(),), turns=(Turn(number=1, text="hi"),))
    assert row("one", ("no",), "one", debrief(transcript=calm)).state == "agrees"
    assert row("one", ("yes",), "one", debrief(transcript=calm)).state == "differs"


def test_a_talk_without_times_cannot_tell_the_minutes():
    assert row("minutes", ("5",), "", debrief(header=Header())).state == "cannot_tell"


def test_facts_are_asked_only_where_there_are_some():
    question = Question(id="q", asks="?", kind="facts")
    form = FormDefinition(format=1, id="f", title="F", questions=(question,))
    assert check_form(form, {}, debrief(facts=())).answers == ()
