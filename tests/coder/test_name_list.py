"""Names in the words of a conversation."""

import pytest

from simulator.coder.name_list import NAME, NameList, names_in
from simulator.coder.personal_data import replace_personal_data

CODES = {
    "Oleg Petrov": "Counselor",
    "Ira": "Client",
    "Will": "other 1",
    "Оля": "other 2",
    "Anna-Maria": NAME,
    "Ян": NAME,
}
LIST = NameList(CODES, words={"will", "may"})

FOUND = [
    ("a whole word", "Ira is here", "Client is here"),
    ("in any case", "thanks ira, IRA!", "thanks Client, Client!"),
    ("a genitive", "it was Ira's idea, or Ira’s", "it was Client's idea, or Client’s"),
    ("a plural", "two Iras", "two Client"),
    ("first and family name together", "I am Oleg Petrov, a peer", "I am Counselor, a peer"),
    ("first name alone", "ask Oleg", "ask Counselor"),
    ("family name alone", "ask Mr. Petrov", "ask Mr. Counselor"),
    ("the same name twice", "Ira, Ira!", "Client, Client!"),
    ("with a hyphen", "Anna-Maria and anna-maria", "[name] and [name]"),
    ("a part of one with a hyphen", "Anna said", "[name] said"),
    (
        "Cyrillic cases",
        "Оля, скажи Оле про Олю с Олей, от Оли",
        "other 2, скажи other 2 про other 2 с other 2, от other 2",
    ),
    ("a short Cyrillic name", "Яна нет, скажи Яну", "[name] нет, скажи [name]"),
    ("an everyday word as a name", "I asked Will about it", "I asked other 1 about it"),
    ("an everyday word as an address", "Will, are you there?", "other 1, are you there?"),
]
KEPT = [
    "vivo de la nada",
    "irate",
    "Iran",
    "admira",
    "oleander",
    "will you come?",
    "Will you come?",
    "I will",
    "оляпка",
    "яблоко",
    "[name]",
]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_a_name_becomes_its_code(text: str, wanted: str) -> None:
    replaced = replace_personal_data(text, LIST)
    assert replaced.text == wanted
    assert set(replaced.counts) == {"name"}


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_name_stays(text: str) -> None:
    assert replace_personal_data(text, LIST).text == text


def test_each_name_counts_once() -> None:
    assert replace_personal_data("Oleg Petrov wrote to Ira, and Ira to Oleg", LIST).counts == {"name": 4}


def test_a_name_that_is_its_own_code_is_none() -> None:
    assert NameList({"Counselor": "Counselor"}).replace("the counselor") == ("the counselor", 0)


def test_names_are_told_that_are_also_words() -> None:
    assert LIST.ambiguous == {"will"}


def test_a_list_is_one_name_a_line() -> None:
    assert list(names_in(["Ira  ", "", "# friends", "Oleg # his brother"])) == ["Ira", "Oleg"]
