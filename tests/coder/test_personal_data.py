"""What is replaced before a message is read or stored (manual 6.1, 6.2), and what stays."""

import pytest

from simulator.coder.personal_data import replace_personal_data

REPLACED = [
    ("phone", "call +7 916 123-45-67 now", "call [phone] now", {"phone": 1}),
    ("phone-national", "call 0912 345 678", "call [phone]", {"phone": 1}),
    ("phone-bare", "my number is 89161234567", "my number is [phone]", {"phone": 1}),
    ("phone-brackets", "+1 (555) 123-4567", "[phone]", {"phone": 1}),
    ("email", "write to anna.k+x@mail.example.org!", "write to [email]!", {"email": 1}),
    ("link", "see https://example.org/a?b=c ok", "see [link] ok", {"link": 1}),
    ("link-bare", "go to t.me/somebody", "go to [link]", {"link": 1}),
    ("link-www", "www.example.org", "[link]", {"link": 1}),
    ("handle", "i'm @some_body there", "i'm [handle] there", {"handle": 1}),
    ("card", "card 4111 1111 1111 1111", "card [card]", {"card": 1}),
    ("document", "passport AB 1234567", "passport [document]", {"document": 1}),
    ("several", "a@b.co and c@d.co, +7 916 123 45 67", "[email] and [email], [phone]", {"email": 2, "phone": 1}),
]

KEPT = [
    "Hi, I'm Oleg, 34, a peer counselor.",
    "on a scale from 0 to 10",
    "PEP works within 72 hours",
    "in 2019 and 2020",
    "on 12.05.2024 at 10:30",
    "2026-11-21",
    "it costs 1500 roubles, 20 000 at most",
    "call 112 or 103",
    "my CD4 is 350, HIV-1",
    "@ home",
    "@me",
    "a.b.c.",
    "20/20 50-50",
    "COVID-19",
]


@pytest.mark.parametrize(("text", "wanted", "counts"), [row[1:] for row in REPLACED], ids=[row[0] for row in REPLACED])
def test_personal_data_is_replaced(text: str, wanted: str, counts: dict[str, int]) -> None:
    assert replace_personal_data(text) == replace_personal_data(text)
    assert (replace_personal_data(text).text, replace_personal_data(text).counts) == (wanted, counts)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_personal_data_stays(text: str) -> None:
    assert replace_personal_data(text).text == text
    assert replace_personal_data(text).counts == {}


@pytest.mark.parametrize("text", [row[1] for row in REPLACED])
def test_replacing_again_changes_nothing(text: str) -> None:
    once = replace_personal_data(text).text
    assert replace_personal_data(once).text == once
