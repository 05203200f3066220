"""How people type links, e-mails, handles, phones and numbers of cards, accounts and documents.

Every repetition is bounded, so that the time grows with the length of the text and with nothing else. What cannot be
told from a dose, a date, a time or a price by its form alone needs a word beside it, kept by the group `keep`.
"""

import re

LINKS = (
    re.compile(r"\b(?:https?|ftp|tg|viber|whatsapp|signal)://[^\s<>\"]+|\bwww\.[^\s<>\"]+", re.I),
    re.compile(
        r"\b(?:t\.me|wa\.me|vk\.com|m\.me|discord\.gg|signal\.me|instagram\.com|facebook\.com)/[^\s<>\"]+", re.I
    ),
)
EMAILS = (
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b"),
    # anna (at) mail (dot) org, anna at mail dot org
    re.compile(
        r"(?<![\w.+-])[\w.+-]{1,64}\s?[\[(]\s?at\s?[\])]\s?[\w-]{1,63}"
        r"(?:(?:\.|\s?[\[(]\s?dot\s?[\])]\s?)[\w-]{1,63}){1,3}\b",
        re.I,
    ),
    re.compile(
        r"(?<![\w.+-])[\w.+-]{1,64}\sat\s[\w-]{1,63}(?:\sdot\s[\w-]{1,63})?\sdot\s"
        r"(?:com|org|net|ru|ua|kz|de|fr|pl|uk|eu)\b",
        re.I,
    ),
)
# Endings that are words too (me, by, is, so) are left out: "come with.me" lacks a space and is no link.
SITES = (
    re.compile(
        r"(?<![\w@.-])(?:[\w-]{1,63}\.){1,4}(?:com|org|net|info|ru|ua|kz|md|eu|uk|de|fr|pl|рф|укр)"
        r"(?:/[^\s<>\"]*)?(?![\w@])",
        re.I,
    ),
)
HANDLES = (
    re.compile(r"(?<![\w@])@[A-Za-z][\w.]{2,31}\b"),
    re.compile(r"(?<![\w@])[\w.]{2,32}#\d{4}(?!\w)"),
    re.compile(
        r"(?P<keep>\b(?:insta(?:gram)?|telegram|tg|snap(?:chat)?|discord|skype|tiktok|facebook|fb|vk|viber|signal)"
        r"\s?[:=-]\s?)(?=[^\W\d_]*[\d_])[^\W\d]\w{2,31}(?!\w)",
        re.I,
    ),
)
IBANS = (
    re.compile(r"(?<!\w)[A-Za-z]{2}\d{2}[A-Za-z\d]{11,30}(?!\w)"),
    re.compile(
        r"(?<!\w)[A-Z]{2}\d{2}[ -][A-Z\d]{4}(?:[ -](?=[A-Z]{0,3}\d)[A-Z\d]{4}){1,6}"
        r"(?:[ -](?=[A-Z]{0,2}\d)[A-Z\d]{1,4})?(?!\w)",
        re.I,
    ),
)
CARDS = (re.compile(r"(?<![\w+-])\d(?:[ -]?\d){12,18}(?![\w-])"),)
NAMED_CARDS = (
    re.compile(
        r"(?P<keep>(?<!\w)(?:card|карт[аыуео]й?)(?:\s(?:number|no|nr|is|номер)){0,2}[\s:#№-]{1,3})"
        r"\d(?:[ -]?\d){11,18}(?!\w)",
        re.I,
    ),
)
MENTIONED_PHONES = (re.compile(r"(?<![\w@])@\d{7,15}(?!\w)"),)

_OF_DOCUMENT = (
    r"passports?|passeport|pasaporte|reisepass|ausweis(?:nummer)?|id(?:[ -]?card)?|identity\scard|ssn|social\ssecurity"
    r"|tin|nhs|pesel|inn|snils"
    r"|tax(?:payer)?(?:\sid)?|driv(?:er['’]?s?|ing)\slicen[cs]e"
    r"|(?:licen[cs]e|insurance(?:\spolicy)?|(?:medical\s)?record|patient|case)\s(?:number|no|nr|id)"
    r"|паспорт[аеуом]{0,2}|инн|іпн|рнокпп|снилс|удостоверени[ея]|посвідчення|полис[ае]?|поліс[ау]?|свидетельств[оа]|свідоцтв[оа]"
)
_FILLERS = (
    r"(?:[\s:#№.,-]{1,3}(?i:id|number|nr|no|num|is|series|серия|серії|серія|номер[аом]{0,2}|my|мой|мій|n)(?!\w)){0,3}"
    r"[\s:#№.,-]{1,3}"
)
DOCUMENTS = (
    re.compile(
        rf"(?P<keep>(?<!\w)(?i:{_OF_DOCUMENT}){_FILLERS})(?:[A-Za-zА-ЯІЇЄа-я]{{1,3}}[ -]?)?"
        r"\d(?:(?:[ -]|\s(?:номер|№|no\.?)\s?)?\d){4,14}"
        r"(?![\w]|[.,:]\d)"
    ),
    re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"),
    re.compile(r"(?<![\w-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\w-])"),
    re.compile(r"(?<!\w)[A-ZА-ЯІЇЄ]{2}[ -]?\d{6,9}(?!\w)"),
)
"""Numbers of documents: with the word for it, or in a form that nothing else has."""

_FREE = r"(?<![\w+@#])(?<!\d[.,:/-])"
_S = r"[ \u00a0\u202f]"
PHONES = (
    # +49 (0) 170 123-45-67 and 0049 170 1234567
    re.compile(rf"(?<![\w+])\+{_S}?\d(?:[ \u00a0\u202f().\-\u2011\u2013/]{{0,3}}\d){{7,14}}(?!\w)"),
    re.compile(rf"{_FREE}00{_S}?[1-9](?:[ \u00a0\u202f().-]{{0,2}}\d){{7,13}}(?!\w)"),
    # 8 (916) 123-45-67
    re.compile(rf"{_FREE}[78][ \u00a0-]?\(?\d{{3}}\)?[ \u00a0-]?\d{{3}}[ \u00a0-]?\d{{2}}[ \u00a0-]?\d{{2}}(?!\w)"),
    # 0912 345 678, 020 7946 0958, 030/1234567, (044) 123-45-67, 06.12.34.56.78
    re.compile(rf"{_FREE}\(?0\d{{1,4}}\)?(?:[ \u00a0/-]{{0,2}}\d{{2,8}}){{1,4}}(?!\w)"),
    re.compile(rf"{_FREE}0\d(?:\.\d{{2}}){{4}}(?!\w)"),
    # (555) 123-4567, 555.123.4567, 1-800-555-0199
    re.compile(rf"{_FREE}(?:1[ .-])?\(\d{{2,5}}\)[ .-]?\d{{2,5}}(?:[ .-]?\d{{2,5}}){{0,3}}(?!\w)"),
    re.compile(rf"{_FREE}(?:1[ .-])?\d{{3}}([ .-])\d{{3}}\1\d{{4}}(?!\w)"),
    # 916 123 45 67, 123-45-67, 600-123-456, 98765 43210
    re.compile(rf"{_FREE}\d{{3}}[ -]\d{{2,3}}[ -]\d{{2}}[ -]?\d{{2}}(?!\w)"),
    re.compile(rf"{_FREE}\d{{3}}-\d{{2}}-\d{{2}}(?![\w-])"),
    re.compile(rf"{_FREE}\d{{3}}-\d{{3}}-\d{{3}}(?![\w-])"),
    re.compile(rf"{_FREE}[6-9]\d{{4}} \d{{5}}(?!\w)"),
    re.compile(rf"{_FREE}\d{{9,20}}(?!\w)"),
    re.compile(
        r"(?P<keep>(?<!\w)(?i:tel|telephone|phone|mobile|cell|whats\s?app|viber|signal|тел|телефон|моб|мобильный|мобільний|вайбер|ватсап|вотсап)"
        r"(?:\s(?i:number|no|nr|номер))?(?:\s(?i:is))?[.:#№ -]{1,3})\(?\d(?:[ ()-]{0,2}\d){4,13}(?![\w]|[.,:/]\d)"
    ),
)
