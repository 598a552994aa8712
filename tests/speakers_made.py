"""Plain sentences of agency copy in our own words, each with whom a careful reader names for its last figure.

Written before the reader was run on them. Several right names are parted by "/"; "" is the outlet's own voice. A blank
line parts paragraphs.
"""

CASES: tuple[tuple[str, str], ...] = (
    (
        "According to figures released by the interior ministry, 4,300 migrants landed in Crete in May.",
        "interior ministry",
    ),
    ("Some 12,000 people have fled Wau, according to figures compiled by Caritas.", "Caritas"),
    ("The Norwegian Refugee Council put the number of displaced in Kaya at 36,000.", "Norwegian Refugee Council"),
    ("Data from the border police show that 2,150 migrants entered Serbia last week.", "border police"),
    ("By the army's count, 900 fighters remain in Palma.", "army"),
    ("A report by the charity Mercy Corps seen by Reuters says 17,000 people fled Djibo.", "Mercy Corps"),
    (
        "Mayor Ana Ruiz told local radio that the road was cut, adding that 650 residents had been evacuated.",
        "Ana Ruiz",
    ),
    (
        "Colonel Issa Diarra said the road to Gao was open. He said also that 400 soldiers had arrived in Ansongo.",
        "Issa Diarra",
    ),
    ('"We have taken in 3,200 refugees since Monday," she told AFP.', ""),
    (
        '"They come with nothing," said Ruth Okello, who runs the camp at Adjumani. "We have 8,400 refugees here."',
        "Ruth Okello",
    ),
    (
        "The spokesman for the mission, Omar Lahlou, was in Kidal on Friday.\n\n"
        "The spokesman added that 250 peacekeepers would leave Kidal next week.",
        "spokesman/Omar Lahlou",
    ),
    (
        "The International Organization for Migration opened an office in Marib.\n\n"
        "The agency said 5,100 people had fled to Marib in ten days.",
        "agency/International Organization for Migration",
    ),
    ("Officials said 1,400 people were evacuated from Kelowna.", "Officials"),
    ("Save the Children estimates that 70,000 people have fled Macomia.", "Save the Children"),
    ("NATO believes Russia has 9,000 soldiers in Mariupol.", "NATO"),
    ("The Red Crescent counted 2,600 displaced people in Hodeida.", "Red Crescent"),
    ("The UN refugee agency registered 11,300 new arrivals in Adré in one week.", "UN refugee agency"),
    ("The Interior Ministry recorded 780 arrivals of migrants on El Hierro.", "Interior Ministry"),
    ("State television reported that 3,000 soldiers had been sent to Tabriz.", "State television"),
    ("The World Food Programme warned that 90,000 people had fled to Pibor.", "World Food Programme"),
    ("The Kremlin confirmed that 2,000 soldiers had left Gyumri.", "Kremlin"),
    (
        "The army announced in a statement that 1,200 soldiers had been deployed in Esmeraldas.",
        "army",
    ),
    ("Some 600 residents left Kupiansk on Sunday, governor Oleh Syniehubov said on Telegram.", "Oleh Syniehubov"),
    (
        '"We evacuated 340 people from Pokrovsk today," Vadym Filashkin wrote on his Telegram channel.',
        "Vadym Filashkin",
    ),
    ("Estonia will send 130 soldiers to Latvia, Prime Minister Kaja Tamm wrote on X.", "Kaja Tamm"),
    (
        "The refugees are tired and hungry. This was said by the prefect of Diffa, who counted 4,700 refugees.",
        "prefect of Diffa",
    ),
    ("UNHCR: 45,000 refugees have reached Renk from Sudan.", "UNHCR"),
    ("Nearly 30,000 people have fled Jenin, says the UN.", "UN"),
    ("Mali: 3,000 soldiers were moved to Gao.", ""),
    (
        'Governor Pedro Lima told reporters: "The river is falling. We still have 2,900 people in '
        'shelters in Xanxerê."',
        "Pedro Lima",
    ),
    ("Turkey has sent 800 soldiers to Idlib, a Turkish security source told Reuters.", "security source"),
    ("France withdrew 300 soldiers from Abéché on Tuesday, two sources told AFP.", "two sources"),
    ("Rwanda has deployed 2,500 soldiers in Cabo Delgado.", ""),
    ("Greece took 50 children from a camp on Samos.", ""),
    ("The ministry ordered 700 police officers to Nouméa.", ""),
    (
        "Some 5,600 people have crossed into Kasese, Rose Nakabugo, a district official, told the "
        "Daily Monitor on Sunday.",
        "Rose Nakabugo",
    ),
    (
        "More than 900 people were moved from Tanna, the director of the disaster office, Peter Korisa, said.",
        "director of the disaster office/Peter Korisa",
    ),
    (
        '"The government has approved the deployment of 450 soldiers to Mozambique," the '
        "president's office announced in a "
        "press release.",
        "president's office",
    ),
    (
        '"Our figures suggest that 62,000 people left Gedaref," Marta Nilsen, who heads the agency in Sudan, said.',
        "Marta Nilsen",
    ),
    (
        "UN coordinator Paul Duval visited the camp near Bria on Friday.\n\n"
        '"There are 19,000 displaced people at this site alone and more arrive every day."',
        "Paul Duval",
    ),
    (
        '"We lack water. More than 7,500 displaced people sleep in the open in Tine.\n\n'
        '"We need tents before the rains," said Hawa Abdallah, a doctor.',
        "Hawa Abdallah",
    ),
    ("About 20,000 people have left Lashio since Monday, as reported by the Shan Herald.", "Shan Herald"),
    ("Villagers, believed to number around 3,000, are hiding in the forest near Loikaw.", ""),
    ("Police went from door to door to warn 2,000 residents of Cooma to leave.", ""),
    ("In Fiji, officials warned sailors of high waves and evacuated almost 1,100 people from Kadavu.", ""),
    (
        "Lebanon hosts 80,000 Sudanese, and, according to the foreign ministry, it wants more aid.",
        "",
    ),
    (
        "The head of the agency said the first flights would leave on Monday, but added that 3,300 "
        "people were still waiting "
        "in Goma.",
        "head of the agency",
    ),
    (
        "The UN Refugee Agency opened a camp in Gado. Jean Mbala, its spokesman, told reporters "
        "that the camp was full.\n\n"
        "A further 1,250 refugees have gone to Lolo, he said.",
        "Jean Mbala",
    ),
    ("The minister said that her office had registered 5,500 returnees in Shalateh.", "minister"),
    ("Chadian troops in Kidal number 1,400, commanders say.", "commanders"),
    ("Hungary's police chief said the force would stay. It has 3,700 officers at the Serbian border.", ""),
    (
        "According to the governor, 35,000 people were evacuated from Acre. Another 8,000 people "
        "were evacuated from Xapuri.",
        "governor",
    ),
    (
        "The governor said 35,000 people were evacuated from Acre. Of these, 9,000 are staying in "
        "schools in Brasiléia.",
        "governor",
    ),
    ("Kenya has offered 1,000 police officers for Haiti, the White House said late on Friday.", "White House"),
    ("Witnesses reported seeing 200 soldiers in Lubero.", "Witnesses"),
    ("The defence secretary, Ben Lowe, says that 16,000 soldiers will train in Narvik.", "Ben Lowe/defence secretary"),
    ("Satellite images show that 5,000 soldiers are camped near Yelnya.", "Satellite images"),
    ("Analysts at Janes estimate the force in Transnistria at 1,500 soldiers.", "Analysts"),
    ("The force in Transnistria has 1,500 soldiers, analysts estimate.", "analysts"),
    ("The agency's latest update puts at 27,000 the number of people displaced in Ituri.", "agency"),
    ("Around 2,400 people fled Bunagana, civil society leader Damien Sebu confirmed to local media.", "Damien Sebu"),
    (
        "Ukraine's General Staff noted that Russia had moved 4,000 soldiers to Tokmak.",
        "General Staff",
    ),
    ("Moscow insists that only 1,600 of its soldiers are in Armenia.", "Moscow"),
    ("Kyiv accuses Moscow of sending 6,000 soldiers to Luhansk.", "Kyiv"),
    ("Taliban officials in Herat said Iran had sent back 3,400 Afghans in one day.", "Taliban officials"),
    (
        "Iran sent back 3,400 Afghans in one day, according to Taliban officials quoted by TOLOnews.",
        "Taliban officials",
    ),
    (
        "The Polish news agency PAP quoted the border guard as saying that 21,000 refugees had crossed at Medyka.",
        "border guard",
    ),
    ("The evacuation of 1,900 people from Stepanakert was announced by the mediators.", "mediators"),
    ("The deployment of 500 soldiers to Tillabéri was confirmed by a colonel in Niamey.", "colonel"),
    (
        "UN spokesperson Lena Haas said that, as of Friday, 14,000 people were sheltering at the base in Malakal.",
        "Lena Haas",
    ),
    ("Residents reached by telephone said hundreds of soldiers had entered Debre Tabor.", "Residents"),
    ("Hundreds of soldiers have entered Debre Tabor, residents reached by telephone said.", "residents"),
    ("On its website the coastguard reported the arrival of 312 migrants on Lesbos.", "coastguard"),
    ("An internal UN memo says 4,100 peacekeepers will leave Bukavu by June.", "memo"),
    ("The figure of 30,000 displaced in Tombura comes from local authorities.", "local authorities"),
    (
        "Aid groups fear that 25,000 people will flee El Fasher.",
        "Aid groups",
    ),
    ("General Mark Hale acknowledged that just 1,100 soldiers were left in Deir ez-Zor.", "Mark Hale"),
    (
        "General Mark Hale was in Amman on Monday. Hale acknowledged that just 1,100 soldiers were "
        "left in Deir ez-Zor.",
        "Hale",
    ),
)

FAILING = frozenset(
    {
        "Kenya has offered 1,000 police officers for Haiti, the White House said late on Friday.",
        "UNHCR: 45,000 refugees have reached Renk from Sudan.",
        "The ministry ordered 700 police officers to Nouméa.",
    }
)
"""Sentences that are misread: a label before a whole sentence; three that are read as no figure at all."""
