"""Who keeps soldiers says nothing by that, who warns meanwhile says something else, and names come whole."""

import pytest

from tests.plain import claims_of

SPEAKERS = [
    ("Austria, Ireland and Fiji maintain the largest contingents on the Golan with 380, 130 and 120 soldiers.", None),
    ("The airfield at Gao maintained a garrison of 450, with 1,900 soldiers flown through it.", None),
    ("The government maintained its position, with 600 soldiers in Yala.", None),
    ("Italy maintains 900 troops in Lebanon.", None),
    ("The general maintained that 600 fighters had left Tal Afar.", "The general"),
    ("The minister maintained the army had 600 soldiers in Yala.", "The minister"),
    ('"Only 300 soldiers crossed into Sudan," the minister maintained.', "the minister"),
    ("Hundreds of people were moved to Halifax, even as the province warns about more storms on the coast.", None),
    ("Some 400 people fled Tofino just as the mayor warned of a second wave.", None),
    ("Kenya will keep 2,000 troops in Kismayo, the army said, even as the UN warns of hunger there.", "the army"),
    ("Some 600 soldiers are in Yala, as the ministry confirmed.", "the ministry"),
    ("As the ministry said on Friday, 600 soldiers are in Yala.", "the ministry"),
    ("The English-daily Bangkok Star said 200 soldiers had left Yala.", "Bangkok Star"),
    ("The pro-government daily Al-Watan reported that 250 soldiers had left Homs.", "Al-Watan"),
    ("The Beirut-based Al-Mayadeen news channel said 300 soldiers had left Homs.", "Al-Mayadeen"),
    ("The state-run news agency SANA said 1,500 soldiers had entered Daraa.", "SANA"),
    ("The U-N mission said 300 peacekeepers were sent to Bunia.", "The U-N mission"),
    (
        'Attributed to Defence Ministry spokesman Karl Weber:\n\n"We have sent 450 soldiers to Rukla."',
        "Defence Ministry spokesman Karl Weber",
    ),
    (
        'The following is attributable to press secretary Ann Example:\n\n"About 450 soldiers have left Rukla."',
        "press secretary Ann Example",
    ),
    (
        "The armed forces chief of staff, Lt. Gen. Paul Example, said 300 soldiers would leave Nicosia.",
        "The armed forces chief of staff, Lt. Gen. Paul Example",
    ),
    (
        "Police chief Budi said on Sunday the total number of soldiers in Wamena had reached 4,000, jubi.com reported.",
        "Police chief Budi",
    ),
    ("The number of soldiers in Wamena had reached 4,000, jubi.com reported.", "jubi.com"),
    ("Mayor Ana Ruiz said 400 people had left Wamena, the Jubi Post reported.", "Mayor Ana Ruiz"),
    ('The losses were attributed to heavy rain. "About 450 people have fled Beira."', None),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_says_so(text: str, speaker: str | None) -> None:
    said = {claim.attribution.chain if claim.attribution else None for claim in claims_of(text)}
    assert said == {(speaker,) if speaker else None}
