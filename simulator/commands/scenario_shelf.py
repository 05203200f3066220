"""The scenarios to choose from: what each is about, and which of them fit what somebody wants to practise."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, get_args

import click

from simulator.loader.packs import Packs
from simulator.loader.suggestion import suggestion

if TYPE_CHECKING:
    from simulator.model.card import Card
    from simulator.model.rubric import Rubric


class Skill(NamedTuple):
    """A criterion that matters most in a scenario, with the area of the rubric it belongs to."""

    id: str
    title: str
    area: str


class Choice(NamedTuple):
    """A scenario to choose."""

    card: "Card"
    skills: tuple[Skill, ...]

    @property
    def opens(self) -> str:
        """Who writes first, as a trainee is told."""
        return "you write first" if self.card.opens == "counselor" else "the client writes first"

    @property
    def mattering(self) -> set[str]:
        """Its skills and their areas."""
        return {name for skill in self.skills for name in (skill.id, skill.area)}


def choices(packs: Packs) -> tuple[Choice, ...]:
    """All scenarios by id. Raises ContentError where a file cannot be read."""
    from simulator.loader.card_file import load_card

    cards = [load_card(path, str(path)).needed() for path in packs.scenarios().values()]
    rubrics = _rubrics(packs, {card.rubric for card in cards})
    return tuple(Choice(card, _skills(card, rubrics.get(card.rubric))) for card in cards)


def fitting(
    shelf: tuple[Choice, ...], level: str | None, stage: str | None, skills: tuple[str, ...]
) -> tuple[Choice, ...]:
    """The scenarios that fit what is asked for; a skill is a criterion or an area of the rubric.

    UsageError where a word can fit none, with the one that was meant.
    """
    from simulator.model.card import Level
    from simulator.model.transcript import STAGES

    _need("level", level, get_args(Level))
    _need("stage", stage, STAGES)
    for skill in skills:
        _need("skill", skill, {name for choice in shelf for name in choice.mattering})
    return tuple(
        choice
        for choice in shelf
        if level in (None, choice.card.level)
        and (stage is None or stage in choice.card.stages_needed)
        and choice.mattering.issuperset(skills)
    )


def _need(kind: str, word: str | None, known: Iterable[str]) -> None:
    if word is not None and word not in (names := tuple(known)):
        raise click.UsageError(f'--{kind}: no {kind} "{word}" in any scenario; {suggestion(word, names, kind)}')


def _rubrics(packs: Packs, names: set[str]) -> "dict[str, Rubric]":
    from simulator.loader.rubric_file import load_rubric

    return {name: load_rubric(path, str(path)).needed() for name, path in packs.rubrics().items() if name in names}


def _skills(card: "Card", rubric: "Rubric | None") -> tuple[Skill, ...]:
    known = {criterion.id: criterion for criterion in rubric.criteria} if rubric else {}
    return tuple(Skill(name, known[name].title, known[name].area) for name in card.mattering if name in known)
