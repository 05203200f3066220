"""Turns said otherwise: changes that leave the meaning as it is, and changes that take it away.

What they are made of stands under `robustness` in the language file.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from simulator.errors import ContentError
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.codebook import Codebook, Scope
from simulator.model.language import Rewordings

SHORTEST_BAG = 4
"""Content words; fewer have hardly an order to lose."""
SHORTEST_TYPED = 6
"""Letters of a word that a typo is made in."""
SHORTEST_REST = 3
"""Words behind a name or a leading clause; with fewer it is hardly one."""

_TYPED = re.compile(rf"(?<!\w)[^\W\d_A-Z]{{{SHORTEST_TYPED},}}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FRONT = re.compile(r"^(?P<front>(?P<word>[^\W\d_]+)[^,.!?\n]*), (?P<rest>[^.!?\n]+)(?P<stop>[.!?]*)", re.UNICODE)


Change = Callable[[str, Random], str]


def load_rewordings(rubrics: Path, language: str) -> Rewordings:
    """The words that turns of a language are changed with. Raises ContentError where its file has none."""
    path = rubrics / "language" / f"{language}.yaml"
    document = read_yaml(path, str(path))
    if not isinstance(document.data, dict) or "robustness" not in document.data:
        raise ContentError(f"{path}: it has no `robustness`; see docs/codebook.md")
    return Rewordings.model_validate(document.data["robustness"])


class Rewording:
    """Says turns otherwise with the words of one language; what cannot be said so comes back as it was."""

    def __init__(self, codebook: Codebook, words: Rewordings) -> None:
        language = codebook.language
        self._words = voices = words
        self.by_word = frozenset(voices.by_word)
        self._empty = frozenset(language.function_words)
        self._opened = language.opened
        self._real = frozenset(codebook.words.split())
        self._orders = frozenset(language.verbs.orders)
        self._parting = frozenset((*language.scopes.negating, *language.scopes.ending))
        verbs = self._orders.union(language.verbs.past)
        # Verbs take the form that their neighbours ask for; other words may stand for each other as they are.
        self._alike = {word: row for row in language.synonyms if verbs.isdisjoint(row) for word in row}
        self._slips = _alternatives(self._words.slips)
        self._denied = _alternatives(self._words.denied)
        self.harmless: Mapping[str, Change] = {
            "lower case": lambda text, _: text.lower(),
            "no punctuation": lambda text, _: re.sub(r"[,;]|(?<=\w)['’](?=\w)|[.!]+$", "", text),
            "a typo": self._typo,
            "small talk before": lambda text, random: random.choice(voices.before) + text,
            "small talk behind": lambda text, random: text.rstrip() + random.choice(voices.behind),
            "a synonym": self._synonym,
            "another order": self._reordered,
            "more bubbles": lambda text, _: re.sub(r"(?<=\w)\. ", "\n", text),
            "emoji": lambda text, random: f"{text.rstrip()} {random.choice(voices.faces)}",
            "second language": lambda text, _: self._slipped(text),
        }
        self.changing: Mapping[str, tuple[Scope | None, Change]] = {
            "quoted": ("quoted", lambda text, random: random.choice(voices.quoted).format(text)),
            "in the client's mouth": ("quoted", lambda text, random: random.choice(voices.put_in_mouth).format(text)),
            "reported": ("reported", self._reported),
            "supposed": ("hypothetical", self._supposed),
            "denied": ("negated", self._negated),
            "a bag of words": (None, self._bag),
        }

    def _typo(self, text: str, random: Random) -> str:
        """Two neighbouring letters inside one longer word change places."""
        words = list(_TYPED.finditer(text))
        if not words:
            return text
        word = random.choice(words)
        at = random.randrange(word.start() + 1, word.end() - 2)
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

    def _synonym(self, text: str, random: Random) -> str:
        """One word by another of its row that ends alike."""
        rows = [(word, self._like(word.group())) for word in _WORD.finditer(text)]
        places = [(word, row) for word, row in rows if row]
        if not places:
            return text
        word, row = random.choice(places)
        return text[: word.start()] + random.choice(row) + text[word.end() :]

    def _like(self, word: str) -> list[str]:
        return [other for other in self._alike.get(word, ()) if other != word and other[-2:] == word[-2:]]

    def _reordered(self, text: str, _: Random) -> str:
        """A form of address or a leading clause moves behind what it stood in front of."""
        found = _FRONT.match(text)
        if not found or len(found["rest"].split()) < SHORTEST_REST:
            return text
        leads = found["word"].lower() in self._words.leading
        if not leads and not self._is_name(found["front"]):
            return text
        front = _small(found["front"]) if leads else found["front"]
        return f"{found['rest']}, {front}{found['stop']}{text[found.end() :]}"

    def _is_name(self, front: str) -> bool:
        return front.isalpha() and front.istitle() and front.lower() not in self._real | self._empty

    def _slipped(self, text: str) -> str:
        """Articles left out, and in what is marked as a question the helping verb."""
        slips = self._words.slips

        def other(found: re.Match[str]) -> str:
            said = slips[found.group().lower()]
            return found.group() if said and "?" not in text else said

        return re.sub(r" {2,}", " ", self._slips.sub(other, text)).strip()

    def _reported(self, text: str, random: Random) -> str:
        voices = self._words.asked if text.endswith("?") else self._words.reported
        return random.choice(voices).format(_small(text))

    def _supposed(self, text: str, random: Random) -> str:
        if self._is_whole(text) and self._denied.match(text):
            return random.choice(self._words.supposed).format(_small(text))
        return text

    def _negated(self, text: str, random: Random) -> str:
        """A statement or an order denied from its first word on."""
        first = _WORD.match(text)
        if not self._is_whole(text) or first is None:
            return text
        found = self._denied.match(text)
        if found is None:
            is_order = first.group().lower() in self._orders
            return random.choice(self._words.denying_orders).format(_small(text)) if is_order else text
        if random.random() < 0.5:
            return random.choice(self._words.denying).format(_small(text))
        return self._words.denied[found.group().lower()] + text[found.end() :]

    def _is_whole(self, text: str) -> bool:
        """Whether a denial in front would reach all of it: one clause, no question, nothing denied yet."""
        words = (part for word in _WORD.findall(text.lower()) for part in self._parts(word))
        return not set("?,;:-").intersection(text) and self._parting.isdisjoint(words)

    def _parts(self, word: str) -> list[str]:
        return self._opened.get(word.replace("’", "'"), word).split()

    def _bag(self, text: str, random: Random) -> str:
        """The content words alone, in any order but their own."""
        words = [word for word in _WORD.findall(text.lower()) if not self._empty.issuperset(self._parts(word))]
        mixed = random.sample(words, len(words))
        return " ".join(mixed if mixed != words else reversed(words)) if len(words) >= SHORTEST_BAG else text


def _alternatives(table: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(table, key=lambda words: (-len(words), words))
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(map(re.escape, longest_first))})(?![\w'’])", re.IGNORECASE)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
