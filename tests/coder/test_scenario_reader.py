"""Topics asked, facts given right or wrong, moves, and answers to the client's questions, in a scenario of its own."""

import pytest
from written_scenario import scenario

from simulator.coder.coder import Coder
from simulator.coder.found import NOTHING_BEFORE, Context
from simulator.coder.likeness import ALIKE, Likeness
from simulator.coder.piece_maker import PieceMaker
from simulator.coder.scenario_reader import Here, ScenarioReader
from simulator.coder.topic_reader import Worded
from simulator.model.scenario import ClientQuestion
from simulator.model.transcript import Reading

QUESTION = ClientQuestion(
    id="are-you-police", answered_by=("role_boundary",), answered_as=("no, i am not from the police",)
)
WISH = ClientQuestion(id="shall-i-come", answered_as=("better not",))

SCENARIO = scenario(
    topics=[
        {"id": "how-long", "asked_as": ["how long have you been using", "when did it start"], "says": ["years"]},
        {"id": "brother", "asked_as": ["tell me about your brother", "does your brother know"], "says": ["no"]},
        {
            "id": "sleep",
            "asked_as": ["how do you sleep", "are you tired in the morning", "can you sleep at all"],
            "not_as": ["where do you sleep"],
            "says": ["bad"],
        },
        {
            "id": "at-home",
            "asked_as": ["who is at home with you", "are you at home alone"],
            "not_as": ["what time are you at home"],
            "says": ["cat"],
        },
        {
            "id": "dying",
            "asked_as": ["do you want to die", "any thoughts of suicide"],
            "danger": True,
            "says": ["sometimes"],
        },
        {"id": "wishes", "asked_as": ["would you like to ask me something today"], "says": ["tea"]},
        {"id": "leaving", "asked_as": ["where will you go then"], "states": ["two"], "says": ["away"]},
    ],
    facts=[
        {
            "id": "window",
            "fact": "f",
            "given_as": [
                "the test shows an infection only after three months",
                "the window period is three months",
            ],
            "wrong_as": ["the test shows an infection the next day"],
            "source": "test",
        }
    ],
    moves=[
        {"id": "lends-money", "said_as": ["i can lend you money"], "not_as": ["i can not lend you money"]},
        {"id": "takes-no", "said_as": ["no problem if the shift is long", "do not worry about the dishes"]},
        {"id": "asks-after-hello", "said_as": ["you write at night"], "with_act": "greeting"},
    ],
    states=[{"id": "one", "stage": "contact"}, {"id": "two", "stage": "contact"}],
)


@pytest.fixture(scope="module")
def reader(coder: Coder) -> ScenarioReader:
    return ScenarioReader(coder, SCENARIO)


def read(reader: ScenarioReader, text: str, *asked: ClientQuestion) -> Reading:
    return reader.read(text, NOTHING_BEFORE, Here(asked=asked))


TOPICS = [
    ("How long have you been using?", ["how-long"]),
    ("since when do you use? when did it start?", ["how-long"]),
    ("Does your brother know about it?", ["brother"]),
    ("Tell me about your brother.", ["brother"]),
    ("How long have you been using? And does your brother know?", ["how-long", "brother"]),
    ("how do you sleep", ["sleep"]),
    ("where do you sleep?", []),
    ("are you awake all night?", ["sleep"]),
    ("when did all this begin?", ["how-long"]),
    ("who is there at home with you?", ["at-home"]),
    ("what time are you at home?", []),
    ("would you like to tell me how you sleep", ["sleep"]),
    ("would you like to", []),
    ("may i ask how you sleep?", ["sleep"]),
    ("can i ask you if you are alone at home", ["at-home"]),
    ("Do you like music?", []),
    ("My brother is a driver.", []),
    ("and when it did start", ["how-long"]),
    ("You are not at home alone.", []),
    ("You are tired in the morning and at night.", []),
    ("How tired are you? Can you sleep at all?", ["sleep"]),
    ("how do you sleep there", ["sleep"]),
    ("do you like music or can you sleep at all?", ["sleep"]),
    ("how do you sleep or are you tired in the morning?", ["sleep"]),
    ("when did it start or who is at home with you?", ["at-home"]),
    ("where do you sleep then?", []),
    ("ok", []),
    ("", []),
    ('That is what he wrote: "Hey. How long have you been using?" And then he left.', []),
]


@pytest.mark.parametrize(("text", "wanted"), TOPICS)
def test_topics(text: str, wanted: list[str], reader: ScenarioReader) -> None:
    assert [asked.topic for asked in read(reader, text).topics] == wanted


@pytest.mark.parametrize("text", [text for text, _ in TOPICS])
def test_no_topic_is_left_out_that_a_piece_is_more_like(text: str, reader: ScenarioReader) -> None:
    for weighed in reader.take_apart(text, NOTHING_BEFORE, Here()).asking:
        of_all = {name: reader.topics.asked_after(name, weighed.piece, weighed.asks) for name in reader.topics.examples}
        assert (weighed.topic, weighed.strength) == max(of_all.items(), key=lambda one: one[1])


@pytest.mark.parametrize("words", [-0.5, 0.0, 0.6, 1.4])
@pytest.mark.parametrize("doubt", [0.0, 0.1])
def test_no_meaning_makes_a_topic_likelier_than_it_is_held_to_be_at_most(words: float, doubt: float) -> None:
    worded = Worded(words, doubt, is_open=True)
    assert worded.most >= max(worded.likeness, *map(worded.with_meaning, (-1.0, 0.0, 1.0, 1.0 + 1e-9)))
    assert Worded(words, doubt).most == Worded(words, doubt).likeness


def test_beside_what_is_plainly_asked_a_question_has_to_be_liker(reader: ScenarioReader) -> None:
    weak = "Is anybody there with you in the flat?"
    assert [asked.topic for asked in reader.read(weak, NOTHING_BEFORE, Here()).topics] == ["at-home"]
    beside = reader.read(f"How do you sleep? {weak}", NOTHING_BEFORE, Here())
    assert [asked.topic for asked in beside.topics] == ["sleep"]


BESIDE_DANGER = [
    ("I'd like to ask you something: do you want to die?", ["dying"]),
    ("How do you sleep? Do you want to die?", ["sleep", "dying"]),
    ("is it so heavy that you want to die?", ["dying"]),
    ("i ask straight: any thoughts of suicide?", ["dying"]),
    ("how do you sleep or do you want to die?", ["sleep", "dying"]),
    ("You sit alone at home. Do you want to die?", ["dying"]),
]


@pytest.mark.parametrize(("text", "wanted"), BESIDE_DANGER)
def test_what_leads_up_to_a_question_after_danger_asks_only_what_it_plainly_does(
    text: str, wanted: list[str], reader: ScenarioReader
) -> None:
    assert [asked.topic for asked in read(reader, text).topics] == wanted


STOPPING = {"id": "stopping", "asked_as": ["have you tried it before"], "says": ["twice"]}
LIFE = {"id": "life", "asked_as": ["did you ever want to take your life"], "says": ["no"]}


def test_a_question_after_danger_is_answered_by_what_tells_of_danger(coder: Coder) -> None:
    def asked(text: str, danger: bool) -> list[str]:
        topics = [STOPPING, LIFE | {"danger": danger}]
        return [one.topic for one in read(ScenarioReader(coder, scenario(topics=topics)), text).topics]

    text = "have you tried to take your life before?"
    assert (asked(text, danger=False), asked(text, danger=True)) == (["stopping"], ["life"])
    assert asked("have you tried it before?", danger=True) == ["stopping"]


UNHEARD = [
    ("and then, how do you sleep?", []),
    ("So which bus goes there?", ["which bus goes there"]),
    ("How do you sleep?", []),
    ("What is your favourite colour?", ["What is your favourite colour"]),
    ("How do you sleep? And which bus goes there?", ["which bus goes there"]),
    ("may i ask you something?", []),
    ("may i ask which bus goes there?", ["which bus goes there"]),
    ("I like that colour.", []),
    ("I can lend you a coat. Would you want that?", ["I can lend you a coat. Would you want that"]),
    ("Would you want that?", ["Would you want that"]),
    ("You do not have to tell me anything. I am here.", []),
]


@pytest.mark.parametrize(("text", "wanted"), UNHEARD)
def test_questions_on_no_topic(text: str, wanted: list[str], reader: ScenarioReader) -> None:
    unheard = reader.read(text, NOTHING_BEFORE, Here()).unheard
    assert [text[one.start : one.end] for one in unheard] == wanted


PROMPTED = [
    ("Can you tell me more about that?", ["sleep"], "for more"),
    ("That sounds hard. Tell me more, if you want", ["sleep"], "beside a kind word"),
    ("go on, i am here", ["sleep"], "not asked"),
    ("then what?", ["sleep"], "small words alone"),
    ("What do you mean by that?", ["brother"], "for more of what was just said"),
    ("and why is that", ["brother"], "without a mark"),
    ("How was that for you?", ["at-home"], "for what it is like"),
    ("When did it start? Tell me more.", ["how-long"], "beside a question of its own"),
    ("May I tell you more about it?", [], "for leave to tell"),
    ("What do you mean? Do you want to die?", ["dying"], "before a question after danger"),
    ("You should be ashamed of yourself. Tell me more.", [], "beside what hurts"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), PROMPTED, ids=[why for *_, why in PROMPTED])
def test_who_asks_for_more_asks_about_what_comes_next(
    text: str, wanted: list[str], why: str, reader: ScenarioReader
) -> None:
    here = Here(goes_on={"prompting": "sleep", "probing": "brother", "feeling": "at-home"})
    reading = reader.read(text, NOTHING_BEFORE, here)
    assert [asked.topic for asked in reading.topics] == wanted, why


def test_who_asks_for_more_where_nothing_comes_next_asks_about_nothing(reader: ScenarioReader) -> None:
    reading = reader.read("Tell me more about that?", NOTHING_BEFORE, Here(goes_on={"probing": "sleep"}))
    assert (reading.topics, len(reading.unheard)) == ((), 1)


def test_a_language_that_does_not_know_what_words_mean_goes_by_the_words(coder: Coder) -> None:
    speechless = ScenarioReader(Coder(coder.grammar.codebook.model_copy(update={"senses": None})), SCENARIO)
    assert [asked.topic for asked in read(speechless, "so how long do you use it?").topics] == ["how-long"]


@pytest.mark.parametrize(("state", "wanted"), [("one", []), ("two", ["leaving"]), (None, ["leaving"])])
def test_topics_of_another_state_are_not_asked_about_here(
    state: str | None, wanted: list[str], reader: ScenarioReader
) -> None:
    found = reader.read("Where will you go then?", NOTHING_BEFORE, Here(state))
    assert [asked.topic for asked in found.topics] == wanted


FACTS = [
    ("The test shows an infection only after three months.", [("window", True)]),
    ("the window period is three months", [("window", True)]),
    ("The test shows an infection the next day.", [("window", False)]),
    ("The office opens after three.", []),
    ("Does the test show an infection only after three months?", []),
]


@pytest.mark.parametrize(("text", "wanted"), FACTS)
def test_facts(text: str, wanted: list[tuple[str, bool]], reader: ScenarioReader) -> None:
    assert [(fact.fact, fact.right) for fact in read(reader, text).facts] == wanted


PILLS = {
    "id": "pills",
    "fact": "The pills have to be begun within three days after the risk.",
    "given_as": ["you have three days to begin the pills", "the pills help only if you begin within three days"],
    "wrong_as": ["the pills you can begin only after three months", "you have all week to begin with the pills"],
    "source": "test",
}
TOLD_WRONG = [
    ("You can begin the pills only after three months.", [("pills", False)], "the likeliest fact"),
    ("The test shows an infection only after three months.", [("window", True)], "words of another fact"),
    ("You have all week to think.", [], "words that could be about anything"),
    ("You have all week to begin with the pills!", [("pills", False)], "word for word"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), TOLD_WRONG, ids=[why for *_, why in TOLD_WRONG])
def test_who_tells_a_fact_wrong_speaks_of_it(text: str, wanted: list[tuple[str, bool]], why: str, coder: Coder) -> None:
    facts = [*(fact.model_dump() for fact in SCENARIO.facts), PILLS]
    found = read(ScenarioReader(coder, scenario(facts=facts)), text).facts
    assert [(fact.fact, fact.right) for fact in found] == wanted, why


MOVES = [
    ("ok i can lend you money", ["lends-money"]),
    ("i can not lend you money", []),
    ("hello, you write at night", ["asks-after-hello"]),
    ("you write at night", []),
    ("money is a problem", []),
    ("no problem if the shift is long", ["takes-no"]),
    ("ok, don't worry about the dishes", ["takes-no"]),
    ("why not worry about the dishes", ["takes-no"]),
    ("you never worry about the dishes", []),
]


@pytest.mark.parametrize(("text", "wanted"), MOVES)
def test_moves(text: str, wanted: list[str], reader: ScenarioReader) -> None:
    assert [move.move for move in read(reader, text).moves] == wanted


def test_who_asks_for_a_name_makes_no_move_that_only_sounds_like_it(coder: Coder) -> None:
    move = {"id": "praises-the-call", "said_as": ["you did call them", "what a good call"]}
    heard = ScenarioReader(coder, scenario(moves=[move]))
    texts = ("What may I call you?", "Did you call them?", "What a good call!")
    assert [bool(read(heard, text).moves) for text in texts] == [False, True, True]


def test_what_gives_back_the_clients_words_makes_no_move(reader: ScenarioReader) -> None:
    text = "So your brother can lend you the money."
    asked_for = Context(client=("my brother says he can lend me money for the bus",))
    moves = [reader.read(text, context, Here()).moves for context in (NOTHING_BEFORE, asked_for)]
    assert [[move.move for move in row] for row in moves] == [["lends-money"], []]


def test_examples_without_a_common_word_of_content_are_not_looked_at(coder: Coder) -> None:
    maker = PieceMaker(coder.grammar)
    examples = maker.examples(["how do you sleep", "who paints the wall", "and you"])
    about = {text: {one.forms[0] for one in examples.about(maker.example(text))} for text in ("sleep well", "the bus")}
    assert about == {"sleep well": {"how", "and"}, "the bus": {"and"}}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("since when do you take it?", ["since when do you take it"]),
        ("from where do you know him", ["from where do you know him"]),
        ("and then you sewed what?", ["and then you sewed what"]),
        ("Why not? what happened?", ["why not", "what happened"]),
        ("the balcony, what was that?", ["the balcony", "what was that", "the balcony what was that"]),
        ("so what helps you?", ["what helps you", "so what helps you"]),
    ],
)
def test_a_turn_is_cut_where_its_questions_begin(text: str, pieces: list[str], coder: Coder) -> None:
    cut = PieceMaker(coder.grammar).pieces
    found = [piece for clause in coder.page(text, NOTHING_BEFORE).clauses for piece in cut(clause)]
    assert [" ".join(piece.forms) for piece in found] == pieces


@pytest.mark.parametrize(
    ("text", "denied"), [("do not stop alone", True), ("you must stop alone", False), ("never drink alone", True)]
)
def test_a_verb_that_ends_something_denies_nothing_of_an_example(text: str, denied: bool, coder: Coder) -> None:
    piece = PieceMaker(coder.grammar).example(text)
    assert bool(piece.denied) == denied
    assert ("stop" in piece.keys) == ("stop" in text)


def test_what_is_said_before_a_question_is_more_than_a_request_for_leave(reader: ScenarioReader) -> None:
    text = "i can lend you the money then and ask him how he came through the winter"
    [move] = read(reader, text).moves
    assert text[move.start : move.end] == "i can lend you the money then and ask him"


ANSWERS = [
    ("No, I'm not from the police.", [QUESTION], ["are-you-police"]),
    ("I'm not a doctor.", [QUESTION], ["are-you-police"]),
    ("How are you?", [QUESTION], []),
    ("Better not.", [WISH], ["shall-i-come"]),
    ("What is better for you?", [WISH], []),
    ("No, I'm not from the police.", [], []),
]


@pytest.mark.parametrize(("text", "asked", "wanted"), ANSWERS)
def test_answers(text: str, asked: list[ClientQuestion], wanted: list[str], reader: ScenarioReader) -> None:
    assert [answer.question for answer in read(reader, text, *asked).answers] == wanted


SLEEPLESS = Context(client=("hi", "its that i can not sleep at all"))


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("how so?", ["sleep"]),
        ("ok. how so?", ["sleep"]),
        ("how so? how long have you been using?", ["how-long"]),
        ("Thank you for the coffee. how so?", []),
        ("how will you do it now?", []),
        ("ask how you want", []),
    ],
)
def test_a_question_without_words_of_its_own_takes_up_what_was_said_last(
    text: str, topics: list[str], reader: ScenarioReader
) -> None:
    assert [one.topic for one in reader.read(text, SLEEPLESS, Here()).topics] == topics


def test_after_other_words_it_asks_about_none(reader: ScenarioReader) -> None:
    assert not reader.read("how so?", NOTHING_BEFORE, Here()).topics
    assert not reader.read("how so?", Context(client=("i can not sleep at all", "ok")), Here()).topics


def test_evidence_is_a_piece_of_the_turn(reader: ScenarioReader) -> None:
    text = "Hello 👋. The window period is three months. Ok, i can lend you money. Does your brother know?"
    reading = read(reader, text)
    found = {row.by: text[row.start : row.end] for row in (*reading.topics, *reading.facts, *reading.moves)}
    assert (
        found
        == {
            "topic:brother": "Does your brother know",
            "fact:window": "The window period is three months",
            "move:lends-money": "i can lend you money",
        }
        or found["move:lends-money"] == "Ok, i can lend you money"
    )
    assert len(found) == 3


LIKE = [
    ("how long have you been using", "how long have you been using", True),
    ("how long have you used", "how long have you been using", True),
    ("you have been using how long", "how long have you been using", True),
    ("where have you been", "how long have you been using", False),
    ("i do not smoke", "i smoke", False),
    ("yes", "yes", True),
    ("how are you right now", "how are you", True),
    ("i can not come", "i can come", False),
    ("is it okay if i tell you what i know", "what is up", False),
    ("may i tell you something about me", "tell me something about you", False),
    ("so tell me something about you", "tell me something about you", True),
    ("the bus is late, and i do not smoke", "i do not smoke", True),
    ("well yes i do", "yes", False),
]


@pytest.mark.parametrize(("text", "example", "alike"), LIKE)
def test_likeness(text: str, example: str, alike: bool, coder: Coder) -> None:
    example_of = PieceMaker(coder.grammar).example
    value = Likeness(coder.grammar.codebook).of(example_of(text), example_of(example))
    assert value <= 1.0 + 1e-9
    assert (value >= ALIKE) == alike


def test_what_the_model_takes_for_a_misstep_beside_a_fact_told_right_is_left_to_a_person(coder: Coder) -> None:
    text = "I know a colleague, Olya, she was on the program when she had her son."
    olya = {"id": "olya", "fact": "Olya was in the program.", "source": "test"}
    told = {**olya, "given_as": ["my colleague olya was in the program with her son"]}
    other = {**olya, "given_as": ["the program begins on a monday"]}
    breach = "confidentiality_breach"
    readings = [read(ScenarioReader(coder, scenario(facts=[fact])), text) for fact in (other, told)]
    assert [breach in reading.act_ids for reading in readings] == [True, False]
    assert breach in {act.act for act in readings[1].unsure}


FORESEEN = scenario(
    topics=[
        {"id": "late", "asked_as": ["why do you bake so late", "why did you wait so long"], "says": ["its quiet then"]},
        {"id": "choice", "asked_as": ["did you choose the rehab yourself"], "says": ["i did"]},
    ],
    moves=[{"id": "picks", "said_as": ["choose the rehab", "i would choose the rehab for you"]}],
    states=[{"id": "one", "stage": "contact"}],
)


@pytest.mark.parametrize(
    ("text", "topics", "acts", "moves"),
    [
        ("Why do you bake so late?", ["late"], set(), []),
        ("Did you choose the rehab yourself?", ["choice"], set(), []),
        ("I would choose the rehab for you.", [], set(), ["picks"]),
        ("You are an idiot. Why do you bake so late?", ["late"], {"hostility"}, []),
    ],
)
def test_a_question_that_the_author_foresaw_is_no_misstep_by_the_model_and_no_move_it_is_less_like(
    coder: Coder, text: str, topics: list[str], acts: set[str], moves: list[str]
) -> None:
    reading = read(ScenarioReader(coder, FORESEEN), text)
    assert [one.topic for one in reading.topics] == topics
    assert reading.act_ids & {"judgment", "hostility", "directive"} == acts
    assert [one.move for one in reading.moves] == moves


def test_what_the_model_alone_takes_for_a_misstep_there_stays_unsure(coder: Coder) -> None:
    reading = read(ScenarioReader(coder, FORESEEN), "Why did you wait so long?")
    assert [one.topic for one in reading.topics] == ["late"]
    assert "judgment" not in reading.act_ids
    assert "judgment" in {act.act for act in reading.unsure}
