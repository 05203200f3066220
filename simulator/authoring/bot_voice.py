"""What a bot trainee says: a line of its file, filled from the scenario and the talk, and never the same one twice."""

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from simulator.authoring.bot_sight import Sight
from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.loader.bots_file import SLOT
from simulator.model.bots import Bot, BotStep
from simulator.model.known_ids import OPEN_QUESTION
from simulator.model.language import Language
from simulator.model.transcript import Message

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
SENTENCE = re.compile(r"[^.?!\n]+[.?!]*")

SAID_WORDS = (3, 14)
"""A clause of the client is said back when it has so many words."""
TOLD = 2
"""So many clauses make a summary."""
WHOLE = 6
"""Words; an author's wording as long as this is a sentence and not a fragment."""
LONG_WORD = 4
"""Letters; shorter words are no key words, and are never misspelt."""
KEY_WORDS = 5
"""So many key words are strung together."""


class Speech(NamedTuple):
    """What bots of one language share: `turned` as in their file, and who tells open questions from closed ones."""

    language: Language
    turned: dict[str, str]
    coder: Coder

    def opens(self, wording: str) -> bool:
        """Whether a question leaves room for an answer of the client's own."""
        return OPEN_QUESTION in self.coder.read(_sentence(wording, "?"), Context()).act_ids


class Voice:
    """The lines of one bot in one talk; the dice alone decide between what could be said."""

    def __init__(self, bot: Bot, speech: Speech, dice: Random) -> None:
        self._bot = bot
        self._speech = speech
        self._open = frozenset(speech.language.questions.open)
        self._orders = frozenset(speech.language.verbs.orders)
        self._own = frozenset(speech.language.persons.own)
        self._second = frozenset(speech.language.persons.second)
        self._openers = frozenset(speech.language.openers)
        longest_first = sorted(map(re.escape, speech.turned), key=lambda words: (-len(words), words))
        self._turnable = re.compile(rf"(?<![\w'])(?:{'|'.join(longest_first)})(?![\w'])", re.IGNORECASE)
        self._dice = dice
        self._used: set[str] = set()

    def say(self, purpose: str, step: BotStep, sight: Sight) -> str | None:
        """A line for the purpose that was not said in this talk; None where there is none (left)."""
        for line in self._shuffled(self._bot.lines.get(purpose, ())):
            filled = self._filled(line, step, sight)
            if filled is not None and filled.casefold() not in self._used:
                self._used.add(filled.casefold())
                return self._in_own_way(filled)
        return None

    def choose(self, wordings: Sequence[str]) -> str | None:
        """One of an author's wordings that was not said in this talk; short ones only where there is nothing else."""
        new = [wording for wording in self._shuffled(wordings) if _sentence(wording, ".").casefold() not in self._used]
        whole = [wording for wording in new if len(wording.split()) >= WHOLE]
        return next(iter(whole or new), None)

    def _filled(self, line: str, step: BotStep, sight: Sight) -> str | None:
        filled = line
        for slot in SLOT.findall(line):
            value = self._slots()[slot](step, sight)
            if value is None:
                return None
            filled = filled.replace(f"{{{slot}}}", value)
        return filled if filled == line else filled[:1].upper() + filled[1:]

    def _slots(self) -> dict[str, Callable[[BotStep, Sight], str | None]]:
        return {
            "topic": self._topic,
            "fact": lambda _, sight: self._first(fact.given_as for fact in sight.facts),
            "move": lambda _, sight: self._move(sight),
            "answer": lambda _, sight: self._answer(sight),
            "said": lambda _, sight: next(iter(self._said(sight.reply)), None),
            "told": lambda _, sight: ", ".join(self._said(sight.messages)[:TOLD]) or None,
            "name": lambda _, sight: sight.name,
            "feeling": lambda _, sight: next((cue.feels for cue in sight.cues if cue.feels), None),
            "words": lambda _, sight: self._words(sight),
        }

    def _topic(self, step: BotStep, sight: Sight) -> str | None:
        """A question on the first topic that has one of the kind wanted; else on any."""
        wanted = step.wordings
        for topic in sight.topics:
            for wording in self._shuffled(topic.asked_as):
                asked = _sentence(wording, "?")
                if asked.casefold() in self._used:
                    continue
                if wanted == "any" or (wanted == "open") == self._speech.opens(wording):
                    return asked
        return None

    def _move(self, sight: Sight) -> str | None:
        names = [name for one in sight.onward for name in one.when.move]
        moves = {move.id: move for move in sight.scenario.moves}
        return self._first(moves[name].said_as for name in names if not moves[name].crosses)

    def _answer(self, sight: Sight) -> str | None:
        if sight.question is None:
            return None
        return self.choose(sight.question.answered_as)

    def _first(self, rows: Iterator[tuple[str, ...]]) -> str | None:
        return next((chosen for row in rows if (chosen := self.choose(row))), None)

    def _said(self, messages: Sequence[Message]) -> list[str]:
        """The client's statements as one says them back; first what they say of themselves, then the longest."""
        least, most = SAID_WORDS
        told = (one.text for one in messages if "?" not in one.text)
        parts = (self._opened(part) for text in told for part in SENTENCE.findall(text))
        fitting = dict.fromkeys(part for part in parts if least <= len(part.split()) <= most)
        about = [part for part in fitting if self._tells_of_self(part)]
        return [self._turn(part) for part in sorted(about, key=lambda part: (not self._own & _words(part), -len(part)))]

    def _tells_of_self(self, part: str) -> bool:
        """No question, no order, and nothing about whoever reads it."""
        first = part.split()[0].casefold()
        return not (first in self._open or first in self._orders or self._second & _words(part))

    def _opened(self, part: str) -> str:
        """A clause without the small words that lead into it."""
        words = part.strip(" .!").split()
        while words and words[0].casefold().strip(",.") in self._openers:
            words = words[1:]
        return " ".join(words)

    def _turn(self, text: str) -> str:
        turned = self._speech.turned
        begun = text[:1].lower() + text[1:]
        return self._turnable.sub(lambda found: turned[found.group().casefold()], begun) if turned else begun

    def _words(self, sight: Sight) -> str | None:
        """Key words of the scenario in no order, as somebody strings them who writes for a machine."""
        facts, topics = sight.scenario.facts, sight.scenario.topics
        texts = [*(fact.fact for fact in facts), *(wording for topic in topics for wording in topic.asked_as)]
        words = sorted({word.casefold() for text in texts for word in WORD.findall(text) if len(word) > LONG_WORD})
        return " ".join(self._dice.sample(words, min(KEY_WORDS, len(words)))) or None

    def _in_own_way(self, text: str) -> str:
        """Words written as this bot writes them, and letters swapped inside long words."""
        return WORD.sub(lambda word: self._misspelt(word.group()), text) if self._bot.slips or self._bot.swaps else text

    def _misspelt(self, word: str) -> str:
        if word.casefold() in self._bot.slips:
            return self._bot.slips[word.casefold()]
        if len(word) <= LONG_WORD or self._dice.random() >= self._bot.swaps:
            return word
        at = self._dice.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    def _shuffled(self, row: Sequence[str]) -> list[str]:
        return self._dice.sample(list(row), len(row))


def _sentence(wording: str, mark: str) -> str:
    ended = wording if wording.endswith((".", "?", "!")) else wording + mark
    return ended[:1].upper() + ended[1:]


def _words(text: str) -> set[str]:
    """The words of a text; "I'm" and "I've" are both "i"."""
    return {word.casefold().partition("'")[0] for word in WORD.findall(text)}
