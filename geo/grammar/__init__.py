"""The grammar of a parse: the room that knows the parser's labels (spaCy's English ones, ClearNLP style)."""

from geo.grammar.clause import (
    argument,
    first_of,
    frames,
    holder_of,
    is_future,
    named_subject,
    role_of,
    stands_beside,
    subject,
)
from geo.grammar.prepositions import objects
from geo.grammar.relations import SUBJECTS
from geo.grammar.tree import child, children, clause_heads, conjuncts, governor, is_hyphen, is_verb, phrase, words

__all__ = [
    "SUBJECTS",
    "argument",
    "child",
    "children",
    "clause_heads",
    "conjuncts",
    "first_of",
    "frames",
    "governor",
    "holder_of",
    "is_future",
    "is_hyphen",
    "is_verb",
    "named_subject",
    "objects",
    "phrase",
    "role_of",
    "stands_beside",
    "subject",
    "words",
]
