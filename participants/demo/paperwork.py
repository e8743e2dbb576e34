"""Consents that ended or were taken back, and flags that are due or were removed."""

from participants.demo.book import Said
from participants.demo.days import day

EXPIRED = [
    # who, agency, topics, agreed on, held until
    ("Luca", "werkplein", ["daytime"], -180, -12),
    ("Bianca", "kredietbank", ["debts", "income"], -230, -30),
    ("Roxana", "huisarts", ["physical_health"], -390, -25),
    ("Simona", "n_schuld", ["debts"], -200, -9),
]
WITHDRAWN = [
    ("Sam", "wijkteam", ["housing", "network"], -200, -41),
    ("Ruben", "verslaving", ["addiction"], -160, -18),
    ("Jolanta", "z_sociaal", ["income"], -290, -60),
]
DUE = [
    (
        "Ruben",
        Said(
            "Komt soms met een vriend mee. Dan niets over de kliniek zeggen.",
            "At times a friend comes along. Then nothing about the clinic.",
        ),
    ),
    (
        "Camila",
        Said(
            "De huisgenoot opent brieven. Alles aan de balie geven.",
            "The flatmate opens letters. Hand everything over at the desk.",
        ),
    ),
]
REMOVED = [
    (
        "Danique",
        Said(
            "Logeert bij een vriendin: bel daar niet aan.",
            "Stays with a friend: do not ring there.",
        ),
        Said("Heeft weer een eigen plek.", "Has a place of her own again."),
    ),
    (
        "Marta",
        Said("Nieuwe telefoon, nummer volgt.", "New phone, number follows."),
        Said("Het nummer is bekend.", "The number is known."),
    ),
]


def write(dossiers, chain):
    for alias, agency, topics, since, until in EXPIRED:
        dossier = dossiers[alias]
        dossier.consent("share", since, chain[agency], topics, expires=until)
    for alias, agency, topics, since, on in WITHDRAWN:
        consent = dossiers[alias].consent("share", since, chain[agency], topics)
        consent.withdrawn_on = day(on)
    for alias, text in DUE:
        dossiers[alias].flag(text, -45, -2)
    for alias, text, reason in REMOVED:
        _removed(dossiers[alias], text, reason)


def _removed(dossier, text, reason):
    flag = dossier.flag(text, -80, -20)
    flag.removed_on, flag.removed_by = day(-21), dossier.counsellor
    flag.removal_reason = dossier.book.say(reason)
