"""What is planned around today: a day like any other, what came of the days before."""

from participants.demo.book import Said
from participants.demo.days import at_clock, day
from participants.models import Appointment, Session

WITH_JOOST = Said("met Joost", "with Joost")
WITH_THE_LAWYER = Said("kantoor van de advocaat", "office of the lawyer")
AT_THE_DESK = Said("loket Burgerzaken", "desk of the town hall")
WITH_INTERPRETER = {"interpreter": "on_site"}
PLANNED = [
    # who, day, clock, minutes, how, about which bottleneck, the rest
    ("Estrella", -1, "15:00", 45, "office", None, {}),
    ("Samira", 0, "09:30", 45, "office", "debt", {}),
    ("Danique", 0, "11:00", 45, "phone", "home", {}),
    ("Mirela", 0, "14:00", 60, "visit", "partner", {"with_whom": WITH_JOOST}),
    ("Yun", 0, "16:15", 30, "video", None, WITH_INTERPRETER),
    ("Gizem", 1, "09:00", 45, "office", "benefit", {}),
    ("Luca", 1, "13:30", 30, "phone", None, {}),
    ("Sam", 1, "15:30", 60, "office", None, {}),
    ("Oksana", 2, "10:00", 60, "office", None, WITH_INTERPRETER),
    ("Ivanka", 2, "14:30", 60, "visit", None, {}),
    ("Mirela", 3, "10:00", 45, "office", "address", {"place": AT_THE_DESK}),
    ("Priya", 3, "15:00", 30, "video", None, {}),
    ("Dorota", 7, "11:00", 60, "visit", None, {}),
    # Joost
    ("Ruben", -2, "16:00", 45, "office", "clinic", {}),
    ("Cheyenne", 0, "10:15", 45, "office", None, {}),
    ("Anikó", 0, "13:00", 60, "visit", "shelter", {}),
    ("Abeba", 0, "15:45", 45, "office", "home", WITH_INTERPRETER),
    ("Hevin", 1, "10:00", 60, "office", None, {}),
    ("Nienke", 1, "14:00", 30, "video", "treatment", {}),
    ("Bianca", 2, "09:30", 45, "office", "debts", {"place": WITH_THE_LAWYER}),
    ("Sofie", 6, "13:30", 60, "visit", None, {}),
    # Ravi, Femke, Noor, Lotte
    ("Lena", 0, "09:00", 45, "office", None, {}),
    ("Mei-Lin", 1, "11:00", 60, "office", "course", WITH_INTERPRETER),
    ("Kevin", -1, "14:30", 45, "office", None, {}),
    ("Destiny", 0, "12:00", 60, "visit", "shelter", {}),
    ("Oana", 2, "15:00", 45, "office", None, {}),
    ("Simona", 0, "10:30", 45, "office", "debts", {}),
    ("Zhara", 1, "13:15", 45, "visit", None, WITH_INTERPRETER),
    ("Camila", 3, "09:45", 30, "phone", None, {}),
    ("Ronja", 0, "14:45", 60, "visit", "plan", {}),
    ("Fleur", 1, "16:00", 45, "office", None, {}),
]
MOVED = [
    # who, how, the days and clocks of the chain, who called off the last one
    ("Luca", "office", [(-9, "10:00"), (-6, "10:00")], "participant"),
    ("Fatou", "office", [(-4, "09:30"), (-2, "11:00"), (2, "11:00")], ""),
    ("Amal", "video", [(1, "09:15"), (4, "09:15")], ""),
    ("Marisol", "visit", [(-3, "13:30")], "us"),
]
LATELY = -14


def plan(book, dossiers):
    """Write the appointments of those who have a dossier of that name."""
    _of_sessions(book)
    for alias, days, clock, minutes, kind, about, facts in PLANNED:
        dossier = dossiers[alias]
        facts = {name: book.say(text) for name, text in facts.items()}
        book.add(
            Appointment(
                trajectory=dossier.trajectory,
                planned_by=dossier.counsellor,
                starts_at=_at(days, clock),
                minutes=minutes,
                kind=kind,
                about=dossier.bottlenecks.get(about),
                **facts,
            )
        )
    for alias, kind, chain, cancelled_by in MOVED:
        _moved(book, dossiers[alias], kind, chain, cancelled_by)


def _of_sessions(book):
    """The talks of the last two weeks were planned, the missed ones too."""
    for session in book.rows[Session]:
        if (
            session.starts_at
            and session.on >= day(LATELY)
            and session.kind != "message"
        ):
            session.appointment = book.add(
                Appointment(
                    trajectory=session.trajectory,
                    planned_by=session.author,
                    starts_at=at_clock(session.on, f"{session.starts_at:%H:%M}"),
                    minutes=session.minutes or 45,
                    kind=session.kind or "office",
                )
            )


def _moved(book, dossier, kind, chain, cancelled_by):
    """Each follows the one before it; the last one may be called off, a day before."""
    row = None
    for days, clock in chain:
        row = book.add(
            Appointment(
                trajectory=dossier.trajectory,
                planned_by=dossier.counsellor,
                kind=kind,
                starts_at=_at(days, clock),
                moved_from=row,
            )
        )
    if cancelled_by:
        row.cancelled_by, row.cancelled_at = (
            cancelled_by,
            _at(chain[-1][0] - 1, "09:10"),
        )


def _at(days, clock):
    """A moment that was planned: it may lie ahead, today too."""
    return at_clock(day(days), clock)
