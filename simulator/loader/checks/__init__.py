"""Whole-file mistakes of a scenario, one per module; a new check is a module and a line here."""

from collections.abc import Callable, Iterator

from simulator.loader.checks import (
    dead_end,
    duplicate_id,
    id_not_file_name,
    never_goes_on,
    never_holds,
    not_together,
    same_words,
    silence_not_ascending,
    transition_never_reached,
    unknown_act,
    unknown_criterion,
    unknown_cue,
    unknown_fact,
    unknown_move,
    unknown_question,
    unknown_scenario,
    unknown_speaker,
    unknown_state,
    unknown_target,
    unknown_topic,
    unreachable_ending,
    unreachable_state,
    unused_move,
)
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem

Check = Callable[[Scenario, Document, Known], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    id_not_file_name.check,
    duplicate_id.check,
    never_goes_on.check,
    not_together.check,
    unknown_target.check,
    unknown_state.check,
    unknown_act.check,
    unknown_topic.check,
    unknown_fact.check,
    unknown_move.check,
    unknown_question.check,
    unknown_cue.check,
    unknown_speaker.check,
    unknown_criterion.check,
    unknown_scenario.check,
    unreachable_state.check,
    unreachable_ending.check,
    dead_end.check,
    transition_never_reached.check,
    never_holds.check,
    silence_not_ascending.check,
    same_words.check,
    unused_move.check,
)
