"""An id in a request, replaced by one of a dossier elsewhere: nothing happens."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from exitprog import moment
from tests.access.test_access import TARGETS
from tests.factories import (
    MakeAgency,
    MakeBreakGlass,
    MakeContact,
    MakeHandover,
    MakeMembership,
    MakeNaming,
    make_dossier,
    make_order,
    make_protected,
)
from tests.rollback import rolled_back
from tests.routes import takes
from tests.typed import call, note
from tests.walls import walled_models


def handover(trajectory):
    giver = trajectory.participant.assignments.get().user
    receiver = trajectory.programme.memberships.exclude(user=giver).first().user
    row = MakeHandover(
        participant=trajectory.participant, from_user=giver, to_user=receiver
    )
    return {"pk": row.pk}


def emergency(trajectory):
    opener = trajectory.programme.memberships.first().user
    row = MakeBreakGlass(participant=trajectory.participant, user=opener, is_over=True)
    return {"pk": row.pk}


def asked(trajectory):
    make_protected(trajectory)
    opener = trajectory.programme.memberships.first().user
    return {"pk": MakeBreakGlass(participant=trajectory.participant, user=opener).pk}


def named(trajectory):
    return {"pk": MakeNaming(participant=trajectory.participant, confirmed_by=None).pk}


# Those whose makers name people of Waterveen.
ELSEWHERE = {
    "participants:handover-accept": handover,
    "participants:handover-decline": handover,
    "participants:handover-undo": handover,
    "participants:emergency-approval": asked,
    "participants:emergency-note": emergency,
    "participants:emergency-waiting": asked,
    "participants:naming-answer": named,
    "participants:emergency-review": emergency,
}
NAMES_PEOPLE = {"participants:leaving"}
PATHS = sorted(
    route
    for route in TARGETS
    if "participants:" in route
    and takes(route) - {"code"}
    and route not in NAMES_PEOPLE
)


@pytest.fixture
def foreign(noor, elsewhere):
    MakeMembership(programme=elsewhere)
    return make_dossier(noor, elsewhere, alias="Foreign")


def state():
    """Everything about anybody, as one hash per table."""
    tables = [connection.ops.quote_name(m._meta.db_table) for m in walled_models()]
    hashed = "SELECT md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) FROM {} t"
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(hashed.format(table) for table in tables))
        return cursor.fetchall()


def swapped(own, foreign):
    """The own code beside foreign ids."""
    return foreign | {name: own[name] for name in own if name == "code"}


def ask(client, address):
    """By POST; a page that is only read, by GET."""
    answer = client.post(address)
    return (client.get(address) if answer.status_code == 405 else answer).status_code


def test_a_foreign_id_in_an_address_is_not_found(as_anouk, mirela, joost, foreign):
    found = {}
    for route in PATHS:
        with rolled_back():
            theirs = ELSEWHERE.get(route, TARGETS[route])(foreign)
            ids = swapped(TARGETS[route](mirela), theirs)
            before = state()
            found[route] = ask(as_anouk, reverse(route, kwargs=ids))
            assert state() == before, route

    assert len(found) > 20
    assert found == dict.fromkeys(PATHS, 404)


def bodies(own, ids):
    """(route, its own id, what a browser sends); `ids` are what the body names."""
    _first, second = own.order
    session, contact = note(), call(own.agency)
    tomorrow = (moment.today() + timedelta(days=1)).isoformat()
    visit = {"on": tomorrow, "at": "14:00", "minutes": "10", "kind": "office"}
    keys = [str(row.pk) for row in ids.order]
    return [
        ("session-new", None, session | {"touched": keys}),
        ("contact-new", None, contact | {"touched": keys}),
        ("contact-new", None, contact | {"answers": str(ids.contact.pk)}),
        ("appointment-new", None, visit | {"about": keys[0]}),
        ("dependency-new", second.pk, {"blocker": keys[0], "kind": "hard"}),
        ("move", None, {"bottleneck": keys[0], "to": "down", "version": 0}),
        ("use-suggestion", None, {"order": " ".join(keys[::-1]), "version": 0}),
        ("together", None, {"first": keys[:1], "version": 0}),
        ("transfer", None, {"to": str(ids.colleague.pk), "sheet": "Sheet"}),
    ]


@pytest.fixture
def known(mirela, foreign, joost):
    """What a body may name, of the own dossier and of the foreign one."""

    def of(trajectory, colleague):
        agency, order = MakeAgency(), make_order(trajectory, "A", "B")
        order[1].severity = 5
        order[1].save()
        author = trajectory.participant.assignments.get().user
        contact = MakeContact(
            trajectory=trajectory,
            author=author,
            agency=agency,
            answer_due=moment.today(),
            promise="A letter",
        )
        return SimpleNamespace(
            trajectory=trajectory,
            agency=agency,
            order=order,
            contact=contact,
            colleague=colleague,
        )

    stranger = foreign.programme.memberships.first().user
    return of(mirela, joost), of(foreign, stranger)


def send(client, trajectory, route, key, body):
    args = [trajectory.participant.code, *([key] if key else [])]
    address = reverse(f"participants:{route}", args=args)
    return client.post(address, body | {"submission": str(uuid4())}).status_code


def test_a_foreign_id_in_a_form_changes_nothing(as_anouk, mirela, known):
    own, foreign = known
    for sound, forged in zip(bodies(own, own), bodies(own, foreign), strict=True):
        before = state()
        with rolled_back():
            assert send(as_anouk, mirela, *sound) == 302, sound
            assert state() != before, sound
        with rolled_back():
            assert send(as_anouk, mirela, *forged) < 500, forged
            assert state() == before, forged
