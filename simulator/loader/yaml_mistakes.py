"""What is wrong where a file is no YAML, in an author's words and at the line to mend; only what is sure is told so."""

import re
from typing import Any

from simulator.loader.document import Spot
from simulator.loader.file_text import problem_at
from simulator.loader.yaml_refusal import Mistake, Refusal
from simulator.loader.yaml_signs import blank, escape, sign
from simulator.model.source import Problem

_GLUED = re.compile(r"([A-Za-z_][\w-]*:)[\w\"'\[{+-]")
_GLUED_LINE = re.compile(r"\s*(?:- +)*([A-Za-z_][\w-]*:)[\"'\[{]")
_GLUED_DASH = re.compile(r"-[^\s\d]")
_FLOWS = {"while parsing a flow sequence": ("[", "]"), "while parsing a flow mapping": ("{", "}")}
_INSIDE = {'"': 'a " inside it is written \\"', "'": "a ' inside it is written '', or the text put in double quotes"}
_LIKE = "indent it like the lines it belongs to"
_CHECK = "check indentation, quotes and colons here and on the line before"
_SPACE = "put one there"


def syntax_problem(shown: str, refusal: Refusal) -> Problem:
    """The problem of a file that is no YAML; `shown` is its path as messages name it."""
    if refusal.mark is None:
        return unmarked_problem(shown, refusal.said)
    for rule in (blank, sign, escape, _glued, _quoted, _bracket, _key, _line, _colon):
        if told := rule(refusal):
            return problem_at(shown, _spot(told[0]), "syntax", told[1:])
    return problem_at(shown, _spot(refusal.mark), "syntax", (f"this is no YAML: {refusal.said}", _CHECK))


def unmarked_problem(shown: str, said: str) -> Problem:
    """The problem of a file that is no YAML, where the parser says no place."""
    return problem_at(shown, (1, 1), "syntax", (f"this is no YAML: {said}", _CHECK))


def _spot(mark: Any) -> Spot:
    return mark.line + 1, mark.column + 1


def _glued(found: Refusal) -> Mistake:
    """A key without a space behind its colon, which makes it the beginning of a text."""
    begin = None
    if found.error.context == "while scanning a simple key":
        begin = found.begin
    elif "mapping values are not allowed" in found.said and found.after_last("plain"):
        begin = found.last.start_mark
    glued = _GLUED.match(found.text, begin.index) if begin and begin.line < found.mark.line else None
    if found.error.context == "while parsing a block mapping":
        begin, glued = found.mark, _GLUED_LINE.match(found.line)
    return (begin, f'there is no space behind "{glued[1]}"', _SPACE) if glued else None


def _quoted(found: Refusal) -> Mistake:
    """A text in quotes that ends too late, too early or never."""
    if found.error.context == "while scanning a quoted scalar" and "end of stream" in found.said:
        return found.begin, "the quotation mark that opens here is never closed", "close it where the text ends"
    if found.ahead.startswith(("]", "}")) or not found.after_last("' \""):
        return None
    inside, flow = _INSIDE[found.last.style], found.error.context in _FLOWS
    if found.last.start_mark.line < found.mark.line:
        what = f"the quotation mark that opens here closes only on line {found.mark.line + 1}"
        return found.last.start_mark, what, f"close it where the text ends; {inside}"
    if found.ahead.startswith(",") and not flow:
        return found.mark, "a comma stands behind the text in quotes", "put several texts in [ ]"
    comma = "add the comma if another one begins here; " if flow else ""
    return found.mark, "the text in quotes ends before this", comma + inside


def _bracket(found: Refusal) -> Mistake:
    if found.error.context not in _FLOWS:
        closing = found.ahead.startswith(("]", "}"))
        return (found.mark, f'this "{found.ahead[0]}" closes nothing', "take it out") if closing else None
    opens, closes = _FLOWS[found.error.context]
    line, column = _spot(found.mark)
    if found.begin.line < found.mark.line:
        what = f'what "{opens}" opens here lacks a "," or its "{closes}" before line {line}, column {column}'
        return found.begin, what, "add it"
    if found.ahead.startswith(":") and found.after_last("plain"):
        return found.mark, 'a text without quotes holds ": "', "put it in quotes, or add the comma that is missing"
    return found.mark, f'a "," or a "{closes}" is missing before this', "add it"


def _key(found: Refusal) -> Mistake:
    if found.error.context != "while scanning a simple key":
        return None
    if _GLUED_DASH.match(found.text, found.begin.index):
        return found.begin, "there is no space behind this dash", _SPACE
    remedy = 'write ": " behind the key, or indent the line like the text it belongs to'
    return found.begin, 'this line is no key: there is no ": " in it', remedy


def _line(found: Refusal) -> Mistake:
    """A line that begins in the wrong column."""
    if found.line.strip() or found.begin is None:
        return None
    (line, column), here = _spot(found.begin), found.mark.column + 1
    if found.error.context == "while parsing a block collection":
        if _GLUED_DASH.match(found.ahead):
            return found.mark, "there is no space behind this dash", _SPACE
        if found.ahead.startswith("-"):
            what = f"this dash stands in column {here}, those of the list around it in column {column}"
            return found.mark, f"{what} (from line {line})", "indent it like the dashes it belongs to"
        what = f"the list around this has its dashes in column {column} (from line {line}), and here stands none"
        return found.mark, what, f"add a dash, or {_LIKE}"
    if found.error.context != "while parsing a block mapping":
        return None
    if found.ahead.startswith(("'", '"')) and found.last and found.last.start_mark.column == found.mark.column:
        return found.mark, "another text stands below the one before", "begin each with a dash, or put them in [ ]"
    if here == column and found.ahead in ("- ", "-\n"):
        what = f"this dash stands in the column of the keys around it (from line {line})"
        return found.mark, what, "indent it like the dashes it belongs to"
    if here == column:
        what = f"among keys (from line {line}) stands what is none"
        return found.mark, what, f'write a key and ": ", or {_LIKE}'
    what = f"this line begins in column {here}, the keys of the block around it in column {column} (from line {line})"
    return found.mark, what, _LIKE


def _colon(found: Refusal) -> Mistake:
    """A colon in a text without quotes, or a key that is taken for a part of the text before it."""
    if "mapping values are not allowed" not in found.said or not found.after_last("plain"):
        return None
    begin = found.last.start_mark
    if begin.line == found.mark.line:
        return found.mark, 'a text without quotes holds ": "', "put the text in quotes (\" or ')"
    before = found.text[begin.index - begin.column : begin.index]
    if _GLUED_DASH.match(before.lstrip()):
        return begin, "there is no space behind the dash of this line", _SPACE
    what = f"this line is read as more of the text that begins on line {begin.line + 1}"
    if before.strip(" -"):
        return found.mark, what, "indent it like the key of that text"
    return found.mark, what, 'write ": " there if it is a key, or indent this line like the key it stands beside'
