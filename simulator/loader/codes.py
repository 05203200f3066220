"""Every code a problem can carry, with one sentence for the author; the documentation prints this table."""

CAUSES = frozenset({"syntax", "duplicate-key", "duplicate-id"})
"""Mistakes that others follow from: they are told first, wherever in the file they stand."""

CODES: dict[str, str] = {
    # the file
    "unreadable": "The file is not there, or cannot be read.",
    "too-large": "A file may have 2 MiB at most.",
    "not-utf8": "The file is not in UTF-8.",
    "control-character": "The text holds an invisible character that a terminal could act on.",
    # YAML
    "syntax": "This is no YAML.",
    "many-documents": "A file holds one document: there is no second `---`.",
    "alias": "Anchors (&), aliases (*) and merge keys (<<) are not used here: write the value out.",
    "tag": "Tags (!) are not used here.",
    "too-deep": "Values are nested at most 40 deep.",
    "duplicate-key": "A key stands twice in the same block; only one of the two could count.",
    "key-not-text": "A key is no text, such as a number, true or null; put it in quotes.",
    "cut-by-comment": "An unquoted sentence is cut off by ` #`; the words after it would be lost.",
    "curly-quotes": "An unquoted text begins or ends with a typographic quotation mark; YAML knows only \" and '.",
    # examples for fitting
    "not-coded": "The line is no coded example.",
    "not-a-talk": "The text of a talk is no conversation with a counselor in it.",
    # the nouns
    "unknown-kind": "It is no scenario, walk, rubric, codebook, feelings, fields, language, bots, form or talk file.",
    "unknown-key": "Nothing here is called that.",
    "missing-key": "A key that has to be there is not.",
    "wrong-type": "The value is of another kind than this key takes.",
    "not-one-of": "The value is none of those this key takes.",
    "too-few": "A list has too few entries.",
    "too-many": "A list has too many entries.",
    "out-of-range": "A number is too small or too large.",
    "not-together": "Keys contradict each other, or one of them needs another.",
    "reason-needed": "A criterion that is off needs a reason.",
    # whole files
    "id-not-file-name": "The id is not the name of the file.",
    "duplicate-id": "Two things have the same id.",
    "unknown-target": "`to` or `leaves_to` names no state and no ending.",
    "unknown-state": "No state is called that.",
    "unknown-ending": "No ending is called that.",
    "unknown-act": "The codebook has no such act.",
    "unknown-cue": "The codebook has no such cue.",
    "unknown-group": "The rubric's terms have no such group of acts.",
    "unknown-feeling": "The codebook has no such feeling.",
    "unknown-field": "The language has no such semantic field.",
    "unknown-mark": "Nothing in the codebook marks an act or a cue so.",
    "unknown-topic": "The scenario has no such topic.",
    "unknown-fact": "The scenario has no such fact.",
    "unknown-move": "The scenario has no such move.",
    "unknown-question": "The client asks no question with that id.",
    "unknown-speaker": "Nobody in this chat has that id.",
    "unknown-area": "The rubric has no such area.",
    "unknown-rubric": "There is no such rubric.",
    "unknown-criterion": "The rubric has no such criterion.",
    "unknown-scenario": "There is no such scenario.",
    "unknown-language": "There is no codebook in that language.",
    "unreachable-state": "No way leads to the state.",
    "unreachable-ending": "No way leads to the ending.",
    "dead-end": "From the state no ending can be reached.",
    "transition-never-reached": "An earlier transition of the same state takes every turn that this one could.",
    "silence-not-ascending": "Reactions to silence are in the order of their times.",
    "never-goes-on": "A client would go on in a state with a topic that cannot be told there.",
    "never-holds": (
        "What nothing can meet: trust beyond its bounds, topics that wait for one another, "
        "a client's question without an answer, a fact told wrong without `wrong_as`."
    ),
    "unused-move": "No condition asks for the move, and it crosses no criterion.",
    "same-words": "The same words are to mean two things at once.",
    "may-say-nothing": "Every line of a row needs something, and there is a case in which none of them is left.",
    "heard-as-misstep": "An example of telling or answering is heard as a move that crosses a criterion.",
    "unnamed-danger": "A line of the client sounds like a danger that nothing there names.",
    "telephone-number": "A text of a scenario holds a telephone number.",
    # the codebook's own proof
    "bad-phrase": "A phrase does not follow the phrase language of docs/codebook.md.",
    "missed": "A hit in which the act or cue is not found.",
    "false-alarm": "A miss in which the act or cue is found.",
}
