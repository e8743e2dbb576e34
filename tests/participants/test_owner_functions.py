"""The functions of the owner that policies and views ask: each condition of each.

Every person stands for one situation and is named after it; a function gives exactly
those for whom all its conditions hold.
"""

from datetime import timedelta

import pytest
from django.db import connection

from counsellors.models import Role
from exitprog import moment
from exitprog.database import acting_as
from tests.factories import (
    MakeAssignment,
    MakeBarrier,
    MakeBreakGlass,
    MakeHandover,
    MakeMembership,
    MakeParticipant,
    MakeTrajectory,
    MakeUser,
    make_member,
)

HOUR = timedelta(hours=1)
ANY_STATE = "'{offered,accepted,declined,withdrawn,undone}'"


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


@pytest.fixture
def world(waterveen, elsewhere):
    return World(waterveen, elsewhere)


@pytest.fixture
def now():
    with moment.frozen(moment.now()):
        yield moment.now()


CLOSED = {"state": "completed", "ended_on": "2026-01-01"}


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


def test_what_was_handed_over_concerns_both_for_a_day(world, anouk, joost, now):
    hand(world, anouk, joost, now)
    handed = ["accepted today", "offered to her", "offered, closed", "she offered"]

    assert world.named(anouk, "koers_handed('{offered,accepted}')") == handed
    assert world.named(anouk, f"koers_handed({ANY_STATE})") == sorted(
        [*handed, "declined", "undone", "withdrawn"]
    )
    lead = make_member("Lea Lead", world.here, Role.TEAM_LEAD)
    person = world.person("offered to a lead")
    MakeHandover(participant=person, from_user=joost, to_user=lead)
    assert world.named(lead, "koers_handed('{offered}')") == ["offered to a lead"]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PRIVACY_OFFICER])
def test_who_no_longer_guides_there_is_handed_nothing(world, joost, now, role):
    other = make_member("Olga Other", world.here, role)
    hand(world, other, joost, now)

    assert world.named(other, f"koers_handed({ANY_STATE})") == []
    assert world.named(other, "koers_arranged()") == []


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


HERS = ["primary begins", "primary ends later", "primary lasts"]
COVERED = ["cover begins", "cover ends later", "cover lasts"]


def test_who_keeps_a_dossier_arranges_its_rights(world, anouk, joost, now):
    guide(world, anouk, now)
    hand(world, anouk, joost, now)
    handed = ["accepted today", "offered to her", "she offered", "undone"]

    assert world.named(anouk, "koers_guided('{primary}')") == HERS
    assert world.named(anouk, "koers_guided()") == sorted(HERS + COVERED)
    assert world.named(anouk, "koers_arranged()") == sorted(HERS + handed)


def test_a_team_lead_arranges_what_runs_in_her_programme(world, anouk, tess, pim, now):
    for name in ("open", "closed"):
        world.person(name, **(CLOSED if name == "closed" else {}))
    world.person("elsewhere", here=False)

    assert world.named(tess, "koers_arranged()") == ["open"]
    assert world.named(tess, "koers_led()") == ["open"]
    assert world.named(tess, "koers_watched()") == ["closed", "open"]
    assert world.named(pim, "koers_watched()") == ["closed", "open"]
    for user in (anouk, pim):
        assert world.named(user, "koers_led()") == []
    assert world.named(anouk, "koers_watched()") == []


def test_what_runs_elsewhere_now_is_arranged_there(world, anouk, tess, joost, now):
    person = world.person("went elsewhere", **CLOSED)
    MakeTrajectory(participant=person, programme=world.elsewhere)
    MakeHandover(participant=person, from_user=joost, to_user=anouk)
    MakeMembership(user=anouk, programme=world.elsewhere, role=Role.COORDINATOR)

    assert world.named(anouk, "koers_handed('{offered}')") == ["went elsewhere"]
    assert world.named(anouk, "koers_arranged()") == []
    assert world.named(tess, "koers_arranged()") == []
    assert world.named(tess, "koers_led()") == []


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


OPENED = ["glass begins", "glass lasts"]
BROKEN = [*OPENED, "glass comes", "glass elsewhere", "glass is over"]


def test_an_emergency_opens_a_dossier_and_is_known_by_who_broke_it(world, anouk, now):
    glass(world, anouk, now)
    guide(world, anouk, now)
    guided = sorted(HERS + COVERED)

    assert world.named(anouk, "koers_participants()") == sorted(OPENED + guided)
    assert world.named(anouk, "koers_noted()") == sorted(BROKEN + guided)
    assert world.named(anouk, "koers_known()") == sorted(
        [*BROKEN, "glass, barred", *guided]
    )
    officer = make_member("Olaf Officer", world.here, Role.PRIVACY_OFFICER)
    lead = make_member("Lea Lead", world.here, Role.TEAM_LEAD)
    for user in (officer, lead):
        MakeBreakGlass(participant=world.people["of another"], user=user)
        assert world.named(user, "koers_participants()") == ["of another"]
    coordinator = make_member("Coen Coordinator", world.here, Role.COORDINATOR)
    MakeBreakGlass(participant=world.people["of another"], user=coordinator)
    assert world.named(coordinator, "koers_participants()") == []


def test_what_is_known_by_code(world, anouk, joost, tess, now):
    hand(world, anouk, joost, now)
    known = {"accepted today", "offered to her", "offered, closed", "she offered"}

    assert world.named(anouk, "koers_known()") == sorted(
        known | {"declined", "undone", "withdrawn"}
    )
    here = set(world.people) - {"offered, elsewhere"}
    assert world.named(tess, "koers_known()") == sorted(here)


def test_what_concerns_her_now(world, anouk, joost, now):
    guide(world, anouk, now)
    glass(world, anouk, now)
    hand(world, anouk, joost, now)

    assert world.named(anouk, "koers_concerned()") == sorted(
        [
            *(HERS + COVERED),
            *("guided elsewhere", "guided, barred", "glass, barred"),
            *(set(BROKEN) - {"glass is over"}),
            *("accepted today", "offered to her", "offered, closed", "she offered"),
            "undone",
        ]
    )


def test_whose_dossier_an_emergency_may_open(world, anouk, now):
    world.person("here"), world.person("elsewhere", here=False)
    for name, period in (
        ("barred", {}),
        ("barrier begins", {"starts_at": now}),
        ("barrier ends", {"ends_at": now}),
        ("barrier comes", {"starts_at": now + HOUR}),
        ("barrier ends later", {"ends_at": now + HOUR}),
    ):
        period = {"starts_at": now - HOUR} | period
        barred(world.person(name), anouk, **period)
    barred(world.person("barred for another"), MakeUser())
    shut = ["barred", "barrier begins", "barrier ends later"]
    free = sorted(set(world.people) - {*shut, "elsewhere"})

    assert world.answers(anouk, "koers_may_open({})") == free
    assert opened(world, anouk) == free
    assert world.answers(
        anouk, f"koers_is_barred({{}}, '{anouk.pk}', '{now.isoformat()}')"
    ) == sorted(shut)
    for role in Role:
        user = make_member(f"{role.value} Someone", world.here, role)
        may = role != Role.COORDINATOR
        assert bool(world.answers(user, "koers_may_open({})")) == may
        assert bool(opened(world, user)) == may


def opened(world, user):
    """The names of those whom the whole code finds, and no other than themselves."""
    with acting_as(user), connection.cursor() as cursor:
        found = []
        for name, person in world.people.items():
            ask = "SELECT participant_id FROM koers_case_to_open(%s)"
            cursor.execute(ask, [person.code])
            found += [name for (key,) in cursor if key == person.pk]
    return sorted(found)


def test_a_dossier_is_begun_by_its_first_counsellor_alone(world, anouk, now):
    periods = {
        "begun": {"starts_at": now},
        "begun to": {"ends_at": now + HOUR},
        "over": {"ends_at": now},
        "coming": {"starts_at": now + HOUR},
        "covered": {"kind": "cover"},
    }
    for name, facts in periods.items():
        world.people[name] = MakeParticipant()
        MakeAssignment(participant=world.people[name], user=anouk, **facts)
    world.people["of another"] = MakeParticipant()
    MakeAssignment(participant=world.people["of another"], user=MakeUser())
    MakeAssignment(participant=world.person("running"), user=anouk)
    world.people["new"] = MakeParticipant()
    world.person("without anyone")

    assert world.named(anouk, "koers_begun()") == ["begun", "begun to"]
    assert world.answers(anouk, "koers_is_new({})") == ["new"]


def test_a_membership_counts_in_its_period_for_an_active_account(world, now):
    world.person("here")
    periods = [{}, {"starts_at": now}, {"ends_at": now + HOUR}]
    periods += [{"ends_at": now}, {"starts_at": now + HOUR}]
    found = []
    for period in periods:
        user = MakeUser()
        MakeMembership(user=user, programme=world.here, role="team_lead", **period)
        found.append(world.named(user, "koers_watched()") == ["here"])
    user.deactivate()

    assert found == [True, True, True, False, False]
    assert world.named(user, "koers_watched()") == []


def test_a_closed_account_and_nobody_are_given_nothing(world, anouk, tess, now):
    guide(world, anouk, now)
    for user in (anouk, tess):
        user.deactivate()

    for asked in ("koers_guided()", "koers_known()", "koers_watched()"):
        assert [world.named(user, asked) for user in (anouk, tess, None)] == [[]] * 3
