"""What is still to come, and what is done or there already; every article is of Thursday 14 March 2024."""

import pytest

from geo.model import Action, Basis, Claim, Role
from tests.plain import claims_of


def _last(text: str) -> Claim:
    return claims_of(text)[-1]


def _when(claim: Claim) -> str | None:
    if claim.happened is not None:
        return f"{claim.happened.first}/{claim.happened.last}"
    return str(claim.as_of) if claim.as_of else None


PLANS = [
    "Parliament approved 600 soldiers for the mission in Lebanon on Tuesday.",
    "Under the accord the garrison in Aleppo shrinks to 4,000 soldiers by the end of 2026.",
    "Britain has begun to pull out some of its 900 soldiers and hopes to have just 300 in Kabul by June.",
    "A deal signed in 2019 raises the number of Marines rotating through Darwin to 3,000 by 2027.",
    "The other 200 are with the 3rd Brigade and will deploy to Latvia.",
    "A further reduction to 9,000 soldiers in Iraq by September 2025 is envisaged.",
    "The council supported a decision to cut 1,500 soldiers from the force in Darfur.",
    "Lawmakers in Oslo cleared the dispatch of 120 soldiers to Estonia.",
    "The plan foresees 3,000 soldiers in Cabo Delgado by 2026.",
    "The pact mandated an increase of the force in Lebanon to up to 13,000 soldiers.",
    "The garrison in Kabul would be cut to about 5,000 soldiers by late 2024 before settling on 2,000.",
    "The African Union endorsed a 2,500-strong force for northern Mali.",
    "A contingent of 250 Rwandan soldiers, which is to relieve them in June, is training in Kigali.",
    "Denmark is sending 90 engineers to Latvia.",
    "The ministry announced that it was withdrawing more than 400 soldiers from Kosovo.",
    "The last reinforcements are set to leave by the end of the year, leaving 800 soldiers in Tapa.",
    "Mexico needs 5,000 soldiers in Chiapas by October 1.",
]
NO_PLANS = [
    "Parliament approved the mission, which has 600 soldiers in Lebanon.",
    "Some 300 soldiers approved in January landed in Gao on Friday.",
    "Ordered in by the president, 2,000 troops moved into Guayaquil on Monday.",
    "France has 400 soldiers in Benin until June.",
    "About 300 soldiers arrived in Goma last week and will stay until December.",
    "The army deployed 3,000 soldiers to Gao to protect the elections due in May.",
    "Some 12,000 people fled El Fasher ahead of the talks that open in Jeddah on April 3.",
    "Germany authorised the mission in 2013 and has 1,100 soldiers in Gao.",
    "The governor ordered 4,000 people out of Lismore on Sunday, and they left by nightfall.",
    "About 900 US troops are in Syria, and Washington plans to bring them home by 2026.",
    "More than 6,000 soldiers from nine countries are training in Finland until April 30.",
    "The general who commands the 5,000 soldiers in Mosul will retire in June.",
    "The president announced that 500 soldiers had reached Bunia.",
    "Lawmakers voted after 200 soldiers had flown to Estonia.",
    "By the end of March, nearly a million soldiers had marched through Normandy.",
    "Thousands of people are heading for the border with Chad.",
]


@pytest.mark.parametrize("text", PLANS)
def test_who_is_still_to_go_is_planned(text: str) -> None:
    claim = _last(text)
    assert (claim.status_words, claim.basis) == ("planned", Basis.PLAN)


@pytest.mark.parametrize("text", NO_PLANS)
def test_what_is_done_is_no_plan(text: str) -> None:
    claim = _last(text)
    assert claim.status_words == "reported"
    assert claim.basis is not Basis.PLAN


DAYS = [
    ("Parliament approved 600 soldiers for the mission in Lebanon on Tuesday.", None),
    ("Poland's government approved the deployment of 150 soldiers to Romania on Monday.", None),
    ("Sweden said on Monday it will pull its remaining 220 soldiers out of Mali.", None),
    ("The ministry announced on Tuesday that it was withdrawing more than 400 soldiers from Kosovo.", None),
    ("About 3,000 soldiers from six states will be involved in the drill in Kyrgyzstan, the ministry said on Friday.",
     None),
    ("Thieves struck twice last week, police in Limpopo said. Some 250 soldiers will head to the border with Zimbabwe.",
     None),
    ("Chad said on Thursday it will withdraw its remaining 1,100 troops from Bangui.", None),
    ("About 3,000 soldiers will be involved in three drills in Kyrgyzstan, the ministry said on Thursday.", None),
    ("On Wednesday the minister told reporters that 90 engineers will fly to Beira.", None),
    ("Kenya said on Saturday it would send 600 officers to Haiti in April.", "2024-04-01/2024-04-30"),
    ("Turkey said on Monday it will withdraw 500 soldiers from Idlib on March 20.", "2024-03-20/2024-03-20"),
    ("The army said on Tuesday it had deployed 700 soldiers in Zamfara on Sunday.", "2024-03-10/2024-03-10"),
    ("The navy said on Wednesday that 400 marines left Cadiz on Monday.", "2024-03-11/2024-03-11"),
    ("The United Nations wants 3,500 troops on the ground in Lebanon by May 28.", "2024-05-28/2024-05-28"),
    ("Britain hopes to have just 300 soldiers in Kabul by June.", "2024-06-01/2024-06-30"),
    ("France has 400 soldiers in Benin until June.", "2024-03-14"),
    ("Rwanda is keeping 1,000 soldiers in Bangui until November.", "2024-03-14"),
    ("By January 5, about 3,000 refugees had reached Adre.", "2024-01-05"),
    ("Some 12,000 refugees were moved from Adre to Farchana by December 20.", "2023-12-20"),
    ("The 640 Spanish soldiers arrived in Tyre this weekend.", "2024-03-09/2024-03-10"),
    ("Another 640 Spanish soldiers will land in Tyre this weekend.", "2024-03-16/2024-03-17"),
    ("Another 210 Belgian soldiers were due in Bamako on Thursday.", "2024-03-14/2024-03-14"),
    ("Another 210 Belgian soldiers were due in Bamako on Friday.", "2024-03-15/2024-03-15"),
    ("Some 150 marines landed in Beira on Saturday. About 90 engineers arrived early in the day.",
     "2024-03-09/2024-03-09"),
    ("The navy landed 150 marines in Beira on Friday. About 90 soldiers arrived there the same day.",
     "2024-03-08/2024-03-08"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_the_day_of_what_is_told_is_that_of_the_deed(text: str, days: str | None) -> None:
    assert _when(_last(text)) == days


THERE = [
    ("A new battalion will reinforce the 6,200 soldiers already in Somalia.", "Somalia"),
    ("Another 300 marines will be sent to join the 1,700 already on the ground in Okinawa.", "Okinawa"),
    ("The president plans to add more men to the 5,000 soldiers already stationed in Maiduguri.", "Maiduguri"),
    ("They will strengthen the 3,500 troops currently deployed in Cabo Delgado.", "Cabo Delgado"),
    ("France will bolster the 350 soldiers it has in Ivory Coast.", "Ivory Coast"),
    ("The United Nations will back up the 12,000 peacekeepers who are already in Bangui.", "Bangui"),
    ("New recruits are to supplement the 1,900 soldiers now in Gao.", "Gao"),
    ("Parliament approved a drone unit for the 1,100 soldiers presently in Erbil.", "Erbil"),
    ("A new brigade will reinforce the 6,300 soldiers already in Gao by May.", "Gao"),
    ("Engineers will be added to the 900 troops at present guarding Kidal.", "Kidal"),
]


@pytest.mark.parametrize(("text", "place"), THERE)
def test_who_is_there_already_is_no_part_of_the_plan(text: str, place: str) -> None:
    claim = _last(text)
    assert (claim.status_words, claim.action, claim.basis) == ("reported", Action.PRESENT, Basis.STOCK)
    assert [(use.role, use.place.name) for use in claim.places] == [(Role.AT, place)]


def test_a_force_is_cut_from_what_it_is_now() -> None:
    now, then = claims_of(
        "The force in Gao is to be cut from its current strength of some 17,000 soldiers to about 5,000 by late 2025."
    )
    assert (now.status_words, now.basis, _when(now)) == ("reported", Basis.STOCK, "2024-03-14")
    assert (then.status_words, then.basis, _when(then)) == ("planned", Basis.PLAN, "2025-09-01/2025-12-31")


NOT_THERE = [
    ("The 300 soldiers will join the mission in Mali next month.", Action.DEPLOY),
    ("The 900 soldiers now in Syria will leave by June.", Action.WITHDRAW),
    ("Britain will withdraw the 900 soldiers now in Syria.", Action.WITHDRAW),
    ("The current plan is to send 500 soldiers to Niger.", Action.DEPLOY),
    ("Germany will send 500 soldiers to reinforce the brigade in Lithuania.", Action.DEPLOY),
    ("The 2,000 refugees already registered will be flown to Canada.", Action.EVACUATE),
]


@pytest.mark.parametrize(("text", "action"), NOT_THERE)
def test_who_is_still_to_go_may_be_somewhere_now(text: str, action: Action) -> None:
    claim = _last(text)
    assert (claim.status_words, claim.action) == ("planned", action)


LISTED = [
    ("Some 20,000 troops are to leave Syria by Nov. 1, 2024, an additional 7,000 by April 1, 2025, another 4,000 by "
     "Oct. 1, 2025, and the final 11,000 by July 1, 2026.",
     ["2024-11-01/2024-11-01", "2025-04-01/2025-04-01", "2025-10-01/2025-10-01", "2026-07-01/2026-07-01"]),
    ("The force in Gao will be cut to 12,000 soldiers by September 2025, 8,000 by June 2026 and 3,000 by May 2027.",
     ["2025-09-01/2025-09-30", "2026-06-01/2026-06-30", "2027-05-01/2027-05-31"]),
    ("Some 250 marines landed in Beira on Saturday, another 120 on Sunday and 60 more on Monday.",
     ["2024-03-09/2024-03-09", "2024-03-10/2024-03-10", "2024-03-11/2024-03-11"]),
    ("Poland sent 1,000 soldiers to Bialystok in July and 3,000 in August.",
     ["2023-07-01/2023-07-31", "2023-08-01/2023-08-31"]),
    ("On Monday 700 soldiers arrived in Goma, and 300 more arrived in Bukavu.",
     ["2024-03-11/2024-03-11", "2024-03-11/2024-03-11"]),
    ("Spain deployed 300 soldiers and 40 marines to Beirut in May.",
     ["2023-05-01/2023-05-31", "2023-05-01/2023-05-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), LISTED)
def test_each_of_a_list_has_a_day_of_its_own(text: str, days: list[str]) -> None:
    assert [_when(claim) for claim in claims_of(text)] == days


def test_who_goes_last_in_a_list_of_plans_is_planned_too() -> None:
    assert {claim.status_words for claim in claims_of(LISTED[0][0])} == {"planned"}
