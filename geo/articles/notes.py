"""What stands with a story and is none: correction notes, credit lines, the time stamps of live blogs."""

import re

_WORK = "article|story|report|version|piece|dispatch|page|post|item|headline|caption"
_NOTE = (
    r"(?:corrections?(?: and clarifications?)?(?: ?\([^()\n]{0,60}\))?(?: ?[:–—]| - |$)|correction,"
    r"|clarifications?(?: ?[:–—]| - |$)|corrects\b|\((?:corrects|corrected|correction|clarifies|recasts|refiles)\b"
    r"|editor(?:['’]?s|s['’])? note\b"
    rf"|this (?:{_WORK}) (?:was|has been|is being|had been) (?:amended|corrected|updated|edited|revised|changed)\b"
    rf"|this (?:{_WORK}) corrects\b"
    rf"|an? (?:earlier|previous|prior|original) (?:{_WORK})(?: of (?:this|the) (?:{_WORK}))? \w+"
    rf"|(?:earlier|previous) versions of (?:this|the) (?:{_WORK})\b"
    rf"|the (?:original|earlier|previous) (?:{_WORK}) (?:said|stated|gave|misstated|incorrectly|wrongly|had said)\b)"
)
_NOTE_OPENS = re.compile(rf"[\W_]{{0,6}}{_NOTE}", re.IGNORECASE)
NOTE_INSIDE = re.compile(
    rf"[.!?][\"”’)]{{0,2}}\s{{1,3}}(?P<note>(?:corrections?:|(?!corrects|correction,){_NOTE}))", re.IGNORECASE
)
"""A note that follows the story in its paragraph; it takes the rest of it."""
NOTE_BEFORE = re.compile(
    r"\((?:corrects|corrected|correction|clarifies|recasts|refiles|adds|updates|writes through)\b[^()\n]{0,600}"
    r"\)\s{1,4}",
    re.IGNORECASE,
)
"""A bracketed note before the story, on its line."""
_LABEL_ONLY = re.compile(
    r"\W{0,6}(?:corrections?|clarifications?|editor(?:['’]?s|s['’])? note)(?: and clarifications?)?\W{0,6}",
    re.IGNORECASE,
)

_WRITERS = r"(?:additional |extra )?(?:reporting|writing|editing|compiled|edited|written|translated|graphics?)"
_CREDIT_OPENS = re.compile(rf"[\W_]{{0,6}}{_WRITERS}(?: and (?:reporting|writing|editing))? by\b", re.IGNORECASE)
CREDIT_INSIDE = re.compile(
    rf"[.!?][\"”’)]{{0,2}}\s{{1,3}}(?P<note>[(\[]?{_WRITERS}(?: and (?:reporting|writing|editing))? by"
    r" [^.\n]{1,400})$",
    re.IGNORECASE,
)
_CREDIT_WORDS = frozenset(
    "additional extra reporting writing editing compiled edited written translated graphics graphic by in and from at"
    " of the with near for newsroom bureau team staff correspondents de van von der al el bin".split()
)
_CONTRIBUTED = re.compile(r"\bcontributed (?:\w+ ){0,2}(?:to|from) (?:this|the) (?:article|story|report|piece)\b")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_CREDIT = 400

_STAMP = re.compile(
    r"\W{0,3}(?:[0-2]?[0-9][.:h][0-5][0-9](?: ?[ap]\.?m\.?)?|[0-9]{1,2} ?[ap]m|[0-9]{1,2} ?(?:h|hr|hrs|m|min|mins"
    r"|hours?|minutes?) ago)(?: ?(?:[A-Z]{2,5}|local time))?(?: ?\([A-Z+0-9: ]{2,12}\))?\W{0,3}",
    re.IGNORECASE,
)
STAMP_BEFORE = re.compile(
    r"[0-2]?[0-9][.:][0-5][0-9](?: ?[ap]m)?(?: ?(?:GMT|UTC|BST|CET|CEST|EET|EST|EDT|[A-Z]{1,3}T))?"
    r"(?: ?[-–—|]|:) (?=[A-Z\"“])"
)
"""A time before the entry of a live blog, on its line."""


def is_note(stretch: str) -> bool:
    """True for a note that corrects or explains the text: what it counts is no figure of the story."""
    return bool(_NOTE_OPENS.match(stretch))


def is_note_label(stretch: str) -> bool:
    """True for the heading of a note whose words come in the next paragraph."""
    return bool(_LABEL_ONLY.fullmatch(stretch))


def is_credit(stretch: str) -> bool:
    """True for the line that names who wrote and edited: nothing but names, places and words of the trade."""
    if len(stretch) > _LONGEST_CREDIT or any(map(str.isdigit, stretch)):
        return False
    if _CONTRIBUTED.search(stretch):
        return True
    words = _WORD.findall(stretch)
    return bool(_CREDIT_OPENS.match(stretch)) and all(not w.islower() or w in _CREDIT_WORDS for w in words)


def is_stamp(stretch: str) -> bool:
    """True for a line that is a time and nothing else."""
    return bool(_STAMP.fullmatch(stretch))
