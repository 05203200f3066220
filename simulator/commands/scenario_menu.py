"""Choosing a scenario in a terminal."""

from simulator.library import Library


def menu_lines(library: Library) -> list[str]:
    """The scenarios by number, with what one wants to know before beginning."""
    rows = []
    for number, name in enumerate(library.packs.scenarios(), start=1):
        scenario = library.scenario(name)
        rows.append(f"{number:3}  {scenario.title} ({scenario.level}) - {name}")
    return rows


def meant(answer: str, names: list[str]) -> str | None:
    """The scenario a number or an id stands for; None where it stands for none."""
    if answer in names:
        return answer
    if answer.isdecimal() and 1 <= int(answer) <= len(names):
        return names[int(answer) - 1]
    return None
