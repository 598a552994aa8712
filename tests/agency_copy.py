"""Sentences in the style of agency copy, written for the tests, with what a careful reader takes from each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Expected:
    """A figure in a sentence published on Thursday, 10 October 2024; ``places`` None is not looked at."""

    words: str
    fields: dict[str, str | None]
    places: set[str] | None = None


CASES: dict[str, list[Expected]] = {
    "The president urged Moscow to withdraw its 5,000 soldiers from Moldova.": [
        Expected("5,000", {"action": "present", "basis": "stock", "panel": "troops"}, {"at Moldova"}),
    ],
    (
        "Fighting in Sudan has forced more than 10 million people from their homes since April 2023, the "
        "United Nations says."
    ): [
        Expected(
            "more than 10 million",
            {
                "action": "displace",
                "basis": "running total",
                "panel": "displaced",
                "by": "the United Nations",
                "happened": "2023-04-01/2024-10-10",
                "low": "10000000",
                "high": "None",
            },
            {"at Sudan"},
        ),
    ],
    "Chad has received 680,000 Sudanese refugees since the war began, according to UNHCR.": [
        Expected(
            "680,000",
            {"action": "accept", "basis": "running total", "who": "Sudan", "by": "UNHCR"},
            {"from Sudan", "to Chad"},
        ),
    ],
    "An average of 1,200 people a day are crossing into South Sudan at Renk, the IOM said on Monday.": [
        Expected(
            "An average of 1,200",
            {"action": "cross", "reported": "2024-10-07", "by": "the IOM", "qualifier": "about"},
            {"to South Sudan", "at Renk"},
        ),
    ],
    (
        "Some 70,000 people fled El Fasher in North Darfur after clashes between the army and the "
        "paramilitary Rapid Support Forces last month."
    ): [
        Expected(
            "Some 70,000",
            {"action": "flee", "happened": "2024-09-01/2024-10-10", "panel": "displaced"},
            {"from El Fasher"},
        ),
    ],
    "The RSF has massed 5,000 fighters around the city of El Obeid, residents said.": [
        Expected("5,000", {"action": "deploy", "panel": "troops", "who": "RSF", "by": "residents"}, {"near El Obeid"}),
    ],
    "Egypt, which says it hosts 1.2 million Sudanese, has tightened its visa rules.": [
        Expected("1.2 million", {"action": "host", "basis": "stock", "who": "Sudan", "by": "Egypt"}, {"at Egypt"}),
    ],
    "Kyiv said on Sunday it had evacuated 1,300 residents from the town of Pokrovsk over the past 24 hours.": [
        Expected(
            "1,300",
            {"action": "evacuate", "by": "Kyiv", "panel": "displaced", "reported": "2024-10-06"},
            {"from Pokrovsk"},
        ),
    ],
    "Poland has taken in nearly one million Ukrainian refugees since Russia's full-scale invasion in February 2022.": [
        Expected(
            "nearly one million",
            {"action": "accept", "basis": "running total", "who": "Ukraine"},
            {"from Ukraine", "to Poland"},
        ),
    ],
    "Moscow will call up 133,000 conscripts this autumn, a decree published on Monday showed.": [
        Expected("133,000", {"action": "recruit", "status": "planned", "panel": "troops", "basis": "plan"}),
    ],
    (
        "Up to 8,000 North Korean soldiers are expected to join fighting in Kursk in the coming days, US "
        "Secretary of State Antony Blinken said."
    ): [
        Expected(
            "Up to 8,000",
            {
                "panel": "troops",
                "who": "North Korea",
                "status": "planned",
                "by": "US Secretary of State Antony Blinken",
            },
        ),
    ],
    "More than 6.7 million Ukrainian refugees are recorded globally.": [
        Expected("More than 6.7 million", {"panel": "displaced", "who": "Ukraine", "basis": "stock"}),
    ],
    (
        "About 1.9 million Palestinians, or 90 percent of Gaza's population, have been displaced at least "
        "once, UNRWA says."
    ): [
        Expected("About 1.9 million", {"action": "displace", "panel": "displaced", "by": "UNRWA"}),
    ],
    "Nearly 180,000 displaced people are sheltering in 977 public buildings, Lebanon's government said on Tuesday.": [
        Expected("Nearly 180,000", {"panel": "displaced", "by": "Lebanon's government", "reported": "2024-10-08"}),
    ],
    "More than 3 million people are displaced across Myanmar, according to the United Nations.": [
        Expected(
            "More than 3 million",
            {"action": "displace", "basis": "stock", "panel": "displaced", "by": "the United Nations"},
            {"at Myanmar"},
        ),
    ],
    "Around 500 junta soldiers surrendered to the Three Brotherhood Alliance in Laukkai in January.": [
        Expected("Around 500", {"panel": "troops", "happened": "2024-01-01/2024-01-31"}),
    ],
    "Bangladesh, home to about one million Rohingya refugees, says it cannot accept any more.": [
        Expected("about one million", {"action": "host", "basis": "stock", "panel": "displaced"}, {"at Bangladesh"}),
    ],
    "At least 1,300 people crossed the Moei river into Thailand's Mae Sot district overnight, Thai officials said.": [
        Expected("At least 1,300", {"action": "cross", "happened": "2024-10-09/2024-10-10", "by": "Thai officials"}),
    ],
    "The junta plans to conscript 5,000 young men a month from April under a law activated in February.": [
        Expected("5,000", {"action": "recruit", "basis": "plan", "status": "planned"}),
    ],
    "France withdrew its last 1,500 troops from Niger in December.": [
        Expected(
            "1,500",
            {"action": "withdraw", "who": "France", "happened": "2023-12-01/2023-12-31", "panel": "troops"},
            {"from Niger"},
        ),
    ],
    "Burkina Faso has some 2.1 million internally displaced people, about a tenth of its population.": [
        Expected(
            "some 2.1 million",
            {"panel": "displaced", "population": "displaced people", "basis": "stock"},
            {"at Burkina Faso"},
        ),
    ],
    "The United States completed the withdrawal of its 1,000 military personnel from Niger last month.": [
        Expected(
            "1,000",
            {"action": "withdraw", "who": "United States", "happened": "2024-09-01/2024-09-30", "panel": "troops"},
            {"from Niger"},
        ),
    ],
    "Mali hired around 1,000 mercenaries from Russia's Wagner group in 2021.": [
        Expected("around 1,000", {"panel": "troops", "happened": "2021-01-01/2021-12-31"}),
    ],
    "Turkish-backed fighters displaced 100,000 Kurds from Afrin in early 2018.": [
        Expected("100,000", {"action": "displace", "who": None, "happened": "2018-01-01/2018-04-30"}),
    ],
    "The US has about 900 troops in Syria and 2,500 in neighbouring Iraq.": [
        Expected("about 900", {"action": "present", "basis": "stock", "who": "United States"}, {"at Syria"}),
        Expected(
            "2,500", {"action": "present", "basis": "stock", "who": "United States", "panel": "troops"}, {"at Iraq"}
        ),
    ],
    (
        "Some 300,000 people, most of them Syrians, have crossed from Lebanon to Syria since September 23, "
        "Damascus said."
    ): [
        Expected(
            "Some 300,000",
            {"action": "cross", "basis": "running total", "happened": "2024-09-23/2024-10-10", "by": "Damascus"},
            {"from Lebanon", "to Syria"},
        ),
    ],
    "Turkey has voluntarily returned 650,000 Syrians over the past six years, Interior Minister Ali Yerlikaya said.": [
        Expected("650,000", {"action": "return", "who": "Syria", "by": "Interior Minister Ali Yerlikaya"}),
    ],
    "M23 rebels backed by 3,000 to 4,000 Rwandan troops captured Rubaya in April, UN experts said.": [
        Expected(
            "3,000 to 4,000",
            {
                "panel": "troops",
                "who": "Rwanda",
                "qualifier": "between",
                "low": "3000",
                "high": "4000",
                "by": "UN experts",
            },
        ),
    ],
    "Rwanda denies having 4,000 troops in Congo.": [
        Expected("4,000", {"status": "denied by Rwanda", "panel": "troops"}, {"at Democratic Republic of the Congo"}),
    ],
    "More than 738,000 people have been displaced by fighting in eastern Democratic Republic of Congo this year.": [
        Expected(
            "More than 738,000", {"action": "displace", "happened": "2024-01-01/2024-10-10", "panel": "displaced"}
        ),
    ],
    (
        "MONUSCO has 14,000 peacekeepers in the east of the Democratic Republic of Congo, but the mission is "
        "due to leave by the end of the year."
    ): [
        Expected("14,000", {"action": "present", "basis": "stock", "as_of": "2024-10-10", "panel": "troops"}),
    ],
    "Armed gangs forced 5,000 residents of Pont-Sonde to flee on Thursday, killing at least 70 people.": [
        Expected("5,000", {"action": "flee", "happened": "2024-10-10/2024-10-10", "panel": "displaced"}),
    ],
    "The Dominican Republic announced it would expel up to 10,000 undocumented Haitians a week.": [
        Expected(
            "up to 10,000",
            {"action": "expel", "status": "planned", "who": "Haiti", "by": "The Dominican Republic"},
            {"from Dominican Republic", "to Haiti"},
        ),
    ],
    "Gangs freed 4,000 prisoners in Port-au-Prince in March, and 700,000 people are homeless.": [
        Expected("700,000", {"panel": "displaced"}),
    ],
    "Armenia said 100,514 of the region's estimated 120,000 residents had crossed the border by Sunday.": [
        Expected("100,514", {"action": "cross", "by": "Armenia", "low": "100514", "high": "100514"}),
    ],
    "Russia began withdrawing its 2,000 peacekeepers from Nagorno-Karabakh in April.": [
        Expected(
            "2,000", {"action": "withdraw", "who": "Russia", "happened": "2024-04-01/2024-04-30", "panel": "troops"}
        ),
    ],
    "Pakistan has deported more than half a million Afghans since November 2023.": [
        Expected(
            "more than half a million",
            {"action": "expel", "who": "Afghanistan", "basis": "running total", "low": "500000", "high": "None"},
        ),
    ],
    "NATO said around 90,000 troops would take part in Steadfast Defender, its largest exercise in decades.": [
        Expected("around 90,000", {"action": "exercise", "by": "NATO"}),
    ],
    "Belarus and Russia held joint drills involving 13,000 troops.": [
        Expected("13,000", {"action": "exercise", "panel": "troops"}),
    ],
    "The boat carrying 130 migrants sank off Tunisia, killing 45.": [
        Expected("130", {"action": "unstated", "population": "migrants"}),
    ],
    "The governor said 12 people had died and 40,000 had been displaced.": [
        Expected("40,000", {"action": "displace", "by": "The governor", "panel": "displaced"}),
    ],
    "Some 600 asylum seekers arrived on the Italian island of Lampedusa on Wednesday, down from 900 the day before.": [
        Expected(
            "Some 600",
            {"action": "arrive", "happened": "2024-10-09/2024-10-09", "population": "asylum seekers"},
            {"to Lampedusa"},
        ),
        Expected("900", {"action": "arrive", "happened": None, "population": "asylum seekers"}, {"to Lampedusa"}),
    ],
    "Britain will host 3,000 Ukrainian recruits for training next year.": [
        Expected("3,000", {"panel": "troops", "status": "planned"}),
    ],
    "Venezuela said it had mobilised 15,000 troops along its border with Colombia.": [
        Expected(
            "15,000", {"who": "Venezuela", "by": "Venezuela", "panel": "troops"}, {"at Colombia-Venezuela border"}
        ),
    ],
    "Ethiopia denied that 500 of its soldiers had crossed into Sudan.": [
        Expected("500", {"action": "cross", "status": "denied by Ethiopia", "who": "Ethiopia"}),
    ],
    "The commander said that 2,000 of the 8,000 troops promised had arrived in Mogadishu.": [
        Expected("2,000", {"action": "arrive", "by": "The commander", "panel": "troops"}, {"to Mogadishu"}),
        Expected("8,000", {"panel": "troops", "status": "pledged"}),
    ],
    "Two thousand Eritrean soldiers crossed the border into Tigray last November, witnesses said.": [
        Expected(
            "Two thousand",
            {"action": "cross", "who": "Eritrea", "happened": "2023-11-01/2023-11-30", "by": "witnesses"},
        ),
    ],
    "Australia will increase its humanitarian intake to 20,000 refugees a year from 2025.": [
        Expected("20,000", {"status": "planned", "panel": "displaced"}),
    ],
    (
        "Colombia's army is deploying 1,400 extra soldiers to Cauca province to fight guerrillas, Defence "
        "Minister Ivan Velasquez said on Tuesday."
    ): [
        Expected(
            "1,400",
            {"action": "deploy", "who": "Colombia", "by": "Defence Minister Ivan Velasquez", "reported": "2024-10-08"},
            {"to Cauca"},
        ),
    ],
    "The ministry expects 30,000 refugees to return from Kenya by the end of the year.": [
        Expected(
            "30,000",
            {"action": "return", "status": "planned", "panel": "displaced", "by": "The ministry"},
            {"from Kenya"},
        ),
    ],
    "Residents said hundreds of families had left the villages of Kfar Kila and Odaisseh.": [
        Expected("hundreds", {"action": "flee", "by": "Residents", "qualifier": "vague", "counted": "families"}),
    ],
    "Hundreds of thousands of people have fled Beirut's southern suburbs, with many sleeping in the streets.": [
        Expected("Hundreds of thousands", {"action": "flee", "panel": "displaced"}),
    ],
    (
        "Since Monday, 1,500 people have been airlifted from flooded areas of Maiduguri, where a dam burst on"
        " September 10."
    ): [
        Expected("1,500", {"action": "evacuate", "basis": "running total", "happened": "2024-10-07/2024-10-10"}),
    ],
    "Turkey is home to some 3.2 million Syrian refugees.": [
        Expected("some 3.2 million", {"action": "host", "basis": "stock", "who": "Syria"}, {"at Turkey"}),
    ],
    "Officials promised an inquiry after 500 soldiers deserted in Mali.": [
        Expected("500", {"panel": "troops", "status": "reported"}),
    ],
    "Parliament on Tuesday approved sending 650 soldiers to Mali.": [
        Expected("650", {"action": "deploy", "status": "planned", "basis": "plan"}, {"to Mali"}),
    ],
    "Sweden threatened to expel 80,000 asylum seekers.": [
        Expected("80,000", {"action": "expel", "status": "planned", "population": "asylum seekers"}),
    ],
    "Moldova, a country of 2.6 million people, hosts 100,000 Ukrainian refugees.": [
        Expected("100,000", {"action": "host", "basis": "stock", "who": "Ukraine"}, {"at Moldova"}),
    ],
    "On Monday, rebels seized Goma and 5,000 people fled to Rwanda.": [
        Expected("5,000", {"action": "flee", "happened": "2024-10-07/2024-10-07"}),
    ],
    "Rebels seized Goma on Monday and 5,000 people have since fled to Rwanda.": [
        Expected("5,000", {"action": "flee", "happened": None}),
    ],
    "The UN says 1,500 people were killed and 3,000 displaced in the Darfur fighting.": [
        Expected("3,000", {"action": "displace", "panel": "displaced", "by": "The UN"}),
    ],
    "Al-Shabaab said 200 Ethiopian soldiers had crossed into Somalia on Friday.": [
        Expected(
            "200",
            {"by": "Al-Shabaab", "who": "Ethiopia", "happened": "2024-10-04/2024-10-04"},
            {"from Ethiopia", "to Somalia"},
        ),
    ],
    "The camp, built for 3,000 people, now houses 12,000 refugees.": [
        Expected("3,000", {"action": "host", "basis": "capacity"}),
        Expected("12,000", {"action": "host", "basis": "stock", "panel": "displaced"}),
    ],
    "The camp can hold 5,000 refugees.": [
        Expected("5,000", {"basis": "capacity"}),
    ],
    "The camp has a capacity of 20,000 refugees.": [
        Expected("20,000", {"basis": "capacity"}),
    ],
    "Some 12,000 Russian soldiers remain in Transnistria, Chisinau says.": [
        Expected(
            "Some 12,000",
            {"action": "present", "basis": "stock", "who": "Russia", "by": "Chisinau"},
            {"at Transnistria"},
        ),
    ],
    "Israel has sent two more brigades and called up 60,000 reservists.": [
        Expected("60,000", {"action": "recruit", "who": "Israel"}),
    ],
    "Lithuania will host 5,000 German troops by 2027.": [
        Expected("5,000", {"status": "planned", "who": "Germany"}, {"at Lithuania"}),
    ],
    "Germany plans to station a 4,800-strong brigade in Lithuania.": [
        Expected("4,800-strong", {"status": "planned", "panel": "troops", "who": "Germany"}, {"at Lithuania"}),
    ],
    "The Taliban says 3,000 Afghans return from Pakistan every day.": [
        Expected("3,000", {"action": "return", "by": "The Taliban", "who": "Afghanistan"}, {"from Pakistan"}),
    ],
    "Spain's rescue service brought 236 migrants ashore in the Canary Islands on Sunday.": [
        Expected("236", {"population": "migrants"}),
    ],
    "Mozambique's insurgency has killed 4,000 people and displaced nearly a million.": [
        Expected("nearly a million", {"action": "displace", "panel": "displaced"}),
    ],
    "Rwanda's army, which has 33,000 soldiers, denied any role.": [
        Expected("33,000", {"action": "present", "who": "Rwanda", "panel": "troops"}),
    ],
    "Nearly 7,000 Armenians crossed into Armenia via the Lachin corridor by Monday evening, Yerevan said.": [
        Expected("Nearly 7,000", {"action": "cross", "by": "Yerevan"}),
    ],
    "More than 10,000 foreign fighters have joined the group since 2014.": [
        Expected(
            "More than 10,000", {"panel": "troops", "basis": "running total", "happened": "2014-01-01/2024-10-10"}
        ),
    ],
    "The group has between 2,000 and 3,000 fighters, according to a UN report.": [
        Expected(
            "between 2,000 and 3,000",
            {"action": "present", "basis": "stock", "by": "a UN report", "low": "2000", "high": "3000"},
        ),
    ],
    "Turkey sent 500 troops across the border into Idlib on Thursday, a monitor said.": [
        Expected(
            "500",
            {"action": "deploy", "who": "Turkey", "by": "a monitor", "happened": "2024-10-10/2024-10-10"},
            {"to Idlib", "via Syria-Turkey border"},
        ),
    ],
    "Some 20,000 have fled the Wazzani area, the mayor said.": [
        Expected("Some 20,000", {"action": "flee", "counted": "people", "by": "the mayor"}),
    ],
    "The US military airlifted 124,000 people out of Kabul in August 2021.": [
        Expected(
            "124,000", {"action": "evacuate", "happened": "2021-08-01/2021-08-31", "panel": "displaced"}, {"from Kabul"}
        ),
    ],
    "The 82nd Airborne sent 3,000 paratroopers to Poland in February 2022.": [
        Expected("3,000", {"action": "deploy", "happened": "2022-02-01/2022-02-28"}, {"to Poland"}),
    ],
    "NATO has 300,000 troops on high readiness.": [
        Expected("300,000", {"action": "present", "panel": "troops"}),
    ],
    "Wagner had 50,000 fighters in Ukraine in January 2023, the White House said.": [
        Expected("50,000", {"action": "present", "as_of": "2023-01-31", "by": "the White House"}, {"at Ukraine"}),
    ],
    "In Sudan's Gezira state, 135,000 people have been displaced by RSF attacks since October 20.": [
        Expected("135,000", {"action": "displace", "happened": "2023-10-20/2024-10-10", "basis": "running total"}),
    ],
    "More than 3,500 Syrian Druze crossed into the Golan Heights.": [
        Expected("More than 3,500", {"action": "cross"}),
    ],
    "Tajikistan said on July 5 that 1,037 Afghan soldiers had retreated across the border overnight.": [
        Expected("1,037", {"action": "flee", "who": "Afghanistan", "by": "Tajikistan"}),
    ],
    "The EU is to train 15,000 Ukrainian soldiers in Poland and Germany.": [
        Expected("15,000", {"action": "exercise", "who": "Ukraine"}),
    ],
    "A Myanmar junta air strike killed 12 and sent 300 villagers fleeing into India's Mizoram state.": [
        Expected("300", {"action": "flee"}, {"to Mizoram"}),
    ],
    "Greece intercepted 30 boats carrying 900 migrants last week.": [
        Expected("900", {"action": "unstated", "population": "migrants", "happened": "2024-09-30/2024-10-06"}),
    ],
    "Rescuers pulled 150 migrants from the sea off Crete.": [
        Expected("150", {"action": "unstated", "population": "migrants"}),
    ],
    "A convoy of 1,000 Chadian soldiers entered Niger.": [
        Expected("1,000", {"action": "cross", "who": "Chad"}, {"from Chad", "to Niger"}),
    ],
    "Around 100,000 Rohingya were forced from their homes in Buthidaung in May.": [
        Expected("Around 100,000", {"action": "displace", "happened": "2024-05-01/2024-05-31"}),
    ],
    "Azerbaijan plans to return 140,000 displaced people to Karabakh by 2026.": [
        Expected("140,000", {"status": "planned", "action": "return", "panel": "displaced"}),
    ],
    "At its peak in 2011 the United States had 100,000 troops in Afghanistan.": [
        Expected("100,000", {"action": "present", "as_of": "2011-12-31", "who": "United States"}, {"at Afghanistan"}),
    ],
    "He said that 40,000 Iranian-backed militiamen were deployed in Aleppo.": [
        Expected("40,000", {"action": "deploy", "panel": "troops"}, {"at Aleppo"}),
    ],
    "Mexico deployed 10,000 National Guard troops to its northern border on Tuesday.": [
        Expected("10,000", {"action": "deploy", "who": "Mexico"}),
    ],
    "It was the largest deployment of troops since 1945, with 20,000 soldiers taking part.": [
        Expected("20,000", {"panel": "troops", "happened": None}),
    ],
    "The mission's 5,000 troops left in 2023.": [
        Expected("5,000", {"action": "withdraw", "happened": "2023-01-01/2023-12-31"}),
    ],
    "Ukraine's 47th Brigade, about 2,000 soldiers, was trained in Germany.": [
        Expected("about 2,000", {"action": "exercise", "panel": "troops"}),
    ],
    (
        "In the capital Yerevan, some 2,000 Russian soldiers stationed at the 102nd military base in Gyumri "
        "took part in drills on Tuesday, TASS reported."
    ): [
        Expected(
            "some 2,000", {"action": "exercise", "who": "Russia", "happened": "2024-10-08/2024-10-08", "by": "TASS"}
        ),
    ],
    "Uganda has told the UN it is ready to take in 30,000 refugees from Congo, an official said on Wednesday.": [
        Expected(
            "30,000",
            {"basis": "capacity", "status": "pledged", "action": "accept"},
            {"from Democratic Republic of the Congo", "to Uganda"},
        ),
    ],
    "Poland said it was prepared to accept 5,000 migrants, then cancelled the offer.": [
        Expected("5,000", {"basis": "capacity", "status": "pledged, then withdrawn", "by": "Poland"}, {"to Poland"}),
    ],
    "Kenya's interior ministry reported that 212 Somali refugees had entered the country on Monday.": [
        Expected(
            "212",
            {
                "action": "cross",
                "who": "Somalia",
                "by": "Kenya's interior ministry",
                "happened": "2024-10-07/2024-10-07",
            },
            {"from Somalia", "to Kenya"},
        ),
    ],
    "According to Kenya's interior ministry, 212 Somali refugees entered the country on Monday.": [
        Expected(
            "212",
            {
                "action": "cross",
                "who": "Somalia",
                "by": "Kenya's interior ministry",
                "happened": "2024-10-07/2024-10-07",
            },
            {"from Somalia", "to Kenya"},
        ),
    ],
    "After rebels seized Sake in February, more than 135,000 people fled towards Goma.": [
        Expected("more than 135,000", {"action": "flee"}),
    ],
    "The UN refugee agency estimates that 45,000 people have crossed into Ethiopia from Sudan.": [
        Expected(
            "45,000",
            {"action": "cross", "status": "estimated", "basis": "estimate", "by": "The UN refugee agency"},
            {"from Sudan", "to Ethiopia"},
        ),
    ],
    (
        "Belarus has moved 1,500 soldiers and 100 tanks to the border with Ukraine to strengthen its "
        "defences, Minsk announced on Sunday."
    ): [
        Expected(
            "1,500",
            {"action": "deploy", "who": "Belarus", "by": "Minsk", "reported": "2024-10-06"},
            {"to Belarus-Ukraine border"},
        ),
    ],
    "The 17th Brigade's base outside Bamako houses around 600 Wagner mercenaries.": [
        Expected("around 600", {"action": "present", "basis": "stock", "panel": "troops"}),
    ],
    "Libya is holding 7,000 migrants in detention centres, Amnesty International said.": [
        Expected("7,000", {"population": "migrants", "by": "Amnesty International"}),
    ],
    "A further 3,200 troops will follow in November, bringing the total to 10,000.": [
        Expected("A further 3,200", {"panel": "troops", "status": "planned"}),
        Expected("10,000", {"panel": "troops"}),
    ],
    "The ministry denied reports that 1,200 Chechen fighters had been sent to Belgorod.": [
        Expected("1,200", {"status": "denied by The ministry", "panel": "troops"}),
    ],
    "Kyiv dismissed as propaganda Moscow's claim that 6,000 Ukrainian soldiers had surrendered.": [
        Expected("6,000", {"panel": "troops", "by": "Moscow"}),
    ],
    "Moscow claims that 6,000 Ukrainian soldiers have surrendered, a figure Kyiv disputes.": [
        Expected("6,000", {"panel": "troops", "by": "Moscow", "who": "Ukraine"}),
    ],
    "Between January and June, 25,000 people fled Cabo Delgado, Mozambique.": [
        Expected("25,000", {"action": "flee", "happened": "2024-01-01/2024-06-30"}),
    ],
    "Ethiopia hosts nearly 900,000 refugees, mostly from South Sudan, Somalia and Eritrea.": [
        Expected("nearly 900,000", {"action": "host", "basis": "stock"}),
    ],
    "Half a million people were left homeless by the earthquake in northern Syria in February 2023.": [
        Expected("Half a million", {"action": "displace", "happened": "2023-02-01/2023-02-28"}),
    ],
    "At the height of the crisis in 2015, more than 10,000 migrants a day crossed into Austria from Hungary.": [
        Expected(
            "more than 10,000", {"action": "cross", "happened": "2015-01-01/2015-12-31"}, {"from Hungary", "to Austria"}
        ),
    ],
    "Burundi will withdraw its 2,100 soldiers from South Kivu by December 31.": [
        Expected(
            "2,100",
            {"action": "withdraw", "status": "planned", "who": "Burundi", "happened": "2024-12-31/2024-12-31"},
            {"from South Kivu"},
        ),
    ],
    "The SADC mission, which numbers about 1,300 soldiers, will leave in May.": [
        Expected("about 1,300", {"panel": "troops", "action": "present", "basis": "stock"}),
    ],
    "Nigeria's army said 300 families returned to Bama under escort on Thursday.": [
        Expected("300", {"action": "return", "by": "Nigeria's army", "counted": "families"}, {"to Bama"}),
    ],
    "Some 1,500 firefighters and 300 soldiers are battling the blaze near Athens.": [
        Expected("300", {"panel": "troops"}),
    ],
    "The military said 14 people fled the scene.": [
        Expected("14", {"action": "flee"}),
    ],
    "The company evacuated 300 workers from its plant in Kherson.": [
        Expected("300", {"action": "evacuate", "panel": "displaced"}),
    ],
    "Two soldiers fled to Turkey.": [
        Expected("Two", {"action": "flee", "panel": "troops"}),
    ],
    "More than 1,000 students fled Kharkiv by train.": [
        Expected("More than 1,000", {"action": "flee", "panel": "displaced"}),
    ],
    "North Korea's Kim Jong Un inspected 5,000 paratroopers in a drill.": [
        Expected("5,000", {"panel": "troops"}),
    ],
    "In all, 1.1 million Rwandans fled to Zaire in 1994, according to historians.": [
        Expected(
            "1.1 million", {"action": "flee", "happened": "1994-01-01/1994-12-31", "by": "historians", "who": "Rwanda"}
        ),
    ],
    "The Afghan Taliban says it has repatriated 1.5 million migrants from Iran and Pakistan this year.": [
        Expected(
            "1.5 million",
            {
                "action": "return",
                "happened": "2024-01-01/2024-10-10",
                "by": "The Afghan Taliban",
                "population": "migrants",
            },
        ),
    ],
    "At least 60 Sudanese soldiers crossed into Chad, where they were disarmed, N'Djamena said Monday.": [
        Expected(
            "At least 60", {"who": "Sudan", "by": "N'Djamena", "reported": "2024-10-07"}, {"from Sudan", "to Chad"}
        ),
    ],
    "Thousands of Hazaras fled Afghanistan's Ghazni province to Iran in August.": [
        Expected("Thousands", {"action": "flee", "happened": "2024-08-01/2024-08-31"}),
    ],
    "The UN, which called for a ceasefire, said 5,000 people had fled Khartoum.": [
        Expected("5,000", {"action": "flee", "by": "The UN"}, {"from Khartoum"}),
    ],
    "No fewer than 40,000 people fled to Chad, aid workers said.": [
        Expected("No fewer than 40,000", {"action": "flee", "qualifier": "at least", "by": "aid workers"}, {"to Chad"}),
    ],
    "Germany may accept 500 children from Greek camps.": [
        Expected("500", {"status": "estimated"}),
    ],
    "Tehran denied it had sent 300 fighters to Iraq.": [
        Expected("300", {"status": "denied by Tehran", "panel": "troops"}, {"to Iraq"}),
    ],
    "He denied that the army had retreated; 400 soldiers were sent to Kherson on Monday.": [
        Expected("400", {"action": "deploy", "status": "reported", "happened": "2024-10-07/2024-10-07"}),
    ],
    "Villagers said they saw 150 soldiers cross the Naf river on Friday.": [
        Expected("150", {"action": "cross", "by": "Villagers", "happened": "2024-10-04/2024-10-04"}),
    ],
    "The mayor of Goma, whose city hosts 500,000 displaced people, appealed for aid.": [
        Expected("500,000", {"action": "host", "basis": "stock", "panel": "displaced"}),
    ],
    "Chad's government, which has received 400,000 refugees since April 2023, is asking for help.": [
        Expected("400,000", {"action": "accept", "basis": "running total", "happened": "2023-04-01/2024-10-10"}),
    ],
    "Since the coup in February 2021, more than 3 million people have been displaced in Myanmar.": [
        Expected(
            "more than 3 million",
            {"action": "displace", "basis": "running total", "happened": "2021-02-01/2024-10-10"},
            {"at Myanmar"},
        ),
    ],
    "In May 2023, France evacuated 500 people from Sudan after fighting broke out in April.": [
        Expected("500", {"action": "evacuate", "happened": "2023-05-01/2023-05-31"}, {"from Sudan"}),
    ],
    "Russian troops seized Izium in April 2022, and 20,000 residents left the city in the following weeks.": [
        Expected("20,000", {"action": "flee", "happened": None}),
    ],
    "Ankara says that it sent 1,000 soldiers to Libya, which Tripoli confirmed.": [
        Expected("1,000", {"who": "Turkey", "by": "Ankara"}, {"to Libya"}),
    ],
    "Iraq's Kurdish region hosts 250,000 Syrian refugees.": [
        Expected("250,000", {"action": "host", "basis": "stock", "who": "Syria"}),
    ],
    "Some 1.5 million Afghans returned from Iran and Pakistan in 2023, up from 500,000 in 2022.": [
        Expected(
            "Some 1.5 million",
            {"action": "return", "happened": "2023-01-01/2023-12-31", "who": "Afghanistan"},
            {"from Iran", "from Pakistan"},
        ),
        Expected(
            "500,000",
            {"action": "return", "happened": "2022-01-01/2022-12-31", "who": "Afghanistan"},
            {"from Iran", "from Pakistan"},
        ),
    ],
    "The force of 3,000 soldiers reached Aleppo at dawn.": [
        Expected("3,000", {"action": "arrive", "panel": "troops"}, {"to Aleppo"}),
    ],
    "Mali's junta told the 13,000 peacekeepers to leave by year's end.": [
        Expected("13,000", {"panel": "troops"}),
    ],
    "Armenia has received 100,000 refugees, nearly the entire population of 120,000 of the enclave.": [
        Expected("100,000", {"action": "accept", "panel": "displaced"}),
    ],
    "Japan will accept up to 100 Ukrainian evacuees a month.": [
        Expected("up to 100", {"status": "planned", "population": "evacuees"}),
    ],
    "The opposition said the government sent only 400 of the 1,000 promised soldiers to Beni.": [
        Expected("400", {"action": "deploy", "by": "The opposition"}, {"to Beni"}),
        Expected("1,000", {"action": "deploy", "status": "pledged"}),
    ],
    "The coastguard prevented 300 migrants from crossing the Channel on Sunday.": [
        Expected("300", {"action": "present", "panel": "displaced"}),
    ],
    "More than 300 soldiers have yet to return from Sudan.": [
        Expected("More than 300", {"action": "present", "panel": "troops"}, {"at Sudan"}),
    ],
    "Officials want 5,000 refugees to return to Syria.": [
        Expected("5,000", {"action": "return", "status": "planned", "basis": "plan"}, {"to Syria"}),
    ],
    "Denmark insists 200 Syrians must return home.": [
        Expected("200", {"action": "return", "status": "planned", "basis": "plan"}),
    ],
    "Bulgaria stopped 500 migrants at its border with Turkey.": [
        Expected("500", {"panel": "displaced", "status": "reported"}, {"at Bulgaria-Turkey border"}),
    ],
    "Two weeks ago, Ethiopia moved 3,000 soldiers into Somalia's Gedo region.": [
        Expected("3,000", {"action": "deploy", "who": "Ethiopia", "happened": "2024-09-23/2024-09-29"}),
    ],
    "Lebanese authorities say more than 1.2 million people have been driven from their homes by Israeli strikes.": [
        Expected("more than 1.2 million", {"action": "displace", "by": "Lebanese authorities"}),
    ],
    "Finland closed its border after 900 asylum seekers arrived from Russia in November 2023.": [
        Expected("900", {"action": "arrive", "population": "asylum seekers", "happened": "2023-11-01/2023-11-30"}),
    ],
    "The 8,000 soldiers who took part in the drill in Belarus returned to Russia on Sunday.": [
        Expected("8,000", {"panel": "troops"}),
    ],
    "'We accepted 12,000 Syrians last year,' Trudeau said.": [
        Expected("12,000", {"action": "accept", "happened": "2023-01-01/2023-12-31", "by": "Trudeau"}),
    ],
    "The attack killed 21 and forced 2,300 to flee.": [
        Expected("2,300", {"action": "flee", "panel": "displaced"}),
    ],
    # Figures without a noun of their own.
    "Floods displaced 1,900 people in Kosti, and another 700 were relocated on Monday.": [
        Expected("1,900", {"action": "displace", "panel": "displaced"}, {"at Kosti"}),
        Expected("another 700", {"action": "evacuate", "panel": "displaced", "happened": "2024-10-07/2024-10-07"}),
    ],
    "The quake killed 31 and rendered some 1,400 homeless.": [
        Expected("some 1,400", {"action": "displace", "panel": "displaced"}),
    ],
    "About 61,000 people were affected (8,500 of whom have been evacuated).": [
        Expected("8,500", {"action": "evacuate", "population": "evacuees", "counted": "people"}),
    ],
    "Around 90,000 people have fled the fighting, of whom 30,000 crossed into Uganda.": [
        Expected("Around 90,000", {"action": "flee"}),
        Expected("30,000", {"action": "cross", "counted": "people"}, {"to Uganda"}),
    ],
    "Some 210,000 people fled Sudan, 60,000 of them to Egypt.": [
        Expected("Some 210,000", {"action": "flee"}, {"from Sudan"}),
        Expected("60,000", {"action": "flee", "counted": "people"}, {"from Sudan", "to Egypt"}),
    ],
    "Shelling forced 17,500 to leave their homes in Toretsk.": [
        Expected("17,500", {"action": "flee", "counted": "people", "panel": "displaced"}),
    ],
    "The dam's failure forced the evacuation of, by the latest count, 4,260 people.": [
        Expected("4,260", {"action": "evacuate", "panel": "displaced"}),
    ],
    "The number of refugees in Chad has risen to 740,000, the agency said.": [
        Expected("740,000", {"population": "refugees", "counted": "refugees", "by": "the agency"}),
    ],
    "The UN put the number of displaced families at 12,000 on Friday.": [
        Expected("12,000", {"population": "displaced people", "counted": "displaced families"}),
    ],
    "US forces in Syria number about 2,000, the Pentagon said.": [
        Expected("about 2,000", {"panel": "troops", "counted": "US forces", "by": "the Pentagon"}),
    ],
    "UN forces numbering 14,000 remain in Congo.": [
        Expected("14,000", {"panel": "troops", "action": "present", "counted": "UN forces"}),
    ],
    "Kenya sent a 500-strong contingent to Somalia.": [
        Expected("500-strong", {"panel": "troops", "action": "deploy", "who": "Kenya"}, {"to Somalia"}),
    ],
    "Uganda sent a second battalion of 700 to Juba.": [
        Expected("700", {"panel": "troops", "action": "deploy", "who": "Uganda"}, {"to Juba"}),
    ],
    # What is told of the whole is told of its part.
    "More than 500 people, including 30 children, were evacuated from Kharkiv.": [
        Expected("More than 500", {"action": "evacuate"}, {"from Kharkiv"}),
        Expected("30", {"action": "evacuate"}, {"from Kharkiv"}),
    ],
    # A rate says so in its words.
    "More than 2,000 people a day are crossing into Chad.": [
        Expected("More than 2,000", {"action": "cross", "counted": "people a day"}, {"to Chad"}),
    ],
    # Homes left, lost, exchanged for a shelter.
    "The flood has forced at least 800 families from their homes in Rann.": [
        Expected("at least 800", {"action": "displace", "counted": "families"}),
    ],
    "About 5,000 families lost their homes in the fire at the camp.": [
        Expected("About 5,000", {"action": "displace", "panel": "displaced", "counted": "families"}),
    ],
    "The strikes forced 30,000 people into shelters.": [
        Expected("30,000", {"action": "displace", "panel": "displaced"}),
    ],
    "Nearly 2,000 people are sleeping in tents.": [
        Expected("Nearly 2,000", {"action": "host", "basis": "stock", "panel": "displaced"}),
    ],
    "Some 7,000 people were moved to evacuation centres in Albay.": [
        Expected("Some 7,000", {"action": "evacuate"}, {"to Albay"}),
    ],
    "Two weeks on, 14,000 people remained evacuated in Cauca.": [
        Expected("14,000", {"action": "evacuate"}),
    ],
    "The clashes drove 6,000 people out of Bria.": [
        Expected("6,000", {"action": "displace", "panel": "displaced"}),
    ],
    "As many as 3,500 Mros took shelter in schools.": [
        Expected("as many as 3,500".capitalize(), {"action": "flee", "counted": "Mros"}),
    ],
    "Some 9,400 peole were evacuated.": [
        Expected("Some 9,400", {"action": "evacuate", "population": "evacuees"}),
    ],
    "Floods displaced 61, 000 people.": [
        Expected("61, 000", {"action": "displace", "low": "61000", "high": "61000"}),
    ],
    "Turkey hosts 3.1 million Syrians.": [
        Expected("3.1 million", {"population": "refugees", "action": "host", "who": "Syria"}, {"at Turkey"}),
    ],
    "Latvia, where 4,200 people crossed last year, has declared an emergency.": [
        Expected("4,200", {"action": "cross"}, {"to Latvia"}),
    ],
    "Aid workers visited a camp meant for 6,000 families.": [
        Expected("6,000", {"action": "host", "basis": "capacity", "counted": "families"}),
    ],
    # Police are troops where a country sends them to another as a force under arms.
    "Some 1,000 Kenyan police officers have been deployed to Haiti.": [
        Expected("Some 1,000", {"panel": "troops", "action": "deploy", "who": "Kenya"}, {"to Haiti"}),
    ],
    "Kenya deployed 400 police officers to Haiti in June.": [
        Expected("400", {"panel": "troops", "action": "deploy", "happened": "2024-06-01/2024-06-30"}, {"to Haiti"}),
    ],
    "Mali's army deployed 800 men to the north.": [
        Expected("800", {"panel": "troops", "action": "deploy", "who": "Mali"}),
    ],
    "Russia moved 12,000 forces to Belarus.": [
        Expected("12,000", {"panel": "troops", "action": "deploy", "who": "Russia"}, {"to Belarus"}),
    ],
}

HOMES: dict[str, dict[str, str]] = {
    "At least 60 homes were destroyed in Herat.": {"At least 60": "destroy"},
    "The storm damaged or destroyed more than 120 houses.": {"more than 120": "damage"},
    "In Herat 1,500 houses were destroyed and 7,500 damaged.": {"1,500": "destroy", "7,500": "damage"},
    "The quake damaged around 80 houses, destroyed 20 others and killed nine.": {
        "around 80": "damage",
        "20": "destroy",
    },
    "The landslide buried 27 homes, with 21 houses flooded.": {"27": "destroy", "21": "damage"},
    "Torrential rain led to the destruction of 2,082 houses.": {"2,082": "destroy"},
    "Troops burned down 300 houses in Sagaing, villagers said.": {"300": "destroy"},
    "The tsunami swept away 1,200 houses.": {"1,200": "destroy"},
    "Israeli bulldozers demolished 12 Palestinian homes on Tuesday.": {"12": "destroy"},
    "Shelling damaged 14 residential buildings in Kharkiv.": {"14": "damage"},
    "Some 60,000 housing units were destroyed in Khan Younis.": {"Some 60,000": "destroy"},
    "A fire led to the evacuation of about 50 homes.": {"about 50": "evacuate"},
    "A final figure of 116 homes were destroyed.": {"116": "destroy"},
    "Israel plans to demolish 120 homes.": {"120": "destroy"},
}
"""Homes with what befalls them; they stand in neither panel."""

ROWS: dict[str, tuple[str, str, str]] = {
    "Number of displaced: 452": ("452", "displaced people", "displace"),
    "IDPs total 122 387": ("122 387", "displaced people", "unstated"),
    "Population Evacuated 116129": ("116129", "evacuees", "evacuate"),
    "Evacuation total people: 3,614": ("3,614", "evacuees", "evacuate"),
    "Completely destroyed housing: 146": ("146", "housing", "destroy"),
    "- 800 people evacuated": ("800", "evacuees", "evacuate"),
    "34,000 evacuated": ("34,000", "evacuees", "evacuate"),
    "Troops deployed: 5,000": ("5,000", "troops", "deploy"),
    "Families displaced in Kassala: 340": ("340", "displaced people", "displace"),
    "Refugees: 12,000": ("12,000", "refugees", "unstated"),
    "1,250\nHouses\ndestroyed": ("1,250", "housing", "destroy"),
}
"""Lines of a list or a table: the figure, who is counted, what was done; nothing else is told."""

NO_ROWS = [
    "Soldiers killed: 12",
    "People affected: 12,000",
    "Families assisted: 3,000",
    "Population: 2,300,000",
    "Cost of the evacuation: 116129",
    "Refugees 2021",
    "Tel: 555 1234",
    "Page 12",
    "Votes: 12,000",
    "Displaced: 0",
]

WORDINGS = {
    "Colonel Ahmad Hassan commands a force of 3,000 men near Raqqa.": {"3,000": "troops"},
    "Nearly 7,000 people have sought sanctuary in the cathedral since Tuesday.": {"Nearly 7,000": "displaced people"},
    "Some 900 villagers sought refuge in a UN base.": {"Some 900": "displaced people"},
    "Boats brought 312 people ashore in the Canary Islands.": {"312": "evacuees"},
    "The war has made 2.3 million people homeless.": {"2.3 million": "displaced people"},
    "Tens of thousands have streamed south on foot since the weekend.": {"Tens of thousands": "civilians on the move"},
    "Manila moved 140,000 people out of the typhoon's path.": {"140,000": "evacuees"},
    "About 900 blue helmets patrol the buffer zone.": {"About 900": "troops"},
    "The alliance keeps 10,000 men under arms in the Baltic states.": {"10,000": "troops"},
    "Warsaw is beefing up its border force with another 1,000 soldiers.": {"another 1,000": "troops"},
    "The UN counted 26,000 new arrivals in Renk last month.": {"26,000": "civilians on the move"},
    "In the first week 3,500 crossed at Adre alone.": {"3,500": "civilians on the move"},
    "Some 80,000 are now living under plastic sheeting in Cox's Bazar.": {"Some 80,000": "displaced people"},
    "Thousands slept in the open after the aftershocks.": {"Thousands": "displaced people"},
    "The gym was sheltering 430 evacuees on Thursday.": {"430": "evacuees"},
    "Jordan is home to 660,000 registered Syrians.": {"660,000": "refugees"},
    "The number of people uprooted by the fighting has doubled to 1.1 million.": {"1.1 million": "displaced people"},
    "Up to 3,000 Chadian troops crossed the frontier before dawn.": {"Up to 3,000": "troops"},
    "Ankara has reinforced its garrison with 700 commandos.": {"700": "troops"},
    "The regiment, 1,200 strong, left for the front on Monday.": {"1,200 strong": "troops"},
    "Around 60,000 reservists have received call-up papers.": {"Around 60,000": "troops"},
    "Myanmar's rebels say 400 junta troops have laid down their arms.": {"400": "troops"},
    "The floods washed away 2,000 homes and forced out 15,000 residents.": {"15,000": "displaced people"},
    "A further 11,000 people were told to leave the lava zone.": {"A further 11,000": "displaced people"},
    "Burundi says 71,000 Congolese have found refuge on its soil.": {"71,000": "displaced people"},
    "Caracas posted 15,000 police and soldiers along the Colombian border.": {"15,000": "troops"},
    "The corridor let out 1,700 civilians on Friday.": {"1,700": "evacuees"},
    "Bangkok said 340 people had been turned back at the border.": {"340": "displaced people"},
    "Convoys ferried 5,000 women and children out of Sumy.": {"5,000": "evacuees"},
    "A camp for 20,000 refugees is being built in Renk.": {"20,000": "refugees"},
}
"""Words for moving, staying and serving that the other cases do not have: figure -> who is counted."""

LEANING = {
    "Hungary has taken in 203,000 refugees. Slovakia has received 140,000.": {
        "203,000": "refugees",
        "140,000": "refugees",
    },
    "Some 12,000 displaced people shelter in Tawila. Another 500 arrived on Monday.": {
        "Some 12,000": "displaced people",
        "Another 500": "displaced people",
    },
    "More than 136,000 people were evacuated. By Monday 18,600 of them had returned.": {
        "More than 136,000": "evacuees",
        "18,600": "evacuees",
    },
    "Some 5,000 refugees arrived in Adre. Two trucks came, and 40 more are on their way.": {"Some 5,000": "refugees"},
    "About 3,000 soldiers were sent to Goma. The army lost 12 tanks there, and 30 were damaged.": {
        "About 3,000": "troops"
    },
    "The flood destroyed 300 houses. A further 20 people died, and prices rose to 40.": {},
    "Moldova took in 21,000 people in the first week, Romania 33,000 and Bulgaria 4,100.": {
        "21,000": "displaced people",
        "33,000": "displaced people",
        "4,100": "displaced people",
    },
    "At its peak the camp held 31,000 refugees, compared with 2,400 today.": {
        "31,000": "refugees",
        "2,400": "refugees",
    },
    "The army called up 30,000 reservists but later revised the number to 18,000.": {
        "30,000": "troops",
        "18,000": "troops",
    },
    "Some 20,000 people fled Sake, the UN said. The governor put the figure at 9,000.": {
        "Some 20,000": "displaced people",
        "9,000": "displaced people",
    },
    "At least 900 people were killed. The mayor put the figure at 1,200.": {},
    "Some 20,000 people fled Sake. The quake was the worst in years. The mayor put the figure at 1,200.": {
        "Some 20,000": "displaced people"
    },
    "Turkey has 600 soldiers in the province and Russia 250.": {"600": "troops", "250": "troops"},
    "Kenya has sent 385 soldiers to Haiti. The force is to grow to 2,500.": {"385": "troops", "2,500": "troops"},
    "The camp holds 3,000 people. The shelter nearby was built to take 300.": {
        "3,000": "displaced people",
        "300": "displaced people",
    },
}
"""What a figure without a noun counts, from the sentence before; a thing counted between breaks the chain."""

NO_FIGURES = [
    "The floods killed 120 people in Sindh, Punjab 45 and Balochistan 33.",
    "About 3,000 people work in the camp's market and 40 shops have opened.",
    "The refinery employs 2,100 people, down from 3,400 in 2019.",
    "Some 15,000 people were infected, up from 9,000 a week earlier; the ministry put the figure at 16,000.",
    "Around 2,000 people have been killed in the camp, the mayor said, putting the number at 2,300.",
    "The hospital has room for 200 patients and beds for 40 children.",
    "The stadium was built to hold 80,000 people.",
    "The school was designed to take 600 pupils.",
    "Two million Syrians live in Aleppo.",
    "The base has 40 aircraft and 12 hangars, down from 20.",
    "The mission costs $300 million a year and is to grow to $400 million.",
    "The force of the blast injured 90 people and the toll is expected to reach 120.",
    "The brigade lost 300 men, the army said; Kyiv put the number at 500.",
    "The gang holds 60 hostages and 200 prisoners at the camp.",
    "Doctors saw 800 people at the camp in a day and are preparing for 2,000.",
    "Voters in the camp: 9,000 people, 52% of them women.",
    "The junta has lost 2,000 soldiers this year, compared with 1,100 in 2023.",
    "Police said 5,000 people attended the funeral in the camp.",
    "The party has 4,000 members in the district and 300 volunteers.",
    "The airline flew 12,000 passengers from Kyiv last year, against 40,000 in 2021.",
    "Aid reached 40,000 people in the camp, and trucks with food for 12,000 more are waiting.",
    "The rebels freed 45 soldiers and held 12 others.",
    "It was home to 90,000 people before the war; only 4,000 remain.",
    "Polish volunteers cooked for 600 people at the border and collected 3,000 blankets.",
    "Zelensky said 31,000 Ukrainian soldiers had been killed in two years of war.",
    "Israel ordered the evacuation of 24 villages in southern Lebanon on Saturday.",
    "At least 41,965 people have been killed in Gaza since the war began, the health ministry said.",
    "An estimated 400,000 people remain in northern Gaza, the UN said.",
    "The army said it had called up four additional reserve brigades.",
    "Jihadists killed more than 200 soldiers in Djibo, northern Burkina Faso, in June, security sources told AFP.",
    "Azerbaijan says 192 of its soldiers were killed in the one-day operation.",
    "The government has promised 2,000 euros to each of the 300 families.",
    "Some 5,000 people marched through Tbilisi on Saturday to protest against the law.",
    "Thousands of people gathered outside the parliament in Yerevan.",
    "Police arrested 200 migrants in the raid.",
    "The EU offered Tunisia 105 million euros to curb migrant crossings.",
    "A total of 1,024 prisoners of war have been exchanged this year.",
    "The vote was 312 to 200, with 40 members absent.",
    "Around 300 fighters were killed and 150 captured, the army said.",
    "He commanded 3,000 men during the war.",
    "Fewer than 100 civilians remain in Avdiivka, down from a pre-war population of 32,000, its mayor said.",
    "China's military sent 34 aircraft and nine ships around Taiwan, Taipei's defence ministry said.",
    "Iran has not sent 500 soldiers to Syria, its foreign ministry said.",
    "The president called on Russia to withdraw 2,000 troops from Georgia.",
    "Europe should accept 50,000 refugees from Gaza, the minister said.",
    "If 5,000 people flee, the camp will be full.",
    "Hundreds of soldiers were killed in the battle for Bakhmut.",
    "Dozens of Malian soldiers were captured in Tinzaouaten.",
    "Hungary rejected a plan to resettle 1,300 refugees.",
    "The Sudanese army said it had killed 150 RSF fighters in Omdurman.",
    "About 2,000 people were still trapped in Mariupol's Azovstal plant, Ukraine's president said on April 21.",
    "The first 250 of 1,000 Kenyan officers landed in Port-au-Prince in June.",
    "Syrian state media said 15 soldiers were wounded.",
    "The junta freed 5,864 prisoners, among them 180 foreigners who will be deported.",
    "The army lost 3,000 soldiers and 200 tanks.",
    "Fewer than 50,000 Armenians lived in the enclave before the war.",
    "The quake killed 2,900 people in Morocco and injured 5,500.",
    "The UN Security Council extended the mandate until December 2025.",
    "About 3,000 supporters welcomed the returning exiles.",
    "The ferry carried 240 passengers and 12 crew members.",
    "Turnout was 65 percent among 4 million registered voters in Syria.",
    "The soldiers fired 200 rounds and destroyed 15 vehicles.",
    "The country of 17 million people has seen ten coups.",
    "Police said 300 officers were sent to guard the stadium where 60,000 fans watched the final.",
    "Around 40 countries sent delegations; 1,200 delegates arrived in Baku.",
    "Tourists: 2 million visitors arrived in Tunisia in 2023.",
    "He has 20 grandchildren, and two of his sons fled to Jordan in 2012.",
    "We have 3,000 people here with no food, a doctor in Gaza told AFP.",
    "Kenya has asked for 500 extra peacekeepers.",
    "The army could not say how many of the 2,000 soldiers had deserted.",
    "Not all of the 20,000 refugees will stay in Uganda.",
    "US-backed Kurdish forces hold 10,000 foreign fighters in prisons in northeastern Syria.",
    "Eighty percent of the 2 million people in the region are displaced.",
    "A company of 120 soldiers was ambushed near Ménaka.",
    "Honduras received 1,200 deportees from the US last week.",
    "Aid reached 20,000 people in Port-au-Prince.",
    "The charity feeds 20,000 refugees a day in camps near Cox's Bazar.",  # they are fed: nothing is said to move
    "Floods affected 680,000 people in South Sudan.",
    "The World Food Programme delivered food to 25,000 families in South Kordofan.",
    "About 45,000 police officers were deployed across Paris for the Games.",
    "Israel plans to build 3,000 homes in the settlement.",
    "The blackout left 200,000 homes without power.",
    "Pokrovsk, once home to 60,000 people, has about 7,000 residents left.",
    "The number of people in need has risen to 4.3 million.",
    "The number of soldiers killed has risen to 1,200.",
    "The number of cases has risen to 4,000.",
    "Some 300 workers left the factory at noon.",
    "A queue of 500 people left the bakery.",
    "The company moved 3,000 containers to safer places.",
    "Ukraine evacuated 340 animals from a shelter in Kharkiv.",
    "About 3,000 houses were searched by troops.",
    "The arena has room for 5,000 people.",
    "Turnout rose to 4,000 and 300 left early.",
    "The evacuation order was lifted. Fire crews from 12 countries used 45 engines.",
    "Refugees are sheltering in the stadium, which seats 20,000.",
    "Migrants protested at the camp. Police arrested 45.",
    "The garrison town has 18,000 people and one cinema.",
    "The military court tried 61 people, and 40 got life.",
    "The shelter was hit by a strike, and 18 bodies were pulled out.",
    "Peacekeepers patrol the town. About 600 people protested outside the base on Sunday.",
    "The camp has 14 wells and 300 latrines.",
]
"""Casualties, prisoners, crowds, money; what is demanded, supposed, refused; who stays where they are."""

BY_TOPIC: dict[str, dict[str, str]] = {
    "The peace force has shrunk. Kenya keeps 400 in the south, Nepal 250 and Ghana 120.": {
        "400": "troops",
        "250": "troops",
        "120": "troops",
    },
    "The mission comprises 12,500, and its garrison at Bria stands at 900.": {"12,500": "troops", "900": "troops"},
    "Uganda shelters more refugees than anybody: it is at 1.9 million, ahead of Chad on 1.4 million.": {
        "1.9 million": "refugees",
        "1.4 million": "refugees",
    },
    "Migrants slept on the quay. The reception centre has cots for 800.": {"800": "migrants"},
    "Refugees keep coming. Mbera camp (98,000) and Adre (41,000) are full.": {
        "98,000": "refugees",
        "41,000": "refugees",
    },
    "The humanitarian intake stays at 13,000 places.": {"13,000": "refugees"},
    "Some 4,700 townsfolk were ordered out as the fire came nearer.": {"Some 4,700": "evacuees"},
    "Soldiers carried out 56 from the flooded school.": {"56": "evacuees"},
}
"""Figures that only what is spoken of around them gives to anybody, and to whom."""
