"""Figures that could count people, with the bounds that their hedges state; conventions in ``figures``."""

from geo.numbers.figures import find, is_increment, percentages

__all__ = ["find", "is_increment", "percentages"]
