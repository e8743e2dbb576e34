"""The demo is complete: every state, and a caseload like the one that was drawn."""

import pytest
from django.db import connection, transaction
from django.utils.translation import override

from agencies.models import Agency, Programme
from counsellors.models import AccessEvent, User
from participants.caseload import caseload, chips
from participants.demo import marker
from participants.demo.book import WRITTEN_IN_ORDER
from participants.demo.people import PASSWORD
from participants.demo.seed import seed
from participants.models import (
    Dependency,
    OrderMove,
    Participant,
    SafeContact,
    Session,
    Trajectory,
)
from participants.models.participant import Pronoun
from participants.models.safe_contact import Level
from participants.models.trajectory import State


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    """One seeding for all that only look at it; it is rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed("nl")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(seeded, db):
    return {user.email.split("@")[0]: user for user in User.objects.all()}


def test_it_has_three_programmes_twelve_users_and_forty_agencies(demo):
    assert Programme.objects.count() == 3
    assert len(demo) == 12
    assert Agency.objects.in_use().count() >= 40
    assert 40 <= Participant.objects.count() <= 46


def test_every_state_level_and_pronoun_is_there(demo):
    known = set(SafeContact.objects.values_list("level", flat=True))

    assert set(Trajectory.objects.values_list("state", flat=True)) == set(State.values)
    assert set(Participant.objects.values_list("pronoun", flat=True)) == set(Pronoun)
    assert known == set(Level.values) - {Level.NOT_ASKED}


def test_the_accounts_log_in_with_the_printed_password(demo):
    assert all(user.check_password(PASSWORD) for user in demo.values())


def test_anouks_caseload_shows_every_filter(demo):
    with override("en"):
        shown = chips(caseload(demo["anouk"]), "all")

    assert [chip.key for chip in shown] == [
        "all",
        "safety",
        "unseen",
        "cover",
        "closed",
    ]
    assert 14 <= shown[0].count <= 18


def test_mirela_has_her_nine_bottlenecks_in_order(demo):
    mirela = Trajectory.objects.get(participant__code="K7Q-M4F2")
    rows = mirela.bottlenecks.in_order()

    assert [row.position for row in rows] == list(range(1, 10))
    assert "".join(row.lane[2] for row in rows) == "wwwxxxttt"
    assert [row.severity for row in rows] == [5, 4, 4, 4, 3, 4, 2, 3, 2]
    assert [row.participant_rank for row in rows] == [2, 5, 1, 3, 6, 4, 8, 9, 7]
    assert mirela.bottlenecks.closed().count() == 2


def test_each_order_is_the_one_that_its_last_move_left(demo):
    for trajectory in Trajectory.objects.filter(order_version__gt=0):
        last = OrderMove.objects.filter(trajectory=trajectory).newest_first().first()
        rows = trajectory.bottlenecks.in_order()

        assert last.after == [[str(row.pk), row.lane] for row in rows]
        assert last.order_version == trajectory.order_version


def test_every_value_is_a_choice_and_fits_its_field(demo):
    for model in WRITTEN_IN_ORDER:
        keys = [f.name for f in model._meta.fields if f.is_relation]
        for row in model.objects.all():
            empty = [f.name for f in model._meta.fields if not getattr(row, f.attname)]
            row.clean_fields(exclude=[*empty, *keys])


def test_every_constraint_holds(demo):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_nothing_was_written_down_in_the_future(demo):
    assert not Session.objects.filter(on__gt=marker.read()["demo"]).exists()
    assert Dependency.objects.exists()
    assert AccessEvent.objects.filter(result="refused").count() == 2
