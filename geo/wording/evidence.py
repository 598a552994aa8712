"""What a slot of a claim rests on, in words."""

from geo.model import Evidence, Frame, How
from geo.wording.claims import listed

FOUND: dict[How, str] = {
    How.SENTENCE: "in this sentence",
    How.PARAGRAPH: "in this paragraph",
    How.EARLIER: "in an earlier paragraph",
    How.LATER: "in a later paragraph",
    How.HEADLINE: "in the headline",
    How.DATELINE: "in the dateline",
    How.NATIONALITY: "in whose people they are",
    How.PUBLICATION: "from the date of publication",
}
"""Where the words stand that a slot was filled from."""

SURE, LIKELY = 0.9, 0.7
"""Probabilities from which a choice is called sure, and likely; below it is probable."""

LEFT_OUT: dict[Frame, str] = {
    Frame.THING: "of things",
    Frame.HELD: "of territory held",
    Frame.RUINED: "of buildings ruined",
    Frame.PRESENT: "present",
    Frame.EXERCISE: "in exercise",
}
"""Frames that their own word does not say to a reader."""


def sure(probability: float) -> str:
    """How sure a choice is: "likely (82 per cent)". Never rounded up to certainty."""
    word = "sure" if probability >= SURE else "likely" if probability >= LIKELY else "probable"
    share = min(99, round(probability * 100)) if probability < 1 else 100
    return f"{word} ({share} per cent)"


def found(evidence: Evidence) -> str:
    """ "In an earlier paragraph, likely (82 per cent)"."""
    words = FOUND[evidence.how]
    return f"{words[:1].upper()}{words[1:]}, {sure(evidence.sure)}"


def left_out(counts: dict[Frame, int]) -> str:
    """The numbers of people in no panel by frame, the most frequent first: "12 killed and 3 aided"."""
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0].value))
    return listed([f"{count:,} {LEFT_OUT.get(frame, frame.value)}" for frame, count in ranked if count])
