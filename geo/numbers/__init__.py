"""Figures that could count people, with the bounds that their hedges state; conventions in ``figures``."""

from geo.numbers.asides import aside_end
from geo.numbers.figures import find, is_increment, percentages

__all__ = ["aside_end", "find", "is_increment", "percentages"]
