"""Each wall alone, table by table: who reads, adds, changes, removes and moves rows.

For the second one every statement is sent as the web role for that person, with no view
before it; the first one is asked as the owner, whom no policy holds.
"""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from exitprog.database import acting_as, tell
from participants.models import (
    AgencyContact,
    Bottleneck,
    BreakGlass,
    ContactTouch,
    Participant,
)
from tests.canary.planted import plant
from tests.factories import (
    MakeAssessment,
    MakeBreakGlass,
    MakeContact,
    MakeMembership,
    MakeNaming,
    MakeProgramme,
    MakeProtection,
    MakeSession,
    make_dossier,
    make_member,
)
from tests.participants.tables import ABOVE, Table, let_through, row_of
from tests.walls import keys, reach, walled_models

HOUR = timedelta(hours=1)
PEOPLE = (
    *("primary", "cover", "opener", "receiver"),
    *("team lead", "coordinator", "officer", "stranger"),
)
GROWING = "Addendum Assessment ContactTouch OrderDecision OrderMove SafeContact"
WRITTEN = "Appointment Bottleneck Consent DaytimeActivity Dependency Flag Income"
TRACKED = f"AgencyContact Barrier Participant Session Trajectory {WRITTEN}"
HISTORY = " ".join(f"{name}Event" for name in TRACKED.split())
# r reads it, a adds a copy, c changes it, d removes it, m moves it to the other
# dossier, which Anouk only reads, o adds a copy there. As in PEOPLE.
MAY = [
    (f"{GROWING} SessionTouch TrajectoryStep", "ra", "ra", "r", "", "", "", "", ""),
    ("AgencyContact Session", "rac", "rac", "r", "", "", "", "", ""),
    (WRITTEN, "racd", "racd", "r", "", "", "", "", ""),
    (f"{HISTORY} Barrier", "r", "r", "r", "", "", "", "", ""),
    ("Participant", "rac", "rac", "ra", "a", "", "", "", "a"),
    ("Trajectory", "rc", "rc", "r", "", "", "", "", ""),
    ("Assignment", "rac", "r", "r", "rcm", "rcm", "", "", ""),
    ("AssignmentEvent", "r", "r", "r", "r", "r", "", "", ""),
    ("BreakGlass", "r", "", "raco", "", "rc", "", "rc", ""),
    ("BreakGlassEvent", "r", "", "r", "", "r", "", "r", ""),
    ("Draft", "racdmo", "", "", "", "", "", "", ""),
    ("Handover", "rac", "", "", "rcm", "", "", "", ""),
    ("HandoverEvent", "r", "", "", "r", "", "", "", ""),
    ("Naming", "rac", "r", "r", "", "r", "", "r", ""),
    ("NamingEvent", "r", "r", "r", "", "r", "", "r", ""),
    ("Protection", "rac", "r", "r", "r", "r", "", "r", ""),
    ("ProtectionEvent", "r", "r", "r", "r", "r", "", "r", ""),
]
RIGHTS = "Assignment BreakGlass Handover Naming Protection"
UNCHANGED = {
    *f"{GROWING} SessionTouch TrajectoryStep {HISTORY}".split(),
    *(f"{name}Event" for name in RIGHTS.split()),
}
UNREMOVED = UNCHANGED | {"AgencyContact", "Session"}
ENDED = {"Naming", "Protection"}  # the web role writes no other column of theirs


def may(user, tables):
    """By model the letters of what the database lets the user do, all in one go."""
    with acting_as(user):
        return let_through(tables)


@pytest.fixture
def people(anouk, joost, cover, tess, carla, pim, noor, waterveen, mirela):
    """Who comes to Mirela's dossier; Anouk broke the glass of another one too."""
    names = ("Olga Opener", "Ria Receiver", "Otto Other")
    opener, receiver, other = (make_member(name, waterveen) for name in names)
    second = make_dossier(other, waterveen, alias="Yun")
    for letter, run, by in (("a", mirela, anouk), ("b", second, other)):
        fill(plant(letter, run, by, receiver=receiver, opener=opener, reviewer=pim))
    MakeBreakGlass(participant=second.participant, user=anouk)
    own = make_dossier(noor, MakeProgramme(slug="hers"))
    MakeMembership(user=noor, programme=own.programme)
    MakeSession(trajectory=own, author=noor)
    MakeContact(trajectory=own, author=noor)
    us = [anouk, joost, opener, receiver, tess, carla, pim, noor]
    return dict(zip(PEOPLE, us, strict=True))


def fill(dossier):
    """With the kinds that hold no words; the protection is over, nothing approved."""
    by, now = dossier.counsellor, timezone.now()
    over = {"starts_at": now - 2 * HOUR, "ends_at": now - HOUR, "ended_by": by}
    MakeProtection(participant=dossier.participant, set_by=by, **over)
    MakeNaming(participant=dossier.participant, user=by, named_by=by)
    BreakGlass.objects.update(approved_by=None, approved_at=None)
    MakeAssessment(trajectory=dossier.trajectory, recorded_by=dossier.counsellor)
    contact, bottleneck = (
        dossier.rows[kind][0] for kind in (AgencyContact, Bottleneck)
    )
    ContactTouch.objects.create(contact=contact, bottleneck=bottleneck)


def test_each_table_lets_through_what_is_written_here(people, mirela):
    persons = Participant.objects.filter(break_glasses__user=people["primary"])
    tables = {
        model.__name__: Table(model, mirela.participant, persons.get())
        for model in walled_models()
    }

    found = {
        (model, name): letters
        for name, user in people.items()
        for model, letters in may(user, tables).items()
    }

    assert found == {
        (table, name): letters
        for tables, *expected in MAY
        for table in tables.split()
        for name, letters in zip(PEOPLE, expected, strict=True)
    }


def reached(user, statement):
    """By model how many rows its statement reaches for the user; None: refused."""
    with acting_as(user):
        return {model.__name__: reach(statement(model)) for model in walled_models()}


def taking(person):
    """Statements that move every row of a table into her dossier, or change it."""
    keys = {name: row_of(parent, person).pk for name, parent in ABOVE.items()}

    def statement(model):
        table, names = model._meta.db_table, {f.column for f in model._meta.fields}
        moves = (f"{name} = '{key}'" for name, key in keys.items() if name in names)
        if model.__name__ in ENDED:
            return f"UPDATE {table} SET ends_at = now()"
        return f"UPDATE {table} SET {next(moves, 'version = 1')}"

    return statement


def test_who_does_not_say_which_row_reaches_her_own_alone(people):
    """No policy for reading holds a statement that reads nothing: not even a key."""
    her = people["stranger"]
    person = her.assignments.get().participant

    taken = reached(her, taking(person))
    removed = reached(her, lambda model: f"DELETE FROM {model._meta.db_table}")

    own = dict.fromkeys(["AgencyContact", "Assignment", "Participant"], 1)
    own |= dict.fromkeys(["Session", "Trajectory"], 1)
    models = [model.__name__ for model in walled_models()]
    assert taken == dict.fromkeys(models, 0) | own | dict.fromkeys(UNCHANGED)
    assert removed == dict.fromkeys(models, 0) | dict.fromkeys(UNREMOVED | ENDED)


def test_what_only_grows_the_owner_neither_changes_nor_removes(people, mirela):
    persons = Participant.objects.filter(break_glasses__user=people["primary"])
    tables = {
        model.__name__: Table(model, mirela.participant, persons.get())
        for model in walled_models()
    }

    with transaction.atomic():
        may = let_through(tables)

    assert {name for name in may if "c" not in may[name]} == UNCHANGED
    assert {name for name in may if "d" not in may[name]} == UNREMOVED


def test_the_web_role_empties_no_table(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r'"
            " AND has_table_privilege('koers_web', oid, 'TRUNCATE')"
        )
        assert cursor.fetchall() == []


def shown(user, model):
    """What Python alone gives to the user."""
    tell(user)
    rows = model._default_manager.visible_to(user)
    return set(rows.values_list("pk", flat=True))


def asked_models():
    managers = ((model, model._default_manager) for model in walled_models())
    return [model for model, rows in managers if hasattr(rows, "visible_to")]


def test_the_first_wall_alone_shows_no_more_than_the_second(people):
    wider = [
        (name, model)
        for name, user in people.items()
        for model in asked_models()
        if not shown(user, model) <= keys(model.objects.all(), user)
    ]

    assert len(asked_models()) > 15
    assert wider == []
    assert shown(people["primary"], Participant)


@pytest.mark.parametrize("facts", [{"is_active": False}, {"is_staff": True}], ids=str)
def test_who_does_not_work_with_people_is_shown_nothing(people, facts):
    """Neither a closed account nor an admin, also where rights of theirs were left."""
    for user in people.values():
        vars(user).update(facts)
        assert not any(shown(user, model) for model in asked_models())
