"""How many fields of the acceptance table (tests/acceptance/seeds.json) the reader gets right."""

from tests import test_acceptance as table


def acceptance() -> tuple[int, int]:
    """(fields right, fields in all)."""
    right = 0
    for file, row in table.CLAIMS:
        found = [claim for claim in table.readings()[file].claims if claim.quantity.words == row["words"]]
        told = table.found_fields(found[0]) if len(found) == 1 else {}
        right += sum(told.get(name, KeyError) == value for name, value in table.expected_fields(row).items())
    return right, len(table.CLAIMS) * len(table.FIELDS)
