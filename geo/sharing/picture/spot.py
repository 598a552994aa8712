"""What words of a picture stand beside, and the line that leads from it to them."""

from dataclasses import dataclass

from geo.sharing.picture.room import Box, apart

LED = 20.0
"""Pixels from a symbol to its words from which on a line leads there."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What words stand beside: a symbol of radius ``reach`` at (x, y) in countries with ``codes``; on ``paper`` what is
    about an area or a line; ``direct``: a line to them leads over no symbol."""

    x: float
    y: float
    reach: float
    paper: bool
    codes: tuple[str, ...] = ()
    direct: bool = False

    def led(self, box: Box) -> list[tuple[float, float]]:
        """The line from the symbol's edge to a box that stands away from it, every few pixels; none to one near."""
        away = apart(box, self.x, self.y)
        if away <= self.reach + LED:
            return []
        x, y = min(max(self.x, box[0]), box[2]), min(max(self.y, box[1]), box[3])
        steps = max(2, int((away - self.reach) / 4))
        shares = [(self.reach + (away - self.reach) * step / steps) / away for step in range(steps + 1)]
        return [(self.x + (x - self.x) * share, self.y + (y - self.y) * share) for share in shares]

    def beyond(self, box: Box) -> list[tuple[float, float]]:
        """Of that line what lies outside of the square around the symbol."""
        return [(x, y) for x, y in self.led(box) if max(abs(x - self.x), abs(y - self.y)) > self.reach + 4]


def centred(at: Spot, wide: float, high: float) -> Box:
    return at.x - wide / 2, at.y - high / 2, at.x + wide / 2, at.y + high / 2
