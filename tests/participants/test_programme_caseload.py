"""The caseload of a programme: counted facts, the own programme, nobody by name."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from counsellors.models import Membership, Role
from exitprog.database import acting_as, tell
from participants.models import BottleneckFact, CaseFact, CoverFact
from tests.factories import (
    MakeAgency,
    MakeAssignment,
    MakeBottleneck,
    MakeContact,
    MakeMembership,
    MakeSession,
    MakeTrajectory,
    make_dossier,
    make_member,
)
from tests.statements import counted

PAGE = reverse("participants:programme-caseload", args=["waterveen"])
FACTS = [CaseFact, BottleneckFact, CoverFact]


@pytest.fixture
def caseload(client, carla):
    client.force_login(carla)
    return lambda: client.get(PAGE).context["caseload"]


def codes(facts):
    return [fact.code for fact in facts]


def test_the_coordinator_sees_codes_and_no_name(client, carla, mirela):
    client.force_login(carla)

    page = client.get(PAGE).content.decode()

    assert mirela.participant.code in page
    assert "Mirela" not in page
    line = carla.access_events.get()
    assert (line.case_codes, line.case_code) == ([mirela.participant.code], "")


def test_cases_of_another_programme_are_not_there(caseload, mirela, noor, elsewhere):
    make_dossier(noor, elsewhere)

    assert codes(caseload().cases) == [mirela.participant.code]


@pytest.mark.parametrize("model", FACTS)
def test_the_view_itself_holds_to_the_own_programme(
    model, mirela, cover, noor, elsewhere, carla
):
    """Without any filter of Django's, as the web role."""
    other = make_dossier(noor, elsewhere)
    for trajectory in (mirela, other):
        MakeBottleneck(trajectory=trajectory, lane="now", position=1)

    with acting_as(carla):
        programmes = set(model.objects.values_list("programme_id", flat=True))

    assert programmes == {mirela.programme_id}


@pytest.mark.parametrize("model", FACTS)
def test_python_too_holds_to_the_programmes_of_the_reader(
    model, mirela, cover, noor, joost, elsewhere, waterveen, tess, anouk
):
    """The database is told of someone who may see the facts of both programmes."""
    other = make_dossier(noor, elsewhere)
    MakeAssignment(participant=other.participant, user=joost, kind="cover")
    for trajectory in (mirela, other):
        MakeBottleneck(trajectory=trajectory, lane="now", position=1)
    both = make_member("Both", elsewhere, Role.COORDINATOR)
    MakeMembership(user=both, programme=waterveen, role=Role.COORDINATOR)

    tell(both)
    found = {
        str(user): set(model.objects.visible_to(user).values_list("programme_id"))
        for user in (both, tess, anouk, AnonymousUser())
    }

    here, there = (mirela.programme_id,), (other.programme_id,)
    assert list(found.values()) == [{here, there}, {here}, set(), set()]


@pytest.mark.parametrize("model", FACTS)
@pytest.mark.parametrize("name", ["anouk", "joost", "noor", "pim", "ada"])
def test_the_views_are_empty_for_everyone_else(request, model, name, mirela, cover):
    MakeBottleneck(trajectory=mirela, lane="now", position=1)

    with acting_as(request.getfixturevalue(name)):
        assert model.objects.count() == 0


def test_a_coordinator_whose_period_ended_sees_nothing(carla, mirela):
    Membership.objects.filter(user=carla).update(ends_at=timezone.now())

    with acting_as(carla):
        assert CaseFact.objects.count() == 0


def test_the_web_role_cannot_write_through_a_view(mirela, carla):
    with acting_as(carla), pytest.raises(DatabaseError), transaction.atomic():
        CaseFact.objects.update(state="completed")


def test_the_views_hold_just_these_columns(db):
    """No text of anybody: every word is a code, a choice or a key."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, array_agg(column_name::text ORDER BY column_name)"
            " FROM information_schema.columns JOIN pg_views ON viewname = table_name"
            " AND schemaname = table_schema WHERE table_schema = 'public' GROUP BY 1"
        )
        columns = dict(cursor.fetchall())

    assert {view: " ".join(names) for view, names in columns.items()} == {
        "participants_bottleneckfact": "case_id id lane life_area opened_on"
        " programme_id severity state stepped_on waiting_agency_id waiting_on"
        " waiting_since",
        "participants_casefact": "code counsellor_id ended_on id is_acute"
        " open_bottlenecks programme_id seen_on started_on state",
        "participants_coverfact": "case_id ends_at id programme_id starts_at user_id",
        "participants_knowncase": "code ended_on id participant_id programme_id"
        " protected_since started_on",
    }


def test_load_counts_cases_danger_and_who_was_not_seen(caseload, anouk, mirela):
    MakeBottleneck(
        trajectory=mirela, life_area="safety", severity=5, lane="now", position=1
    )

    [load] = caseload().loads

    assert (load.user, len(load.cases), load.acute, load.unseen) == (anouk, 1, 1, 1)


@pytest.mark.parametrize(("days", "unseen"), [(14, 0), (15, 1)])
def test_not_seen_begins_after_fourteen_days(caseload, anouk, mirela, days, unseen):
    on = timezone.localdate() - timedelta(days=days)
    MakeSession(trajectory=mirela, author=anouk, on=on)

    assert caseload().loads[0].unseen == unseen


@pytest.mark.parametrize(("days", "stuck"), [(56, 0), (57, 1)])
def test_a_bottleneck_is_stuck_after_eight_weeks_in_now(caseload, mirela, days, stuck):
    MakeBottleneck(
        trajectory=mirela,
        lane="now",
        position=1,
        opened_on=timezone.localdate() - timedelta(days=days),
    )

    assert sum(group.count for group in caseload().stuck) == stuck


def test_stuck_is_grouped_by_who_is_waited_for(caseload, mirela):
    long_ago = timezone.localdate() - timedelta(days=100)
    bank = MakeAgency(name="The bank")
    for place in (1, 2):
        MakeBottleneck(
            trajectory=mirela,
            lane="now",
            position=place,
            opened_on=long_ago,
            waiting_on="agency",
            waiting_agency=bank,
        )
    MakeBottleneck(trajectory=mirela, lane="now", position=3, opened_on=long_ago)

    assert [(group.name, group.count) for group in caseload().stuck] == [
        ("The bank", 2),
        ("Waits on nobody", 1),
    ]


def test_of_many_the_longest_are_named_and_the_rest_is_counted(
    client, carla, caseload, mirela
):
    for weeks in range(12):
        MakeBottleneck(
            trajectory=mirela,
            lane="now",
            position=weeks + 1,
            opened_on=timezone.localdate() - timedelta(weeks=20 + weeks),
        )

    [group] = caseload().stuck
    assert (group.count, group.longest, group.more) == (12, 31, 4)
    assert "31 weeks" in client.get(PAGE).content.decode()


def test_what_stood_still_in_a_closed_dossier_is_left_out(caseload, anouk, mirela):
    stood = timezone.localdate() - timedelta(days=100)
    MakeBottleneck(trajectory=mirela, lane="now", position=1, opened_on=stood)
    mirela.enter("dropped_out", anouk, reason="moved", destination="unknown")

    assert caseload().stuck == []


def test_a_contact_is_a_step(caseload, anouk, mirela):
    still = MakeBottleneck(
        trajectory=mirela,
        lane="now",
        position=1,
        opened_on=timezone.localdate() - timedelta(days=100),
    )
    contact = MakeContact(trajectory=mirela, author=anouk)
    contact.touches.create(bottleneck=still)

    assert caseload().stuck == []


def test_a_case_with_nobody_who_guides_waits(caseload, waterveen, tess, mirela):
    held = make_dossier(tess, waterveen)
    ownerless = MakeTrajectory(programme=waterveen)

    expected = {held.participant.code, ownerless.participant.code}
    assert set(codes(caseload().waiting)) == expected


@pytest.mark.parametrize("size", [1, 30])
def test_the_page_takes_nine_statements(client, carla, waterveen, anouk, size):
    client.force_login(carla)
    for _n in range(size):
        dossier = make_dossier(anouk, waterveen)
        MakeBottleneck(trajectory=dossier, lane="now", position=1)
        MakeMembership(programme=waterveen, role=Role.COUNSELLOR)

    with counted() as statements:
        client.get(PAGE)

    assert len(statements) == 9
