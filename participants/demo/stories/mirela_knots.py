"""Her bottlenecks, in the order of today, and what waits on what."""

from participants.demo.book import Said

EDGES = [
    (
        "address",
        "benefit",
        Said(
            "Zonder inschrijving neemt de gemeente de aanvraag niet in behandeling.",
            "Without registration the municipality does not handle the application.",
        ),
    ),
    (
        "benefit",
        "room",
        Said(
            "De verhuurder vraagt eerst om bewijs van inkomen.",
            "The landlord asks for proof of income first.",
        ),
    ),
    (
        "benefit",
        "debts",
        Said(
            "Schuldhulp begint pas bij een vast inkomen.",
            "Debt help starts only with a steady income.",
        ),
    ),
    (
        "address",
        "teeth",
        Said(
            "De zorgverzekering wil een adres in de basisregistratie.",
            "The health insurance wants a registered address.",
        ),
    ),
    (
        "dutch",
        "pastry",
        Said(
            "De opleiding vraagt Nederlands op niveau A2.",
            "The course asks for Dutch at level A2.",
        ),
    ),
]


def write(dossier, chain):
    """The nine that are open, first to last, and the two that are solved."""
    for key, area, severity, title, kind, facts in _open(chain) + SOLVED:
        dossier.bottleneck(key, area, severity, title, kind=chain.kind(kind), **facts)
    for blocker, blocked, reason in EDGES:
        dossier.edge(blocker, blocked, reason)


def _open(chain):
    return [*_now(chain), *_next(chain), *LATER]


def _now(chain):
    return [
        (
            "partner",
            "safety",
            5,
            Said("Ex-partner komt aan de deur", "Ex-partner comes to the flat"),
            "threat",
            {
                "lane": "now",
                "state": "waiting",
                "participant_rank": 2,
                "opened_on": -110,
                "story": Said(
                    "Hij heeft nog een sleutel van het portiek en weet wanneer zij "
                    "thuis is. Sinds {-20} komt hij vaker. Mirela wil nu geen "
                    "aangifte doen. Zij wil eerst ergens zijn waar hij haar niet vindt.",
                    "He still has a key to the porch and knows when she is at home. "
                    "Since {-20} he comes more often. Mirela does not want to "
                    "report it now. First she wants to be where he cannot find her.",
                ),
                "deadline": 0,
                "deadline_what": Said("Het Anker bellen", "call Het Anker"),
                "next_step": Said(
                    "Het Anker vragen om een plek met geheim adres",
                    "Ask Het Anker for a place with a closed address",
                ),
                "next_step_on": 0,
                "waiting_on": "agency",
                "waiting_agency": chain["anker"],
                "waiting_since": -1,
            },
        ),
        (
            "address",
            "documents",
            4,
            Said(
                "Geen briefadres voor officiële post",
                "No postal address for official letters",
            ),
            "no-address",
            {
                "lane": "now",
                "state": "working",
                "participant_rank": 5,
                "opened_on": -117,
                "story": Said(
                    "Op de flat staat zij niet ingeschreven. De hoofdhuurder wil dat "
                    "niet. De gemeente kan een briefadres geven.",
                    "She is not registered at the flat. The tenant does not want it. "
                    "The municipality can give a postal address.",
                ),
                "deadline": 3,
                "deadline_what": Said("afspraak 09.30 uur", "appointment 09:30"),
                "next_step": Said(
                    "09.30 uur bij Burgerzaken. Neem paspoort mee.",
                    "09:30 at the municipality desk. Bring passport.",
                ),
                "next_step_on": 3,
                "waiting_on": "us",
                "waiting_since": -8,
            },
        ),
        (
            "room",
            "housing",
            4,
            Said(
                "Een eigen kamer, weg van de club",
                "A room of her own, away from the club",
            ),
            "no-home",
            {
                "lane": "now",
                "state": "working",
                "participant_rank": 1,
                "opened_on": -117,
                "story": Said(
                    "De kamer is klein, licht en heeft een slot. De huur is € 520. De "
                    "verhuurder kent de stichting en wil wel even wachten.",
                    "The room is small, light and has a lock. The rent is € 520. The "
                    "landlord knows the foundation and is willing to wait a little.",
                ),
                "deadline": 8,
                "deadline_what": Said("bezichtiging", "viewing"),
                "next_step": Said("Bezichtiging met Anouk", "Viewing with Anouk"),
                "next_step_on": 8,
            },
        ),
    ]


def _next(chain):
    return [
        (
            "benefit",
            "income",
            4,
            Said("Geen inkomen: uitkering aanvragen", "No income: apply for benefit"),
            "no-benefit",
            {
                "participant_rank": 3,
                "opened_on": -71,
                "story": Said(
                    "Mirela stopte op {-71} en heeft sindsdien geen inkomen. Tot de "
                    "uitkering er is, krijgt zij € 50 per week aan bonnen.",
                    "Mirela stopped on {-71} and has had no income since. Until the "
                    "benefit comes she gets € 50 a week in vouchers.",
                ),
                "deadline": 17,
                "deadline_what": Said("bonnen stoppen", "vouchers end"),
                "next_step": Said(
                    "Formulier samen invullen na de inschrijving",
                    "Fill in the form together after registration",
                ),
                "next_step_on": 6,
                "waiting_on": "us",
                "waiting_since": -20,
            },
        ),
        (
            "debts",
            "debts",
            3,
            Said("Huur- en telefoonschuld, € 6.430", "Rent and phone debt, € 6,430"),
            "debts",
            {
                "participant_rank": 6,
                "opened_on": -117,
                "story": Said(
                    "Vier maanden huur op haar naam en drie abonnementen die zij niet "
                    "gebruikte. De deurwaarder gaf uitstel tot {31}.",
                    "Four months of rent in her name and three contracts that she did "
                    "not use. The bailiff gave time until {31}.",
                ),
                "deadline": 31,
                "deadline_what": Said("reactie deurwaarder", "reply to bailiff"),
                "next_step": Said(
                    "Brieven samen op stapels leggen", "Sort the letters together"
                ),
                "next_step_on": 14,
            },
        ),
        (
            "panic",
            "mental_health",
            4,
            Said("Slecht slapen en paniek", "Bad sleep and panic"),
            "trauma",
            {
                "state": "waiting",
                "participant_rank": 4,
                "opened_on": -95,
                "story": Said(
                    "Zij slaapt drie tot vier uur per nacht, met de stoel tegen de "
                    "deur. Overdag schrikt zij van een bel.",
                    "She sleeps three to four hours a night, with the chair against the "
                    "door. By day a doorbell makes her jump.",
                ),
                "next_step": Said(
                    "Na vier weken de plek op de lijst vragen",
                    "Ask for her place on the list after four weeks",
                ),
                "next_step_on": 15,
                "waiting_on": "agency",
                "waiting_agency": chain["linde"],
                "waiting_since": -13,
            },
        ),
    ]


LATER = [
    (
        "dutch",
        "language",
        2,
        Said("Nederlands naar niveau A2", "Dutch to level A2"),
        "language",
        {
            "lane": "later",
            "participant_rank": 8,
            "opened_on": -95,
            "story": Said(
                "In de buurtkeuken gaat het al beter. Een cursus kan over een paar maanden.",
                "It goes better already in the community kitchen. A course can start "
                "in a few months.",
            ),
        },
    ),
    (
        "teeth",
        "physical_health",
        3,
        Said(
            "Kiespijn, geen tandarts sinds {year:-3}",
            "Toothache, no dentist since {year:-3}",
        ),
        "no-dentist",
        {
            "lane": "later",
            "participant_rank": 9,
            "opened_on": -90,
            "next_step": Said(
                "Tandarts bellen zodra de polis loopt",
                "Call a dentist once she is insured",
            ),
        },
    ),
    (
        "pastry",
        "daytime",
        2,
        Said("Starten met de bakkersopleiding", "Start the pastry course"),
        "training",
        {
            "lane": "later",
            "participant_rank": 7,
            "opened_on": -40,
            "deadline": 112,
            "deadline_what": Said("start opleiding", "course starts"),
        },
    ),
]
SOLVED = [
    (
        "insurance",
        "physical_health",
        3,
        Said(
            "Zorgverzekering per ongeluk gestopt", "Health insurance stopped by error"
        ),
        "no-insurance",
        {"state": "solved", "opened_on": -60, "closed_on": -33},
    ),
    (
        "phone",
        "safety",
        4,
        Said("Telefoon gedeeld met ex-partner", "Phone shared with ex-partner"),
        "shared-phone",
        {"state": "solved", "opened_on": -115, "closed_on": -71},
    ),
]
