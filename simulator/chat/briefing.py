"""What a trainee reads before the first message: the role and the goals, and nothing the client hides."""

import re
from collections.abc import Iterator

from simulator.chat.happenings import Happenings, Notice
from simulator.model.manner import Manner
from simulator.model.scenario import Scenario
from simulator.store.events import SessionHead

# Authors break the lines of their files where they like; an empty line is a paragraph.
_LINE_END = re.compile(r"(?<!\n)[ ]*\n(?!\n)")

MANNERS_TOLD: dict[Manner, str] = {
    "practice": "Practice: /hint helps, /check reads a draft, /back takes a turn back, /what-if tries other words.",
    "exam": "Exam: nothing but the chat, no hints and no way back; the debrief comes after the end.",
    "coach": "Coach: somebody reads along and notes in the margin how your words are read and what they do.",
}


def briefing(scenario: Scenario, head: SessionHead) -> Happenings:
    """Title, role, situation, goals (but in an exam), content note, mode, and which session this is."""
    return (Notice("title", scenario.title), Notice("briefing", "\n".join(_lines(scenario, head))))


def _lines(scenario: Scenario, head: SessionHead) -> Iterator[str]:
    yield f"You are {_LINE_END.sub(' ', scenario.you_are.strip())}"
    yield _LINE_END.sub(" ", scenario.briefing.strip())
    if scenario.objectives and head.manner != "exam":
        yield "Goals:"
        yield from (f"- {objective}" for objective in scenario.objectives)
    if scenario.content_note:
        yield f"Content note: {scenario.content_note}"
    yield "You write first." if scenario.opens == "counselor" else f"{scenario.client.alias} writes first."
    yield MANNERS_TOLD[head.manner]
    yield f"Session {head.id}, seed {head.seed}. /help names the commands; /stop ends at once, unjudged."
