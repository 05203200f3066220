"""`structure`: an act with its building blocks in order."""

import re
from collections import Counter

from simulator.model.criteria import Structure
from simulator.model.debrief import Figure
from simulator.scorer.finding import Finding, not_applicable, quotes
from simulator.scorer.said import Said
from simulator.scorer.talk import Talk

A_FEW = 2
"""Blocks from which even a short row of sentences is a story."""
SENTENCE_END = re.compile(r"[.!?…]+\s+|\s*\n\s*")


def judge(criterion: Structure, talk: Talk) -> Finding:
    """The best told one counts; a prescription in the turn of every one of them makes it not_yet."""
    told = _stories(talk.says((criterion.act,)))
    prescribed = {one.turn for one in talk.says(criterion.prescriptive)}
    stories = [story for story in told if _is_story(story, criterion, prescribed)]
    if not stories:
        return not_applicable("a short remark is no story yet" if told else "nothing called for it")
    free = [story for story in stories if not {one.turn for one in story} & prescribed]
    if not free:
        return Finding("not_yet", quotes(stories[0]), "told as the thing to do", turn=stories[0][0].turn)
    best = max(free, key=lambda story: len(_in_order(story, criterion.blocks)))
    found = _in_order(best, criterion.blocks)
    shown = f"{len(found)} of {len(criterion.blocks)} building blocks"
    figure = Figure(name=criterion.title, value=len(found), shown=shown, benchmark=f"at least {criterion.met_from}")
    missing = [block for block in criterion.blocks if block not in found]
    level_met = len(found) >= criterion.met_from and len(free) == len(stories)
    note = "" if level_met else f"missing or out of order: {', '.join(missing)}" if missing else "one story prescribed"
    return Finding("met" if level_met else "partly", quotes(best), note, (figure,), best[0].turn)


def _stories(said: tuple[Said, ...]) -> list[list[Said]]:
    """Acts of the same turn or of turns that follow each other tell one story."""
    stories: list[list[Said]] = []
    for one in said:
        if stories and one.turn - stories[-1][-1].turn <= 1:
            stories[-1].append(one)
        else:
            stories.append([one])
    return stories


def _is_story(story: list[Said], criterion: Structure, prescribed: set[int]) -> bool:
    """Whether it is more than a remark: of several sentences in a turn, and long or with a few blocks.

    All blocks wanted make a story of any length, and so do several sentences, or half the words, where it is told as
    the thing to do.
    """
    blocks = len(_in_order(story, criterion.blocks))
    if blocks >= criterion.met_from:
        return True
    quoted = {(one.turn, one.quote().quote.strip()) for one in story}
    sentences = Counter(turn for turn, quote in quoted for _ in SENTENCE_END.split(quote))
    several = max(sentences.values()) >= criterion.sentences_from
    words = sum(len(quote.split()) for _, quote in quoted)
    if prescribed & sentences.keys():
        return several or words >= criterion.words_from / 2
    return several and (words >= criterion.words_from or blocks >= A_FEW)


def _in_order(story: list[Said], blocks: tuple[str, ...]) -> tuple[str, ...]:
    """The longest row of blocks told in their order."""
    marks = [mark for one in story for mark in one.act.marks if mark in blocks]
    rows: list[tuple[str, ...]] = [()]
    for mark in marks:
        before = [row for row in rows if not row or blocks.index(row[-1]) < blocks.index(mark)]
        rows.append((*max(before, key=len), mark))
    return max(rows, key=len)
