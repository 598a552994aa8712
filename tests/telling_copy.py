"""Sentences and short articles in the style of agency copy, written for the tests: who said it, whose, when, how firm.

Each text is published on Thursday, 10 October 2024. A figure's fields are what a careful reader takes from the text:
``by`` who said it, ``who`` whose troops or which nationality, ``happened`` inclusive days, ``None`` where the text does
not say. ``shown`` is how the sentence begins that gives the last status. Fields that are not named are not looked at.
A paragraph ends at a blank line.
"""

Fields = dict[str, str | None]
Copy = dict[str, dict[str, Fields]]
"""Text -> the figure as printed -> its fields."""

SPEAKERS: Copy = {
    # the source was named before, and is a pronoun now
    "Hassan Abbo, the governor of White Nile state, toured the camp on Sunday.\n\n"
    "The rains have cut the road, said Abbo.\n\n"
    "He said 14,000 people had arrived from Sinnar in two days.": {
        "14,000": {"by": "Hassan Abbo"},
    },
    "Marta Lindqvist, a spokeswoman for the UN refugee agency, told reporters in Geneva that the border was calm.\n\n"
    "Some 3,400 Sudanese refugees had reached Adre since Friday, she added.": {
        "3,400": {"by": "Marta Lindqvist"},
    },
    'Interior Minister Oleh Marchenko spoke to reporters in Sumy. "We evacuated 2,100 people from the border villages '
    'on Tuesday," he said.': {
        "2,100": {"by": "Interior Minister Oleh Marchenko"},
    },
    "The United Nations said the situation in Goma was dire. It said 40,000 people had fled Sake since Monday.": {
        "40,000": {"by": "The United Nations"},
    },
    "Kenya's interior ministry published its weekly report. The ministry said 5,200 Somali refugees had arrived in "
    "Garissa.": {
        "5,200": {"by": "Kenya's interior ministry"},
    },
    "The UN refugee agency called for calm. Some 9,000 people have crossed into Benin, the agency said.": {
        "9,000": {"by": "The UN refugee agency"},
    },
    "The army's spokesman, Colonel Drissa Keita, met the mayor of Mopti, Awa Diallo, on Monday. He talked of the "
    "harvest. She said 600 families had fled the villages.": {
        "600": {"by": None},
    },
    "Between 300 and 400 fighters crossed the river near Bentiu, he said.": {"Between 300 and 400": {"by": None}},
    # quotes that go over more than one sentence
    '"The town is empty," said Ibrahim Saleh, who heads the local council. "More than 8,000 people have fled to the '
    'hills since Monday."': {
        "8,000": {"by": "Ibrahim Saleh"},
    },
    '"The shelling did not stop. Some 2,000 people fled the town on foot. Nobody helped them," said Daw Khin, a '
    "teacher from Loikaw.": {
        "2,000": {"by": "Daw Khin"},
    },
    'A doctor in El Fasher described the siege.\n\n"We have no medicine left," Doctor Musa Adam said.\n\n"At least '
    '30,000 people have fled the Abu Shouk camp," he added.': {
        "30,000": {"by": "Doctor Musa Adam"},
    },
    # chains
    "Anadolu reported on Monday, citing the Syrian defence ministry, that 1,500 soldiers had been sent to Hama.": {
        "1,500": {"by": "Anadolu, citing the Syrian defence ministry", "who": None},
    },
    "Some 700 Malian soldiers withdrew from Tessalit, Radio Bamako said, quoting a military source.": {
        "700": {"by": "Radio Bamako, citing a military source", "who": "Mali"},
    },
    "Around 2,000 Russian troops left Armenia, according to Defence Minister Suren Petrosyan, quoted by Armenpress.": {
        "2,000": {"by": "Armenpress, citing Defence Minister Suren Petrosyan", "who": "Russia"},
    },
    "Citing two Western diplomats, the newspaper Kurier said 800 Serbian soldiers had moved to the Kosovo border.": {
        "800": {"by": "Kurier, citing two Western diplomats", "who": "Serbia"},
    },
    "The Xinhua news agency quoted a Myanmar official as saying that 4,000 people had crossed into China's Yunnan "
    "province.": {
        "4,000": {"by": "Xinhua, citing a Myanmar official"},
    },
    "Haiti's police chief was quoted by Le Nouvelliste as saying that 400 Kenyan soldiers would arrive in November.": {
        "400": {"by": "Le Nouvelliste, citing Haiti's police chief"},
    },
    "A rebel commander told Reuters that 1,200 fighters had entered Kidal.": {"1,200": {"by": "A rebel commander"}},
    "Some 1,200 fighters entered Kidal, a rebel commander told the AFP news agency.": {
        "1,200": {"by": "a rebel commander"},
    },
    # other words that attribute
    "Data from the International Organization for Migration show that 125,000 people fled Kherson region in May.": {
        "125,000": {"by": "the International Organization for Migration"},
    },
    "Figures released by the Lebanese health ministry on Tuesday showed that 60,000 people had fled the Bekaa.": {
        "60,000": {"by": "the Lebanese health ministry"},
    },
    "By the UN's count, 19,000 people have fled Kupiansk this month.": {"19,000": {"by": "the UN"}},
    "At least 3,000 people have been displaced in Cite Soleil, the International Organization for Migration (IOM) "
    "said on Wednesday.": {
        "3,000": {"by": "the International Organization for Migration (IOM)", "reported": "2024-10-09"},
    },
    "Satellite images show 5,000 soldiers massed near Humera, analysts say.": {"5,000": {"by": "analysts"}},
    "More than 100,000 people have left Nagorno-Karabakh, Armenian Prime Minister Nikol Pashinyan's spokeswoman, "
    "Nazeli Baghdasaryan, said.": {
        "100,000": {"by": "Armenian Prime Minister Nikol Pashinyan's spokeswoman"},
    },
    "Lieutenant General Farid Karimi, who commands the corps, said 900 Afghan recruits had deserted.": {
        "900": {"by": "Lieutenant General Farid Karimi"},
    },
    "The Sudanese army, its spokesman Nabil Abdallah said in a statement, has sent 3,000 soldiers to Sennar.": {
        "3,000": {"by": "its spokesman Nabil Abdallah"},
    },
    "Witnesses reported seeing 200 Eritrean soldiers enter Adigrat on Sunday.": {
        "200": {"by": "Witnesses", "who": "Eritrea"},
    },
    # the outlet's own voice
    "The UN has warned of famine. Some 70,000 people fled El Fasher in May.": {"70,000": {"by": None}},
    "The minister said the road was open. Around 6,000 villagers crossed the Naf river last week.": {
        "6,000": {"by": None},
    },
    "Chad, which said on Monday that it needed help, has taken in 700,000 Sudanese refugees.": {
        "700,000": {"by": None}
    },
    "Rebels who say they fight for autonomy have driven 12,000 people from their homes.": {"12,000": {"by": None}},
    "The general said little when 400 of his soldiers withdrew from Severodonetsk on Friday.": {"400": {"by": None}},
}

STATUSES: Copy = {
    # a denial elsewhere in the article
    "UN experts say that Rwanda has 4,000 troops in eastern Congo.\n\nM23 rebels took Rubaya in April.\n\n"
    "Rwanda denies having troops in Congo.": {
        "4,000": {"status": "denied by Rwanda", "by": "UN experts", "who": "Rwanda", "shown": "Rwanda denies"},
    },
    "Some 6,000 Eritrean soldiers are fighting on the side of the militia, according to UN experts. Eritrea denies "
    "having troops in Ethiopia.": {
        "6,000": {"status": "denied by Eritrea", "who": "Eritrea"},
    },
    # of several numbers "the figure" is the last
    "Germany hosts 1.1 million Ukrainians, according to UNHCR. Russia has 617,000 troops in Ukraine, its "
    "president said. Kyiv disputes the figure.": {
        "1.1 million": {"status": "reported"},
        "617,000": {"status": "disputed by Kyiv"},
    },
    "North Korea has sent 10,000 soldiers to Russia, South Korea's spy agency said.\n\nThe fighting in Kursk has "
    "slowed.\n\nMoscow and Pyongyang have denied the deployment.": {
        "10,000": {"status": "denied by Moscow and Pyongyang", "who": "North Korea", "shown": "Moscow and"},
    },
    "Sudan's army said that 2,000 Chadian mercenaries had crossed into Darfur. Chad's government rejected the "
    "accusation.": {
        "2,000": {"status": "denied by Chad's government"},
    },
    "Some 500 Russian mercenaries have arrived in Ouagadougou, a diplomat said. The junta has repeatedly denied that "
    "Russian mercenaries are in the country.": {
        "500": {"status": "denied by The junta"},
    },
    "Eritrea has 20,000 soldiers in Tigray, aid workers say. Asmara denies it.": {
        "20,000": {"status": "denied by Asmara"},
    },
    "Some 150,000 people have fled Rafah, Israel's army said. Egypt has denied building a camp in Sinai.": {
        "150,000": {"status": "reported"},
    },
    "Rwanda has sent 1,000 soldiers to Mozambique, its army said. The fighting there began in 2017.\n\n"
    "Rwanda denies having troops in Congo.": {
        "1,000": {"status": "reported", "who": "Rwanda"},
    },
    "Turkey denied on Friday that it had sent 400 Syrian fighters to Azerbaijan.": {
        "400": {"status": "denied by Turkey"},
    },
    "Reports that 3,000 French soldiers had landed in Benin are false, the government said.": {
        "3,000": {"status": "denied", "by": "the government"},
    },
    # disputed and unverified
    "Russia's defence ministry said 1,500 Ukrainian soldiers had laid down their arms and fled the city. The figure "
    "could not be independently verified.": {
        "1,500": {"status": "claimed", "shown": "The figure could not"},
    },
    "The Arakan Army said that 400 junta soldiers had fled into Bangladesh. Reuters could not independently verify the "
    "claim.": {
        "400": {"status": "claimed", "shown": "Reuters could not"},
    },
    "The RSF claims to have 100,000 fighters in Khartoum.": {"100,000": {"status": "claimed", "by": "The RSF"}},
    "Ethiopia's government says 2.1 million people have returned home to Tigray, a number that aid agencies dispute.": {
        "2.1 million": {"status": "disputed by aid agencies"},
    },
    "Baku said that only 50,000 people had left the enclave. Yerevan disputed the figure.": {
        "50,000": {"status": "disputed by Yerevan", "by": "Baku"},
    },
    "The rebels boasted that 3,000 fighters had joined them in a week.": {"3,000": {"status": "claimed"}},
    "The mayor said 7,000 people had fled Bakhmut. The weather was cold. A charity said it could not verify reports of "
    "looting.": {
        "7,000": {"status": "reported"},
    },
    # withdrawn
    "Denmark offered to resettle 500 refugees from Libya in 2022. It has since withdrawn the offer.": {
        "500": {"status": "pledged, then withdrawn", "basis": "plan"},
    },
    "Kenya promised to send 1,000 police and 200 soldiers to Haiti. In May it shelved the plan.": {
        "200": {"status": "pledged, then withdrawn"},
    },
    "Lithuania has offered to take in 2,000 Ukrainian refugees. The city council later cancelled a festival.": {
        "2,000": {"status": "pledged"},
    },
    # plans and pledges
    "President Petro Salazar approved the call-up of 12,000 reservists on Friday.": {
        "12,000": {"status": "planned", "basis": "plan"},
    },
    "Norway is to send 150 soldiers to train Ukrainian recruits in Poland.": {
        "150": {"status": "planned", "basis": "plan", "who": "Norway"},
    },
    "The African Union plans to deploy 8,000 troops to Somalia in January.": {
        "8,000": {"status": "planned", "basis": "plan", "happened": "2025-01-01/2025-01-31"},
    },
    "A force of 2,500 soldiers is expected to reach Port-au-Prince by January.": {
        "2,500": {"status": "planned", "basis": "plan"},
    },
    "Canada pledged to take in 40,000 Afghan refugees.": {"40,000": {"status": "pledged", "who": "Afghanistan"}},
    "Uganda said it would withdraw its 3,000 soldiers from Congo if the talks succeed.": {
        "3,000": {"status": "planned", "who": "Uganda"},
    },
    "The plan to move 13,000 Rohingya refugees to the island has angered aid groups.": {
        "13,000": {"status": "planned", "basis": "plan"},
    },
    "Poland has decided to send another 1,000 troops to the Belarus border.": {"another 1,000": {"status": "planned"}},
    "Parliament approved a bill on Tuesday that would add 5,000 troops to the border force.": {
        "5,000": {"status": "planned", "basis": "plan"},
    },
    "The proposal to cut the mission to 7,000 troops failed.": {},
    # estimates and what could be
    "Russia is believed to have 30,000 soldiers in the Zaporizhzhia region.": {
        "30,000": {"status": "estimated", "basis": "stock", "who": "Russia"},
    },
    "Analysts estimate that Wagner has about 1,500 fighters in Mali.": {
        "about 1,500": {"status": "estimated", "by": "Analysts", "basis": "stock"},
    },
    "By some estimates, between 5,000 and 7,000 Rwandan soldiers are in North Kivu.": {
        "between 5,000 and 7,000": {"status": "estimated", "basis": "stock", "who": "Rwanda"},
    },
    "An estimated 90,000 people fled Khan Younis in July.": {"An estimated 90,000": {"status": "estimated"}},
    "The army faces 900 rebel fighters thought to be in Macomia.": {"900": {"status": "estimated"}},
    "About 2,000 refugees believed to be in the hills above Kasulu have no food.": {
        "About 2,000": {"status": "estimated"}
    },
    "Some 700 soldiers reckoned to be in the port fired back.": {"700": {"status": "estimated"}},
    "Up to 200,000 people could flee Rafah if the army attacks, the UN warned.": {
        "Up to 200,000": {"status": "estimated", "basis": "estimate", "by": "the UN"},
    },
    "As many as 60,000 Syrians may return from Lebanon next month, UNHCR said.": {
        "As many as 60,000": {"status": "estimated", "basis": "estimate"},
    },
    "Residents estimated that 300 fighters had entered the town of Djibo.": {
        "300": {"status": "estimated", "by": "Residents"},
    },
    "Aid groups fear that 80,000 people will be displaced by the offensive.": {
        "80,000": {"status": "estimated", "basis": "estimate", "by": "Aid groups"},
    },
    # plain facts that look doubtful
    "Some 4,000 people fled fighting in Tine after a planned ceasefire failed.": {"4,000": {"status": "reported"}},
    "The army has expelled 2,000 rebels from Palma, fulfilling a promise it made last year.": {
        "2,000": {"status": "reported"},
    },
    "About 900 soldiers will have been withdrawn from Gao by Friday.": {"900": {"status": "planned"}},
    "The minister denied that the camp was full and said 12,000 refugees had arrived this week.": {
        "12,000": {"status": "reported", "by": "The minister"},
    },
    "Villagers refused to believe it: 1,000 soldiers had fled Myawaddy.": {"1,000": {"status": "reported"}},
}

BASES: Copy = {
    "Since the war began, 11 million people have fled their homes in Sudan.": {
        "11 million": {"basis": "running total", "who": None},
    },
    "So far this year, 21,000 migrants have reached Italy by sea.": {
        "21,000": {"basis": "running total", "happened": "2024-01-01/2024-10-10"},
    },
    "More than 8,000 Armenians had crossed into Armenia as of Monday evening.": {
        "8,000": {"basis": "running total", "happened": None, "as_of": "2024-10-07"},
    },
    "To date, Germany has taken in 1.2 million Ukrainians.": {"1.2 million": {"basis": "running total"}},
    "Chad now hosts 1.1 million refugees.": {"1.1 million": {"basis": "stock", "as_of": "2024-10-10"}},
    "Ukraine had 40,000 troops in the Kursk region in August.": {
        "40,000": {"basis": "stock", "as_of": "2024-08-31", "happened": None, "who": "Ukraine"},
    },
    "There were 2,700 American soldiers in Poland at the end of 2023.": {
        "2,700": {"basis": "stock", "as_of": "2023-12-31", "who": "United States"},
    },
    "On Tuesday alone, 3,000 people crossed from Lebanon into Syria at Masnaa.": {
        "3,000": {"basis": "event", "happened": "2024-10-08/2024-10-08"},
    },
    "About 1,000 people a day are fleeing Kursk.": {"1,000": {"basis": "event", "status": "reported"}},
    "The camp has room for 4,000 refugees.": {"4,000": {"basis": "capacity"}},
    "Moldova can accommodate 15,000 refugees.": {"15,000": {"basis": "capacity"}},
    "Over the past two years 300,000 Venezuelans have arrived in Peru.": {
        "300,000": {"happened": "2022-10-10/2024-10-10", "who": "Venezuela"},
    },
    "In 2023, 45,000 people fled Burkina Faso for Ivory Coast.": {
        "45,000": {"basis": "event", "happened": "2023-01-01/2023-12-31"},
    },
    "More than 2,000 people have fled since the shelling started on Saturday.": {
        "2,000": {"basis": "running total", "happened": "2024-10-05/2024-10-10"},
    },
    "Cumulatively, 75,000 people have been evacuated from Donetsk region.": {"75,000": {"basis": "running total"}},
    "A total of 320 soldiers were sent to Mocimboa da Praia on Monday.": {"320": {"happened": "2024-10-07/2024-10-07"}},
}

OWNERS: Copy = {
    "The Pentagon has 900 troops in northeastern Syria.": {"900": {"who": "United States"}},
    "The Kremlin sent 3,000 soldiers to Kazakhstan in January 2022.": {"3,000": {"who": "Russia"}},
    "The Pentagon said Iran had sent 500 fighters to Aleppo.": {"500": {"who": "Iran", "by": "The Pentagon"}},
    "The Pentagon said it would send another 100 troops to Israel.": {
        "another 100": {"who": "United States", "status": "planned", "by": "The Pentagon"},
    },
    "The Malian army has deployed 600 soldiers to Kidal.": {"600": {"who": "Mali"}},
    "Chad lies between deserts. The army has moved 600 soldiers to N'Djamena.": {"600": {"who": "Chad"}},
    "Chad and Niger share a border. The army has moved 600 soldiers to N'Djamena.": {"600": {"who": None}},
    "Ethiopia's defence ministry has moved 5,000 troops to the Somali border.": {"5,000": {"who": "Ethiopia"}},
    "The Central African Republic's presidency sent 300 soldiers to Bria.": {
        "300": {"who": "Central African Republic"},
    },
    "The Armed Forces of Ukraine have withdrawn 2,000 soldiers from Vuhledar.": {"2,000": {"who": "Ukraine"}},
    "Colombian General Luis Mora said 700 soldiers had been sent to Arauca.": {"700": {"who": None}},
    "Hezbollah has moved 1,500 fighters to the border with Israel.": {"1,500": {"who": "Hezbollah"}},
    "Some 300 fighters from the Wagner Group arrived in Bangui.": {"300": {"who": "Wagner Group"}},
    "The M23 sent 2,000 rebels to Masisi.": {"2,000": {"who": "M23"}},
    "Israeli officials said 20,000 soldiers had entered Lebanon.": {"20,000": {"who": None, "by": "Israeli officials"}},
    "The Israeli military said it had sent 20,000 soldiers into Lebanon.": {
        "20,000": {"who": "Israel", "by": "The Israeli military"},
    },
    "Kyiv's general staff moved 6,000 soldiers to Pokrovsk.": {"6,000": {"who": "Ukraine"}},
    "London will send 200 soldiers to Kosovo.": {"200": {"who": "United Kingdom"}},
    "France's President Claire Morel said 400 soldiers would leave Gabon.": {"400": {"who": None}},
    "Around 4,000 Syrians, most of them women and children, crossed into Lebanon.": {"4,000": {"who": "Syria"}},
    "Pakistan has expelled 540,000 Afghans.": {"540,000": {"who": "Afghanistan"}},
    "The Somali National Army lost control of the base, and 250 of its soldiers fled.": {"250": {"who": "Somalia"}},
    "Nigeria's president said his country would send 2,000 soldiers to Niger.": {
        "2,000": {"who": "Nigeria", "status": "planned"},
    },
    "Hungary's parliament agreed to send 200 soldiers to Chad.": {"200": {"who": "Hungary"}},
    "The Dominican army has sent 10,000 soldiers to the Haitian border.": {"10,000": {"who": "Dominican Republic"}},
    "Belarus said on Monday that 5,000 soldiers had begun drills near Brest.": {"5,000": {"by": "Belarus"}},
}

DATES: Copy = {
    "Some 5,000 people fled Goma between August 5-10.": {"5,000": {"happened": "2024-08-05/2024-08-10"}},
    "More than 600 migrants landed on Lampedusa in the week ending October 6.": {
        "600": {"happened": "2024-09-30/2024-10-06"},
    },
    "About 70,000 people fled Afghanistan in the first half of 2024.": {
        "70,000": {"happened": "2024-01-01/2024-06-30"}
    },
    "Some 9,000 soldiers were sent to Kherson at the end of 2023.": {"9,000": {"happened": "2023-09-01/2023-12-31"}},
    "About 800 families fled Tillaberi in the rainy season last year.": {"800": {"happened": "2023-01-01/2023-12-31"}},
    "Last autumn, 100,000 ethnic Armenians fled Karabakh.": {"100,000": {"happened": "2023-09-01/2023-11-30"}},
    "On Saturday night 400 families fled Beit Lahia.": {"400": {"happened": "2024-10-05/2024-10-05"}},
    "Between Friday and Sunday, 2,300 people were evacuated from Sumy.": {
        "2,300": {"happened": "2024-10-04/2024-10-06"}
    },
    "Over the weekend, 1,800 people crossed into Rwanda.": {"1,800": {"happened": "2024-10-05/2024-10-06"}},
    "Some 1,100 people fled Mweso on September 28.": {"1,100": {"happened": "2024-09-28/2024-09-28"}},
    "Burundi will withdraw 1,000 soldiers on December 5.": {"1,000": {"happened": "2024-12-05/2024-12-05"}},
    "Three weeks ago, 260 soldiers deserted in Shan state.": {"260": {"happened": "2024-09-16/2024-09-22"}},
    "In mid-September, 50,000 people fled Sennar.": {"50,000": {"happened": "2024-09-11/2024-09-20"}},
    "Earlier this year, Niger expelled 1,000 American soldiers.": {"1,000": {"happened": "2024-01-01/2024-10-10"}},
    "On the night of October 3, 700 people fled Jenin.": {"700": {"happened": "2024-10-03/2024-10-03"}},
    "Since mid-April, 87,000 people have left Rafah.": {"87,000": {"happened": "2024-04-11/2024-10-10"}},
    "More than 1,200 Haitians were deported in the third quarter of 2024.": {
        "1,200": {"happened": "2024-07-01/2024-09-30"},
    },
    "Some 2,000 soldiers arrived in Goma early on Monday.": {"2,000": {"happened": "2024-10-07/2024-10-07"}},
    "In the days after the coup in July 2023, 1,000 foreigners were evacuated from Niger.": {
        "1,000": {"happened": "2023-07-01/2024-10-10"},
    },
    "About 3,000 people crossed into Chad on Monday and Tuesday.": {"3,000": {"happened": "2024-10-07/2024-10-08"}},
    "Within 48 hours, 15,000 people had fled the city of Nyala.": {"15,000": {"happened": None}},
    "Some 8,000 people fled on the first day of the offensive.": {"8,000": {"happened": None}},
    "The ministry said on Wednesday that 500 soldiers had left on Monday.": {
        "500": {"happened": "2024-10-07/2024-10-07", "reported": "2024-10-09"},
    },
    "A UN report published last month said 14,000 people had fled Menaka.": {"14,000": {"happened": None}},
    "Uganda, which joined the mission in 2007, withdrew 1,000 soldiers.": {"1,000": {"happened": None}},
    "In the early hours of Sunday 900 people were evacuated from Kryvyi Rih.": {
        "900": {"happened": "2024-10-06/2024-10-06"}
    },
    "Eighteen months into the war, 10 million people are displaced.": {"10 million": {"happened": None}},
    "During Ramadan, 2,000 Sudanese returned home.": {"2,000": {"happened": None}},
    "Throughout September, 7,400 people were evacuated from the Donetsk region.": {
        "7,400": {"happened": "2024-09-01/2024-09-30"},
    },
}

SEQUELS: Copy = {
    "Some 300 Syrian soldiers crossed into Iraq on Sunday. They were sent back on Tuesday.": {
        "300": {"then": "return", "then_when": "2024-10-08/2024-10-08"},
    },
    "More than 4,000 people fled Bunagana. Most of them have since returned.": {"4,000": {"then": "return"}},
    "About 500 Myanmar soldiers fled to India in January. The soldiers were flown home a week later.": {
        "500": {"then": "return"},
    },
    "About 1,000 people were evacuated from Irpin. The mayor returned on Monday.": {"1,000": {"then": None}},
    "Some 260 troops crossed into Mizoram on Friday. The group was airlifted to Sittwe on Monday.": {
        "260": {"then": "evacuate", "then_when": "2024-10-07/2024-10-07"},
    },
}

MORE: Copy = {
    (
        "Lucia Ferreira, who runs the mission in Bambari, flew to Bangui on Monday.\n\nThe town had been "
        "quiet, she said. She added that 2,300 people had fled Bria since Friday."
    ): {"2,300": {"by": "Lucia Ferreira", "happened": "2024-10-04/2024-10-10", "basis": "running total"}},
    ("General Omar Tadesse met reporters in Mekelle. Eritrea still had 4,000 soldiers in Irob, he said."): {
        "4,000": {"by": "General Omar Tadesse", "who": "Eritrea", "basis": "stock"}
    },
    (
        '"Our people are exhausted. About 900 families crossed the Sittaung river last night," the abbot '
        "Ashin Vilasa told AFP by telephone."
    ): {"900": {"by": "the abbot Ashin Vilasa", "happened": "2024-10-09/2024-10-09"}},
    ("The Interfax news agency reported, citing an unnamed officer, that 300 Russian soldiers had left Gyumri."): {
        "300": {"by": "Interfax, citing an unnamed officer", "who": "Russia"}
    },
    ("State television quoted the governor as saying that 1,100 villagers had been evacuated."): {
        "1,100": {"by": "State television, citing the governor"}
    },
    ("UN figures show that 88,000 people fled Ituri in August."): {
        "88,000": {"by": "UN figures", "happened": "2024-08-01/2024-08-31"}
    },
    ("A survey by the Norwegian Refugee Council found that 14,000 Syrians had returned to Homs."): {
        "14,000": {"who": "Syria"}
    },
    ('"We saw 200 fighters cross the bridge," recalled Amina Yusuf, a trader. "They were heading for Sennar."'): {
        "200": {"by": "Amina Yusuf"}
    },
    ("The group said it had lost the town. It added that 700 of its fighters had withdrawn to Kidal."): {
        "700": {"by": "The group"}
    },
    ("Some 1,500 Kurdish fighters left Manbij on Friday, the Syrian Observatory for Human Rights said."): {
        "1,500": {"by": "the Syrian Observatory for Human Rights", "happened": "2024-10-04/2024-10-04"}
    },
    ("Kampala says it has 2,500 troops in South Sudan."): {
        "2,500": {"who": "Uganda", "by": "Kampala", "basis": "stock"}
    },
    ("The German defence ministry has moved 400 soldiers from Gao to Niamey."): {"400": {"who": "Germany"}},
    ("Tehran and Baghdad agreed that 2,000 Iranian fighters would leave Mosul by March."): {
        "2,000": {"who": "Iran", "status": "pledged"}
    },
    ("Hamas had about 25,000 fighters in Gaza before the war, Israel says."): {
        "25,000": {"who": "Hamas", "by": "Israel", "basis": "stock"}
    },
    ("The Ethiopian National Defence Force sent 1,200 soldiers to Gambella on Tuesday."): {
        "1,200": {"who": "Ethiopia", "happened": "2024-10-08/2024-10-08"}
    },
    ("Downing Street said Britain would send 600 soldiers to Estonia."): {
        "600": {"who": "United Kingdom", "by": "Downing Street", "status": "planned"}
    },
    ("Colombia's government said 300 guerrillas had crossed into Venezuela. Caracas called the accusation false."): {
        "300": {"status": "denied by Caracas"}
    },
    (
        "Azerbaijan has massed 12,000 soldiers on the border, Yerevan said on Tuesday.\n\nBaku rejected the "
        "claim as disinformation."
    ): {"12,000": {"status": "denied by Baku", "by": "Yerevan"}},
    ("The junta said 800 rebels had fled to Thailand. The figures could not be confirmed."): {
        "800": {"status": "claimed"}
    },
    ("Ukraine has lost control of Vuhledar, and 1,000 of its soldiers withdrew, Moscow claimed."): {
        "1,000": {"status": "claimed", "by": "Moscow", "who": "Ukraine"}
    },
    ("Ghana offered 500 peacekeepers for Haiti in June, but it dropped the plan last week."): {
        "500": {"status": "pledged, then withdrawn"}
    },
    ("Israel is preparing to send 10,000 soldiers into southern Lebanon, officials said."): {
        "10,000": {"status": "planned", "basis": "plan", "who": "Israel", "by": "officials"}
    },
    ("Up to 50,000 people might flee Sumy this winter, the governor warned."): {
        "50,000": {"status": "estimated", "basis": "estimate", "by": "the governor"}
    },
    ("Spain approved the deployment of 300 soldiers to Slovakia."): {"300": {"status": "planned", "who": "Spain"}},
    ("Some 12,000 people are expected to be displaced by the dam."): {"12,000": {"status": "estimated"}},
    ("Since fighting resumed in March, 240,000 people have fled North Kivu."): {
        "240,000": {"basis": "running total", "happened": "2024-03-01/2024-10-10"}
    },
    ("By early September, 35,000 people had returned to Malakal."): {
        "35,000": {"as_of": "2024-09-10", "basis": "running total"}
    },
    ("Some 3,300 migrants crossed the Channel in the last week of September."): {
        "3,300": {"happened": "2024-09-24/2024-09-30"}
    },
    ("In the spring of 2022, 7,000 Russian soldiers withdrew from Kyiv region."): {
        "7,000": {"happened": "2022-03-01/2022-05-31", "who": "Russia"}
    },
    ("The army will withdraw 1,000 soldiers from Cabo Delgado by the end of November."): {
        "1,000": {"happened": "2024-11-30/2024-11-30", "status": "planned"}
    },
    ("Two weeks ago 480 soldiers crossed into Mizoram; a week later they were sent home."): {
        "480": {"happened": "2024-09-23/2024-09-29"}
    },
    ("Some 600 people fled Pibor between September 20 and October 3."): {"600": {"happened": "2024-09-20/2024-10-03"}},
    ("On October 2-4, 5,400 people were evacuated from Kharkiv region."): {
        "5,400": {"happened": "2024-10-02/2024-10-04"}
    },
    ("Next spring Kenya plans to send 1,000 soldiers to Haiti."): {
        "1,000": {"happened": "2025-03-01/2025-05-31", "status": "planned", "who": "Kenya"}
    },
    ("About 800 Burundian soldiers crossed into Congo on Thursday evening and were flown back on Saturday."): {
        "800": {"then": "return", "who": "Burundi"}
    },
    ("More than 2,000 refugees reached Adre in a single day. The refugees were later moved to Farchana."): {
        "2,000": {"then": "evacuate"}
    },
    ("The minister, asked about the camp, said nothing. Some 3,000 people fled Jenin in September."): {
        "3,000": {"by": None, "happened": "2024-09-01/2024-09-30"}
    },
    ("A cousin of the president said he had seen 400 soldiers enter Aburoc."): {
        "400": {"by": "A cousin of the president"}
    },
}

LEANING: Copy = {
    # a second figure that borrows what was told of the first
    "Some 345,000 people are sheltering in schools in Gaza, down from 410,000 in August, UNRWA said.": {
        "345,000": {"as_of": "2024-10-10", "basis": "stock", "by": "UNRWA"},
        "410,000": {"as_of": "2024-08-31", "basis": "stock", "by": "UNRWA"},
    },
    "Some 20,000 people fled Sake on Monday, the UN said. The governor put the figure at 9,000.": {
        "20,000": {"by": "the UN", "happened": "2024-10-07/2024-10-07"},
        "9,000": {"by": "The governor", "happened": "2024-10-07/2024-10-07"},
    },
    "Russia has massed 50,000 troops near Kursk, including 11,000 North Koreans.": {
        "50,000": {"who": "Russia"},
        "11,000": {"who": "North Korea"},
    },
    "Niger deported 500 migrants in August and plans to expel up to 300 a week.": {
        "500": {"happened": "2024-08-01/2024-08-31"},
        "300": {"status": "planned", "happened": None},
    },
    "Peru said 1.5 million Venezuelans now live in the country.": {"1.5 million": {"who": "Venezuela", "by": "Peru"}},
    "About 900 refugees crossed into Chad, the UN estimates.": {"900": {"by": "the UN", "status": "estimated"}},
    "The government plans to deploy 500 soldiers to Goma. The plan was put on hold on Monday.": {
        "500": {"status": "planned, then withdrawn"},
    },
}

CASES: dict[str, Copy] = {
    "leaning": LEANING,
    "speakers": SPEAKERS,
    "statuses": STATUSES,
    "bases": BASES,
    "owners": OWNERS,
    "dates": DATES,
    "sequels": SEQUELS,
    "more": MORE,
}

Pair = tuple[tuple[str, ...], dict[tuple[str, str], set[str]]]
"""Articles, each as "agency | date | text", and the links between their figures with what differs."""

LINKED: dict[str, Pair] = {
    "two counts of one flight": (
        (
            "AFP | 10 October 2024 | Some 70,000 people fled El Fasher last month, the UN said.",
            "Reuters | 12 October 2024 | At least 64,000 civilians fled El Fasher in September, according to the IOM.",
        ),
        {("Some 70,000", "At least 64,000"): {"rounding"}},
    ),
    "rounded in another agency's words": (
        (
            "AFP | 10 October 2024 | Nearly 1,300 Sudanese refugees crossed into Chad on Tuesday, officials said.",
            "AP | 11 October 2024 | On Tuesday 1,283 Sudanese refugees entered Chad at Adre, the UNHCR said.",
        ),
        {("Nearly 1,300", "1,283"): {"rounding"}},
    ),
    "two sides of a story in one article": (
        (
            "AFP | 10 October 2024 | North Korea has sent 10,000 soldiers to Russia, Seoul said.\n\nKyiv said that "
            "North Korea had sent 12,000 soldiers to Russia.",
        ),
        {("10,000", "12,000"): {"number"}},
    ),
    "refugees taken in, and refugees who arrived": (
        (
            "AFP | 10 October 2024 | Chad has taken in 700,000 Sudanese refugees since April 2023, the UN says.",
            "Reuters | 14 October 2024 | About 710,000 people from Sudan have crossed into Chad since April 2023.",
        ),
        {("700,000", "About 710,000"): {"date", "group", "rounding"}},
    ),
    "a stock told twice": (
        (
            "AFP | 10 October 2024 | The United States has 900 troops in Syria.",
            "AP | 16 October 2024 | There are about 900 American soldiers in Syria, the Pentagon says.",
        ),
        {("900", "about 900"): {"date"}},
    ),
    "a plan and what came of it": (
        (
            "AFP | 10 October 2024 | Kenya will send 600 soldiers to Haiti this week, its president said.",
            "AFP | 14 October 2024 | Some 600 Kenyan soldiers arrived in Haiti on Sunday.",
        ),
        {("600", "Some 600"): {"date", "basis"}},
    ),
    "a town and its country": (
        (
            "AFP | 10 October 2024 | Rwanda has 4,000 soldiers in Goma, UN experts say.",
            "AP | 11 October 2024 | Rwanda has between 3,000 and 4,000 troops in the Democratic Republic of Congo.",
        ),
        {("4,000", "between 3,000 and 4,000"): {"date", "place", "rounding"}},
    ),
}

APART: dict[str, tuple[str, ...]] = {
    "two days": (
        "AFP | 10 October 2024 | On Monday 500 Sudanese refugees crossed into Chad.\n\nOn Wednesday 900 Sudanese "
        "refugees crossed into Chad.",
    ),
    "two towns": (
        "AFP | 10 October 2024 | Some 5,000 people fled Goma on Monday.",
        "AP | 11 October 2024 | Some 5,000 people fled Bukavu on Monday.",
    ),
    "two destinations": (
        "AFP | 10 October 2024 | Some 9,000 people fled Sudan for Chad last week.",
        "AP | 10 October 2024 | Some 9,000 people fled Sudan for Egypt last week.",
    ),
    "two years": (
        "AFP | 10 October 2023 | Hundreds of Chadian soldiers were sent to Niger.",
        "AFP | 10 October 2024 | Hundreds of Chadian soldiers were sent to Niger.",
    ),
    "two tellings of another month": (
        "AFP | 10 October 2024 | Some 9,000 people are sheltering in Goma, down from 12,000 in June.",
    ),
    "two armies": ("AFP | 10 October 2024 | Rwanda has 4,000 soldiers in Congo. Uganda has 3,500 soldiers in Congo.",),
    "those who came and those who left": (
        "AFP | 10 October 2024 | Kenya sent 600 soldiers to Haiti on Sunday.",
        "AFP | 11 October 2024 | Kenya withdrew 600 soldiers from Haiti on Sunday.",
    ),
    "others on top": (
        "AFP | 10 October 2024 | France has sent 600 soldiers to Chad. Another 500 French soldiers will be sent "
        "to Chad.",
    ),
    "a day and the sum of a war": (
        "AFP | 10 October 2024 | On Monday 600 Sudanese refugees crossed into Chad.",
        "AP | 11 October 2024 | More than 700,000 Sudanese refugees have crossed into Chad since April 2023.",
    ),
    "troops of nobody knows whom": (
        "AFP | 10 October 2024 | Some 300 soldiers were sent to Kidal.",
        "AP | 11 October 2024 | Around 300 fighters were sent to Kidal.",
    ),
    "room and those who came": (
        "AFP | 10 October 2024 | Uganda can accept 20,000 refugees from Congo, it said.",
        "AP | 11 October 2024 | Some 20,000 refugees from Congo have arrived in Uganda.",
    ),
    "a province and its country": (
        "AFP | 10 October 2024 | About 3 million people are displaced in Myanmar.",
        "AP | 10 October 2024 | About 60,000 people are displaced in Rakhine state in Myanmar.",
    ),
    "without places": (
        "AFP | 10 October 2024 | Some 4,000 people fled their homes.",
        "AP | 10 October 2024 | Some 4,000 people fled their homes.",
    ),
}
