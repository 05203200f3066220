"""What is replaced before a message is read or stored (manual 6.1, 6.2), and what stays."""

import re
import time

import pytest

from simulator.coder.name_list import NameList
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

FORMS = {
    "phone": [
        "+49 (0) 170 123-45-67",
        "0049 170 1234567",
        "8 (916) 123-45-67",
        "8-916-123-45-67",
        "89161234567",
        "916 123 45 67",
        "123-45-67",
        "0501234567",
        "050 123 45 67",
        "(044) 123-45-67",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "07700 900123",
        "020 7946 0958",
        "030/12345678",
        "(555) 123-4567",
        "555-123-4567",
        "555.123.4567",
        "1-800-555-0199",
        "+1.555.123.4567",
        "98765 43210",
        "(11) 91234-5678",
        "600-123-456",
        "tel. 12345",
        "phone: 555-1234",
        "тел 12-34-56",
        "+7 916 123 45 67",
        "+7 (916) 123‑45‑67",
        "@491701234567",
        "7 747 555 36 90",
    ],
    "email": [
        "anna (at) mail (dot) org",
        "anna[at]mail.org",
        "anna at mail dot org",
        "анна@почта.рф",
    ],
    "link": [
        "example.com/join",
        "my-site.org",
        "tg://resolve?domain=x",
        "discord.gg/abc",
    ],
    "handle": [
        "insta: anna_99",
        "oleg#1234",
    ],
    "iban": [
        "DE89 3704 0044 0532 0130 00",
        "de89370400440532013000",
        "GB82WEST12345698765432",
        "UA213223130000026007233566001",
    ],
    "card": [
        "4111111111111111",
        "4111-1111-1111-1111",
        "3782 822463 10005",
    ],
    "document": [
        "passport number is 4508123456",
        "passport 45 08 123456",
        "паспорт серия 4508 номер 123456",
        "ИНН 1234567890",
        "СНИЛС 112-233-445 95",
        "112-233-445 95",
        "my ssn 078-05-1120",
        "tax id: 12 345 678",
        "PESEL 44051401359",
        "NHS number 943 476 5919",
        "insurance number: 20231455",
    ],
    "address": [
        "12 Canal Street",
        "221B Baker St",
        "i live at 12 canal street",
        "Canal Street 12",
        "on Canal Street 12, apt 4",
        "flat at 5 Downing Street, flat 2",
        "Hauptstraße 5",
        "hauptstr. 12a",
        "12 rue de Rivoli",
        "5, avenue Victor Hugo",
        "calle Mayor 5",
        "ul. Lenina 5, kv. 12",
        "ulica Długa 7",
        "Via Roma 10",
        "ул. Ленина, д. 5, кв. 12",
        "ул ленина 5",
        "ул. 8 Марта 12",
        "улица Ленина 5",
        "на улице Пушкина дом 3",
        "улица ленина 5",
        "проспект Мира 12",
        "пр-т Мира, 12-5",
        "вул. Хрещатик, буд. 22",
        "вулиця Шевченка 10 кв 4",
        "ленина 5 кв 12",
        "дом 5, кв 12",
        "мкр. Северный 7",
        "SW1A 1AA",
        "55.7558, 37.6173",
    ],
}
"""What people really type, by kind; each stands alone and within a sentence."""

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
    "shelf 012 34 56",
    "(2019) 2020-2021",
    "my passport: 2019 2020",
    "scale 0 1 2 3 4 5 6 7 8 9 10",
    "12 weeks",
    "12 weeks on the street",
    "2 weeks on the street",
    "I lived 3 years on the street.",
    "the street 3 days ago",
    "i slept on the street 2 weeks",
    "from 2019 2020 2021 2022",
    "05-12-2024 10:30",
    "05-12-2024",
    "05.12.2024 10.30",
    "2024-05-12 10:30:15",
    "100 000 000",
    "200 300 400 mg",
    "100-50-25",
    "300-200-100",
    "10-15 minutes",
    "from 200-1000 mg",
    "CD4 350 400 450",
    "24/7",
    "Canal Street 24/7",
    "we are on Canal Street 3 days a week",
    "open on Canal Street from 12",
    "the drop-in on Canal Street",
    "canal street from noon",
    "call me at 10:30",
    "the number of deaths is 70000",
    "ok.so what",
    "come with.me",
    "i went.home",
    "use telegram: it's safe",
    "telegram: yes",
    "via Telegram 5 times",
    "via telegram 5 times",
    "на улице 5 дней",
    "на улице уже 5 дней",
    "на улице минус 20",
    "на улице было 20 человек",
    "улица дала мне 2 года",
    "кв. метр",
    "5 кв",
    "1,000,000",
    "version 1.2.3.4",
    "3.5 mg/kg",
    "0.5 ml",
    "1/2 tablet",
    "PCR ct 35.5",
    "1st 2nd 3rd",
    "from 3 different street dealers",
    "2 Dr appointments",
    "at 5 high street drug shops",
    "8 800",
    "room 5 on floor 3",
    "step 1 2 3",
    "№ 5",
    "id rather not",
    "case of 2 people",
    "my record is 12 weeks",
    "patient 34 years",
    "10:00-18:00 Mon-Fri",
    "10-12-14",
    "I have 2 big dogs close by",
    "0 7 14 21 28 days",
    "day 0, 7, 14, 21",
    "#1234",
    "mother's day 2020",
    "at 12 road",
    "i paid 12345 for it",
    "it was 100 km from my place 5 years ago",
    "rue 5",
    "the case 2019-2020",
    "19.11.2023 and 20.11.2023 ",
    "just in case: 8 800 100. bye!",
    "It is 3 in the morning on Baker Street, 2 days in a row.",
    "снял квартиру 2 недели назад",
    "10 недель",
    "в 2019 году, 12.05.2020 в 10:30",
    "дом 2 это передача",
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


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FORMS.items() for text in texts])
def test_forms_that_people_really_type_are_replaced(kind: str, text: str) -> None:
    for written in (text, f"well {text} ok?", f"{text}, {text}."):
        replaced = replace_personal_data(written)
        assert set(replaced.counts) == {kind}, replaced
        assert f"[{kind}]" in replaced.text
        assert len(re.findall(r"\d", re.sub(r"\[\w+\]", "", replaced.text))) == 0
        assert replace_personal_data(replaced.text).counts == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("IBAN DE89 3704 0044 0532 0130 00 call me", "IBAN [iban] call me"),
        ("not by Luhn: 4111 1111 1111 1112", "not by Luhn: 4111 1111 1111 1112"),
        ("my card is 4111 1111 1111 1112", "my card is [card]"),
        ("Take a pen: room 6, Abai street 90, first floor", "Take a pen: room 6, [address], first floor"),
        ("i live at 12 canal street, flat 3", "i live at [address]"),
        ("ул. Ленина, д. 5, кв. 12, звони", "[address], звони"),
        ("my passport is 4508 123456", "my passport is [document]"),
        ("phone number is 12345", "phone number is [phone]"),
        ("instagram: ira_k.", "instagram: [handle]."),
    ],
    ids=range(9),
)
def test_what_stands_around_stays(text: str, wanted: str) -> None:
    assert replace_personal_data(text).text == wanted


UNITS = ("1", "a", "A", "1 ", "1-", "A ", "Aa ", "ул. ", "a.", "a@", "(0", "12 Canal ", "+", "0 ", "паспорт ", "phone ")


@pytest.mark.parametrize("unit", UNITS)
def test_no_text_takes_long(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    begun = time.perf_counter()
    replace_personal_data(text, NameList({"Anna Maria": "Client"}))
    assert time.perf_counter() - begun < 1.5
