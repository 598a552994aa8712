"""Stories kept apart: a folder each, with its articles and what people decided about their figures.

``home`` knows the folders, ``records`` keeps articles in them, ``lock`` lets one writer in at a time. What is built
from them (``geo.dataset``) can be made again from these files alone; they are the only ones that nobody can replace.
"""
