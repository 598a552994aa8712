"""Who says a figure: each kind of telling, and what looks like one."""

import pytest

from tests.test_claims import claims

SPEAKERS: dict[str, str | None] = {
    # names beside a title, short names in brackets, asides after a comma
    "The governor of the region, Marta Kolar, wrote on Monday that 600 people had fled the town of Sake.":
        "The governor of the region, Marta Kolar",
    "The Office for River Crossings (ORC) said on Monday that 600 people had fled the town of Sake.":
        "The Office for River Crossings (ORC)",
    "Coast and border guards said on Monday that 600 refugees had reached Lampedusa.": "Coast and border guards",
    "Some 600 people have fled Sake, said Marta Kolar, a nurse, on a bad line.": "Marta Kolar",
    "A captain of the brigade, from Nis, said that 280 soldiers had been flown to Goma.": "A captain of the brigade",
    "Some 600 people have fled Sake, a monitor and activists said on Monday.": "a monitor and activists",
    "The head of the border service Marta Kolar wrote on Monday that 600 people had fled the town of Sake.":
        "The head of the border service, Marta Kolar",
    "EXA, the disaster agency, said on Monday that 600 people had fled the town of Sake.": "EXA",
    # no voice: what is not said, what is done to people, a number, an idiom, another clause
    "The mayor has not said where the 600 refugees who reached Lampedusa on Monday will sleep.": None,
    "Officials declined to say where the 600 refugees who reached Lampedusa on Monday will sleep.": None,
    "The Dutch have admitted 700 refugees from Syria.": None,
    "All told, 7,000 refugees have crossed into Chad.": None,
    "About 500 soldiers are stationed in Kant; the embassy announced yesterday that the base would be enlarged.": None,
    # however the parse hangs it
    "Some 600 people have fled the town of Sake, as local radio reported.": "local radio",
    "Some 600 people have fled the town of Sake, by the estimate of the governor.": "the governor",
    "The army has 5,000 soldiers in Goma, in the view of a local analyst.": "a local analyst",
    "The camp in Goma, home to about 5,000 refugees by the bishop's account, has no water.": "the bishop",
    "The rebels had accused the army of sending at least 1,000 soldiers into Goma.": "The rebels",
    "The agency voiced concern that 1,000 refugees had fled to Lampedusa.": "The agency",
    "A team left to look into reports by local priests that 1,000 refugees had reached Lubutu.": "local priests",
    "The neighbours issued a statement saying 1,000 refugees had reached Lampedusa.": "The neighbours",
    "A commission found that 1,000 refugees had been moved to Lubutu.": "A commission",
    "At one point, aid workers counted as many as 1,500 refugees crossing into Chad each hour.": "aid workers",
    "Some 3,000 soldiers mass near Manbij following weeks of quiet preparations US officials told Reuters.":
        "US officials",
    "Since 8 October, 46,300 people have been displaced in Lebanon, IOM reckons; the truce of Friday saw many go home.":
        "IOM",
    "Some 500 soldiers will leave Niger, the Example Times reported on Friday, citing two officials.":
        "the Example Times, citing two officials",
    "The coastguard intercepted 300 migrants off Zawiya, a spokesman, Ayoub Saleh, said on Sunday.":
        "a spokesman, Ayoub Saleh",
    "Some 3,000 migrants arrived in Lampedusa on Sunday, Italy's interior ministry data showed.":
        "Italy's interior ministry data",
    "A total of 3,000 displaced people were registered in Sake by IOM.": "IOM",
    "A charity documented the expulsion of 3,000 migrants from Tunisia.": "A charity",
    "Moscow has massed 50,000 soldiers near Kharkiv, as Kyiv claims.": "Kyiv",
    "Sweden expects 3,000 refugees to arrive in Malmo this year, its migration agency said.": "its migration agency",
    "The Example Institute, a think tank, estimated in May that about 500 soldiers were based in Goma.":
        "The Example Institute",
    "About 30,000 people fled Derna, the agency, a UN body, reported Saturday.": "the agency",
    "About 300 people fled Derna, the International Office for Ferries, a Bern-based agency, said Monday.":
        "the International Office for Ferries",
    "More than 4,000 people left Sake, the Norwegian Refugee Council, an aid group, said Tuesday.":
        "the Norwegian Refugee Council",
    "Some 900 soldiers left Gao, Ali Diallo, the mayor, said Friday.": "Ali Diallo",
    "Some 900 soldiers left Gao, a port on the Niger, on Friday.": None,
    # a number is nobody
    "The governor has cited a low figure of 15,000 displaced people in Goma.": "The governor",
    "The mufti, citing a low figure of 15,000, said the displaced would return to Grozny.": "The mufti",
    "The rebels, citing figures from the Red Cross, said 3,000 people had fled Goma.":
        "The rebels, citing the Red Cross",
    "The minister, citing a UN report, said 15,000 people fled Goma.": "The minister, citing a UN report",
    "According to figures that Ali obtained from migration officials, 2,100 people returned to Osh.":
        "migration officials",
    "According to data that was gathered by the Red Cross, 2,100 people returned to Osh.": "the Red Cross",
    # who tells one thing does not tell what happened next
    "Russia had announced a deadline, but most of the 5,000 refugees refused to leave Ingushetia.": None,
    "Chad had issued an appeal, but only 300 of the refugees left Adre.": None,
    "The ministry said it was calm, but 300 people had fled Bria.": "The ministry",
    # in the sentences beside it
    "More than 600 Danes returned from Yerevan on Sunday. This was reported by the Danish embassy.":
        "the Danish embassy",
    "Reached by telephone on Sunday, the minister said:\n\nThe ruin of the old town is a tragedy. "
    "Some 600,000 people have been displaced from Homs.":
        "the minister",
    "Many have gone home, the bishop said. Some 600 refugees sleep in the church in Lubutu.": None,
}  # fmt: skip


@pytest.mark.parametrize("text", SPEAKERS, ids=lambda text: text[:60])
def test_who_says_a_figure(text: str) -> None:
    (claim,) = claims(text)
    assert (claim.attribution.words if claim.attribution else None) == SPEAKERS[text]


def test_the_line_below_a_list_says_whom_it_is_from() -> None:
    rows = (
        "Foreign troops in Iraq\n\nPoland - 900 troops\n\nGeorgia - 800 troops\n\nSources: Example Institution; reports"
    )
    found = claims(rows)
    assert {claim.quantity.words for claim in found} == {"900", "800"}
    assert {claim.attribution.words if claim.attribution else None for claim in found} == {"Example Institution"}


def test_who_counts_on_is_told_of_by_who_counted() -> None:
    text = (
        "Some 2,500 soldiers are in Bunia, the mission said on Monday. Another 800 soldiers arrived there on Tuesday."
    )
    found = {claim.quantity.words: claim.attribution for claim in claims(text)}
    assert {words: told.words if told else None for words, told in found.items()} == {
        "Some 2,500": "the mission", "Another 800": "the mission",
    }  # fmt: skip
