"""A debrief with everything that is exported."""

from simulator.model.debrief import Debrief, Header, Quote, Score
from simulator.model.notes import Adjustment, ContactForm
from simulator.model.transcript import Act, Cue, Message, Reading, Transcript, Turn

NASTY = [
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@x",
    "\tx",
    "\rx",
    "＝1",
    '=1","=2',
    "\x1b[31m",
    "\u202egnp",
    "<script>",
    "[a](b)",
]
AT = "2026-01-01T11:00:00Z"


def debrief(words: str = "hello", **more: object) -> Debrief:
    """A talk of one turn in which everybody says `words`."""
    reading = Reading(acts=(Act(act="greeting", start=0, end=1, by="x"), Act(act="greeting", start=1, end=2, by="x")))
    said = Message(
        role="client", sender="Client", text=words, at=2.5, cues=(Cue(cue="insult", start=0, end=1, by="x"),)
    )
    turn = Turn(
        number=1, text=words, at=61.5, reading=reading, client=(said,), stage="contact", trust=-1, trust_change=-1
    )
    quote = Quote(turn=1, speaker="counselor", start=0, end=1, quote=words)
    scores = (
        Score(
            id="open-questions", area="listening", title="Open questions", level="partly", evidence=(quote,), note=words
        ),
        Score(id="stage-order", area="order", title="Stages", level="unsure"),
    )
    notes = (
        Adjustment(id="n1", by="s1", role="supervisor", at=AT, criterion="open-questions", level="met", reason=words),
        ContactForm(id="n2", by="K7", role="trainee", at=AT, form="contact", fields={"where": ("private",)}),
    )
    whose = {"session": "k7mq-2xdr", "trainee": "K7", "scenario": "ira", "date": "2026-01-01T10:00:00Z"}
    judged_by = {"rubric": "peer-counseling", "hashes": {"rubric": "a" * 64}}
    head = Header(**whose, **judged_by, title="A test", turns=1, seconds=61.5)
    talk = Transcript(scenario="ira", opening=(said,), turns=(turn,), **more)
    return Debrief(header=head, criteria=scores, notes=notes, transcript=talk)
