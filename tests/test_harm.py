"""The dead, the wounded and the missing are in no panel, whoever they were before."""

import pytest

from tests.plain import claims_of

IN_NO_PANEL = [
    "About 1,770 migrants have perished on the way to Europe, a UN agency said, before a rescue on Friday.",
    "The dead included 109 evacuees from two villages near Aleppo who were on their way to Homs.",
    "The fate of around 200 other soldiers who fled to Tabqa remained unknown as the army pulled back on Friday.",
    "The governor remembered the thousands of Turkish troops who went missing in Korea after they were sent there.",
    "The war claimed at least 5,000 servicemen's lives before the army withdrew from Shusha.",
    "Shelling on the road to Zahedan killed 40 refugees who had fled to Iran from Herat.",
    "The sinking drowned 300 refugees who were crossing to Lesbos from Turkey.",
    "The massacre of 400 refugees who had fled to Gatumba shook Burundi.",
    "Some 60 peacekeepers wounded in Mali were flown to Dakar.",
]
STILL_IN_ONE = [
    "After rebels killed 20 traders, 5,000 people fled Sake to Goma.",
    "The camp holds 5,000 refugees who survived the massacre in Gatumba.",
    "Some 3,300 people who were burned out of their homes in Paradise sleep in shelters in Chico.",
    "Aid workers saved the lives of a child and sheltered 900 refugees in Bria.",
    "Some 5,000 people fled Sake, and 40 died on the way.",
]


@pytest.mark.parametrize("text", IN_NO_PANEL)
def test_who_is_dead_wounded_or_missing_is_in_no_panel(text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize("text", STILL_IN_ONE)
def test_who_lives_beside_them_is_in_one(text: str) -> None:
    assert len(claims_of(text)) == 1
