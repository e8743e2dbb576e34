"""What was said: by Mirela, and by the agencies about her."""

from participants.demo.book import Said


def write(dossier, users, chain):
    _winter(dossier)
    _spring(dossier, users)
    _agencies(dossier, chain)


def _winter(dossier):
    """Getting to know each other, and leaving the shared phone behind."""
    dossier.session(
        -124,
        "office",
        Said(
            "Kennismaking in het inloophuis. Mirela kwam met een vriendin. Zij wil "
            "weten wat wij wel en niet doorvertellen. Uitleg gegeven en rust genomen.",
            "First meeting at the drop-in. Mirela came with a friend. She wants to know "
            "what we pass on and what not. Explained it and took our time.",
        ),
        interpreter="phone",
        clock="11:00",
        in_their_words=Said(
            "Ik wil eerst weten wie u bent.", "First I want to know who you are."
        ),
    )
    dossier.session(
        -110,
        "office",
        Said(
            "Alle leefgebieden besproken, in twee keer. Over haar familie liever later. "
            "De ex-partner leest mee op haar telefoon.",
            "Went through all life areas, in two rounds. Family rather later. The "
            "ex-partner reads along on her phone.",
        ),
        {"phone": ("", 4, 4), "partner": ("", 4, 4)},
        interpreter="phone",
        clock="11:00",
    )
    dossier.session(
        -95,
        "office",
        Said(
            "Samen de knelpunten op kaartjes gezet en op tafel gelegd. De kamer legde "
            "zij meteen bovenaan.",
            "Put the bottlenecks on cards together and laid them on the table. She put "
            "the room on top at once.",
        ),
        ["room", "address"],
        clock="10:30",
        in_their_words=Said("Een deur die op slot kan.", "A door that I can lock."),
    )
    dossier.session(
        -82,
        "message",
        Said(
            "Kort via Signal: het gaat, zij slaapt weinig.",
            "Short on Signal: she manages, little sleep.",
        ),
        ["panic"],
        minutes=10,
    )
    dossier.session(
        -71,
        "visit",
        Said(
            "Mirela is gestopt op {-71}. Nieuwe telefoon met eigen abonnement "
            "ingericht. Alleen Signal, oude nummer is weg.",
            "Mirela stopped on {-71}. Set up a new phone with a contract of her own. "
            "Signal only, the old number is gone.",
        ),
        {"phone": ("solved", 4, 4), "benefit": ("", 4, 4)},
        clock="13:00",
        in_their_words=Said("Nu is hij van mij.", "Now it is mine."),
    )
    dossier.session(
        -64,
        "office",
        Said(
            "Evaluatie van het plan. Alcohol speelt geen rol meer. De volgorde "
            "afgesproken: adres, kamer, uitkering.",
            "Review of the plan. Drinking is no longer an issue. Agreed on the order: "
            "address, room, benefit.",
        ),
        ["address", "room", "benefit"],
        clock="11:00",
    )


def _spring(dossier, users):
    """Step by step forward, until the ex-partner came back to the door."""
    dossier.session(
        -54,
        "visit",
        Said(
            "Eerste keer buurtkeuken. Zij bleef tot het eind en nam brood mee.",
            "First time at the community kitchen. She stayed until the end and took "
            "bread home.",
        ),
        {"dutch": ("better", 3, 2)},
        clock="12:00",
        minutes=90,
    )
    dossier.session(
        -47,
        "phone",
        Said(
            "Zorgverzekeraar samen gebeld. Polis was per ongeluk gestopt.",
            "Called the insurer together. The policy was stopped by error.",
        ),
        ["insurance"],
        minutes=25,
    )
    dossier.session(
        -40,
        "office",
        Said(
            "Mirela vertelde over de bakkerij van haar oma. Zij wil de opleiding na "
            "de zomer. Eerst Nederlands.",
            "Mirela told about her grandmother’s bakery. She wants the course in "
            "September. Dutch first.",
        ),
        ["pastry", "dutch"],
        clock="10:30",
        in_their_words=Said(
            "Echte taarten, met mijn naam op de doos.",
            "Real cakes, with my name on the box.",
        ),
    )
    dossier.session(
        -33,
        "message",
        Said(
            "Verzekering loopt weer vanaf {-40}. Zij is opgelucht.",
            "Insured again from {-40}. She is relieved.",
        ),
        {"insurance": ("solved", 3, 3)},
        minutes=10,
    )
    dossier.session(
        -28,
        "visit",
        Said(
            "Kamers bekeken op de website. Zij wil niet in dezelfde wijk. De stoel staat "
            "’s nachts tegen de deur.",
            "Looked at rooms online. She does not want the same district. At night the "
            "chair stands against the door.",
        ),
        {"panic": ("worse", 3, 4), "room": ("same", 4, 4)},
        clock="11:00",
    )
    missed = dossier.session(
        -21,
        "",
        Said(
            "Niet verschenen op kantoor, geen bericht.",
            "Did not come to the office, no message.",
        ),
        attendance="missed",
        clock="10:00",
    )
    dossier.addendum(
        missed,
        -20,
        Said(
            "Bereikt via Signal. Verslapen na een slechte nacht. Zij is veilig.",
            "Reached her on Signal. Overslept after a bad night. She is safe.",
        ),
    )
    dossier.session(
        -20,
        "message",
        Said(
            "Via Signal: verslapen na een slechte nacht. Zij is veilig thuis.",
            "On Signal: overslept after a bad night. She is safe at home.",
        ),
        ["panic"],
        minutes=10,
        safe_contact_right="yes",
    )
    dossier.session(
        -13,
        "office",
        Said(
            "Formulier voor GGZ De Linde ingevuld. Zij las elke zin mee en schrapte er een.",
            "Filled in the form for GGZ De Linde. She read every sentence and struck one out.",
        ),
        ["panic"],
        clock="11:00",
        interpreter="phone",
    )
    dossier.session(
        -7,
        "visit",
        Said(
            "Ex-partner stond deze week twee keer aan de deur. Mirela wil nu geen "
            "aangifte doen. We spraken een codewoord af. Een tas staat klaar bij de buren.",
            "Ex-partner stood at the door twice this week. Mirela does not want to go to "
            "the police now. We agreed on a code word and a bag ready at the neighbours.",
        ),
        {"partner": ("worse", 4, 5), "room": ("", 4, 4)},
        clock="14:00",
        in_their_words=Said(
            "Ik slaap met de stoel tegen de deur.",
            "I sleep with the chair against the door.",
        ),
        words_language=dossier.book.language,
        next_step=Said(
            "Het Anker vragen om een plek met geheim adres",
            "Ask Het Anker for a place with a closed address",
        ),
        next_step_in=-1,
        safe_contact_right="changed",
    )


def _agencies(dossier, chain):
    town, linde = dossier.town, dossier.linde
    dossier.contact(
        -90,
        chain["burgerzaken"],
        Said(
            "Gevraagd wat nodig is voor een briefadres. Paspoort en een uitleg.",
            "Asked what a postal address takes. Passport and an explanation.",
        ),
        ["address"],
        consent=town,
    )
    dossier.contact(
        -45,
        chain["kredietbank"],
        Said(
            "Zonder naam gevraagd: schuldhulp begint pas bij een vast inkomen.",
            "Asked without a name: debt help starts only with a steady income.",
        ),
        ["debts"],
    )
    dossier.contact(
        -22,
        chain["burgerzaken"],
        Said("Niet bereikt, twee keer geprobeerd.", "Not reached, tried twice."),
        ["address"],
        outcome="attempt",
    )
    dossier.contact(
        -13,
        chain["linde"],
        Said(
            "Formulier verstuurd. Ontvangen. Op de wachtlijst, ongeveer 6 weken.",
            "Form sent. Received. On the waiting list, about 6 weeks.",
        ),
        ["panic"],
        consent=linde,
        channel="letter",
        promise=Said(
            "Uitnodiging voor een eerste gesprek", "Invitation for a first talk"
        ),
        answer_due=50,
    )
    dossier.contact(
        -8,
        chain["burgerzaken"],
        Said(
            "Afspraak voor een briefadres bij Burgerzaken om 09.30 uur. Mirela neemt "
            "haar paspoort mee.",
            "Appointment for a postal address at the desk at 09:30. Mirela brings her "
            "passport.",
        ),
        ["address"],
        consent=town,
        promise=Said("Besluit op dezelfde dag", "A decision on the same day"),
        answer_due=3,
    )
    dossier.contact(
        -4,
        chain["linde"],
        Said(
            "De wachttijd is nu 9 weken in plaats van 6. Haar plek op de lijst blijft.",
            "The wait is now 9 weeks instead of 6. She keeps her place on the list.",
        ),
        ["panic"],
        consent=linde,
        channel="email",
        direction="in",
    )
    dossier.contact(
        -1,
        chain["anker"],
        Said(
            "Zonder naam om een plek met geheim adres gevraagd. Er komt er misschien "
            "een vrij.",
            "Asked without a name for a place with a closed address. One may come free.",
        ),
        ["partner"],
        promise=Said(
            "Vandaag antwoord of er plek is", "A reply today whether there is room"
        ),
        answer_due=0,
        next_action=Said("Terugbellen voor 17.00 uur", "Call back before 17:00"),
        next_action_on=0,
    )
