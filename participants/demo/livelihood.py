"""What people live on and what fills their days: Mirela, her peers and the others."""

from participants.demo.book import Said
from participants.demo.days import at, day
from participants.models import DaytimeActivity, Income

VOUCHERS = Said("€ 50 per week aan bonnen", "€50 a week in vouchers")
WAITS_FOR_ADDRESS = Said("Wacht op een briefadres ({3})", "Waits for an address ({3})")
OBJECTION = Said("Bezwaar kan tot {20}.", "She can object until {20}.")
KITCHEN = Said(
    "Buurtkeuken, dinsdag en donderdag", "Neighbourhood kitchen, Tuesday and Thursday"
)
DUTCH = Said("Nederlands, avondgroep", "Dutch, evening group")
BAKERY = Said("Bakkerij, vier ochtenden", "Bakery, four mornings")
CARE = Said("Mbo Zorg en welzijn", "Vocational course in care")
WOOD = Said("Houtwerkplaats", "Wood workshop")
GROUP = Said("Dagbehandeling, twee dagen", "Day treatment, two days a week")

BENEFIT = {"source": "benefit"}
GRANTED = {"decision": "granted"}
INCOMES = [
    # who, days of applying, deciding, first payment and the last day, the rest
    ("Mirela", None, None, None, None, BENEFIT | {"note": WAITS_FOR_ADDRESS}),
    ("Mirela", None, None, -17, 17, {"source": "bridging", "note": VOUCHERS}),
    ("Blessing", -96, -61, -47, None, BENEFIT | GRANTED),
    ("Danique", -37, None, None, None, BENEFIT),
    ("Samira", -210, -175, -160, None, BENEFIT | GRANTED),
    ("Gizem", -24, None, None, None, BENEFIT),
    ("Oksana", None, None, -60, None, {"source": "partner"}),
    ("Luca", None, None, -31, None, {"source": "wages"}),
    ("Luca", -150, -118, -105, -33, BENEFIT | GRANTED),
    ("Sam", -70, -19, None, None, {"source": "other_benefit"} | GRANTED),
    ("Ivanka", -33, -9, None, None,
     BENEFIT | {"decision": "turned_down", "note": OBJECTION}),
    ("Priya", -120, -99, -80, None, {"source": "student_finance"} | GRANTED),
    ("Dorota", None, None, -200, None, {"source": "wages"}),
    ("Estrella", -110, -80, -66, None, BENEFIT | GRANTED),
    ("Ruben", -88, -52, -40, None, BENEFIT | GRANTED),
    ("Tereza", None, None, -90, None, {"source": "wages"}),
    ("Simona", -44, None, None, None, BENEFIT),
]  # fmt: skip
DAYS = [
    # who, kind, hours, goal and by when, first and last day, what
    ("Mirela", "volunteer_work", 6, 16, 90, -42, None, KITCHEN),
    ("Blessing", "language_course", 4, None, None, -90, None, DUTCH),
    ("Blessing", "volunteer_work", 4, 12, 60, -30, None, KITCHEN),
    ("Samira", "sheltered_workshop", 16, 24, 45, -120, None, WOOD),
    ("Oksana", "language_course", 6, None, None, -80, None, DUTCH),
    ("Oksana", "care", 20, None, None, -140, None, ""),
    ("Luca", "paid_employment", 24, 32, 120, -38, None, BAKERY),
    ("Sam", "treatment", 12, None, None, -75, None, GROUP),
    ("Ivanka", "day_activity", 0, 12, 70, 14, None, WOOD),
    ("Priya", "study", 28, None, None, -90, None, CARE),
    ("Dorota", "paid_employment", 32, None, None, -210, None, ""),
    ("Dorota", "language_course", 4, None, None, -240, -60, DUTCH),
    ("Estrella", "day_activity", 8, 16, 75, -50, None, WOOD),
    ("Ruben", "treatment", 16, None, None, -60, None, GROUP),
    ("Tereza", "paid_employment", 28, None, None, -95, None, ""),
]


def write(book, dossiers):
    """Note it for those who have a dossier of that name."""
    for alias, applied, decided, paid, ended, facts in INCOMES:
        _note(
            book,
            Income,
            dossiers[alias],
            applied_on=day(applied),
            decided_on=day(decided),
            first_payment_on=day(paid),
            ended_on=day(ended),
            **{name: book.say(text) for name, text in facts.items()},
        )
    for alias, kind, hours, goal, by, begun, ended, what in DAYS:
        _note(
            book,
            DaytimeActivity,
            dossiers[alias],
            kind=kind,
            hours=hours,
            goal_hours=goal,
            goal_on=day(by),
            started_on=day(begun),
            ended_on=day(ended),
            what=book.say(what),
        )


def _note(book, model, dossier, **facts):
    book.add(
        model(
            trajectory=dossier.trajectory,
            recorded_by=dossier.counsellor,
            recorded_at=at(-2, f"16:50:{len(book.rows[model]) % 60:02}"),
            **facts,
        )
    )
