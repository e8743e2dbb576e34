"""People who each stand for one situation and are named after it.

A function of the owner gives exactly those for whom all its conditions hold.
"""

from datetime import timedelta

from django.db import connection

from exitprog.database import acting_as
from tests.factories import (
    MakeAssignment,
    MakeBarrier,
    MakeBreakGlass,
    MakeHandover,
    MakeParticipant,
    MakeTrajectory,
    MakeUser,
)

HOUR = timedelta(hours=1)
CLOSED = {"state": "completed", "ended_on": "2026-01-01"}
HERS = ["primary begins", "primary ends later", "primary lasts"]
COVERED = ["cover begins", "cover ends later", "cover lasts"]


class World:
    """People by the name of their situation, in a programme of Anouk's or elsewhere."""

    def __init__(self, here, elsewhere):
        self.here, self.elsewhere, self.people = here, elsewhere, {}

    def person(self, name, *, here=True, **run):
        person = self.people[name] = MakeParticipant()
        programme = self.here if here else self.elsewhere
        MakeTrajectory(participant=person, programme=programme, **run)
        return person

    def named(self, user, asked):
        """The names of whom that function gives the user, sorted."""
        with acting_as(user), connection.cursor() as cursor:
            cursor.execute(f"SELECT unnest({asked})")
            keys = {key for (key,) in cursor}
        return sorted(name for name, person in self.people.items() if person.pk in keys)

    def answers(self, user, asked):
        """The names of those for whom that function says yes; `{}` is their key."""
        with acting_as(user), connection.cursor() as cursor:
            asks = ", ".join(asked.format(f"'{p.pk}'") for p in self.people.values())
            cursor.execute(f"SELECT ARRAY[{asks}]")
            said = cursor.fetchone()[0]
        return sorted(name for name, yes in zip(self.people, said, strict=True) if yes)


def barred(person, user, **period):
    MakeBarrier(participant=person, user=user, set_by=MakeUser(), **period)


def hand(world, anouk, other, now):
    """Offers and hand-overs to, from and past Anouk."""
    offer = {"from_user": other, "to_user": anouk}
    late, in_time = now - 24 * HOUR, now - 23 * HOUR
    MakeHandover(participant=world.person("offered to her"), **offer)
    gave = world.person("she offered")
    MakeHandover(participant=gave, from_user=anouk, to_user=other)
    past = world.person("past her")
    MakeHandover(participant=past, from_user=other, to_user=MakeUser())
    done = {"state": "accepted", "version": 2}
    for name, at in (("accepted today", in_time), ("accepted yesterday", late)):
        MakeHandover(participant=world.person(name), **offer, **done, decided_at=at)
    for state in ("declined", "withdrawn", "undone"):
        person = world.person(state)
        MakeHandover(participant=person, **offer, state=state, decided_at=in_time)
    MakeHandover(participant=world.person("offered, closed", **CLOSED), **offer)
    MakeHandover(participant=world.person("offered, elsewhere", here=False), **offer)
    behind = world.person("offered, barred")
    MakeHandover(participant=behind, **offer)
    barred(behind, anouk)


def guide(world, anouk, now):
    periods = {
        "lasts": {},
        "begins": {"starts_at": now},
        "ends": {"ends_at": now},
        "comes": {"starts_at": now + HOUR},
        "ends later": {"ends_at": now + HOUR},
    }
    for kind in ("primary", "cover"):
        for name, period in periods.items():
            person = world.person(f"{kind} {name}")
            MakeAssignment(participant=person, user=anouk, kind=kind, **period)
    MakeAssignment(participant=world.person("guided elsewhere", here=False), user=anouk)
    behind = world.person("guided, barred")
    MakeAssignment(participant=behind, user=anouk)
    barred(behind, anouk)
    MakeAssignment(participant=world.person("of another"), user=MakeUser())


def glass(world, anouk, now):
    for name, period in (
        ("glass lasts", {}),
        ("glass is over", {"starts_at": now - 3 * HOUR, "ends_at": now}),
        ("glass comes", {"starts_at": now + HOUR}),
        ("glass begins", {"starts_at": now}),
    ):
        MakeBreakGlass(participant=world.person(name), user=anouk, **period)
    away = world.person("glass elsewhere", here=False)
    behind = world.person("glass, barred")
    for person in (away, behind):
        MakeBreakGlass(participant=person, user=anouk)
    barred(behind, anouk)
    MakeBreakGlass(participant=world.person("glass of another"), user=MakeUser())
