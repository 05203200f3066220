"""What was replaced in a conversation before anything was stored: how much of which kind and where, never the data."""

from simulator.model.noun import Noun


class ReplacedKind(Noun):
    """One kind of personal data: how many pieces, and the numbers of the messages they stood in, counted from 1."""

    kind: str
    count: int
    messages: tuple[int, ...]


class Replacements(Noun):
    """The report on a whole conversation of so many `messages`; `form` is the kind of file it came in.

    `careful` is how many names are everyday words too, and were replaced only where a capital letter shows a name.
    """

    form: str
    messages: int
    kinds: tuple[ReplacedKind, ...] = ()
    careful: int = 0
