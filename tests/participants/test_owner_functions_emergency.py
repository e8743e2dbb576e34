"""Whose dossier an emergency opens, for the functions of the owner."""

from django.db import connection

from counsellors.models import Role
from exitprog.database import acting_as
from tests.factories import (
    MakeBreakGlass,
    MakeProtection,
    MakeUser,
    make_member,
)
from tests.participants.owner_functions import (
    COVERED,
    HERS,
    HOUR,
    barred,
    glass,
    guide,
    hand,
)

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


def test_a_known_case_says_since_when_it_is_extra_protected(world, tess, now):
    over = {"ended_by": tess}
    for name, period in (
        ("lasts", {}),
        ("begins", {"starts_at": now}),
        ("comes", {"starts_at": now + HOUR}),
        ("ends", {"ends_at": now} | over),
        ("ends later", {"ends_at": now + HOUR} | over),
    ):
        period = {"starts_at": now - HOUR} | period
        MakeProtection(participant=world.person(name), **period)
    world.person("never")
    since = {"lasts": now - HOUR, "begins": now, "ends later": now - HOUR}
    told = {name: since.get(name) for name in world.people}

    with acting_as(tess), connection.cursor() as cursor:
        for asked in ("participants_knowncase WHERE code =", "koers_case_to_open("):
            assert protected_since(cursor, world, asked) == told


def protected_since(cursor, world, asked):
    found = {}
    for name, person in world.people.items():
        end = ")" if asked.endswith("(") else ""
        cursor.execute(f"SELECT protected_since FROM {asked} %s {end}", [person.code])
        [[found[name]]] = cursor.fetchall()
    return found


def opened(world, user):
    """The names of those whom the whole code finds, and no other than themselves."""
    with acting_as(user), connection.cursor() as cursor:
        found = []
        for name, person in world.people.items():
            ask = "SELECT participant_id FROM koers_case_to_open(%s)"
            cursor.execute(ask, [person.code])
            found += [name for (key,) in cursor if key == person.pk]
    return sorted(found)
