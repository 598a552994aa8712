"""A text without what the web, a wiki or a printed page left in it, and where each of its characters came from.

Entities and tags, footnote marks, the mark of a count ("300x families"), letters decoded wrongly, dots that lead to a
number and words split at a line end are in the way of every rule that looks at words. They are undone in a copy; each
character of the copy knows its stretch of the article, so that spans stay the article's own.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from itertools import chain

_INLINE = "a|abbr|b|bdi|bdo|big|cite|code|em|font|i|ins|mark|q|ref|s|small|span|strong|sub|time|u|wbr"
_BLOCKS = (
    "article|aside|blockquote|br|center|dd|del|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|iframe|img|li|main|nav"
    "|ol|p|picture|pre|section|source|table|tbody|td|tfoot|th|thead|tr|ul|video"
)
_NEVER_SPLIT = (
    r"(?:all|anti|co|cross|eight|ex|far|five|four|full|half|high|hard|ill|large|long|low|mid|much|new|newly|nine|non|old"
    r"|one|part|pro|self|semi|seven|short|six|small|so|ten|then|three|two|war|well|year)"
)
"""First halves of words that keep their hyphen."""
_NEVER_JOINED = (
    r"(?:affected|aged|armed|backed|based|born|controlled|day|fire|held|hit|hour|led|made|mile|month|of|old|out|ravaged"
    r"|related|run|seeker|seekers|strong|style|term|torn|trained|up|week|wide|year)"
)
"""Second halves of such words."""

_OF_WINDOWS = "".join(c for c in bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))
"""What cp1252 reads the bytes 80 to 9f as."""

_UNDONE = re.compile(
    r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|(?P<reference><sup(?:\s[^<>]{{0,500}})?>\s{{0,3}}\[?[0-9a-z*†‡]{{1,3}}\]?\s{{0,3}}</sup>)"
    rf"|(?P<inline></?(?:{_INLINE}|sup)(?:\s[^<>]{{0,2000}})?/?>)"
    rf"|(?P<block></?(?:{_BLOCKS})(?:\s[^<>]{{0,2000}})?/?>|<!--[^<>]{{0,2000}}-->)"
    r"|(?<=[^\W\d_])(?P<split>[-\u00ad\u2010][^\S\n]{0,8}\n[^\S\n]{0,8}(?=[a-z]{2})|- (?=[a-z]{2}))"
    r"|(?P<wiki>\[\[(?:[^\[\]|\n]{0,200}\|)?|\]\]|(?<!')'{2,5}(?!'))"
    r"|(?<=[\w.,;:!?)\"'”’])(?P<mark>\[(?:[0-9]{1,3}|[a-z]|note [0-9]{1,2}|citation needed)\](?!\()"
    r"|(?<=[^\W\d_])[¹²³⁰⁴-⁹]{1,3}(?!\w)|(?<=[.,;:)0-9])[¹²³⁰⁴-⁹]{1,3}(?![\w⁄]))"
    r"|(?<=[\w.,)])(?P<dagger>[†‡]+)"
    r"|(?<=[0-9])(?P<times>(?-i:x))(?=[ \u00a0](?!times\b)(?-i:[a-z]){2,20}(?:s|people|children|men)\b)"
    r"|(?<=[^\s.])(?P<leader>(?:[ \u00a0]?\.){4,}+[ \u00a0]{0,4})"
    r"(?P<told>[0-9][0-9,.–-]{0,30})(?P<next>[ \u00a0](?=(?-i:[A-Z])))?"
    rf"|(?P<misread>[\u00c2-\u00f4][\u0080-\u00bf{_OF_WINDOWS}]{{1,3}})|(?P<lost>\u00c2)(?= )",
    re.IGNORECASE,
)
_HALVES = re.compile(rf"\b{_NEVER_SPLIT}$", re.IGNORECASE)
_SECOND = re.compile(rf"{_NEVER_JOINED}\b")
_OPEN_PAIR = re.compile(r"(?:and|or|to|und)\b")
_LONGEST_HALF = 20


@dataclass(frozen=True, slots=True)
class Plain:
    """``text[i]`` came from ``starts[i]`` to ``ends[i]`` of the article."""

    text: str
    starts: range | tuple[int, ...]
    ends: range | tuple[int, ...]


def plain(text: str) -> Plain:
    """The copy of ``text`` that is read."""
    parts: list[str] = []
    starts: list[range | tuple[int, ...]] = []
    ends: list[range | tuple[int, ...]] = []
    position = 0
    for begin, end, instead in _changes(text):
        parts += (text[position:begin], instead)
        starts += (range(position, begin), (begin,) * len(instead))
        ends += (range(position + 1, begin + 1), (end,) * len(instead))
        position = end
    if not parts:
        return Plain(text, range(len(text)), range(1, len(text) + 1))
    parts.append(text[position:])
    starts.append(range(position, len(text)))
    ends.append(range(position + 1, len(text) + 1))
    return Plain("".join(parts), tuple(chain.from_iterable(starts)), tuple(chain.from_iterable(ends)))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what is read instead), in order."""
    for found in _UNDONE.finditer(text):
        instead: str | None = ""
        if found["leader"]:  # a line of a printed table, "Africa . . . . 7,000 East Asia . . . . 1,000"
            yield *found.span("leader"), ": "
            if found["next"]:
                yield *found.span("next"), "; "
            continue
        if found["entity"]:
            instead = unescape(found[0])
            if instead == found[0] or not (instead.isprintable() or instead.isspace() or instead == "\u00ad"):
                instead = None
            elif instead in "¹²³":  # a footnote mark
                instead = ""
            elif instead in "\n\r\u2028\u2029":
                instead = " "
        elif found["block"]:
            instead = " "
        elif found["misread"]:
            instead = _decoded(found[0])
        elif found["split"]:
            instead = _joined(text, *found.span("split"))
        if instead is not None:
            yield found.start(), found.end(), instead


def _decoded(letters: str) -> str | None:
    """What UTF-8 that was taken for cp1252 says: of "â€™" the apostrophe; None where it is no UTF-8."""
    with suppress(UnicodeError):
        read = b"".join(it.encode("cp1252" if it in _OF_WINDOWS else "latin-1") for it in letters).decode("utf-8")
        return read if read.isprintable() or read == "\u00a0" else None
    return None


def _joined(text: str, hyphen: int, rest: int) -> str | None:
    """What stands between the halves of a word: nothing, its own hyphen, or None where they are two words."""
    before, after = text[max(0, hyphen - _LONGEST_HALF) : hyphen], text[rest : rest + _LONGEST_HALF]
    if _OPEN_PAIR.match(after):  # "two- and three-year-olds"
        return None
    return "-" if _HALVES.search(before) or _SECOND.match(after) else ""
