"""How people type addresses, in Latin and in Cyrillic letters; every repetition is bounded, as in personal_patterns."""

import re

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.-]{0,30}"
_QUANTITY = (
    r"(?!\d|[/:.,]\d|\s?[%€$£°]|\s?(?i:days?|d|weeks?|wks?|months?|years?|yrs?|hours?|hrs?|h|min(?:ute)?s?|seconds?|times?|people|persons?"
    r"|guys|friends|am|pm|mg|ml|g|kg|km|m|met(?:er|re)s?|euros?|eur|usd|dollars|bucks|pounds|per\s?cent|o['’]?clock|blocks|stops"
    r"|steps|pills|tage?n?|wochen?|monate?|jahre?|stunden?|uhr|mal|leute|jours|semaines|mois|ans|heures|fois"
    r"|дн(?:я|ей|ів|і)|день|дней|недел[яиьюе]\w?|тиж\w{1,4}|месяц\w{0,3}|місяц\w{0,3}|лет|год[ауы]?|рок\w{0,3}|раз[аи]?|час\w{0,3}"
    r"|годин\w?|мин\w{0,4}|хв\w{0,5}|сек\w{0,5}|чел\w{0,6}|людей|людини|мг|мл|г|кг|км|м|руб\w{0,4}|грн|евро|євро|процент\w{0,2})\b)"
)
"""Not a house number but an amount."""

# Words that stand between a number and "street" without naming it: "two weeks on the street".
_NO_NAME = (
    r"(?!(?:on|the|in|of|off|a|an|my|your|our|his|her|their|this|that|from|to|at|and|or|down|up|days?|weeks?|months?"
    r"|years?|hours?|minutes?|times|people|guys|more|other|different)\s)"
)
_FLAT = r"(?:,?\s(?i:flat|apt\.?|apartment|unit|room|kv\.?|wohnung|app\.)\s?#?\d{1,4}[A-Za-z]?\b)?"
_TYPES = (
    r"(?:[Ss]treet|[Ss]tr\.?|St\.?|[Rr]oad|[Rr]d\.?|[Aa]venue|[Aa]ve\.?|[Ll]ane|Ln\.?|Drive|Dr\.?|[Bb]oulevard"
    r"|[Bb]lvd\.?|Square|Court|Crescent|Terrace|Gardens|Close|Highway|Quay)"
)
_HOUSE = r"(?!24/7)\d{1,4}[A-Za-z]?(?:[-/]\d{1,3}[A-Za-z]?)?"

_NUMBER_FIRST = rf"(?<![\w.,/:-]){_HOUSE},?\s(?:{_CAPITAL}\s){{1,3}}{_TYPES}(?!\w){_FLAT}"
_NUMBER_FIRST_SMALL = (
    rf"(?P<keep>\b(?i:at|to|is|near|address|live|lives|living|stay|staying)[:,]?\s){_HOUSE},?\s"
    rf"(?:{_NO_NAME}[a-z'’-]{{2,20}}\s){{1,2}}"
    r"(?:street|str\.?|st\.?|road|rd|avenue|ave|lane|blvd|boulevard|drive|square)(?!\w)"
    r"(?=\s*(?:$|[.,;:!?)\n]|(?:flat|apt|room|in|near|from|next|at|and|or|by|but|so|ok|if|can|you|come|please|i|we|it|its)\b))"
    rf"{_FLAT}"
)
_NAME = rf"(?<!\w)(?:(?!(?:At|On|In|The|To|From|Go|Come|Near|Meet|Write|My|I)\s){_CAPITAL}\s){{1,3}}{_TYPES}"
_ITS_HOUSE = rf"(?:(?i:no\.?|nr\.?)\s?|#)?{_HOUSE}(?!\w){_QUANTITY}{_FLAT}"
_NAME_FIRST, _NAME_FIRST_WITH_COMMA = rf"{_NAME}\s{_ITS_HOUSE}", rf"{_NAME},\s{_ITS_HOUSE}"
_NAME_FIRST_SMALL = (
    rf"(?<!\w)(?!(?:the|this|that|my|your|our|a|of|on|in)\s)[a-z'’-]{{3,20}}\s(?:street|avenue|boulevard),?\s(?:(?i:no\.?|nr\.?)\s?|#)?"
    rf"{_HOUSE}(?![\w]){_QUANTITY}(?=\s*(?:$|[.,;!?)\n])){_FLAT}"
)
_GERMAN = (
    r"(?<!\w)(?:[A-ZÄÖÜ][\wäöüß-]{1,30}\s(?:Straße|Strasse|Str\.|Platz|Allee|Ring)"
    r"|(?i:[a-zäöüß-]{2,30}(?:straße|strasse|str\.))|[A-ZÄÖÜ][a-zäöüß-]{2,30}(?:gasse|platz|allee|damm|ufer|weg))"
    rf"\s{_HOUSE}(?!\w){_QUANTITY}{_FLAT}"
)
_TYPE_FIRST = (
    r"(?<!\w)(?i:rue|calle|avenida|avda\.?|viale|piazza|rua|strada|ulica|ulitsa|ulitza|vulytsia|vulica|ul\.?|vul\.?|prospekt|prosp\.?"
    r"|pr-t|pereulok|bulvar)\s(?:[^\W\d_][\w'’.-]{0,25},?\s){1,4}(?i:(?:nr\.?|no\.?|n°|d\.?|dom|bud\.?)\s?)?"
    rf"{_HOUSE}(?!\w){_QUANTITY}{_FLAT}"
    rf"|(?<!\w)[Vv]ia\s(?!Telegram|Whats|Signal|Viber|Skype|Zoom|Insta)(?:{_CAPITAL}\s){{1,3}}{_HOUSE}(?!\w){_QUANTITY}"
)
_FRENCH = (
    rf"(?<![\w.,/:-]){_HOUSE}(?:\s(?:bis|ter))?,?\s(?i:rue|avenue|av\.|boulevard|bd\.?|place|quai|chemin|impasse|allée)\s"
    r"(?:(?:de\sla|de|du|des)\s|de\sl['’]|d['’])?[A-ZÀ-Ý][\w'’-]{1,30}(?:[ -][A-ZÀ-Ý][\w'’-]{1,30}){0,2}"
)

_CYR = "а-яёіїєґ"
_CYR_HOUSE = (
    rf"(?i:(?:д|дом|буд|будинок|№)\.?\s?)?\d{{1,4}}(?:\s?[{_CYR}А-ЯЁІЇЄҐ](?!\w))?(?:[/-]\d{{1,3}})?(?![\w]){_QUANTITY}"
)
_CYR_REST = (
    r"(?:,?\s?(?i:корпус|корп|кор|стр|строение|квартир[аеу]|кв|подъезд|под|офис|оф|этаж|эт|пов|під['’]їзд|секция)\.?\s?"
    rf"\d{{1,4}}[{_CYR}]?(?!\w)){{0,4}}"
)
_CYR_NAME = (
    rf"(?:[А-ЯЁІЇЄҐ][{_CYR}А-Я'’.-]{{1,25}}|[{_CYR}-]{{2,20}}(?:ина|іна|ова|ева|єва|ого|ая|ої|ой|ской|ская|ська|ка|ко))"
)
_CYRILLIC = (
    rf"(?<!\w)(?i:ул|вул|просп|пр-т|пр-кт|б-р|бул|бульв|мкр|пер|пров|наб)(?:\.\s?|\s)(?:(?:\d{{1,2}}|[{_CYR}А-ЯЁІЇЄҐ][{_CYR}А-ЯЁІЇЄҐ'’.-]{{1,25}}),?\s){{1,3}}"
    rf"{_CYR_HOUSE}{_CYR_REST}"
    rf"|(?<!\w)(?i:улиц[аеыу]|вулиц[яіюе]|проспект[еуа]?|переул(?:ок|ке|ка)|провул(?:ок|ку)|бульвар[еуа]?|набережн(?:ая|ой|ую|а|ій)"
    rf"|площад[ьи]|площ[аіу]|шоссе|микрорайон[еа]?|мікрорайоні?|проезде?)\s(?:\d\s)?(?:{_CYR_NAME},?\s){{1,3}}{_CYR_HOUSE}{_CYR_REST}"
    rf"|(?<!\w)[{_CYR}А-ЯЁІЇЄҐ-]{{4,25}},?\s\d{{1,4}}[{_CYR}]?(?:[/-]\d{{1,3}})?,?\s(?i:кв|квартира)\.?\s?\d{{1,4}}(?!\w)"
    r"|(?<!\w)(?i:дом|д|буд|будинок)\.?\s?\d{1,4}[а-я]?(?:/\d{1,3})?,?\s(?i:корп\.?\s?\d{1,3},?\s)?(?i:кв|квартира)\.?\s?\d{1,4}(?!\w)"
)
_POSTCODE = r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)"
_PLACE_ON_EARTH = r"(?<![\w.])-?\d{1,3}\.\d{4,15},\s?-?\d{1,3}\.\d{4,15}(?!\w|\.\d)"

ADDRESSES = tuple(
    re.compile(pattern)
    for pattern in (
        _NAME_FIRST,
        _NUMBER_FIRST,
        _NUMBER_FIRST_SMALL,
        _NAME_FIRST_WITH_COMMA,
        _FRENCH,
        _NAME_FIRST_SMALL,
        _GERMAN,
        _TYPE_FIRST,
        _CYRILLIC,
        _POSTCODE,
        _PLACE_ON_EARTH,
    )
)
