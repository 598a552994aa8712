"""Expressions of time and the days that they mean; conventions in ``expressions`` and ``periods``.

The way of a text: ``named_periods``, ``numeric_dates``, ``other_calendars`` and ``relative_names`` find words that name
a period ("July", "28/06/2021", "15 Saratan 1400", "two days ago") and ``nights`` joins "overnight" with its days;
``periods``, ``relative_periods`` and ``compound_periods`` say which days a period means; ``expressions`` adds what
leads it ("since", "early", "from ... to").
"""

from geo.times.expressions import Bound, Direction, TimeExpression, find

__all__ = ["Bound", "Direction", "TimeExpression", "find"]
