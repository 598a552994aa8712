"""How many of our own sentences of each kind that once failed are read right now: ``python -m tests.kinds``.

The kinds are those of issue 9; each has tests of its own, written before it was mended. A sentence that is a strict
expected failure counts as not read right.
"""

import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "K1": ("lists that share a verb", ("test_each_member_of_a_list_has_its_own_owner_and_place",)),
    "K2": ("a change is no range", ("test_a_change_is_no_figure_and_no_range",)),
    "K3": ("what the text takes back", ("test_a_figure_that_the_text_refuses_is_none", "test_a_note_gives_no_figures")),
    "K4": ("publication dates", ("test_the_day_of_publication", "test_a_dateline_is_no_part_of_the_story")),
    "K5": ("overnight", ("test_the_day_beside_overnight_wins",)),
    "K6": (
        "years of other calendars",
        ("test_years_of_other_calendars_are_no_people", "test_other_calendars_are_found_and_stay_unknown"),
    ),
    "K7": ("rivers", ("test_the_article_shows_that_a_name_is_a_river",)),
    "K8": ("camps", ("test_camps_and_bases_are_known_in_their_country", "test_a_camp_in_its_sentence")),
    "K9": ("twin names", ("test_a_country_in_the_sentence_tells_twins_apart",)),
    "K10": ("host countries", ("test_a_sentence_of_its_kind[K10",)),
    "K11": ("Indian grouping", ("test_indian_grouping",)),
    "K12": ("decimal commas, short scales", ("test_european_marks_and_short_scales",)),
    "K13": ("parts of another kind", ("test_a_part_of_another_kind_is_a_figure_of_its_own",)),
    "K14": ("rows and tables", ("test_rows_are_small_sentences", "test_rows_of_contributors_keep_their_country")),
    "K15": ("levels", ("test_a_sentence_of_its_kind[K15",)),
    "K16": ("words for people", ("test_a_sentence_of_its_kind[K16",)),
    "K17": ("another N", ("test_a_sentence_of_its_kind[K17",)),
    "K18": ("ranges, asides", ("test_ranges_told_apart", "test_number_and_noun_meet_behind_an_aside")),
    "K19": (
        "text of the web and of print",
        ("test_what_the_web_and_print_leave_in_words", "test_a_sentence_in_capitals_is_read_in_small_letters"),
    ),
    "K20": ("cities after a verb", ("test_a_city_after_a_verb_of_moving_is_a_place",)),
    "K21": ("plain verbs of going", ("test_a_sentence_of_its_kind[K21",)),
    "K22": ("countries as subjects", ("test_a_country_as_subject_is_no_person",)),
    "K23": ("days in other ways", ("test_days_told_in_other_ways",)),
    "K24": ("whose a part is", ("test_a_part_belongs_to_whom_the_sentence_says",)),
    "K25": ("forces cut to N", ("test_a_sentence_of_its_kind[K25",)),
    "K26": ("the city, here", ("test_a_sentence_of_its_kind[K26",)),
    "K27, K28": ("spellings, everyday names", ("test_spellings_and_everyday_names",)),
    "K30": ("credit lines", ("test_a_credit_is_no_story", "test_a_credit_line_has_no_places")),
    "K31": ("labels of places", ("test_the_label_of_a_place_is_its_usual_english_name",)),
}
"""Kind -> what it is, and the tests of it; with a bracket, only the cases whose names begin so.

K29 (city or oblast) and K32 (search) have no tests of their own.
"""
FILES = (
    "test_kinds.py", "test_lists.py", "test_numbers_kinds.py", "test_times_kinds.py", "test_names_in_context.py",
    "test_text.py",
)  # fmt: skip


class Counts:
    """A plugin that counts by kind what was tried and what was read right."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call":
            return
        kind = kind_of(report.nodeid.partition("::")[2])
        if kind is not None:
            self.tried[kind] += 1
            self.right[kind] += report.passed and not hasattr(report, "wasxfail")


def kind_of(case: str) -> str | None:
    """The kind of a case, by its name without the file's."""
    for kind, (_, tests) in KINDS.items():
        if any(case.startswith(test) and case[len(test) :][:1] in ("", "[", ":") for test in tests):
            return kind
    return None


def main() -> int:
    """Run the tests of all kinds and print the table; 1 where fewer than 85 of 100 of a kind are read right."""
    counts = Counts()
    pytest.main(
        ["-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", *(str(ROOT / f) for f in FILES)], [counts]
    )
    print("\n| kind | | right | of | share |\n| --- | --- | ---: | ---: | ---: |")
    for kind, (words, _) in KINDS.items():
        right, tried = counts.right[kind], counts.tried[kind]
        print(f"| {kind} | {words} | {right} | {tried} | {right / tried if tried else 0:.0%} |")
    return int(any(counts.right[kind] < 0.85 * counts.tried[kind] or not counts.tried[kind] for kind in KINDS))


if __name__ == "__main__":
    sys.exit(main())
