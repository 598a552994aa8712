"""SVG elements, colours and measured text. All words go in as text nodes, which ElementTree escapes."""

import re
from calendar import month_name
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring
from xml.sax.saxutils import escape

from PIL import ImageFont

from geo.marks import BAR, BAR_PAPER, LIGHT, Line, Mark
from geo.wording.letters import unturned

FONTS = Path(__file__).parents[1] / "fonts"
FAMILY = "'Noto Sans', 'Helvetica Neue', Arial, sans-serif"

INK, QUIET, RULE, PAPER, HALO = "#1c1a17", "#5f5a52", "#d9d4c8", "#ffffff", "#fefdf8"
LAND, FOCUS, WATER, RIVER, BORDER, PROVINCE = "#f2efe6", "#fefdf8", "#cfe0ea", "#a9c8da", "#9a958a", "#cbc5b8"
PANELS = LIGHT

_DAY = re.compile(rf"\b(?:(?:as of|reported|published) )?(?:\d{{1,2}} )?(?:{'|'.join(month_name[1:])}) \d{{4}}\b")
"""A day as every output writes it, with what it is the day of."""
_SPAN = re.compile(r"(?<=\b\d) – (?=\d)|(?<=\b\d\d) – (?=\d)|(?<=\b\d{4}) – (?=\d{4}\b)")
"""Between two days of a month ("1 – 14 July 2021") or two years, which stay together."""
_NOT_IN_XML = (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_UNPRINTABLE = dict.fromkeys(_NOT_IN_XML)
"""Characters that XML 1.0 cannot hold."""


Style = dict[str, str | float]
"""Attributes of an element, with _ for -."""


def node(parent: Element, tag: str, **attributes: str | float) -> Element:
    """A child of ``parent``; ``stroke_width`` is stroke-width, numbers are rounded to a tenth of a pixel."""
    return SubElement(
        parent,
        tag,
        {
            key.rstrip("_").replace("_", "-"): value if isinstance(value, str) else f"{round(value, 1):g}"
            for key, value in attributes.items()
        },
    )


HALOED: Style = {"stroke": HALO, "stroke_width": 3.5, "stroke_linejoin": "round", "paint_order": "stroke"}
"""Words over lines: with the colour of land around the letters."""


def words(parent: Element, text: str, x: float, y: float, *, bold: bool = False, **style: str | float) -> None:
    """One line of text with its baseline at ``y``; ``style`` are attributes of the element."""
    weight: Style = {"font_weight": "700"} if bold else {}
    drawn: Style = {"x": x, "y": y, "font_size": 12, "fill": INK, **weight, **style}
    node(parent, "text", **drawn).text = plain(text)


def plain(text: str) -> str:
    return unturned(text.translate(_UNPRINTABLE))


@cache
def _font(*, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"NotoSans-{'Bold' if bold else 'Regular'}.ttf", 100)


def width(text: str, *, size: float = 12, bold: bool = False) -> float:
    """Pixels that ``text`` takes on one line."""
    return float(_font(bold=bold).getlength(plain(text))) * size / 100


def wrapped(text: str, room: float, *, size: float = 12, bold: bool = False) -> list[str]:
    """``text`` in lines of at most ``room`` pixels; a longer word keeps a line of its own. No line begins or ends with
    a dot between two parts, nor begins with what stands for words left out, and no day is broken, as on the page
    (geo/sheets/build.js)."""
    lines: list[str] = []
    for word in _tied(" ".join(text.split())).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size=size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _tied(text: str) -> str:
    text = text.replace(" · ", "\u00a0·\u00a0").replace(" …", "\u00a0…")
    text = _SPAN.sub("\u00a0–\u00a0", text).replace(" – ", "\u00a0– ")
    return _DAY.sub(lambda day: day.group().replace(" ", "\u00a0"), text)


def joined(parts: Sequence[str], room: float, *, size: float = 12) -> list[str]:
    """Parts with a dot between them, in lines: one breaks between two parts, with the dot left out, before it breaks in
    one, as on the page (geo/sheets/chart.py)."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and width(longer, size=size) <= room:
            lines[-1] = longer
        else:
            lines += wrapped(part, room, size=size)
    return lines


def fitted(text: str, room: float, *, size: float = 12, bold: bool = False) -> str:
    """``text`` on one line of ``room`` pixels; what is cut off ends with an ellipsis."""
    line, *rest = wrapped(text, room, size=size, bold=bold) or [""]
    return f"{line} …" if rest else line


def clipped(text: str, room: float, most: int, *, size: float = 12, bold: bool = False) -> list[str]:
    """``text`` in up to ``most`` lines; what is cut off ends with an ellipsis."""
    lines = wrapped(text, room, size=size, bold=bold)
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def style_of(mark: Mark, colour: str) -> Style:
    """The attributes of a mark (geo.marks) in the colour of its panel."""
    ink = mark.ink
    return {
        "fill": colour if ink.own else PAPER,
        "fill_opacity": str(ink.fill_opacity),
        "stroke": colour if ink.edged else PAPER,
        "stroke_width": ink.width,
        **({"stroke_dasharray": ink.dashes} if ink.dashes else {}),
    }


def group(parent: Element, claim: str, mark: Mark) -> Element:
    """What belongs to one figure, for who edits the picture: its id, and the classes of its mark."""
    return node(parent, "g", data_claim=claim, data_mark=mark.classes)


def dot(parent: Element, mark: Mark, at: tuple[float, float], r: float, colour: str) -> None:
    """A circle mark, with its bar where it is denied or withdrawn."""
    x, y = at
    node(parent, "circle", cx=x, cy=y, r=r, **style_of(mark, colour))
    if mark.line is Line.STRUCK:
        strike(parent, at, r, colour)


def strike(parent: Element, at: tuple[float, float], r: float, colour: str) -> None:
    """The bar across a mark of radius ``r``, on paper, so that it is seen on a filled one."""
    (x, y), reach = at, 0.72 * r + 3
    path = f"M{x - reach:.1f} {y + reach:.1f}L{x + reach:.1f} {y - reach:.1f}"
    node(parent, "path", d=path, stroke=PAPER, stroke_width=BAR_PAPER)
    node(parent, "path", d=path, stroke=colour, stroke_width=BAR)


_DOTS: Style = {"stroke_dasharray": "0.1 3.4", "stroke_linecap": "round", "stroke_width": 1.7}


def soft(parent: Element, x: float, y: float, r: float, colour: str) -> None:
    """The dotted ring around a symbol whose place is only inferred."""
    node(parent, "circle", cx=x, cy=y, r=r, fill="none", stroke=PAPER, stroke_width=3.4, stroke_opacity="0.85")
    node(parent, "circle", cx=x, cy=y, r=r, fill="none", stroke=colour, **_DOTS)


def soft_box(parent: Element, box: tuple[float, float, float, float], colour: str) -> None:
    """The same around a bar: left, top, right, bottom."""
    left, top, right, bottom = box
    place: Style = {"x": left, "y": top, "width": right - left, "height": bottom - top, "rx": 9}
    node(parent, "rect", fill="none", stroke=colour, **place, **_DOTS)


def sheet(wide: int, high: int, title: str) -> Element:
    """An empty SVG of ``wide`` x ``high`` pixels; ``title`` is read by screen readers."""
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": str(wide),
            "height": str(high),
            "viewBox": f"0 0 {wide} {high}",
            "font-family": FAMILY,
            "role": "img",
        },
    )
    node(root, "title").text = plain(title)
    node(root, "rect", width=wide, height=high, fill="#fbfaf5")
    return root


def with_words(svg: bytes, text: str) -> bytes:
    """``svg`` with what it shows in words, for who does not see it."""
    head, end, rest = svg.partition(b"</title>" if b"</title>" in svg else b"<title />")
    return b"".join((head, end, b"<desc>", escape(plain(text)).encode(), b"</desc>", rest))


def as_svg(root: Element) -> bytes:
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written
