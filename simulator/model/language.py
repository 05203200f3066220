"""What the coder has to know of a language; all of it is data, none of it is in the code."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from simulator.model.noun import Noun


class QuestionWords(Noun):
    """The words that make questions, and what an answer to each would have to be.

    `closing` are heads after a question word that ask for one fact ("how many"); `inviting` are requests whose form is
    closed but whose answer is a story ("can you tell me"). After a noun `relative` words tell more of it ("the nurse,
    who is new"), and after `embedding` words a question is part of a statement ("to find out what is wrong"). What
    follows `asking` words is asked, though the words before only ask for leave ("may I ask how you sleep"). Behind
    `choosing` words stands the other half of a question ("or is somebody with you"). Three rows of phrases are prompts:
    `prompting` asks for more, whatever it is, `probing` for more of what was just said, and `feeling` how that is.
    """

    open: tuple[str, ...]
    closed: tuple[str, ...]
    closing: tuple[str, ...]
    opening: tuple[str, ...]
    third: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    relative: tuple[str, ...]
    embedding: tuple[str, ...]
    asking: tuple[str, ...]
    choosing: tuple[str, ...]
    fronting: tuple[str, ...]
    pronouns: tuple[str, ...]
    subjects: tuple[str, ...]
    inviting: tuple[str, ...]
    tags: tuple[str, ...]
    elliptic_open: tuple[str, ...]
    elliptic_closed: tuple[str, ...]
    indirect: tuple[str, ...]
    prompting: tuple[str, ...]
    probing: tuple[str, ...]
    feeling: tuple[str, ...]
    not_questions: tuple[str, ...]


class Persons(Noun):
    """Pronouns by person (`own`: the speaker alone); names follow `naming`, and stand first before `agreeing`."""

    own: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    naming: tuple[str, ...]
    agreeing: tuple[str, ...] = ()


class ScopeWords(Noun):
    """The words that open a scope (negation, reported speech, supposition) and those that end it."""

    negating: tuple[str, ...]
    not_negating: tuple[str, ...]
    ending: tuple[str, ...]
    reporting: tuple[str, ...]
    reporters: tuple[str, ...]
    supposing: tuple[str, ...]


class Verbs(Noun):
    """Verb forms that tell tense and mood: irregular `past` forms, bare `orders`, and verbs of mere talk."""

    past: tuple[str, ...]
    past_endings: tuple[str, ...]
    not_past: tuple[str, ...]
    orders: tuple[str, ...]
    no_orders: tuple[str, ...]
    of_talk: tuple[str, ...]


STORY_BLOCKS = ("setting", "development", "climax", "change", "meaning")


class StoryWords(Noun):
    """The words that open the five building blocks of a story (manual 2.6.7), as phrases."""

    setting: tuple[str, ...]
    development: tuple[str, ...]
    climax: tuple[str, ...]
    change: tuple[str, ...]
    meaning: tuple[str, ...]
    near: tuple[str, ...]


class EchoWords(Noun):
    """How reflections begin (`openers`, `about`, `leading`), how they sum up, and how they name a feeling; phrases."""

    openers: tuple[str, ...]
    about: tuple[str, ...]
    leading: tuple[str, ...]
    summing: tuple[str, ...]
    sounding: tuple[str, ...]


class TellingWords(Noun):
    """What a statement of fact looks like, and what only looks like one; phrases."""

    facts: tuple[str, ...]
    not_facts: tuple[str, ...]


class ReplyWords(Noun):
    """How a message begins that says `yes` to a question, or `no`, or answers it without doing either; phrases.

    With `reassuring` words in the same sentence a no admits nothing ("no, i am safe"). `sayings` only begin with one
    ("no worries") and answer nothing.
    """

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    reassuring: tuple[str, ...] = ()
    sayings: tuple[str, ...] = ()


class PlainWords(Noun):
    """What reading ease needs: vowels that make a syllable, endings that do not, and abbreviations everybody knows."""

    vowels: str
    silent_endings: tuple[str, ...]
    known_abbreviations: tuple[str, ...]


class Rewordings(Noun):
    """How a turn is said otherwise to test the coder; `{}` stands for the turn. Reading never looks at these words.

    `slips` and `denied` say what stands in the place of what; `by_word` are acts that a bare word already is.
    """

    before: tuple[str, ...]
    behind: tuple[str, ...]
    faces: tuple[str, ...]
    leading: tuple[str, ...]
    slips: dict[str, str]
    quoted: tuple[str, ...]
    put_in_mouth: tuple[str, ...]
    reported: tuple[str, ...]
    asked: tuple[str, ...]
    supposed: tuple[str, ...]
    denied: dict[str, str]
    denying: tuple[str, ...]
    denying_orders: tuple[str, ...]
    by_word: tuple[str, ...]


def _dropped(_: Rewordings | None) -> None:
    return None


class Language(Noun):
    """One language: normal forms, word classes and lists. Every row of words may hold phrases of docs/codebook.md."""

    format: Literal[1]
    language: str
    stemmer: str
    opened: dict[str, str]
    fillers: tuple[str, ...]
    openers: tuple[str, ...]
    dotted: tuple[str, ...]
    function_words: tuple[str, ...]
    questions: QuestionWords
    persons: Persons
    scopes: ScopeWords
    verbs: Verbs
    story: StoryWords
    echo: EchoWords
    telling: TellingWords
    plain: PlainWords
    replies: ReplyWords = ReplyWords()
    synonyms: tuple[tuple[str, ...], ...] = ()
    lists: dict[str, tuple[str, ...]] = {}
    # Checked, but not kept: no reading depends on it, so neither do the cache and the fitted weights.
    robustness: Annotated[Rewordings | None, AfterValidator(_dropped)] = Field(default=None, exclude=True)
