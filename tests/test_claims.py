"""Claims in the style of agency copy from many conflicts, written for this test; and what is not a claim."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from geo.articles.load import from_bytes
from geo.dataset.build import GAZETTEER
from geo.limits import SENTENCE_FIGURES
from geo.model import Claim, Panel, Population
from geo.places.gazetteer import Gazetteer
from geo.reading import read
from tests import agency_copy

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Expected:
    """A sentence published on Thursday, 10 October 2024, and some fields of the one claim about people in it."""

    sentence: str
    words: str
    fields: dict[str, str | None] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)


CASES = [
    Expected("Lebanon's prime minister said on Wednesday that up to 1 million people could be displaced by fighting.",
             "up to 1 million", {"action": "displace", "basis": "estimate", "status": "estimated", "panel": "displaced",
                                 "by": "Lebanon's prime minister", "reported": "2024-10-09"}),
    Expected("More than 200,000 people have crossed from Lebanon into Syria since late September, the agency said.",
             "More than 200,000", {"action": "cross", "basis": "running total", "happened": "2024-09-21/2024-10-10"},
             {"from Lebanon", "to Syria"}),
    Expected("The Polish government plans to send 10,000 soldiers to the Polish-Belarusian border next month.",
             "10,000", {"action": "deploy", "basis": "plan", "status": "planned", "who": "Poland",
                        "happened": "2024-11-01/2024-11-30"}, {"to Belarus-Poland border"}),
    Expected("North Korea has sent about 12,000 troops to Russia, the South's spy agency said Friday.",
             "about 12,000", {"action": "deploy", "who": "North Korea", "by": "the South's spy agency"}, {"to Russia"}),
    Expected("About 3,000 North Korean soldiers are training in Russia, according to the White House.",
             "About 3,000", {"action": "exercise", "who": "North Korea", "by": "the White House"}, {"at Russia"}),
    Expected("The governor of North Kivu said 20,000 families had arrived in Goma from Sake over the past week.",
             "20,000", {"action": "arrive", "counted": "families", "by": "The governor of North Kivu"},
             {"to Goma", "from Sake"}),
    Expected("Germany will take in 1,000 Afghan refugees a month, Interior Minister Anna Braun said.",
             "1,000", {"action": "accept", "basis": "plan", "status": "planned", "who": "Afghanistan"},
             {"to Germany", "from Afghanistan"}),
    Expected("Niger expelled 1,500 French soldiers in December 2023 after the coup.",
             "1,500", {"action": "expel", "who": "France", "happened": "2023-12-01/2023-12-31"}, {"from Niger"}),
    Expected("A total of 4,200 migrants were deported to Haiti in September.",
             "4,200", {"action": "expel", "basis": "running total", "population": "migrants"}, {"to Haiti"}),
    Expected('"Around 600 of our fighters crossed the river at dawn," a rebel commander told Reuters.',
             "Around 600", {"action": "cross", "panel": "troops", "by": "a rebel commander"}),
    Expected("At least 34 people were killed and 2,000 others displaced in floods in Chad.",
             "2,000", {"action": "displace", "panel": "displaced"}, {"at Chad"}),
    Expected("The 101st Airborne Division has 4,700 soldiers in Romania.",
             "4,700", {"action": "present", "basis": "stock", "as_of": "2024-10-10"}, {"at Romania"}),
    Expected("Tens of thousands of Ukrainian refugees returned from Poland in May.",
             "Tens of thousands", {"action": "return", "who": "Ukraine", "happened": "2024-05-01/2024-05-31",
                                   "qualifier": "vague"}, {"from Poland"}),
    Expected("Turkey already hosts 3.6 million Syrian refugees.",
             "3.6 million", {"action": "host", "basis": "stock", "who": "Syria"}, {"at Turkey"}),
    Expected("Some 2,500 French troops are still stationed in Chad.",
             "Some 2,500", {"action": "present", "basis": "stock", "who": "France"}, {"at Chad"}),
    Expected("Israel's army called up 300,000 reservists, its largest mobilisation since 1973.",
             "300,000", {"action": "recruit", "who": "Israel", "happened": None, "panel": "troops"}),
    Expected("Hundreds of Sudanese soldiers retreated into Chad two days ago.",
             "Hundreds", {"action": "flee", "who": "Sudan", "happened": "2024-10-08/2024-10-08"},
             {"to Chad", "from Sudan"}),
    Expected("A 1,500-strong Kenyan force is to be deployed to Haiti.",
             "1,500-strong", {"action": "deploy", "who": "Kenya", "counted": "Kenyan force"}, {"to Haiti"}),
    Expected("Between 200 and 300 families fled the town of Kupiansk overnight, he said.",
             "Between 200 and 300", {"action": "flee", "qualifier": "between", "by": None}, {"from Kupiansk"}),
    Expected("Poland pledged to resettle 7,000 refugees, but the new prime minister scrapped the plan on Thursday.",
             "7,000", {"status": "pledged, then withdrawn", "basis": "plan"}, {"to Poland"}),
    Expected("Nearly 100,000 ethnic Armenians have left the enclave, the government said.",
             "Nearly 100,000", {"action": "flee", "who": None, "counted": "ethnic Armenians"}),
    Expected("The floods forced the relocation of another 10,000 residents of the county.",
             "another 10,000", {"panel": "displaced", "action": "evacuate"}),
    Expected("Of the 239,500 people affected, 12,100 have been evacuated since Saturday.",
             "12,100", {"action": "evacuate", "basis": "running total"}),
]  # fmt: skip

NOT_CLAIMS = [
    "Rebels killed 45 soldiers in an ambush near Goma, and 120 people were wounded.",
    "The 26th Marine Expeditionary Unit and the 201st Brigade hold the pass.",
    "The ministry spent $5 million on 40 vehicles, and 3,000 fans watched a match in the city.",
    "Only 12 of the 500 prisoners were released. About 40% of voters stayed at home.",
    "In 2012 the two countries signed a treaty that runs through 2042.",
    "The 55-year-old general lives 20 km from the border.",
    "The rebels said that they had captured 250 soldiers.",
    "Crowds of supporters filled the square for two hours on 3 May.",
]


def claims(text: str) -> tuple[Claim, ...]:
    return tuple(claim for claim in all_claims(text) if claim.panel is not Panel.OTHER)


def all_claims(text: str) -> tuple[Claim, ...]:
    article = from_bytes(f"# Headline\n\nBy AFP\n\n10 October 2024\n\n{text}\n".encode(), "case.txt")
    (reading,) = read([article], gazetteer())
    return reading.claims


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open(ROOT / "data" / GAZETTEER)


def shown(claim: Claim) -> dict[str, str | None]:
    happened = claim.happened
    return {
        "action": str(claim.action),
        "basis": str(claim.basis),
        "status": claim.status_words,
        "panel": str(claim.panel),
        "population": str(claim.population),
        "qualifier": str(claim.quantity.qualifier),
        "counted": claim.counted,
        "who": claim.who,
        "by": claim.attribution.words if claim.attribution else None,
        "happened": f"{happened.first}/{happened.last}" if happened else None,
        "as_of": str(claim.as_of) if claim.as_of else None,
        "reported": str(claim.reported) if claim.reported else None,
        "low": str(claim.quantity.low),
        "high": str(claim.quantity.high),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.sentence[:40])
def test_a_claim(case: Expected) -> None:
    found = [claim for claim in claims(case.sentence) if claim.quantity.words == case.words]
    assert len(found) == 1
    fields = shown(found[0])
    assert {key: fields[key] for key in case.fields} == case.fields
    if case.places:
        assert {f"{use.role} {use.place.name}" for use in found[0].places} == case.places


@pytest.mark.parametrize("sentence", NOT_CLAIMS)
def test_what_is_no_claim_about_people_who_serve_or_move(sentence: str) -> None:
    assert claims(sentence) == ()


@pytest.mark.parametrize("sentence", agency_copy.CASES, ids=lambda sentence: sentence[:40])
def test_agency_copy(sentence: str) -> None:
    expected = {row.words: row for row in agency_copy.CASES[sentence]}
    found = {claim.quantity.words: claim for claim in claims(sentence)}
    assert set(found) == set(expected)
    for words, row in expected.items():
        fields = shown(found[words])
        assert {key: fields[key] for key in row.fields} == row.fields
        if row.places is not None:
            assert {f"{use.role} {use.place.name}" for use in found[words].places} == row.places


@pytest.mark.parametrize("sentence", agency_copy.NO_FIGURES, ids=lambda sentence: sentence[:40])
def test_agency_copy_without_figures_about_people_who_serve_or_move(sentence: str) -> None:
    assert claims(sentence) == ()


@pytest.mark.parametrize(
    ("headline", "text", "figures"),
    [
        ("Thousands flee fighting in Bria", "At least 12,000 people fled Bria on Friday.", {"At least 12,000": 1}),
        ("Nearly a million evacuated", "Some 916,863 people were evacuated in Bicol.", {"Some 916,863": 1}),
        ("5,000 refugees cross into Chad", "Refugees crossed near Adre on Friday.", {"5,000": 0}),
        ("300 soldiers leave Gao", "About 900 refugees fled Gao.", {"300": 0, "About 900": 0}),
        ("40 killed in raid on Gao", "About 900 refugees fled Gao.", {"About 900": 0}),
    ],
)
def test_a_headline_tells_again_what_the_text_tells_or_tells_it_alone(
    headline: str, text: str, figures: dict[str, int]
) -> None:
    article = from_bytes(f"# {headline}\n\nBy AFP\n\n10 October 2024\n\n{text}\n".encode(), "case.txt")
    (reading,) = read([article], gazetteer())
    assert {claim.quantity.words: len(claim.repeats) for claim in reading.claims} == figures


def test_a_sentence_of_more_numbers_than_prose_has_is_a_table_that_lost_its_lines() -> None:
    prose = "Some 300 refugees fled to Chad on Friday."
    assert [claim.quantity.words for claim in claims(f"{prose} " + "Refugees 450, " * SENTENCE_FIGURES + "450.")] == [
        "Some 300"
    ]


@pytest.mark.parametrize("sentence", agency_copy.HOMES)
def test_homes_are_counted_as_homes(sentence: str) -> None:
    found = all_claims(sentence)
    assert {claim.quantity.words: str(claim.action) for claim in found} == agency_copy.HOMES[sentence]
    assert {(claim.population, claim.panel) for claim in found} == {(Population.HOUSING, Panel.OTHER)}


@pytest.mark.parametrize("sentences", agency_copy.BY_TOPIC)
def test_a_figure_is_of_whoever_is_spoken_of(sentences: str) -> None:
    found = {claim.quantity.words: str(claim.population) for claim in all_claims(sentences)}
    assert found == agency_copy.BY_TOPIC[sentences]


@pytest.mark.parametrize("row", agency_copy.ROWS)
def test_a_row_of_a_table(row: str) -> None:
    (claim,) = all_claims(f"The council met.\n\n{row}")
    assert (claim.quantity.words, str(claim.population), str(claim.action)) == agency_copy.ROWS[row]
    assert (claim.attribution, claim.happened, claim.who) == (None, None, None)


@pytest.mark.parametrize("row", agency_copy.NO_ROWS)
def test_a_row_about_something_else(row: str) -> None:
    assert all_claims(f"The council met.\n\n{row}") == ()


@pytest.mark.parametrize("text", agency_copy.WORDINGS)
def test_other_words_for_moving_staying_and_serving(text: str) -> None:
    assert {claim.quantity.words: str(claim.population) for claim in claims(text)} == agency_copy.WORDINGS[text]


@pytest.mark.parametrize("text", agency_copy.LEANING)
def test_a_figure_without_a_noun_counts_who_was_counted_before(text: str) -> None:
    assert {claim.quantity.words: str(claim.population) for claim in claims(text)} == agency_copy.LEANING[text]


def test_two_figures_that_share_a_noun() -> None:
    first, second = claims("300 Uzbek and 1,200 Russian soldiers took part in the drills.")
    assert (first.counted, first.who) == ("Uzbek soldiers", "Uzbekistan")
    assert (second.counted, second.who) == ("Russian soldiers", "Russia")


def test_a_figure_that_leans_on_the_one_before() -> None:
    first, second = claims("Some 40,000 troops are on alert. Another 2,000 were sent to Slovakia.")
    assert (second.quantity.words, second.counted, second.panel) == ("Another 2,000", first.counted, Panel.TROOPS)
    assert [use.place.name for use in second.places] == ["Slovakia"]


def test_a_claim_denied_in_the_next_sentence_by_a_named_party() -> None:
    text = "Chad took in 60,000 refugees, its president said. The opposition dismissed the figure."
    (claim,) = claims(text)
    assert claim.status_words == "denied by The opposition"
    assert claim.statuses[0].span.start > claim.sentence.start


def test_an_older_claim_is_not_touched_by_a_denial_further_on() -> None:
    text = (
        "Some 9,000 people fled Homs, the mayor said. The road is closed. Iran sent 500 soldiers to Homs, the mayor "
        "said. Tehran denied the report."
    )
    first, second = claims(text)
    assert (first.status_words, second.status_words) == ("reported", "denied by Tehran")


def test_what_became_of_them_and_of_the_offer() -> None:
    text = (
        "More than 5,000 people fled the town of Sake on Monday, the governor said. They have since returned home.\n\n"
        "Burundi's president said on Tuesday that his country was ready to host 10,000 refugees. A day later his "
        "foreign minister withdrew the offer."
    )
    fled, offered = claims(text)
    assert fled.sequel is not None
    assert (str(fled.sequel.action), fled.sequel.happened) == ("return", None)
    assert (offered.status_words, str(offered.basis)) == ("pledged, then withdrawn", "capacity")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "War came to Tigray in November 2020. Some 60,000 people have fled to Sudan since the conflict began.",
            "2020-11-01",
        ),
        ("Work has stopped since clashes erupted on 3 October, with 18,000 people fleeing to Gondar.", "2024-10-03"),
    ],
)
def test_who_is_counted_since_an_event_is_counted_from_its_day_on(text: str, first: str) -> None:
    """Whether the sentence dates the event itself or another one does."""
    (claim,) = claims(text)
    assert claim.happened is not None
    assert (claim.happened.first, claim.happened.last) == (date.fromisoformat(first), date(2024, 10, 10))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Floods hit Sindh and Balochistan. About 40,000 people in both provinces have lost their homes.", 2),
        ("Residents fled Goma and Bukavu. Some 5,000 soldiers were sent to those cities.", 2),
    ],
)
def test_those_towns_are_all_that_the_sentence_before_names(text: str, places: int) -> None:
    (claim,) = claims(text)
    assert len(claim.places) == places


def test_so_far_is_no_part_of_the_figure() -> None:
    (claim,) = claims("So far more than 900 people have fled Goma.")
    assert claim.quantity.words == "more than 900"
