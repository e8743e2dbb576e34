"""What Anouk has planned around today: a day like any other, and the days after it."""

from datetime import datetime, time

from django.utils import timezone

from participants.demo.book import Said
from participants.demo.days import day
from participants.models import Appointment

WITH_JOOST = Said("met Joost", "with Joost")
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
]


def plan(book, dossiers):
    """Write the appointments of those who have a dossier of that name."""
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
    _called_off(book, dossiers["Luca"])


def _called_off(book, dossier):
    """Luca moved one and then called it off: a chain of two rows."""
    same = {
        "trajectory": dossier.trajectory,
        "planned_by": dossier.counsellor,
        "kind": "office",
    }
    first = book.add(Appointment(starts_at=_at(-9, "10:00"), **same))
    book.add(
        Appointment(
            starts_at=_at(-6, "10:00"),
            moved_from=first,
            cancelled_by="participant",
            cancelled_at=_at(-7, "09:10"),
            **same,
        )
    )


def _at(days, clock):
    """A moment that was planned: it may lie ahead, today too."""
    return timezone.make_aware(datetime.combine(day(days), time.fromisoformat(clock)))
