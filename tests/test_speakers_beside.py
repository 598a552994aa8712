"""Speakers whom the parse loses, whom a medium cites, or who stand in the sentence or the clause before."""

import pytest

from geo.articles.load import from_bytes
from geo.reading import read
from tests.test_claims import claims, gazetteer


def speakers(text: str) -> list[str | None]:
    return [claim.attribution.words if claim.attribution else None for claim in claims(text)]


AFTER_A_DATE = {
    "On Friday Example Radio said the militia has used the truce to bring 2,000 fighters over the border.":
        "Example Radio",
    "On Sunday Example Press said the militia has used the truce to recruit 2,000 fighters.": "Example Press",
    "On Tuesday Example Press reported the rebels had brought 900 fighters to Goma.": "Example Press",
    "On Wednesday Example Press said rebels have brought 900 fighters to Goma.": "Example Press",
    "Late on Monday Caritas Example said nearly 4,000 people had fled Sake.": "Caritas Example",
    "In May the Example Agency said the army has sent 700 soldiers to Gao.": "the Example Agency",
    "After the raid the town hall said 800 people had fled Bria.": "the town hall",
}  # fmt: skip
CITED = {
    "The storm had displaced some 40,000 people, the governor told donors, according to the Example News Agency.":
        "the Example News Agency, citing the governor",
    "Some 300 soldiers had crossed into Chad, the general told officers, according to Example Radio.":
        "Example Radio, citing the general",
    "About 6,000 people had fled Sake, the bishop told pilgrims, according to a church newspaper.":
        "a church newspaper, citing the bishop",
    "The army has sent 1,200 soldiers to Gao, the minister told parliament, according to state television.":
        "state television, citing the minister",
    "Some 2,000 refugees had returned to Bosnia, the envoy said on Monday, according to Tanjug.":
        "Tanjug, citing the envoy",
    "More than 700 people had been evacuated from Beira, the captain told his family, according to a local paper.":
        "a local paper, citing the captain",
    "Of these, 300 were soldiers said to belong to the guard, according to the governor.": "the governor",
}  # fmt: skip
BEFORE_A_COLON = {
    "Aid groups dispute the sum: they say 9,000 people have fled Sake.": "Aid groups",
    "The bishops doubt that tally; they estimate that 7,000 people have fled Bukavu.": "The bishops",
    "The ministry rejects the figure: it says that 2,000 soldiers are in Goma.": "The ministry",
    "The villagers know better: they say 500 soldiers have crossed the river into Chad.": "The villagers",
    "The governor trusts no list; he says 3,000 people have fled Bria.": "The governor",
    "The rebels laugh at this: they claim 5,000 fighters in Kidal.": "The rebels",
}  # fmt: skip
BEFORE_A_DAY = {
    "About 900 soldiers will go to the coast of Kenya, said the minister on Monday.": "the minister",
    "Some 4,000 people have fled Sake, said the mayor of Goma on Tuesday evening.": "the mayor of Goma",
    "Some 4,000 people have fled Sake, said the bishop in Goma last week.": "the bishop in Goma",
}
NOBODY = [
    "The day's intake was small on account of rain: 57 refugees crossed at Lamwo.",
    "Only 40 soldiers stayed in Goma on account of fever.",
    "Rebels in Kivu number 3,000.",
    "The refugees in Adre number 40,000.",
    "The migrants in Tunisia number 20,000.",
    "Only 60 soldiers were left in Kidal on account of heat.",
]


@pytest.mark.parametrize(
    ("text", "speaker"), [*AFTER_A_DATE.items(), *CITED.items(), *BEFORE_A_COLON.items(), *BEFORE_A_DAY.items()]
)
def test_who_says_a_figure(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("text", NOBODY)
def test_who_says_nothing(text: str) -> None:
    assert speakers(text) == [None]


COUNTED_ON = [
    ("The mission said on Monday that 2,500 soldiers were in Bunia. There are also 280 Pakistani soldiers there.", 2),
    ("The mission said that 2,500 soldiers were in Bunia. There are also 280 Pakistani soldiers there. "
     "Another 800 soldiers arrive next week.", 3),
    ("The Red Cross said 700 people had fled to Sake. They joined 3,000 others who had fled in May.", 2),
    ("The bishop said on Sunday that 600 refugees slept in the cathedral in Lubutu. "
     "They include 90 soldiers who fled the front.", 2),
    ("The charity said that 5,000 people had fled Bria. There were also 400 refugees from Chad in the town.", 2),
    ("The army chief said 900 soldiers were in Kidal. They replace 1,200 soldiers who left in May.", 2),
]  # fmt: skip
NOT_COUNTED_ON = [
    "The mission said on Monday that 2,500 soldiers were in Bunia. The 280 Pakistani soldiers there have no tents.",
    "The mission said on Monday that 2,500 soldiers were in Bunia.\n\nThey replace 1,200 soldiers who left in May.",
]


@pytest.mark.parametrize(("text", "figures"), COUNTED_ON)
def test_who_counts_on_is_told_of_by_who_counted(text: str, figures: int) -> None:
    found = speakers(text)
    assert len(found) == figures
    assert found[0] is not None
    assert set(found) == {found[0]}


@pytest.mark.parametrize("text", NOT_COUNTED_ON)
def test_another_sentence_is_the_outlets_own(text: str) -> None:
    assert speakers(text)[-1] is None


HEADLINES = [
    ("Italy says 3,600 migrants rescued",
     "Almost 3,600 migrants have been rescued from boats off Africa over the past two days.", "Italy"),
    ("24,000 flee Vanni, bishop says", "Some 24,000 people have fled the Vanni since the new year.", "bishop"),
    ("9,000 troops sent to Kunduz, governor says", "The army has sent 9,000 soldiers to Kunduz since Monday.",
     "governor"),
    ("Moscow says 1,100 refugees back in Stepanakert", "More than 1,100 refugees came back to Stepanakert on Tuesday.",
     "Moscow"),
    ("Army says 700 fighters surrounded in Marawi", "About 700 fighters are surrounded in the old town of Marawi.",
     "Army"),
    ("Red Cross reports 60,000 fleeing Goma", "Some 60,000 people have fled Goma since Friday.", "Red Cross"),
    ("1.3 million displaced, Pakistan says", "The army said on Tuesday that 1.3 million people had fled Swat.",
     "The army"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "text", "speaker"), HEADLINES, ids=lambda words: words[:30])
def test_whom_the_headline_names_says_so_where_the_text_names_nobody(headline: str, text: str, speaker: str) -> None:
    article = from_bytes(f"# {headline}\n\nBy AFP\n\n10 October 2024\n\n{text}\n".encode(), "case.txt")
    (reading,) = read([article], gazetteer())
    assert [claim.attribution and claim.attribution.words for claim in reading.claims] == [speaker]
