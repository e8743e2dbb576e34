"""Mirela, 27, whom Anouk has guided for eighteen weeks: nine bottlenecks in order."""

from participants.demo import days
from participants.demo.book import Said
from participants.demo.dossier import Dossier
from participants.demo.stories import mirela_log
from participants.models import Participant

CODE = "K7Q-M4F2"
START = -124
LATER_REVIEW = 28
INTAKE = [2, 2, 1, 2, 1, 2, 3, 3, 2, 1, 1, 0]
BETWEEN = [3, 2, 1, 2, 2, 2, 3, 4, 2, 2, 2, 0]
NOW = [1, 2, 2, 2, 2, 2, 3, 4, 3, 3, 3, 0]
HER_OWN = [2, 1, 2, 3, 2, 1, 3, 4, 3, 3, 4, 0]
RULES = {
    "channels": ["app"],
    "app_name": "Signal",
    "days": ["mon", "tue", "wed", "thu", "fri"],
    "from_time": "10:00",
    "until_time": "14:00",
    "voicemail": False,
    "post": False,
    "say_who": Said("Anouk, zonder organisatie", "Anouk, without an organisation"),
    "phone": "06 5550 0142",
}
STRICTER = {
    "visit_rule": Said(
        "Met z’n tweeën op bezoek, niet na 17.00 uur",
        "Visit in pairs, not after 17:00",
    ),
    "code_word": Said("Hoe gaat het met de kat?", "How is the cat?"),
    "note": Said(
        "Hij kijkt soms in haar telefoon. Nooit een voicemail, nooit een sms.",
        "He sometimes looks at her phone. Never a voicemail, never a text message.",
    ),
}
CAR = Said(
    "De ex-partner kent de auto van Anouk. Neem de fiets of de auto van Joost.",
    "The ex-partner knows Anouk’s car. Take a bicycle or Joost’s car.",
)
WISH = Said(
    "Eerst een deur die op slot kan. Dan papieren. En ooit ga ik bakken, echte "
    "taarten, met mijn naam op de doos.",
    "First a door that I can lock. Then papers. And one day I bake, real cakes, "
    "with my name on the box.",
)
SHARED = {
    "burgerzaken": ["documents", "income", "housing"],
    "linde": ["mental_health"],
}
AGREED = "address room benefit | partner debts panic | dutch teeth pastry"
CROWDED = "partner address room benefit | debts panic | dutch teeth pastry"
TODAY = "partner address room | benefit debts panic | dutch teeth pastry"
WITHOUT_PASTRY = "address room benefit | partner debts panic | dutch teeth"
WITH_PASTRY = "address room benefit | partner debts panic pastry | dutch teeth"
MOVES = [
    (-40, "15:40", "added", "pastry", WITHOUT_PASTRY, WITH_PASTRY),
    (-40, "15:41", "moved", "pastry", WITH_PASTRY, AGREED),
    (-7, "15:20", "moved", "partner", AGREED, CROWDED),
    (-7, "15:22", "moved", "benefit", CROWDED, TODAY),
]


def write(book, users, chain):
    """Her whole dossier, as it stands today."""
    mirela = book.add(
        Participant(
            code=CODE,
            alias="Mirela",
            birth_year=days.day(0).year - 28,
            languages=["ro", "en"],
            children="none",
            registered_on=days.day(START),
        )
    )
    waterveen = chain.programmes["waterveen"]
    dossier = Dossier(book, users["anouk"], waterveen, START, mirela, "outreach")
    for state, on in (("intake", -122), ("planning", -95), ("support", -71)):
        dossier.step(state, on)
    _safe_contact(dossier)
    consents = _consents(dossier, chain)
    _wish(dossier)
    for on, levels in ((START, INTAKE), (-64, BETWEEN), (-7, NOW)):
        dossier.assess(on, levels)
    dossier.assess(-7, HER_OWN, by="participant")
    mirela_log.write_bottlenecks(dossier, chain)
    mirela_log.write_talks(dossier, chain, consents)
    _order(dossier)
    return dossier


def _safe_contact(dossier):
    """Two rows: the second one since the ex-partner came back."""
    dossier.safe("care", START, **RULES)
    dossier.safe("acute", -7, **RULES | STRICTER)
    dossier.flag(CAR, -7, 21)


def _consents(dossier, chain):
    """To keep a dossier, and to share with two agencies; those by agency."""
    dossier.consent("record", START)
    return {
        agency: dossier.consent("share", START, chain[agency], topics)
        for agency, topics in SHARED.items()
    }


def _wish(dossier):
    dossier.wish(WISH, dossier.book.language, -7)
    dossier.trajectory.later_review_on = days.day(LATER_REVIEW)


def _order(dossier):
    """The ex-partner went from 4 to 1 last week, and the benefit made room."""
    for days_ago, clock, kind, key, before, after in MOVES:
        lists = dossier.listed(before), dossier.listed(after)
        dossier.move(*lists, days_ago, clock, key, kind=kind)
    dossier.agree(-64, dossier.listed("address room benefit | partner panic | teeth"))
    dossier.agree(-7)
