"""A transcript and a rubric make a debrief."""

from simulator.model.criteria import Absence
from simulator.model.debrief import Debrief, Header
from simulator.model.rubric import Rubric
from simulator.model.transcript import Transcript
from simulator.scorer import advice, overview
from simulator.scorer.doubting import to_judge
from simulator.scorer.guide import guide
from simulator.scorer.judging import judge
from simulator.scorer.reading import read_talk
from simulator.scorer.rules.facts import outcomes
from simulator.scorer.setting import Setting

BARE = Setting()
"""The setting of a conversation that was not played in a scenario."""


def score(transcript: Transcript, rubric: Rubric, setting: Setting = BARE) -> Debrief:
    """Every criterion applied, and everything a debrief says about it; nothing here depends on anything else."""
    talk = read_talk(transcript, rubric.terms, setting)
    verdicts = tuple(judge(criterion, talk, rubric) for criterion in rubric.criteria)
    scores = tuple(verdict.score for verdict in verdicts)
    bounds = {one.id for one in rubric.criteria if one.kind == "limit"}
    points = overview.timeline(talk)
    firm = {area.id for area in rubric.areas if area.needs_rule}
    missteps = {one.id for one in rubric.criteria if isinstance(one, Absence) and one.area in firm and not one.marks}
    harm = tuple(act for one in rubric.criteria if one.critical or one.id in missteps for act in one.accusing)
    tries = advice.try_next(verdicts, points, talk, rubric)
    met = overview.credited(verdicts)
    asked = () if transcript.stopped else guide(rubric, verdicts, talk)
    return Debrief(
        header=_header(transcript, rubric, setting),
        criteria=scores,
        areas=tuple(overview.area_level(area, scores, bounds) for area in rubric.areas),
        critical=tuple(one.id for one in scores if one.critical and one.level == "not_yet"),
        techniques=tuple(overview.technique_use(technique, talk, harm, met) for technique in rubric.techniques),
        timeline=points,
        facts=outcomes(talk),
        figures=overview.key_figures(rubric, talk),
        worked=advice.worked(verdicts, talk),
        try_next=tries,
        practise_next=advice.practise_next(tries, rubric, transcript.scenario),
        questions=tuple(one.asks for one in asked),
        guide=asked,
        to_judge=to_judge(verdicts, talk, rubric),
        transcript=transcript,
    )


def _header(transcript: Transcript, rubric: Rubric, setting: Setting) -> Header:
    """What the caller knows, completed by what the transcript and the scenario say."""
    closing = transcript.ending
    ending = next((one for one in setting.endings if closing is not None and one.id == closing.id), None)
    last = transcript.turns[-1] if transcript.turns else None
    times = [last.at, *(message.at for message in last.client)] if last else [0.0]
    found = {
        "scenario": transcript.scenario,
        "title": setting.title,
        "turns": len(transcript.turns),
        "seconds": max(times),
        "ending": closing.id if closing else None,
        "ending_kind": closing.kind if closing else None,
        "ending_meaning": ending.debrief if ending else "",
        "epilogue": (ending.epilogue or "") if ending else "",
        "aftercare": setting.aftercare,
        "rubric": rubric.id,
    }
    return setting.header.model_copy(update=found)
