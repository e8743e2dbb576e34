"""The pages for assigning, covering, handing over and leaving."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from counsellors.models import AccessEvent
from exitprog.database import acting_as
from participants.models import Assignment, Handover, Participant
from tests.factories import MakeBarrier, MakeMembership, make_dossier, make_order
from tests.rollback import rolled_back

TOMORROW = timedelta(days=1)


def day(later):
    return (timezone.localdate() + later).isoformat()


@pytest.fixture
def assign(client, tess, mirela):
    client.force_login(tess)
    address = reverse("participants:assignment", args=[mirela.participant.code])
    return lambda **typed: client.post(address, typed)


@pytest.fixture
def transfer(as_anouk, mirela):
    address = reverse("participants:transfer", args=[mirela.participant.code])
    return lambda **typed: as_anouk.post(address, {"sheet": "Know this"} | typed)


def test_the_team_lead_assigns_by_code_and_learns_no_name(
    client, assign, mirela, joost
):
    response = assign(to=joost.pk)

    assert response.url == "/programmes/waterveen/caseload/"
    assert Participant.objects.visible_to(joost).exists()
    page = client.get(response.url).content.decode()
    assert "Mirela" not in page


def test_assigning_is_a_line_in_the_log(assign, mirela, joost, tess):
    assign(to=joost.pk)

    line = AccessEvent.objects.get(action="grant")
    assert (line.actor, line.case_code) == (tess, mirela.participant.code)
    assert line.object_id == joost.pk


def test_a_last_day_makes_it_cover_up_to_midnight(assign, joost):
    assign(to=joost.pk, until_day=day(TOMORROW))

    cover = Assignment.objects.get(user=joost)
    ends = timezone.localtime(cover.ends_at)
    assert (cover.kind, ends.hour, ends.date().isoformat()) == (
        "cover",
        0,
        day(2 * TOMORROW),
    )


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "to"),
        ({"until_day": "2020-01-01"}, "until_day"),
        ({"from_day": "2020-01-01"}, "from_day"),
        ({"from_day": "soon"}, "from_day"),
    ],
)
def test_a_bad_assignment_changes_nothing(assign, joost, typed, field):
    whom = {} if field == "to" else {"to": joost.pk}

    response = assign(**whom | typed)

    assert field in response.context["form"].errors
    assert Assignment.objects.count() == 1


@pytest.mark.parametrize("name", ["noor", "carla", "ada"])
def test_only_who_guides_in_the_programme_can_be_chosen(request, assign, name):
    response = assign(to=request.getfixturevalue(name).pk)

    assert list(response.context["form"].errors) == ["to"]


def test_the_sheet_is_filled_in_from_the_dossier(as_anouk, mirela):
    make_order(mirela, "Ex-partner", "Postal address")
    address = reverse("participants:transfer", args=[mirela.participant.code])

    sheet = as_anouk.get(address).context["form"]["sheet"].value()

    assert "Safe contact not asked yet. Leave no message." in sheet
    assert "- Ex-partner\n- Postal address" in sheet


def test_handing_over_is_offered_then_accepted(client, transfer, joost, mirela):
    transfer(to=joost.pk)
    offer = Handover.objects.get()

    client.force_login(joost)
    page = client.get(reverse("participants:handovers"))
    assert page.context["received"] == [offer]
    client.post(reverse("participants:handover-accept", args=[offer.pk]))

    assert Participant.objects.visible_to(joost).exists()


def test_only_the_receiver_accepts(transfer, as_anouk, joost):
    transfer(to=joost.pk)
    offer = Handover.objects.get()

    accept = reverse("participants:handover-accept", args=[offer.pk])

    assert as_anouk.post(accept).status_code == 404


def test_an_offer_can_be_taken_back(transfer, as_anouk, joost):
    transfer(to=joost.pk)
    offer = Handover.objects.get()

    as_anouk.post(reverse("participants:handover-decline", args=[offer.pk]))

    offer.refresh_from_db()
    assert offer.state == "declined"


def test_the_sheet_is_read_by_the_two_alone(client, transfer, joost, tess):
    transfer(to=joost.pk)
    client.force_login(tess)

    page = client.get(reverse("participants:handovers"))

    assert page.context["received"] == []
    assert "Know this" not in page.content.decode()


def test_the_sheet_closes_behind_a_barrier_and_with_the_membership(
    client, transfer, joost, noor, tess, mirela
):
    """Also for who guides in another programme meanwhile."""
    transfer(to=joost.pk)
    MakeMembership(user=joost, programme=noor.memberships.get().programme)
    row = Handover.objects.get()

    assert sees_offer(joost, row)
    with rolled_back():
        MakeBarrier(participant=mirela.participant, user=joost, set_by=tess)
        assert not sees_offer(joost, row)
    joost.memberships.filter(programme__slug="waterveen").update(ends_at=timezone.now())
    assert not sees_offer(joost, row)


def sees_offer(user, row):
    user.__dict__.pop("memberships_now", None)
    with acting_as(user):
        return Handover.objects.visible_to(user).filter(pk=row.pk).exists()


def test_oneself_cannot_be_chosen(transfer, anouk):
    assert list(transfer(to=anouk.pk).context["form"].errors) == ["to"]


# Leaving


@pytest.fixture
def leave(client, tess, anouk):
    client.force_login(tess)
    address = reverse("participants:leaving", args=["waterveen", anouk.pk])
    return lambda **typed: client.post(address, typed)


def test_who_leaves_gives_all_cases_at_once(leave, anouk, joost, mirela, waterveen):
    other = make_dossier(anouk, waterveen)

    leave(**{str(mirela.pk): joost.pk, str(other.pk): joost.pk})

    assert not Participant.objects.visible_to(anouk).exists()
    assert Participant.objects.visible_to(joost).count() == 2


def test_one_case_without_someone_stops_everything(
    leave, anouk, joost, mirela, waterveen
):
    other = make_dossier(anouk, waterveen)

    response = leave(**{str(mirela.pk): joost.pk})

    assert list(response.context["form"].errors) == [str(other.pk)]
    assert Participant.objects.visible_to(anouk).count() == 2
