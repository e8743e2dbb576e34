"""An id in a request, replaced by one of a dossier elsewhere: nothing happens."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from exitprog import moment
from tests.access.test_access import TARGETS
from tests.factories import (
    MakeBreakGlass,
    MakeHandover,
    MakeNaming,
    make_protected,
)
from tests.foreign import THEIRS, address_of, make_foreign, rows_of_both, state
from tests.id_names import fields_of_forms, read_from
from tests.rollback import rolled_back
from tests.routes import takes
from tests.typed import about, call, note


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
# Who chooses among colleagues where.
COLLEAGUES = {"tess": "assignment", "anouk": "naming-new"}
# Fields by name that hold no row of a dossier.
SHARED = {
    "agency": "the directory, which everyone reads",
    "contact_person": "the directory",
    "kind": "kinds of bottleneck, which everyone reads",
    "municipality_lives": "municipalities, which everyone reads",
    "municipality_works": "municipalities",
    "waiting_agency": "the directory",
    "how": "a word",
    "moves_now": "a word",
    "state": "a word",
    "words_language": "a word",
}
# What the views themselves read of a POST.
NO_ROWS = {
    "anyway": "a button",
    "begin": "a button",
    "draft": "a signed ticket: test_drafts.py forges one",
    "keep": "a button",
    "q": "what is searched for, in the own caseload",
    "then": "a button",
    "turn_away": "a button",
}
# These hand on what was sent, or work the name out; together's two are sent below.
HANDED_ON = {"draft_form", "drafts", "middleware", "moves", "participant", "together"}


@pytest.fixture
def foreign(noor, elsewhere):
    return make_foreign(noor, elsewhere)


@pytest.fixture
def known(mirela, foreign, joost):
    return rows_of_both(mirela, joost, foreign)


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
    """(route, its own id, what a browser sends, the answer to what names theirs).

    `ids` are what the body names. By a form the answer is 200: it says that this can't
    be chosen. The pages of the order say 409, or that nothing was tapped (302).
    """
    _first, second = own.order
    session, contact = note(), call(own.agency)
    tomorrow = (moment.today() + timedelta(days=1)).isoformat()
    visit = {"on": tomorrow, "at": "14:00", "minutes": "10", "kind": "office"}
    keys, colleague = [str(row.pk) for row in ids.order], str(ids.colleague.pk)
    planned, programme = ids.appointment.pk, ids.trajectory.programme_id
    changed = about(ids.order[0], "better", "1")
    return [
        ("session-new", None, session | {"touched": keys} | changed, 200),
        ("session-new", None, session | {"appointment": str(planned)}, 404),
        ("contact-new", None, contact | {"touched": keys}, 200),
        ("contact-new", None, contact | {"answers": str(ids.contact.pk)}, 200),
        ("appointment-new", None, visit | {"about": keys[0]}, 200),
        ("dependency-new", second.pk, {"blocker": keys[0], "kind": "hard"}, 200),
        ("move", None, {"bottleneck": keys[0], "to": "down", "version": 0}, 404),
        ("use-suggestion", None, {"order": " ".join(keys[::-1]), "version": 0}, 409),
        ("together", None, {"first": keys[:1], "version": 0}, 302),
        ("together", None, {"later": keys[:1], "version": 0}, 302),
        ("transfer", None, {"to": colleague, "sheet": "Sheet"}, 200),
        ("protection", None, {"reason": "looked_for", "named": [colleague]}, 200),
        ("safe-contact-still-right", None, {"seen": str(ids.safe_contact.pk)}, 409),
        ("new", None, {"alias": "New", "programme": programme}, 200),
    ]


def send(client, trajectory, route, key, body):
    address = address_of(trajectory, route, key)
    return client.post(address, body | {"submission": str(uuid4())})


def test_a_foreign_id_in_a_form_changes_nothing(as_anouk, mirela, known):
    own, foreign = known
    for sound, forged in zip(bodies(own, own), bodies(own, foreign), strict=True):
        before = state()
        with rolled_back():
            assert send(as_anouk, mirela, *sound[:-1]).status_code == 302, sound
            assert state() != before, sound
        with rolled_back():
            answer = send(as_anouk, mirela, *forged[:-1])
            assert answer.status_code == forged[-1], forged
            assert THEIRS not in answer.content.decode(), forged
            assert state() == before, forged


def test_a_foreign_colleague_is_nobody_to_choose(client, tess, anouk, mirela, known):
    make_protected(mirela)
    _own, foreign = known
    for user, route in COLLEAGUES.items():
        client.force_login({"tess": tess, "anouk": anouk}[user])
        before = state()
        answer = send(client, mirela, route, None, {"to": str(foreign.colleague.pk)})
        assert list(answer.context["form"].errors) == ["to"], route
        assert state() == before, route


def test_every_id_that_a_form_takes_is_replaced_above(known):
    sent = bodies(*known)
    pairs = {(route, name) for route, _key, body, _answer in sent for name in body}
    pairs |= {(route, "to") for route in COLLEAGUES.values()}
    pairs.add(("safe-contact", "seen"))  # as of the page beside it, which asks the same
    names, others = read_from("POST")

    assert {
        (route, name)
        for route, name in fields_of_forms()
        if name not in SHARED and (route, name) not in pairs
    } == set()
    assert names - {name for _route, name in pairs} == NO_ROWS.keys()
    assert others == HANDED_ON
