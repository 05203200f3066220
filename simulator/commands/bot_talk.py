"""What `bots --show` prints: a bot's talk as `walk --show` prints one, and the levels it comes to with their words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.commands.walk_talk import Talk, talk_lines, talk_object
from simulator.render.visible import in_one_line

if TYPE_CHECKING:
    from simulator.authoring.bots import Play
    from simulator.loader.document import Document
    from simulator.model.debrief import Quote, Score
    from simulator.model.rubric import Rubric
    from simulator.script import Script

MOST_QUOTES = 3
"""So many quotations are printed behind a level."""


class BotTalk(NamedTuple):
    """A talk of a bot, the criteria that were judged, and a crash or a loop in words."""

    talk: Talk
    scores: "tuple[Score, ...]"
    trouble: str | None


def bot_talk(play: "Play", script: "Script", rubric: "Rubric", document: "Document") -> BotTalk:
    """What a bot did, run again as a walk; what follows from it is the same."""
    from simulator.authoring.walk import Walker
    from simulator.model.debrief import Header
    from simulator.scorer.scorer import score
    from simulator.scorer.setting import Setting

    data = {"scenario": script.scenario.id, "bot": play.bot, "seed": play.seed}
    talk = Talk(Walker(script, rubric).run(play.walk), f"seed {play.seed}", data, document)
    debrief = score(play.transcript, rubric, Setting.of(script.scenario, Header()))
    judged = (one for one in debrief.criteria if one.level != "not_applicable" and one.matters != "off")
    return BotTalk(talk, tuple(judged), play.trouble)


def bot_talk_lines(shown: BotTalk) -> Iterator[str]:
    """The talk for a person, with an empty line behind it."""
    yield from talk_lines(shown.talk)
    if shown.trouble:
        yield f"  {shown.trouble}"
    width = max((len(score.id) for score in shown.scores), default=0)
    yield from (f"  {score.id:{width}} {score.level:7} {_because(score)}".rstrip() for score in shown.scores)
    yield ""


def _because(score: "Score") -> str:
    """The words behind a level, each with the number of its turn, and the debrief's note on it."""
    quotes = list(dict.fromkeys(map(_shown, score.evidence)))
    more = len(quotes) - MOST_QUOTES
    words = ", ".join(quotes[:MOST_QUOTES]) + (f" and {more} more" if more > 0 else "")
    return " ".join(part for part in (words, f"({in_one_line(score.note)})" if score.note else "") if part)


def _shown(quote: "Quote") -> str:
    return f'{quote.turn}. "{in_one_line(quote.quote)}"'


def bot_talk_object(shown: BotTalk) -> dict[str, Any]:
    """The same as data."""
    levels = {
        score.id: {"level": score.level, "note": score.note, "evidence": [_quoted(quote) for quote in score.evidence]}
        for score in shown.scores
    }
    return {**talk_object(shown.talk), "trouble": shown.trouble, "levels": levels}


def _quoted(quote: "Quote") -> dict[str, Any]:
    return {"turn": quote.turn, "from": quote.speaker, "quote": quote.quote}
