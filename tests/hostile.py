"""Text that tries to run on the server, to run in the browser, or to look like something else; and where to put it.

``article`` is a text as an attacker would write it: it holds real figures, so that it is read, placed and shown.
``infected`` puts words into every free text of a collection, since text may come there by other ways than an article.
"""

import re
from dataclasses import fields, is_dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from geo.dataset.store import Collection, LeftOut
from geo.model import Article

TURNS_TEXT = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that reorder what follows them: behind a name that ends in one, 1,000 is shown as 000,1."""


def traps(written: Path) -> tuple[str, ...]:
    """Templates that write the file ``written`` where they are compiled and rendered by Jinja.

    The last one has no underscores, which a reading copy drops as Markdown.
    """
    return (
        f"{{{{ cycler.__init__.__globals__.os.system('touch {written}') }}}}",
        f"{{% for a in [cycler.__init__.__globals__.os.system('touch {written}')] %}}{{% endfor %}}",
        "{{ (cycler|attr('\\x5f\\x5finit\\x5f\\x5f')|attr('\\x5f\\x5fglobals\\x5f\\x5f'))"
        f".os.system('touch {written}') }}}}",
    )


def payloads(written: Path) -> tuple[str, ...]:
    """The traps, and what sets ``pwned`` in a browser, breaks out of a string, or is read as some kind of markup."""
    return (
        *traps(written),
        "{{ 7*7 }}",
        "{# never closed {% raw %} {{",
        "<script>window.top.pwned=1</script>",
        "<img src=x onerror=window.top.pwned=1>",
        "</script></style></textarea><svg onload=window.top.pwned=1>",
        '" onmouseover="window.top.pwned=1" x="',
        "`${window.top.pwned=1}`",
        "'); window.top.pwned=1; ('",
        r"\1 \g<0> \u003cimg\u003e \x3c \' \\",
        "map_div2 alert(coords); _a1b2c3 drawnItems %(name)s {0} {name}",
        "![x](https://evil.example/x.png) [x](javascript:window.top.pwned=1) **x** # x",
        r"$\frac{1}{2}$ :red[x] :material/home: :smile: :blue-background[x] ~~x~~",
        "\u202edlrow\u202c \u2067olleh\u2069 zero\u200b\u200d\ufeffwidth line\u2028paragraph\u2029end",
        "&lt;b&gt; &#60;img&#62; %3Cscript%3E \u00ab\u061c\u200f",
        "W" * 400,
    )


FILE_NAME = "{{7*7}}`${window.top.pwned=1}`<img src=x onerror=window.top.pwned=1>\\1:red[x]\u202e.txt"
ADDRESS = "https://evil.example/{{7*7}}`${window.top.pwned=1}'onmouseover='window.top.pwned=1'"


def article(written: Path) -> str:
    """A story with a figure beside each payload, and payloads as title, byline, caption, place, speaker and link."""
    words = payloads(written)
    title = " ".join(words[index] for index in (2, 3, 5, 9, 14))
    story = [
        f"About {number},000 refugees from Sudan {text} crossed into Chad on Tuesday, the {other} agency said."
        if number % 2
        else f"{text} sent {number},000 soldiers {other} to the border with Sudan on Monday, {text} said."
        for number, (text, other) in enumerate(zip(words, words[1:] + words[:1], strict=True), start=2)
    ]
    places = [f"On Sunday, 40 soldiers fled from {text} to {text} Town in Chad, said {text}." for text in words]
    head = [f"# {title}", f"By {words[9]} Reuters", "3 May 2023", f"{words[6]} stood here. **{words[5]} / {words[0]}**"]
    foot = [f"[{words[6]}](javascript:window.top.pwned=1)", "Original url:", ADDRESS]
    return "\n\n".join([*head, *story, *places, *foot]) + "\n"


def infected(collection: Collection, words: str) -> Collection:
    """``collection`` with ``words`` in every free text. Ids stay different, and spans stay inside the articles."""
    made: Collection = _infect(collection, words)
    return made


def all_infected(collection: Collection, written: Path) -> Collection:
    """One copy of ``collection`` for each payload, together; only the first has the shapes of its places."""
    copies = [infected(collection, words) for words in payloads(written)]
    return Collection(
        readings=tuple(reading for copy in copies for reading in copy.readings),
        links=tuple(link for copy in copies for link in copy.links),
        geometries=copies[0].geometries,
        left_out=tuple(LeftOut(f"{words}.txt", words) for words in payloads(written)),
    )


def _infect(value: Any, words: str) -> Any:
    if type(value) is str:  # neither an enumeration nor a date
        return f"{words} {value}"
    if isinstance(value, Article):
        filled = "".join(old if old == "\n" else new for old, new in zip(value.text, cycle(words + " "), strict=False))
        others = {field.name: _infect(getattr(value, field.name), words) for field in fields(value)}
        return Article(**{**others, "text": filled, "url": ADDRESS})
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{field.name: _infect(getattr(value, field.name), words) for field in fields(value)})
    if isinstance(value, tuple):
        return tuple(_infect(item, words) for item in value)
    if isinstance(value, dict):  # geometries, by the id of their place
        return {_infect(key, words): item for key, item in value.items()}
    return value


def shown(words: str) -> str:
    """``words`` as a reader sees them: white space as single spaces, without the marks that turn text around."""
    return " ".join(TURNS_TEXT.sub("", words).split())
