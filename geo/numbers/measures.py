"""Numbers that count no people: money, measures, ages, times, unit numbers, ordinals, ratios, scores, lists."""

import re
from fractions import Fraction

from geo.lexicon.numerals import SMALL
from geo.lexicon.people import people_follow
from geo.model import Span

_GAP = r"[ \u00a0\u2009\u202f]"
_NAMES = "|".join(SMALL)

_CURRENCY = (
    r"dollars?|cents?|euros?|pounds?|sterling|rubles?|roubles?|yuan|yen|rupees?|(?-i:afghanis?)|somonis?|hryvnias?|dirhams?"
    r"|dinars?|francs?|pesos?|liras?|shekels?|riyals?|rials?|kroner|kronor|zlotys?|tenge|birr|naira|shillings?|bucks?"
    r"|USD|EUR|GBP|RUB|UAH|CHF"
)
_LENGTH = r"(?:milli|centi|kilo)?met(?:re|er)s?|kms?|miles?|mi|cm|mm|m|feet|foot|ft|inch(?:es)?|yards?|light-years?"
_WEIGHT = (
    r"(?:kilo|milli)?gram(?:me)?s?|kilos?|kgs?|g|mg|(?:mega)?ton(?:ne)?s?|lbs?|ounces?|oz|lit(?:re|er)s?|gallons?|barrels?"
    r"|bpd|carats?"
)
_AREA = r"hectares?|ha|acres?|sq|square|cubic|cu"
_DURATION = (
    r"(?:milli)?seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?"
    r"|years?|yrs?|decades?|centur(?:y|ies)|millennia"
)
_CLOCK = r"[ap]\.m\.?|[ap]m|o['’]clock|GMT|UTC|BST|CET|EST|EDT"
_PHYSICAL = (
    r"degrees?|celsius|fahrenheit|knots?|mph|km/h|kph|volts?|(?:mega|giga|kilo)?watts?|[MGk]W|(?:mega|giga|tera|kilo)?bytes?"
    r"|calib(?:re|er)s?|[MGT]B"
)
# "Day labourers" and "foot soldiers" are people.
_UNIT = (
    rf"(?:{_LENGTH}|{_WEIGHT}|{_AREA}|{_DURATION}|{_CURRENCY}|{_CLOCK}|{_PHYSICAL})(?!\w)"
    rf"(?!{_GAP}(?:soldiers|lieutenants|labou?rers|workers|guards|patrols)\b)"
)
_BETWEEN = (
    r"(?:of|more|further|additional|extra|whole|full|consecutive|straight|successive|long|short|nautical|metric|working"
    r"|calendar|US|U\.S\.|American|Canadian|Australian|Russian|British|Swiss|Indian|Pakistani)"
)
_PART = r"(?<!strong)(?<!member)(?<!-man)"
"""What stands before no part of a whole: "the 400-strong fifth contingent"."""
_MEASURE = re.compile(
    rf"""
    (?:{_GAP}|-)?(?:%|°|‰|per[ ]?cent(?:age)?\b|percent(?:age)?\b|pct\b)
    | (?:{_GAP}|-)(?:{_BETWEEN}{_GAP}){{0,2}}{_UNIT}
    | {_GAP}?(?:x|×|/){_GAP}?[0-9] | /(?-i:[A-Z]) | [:’']{_GAP}?[0-9]
    | {_GAP}(?:times|points?|percentage{_GAP}points?|per{_GAP}cent|years?[- ]old)\b
    | {_PART}[-{_GAP[1:-1]}]thirds?(?!-[^\W\d]|{_GAP}countr)\b
    | {_PART}[-{_GAP[1:-1]}](?:quarters?|half|halves|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|fold)\b
    | [-‐‑–](?:[ ]|[^\W_])
    | {_GAP}(?:U\.S\.C\.|C\.F\.R\.)
    | {_GAP}out{_GAP}of{_GAP}(?:every{_GAP})?(?:[0-9]|(?:{_NAMES})\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IN = rf"{_GAP}in{_GAP}(?:every{_GAP})?"
_TENTHS = rf"(?:[2-9]|10|20|100|{_NAMES})"
_SHARE = re.compile(rf"(?:[1-9]|{_NAMES}){_IN}{_TENTHS}\b(?!{_GAP}{_UNIT})|(?:1|one){_IN}[0-9]", re.IGNORECASE)
_OF_THOSE = re.compile(
    rf"\b(?:(?:[0-9]{{1,3}}|{_NAMES}){_GAP}out{_GAP}of{_GAP}(?:every{_GAP})?|(?P<one>1|one){_IN}|(?:[2-9]|{_NAMES}){_IN})$",
    re.IGNORECASE,
)
_NAMED = (
    "Unit Brigade Battalion Regiment Division Corps Squadron Platoon Flight Highway Route Runway Channel Resolution "
    "Chapter Article Section Paragraph Clause Page Table Figure Phase Category Protocol Decree Directive Amendment "
    "Annex Appendix Boeing Airbus Covid COVID Formula Apartment Project"
)
_PLACED = (
    "Camp Base Post Checkpoint Zone Sector Area District Ward Block Gate Pier Road Line Platform Part Level Grade "
    "Stage Step Tier Type Order Law Rule Title Item Point Day Week Room Box Group War Volume Company Squad Number"
)
_LABEL = re.compile(
    rf"""
    (?:
      (?<=\S)[-‐‑–] | [/\\#@№°.:+&=_*^<|] | \+[0-9][0-9 ()-]{{2,20}} | [0-9\]]['’]
    | (?:[$£€¥₽₴₹₺₩₪₸฿]|\b(?:US|USD|EUR|GBP|RUB|CHF|AUD|CAD|Rs\.?)){_GAP}?
    | \b(?:{"|".join(_NAMED.split())}|No\.|Nos\.){_GAP}
    | (?:\bU\.S\.C\.|\bC\.F\.R\.|\bPub\.{_GAP}?L\.|§){_GAP}?
    | \b(?:article|section|paragraph|clause|pages?|chapter|phase|level|no\.|category|grade|version|highway|route
        |magnitude){_GAP}
    | \b(?:aged?|ages)(?:{_GAP}of)?{_GAP}(?:(?:[0-9]{{1,3}}|{_NAMES})(?:,|,?{_GAP}(?:and|or|to)){_GAP}){{0,2}}
    )$
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(rf"\bnumber{_GAP}$")
_PLACE_LABEL = re.compile(rf"\b(?:{'|'.join(_PLACED.split())}){_GAP}$")
_PERSON = re.compile(r"\b(?:[A-Z]\w{1,30},|(?:[Hh]e|[Ss]he|who)[ \u00a0](?:is|was|turned))[ \u00a0]$")
_WHO_SAID = re.compile(r"\b(?:said|says|added|recalled|explained)[ \u00a0](?:[A-Z][\w'’-]{1,30}[ \u00a0]){1,3}$")
_AFTER_AGE = re.compile(r"[ \u00a0](?:who|whose|from|of|a|an|as|in|asking|speaking|told)\b|[,.)]")
_CAPITAL = re.compile(r"\b[A-Z]\w{1,30}[ \u00a0]$")
_WORD_AFTER = re.compile(r"[ \u00a0][^\W\d_]")
_ONE_BEFORE = re.compile(
    r"\b(?:no|the|this|that|any|every|each|which|some|another|first|last|new|big|day)[ \u00a0]$", re.IGNORECASE
)
_ONE_AFTER = re.compile(
    r"[ \u00a0](?!(?:of|another|and|or|is|was|who|that|which|could|can|can't|cannot|must|has|had|would|should|will|may"
    r"|might|does|did|to|by|with|in|on|at|from|for|as|else|day|more|way|thing|time|side|hand|point|after|but|if)\b)"
    r"[^\W\d_]",
    re.IGNORECASE,
)
_AGE_LIMIT = re.compile(
    r"\b(?:children|child|kids|infants|people|persons|women|men|boys|girls|those|anyone|adults|minors|youths|teenagers)"
    r"[ \u00a0](?:aged[ \u00a0])?(?:under|over|below|above)[ \u00a0]$",
    re.IGNORECASE,
)
_TORN = re.compile(r"[*_~|#=\\]{1,4}[ ,.]{0,2}[0-9]")
_LOOK_BACK = 40  # characters: longer than any pattern that ends before a figure
_YOUNGEST, _OLDEST = 10, 120  # years


def is_torn(text: str, figure: Span) -> bool:
    """Whether marks join the figure to other digits or letters, so that nobody can tell the number: "10*20", "a~5"."""
    return _TORN.match(text, figure.end) is not None or _before(text, figure.start)[-1:].isalnum()


def measure_follows(text: str, end: int) -> bool:
    """Whether a unit, a currency, a percent sign or the rest of a ratio or compound follows the figure."""
    return _MEASURE.match(text, end) is not None


def label_precedes(text: str, figure: Span) -> bool:
    """Whether the figure is part of a name, a sum of money, an age or a code: "Unit 61398", "$300", "T-72"."""
    before = _before(text, figure.start)
    if _PLACE_LABEL.search(before):  # "on Independence Day 300 soldiers" counts, "Day 3" does not
        return not people_follow(text, figure.end)
    if _NUMBERED.search(before):  # "number 10" is a label, "forces number 2,000" and "number about 300" are not
        return figure.of(text).isdigit()
    return _LABEL.search(before) is not None


def is_age(text: str, figure: Span, number: Span, value: Fraction) -> bool:
    """Whether a person's age or an age limit: "Ahmad, 34, said", "children under 18"."""
    if value > _OLDEST:
        return False
    if _PERSON.search(_before(text, figure.start)) and text[figure.end : figure.end + 1] in (",", "."):
        return True
    if value >= _YOUNGEST and _WHO_SAID.search(_before(text, figure.start)) and _AFTER_AGE.match(text, figure.end):
        return True  # in copy that lost its commas: "said Noha 45 asking not to be named"
    return _AGE_LIMIT.search(_before(text, number.start)) is not None and not _WORD_AFTER.match(text, figure.end)


def is_ratio(text: str, number: Span) -> bool:
    """Whether one side of a ratio: "one in five", "nine out of 10"."""
    if _SHARE.match(text, number.start):
        return True
    before = _OF_THOSE.search(_before(text, number.start))
    if before is None or before["one"] or "out" in before[0].lower():
        return before is not None
    return re.fullmatch(_TENTHS, number.of(text).lower()) is not None


def is_numbering(text: str, figure: Span) -> bool:
    """Whether a number in a list, or one that ends a name: "1. The army", "(2)", "World War Two"."""
    printed, after = figure.of(text), text[figure.end : figure.end + 2]
    if len(printed) <= 2 and (
        (figure.start == 0 and re.match(r"[.)](?:\s|$)", after))
        or _before(text, figure.start)[-1:] + after[:1] in ("()", "[]")
    ):
        return True
    short = len(printed) <= 2 or (printed[0].isupper() and printed.lower() in SMALL)
    return (
        short and _CAPITAL.search(_before(text, figure.start)) is not None and not _WORD_AFTER.match(text, figure.end)
    )


def is_pronoun(text: str, one: Span) -> bool:
    """Whether "one" stands for a thing instead of counting: "one of", "no one", "the one that"."""
    return _ONE_BEFORE.search(_before(text, one.start)) is not None or _ONE_AFTER.match(text, one.end) is None


def _before(text: str, start: int) -> str:
    return text[max(0, start - _LOOK_BACK) : start]
