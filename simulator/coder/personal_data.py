"""Personal data is replaced by placeholders before a message is read or stored (manual 6.1, 6.2); first names stay."""

import re

from simulator.model.noun import Noun

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "link",
        re.compile(
            r"\b(?:https?://|www\.)[^\s<>\"]+|\b(?:t\.me|wa\.me|vk\.com|instagram\.com|facebook\.com)/[^\s<>\"]+", re.I
        ),
    ),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b")),
    ("handle", re.compile(r"(?<![\w@])@[A-Za-z][\w.]{2,31}\b")),
    ("card", re.compile(r"(?<![\d-])(?:\d{4}[ -]){3}\d{3,4}(?![\d-])")),
    (
        "phone",
        re.compile(
            r"(?<![\w+])(?:\+\d[\d ()-]{7,17}\d"
            r"|\(?0\d{1,4}\)?[ -]?\d{2,4}[ -]?\d{2,4}(?:[ -]?\d{2,4})?"
            r"|\d{3}[ -]\d{2,3}[ -]\d{2}[ -]?\d{2}|\d{9,15})(?!\w)"
        ),
    ),
    ("document", re.compile(r"(?<!\w)[A-ZА-ЯІЇЄ]{2}[ -]?\d{6,9}(?!\w)")),
)


class Replaced(Noun):
    """A text after replacement, and how many pieces of each kind were replaced."""

    text: str
    counts: dict[str, int] = {}


def replace_personal_data(text: str) -> Replaced:
    """Phones, e-mails, links, handles, card and document numbers become `[phone]`, `[email]` and so on."""
    counts: dict[str, int] = {}
    for kind, pattern in _KINDS:
        text, found = pattern.subn(f"[{kind}]", text)
        if found:
            counts[kind] = found
    return Replaced(text=text, counts=counts)
