"""Letters on whose width terminals do not agree, drawn more simply while they are in the editor."""

from bisect import bisect_right

from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from wcwidth import iter_graphemes, wcwidth

from simulator.render.wrapping import columns

_FLAG_LETTERS = range(ord("🇦"), ord("🇿") + 1)


class SimplerLetters(Processor):
    """Keeps the cursor where the library believes it to be; the draft itself stays as it was typed."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        text = fragment_list_to_text(transformation_input.fragments)
        clusters = [] if text.isascii() else list(iter_graphemes(text))
        shown = [drawn(cluster) for cluster in clusters]
        if shown == clusters:
            return Transformation(transformation_input.fragments)
        places, at = [], 0
        for cluster, letters in zip(clusters, shown, strict=True):
            places += [at + min(number, len(letters)) for number in range(len(cluster))]
            at += len(letters)
        return Transformation(
            [("", "".join(shown))],
            lambda source: places[source] if source < len(places) else at + source - len(places),
            lambda display: bisect_right(places, display) - 1 if display < at else len(places) + display - at,
        )


def drawn(cluster: str) -> str:
    """What stands for a letter in the editor: itself where it is as wide as its characters, a flag's country code."""
    if sum(max(wcwidth(character), 0) for character in cluster) == columns(cluster):
        return cluster
    if ord(cluster[0]) in _FLAG_LETTERS:
        return "".join(chr(ord("A") + ord(letter) - _FLAG_LETTERS.start) for letter in cluster)
    return cluster[0]
