"""What supervisors saw otherwise, as examples and as a patch that applies and lints."""

import shutil
import subprocess
from pathlib import Path

import pytest

from simulator.desk.patches import example_row, patch, with_examples
from simulator.desk.proposals import ActExample, act_examples, proposed
from simulator.desk.review import Review
from simulator.talk_coding import talk_readers


def told(desk, *lines: str):
    """The debrief with what a review of these lines wrote."""
    review = Review(desk())
    for typed in lines:
        review.take(typed)
    return desk().debrief


def examples(debrief) -> list[tuple[str, bool, tuple[str, ...], str]]:
    found = act_examples(debrief.transcript, debrief.notes)
    return [(one.act, one.present, one.acts, one.reason) for one in found]


FIRST = ("greeting", "self_introduction", "address_request", "closed_question")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a"], []),
        (["y 1"], []),
        (["n 4 part of the other"], [("closed_question", False, FIRST[:3], "part of the other")]),
        (["m permission asks leave"], [("permission", True, (*FIRST, "permission"), "asks leave")]),
        (["n 4", "", "y 4", ""], []),
        (["turn 3", "n referral a fact"], [("referral", False, ("role_boundary", "information"), "a fact")]),
        (["turn 3", "y referral so"], [("referral", True, ("role_boundary", "information", "referral"), "so")]),
        (["c only words"], []),
    ],
    ids=[
        "all right proposes nothing",
        "yes to what was read proposes nothing",
        "an act that is not there is a miss, coded completely",
        "an act that was missed is a hit, coded completely",
        "what is taken back proposes nothing",
        "what was left open and is not there is a miss",
        "what was left open and is there is a hit",
        "a comment proposes nothing",
    ],
)
def test_overrides_become_examples(desk, lines, expected):
    assert examples(told(desk, *lines)) == expected


def test_an_example_has_what_the_client_wrote_before(desk):
    [one] = act_examples(*(lambda debrief: (debrief.transcript, debrief.notes))(told(desk, "n 4", "")))
    assert one.client == ("hi, who is this?",)
    assert one.text.startswith("Hi, i am Oleg")


def bare(readers):
    return talk_readers(readers.coder, readers.client_reader)


def test_a_level_set_otherwise_becomes_a_talk_with_levels(desk, frozen, readers):
    debrief = told(desk, "levels", "", "p it is said in between", "a")
    found = proposed(debrief, frozen.rubric, bare(readers))
    assert found.talk is not None
    assert found.talk.levels == {"says-private": "partly", "says-who": "met"}
    assert found.talk.reasons == {"says-private": "it is said in between"}
    assert found.bound == ()


def test_what_todays_engine_sees_alike_is_not_proposed(desk, frozen, readers):
    debrief = told(desk, "levels", "", "p late", "turn 1", "n 4", "")
    changed = debrief.model_copy(
        update={
            "criteria": tuple(one.model_copy(update={"level": "met"}) for one in debrief.criteria),
            "adjusted": {"says-private": "not_yet"},
        }
    )
    assert proposed(changed, frozen.rubric, bare(readers)).bound == ("says-private",), "it hangs on the scenario"
    assert proposed(debrief, frozen.rubric, bare(readers)).talk is not None


FILE = """act: thanks
hits:
  - "thank you"
  - {text: "thanks a lot"}
misses:
  - "no thanks"

lists: {a: [b]}
"""


UNSEEN = 'say "x"\u202e\n\x1b[1m'


@pytest.mark.parametrize(
    ("file", "one", "row", "before"),
    [
        (FILE, ActExample("thanks", True, "thx", (), ("thanks",)), '  - {text: "thx"}', "misses:"),
        (
            FILE,
            ActExample("thanks", False, "nope", ("x",), ("advice",), "no # one"),
            '  - {text: "nope", client: ["x"], rather: [advice]}  # no # one',
            "",
        ),
        ("act: a\nhits: []\n", ActExample("a", True, "x", (), ("a", "b")), '  - {text: "x", also: [b]}', None),
        ("act: a\n", ActExample("a", False, "x", ("1", "2"), ()), '  - {text: "x", client: ["1", "2"]}', None),
        (
            FILE,
            ActExample("thanks", True, UNSEEN, (), ("thanks",)),
            '  - {text: "say \\"x\\"\\u202e\\n\\u001b[1m"}',
            "misses:",
        ),
    ],
    ids=["a hit", "a miss, with its reason", "an empty list", "no list yet", "text that would do something"],
)
def test_an_example_is_a_row_at_the_end_of_its_list(file, one, row, before):
    assert example_row(one) == f"{row}\n"
    rows = with_examples(file, [one]).split("\n")
    place = rows.index(row)
    assert before is None or rows[place + 1] == before
    assert [kept for kept in rows if kept != row][:1] == file.split("\n")[:1]


def test_an_example_that_is_there_is_not_added_again():
    one = ActExample("thanks", True, "thanks a lot", (), ("thanks",))
    assert with_examples(FILE, [one]) == FILE
    new = one._replace(text="ta")
    assert with_examples(FILE, [new, new]).count('"ta"') == 1


@pytest.mark.parametrize("indent", ["", "    "], ids=["in the column of its key", "farther in"])
def test_an_example_stands_in_the_column_of_its_list(indent: str):
    file = f"hits:\n{indent}- one\n{indent}- {{text: a-b}}\n\n# misses\nmisses: []\n"
    added = with_examples(file, [ActExample("thanks", True, "ta", (), ())])
    assert added.split("\n")[3:5] == [f'{indent}- {{text: "ta"}}', ""]


def test_a_list_is_begun_behind_a_file_without_a_line_feed_at_the_end():
    one = ActExample("thanks", False, "nope", (), ())
    assert with_examples("act: thanks\nhits: []", [one]) == 'act: thanks\nhits: []\nmisses:\n  - {text: "nope"}\n'


def test_nothing_changed_is_no_patch():
    assert patch({"a.yaml": ("x\n", "x\n")}) == ""


@pytest.mark.skipif(shutil.which("git") is None, reason="applies the patch with git")
@pytest.mark.parametrize("ending", ["\n", ""], ids=["a line feed at the end", "none"])
def test_a_patch_applies(tmp_path: Path, ending: str):
    before = FILE.rstrip("\n") + ending
    after = with_examples(before, [ActExample("thanks", False, "nope", (), ())])
    (tmp_path / "rubrics").mkdir()
    (tmp_path / "rubrics" / "thanks.yaml").write_text(before, encoding="utf-8")
    text = patch({"rubrics/thanks.yaml": (before, after), "tests/new.yaml": ("", "one\ntwo\n")})
    subprocess.run(["git", "apply", "-"], input=text.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "rubrics" / "thanks.yaml").read_text(encoding="utf-8").rstrip("\n") == after.rstrip("\n")
    assert (tmp_path / "tests" / "new.yaml").read_text(encoding="utf-8") == "one\ntwo\n"
