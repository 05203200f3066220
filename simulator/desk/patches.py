"""Examples as a patch: lines added to codebook files, and new files with talks."""

import json
from collections.abc import Iterable, Iterator, Mapping
from difflib import unified_diff

from simulator.desk.proposals import ActExample, LevelExample
from simulator.model.transcript import Message
from simulator.render.visible import in_double_quotes, in_one_line

TALKS = "tests/scorer/golden_talks"
"""Where talks with levels lie in a checkout."""


def with_examples(file: str, examples: Iterable[ActExample]) -> str:
    """A codebook file with the examples at the ends of its hits and misses, but those that are there already."""
    for one in examples:
        if f"text: {in_double_quotes(one.text)}" not in file:
            file = _with_row(file, "hits" if one.present else "misses", example_row(one))
    return file


def example_row(one: ActExample) -> str:
    """One line of YAML; the reason stands behind it for the trainer."""
    parts = [f"text: {in_double_quotes(one.text)}"]
    if one.client:
        parts.append(f"client: [{', '.join(map(in_double_quotes, one.client))}]")
    others = [act for act in one.acts if act != one.act]
    if others:
        parts.append(f"{'also' if one.present else 'rather'}: [{', '.join(others)}]")
    return f"  - {{{', '.join(parts)}}}{_behind(one.reason)}\n"


def talk_file(one: LevelExample) -> str:
    """A talk with its levels, in the form that `rehearse rubric table --talks` reads."""
    messages = [*one.talk.opening]
    for turn in one.talk.turns:
        own = {"role": "counselor", "from": "Counselor", "text": turn.text, "where": turn.where}
        messages += [Message.model_validate(own), *turn.client]
    rows = [
        f"about: {in_double_quotes(f'Session {one.session}, with the levels a supervisor gave.')}",
        "kind: other",
        f"rubric: {one.rubric}",
        "talk: |",
        *(f"  {_message_row(message)}" for message in messages),
        "levels:",
        *(f"  {name}: {level}{_behind(one.reasons.get(name, ''))}" for name, level in one.levels.items()),
    ]
    return "\n".join(rows) + "\n"


def patch(changes: Mapping[str, tuple[str, str]]) -> str:
    """A unified diff of files by their paths from the top of the checkout, before and after; nothing before: new."""
    return "".join(row for path in sorted(changes) for row in _diff(path, *changes[path]))


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    old = f"a/{path}" if before else "/dev/null"
    rows = list(unified_diff(_rows(before), _rows(after), old, f"b/{path}"))
    if rows and not before:
        yield f"diff --git a/{path} b/{path}\nnew file mode 100644\n"
    for row in rows:
        yield row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n"


def _rows(text: str) -> list[str]:
    # Only line feeds end a line of a patch.
    *whole, last = text.split("\n")
    return [*(f"{row}\n" for row in whole), *([last] if last else [])]


def _with_row(file: str, key: str, row: str) -> str:
    """The row behind the last of a list at the top level, in the same column; a list that is not there is begun."""
    rows = _rows(file.removesuffix("\n") + "\n")
    start = next((place for place, one in enumerate(rows) if one.startswith(f"{key}:")), len(rows))
    if start == len(rows) or rows[start].strip().endswith("[]"):
        rows[start : start + 1] = [f"{key}:\n"]
    end = next((place for place in range(start + 1, len(rows)) if rows[place][:1].strip("- \n")), len(rows))
    while not rows[end - 1].strip():
        end -= 1
    first = next((one for one in rows[start + 1 : end] if one.lstrip().startswith("- ")), row)
    return "".join([*rows[:end], first.partition("-")[0] + row.lstrip(), *rows[end:]])


def _message_row(message: Message) -> str:
    where = {"where": message.where} if message.where == "group" else {}
    row = {"role": message.role, "text": message.text, **where}
    return json.dumps(row, ensure_ascii=not message.text.isprintable())


def _behind(reason: str) -> str:
    words = in_one_line(reason)
    return f"  # {words}" if words else ""
