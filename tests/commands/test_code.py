"""`rehearse code`: the acts of a turn, one by one or as a stream."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
HELLO = {"text": "Hello, what happened?", "prev_client": None}


def rehearse(*arguments: str, given: bytes = b"", **more: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, **more}
    command = [sys.executable, "cli.py", "code", *arguments]
    return subprocess.run(command, input=given, capture_output=True, cwd=ROOT, env=environment, timeout=60, check=False)


def lines(*rows: Any) -> bytes:
    return b"".join((row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows)


def coded(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def acts(row: dict[str, Any]) -> list[str]:
    return [act["act"] for act in row["acts"]]


def test_a_turn_with_the_words_that_show_each_act() -> None:
    run = rehearse("Hello. What happened?")
    assert (run.returncode, run.stderr) == (0, b"")
    assert b'"Hello"' in run.stdout
    assert b'"What happened"' in run.stdout


def test_a_turn_from_standard_input_as_json() -> None:
    run = rehearse("--json", given="Hello 👋 What happened?".encode(), PYTHONIOENCODING="utf-8")
    (row,) = coded(run.stdout)
    assert row["text"] == "Hello 👋 What happened?"
    spans = [(act["act"], row["text"][act["start"] : act["end"]]) for act in row["acts"]]
    assert ("open_question", "What happened") in spans


def test_nothing_in_it() -> None:
    assert rehearse("hm").stdout.strip() == b"no act"


def test_a_stream_gives_every_line_back_with_its_acts() -> None:
    rows = [
        {**HELLO, "id": 7, "extra": [1, {"x": "ü"}]},
        {"text": "So you lost your job.", "prev_client": "i lost my job"},
        {"text": "So you lost your job.", "prev_client": ["hi", "i lost my job"]},
        {"text": "", "prev_client": []},
        {"text": "ok"},
    ]
    run = rehearse("--jsonl", given=lines(*rows))
    answers = coded(run.stdout)
    assert (run.returncode, run.stderr) == (0, b"")
    assert [{key: row[key] for key in rows[n]} for n, row in enumerate(answers)] == rows
    assert all(isinstance(row["unsure"], list) for row in answers)
    assert "greeting" in acts(answers[0])
    assert {"paraphrase", "summary"} & {*acts(answers[1])}
    assert acts(answers[1]) == acts(answers[2])
    assert acts(answers[3]) == []


BAD = [
    (b"{", b"JSON"),
    (b"[" * 100_000, b"JSON"),
    (b'"text"', b'no "text"'),
    (b"[]", b'no "text"'),
    (b"{}", b'no "text"'),
    (b'{"text": 3}', b'no "text"'),
    (b'{"text": null}', b'no "text"'),
    (b'{"text": "x", "prev_client": 3}', b"prev_client"),
    (b'{"text": "x", "prev_client": {"a": 1}}', b"prev_client"),
    (b'{"text": "x", "prev_client": ["a", null]}', b"prev_client"),
    (b'{"text": "\xff"}', b"utf-8"),
    (b"NaN", b'no "text"'),
]


def test_bad_lines_are_named_and_left_out_and_the_rest_goes_on() -> None:
    rows: list[Any] = [HELLO, b""]
    for bad, _ in BAD:
        rows += [bad, HELLO]
    run = rehearse("--jsonl", given=lines(*rows))
    assert run.returncode == 1
    assert len(coded(run.stdout)) == len(BAD) + 1
    told = run.stderr.splitlines()
    assert len(told) == len(BAD)
    for number, (line, (_, what)) in enumerate(zip(told, BAD, strict=True)):
        assert line.startswith(b"rehearse: line %d: " % (3 + 2 * number))
        assert what in line


def test_half_a_character_in_a_line_of_json_is_no_reason_to_stop() -> None:
    run = rehearse("--jsonl", given=lines(b'{"text": "hello \\ud83d there"}', HELLO))
    assert run.returncode in (0, 1)
    assert "greeting" in acts(coded(run.stdout)[-1])
    assert b"Traceback" not in run.stderr


def test_lines_are_answered_as_they_come() -> None:
    command = [sys.executable, "cli.py", "code", "--jsonl"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for _ in range(3):
            running.stdin.write(lines(HELLO))
            running.stdin.flush()
            assert "greeting" in acts(json.loads(running.stdout.readline()))
        running.stdin.close()
        assert running.wait(30) == 0


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "cli.py", "code", "--jsonl"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(lines(HELLO))
        running.stdin.flush()
        running.stdout.readline()
        running.stdout.close()
        running.stdin.write(lines(*[HELLO] * 20))
        running.stdin.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 0


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--language", "xx", "hi"], 3, b'"xx"'),
        (["--nonsense"], 2, b"nonsense"),
        (["one", "two"], 2, b"two"),
        (["--explain", "--json", "hi"], 2, b"--explain and --json show a turn in different ways; choose one"),
        (["--jsonl", "hi"], 2, b"--jsonl reads its lines from standard input; leave TEXT out"),
        (["--lines", "hi"], 2, b"--lines reads its lines from standard input; leave TEXT out"),
        (["--lines", "--jsonl"], 2, b"--jsonl and --lines show a turn in different ways; choose one"),
        (["--as-client", "--client", "hi", "hi"], 2, b"--client is for a counselor's turn"),
        (["--as-client", "--why-not", "advice", "hi"], 2, b"--why-not is for a counselor's turn"),
        (["--as-client", "--scenario", "ira-hiv-test", "hi"], 2, b"--scenario is for a counselor's turn"),
        (["--counselor", "hi", "hi"], 2, b"add --as-client"),
    ],
)
def test_misuse(arguments: list[str], status: int, told: bytes) -> None:
    run = rehearse(*arguments)
    assert run.returncode == status
    assert told in run.stderr
    assert run.stdout == b""


def test_a_table_of_turns_and_of_messages() -> None:
    rows = rehearse("--lines", given=b"hello i am sam\nmhm\n").stdout.decode().splitlines()
    assert [row.split("  ")[0] for row in rows] == ["greeting, self_introduction", "no act"]
    rows = rehearse("--as-client", "--lines", given=b"i want to die\n").stdout.decode().splitlines()
    assert [row.split() for row in rows] == [["suicide", *["i", "want", "to", "die"]]]


def test_a_clients_message_with_the_words_that_show_each_cue_and_the_dangers_it_may_show() -> None:
    run = rehearse("--as-client", "I'm so tired of this. I do it tonight.")
    assert (run.returncode, run.stderr) == (0, b"")
    rows = run.stdout.decode().splitlines()
    assert rows[0].startswith("feeling exhaustion")
    assert rows[0].endswith('"tired"  (feeling:exhaustion, 0.80)')
    assert any(row.startswith("present_danger ") and row.endswith(" 0.50, unsure)") for row in rows)
    assert rehearse("--as-client", "hey").stdout.strip() == b"no cue"


def test_what_was_asked_before_decides_what_a_clients_message_shows() -> None:
    asked = ("--counselor", "Are you thinking of killing yourself?")
    (row,) = coded(rehearse("--as-client", "--json", *asked, "I do it tonight.").stdout)
    assert "present_danger" in [cue["cue"] for cue in row["cues"]]
    (row,) = coded(rehearse("--as-client", "--json", "I do it tonight.").stdout)
    assert "present_danger" in [cue["cue"] for cue in row["unsure"]]


def test_a_stream_of_client_messages() -> None:
    rows = [{"text": "yes", "after": "Shall I come with you?", "id": 3}, {"text": "yes"}, {"cues": []}]
    run = rehearse("--as-client", "--jsonl", given=lines(*rows))
    first, second = coded(run.stdout)
    assert (first["id"], [cue["cue"] for cue in first["cues"]]) == (3, ["accepts"])
    assert second["cues"] == []
    assert b'"after": "hi"' in run.stderr


def test_why_a_clients_message_shows_what_it_shows() -> None:
    out = rehearse("--as-client", "--explain", "I don't see the point any more. Hey. I do it tonight.").stdout.decode()
    assert '"I don\'t see the point any more"\n' in out
    fates = [row.split() for row in out.splitlines() if row.startswith("    ")]
    assert {("suicide", "shown"), ("feeling", "outranked"), ("present_danger", "unsure")} <= {
        (row[0], row[2]) for row in fates if len(row) > 2
    }
    assert '"Hey"\n    nothing\n' in out


def test_no_encoding_of_the_other_side_spoils_json() -> None:
    run = rehearse("--json", "naïve привет 🙂", PYTHONIOENCODING="cp1252")
    assert json.loads(run.stdout)["text"] == "naïve привет 🙂"
