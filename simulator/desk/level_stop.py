"""A review at a criterion: its level with the words it rests on, agreed to or set otherwise."""

from collections.abc import Iterator

from simulator.desk.answer import Answer, Ask, asked, commented, key_of, keys, told
from simulator.desk.desk import Desk
from simulator.model.debrief import Score
from simulator.model.levels import LevelName
from simulator.model.notes import Adjustment, Agreement, Comment
from simulator.render.blocks import Block, Heading, Item, Line, Paragraph, Span, line, quiet, strong
from simulator.render.wording import LEVEL_WORDS, figure, level, quotation

LEVEL_KEYS: dict[str, LevelName] = {"m": "met", "p": "partly", "n": "not_yet", "x": "not_applicable"}
HELP = (
    "a              you agree with the level",
    "p because …    another level, and why: m met, p partly, n not yet, x did not come up",
    "c words        a comment on this criterion",
)
BLIND_HELP = (
    "m, p, n, x     your level: met, partly, not yet, did not come up; then you see the program's",
    "c words        a comment on this criterion",
)


class LevelStop:
    """One criterion; in a blind review the engine's level comes after the person's own."""

    settled = False

    def __init__(self, desk: Desk, score: Score, label: str) -> None:
        self._desk = desk
        self._score = score
        self.place = f"criterion:{score.id}"
        self.label = label

    @property
    def help(self) -> tuple[str, ...]:
        return BLIND_HELP if self._hidden else HELP

    def shown(self) -> Iterator[Block]:
        score = self._score
        yield Heading(score.title + (" (safety)" if score.critical else ""))
        if not self._hidden:
            yield from self._found()
        anchors = self._desk.anchors[score.id]
        rows = (("met", anchors.met), ("partly", anchors.partly), ("not yet", anchors.not_yet))
        yield from (Item(line(strong(f"{name}:"), f" {words}")) for name, words in rows if words)
        if self._hidden:
            yield keys("m met", "p partly", "n not yet", "x did not come up", "c comment")
            return
        yield from self._desk.told_before("criterion", score.id)
        agree = () if score.level == "unsure" else ("a agree",)
        yield keys(*agree, "m met", "p partly", "n not yet", "x did not come up", "c comment")

    def take(self, typed: str) -> Answer | None:
        key, rest = key_of(typed)
        if key == "c":
            return commented(rest, self._comment)
        if key in LEVEL_KEYS:
            return self._blind(LEVEL_KEYS[key], rest) if self._hidden else self._open(LEVEL_KEYS[key], rest)
        if key == "a" and not self._hidden:
            return self._agreed()
        return None

    @property
    def _hidden(self) -> bool:
        return self._desk.hides("criterion", self._score.id)

    def _found(self) -> Iterator[Block]:
        """The engine's level, quotes first."""
        score = self._score
        below: tuple[Line, ...] = (*map(quotation, score.evidence), *map(figure, score.figures))
        note = (line("note: ", score.note),) if score.note else ()
        says: str | Span = "the program leaves it to you" if score.level == "unsure" else level(score.level)
        yield Item(line(strong("The program: "), says), (*below, *note))

    def _agreed(self) -> Answer:
        if self._score.level == "unsure":
            return told("The program left this open: m met, p partly, n not yet, x did not come up.")
        self._desk.write(Agreement, criterion=self._score.id, level=self._score.level)
        return Answer((Item(line(quiet("Noted: you agree."))),), "on")

    def _open(self, name: LevelName, reason: str) -> Answer:
        if name == self._score.level:
            return self._agreed()
        needed = "Another level needs a reason the trainee can learn from; or b to go back."
        return asked(reason, Ask(f"{LEVEL_WORDS[name]}, because", lambda why: self._adjusted(name, why), needed))

    def _adjusted(self, name: LevelName, reason: str) -> Answer:
        self._desk.write(Adjustment, criterion=self._score.id, level=name, engine=self._score.level, reason=reason)
        return Answer((Item(line(quiet(f"Noted: {LEVEL_WORDS[name]}."))),), "on")

    def _blind(self, name: LevelName, reason: str) -> Answer:
        """Saved before the engine's level is shown."""
        if name == self._score.level:
            self._desk.write(Agreement, criterion=self._score.id, level=name, blind=True)
            return Answer((Paragraph(line(strong("The program says the same."))),), "again")
        found = {"criterion": self._score.id, "level": name, "engine": self._score.level}
        self._desk.write(Adjustment, **found, reason=reason, blind=True)
        return Answer((Paragraph(line(quiet("Here is what the program says:"))),), "again")

    def _comment(self, text: str) -> Answer:
        self._desk.write(Comment, criterion=self._score.id, text=text)
        return told("Noted.")
