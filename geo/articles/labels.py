"""Lines at the head of a text that say what the next words are: "Publisher: The Example Post"."""

import re

_LONGEST_NAME = 8
"""Words of a publisher's name."""
_OWN = re.compile(
    r"[^\w\n]{0,4}(?:publisher|published by|outlet|newspaper|website|site)\W{0,3}:\W{0,3}(?=\w)", re.IGNORECASE
)
_SOURCE = re.compile(r"[^\w\n]{0,4}source\W{0,3}:\W{0,3}(?=\w)", re.IGNORECASE)
"""Above a headline it is part of that: "Source: Army Leaves Example"."""
_ENDS = re.compile(r"[!?;:…]$|[a-z0-9]{3}\.$")
_SMALL = frozenset("of the and for in on de la le el al du des & -".split())


def publisher_in(line: str, *, titled: bool) -> str | None:
    """The publisher that a line of the head names; ``titled`` where a headline stands above it."""
    label = _OWN.match(line) or (_SOURCE.match(line) if titled else None)
    if label is None:
        return None
    name = " ".join(line[label.end() :].strip("*_ \t").split())
    words = name.split()
    if not words or len(words) > _LONGEST_NAME or "://" in name or _ENDS.search(name):
        return None
    is_name = all(word in _SMALL or not word[0].islower() for word in words)  # or the host that it goes by
    return name if is_name or (len(words) == 1 and "." in name) else None
