"""Number words that counts and dates share."""

_SMALL_NAMES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
SMALL = {name: number for number, name in enumerate(_SMALL_NAMES.split(), start=1)}
"""One to nineteen."""
