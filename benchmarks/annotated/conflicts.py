"""Which conflict or disaster an article is about, and which of them are kept to test.

The question is always the next conflict, so all articles of one stand on one side of the split. A label of the
annotators, or else the file's name, belongs to the first row whose pattern it holds; two wars that the same articles
tell of (Syria, and Iraq against ISIL) are one row. Articles about none are each a group of their own.
"""

import re
from hashlib import sha256

SHARE = 0.5
"""Of the groups that may be tested on; by it at least 40 articles are kept."""

_ROWS = (
    ("Second World War", "world war|pacific war|normandy|d-day|bulge"),
    ("Russian Navy Day parade", "navy day|naval parade|navy da$|parade"),
    ("Rohingya and the Andaman Sea", "rohingya|andaman|stranded|migrants lost at sea off southea"),
    ("Syria and Iraq (ISIL)", "syria|isil|iraq 2019|palmyra|mosul|aleppo"),
    ("Iraq 2003-2011", "iraq"),
    ("Israel, Gaza and Lebanon", "israel|gaza|hezbollah|hamas|palestin"),
    ("Russia-Ukraine", "ukrain|kursk"),
    ("Afghanistan", "afghan|taliban|war on terror"),
    ("Yemen", "yemen"),
    ("Sudan and South Sudan", "sudan|darfur|jonglei"),
    ("DR Congo", "congo|m23"),
    ("Kosovo", "kosov"),
    ("Burundi", "burundi"),
    ("Boko Haram", "boko haram"),
    ("Haiti", "haiti"),
    ("United Kingdom, asylum", "uk asylum|small boats|asylum"),
    ("United States, border", "us border|us deportation|us refugee|cuba|birthright|emergency to fund|border"),
    ("Mediterranean", "mediterranean"),
    ("Venezuela", "venezuela|government of peru"),
    ("Hurricanes in the United States", "hurrica"),
    ("COVID-19", "covid|sars cov"),
    ("Libya", "libya|tripoli"),
    ("Nepal earthquake", "nepal"),
    ("Korea", "korea"),
    ("Somalia", "somalia"),
    ("Kargil", "kargil"),
)

_BY_FILE = {
    "029-the-white-house-a-proclamation-on-patriot-day-and-national-da": "September 11",
    "005-the-white-house-fact-sheet-biden-harris-administration-s-pre": "Hurricanes in the United States",
}
"""Articles that neither their label nor their file's name tells of."""

KEPT = frozenset({
    "Sudan and South Sudan", "Kosovo", "DR Congo", "Rohingya and the Andaman Sea", "Yemen", "Afghanistan", "Haiti",
    "United Kingdom, asylum",
})  # fmt: skip
"""Conflicts that the made-up news of the training leaves out, so that a test on them is one of the unknown."""


LOOKED_AT = frozenset({
    "011-the-white-house-a-proclamation-on-national-immigrant-heritage",
    "023-the-white-house-fact-sheet-president-donald-j-trump-reinstate",
    "170-cnn-com-thousands-evacuated-as-floods-and-deadly-land",
    "223-reliefweb-int-southern-africa-1-30-june-2021",
    "236--pmqs-fact-checking-claims-about-asylum-and-mi",
    "276-cbc4kids-nature-causes-havoc",
    "296-wikinews-typhoon-phanfone-strikes-philippines",
    "327-neg-voa-no-headline",
    "335-neg-wikinews-california-lawyer-michael-avenatti-convicted",
    "336-neg-wikinews-researchers-break-down-deaths-due-to-power-pl",
    "338-neg-wikinews-joe-biden-projected-us-president-elect",
    "358-neg-cbc4kids-a-fatal-train-crash",
    "359-neg-cbc4kids-more-money-than-brains",
})  # fmt: skip
"""Articles about none that were looked at while the choices were made: never tested on."""


def group(label: str | None, stem: str) -> str:
    """The canonical conflict of an article; the file's own name where it is about none.

    >>> group("Syria 2011-2024", "1-x"), group("none", "2-y"), group("none (US border 2025)", "3-z")
    ('Syria and Iraq (ISIL)', '2-y', 'United States, border')
    """
    if stem in _BY_FILE:
        return _BY_FILE[stem]
    plain = (label or "none").casefold()
    for words in (plain, stem.casefold().replace("-", " ")):
        found = next((name for name, pattern in _ROWS if re.search(pattern, words)), None)
        if found:
            return found
        if not plain.startswith("none"):
            return re.sub(r"\s*\(.*|[\s\d,-]+$", "", label or "") or stem
    return stem


def is_test(name: str) -> bool:
    """Whether a group is tested on: by the sha256 of its name, so that neither its size nor a reader's answers count.

    Only conflicts that no made-up news tells of, and articles about none, may be.
    """
    if name in LOOKED_AT or (name not in KEPT and not name[:3].isdigit()):
        return False
    return int(sha256(name.encode()).hexdigest()[:8], 16) < SHARE * 2**32
