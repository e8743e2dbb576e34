"""The second wall: what the database gives and takes where nobody filtered."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from exitprog.database import acting_as
from participants.models import (
    Addendum,
    Assignment,
    Bottleneck,
    Draft,
    Flag,
    Participant,
    Session,
    SessionTouch,
    Trajectory,
)
from tests.factories import (
    MakeAssignment,
    MakeBarrier,
    MakeBottleneck,
    MakeBreakGlass,
    MakeDraft,
    MakeFlag,
    MakeHandover,
    MakeParticipant,
    MakeSession,
    make_dossier,
)
from tests.walls import ask, keys, nodes, plan, walled_models, without_the_first_wall

HOUR = timedelta(hours=1)
POLICIES = """
    SELECT relname, array_agg(polname::text) FROM pg_class
    LEFT JOIN pg_policy ON polrelid = pg_class.oid
    WHERE relrowsecurity AND NOT relforcerowsecurity GROUP BY relname
"""
LOOKED_UP_ABOVE = {"Addendum", "ContactTouch", "SessionTouch"}


def broken(participant, user):
    return MakeBreakGlass(participant=participant, user=user)


@pytest.fixture
def world(mirela, anouk):
    """Mirela's dossier with a row of several kinds."""
    first = MakeBottleneck(trajectory=mirela, lane="now", position=1)
    session = MakeSession(trajectory=mirela, author=anouk)
    SessionTouch.objects.create(
        session=session, bottleneck=first, severity_before=3, severity_after=3
    )
    MakeFlag(participant=mirela.participant, raised_by=anouk)
    MakeDraft(author=anouk, participant=mirela.participant)
    return mirela


KINDS = [Participant, Trajectory, Bottleneck, Session, SessionTouch, Flag, Draft]


def seen(user):
    return [len(keys(model.objects.all(), user)) for model in KINDS]


def test_every_table_that_leads_to_a_participant_is_behind_it(db):
    policies = dict(ask(POLICIES))
    tables = {model._meta.db_table for model in walled_models()}

    assert len(tables) > 20
    assert {t for t in tables if "reads" not in policies.get(t, [])} == set()


@pytest.mark.parametrize(
    ("name", "count"),
    [("anouk", 1), ("noor", 0), ("joost", 0), ("tess", 0), ("carla", 0), ("pim", 0)],
)
def test_without_any_filter_each_sees_the_own_dossiers(request, world, name, count):
    assert seen(request.getfixturevalue(name)) == [count] * len(KINDS)


def test_nobody_and_the_admin_see_nothing(world, ada):
    assert seen(None) == seen(ada) == [0] * len(KINDS)


def test_an_account_that_was_closed_sees_nothing(world, anouk):
    anouk.deactivate()

    assert seen(anouk) == [0] * len(KINDS)


def test_a_draft_is_its_authors_alone(world, cover, joost):
    assert seen(joost) == [1, 1, 1, 1, 1, 1, 0]


def refused(write):
    """Whether the database takes it; a row that is not there can't be changed."""
    try:
        with transaction.atomic():
            return not write()
    except DatabaseError:
        return True


def test_who_opened_it_in_an_emergency_reads_and_writes_nothing(world, joost):
    broken(world.participant, joost)
    bottleneck = Bottleneck.objects.get()

    with acting_as(joost):
        rows = Bottleneck.objects.filter(pk=bottleneck.pk)
        assert rows.exists()
        assert refused(lambda: rows.update(severity=1))
        assert refused(lambda: rows.select_for_update().first())
        assert refused(lambda: MakeBottleneck(trajectory=world, position=7))
        assert refused(lambda: Draft.objects.all().delete()[0])


def test_a_stranger_adds_nothing_to_a_dossier(world, noor, joost):
    """Nor does who opened it in an emergency, who may read it all."""
    session = Session.objects.get()
    broken(world.participant, joost)

    for user in (noor, joost):
        with acting_as(user):
            assert refused(lambda u=user: add(session, u))
            assert refused(lambda u=user: MakeSession(trajectory=world, author=u))
            assert refused(
                lambda u=user: MakeFlag(participant=world.participant, raised_by=u)
            )


def add(session, author):
    return Addendum.objects.create(session=session, author=author, text="More")


def test_her_counsellor_adds_to_it(world, anouk):
    person = {"participant": world.participant}
    with acting_as(anouk):
        assert not refused(lambda: add(Session.objects.get(), anouk))
        assert not refused(lambda: MakeSession(trajectory=world, author=anouk))
        assert not refused(lambda: MakeFlag(**person, raised_by=anouk))
        assert not refused(lambda: MakeBottleneck(trajectory=world, position=7))
        assert not refused(lambda: Draft.objects.all().delete()[0])


def grant(to, by, participant, kind="primary"):
    return Assignment.objects.create(
        participant=participant, user=to, granted_by=by, kind=kind
    )


def test_nobody_takes_a_right_to_what_is_not_hers_to_give(world, noor, joost, anouk):
    participant = world.participant
    for user in (noor, joost):
        with acting_as(user):
            assert refused(lambda u=user: grant(u, u, participant, "cover"))
            assert refused(lambda u=user: grant(u, anouk, participant, "cover"))
    with acting_as(noor):
        assert refused(lambda: broken(participant, noor))
        assert refused(lambda: broken(participant, joost))
    with acting_as(joost):
        assert refused(
            lambda: MakeHandover(participant=participant, from_user=joost, to_user=noor)
        )


def test_a_counsellor_guides_whom_she_registers_and_gives_her_to_nobody(
    noor, joost, carla
):
    new = MakeParticipant()
    with acting_as(carla):
        assert refused(lambda: grant(carla, carla, new))
    with acting_as(noor):
        assert refused(lambda: grant(joost, noor, new))
        assert not refused(lambda: grant(noor, noor, new))
        assert refused(lambda: grant(noor, noor, new, "cover"))


def test_whose_right_ended_still_reads_that_it_was_theirs(world, joost):
    now = timezone.now()
    over = {"starts_at": now - 2 * HOUR, "ends_at": now - HOUR}
    ended = MakeAssignment(
        participant=world.participant, user=joost, kind="cover", **over
    )

    assert keys(Assignment.objects.all(), joost) == {ended.pk}
    assert seen(joost) == [0] * len(KINDS)


def test_who_may_give_a_right_gives_it(world, anouk, joost, tess):
    """The rows that are refused above are sound: others may write them."""
    participant = world.participant
    with acting_as(anouk):
        assert not refused(
            lambda: MakeHandover(
                participant=participant, from_user=anouk, to_user=joost
            )
        )
    with acting_as(tess):
        assert not refused(lambda: grant(joost, tess, participant, "cover"))
    with acting_as(joost):
        assert not refused(lambda: broken(participant, joost))


def test_behind_a_barrier_nothing_is_opened(world, joost, tess):
    MakeBarrier(participant=world.participant, user=joost, set_by=tess)
    with acting_as(joost):
        assert refused(lambda: broken(world.participant, joost))


def test_the_receiver_reads_no_dossier_before_she_accepts(client, world, anouk, joost):
    offer = MakeHandover(participant=world.participant, from_user=anouk, to_user=joost)
    assert seen(joost) == [0] * len(KINDS)
    client.force_login(joost)

    page = client.get(reverse("participants:handovers")).content.decode()
    client.post(reverse("participants:handover-accept", args=[offer.pk]))

    assert world.participant.code in page
    assert seen(joost)[:2] == [1, 1]


def test_a_new_counsellor_ends_what_was_offered(world, anouk, joost, tess, client):
    offer = MakeHandover(participant=world.participant, from_user=anouk, to_user=joost)
    client.force_login(tess)

    page = reverse("participants:assignment", args=[world.participant.code])
    client.post(page, {"to": joost.pk})

    offer.refresh_from_db()
    assert offer.state == "withdrawn"
    assert seen(joost)[0] == 1


def test_the_second_wall_alone_lets_nothing_through(world, noor, tess):
    """Every page of the dossier, with the first wall taken away."""
    code = world.participant.code
    pages = ["overview", "priorities", "timeline"]
    found = {}
    with without_the_first_wall():
        for user in (noor, tess):
            browser = Client(raise_request_exception=False)
            browser.force_login(user)
            for page in pages:
                answer = browser.get(reverse(f"participants:{page}", args=[code]))
                found[user.name, page] = answer.status_code
                assert "Mirela" not in answer.content.decode()

    assert set(found.values()) == {404}


@pytest.mark.parametrize("model", walled_models(), ids=lambda model: model.__name__)
def test_the_wall_uses_an_index_and_asks_once(model, world, anouk):
    """All rows of the table, as a view would ask that forgot to filter."""
    found = list(nodes(plan(model.objects.all(), anouk)))

    asked = [n for n in found if n.get("Subplan Name", "").startswith("InitPlan")]
    scans = [n for n in found if n.get("Relation Name") == model._meta.db_table]
    assert {n["Actual Loops"] for n in asked} <= {0, 1}
    assert asked or model.__name__ in LOOKED_UP_ABOVE
    if model.__name__ not in LOOKED_UP_ABOVE:
        assert {n["Node Type"] for n in scans} <= {
            "Index Scan",
            "Index Only Scan",
            "Bitmap Heap Scan",
        }


def test_two_cases_are_kept_apart_in_one_transaction(world, anouk, noor, elsewhere):
    other = make_dossier(noor, elsewhere)

    with acting_as(anouk):
        mine = Participant.objects.get()
        with acting_as(noor):
            hers = Participant.objects.get()
        again = Participant.objects.get()

    assert (mine, hers, again) == (world.participant, other.participant, mine)
    assert Participant.objects.count() == 2
