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
    # in the sentences beside it
    "More than 600 Danes returned from Yerevan on Sunday. This was reported by the Danish embassy.":
        "the Danish embassy",
    "Reached by telephone on Sunday, the minister said:\n\nThe ruin of the old town is a tragedy. "
    "Some 600,000 people have been displaced from Homs.":
        "the minister",
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
