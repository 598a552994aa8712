"""The name of a publisher from the address of its page.

Titles of newspapers are made of few words, so most names can be read off the host ("thecitytimes.org" is The City
Times). Where they cannot, the host itself is the honest name.
"""

import re
from urllib.parse import urlsplit

_TITLE = re.compile(
    r"(?P<the>the)?(?P<name>[a-z]*?)(?P<last>times|post|news|herald|guardian|tribune|journal|daily|mail|telegraph"
    r"|independent|star|chronicle|gazette|observer|standard|express|today|press|monitor|globe|sun|mirror|record|review"
    r"|world|week|weekly|report|reporter|courier|examiner|inquirer|insider|dispatch|ledger|sentinel|register|online"
    r"|radio|agency|media|network|magazine)"
)
_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac"}


def publisher_of(url: str) -> str | None:
    """A readable name ("The City Times", "BBC") or the host ("example.org"); None where there is no host."""
    host = (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
    labels = host.split(".")
    if len(labels) < 2:
        return host or None
    label = labels[-3] if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else labels[-2]
    if len(label) <= 4 and label.isalpha():
        return label.upper()
    if match := _TITLE.fullmatch(label):
        words = [match["the"], match["name"], match["last"]]
        return " ".join(word.capitalize() for word in words if word)
    if "-" in label:
        return " ".join(word.capitalize() for word in label.split("-"))
    return host
