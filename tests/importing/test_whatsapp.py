"""WhatsApp's exports, in files made by hand to the forms that Android and iOS write."""

import time

import pytest

from simulator.importing.transcript_file import Sought, parse_talk
from simulator.importing.whatsapp import FORM

NARROW, LTR = "\u202f", "\u200e"

ANDROID = """12/05/2024, 22:15 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
12/05/2024, 22:15 - Ira K: hi
12/05/2024, 22:16 - Oleg: Hello.
What brings you here?
- a list

13/05/2024, 00:01 - Ira K: i shared a needle
"""
FORMS = {
    "Android, day first": ANDROID,
    "Android, Windows line ends": ANDROID.replace("\n", "\r\n"),
    "Android, month first, 12 hours": """5/12/24, 10:15 PM - Ira K: hi
5/12/24, 10:16 PM - Oleg: Hello.
What brings you here?
- a list

5/13/24, 12:01 AM - Ira K: i shared a needle
""",
    "Android, 12 hours and a narrow space": f"""5/12/24, 10:15{NARROW}PM - Ira K: hi
5/12/24, 10:16{NARROW}PM - Oleg: Hello.
What brings you here?
- a list

5/13/24, 12:01{NARROW}AM - Ira K: i shared a needle
""",
    "Android, day first, 12 hours in small letters": f"""12/05/2024, 10:15{NARROW}pm - Ira K: hi
12/05/2024, 10:16{NARROW}pm - Oleg: Hello.
What brings you here?
- a list

13/05/2024, 12:01{NARROW}a.m. - Ira K: i shared a needle
""",
    "Android, dots": """12.05.24, 22:15 - Ira K: hi
12.05.24, 22:16 - Oleg: Hello.
What brings you here?
- a list

13.05.24, 00:01 - Ira K: i shared a needle
""",
    "Android, ISO": """2024-05-12, 22:15 - Ira K: hi
2024-05-12, 22:16 - Oleg: Hello.
What brings you here?
- a list

2024-05-13, 00:01 - Ira K: i shared a needle
""",
    "Android, without a comma": """12/05/2024 22:15 - Ira K: hi
12/05/2024 22:16 - Oleg: Hello.
What brings you here?
- a list

13/05/2024 00:01 - Ira K: i shared a needle
""",
    "iOS": f"""[12/05/2024, 22:15:00] Ira K: {LTR}Messages and calls are end-to-end encrypted.
[12/05/2024, 22:15:00] Ira K: hi
[12/05/2024, 22:16:00] Oleg: Hello.
What brings you here?
- a list

{LTR}[13/05/2024, 00:01:00] Ira K: i shared a needle
""",
    "iOS, month first, 12 hours": f"""[5/12/24, 10:15:00{NARROW}PM] ~{NARROW}Ira K: hi
[5/12/24, 10:16:00{NARROW}PM] Oleg: Hello.
What brings you here?
- a list

[5/13/24, 12:01:00{NARROW}AM] ~{NARROW}Ira K: i shared a needle
""",
    "iOS, dots, no comma": """[12.05.24 22:15:00] Ira K: hi
[12.05.24 22:16:00] Oleg: Hello.
What brings you here?
- a list

[13.05.24 00:01:00] Ira K: i shared a needle
""",
}
SAID = [
    ("Ira K", "hi", 0.0),
    ("Oleg", "Hello.\nWhat brings you here?\n- a list", 60.0),
    ("Ira K", "i shared a needle", 6360.0),
]


def parsed(text: str):
    return parse_talk(text.encode(), "chat.txt", Sought())


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_every_form_tells_the_same_talk(text):
    talk = parsed(text)
    assert (talk.form, talk.began) == (FORM, "2024-05-12T22:15:00Z")
    assert [(one.sender, one.text, one.at) for one in talk.bubbles] == SAID
    assert {one.where for one in talk.bubbles} == {"dm"}


@pytest.mark.parametrize(
    ("dates", "began"),
    [
        (("03/04/2024, 10:00", "03/04/2024, 10:01"), "2024-04-03"),
        (("03/04/2024, 10:00 AM", "03/04/2024, 10:01 AM"), "2024-03-04"),
        (("03/04/2024, 10:00 AM", "13/04/2024, 10:01 AM"), "2024-04-03"),
        (("03/04/2024, 10:00", "03/14/2024, 10:01"), "2024-03-04"),
        (("01/02/2024, 10:00", "01/03/2024, 10:00", "02/01/2024, 10:00"), "2024-01-02"),
        (("2024/03/04, 10:00", "2024/03/05, 10:01"), "2024-03-04"),
        (("31/12/2023, 23:59", "01/01/2024, 00:01"), "2023-12-31"),
        (("12/11/2023, 12:30 PM", "12/11/2023, 12:31 PM"), "2023-12-11"),
    ],
    ids=[
        "both possible: the day first",
        "both possible on a clock of twelve: the month first",
        "a day above twelve",
        "a month that cannot be one",
        "the order in which time runs forward",
        "the year first",
        "over the turn of the year",
        "noon",
    ],
)
def test_day_and_month_are_told_apart(dates, began):
    talk = parsed("".join(f"{date} - Ira: hi\n" for date in dates))
    assert talk.began is not None
    assert talk.began.startswith(began)
    assert [one.at for one in talk.bubbles] == sorted(one.at for one in talk.bubbles)


NOTES = [
    ("<Media omitted>", "[media]"),
    ("<Без медиафайлов>", "[media]"),
    ("null", "[media]"),
    (f"{LTR}image omitted", "[photo]"),
    (f"{LTR}audio omitted", "[voice message]"),
    (f"{LTR}sticker omitted", "[sticker]"),
    (f"{LTR}GIF omitted", "[gif]"),
    (f"{LTR}Contact card omitted", "[contact]"),
    (f"{LTR}Bild weggelassen", "[photo]"),
    (f"{LTR}<attached: 00000012-AUDIO-2024-05-12-10-30-00.opus>", "[voice message]"),
    ("IMG-20240512-WA0001.jpg (file attached)", "[photo]"),
    ("PTT-20240512-WA0002.opus (Datei angehängt)", "[voice message]"),
    (f"see you {LTR}<This message was edited>", "see you"),
    ("see you <This message was edited>", "see you"),
    ("<Arquivo de mídia oculto>", "[media]"),
    ("<script>", "<script>"),
    ("say <b>hello</b>", "say <b>hello</b>"),
    ("i love <somebody else>", "i love <somebody else>"),
    ("it is <3 years", "it is <3 years"),
    ("i < you > me", "i < you > me"),
    ("image omitted? no", "image omitted? no"),
    ("time: 10:30", "time: 10:30"),
]


@pytest.mark.parametrize(("text", "said"), NOTES, ids=[row[0].strip(LTR) for row in NOTES])
def test_media_become_notes(text, said):
    for row in (f"12/05/2024, 22:15 - Ira: {text}", f"[12/05/2024, 22:15:00] Ira: {text}"):
        assert [one.text for one in parsed(row).bubbles] == [said]


@pytest.mark.parametrize(
    "row",
    [
        "12/05/2024, 22:15 - Oleg created group “Friends”",
        "12/05/2024, 22:15 - Oleg changed the subject from “A: b” to “C: d”",
        "12/05/2024, 22:15 - Ira: This message was deleted",
        "12/05/2024, 22:15 - Ira: You deleted this message.",
        "12/05/2024, 22:15 - Ira: Вы удалили данное сообщение",
        f"[12/05/2024, 22:15:00] Ira: {LTR}Missed voice call",
        f"[12/05/2024, 22:15:00] Ira: {LTR}This message was deleted.",
        f"[12/05/2024, 22:15:00] Friends: {LTR}Oleg added you",
        "12/05/2024, 22:15 - Ira:",
    ],
)
def test_what_nobody_said_is_left_out(row):
    assert [one.text for one in parsed(f"12/05/2024, 22:14 - Ira: hi\n{row}").bubbles] == ["hi"]


def test_three_people_are_a_group():
    rows = "".join(f"12/05/2024, 22:15 - {name}: hi\n" for name in ("A", "B", "C"))
    assert {one.where for one in parsed(rows).bubbles} == {"group"}


def test_a_phone_number_may_be_the_name():
    assert [one.sender for one in parsed("12/05/2024, 22:15 - +49 170 1234567: hi").bubbles] == ["+49 170 1234567"]


def test_a_long_export_takes_no_time():
    begun = time.perf_counter()
    for text in (" " * 100_000, "<" * 100_000, "a " * 50_000, "\u200e" * 100_000):
        parsed(f"12/05/2024, 22:15 - Ira: x{text}\n{text}\n")
    assert time.perf_counter() - begun < 2
