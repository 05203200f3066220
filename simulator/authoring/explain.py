"""Why a turn is read as it is: sentence by sentence what was matched, and for a named act the nearest miss."""

from collections.abc import Callable, Iterable, Iterator

from simulator.coder.client_reader import ClientReader, Shown
from simulator.coder.coder import Coder
from simulator.coder.found import Clause, Context, Found, Page
from simulator.coder.lexicon import rules_of
from simulator.coder.phrases import Compiled, compile_phrase
from simulator.coder.settle import ASSERTED, UNSURE
from simulator.errors import ContentError
from simulator.loader.suggestion import suggestion
from simulator.model.codebook import ActDefinition
from simulator.model.transcript import Reading


def explained(page: Page, reading: Reading, beside: Callable[[Clause], Iterable[str]] = lambda _: ()) -> Iterator[str]:
    """Lines for a person: each sentence, what was found in it by which rule how strongly, and what became of it.

    `beside` are further lines for a sentence.
    """
    for clause in page.clauses:
        found = [one for one in page.found if one.sentence == clause.index]
        yield from _sentence(clause, found, page.text, lambda one: _fate(one, reading))
        yield from beside(clause)


def cues_explained(text: str, after: Reading, reader: ClientReader) -> Iterator[str]:
    """The same of a client's message that answers the turn that was read as `after`."""
    shown = reader.read(text, after)
    for clause, found in reader.weighed(text, after):
        yield from _sentence(clause, found, text, lambda one: _cue_fate(one, shown))


def _sentence(clause: Clause, found: Iterable[Found], text: str, fate: Callable[[Found], str]) -> Iterator[str]:
    """A sentence, and what was found in it."""
    yield f'"{text[slice(*clause.sentence.whole)]}"'
    worth = [one for one in found if one.strength >= UNSURE]
    if not worth:
        yield "    nothing"
    for one in sorted(worth, key=lambda f: (f.first, -f.strength, f.act, f.feels or "")):
        a, b = clause.sentence.span(one.first, one.last)
        name = f"{one.act} {one.feels}" if one.feels else one.act
        yield f'    {name:22} {one.strength:.2f}  {fate(one):10} {one.by}  "{text[a:b]}"'


def why_not(act: str, text: str, context: Context, coder: Coder) -> Iterator[str]:
    """Per sentence what comes nearest to the act, and what is missing. Raises ContentError for an unknown act."""
    definition = next((one for one in coder.grammar.codebook.acts if one.act == act), None)
    if definition is None:
        known = [one.act for one in coder.grammar.codebook.acts]
        raise ContentError(f'there is no act "{act}"; {suggestion(act, known, "act")}')
    page = coder.page(text, context)
    said = {one.act for one in coder.reading(page, context).acts}
    for clause in page.clauses:
        yield f'"{text[slice(*clause.sentence.whole)]}"'
        found = [one for one in page.found if one.sentence == clause.index and one.act == act]
        here = act in said and bool(found)
        yield f"    {'it is found here' if here else _nearest(definition, clause, found, coder)}"


def _fate(one: Found, reading: Reading) -> str:
    asserted, unsure = ({(act.act, act.by) for act in acts} for acts in (reading.acts, reading.unsure))
    if (one.act, one.by) in asserted:
        return "asserted"
    return "unsure" if one.strength < ASSERTED or (one.act, one.by) in unsure else "outranked"


def _cue_fate(one: Found, shown: Shown) -> str:
    sure, unsure = ({(cue.cue, cue.feels): cue.by for cue in cues} for cues in shown)
    name = (one.act, one.feels)
    if name in sure and (one.strength >= ASSERTED or sure[name] == one.by):
        return "shown"
    if name in unsure:
        return "unsure"
    return "too weak" if one.strength < ASSERTED else "outranked"


def _nearest(definition: ActDefinition, clause: Clause, found: list[Found], coder: Coder) -> str:
    """A rule that was too weak or outranked, else the phrase that lacks least."""
    best = max(found, key=lambda one: one.strength, default=None)
    if best and best.strength >= ASSERTED:
        return f"{best.by} found it, but another act of the same words outranks it"
    if best and best.strength >= UNSURE:
        return f"{best.by} has strength {best.strength:.2f}; {ASSERTED:.2f} would assert it"
    return _phrase_that_lacks_least(definition, clause, coder)


def _phrase_that_lacks_least(definition: ActDefinition, clause: Clause, coder: Coder) -> str:
    own = coder.grammar.lexis.with_lists(definition.lists)
    rows = [(rule, compile_phrase(rule.phrase.words, own)) for rule in rules_of(definition) if rule.counts]
    if not rows:
        return "it has no phrases; it is told by its form alone"
    rule, compiled = min(rows, key=lambda row: (_lacking(row[1], clause), -len(row[1].needs), row[0].number))
    name = f'phrase {rule.number} ("{rule.phrase.words}")'
    missing = [group for group in compiled.needs if group.isdisjoint(clause.sentence.vocabulary)]
    if missing:
        return f"nearest is {name}; it lacks {', and '.join(_one_of(group) for group in missing)}"
    scopes = [scope for scope in _scopes(clause) if scope in definition.vanishes_when]
    return f"{name} has all its words, but {' and '.join(scopes) if scopes else 'in another order or form'}"


def _lacking(compiled: Compiled, clause: Clause) -> float:
    return sum(group.isdisjoint(clause.sentence.vocabulary) for group in compiled.needs) / len(compiled.needs)


def _scopes(clause: Clause) -> list[str]:
    """Those in which some word of it stands."""
    flags = {
        "negated": [at >= 0 for at in clause.scopes.denied_by],
        "quoted": clause.scopes.quoted,
        "reported": clause.scopes.reported,
        "hypothetical": clause.scopes.supposed,
    }
    return [scope for scope, words in flags.items() if any(words)]


def _one_of(group: frozenset[str]) -> str:
    words = sorted(group)[:4]
    return " or ".join(words) + (" …" if len(group) > len(words) else "")
