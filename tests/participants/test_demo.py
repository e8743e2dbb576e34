"""The demo shows everything, is the same each day, and its dump tells nobody anything.

All of that is looked at in one seeding, which takes a second.
"""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.models import Count, F, Q
from django.utils.translation import override

from agencies.models import Agency, Programme
from counsellors.models import AccessEvent, User
from counsellors.querysets.user import in_force
from exitprog import moment
from exitprog.database import acting_as
from participants.caseload import caseload, chips
from participants.demo import marker
from participants.demo.book import WRITTEN_IN_ORDER
from participants.demo.people import PASSWORD
from participants.demo.seed import seed, tell
from participants.models import (
    AgencyContact,
    Appointment,
    Assignment,
    Barrier,
    Bottleneck,
    BreakGlass,
    Consent,
    Dependency,
    Flag,
    Handover,
    OrderDecision,
    OrderMove,
    Participant,
    Protection,
    SafeContact,
    Session,
    Trajectory,
)
from participants.models.handover import HandoverState
from participants.models.order import Agreement
from participants.models.participant import Pronoun
from participants.models.safe_contact import Level
from participants.models.trajectory import State
from participants.querysets.rights import DossierQuerySet
from tests.dump import dumped, sealed_texts
from tests.walls import keys, walled_models

LONG = 12
# What is not seen just as the dossier is: a draft, and rows about a right to it.
OTHERWISE = {
    "assignment",
    "barrier",
    "breakglass",
    "draft",
    "handover",
    "naming",
    "protection",
}


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    """One seeding for all that only look at it; it is rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield seed("nl")
        transaction.set_rollback(True)


@pytest.fixture
def demo(seeded, db):
    return {user.email.split("@")[0]: user for user in User.objects.all()}


def counted(model, **conditions):
    """How many rows fulfil each condition."""
    return model.objects.aggregate(
        **{name: Count("pk", filter=wanted) for name, wanted in conditions.items()}
    )


def test_it_has_three_programmes_twelve_users_and_eighty_participants(demo):
    assert Programme.objects.count() == 3
    assert len(demo) == 12
    assert Agency.objects.in_use().count() >= 40
    assert Participant.objects.count() == 80


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
        "check",
        "unseen",
        "cover",
        "closed",
    ]
    assert shown[0].count == 18


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


def test_nobody_carries_too_many_and_one_nobody_yet(demo):
    open_now = Q(assignments__participant__trajectories__ended_on=None)
    now = Q(assignments__ends_at=None, assignments__kind="primary")
    loads = User.objects.annotate(load=Count("assignments", filter=now & open_now))

    assert {user.email.split("@")[0]: user.load for user in loads if user.load} == {
        "anouk": 17,
        "femke": 5,
        "joost": 16,
        "lotte": 8,
        "noor": 11,
        "ravi": 9,
    }
    assert demo["joost"].max_participants == 16
    assert demo["yusuf"].memberships.get().role == "counsellor"
    assert demo["femke"].memberships.get().ends_at > moment.now()


def test_appointments_lie_around_now(demo):
    now, today = moment.now(), moment.today()
    plain = Q(moved_to=None, cancelled_at=None)

    assert not {
        name
        for name, count in counted(
            Appointment,
            today=Q(starts_at__date=today) & plain,
            coming=Q(starts_at__date__gt=today) & plain,
            without_a_note=Q(starts_at__lt=now, session=None) & plain,
            logged=Q(session__attendance="attended"),
            missed=Q(session__attendance="missed"),
            moved_twice=Q(moved_from__moved_from__isnull=False),
            called_off_by_her=Q(cancelled_by="participant"),
            called_off_by_us=Q(cancelled_by="us"),
        ).items()
        if not count
    }


def test_the_team_has_something_of_everything(demo):
    now = moment.now()

    assert counted(
        Assignment,
        covers_now=Q(kind="cover", starts_at__lte=now, ends_at__gt=now),
        covered=Q(kind="cover", ends_at__lte=now),
        will_cover=Q(kind="cover", starts_at__gt=now),
    ) == {"covers_now": 2, "covered": 1, "will_cover": 1}
    states = [HandoverState.ACCEPTED, HandoverState.DECLINED, HandoverState.OFFERED]
    assert sorted(row.state for row in Handover.objects.all()) == states
    assert Handover.objects.undoable().count() == 1
    assert counted(
        BreakGlass,
        without_note=Q(note="", reviewed_at=None),
        to_review=~Q(note="") & Q(reviewed_at=None),
        reviewed=Q(verdict="right"),
    ) == {"without_note": 2, "to_review": 1, "reviewed": 1}
    assert Barrier.objects.get().user == demo["ravi"]


def test_a_protected_dossier_is_closed_to_who_covers_and_who_asks(demo):
    kasia = Protection.objects.in_force().get().participant

    for name, is_open in (("femke", True), ("joost", False), ("yusuf", False)):
        mine = Participant.objects.visible_to(demo[name])
        assert mine.filter(pk=kasia.pk).exists() == is_open, name
        assert (kasia.pk in keys(Participant.objects.all(), demo[name])) == is_open
    covers = kasia.assignments.filter(user=demo["joost"]).in_force()
    asked = kasia.break_glasses.filter(in_force(), user=demo["yusuf"])
    assert (covers.count(), asked.count()) == (1, 1)


def test_paper_is_in_every_state(demo):
    today = moment.today()

    assert counted(
        Consent, expired=Q(expires_on__lt=today), withdrawn=~Q(withdrawn_on=None)
    ) == {"expired": 4, "withdrawn": 3}
    assert counted(
        Flag, due=Q(removed_on=None, review_on__lte=today), removed=~Q(removed_on=None)
    ) == {"due": 2, "removed": 2}
    answers = OrderDecision.objects.values_list("participant", flat=True)
    assert set(answers) == set(Agreement.values)
    assert AgencyContact.objects.awaiting_answer().filter(answer_due__lt=today).exists()


def test_some_came_back_some_wait_and_some_stand_still(demo):
    still = moment.today() - timedelta(weeks=8)
    runs = Participant.objects.annotate(runs=Count("trajectories")).filter(runs=2)
    running = Trajectory.objects.filter(ended_on=None)
    guided = running.filter(participant__assignments__ends_at=None)
    stuck = Bottleneck.objects.filter(lane="now", opened_on__lt=still).exclude(
        Q(session_touches__session__on__gte=still)
        | Q(contact_touches__contact__on__gte=still)
    )

    assert sorted(row.alias for row in runs) == ["Mitchell", "Sofie"]
    waiting = running.exclude(pk__in=guided).select_related("participant")
    assert sorted(row.participant.alias for row in waiting) == ["Bella", "Zoë"]
    assert stuck.count() >= 5


def test_nothing_happened_outside_the_time_of_its_trajectory(demo):
    late = Q(on__gt=F("trajectory__ended_on")) | Q(on__lt=F("trajectory__started_on"))

    assert not Session.objects.filter(late).exists()
    assert not AgencyContact.objects.filter(late).exists()
    assert not Bottleneck.objects.filter(
        Q(opened_on__lt=F("trajectory__started_on"))
        | Q(opened_on__gt=F("trajectory__ended_on"))
        | Q(closed_on__lt=F("opened_on"))
    ).exists()


def test_nothing_was_written_down_in_the_future(demo):
    assert not Session.objects.filter(on__gt=marker.read()["demo"]).exists()
    assert Dependency.objects.exists()
    assert AccessEvent.objects.filter(result="refused").count() == 2


def test_notes_can_be_english_and_people_stay_the_same(seeded, demo):
    book = tell("en", *seeded)
    stored = {(row.code, row.alias) for row in Participant.objects.all()}

    assert {(row.code, row.alias) for row in book.rows[Participant]} == stored
    assert ("K7Q-M4F2", "Mirela") in stored
    titles = {row.title for row in book.rows[Bottleneck]}
    assert "Ex-partner comes to the flat" in titles
    assert not titles & {row.title for row in Bottleneck.objects.all()}


@pytest.fixture(scope="module")
def sealed(seeded, django_db_blocker):
    with django_db_blocker.unblock():
        return sealed_texts()


def test_no_sealed_text_stands_in_a_dump_nor_fills_a_column_of_it(sealed, demo):
    """Whoever gets hold of a dump reads nothing about anybody."""
    dump = dumped()
    columns = {cell for line in dump.splitlines() for cell in line.split("\t")}

    assert len(sealed) > 900
    assert {text for text in sealed if len(text) >= LONG and text in dump} == set()
    assert sealed & columns == set()


def test_what_counts_most_is_among_what_is_sealed(sealed, demo):
    assert {row.alias for row in Participant.objects.all()} <= sealed
    assert {row.title for row in Bottleneck.objects.all()} <= sealed
    assert {row.what_happened for row in Session.objects.all()} <= sealed
    assert {row.phone for row in SafeContact.objects.all()} <= sealed


def test_the_demo_is_seen_alike_through_both_walls(demo):
    """Row by row, for every kind of row that belongs to a dossier."""
    anouk = demo["anouk"]
    dossiers = [
        model
        for model in walled_models()
        if isinstance(model._default_manager.all(), DossierQuerySet)
        and model._meta.model_name.removesuffix("event") not in OTHERWISE
    ]

    filled = 0
    for model in dossiers:
        with acting_as(anouk):
            allowed = set(model.objects.visible_to(anouk).values_list("pk", flat=True))
        filled += bool(allowed)
        assert keys(model.objects.all(), anouk) == allowed, model

    assert filled > 12
