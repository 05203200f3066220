"""The three ways to practise, as a trainee reads of them."""

from simulator.model.manner import Manner

TOLD: dict[Manner, str] = {
    "practice": "Practice: /hint helps, /check reads a draft, /back takes a turn back, /what-if tries other words.",
    "exam": "Exam: nothing but the chat, no hints and no way back; the debrief comes after the end.",
    "coach": "Coach: somebody reads along and notes in the margin how your words are read and what they do.",
}

NOT_HERE: dict[Manner, str] = {
    "practice": "{name} is not there in practice.",
    "exam": "In an exam there is nothing but the chat; {name} is there in practice.",
    "coach": "In coach mode the margin says after each turn what {name} would show.",
}
"""Why a command is not there in a manner."""
