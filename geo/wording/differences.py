"""In what two claims about the same movement differ, in a sentence."""

from geo.model import Difference, Link
from geo.wording.claims import listed, sentence_case
from geo.wording.vocabulary import DIFFERENCES


def differs(link: Link) -> str:
    """ "Other date and other number; one agency is behind both." A number alone is a real conflict, and said so."""
    if not link.differs:
        words = "told alike"
    elif link.differs == (Difference.NUMBER,):
        words = "a real conflict: other number for the same days, place and group"
    elif link.differs == (Difference.ROUNDING,):
        words = "rounded otherwise: one number satisfies both"
    else:
        words = listed([DIFFERENCES[difference] for difference in link.differs])
    return f"{sentence_case(words)}{'; one agency is behind both' if link.same_origin else ''}."
