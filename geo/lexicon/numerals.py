"""Number words that counts and dates share."""

_SMALL_NAMES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
SMALL = {name: number for number, name in enumerate(_SMALL_NAMES.split(), start=1)}
"""One to nineteen."""
_TENS_NAMES = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {name: 10 * number for number, name in enumerate(_TENS_NAMES.split(), start=2)}
"""Twenty to ninety."""
