"""Expressions of time and the days that they mean; conventions in ``expressions`` and ``periods``.

The way of a text: ``named_periods`` and ``relative_names`` find words that name a period ("July", "two days ago");
``periods``, ``relative_periods`` and ``compound_periods`` say which days a period means; ``expressions`` adds what
leads it ("since", "early", "from ... to").
"""

from geo.times.expressions import Bound, Direction, TimeExpression, find

__all__ = ["Bound", "Direction", "TimeExpression", "find"]
