"""Figures that could count people, with the bounds that their hedges state; conventions in ``figures``."""

from geo.claims.quantity.figures import find, is_increment, percentages

__all__ = ["find", "is_increment", "percentages"]
