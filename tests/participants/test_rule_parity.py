"""The rule of who sees whom stands twice, in Python and in SQL, and gives the same."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counsellors.models import Membership, Role, User
from exitprog import moment
from participants.models import (
    Assignment,
    Barrier,
    BreakGlass,
    Participant,
    Trajectory,
)
from tests.factories import MakeProgramme, MakeUser
from tests.rollback import rolled_back
from tests.walls import keys

NOW = datetime.fromisoformat("2026-05-12T10:00:00+02:00")
LASTING = (-1, None)
PERIODS = st.sampled_from(
    [LASTING, LASTING, (-2, 5), (0, None), (-2, -1), (-1, 0), (0, 1), (1, 2), (1, None)]
)
WHO, WHOM = st.sampled_from([0, 1]), st.sampled_from([0, 1, 2])
ROLES = st.sampled_from([Role.COUNSELLOR, Role.COUNSELLOR, *Role])
KINDS = st.sampled_from(["primary", "cover", "glass", "glass", "barrier"])
ACCOUNTS = st.sampled_from([(True, False)] * 4 + [(False, False), (True, True)])


def but_when(row):
    return row[:-1]


def once(*parts):
    """Rows of `parts`, the last of which is a period; the rest of it comes once."""
    return st.lists(st.tuples(*parts), max_size=5, unique_by=but_when)


SITUATIONS = st.fixed_dictionaries(
    {
        "accounts": st.tuples(ACCOUNTS, ACCOUNTS),
        "memberships": once(WHO, WHO, ROLES, PERIODS),
        "runs": st.tuples(WHO, WHO, WHO),
        "rights": once(KINDS, WHO, WHOM, PERIODS),
    }
)


def at(hours):
    return None if hours is None else NOW + timedelta(hours=hours)


def during(period):
    return {"starts_at": at(period[0]), "ends_at": at(period[1])}


class World:
    """Two people who log in, two programmes, three participants."""

    def __init__(self):
        self.people = [MakeUser(), MakeUser()]
        self.programmes = [MakeProgramme(), MakeProgramme()]
        self.cases = Participant.objects.bulk_create(Participant() for _case in "123")
        self.giver = MakeUser()

    def arrange(self, accounts, memberships, runs, rights):
        for user, (is_active, is_staff) in zip(self.people, accounts, strict=True):
            user.is_active, user.is_staff = is_active, is_staff
        User.objects.bulk_update(self.people, ["is_active", "is_staff"])
        Membership.objects.bulk_create(
            Membership(
                user=self.people[who],
                programme=self.programmes[where],
                role=role,
                **during(period),
            )
            for who, where, role, period in memberships
        )
        Trajectory.objects.bulk_create(
            Trajectory(participant=case, programme=self.programmes[where])
            for case, where in zip(self.cases, runs, strict=True)
        )
        self.give(rights)

    def give(self, rights):
        guided = set()
        for kind, who, whom, period in rights:
            if kind == "primary" and whom in guided:
                continue
            guided |= {whom} if kind == "primary" else set()
            row = {"user": self.people[who], "participant": self.cases[whom]}
            self.right(kind, row, during(period)).save(force_insert=True)

    def right(self, kind, row, period):
        if kind == "barrier":
            return Barrier(**row, **period, set_by=self.giver, reason="x")
        if kind == "glass":
            ends = period["ends_at"] or period["starts_at"] + timedelta(hours=9)
            return BreakGlass(**row, starts_at=period["starts_at"], ends_at=ends)
        return Assignment(**row, **period, kind=kind, granted_by=self.giver)


@pytest.fixture
def world(db):
    """An admin with a membership is refused by a trigger; the rule holds without it."""
    with connection.cursor() as cursor:
        for table in ("counsellors_user", "counsellors_membership"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER staff_or_member")
    return World()


def by_python(rows):
    return set(rows.values_list("pk", flat=True))


def held(user):
    """What the database lets `user` write: a lock takes just that."""
    return keys(Participant.objects.select_for_update(), user)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(situation=SITUATIONS)
def test_python_and_the_database_name_the_same_dossiers(world, situation):
    """Unfiltered, to read as `visible_to` says, and to write as `guided_by` does."""
    with rolled_back(), moment.frozen(NOW):
        world.arrange(**situation)
        for user in world.people:
            seen = Participant.objects.visible_to(user)
            guided = Participant.objects.guided_by(user)
            assert keys(Participant.objects.all(), user) == by_python(seen)
            assert held(user) == by_python(guided)
