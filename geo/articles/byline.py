"""A line that says who wrote an article: a news agency, people, or both."""

import re

from geo.articles.dates import MONTH
from geo.limits import INTAKE_FIELD

_AGENCY = re.compile(
    r"\b(?:Reuters|Xinhua|Anadolu|Kyodo|Yonhap|Bloomberg|Agence France-Presse|(?:The )?Associated Press)\b"
)
_ACRONYM = re.compile(r"\b(?<![A-Z] )[A-Z]{2,5}\b(?! (?!NEWS|MEDIA|STAFF|WIRE)[A-Z]{2,20}\b)")
"""Of an agency; a word among others in capitals is a person's name."""
_SHORT = {"Agence France-Presse": "AFP", "Associated Press": "AP", "The Associated Press": "AP"}
_BY = re.compile(r"\s*(?:(?:written\s+)?by\b\s?:?|(?:author|byline)\s?:)\s*(?:by\s+)?", re.IGNORECASE)
_REST = re.compile(
    rf"\s*(?:[|•·(\[]|\s[-–—]+\s|\b(?:in|for|at|from|on)\b|\b(?i:updated|published|posted)\b"
    rf"|\b(?i:{MONTH})\.?\s[0-9]|[0-9]).*",
    re.DOTALL,
)
"""What stands behind the names: a place, an outlet, a date."""
_PARTED = re.compile(r"\s*(?:;|,|&|\band\b)\s*", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+){1,5}")
_NOBODY = re.compile(
    r"(?:^|\W)(?:staff|correspondents?|reporters?|writers?|desk|newsroom|team|editors?|editorial|agenc(?:y|ies)|admin|user"
    r"|news|press|media|wires?|services?)(?:\W|$)",
    re.IGNORECASE,
)
"""A word in what signs for nobody: "Our Correspondent", "News Desk"."""


def agency_in(words: str) -> str | None:
    """The news agency in ``words``: a known name or an acronym; a person is neither."""
    found = _AGENCY.search(words) or _ACRONYM.search(words)
    return _SHORT.get(found[0], found[0]) if found else None


def author_of(byline: str | None) -> str | None:
    """Who signed, as printed: "By Ann Example and Bo Sample, Reuters" is "Ann Example; Bo Sample". None where an
    agency, a desk or nobody did."""
    signed = _REST.sub("", _BY.sub("", (byline or "")[:INTAKE_FIELD], count=1))
    names = (" ".join(part.split()) for part in _PARTED.split(signed))
    people = [name for name in names if _is_person(name)]
    return "; ".join(dict.fromkeys(people)) or None


def _is_person(name: str) -> bool:
    capitals = name == name.upper()
    is_agency = not capitals and agency_in(name) is not None
    return bool(_NAME.fullmatch(name)) and not is_agency and not _NOBODY.search(name)
