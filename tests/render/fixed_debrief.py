"""One debrief, made by hand, in which everything that a debrief can say is said once."""

from typing import Any

from simulator.model.debrief import (
    AreaLevel,
    Branch,
    Debrief,
    Doubt,
    FactOutcome,
    Figure,
    GuideQuestion,
    Header,
    LevelChange,
    Quote,
    Rewritten,
    Score,
    SelfRated,
    StagePoint,
    Suggestion,
    TechniqueUse,
)
from simulator.model.measuring import Range
from simulator.model.notes import ActVerdict, Adjustment, Agreement, Comment, Contest, SignOff
from simulator.model.transcript import (
    Act,
    Answered,
    Asked,
    Closing,
    Cue,
    Given,
    Measures,
    Message,
    Move,
    Reading,
    Transcript,
    Turn,
)


def act(name: str, text: str, words: str, by: str = "phrase:x#1", **more: Any) -> Act:
    return Act(act=name, **spot(text, words, by), **more)


def spot(text: str, words: str, by: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "by": by}


FIRST = "hey, who's this?"
HELLO = "Hi, I'm Oleg, a peer.\nWhat shall I call you?"
TOLD = "PEP works up to 72 hours, so we have time. The window is two days, I promise."
ODD = "blorp"
SCARED = "Lena. i'm scared, is it too late?"

TRANSCRIPT = Transcript(
    scenario="night-line",
    opening=(
        Message(
            role="client",
            sender="lena_x",
            text=FIRST,
            cues=(Cue(cue="direct_question", start=5, end=16, by="question:open"),),
        ),
    ),
    turns=(
        Turn(
            number=1,
            text=HELLO,
            at=20,
            reading=Reading(
                acts=(
                    act("greeting", HELLO, "Hi"),
                    act("self_introduction", HELLO, "I'm Oleg, a peer"),
                    act("address_request", HELLO, "What shall I call you?"),
                ),
                moves=(Move(move="says-who", **spot(HELLO, "I'm Oleg, a peer", "move:says-who")),),
                answers=(Answered(question="who", **spot(HELLO, "I'm Oleg, a peer", "answer:who")),),
            ),
            client=(
                Message(
                    role="client",
                    sender="lena_x",
                    text=SCARED,
                    at=24,
                    cues=(Cue(cue="feeling", feels="fear", start=10, end=16, by="feeling:fear"),),
                ),
                Message(role="other", sender="telegram", text="lena_x sent a photo", at=25),
            ),
            state="hello",
            stage="contact",
            trust=3,
            trust_change=1,
            why=("You said who you are.",),
        ),
        Turn(
            number=2,
            text=TOLD,
            at=70,
            where="group",
            reading=Reading(
                acts=(
                    act("information", TOLD, "PEP works up to 72 hours"),
                    act("guarantee", TOLD, "I promise", marks=("health",)),
                ),
                unsure=(act("support", TOLD, "so we have time", "near:support#2", strength=0.62),),
                topics=(Asked(topic="the-night", **spot(TOLD, "so we have time", "topic:the-night")),),
                facts=(
                    Given(fact="pep-72h", **spot(TOLD, "PEP works up to 72 hours", "fact:pep-72h")),
                    Given(fact="window", right=False, **spot(TOLD, "The window is two days", "fact:window")),
                    Given(fact="free", right=False, **spot(TOLD, "The window is two days", "fact:free")),
                ),
                measures=Measures(words=17, sentences=2, abbreviations=("PEP",)),
            ),
            client=(Message(role="client", sender="lena_x", text="ok", at=75),),
            state="told",
            stage="information",
            trust=2,
            trust_change=-1,
            why=("A promise nobody can keep makes her careful.",),
        ),
        Turn(
            number=3,
            text=ODD,
            at=92,
            state="told",
            stage="information",
            trust=2,
            matched=False,
            nearest="told.turns[0]",
        ),
    ),
    ending=Closing(id="goes-with_friend", kind="mixed"),
)


def quote(turn: int, text: str, words: str, by: str = "phrase:x#1") -> Quote:
    start = text.index(words)
    return Quote(turn=turn, speaker="counselor", start=start, end=start + len(words), quote=words, by=by)


HEADER = Header(
    session="k3v9",
    trainee="T-07",
    scenario="night-line",
    title="A call at night",
    date="2026-01-05T20:00:00Z",
    turns=3,
    seconds=92,
    ending="goes-with_friend",
    ending_kind="mixed",
    ending_meaning="She goes, but alone.",
    epilogue="Two weeks later she writes again.",
    aftercare="Take a walk before you read on.",
    rubric="peer-counseling",
    program="0.1.0",
    hashes={"scenario": "a" * 64, "rubric": "b" * 64},
)

CRITERIA = (
    Score(
        id="introduces-self",
        area="contact",
        title="Says who is writing",
        level="met",
        anchor="The client knows who is writing.",
        evidence=(quote(1, HELLO, "I'm Oleg, a peer"),),
        source="manual 2.4",
        matters="most",
        reason="She fears nothing more than strangers.",
    ),
    Score(
        id="says-confidential",
        area="contact",
        title="Says what stays private",
        level="not_yet",
        anchor="Nothing is said about privacy.",
        note="no confidentiality before turn 2",
    ),
    Score(
        id="open-questions",
        area="listening",
        title="Open questions",
        level="unsure",
        note="1 to 2: one more or less would change it",
        figures=(Figure(name="open questions", value=0.5, unit="of all", shown="50 % of all", benchmark="70 % good"),),
    ),
    Score(id="reflects", area="listening", title="Reflects", level="partly", anchor="Now and then."),
    Score(id="summarises", area="listening", title="Draws together", level="not_applicable", note="short talk"),
    Score(
        id="does-no-harm",
        area="safety",
        title="Does no harm",
        level="not_yet",
        anchor="Something is said that can do harm.",
        note="in turn 2",
        evidence=(
            quote(2, TOLD, "I promise"),
            quote(2, TOLD, "The window is two days", "fact:window"),
            quote(2, TOLD, "The window is two days", "fact:free"),
            Quote(turn=0, speaker="client", start=0, end=3, quote="hey"),
        ),
        critical=True,
    ),
)

AT = "2026-01-06T18:00:00Z"
OTHERWISE = Turn(
    number=2,
    text="You are scared, and it is not too late.",
    reading=Reading(acts=(act("feeling_reflection", "You are scared, and it is not too late.", "You are scared"),)),
    client=(Message(role="client", sender="lena_x", text="yes. very"),),
)

DEBRIEF = Debrief(
    header=HEADER,
    criteria=CRITERIA,
    areas=(
        AreaLevel(area="contact", title="Making contact", level="not_yet"),
        AreaLevel(area="listening", title="Listening", level="partly", unsure=1),
        AreaLevel(area="safety", level="not_yet"),
    ),
    critical=("does-no-harm",),
    techniques=(
        TechniqueUse(technique="paraphrasing", turns=(2, 3), fitted=(1,)),
        TechniqueUse(technique="reflecting feelings", fitted=(2,)),
        TechniqueUse(technique="storytelling"),
    ),
    timeline=(
        StagePoint(turn=1, stage="contact", trust=3),
        StagePoint(turn=2, stage="information", trust=-2),
        StagePoint(turn=3),
    ),
    facts=(
        FactOutcome(
            id="pep-72h",
            fact="PEP works within 72 hours.",
            outcome="given",
            needed=True,
            source="WHO 2024",
            quote=quote(2, TOLD, "PEP works up to 72 hours"),
        ),
        FactOutcome(
            id="window",
            fact="A test is sure after six weeks.",
            outcome="wrong",
            quote=quote(2, TOLD, "The window is two days"),
        ),
        FactOutcome(id="free", fact="The test is free.", outcome="missed", needed=True),
        FactOutcome(
            id="sooner",
            fact="The sooner PEP begins, the better.",
            outcome="unsure",
            quote=quote(2, TOLD, "up to 72 hours"),
        ),
        FactOutcome(id="pills", fact="It is a pill a day.", outcome="not_applicable", needed=True),
    ),
    figures=(
        Figure(
            name="reflections",
            value=1 / 3,
            unit="per question",
            benchmark="1 met, 0.5 partly",
            met=Range(at_least=1),
            partly=Range(at_least=0.5),
        ),
        Figure(name="words", value=3),
    ),
    worked=(
        Suggestion(
            criterion="introduces-self",
            turn=1,
            reason="She knew who was writing.",
            quote=quote(1, HELLO, "I'm Oleg, a peer"),
        ),
    ),
    try_next=(
        Suggestion(
            criterion="does-no-harm",
            turn=2,
            reason="Nobody can promise that.",
            wording="What I can do is stay here.",
            quote=quote(2, TOLD, "I promise"),
        ),
        Suggestion(criterion="says-confidential", reason="It helps her to talk.", wording="What you write stays here."),
    ),
    practise_next="night-line",
    to_judge=(Doubt(act="support", criterion="reflects", quote=quote(2, TOLD, "so we have time", "near:support#2")),),
    questions=("In turn 2 you wrote “I promise”. What made you?", "After turn 2?", "What stays with you?"),
    guide=(
        GuideQuestion(
            function="formative",
            minutes=5,
            asks="In turn 2 you wrote “I promise”. What made you?",
            listen_for="The wish to comfort.",
            criterion="does-no-harm",
            turn=2,
            quote=quote(2, TOLD, "I promise"),
        ),
        GuideQuestion(function="formative", asks="After turn 2?", turn=2, quote=quote(2, TOLD, TOLD, "")),
        GuideQuestion(function="supportive", asks="What stays with you?"),
    ),
    self_rated=(
        SelfRated(item="contact", asks="I made contact.", own="met", engine="not_yet", supervisor="partly"),
        SelfRated(item="listening", asks="I listened.", own="not_yet", engine="partly"),
        SelfRated(item="safety", asks="I saw the danger.", own="unsure", engine="not_yet"),
    ),
    branches=(
        Branch(
            after=1,
            turns=(OTHERWISE, OTHERWISE.model_copy(update={"number": 3, "text": "Bye.", "client": ()})),
            ending=Closing(id="stays", kind="broken_off"),
            ending_meaning="She stays at home.",
            changes=(LevelChange(criterion="reflects", title="Reflects", here="partly", there="met"),),
        ),
        Branch(after=3, turns=()),
    ),
    rewritten=(
        Rewritten(
            turn=OTHERWISE.model_copy(update={"text": "Two days? There is time."}),
            changes=(LevelChange(criterion="does-no-harm", title="Does no harm", here="not_yet", there="met"),),
        ),
    ),
    notes=(
        Comment(id="n1", by="S1", role="supervisor", at=AT, turn=2, text="Here she went quiet."),
        Comment(id="n2", by="S1", role="supervisor", at=AT, criterion="reflects", text="Try it aloud."),
        Comment(id="n3", by="S1", role="supervisor", at=AT, text="A warm talk."),
        Agreement(id="n4", by="S1", role="supervisor", at=AT, criterion="introduces-self", level="met"),
        Adjustment(
            id="n5",
            by="S1",
            role="supervisor",
            at=AT,
            criterion="says-confidential",
            level="partly",
            reason="She did say it in her own way.",
            blind=True,
        ),
        Adjustment(
            id="n6",
            by="S2",
            role="supervisor",
            at=AT,
            criterion="says-confidential",
            level="met",
            reason="It is there.",
        ),
        ActVerdict(
            id="n7",
            by="S1",
            role="supervisor",
            at=AT,
            turn=2,
            act="support",
            start=TOLD.index("so we have time"),
            end=TOLD.index(". The window"),
            present=True,
            reason="It calms her.",
        ),
        Contest(id="n8", by="T-07", role="trainee", at=AT, criterion="says-confidential", text="I meant it."),
        Contest(id="n9", by="T-07", role="trainee", at=AT, turn=3, text="My cat typed that."),
        SignOff(id="n10", by="S1", role="supervisor", at="2026-01-07T09:30:00.5+00:00", text="Seen together."),
    ),
    transcript=TRANSCRIPT,
)
