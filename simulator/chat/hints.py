"""The first step of a hint: the stage of the talk and what belongs to it (manual 2.4), never a scenario's content."""

from simulator.model.transcript import Stage

_BELONGS: dict[Stage, str] = {
    "contact": "making contact. Say who you are, what this talk can be and what stays between you; "
    "ask how to address the other person, and whether they feel like talking.",
    "request": "finding the request. Ask openly and listen, one thing at a time, until you can both say what the "
    "other person wants from this talk; then check that you understood it.",
    "information": "information. Ask what the other person knows already and whether they want to hear more; "
    "say only what you know, in plain words.",
    "options": "looking at options. Find more than one way together, with what speaks for and against each; "
    "the decision is not yours.",
    "closing": "closing. Ask what was decided and whether the talk helped; thank, encourage, and leave the door open.",
}


def hint(stage: Stage) -> str:
    """What belongs to a stage, in general words."""
    return f"The talk is at the stage of {_BELONGS[stage]}"
