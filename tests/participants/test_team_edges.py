"""Handing over, covering and leaving when it can't be: a sentence, nothing written."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from counsellors.models import Membership, Role
from participants import ownership
from participants.forms.ownership import PeriodFields
from participants.models import Assignment, Handover
from tests.factories import MakeAppointment, MakeBarrier, make_order
from tests.windows import second_window

LATER = timedelta(days=3)


@pytest.fixture
def pages(client, mirela):
    """Posts as someone to a page about Mirela, and follows where it leads."""

    def post(user, name, *keys, **typed):
        client.force_login(user)
        address = reverse(
            f"participants:{name}", args=keys or [mirela.participant.code]
        )
        return client.post(address, typed, follow=True)

    return post


@pytest.fixture
def offered(mirela, anouk, joost):
    return ownership.offer(mirela, joost, anouk, sheet="Know this")


def errors(response):
    return dict(response.context["form"].errors)


def told(response):
    return [str(message) for message in response.context["messages"]]


def day(later=timedelta()):
    return (timezone.localdate() + later).isoformat()


def test_a_sheet_for_someone_behind_a_barrier_is_kept_as_typed(
    pages, mirela, anouk, joost, tess
):
    MakeBarrier(participant=mirela.participant, user=joost, set_by=tess)

    page = pages(anouk, "transfer", to=joost.pk, sheet="Typed by hand")

    assert errors(page) == {"to": ["This colleague can't guide this participant."]}
    assert page.context["form"]["sheet"].value() == "Typed by hand"
    assert not Handover.objects.exists()


@pytest.mark.parametrize("name", ["noor", "anouk"])
def test_one_of_another_programme_and_oneself_are_no_choice(
    request, pages, anouk, name
):
    """The list of colleagues holds neither."""
    whom = request.getfixturevalue(name)

    page = pages(anouk, "transfer", to=whom.pk, sheet="Typed by hand")

    assert list(errors(page)) == ["to"]
    assert not Handover.objects.exists()


def test_a_dossier_that_is_offered_is_not_offered_again(pages, offered, anouk, tess):
    page = pages(anouk, "transfer", to=tess.pk, sheet="Know this")

    assert errors(page) == {"to": ["This dossier is already offered to someone."]}
    assert Handover.objects.get() == offered


def test_cover_that_overlaps_says_so(pages, cover, joost, anouk, tess):
    """Also at its edges; the day after the last one is free."""
    last = timezone.localdate(cover.ends_at)
    period = {"from_day": last, "until_day": last + LATER}
    said = {"to": ["This colleague already covers then."]}

    assert errors(pages(tess, "assignment", to=joost.pk, **period)) == said
    assert errors(pages(anouk, "transfer", to=joost.pk, sheet="x", **period)) == said
    period["from_day"] = last + timedelta(days=1)
    pages(tess, "assignment", to=joost.pk, **period)

    assert Assignment.objects.filter(kind="cover").count() == 2


def test_the_counsellor_does_not_cover_for_herself(pages, tess, anouk):
    page = pages(tess, "assignment", to=anouk.pk, until_day=day(LATER))

    assert errors(page) == {"to": ["Nobody covers for oneself."]}
    assert Assignment.objects.count() == 1


@pytest.mark.parametrize(
    ("first", "last", "offsets"),
    [
        ("2026-03-29", "2026-03-29", (1, 2)),
        ("2026-10-25", "2026-10-25", (2, 1)),
        ("2028-02-28", "2028-02-29", (1, 1)),
    ],
)
def test_cover_runs_from_midnight_to_midnight(first, last, offsets):
    """Also on the days of 23 and of 25 hours."""
    begins = datetime.fromisoformat(f"{first}T00:00+0{offsets[0]}:00")
    after = date.fromisoformat(last) + timedelta(days=1)
    ends = datetime.fromisoformat(f"{after}T00:00+0{offsets[1]}:00")

    with time_machine.travel(begins - LATER, tick=False):
        form = PeriodFields({"from_day": first, "until_day": last})
        assert form.is_valid()
        assert form.period() == (begins, ends)


def test_accepting_what_was_withdrawn_is_told(pages, offered, mirela, tess, joost):
    ownership.assign(mirela, tess, tess)

    page = pages(joost, "handover-accept", offered.pk)

    assert told(page) == ["This offer no longer stands."]
    assert ownership.primary_of(mirela).user == tess


def test_accepting_twice_is_one_hand_over(pages, offered, mirela, joost):
    pages(joost, "handover-accept", offered.pk)
    page = pages(joost, "handover-accept", offered.pk)

    assert page.status_code == 200
    assert Assignment.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_acceptances_at_once_one_hands_over(pages, offered, mirela, joost):
    """The second waits, finds the dossier hers, and writes nothing more."""
    with second_window(pages, joost, "handover-accept", offered.pk) as begin:
        ownership.accept(offered, mirela)
        second = begin()

    assert second.result().status_code == 200
    assert (Handover.objects.get().state, offered.events.count()) == ("accepted", 2)
    rights = Assignment.objects.order_by("starts_at").values_list("user", "ends_at")
    given, taken = rights
    assert taken == (joost.pk, None)
    assert given[1] == Assignment.objects.get(user=joost).starts_at


def test_after_a_day_there_is_nothing_to_undo(pages, offered, mirela, anouk, joost):
    """Who gave it has no part in the dossier any more: it does not exist to her."""
    ownership.accept(offered, mirela)

    with time_machine.travel(timezone.now() + timedelta(hours=24, seconds=1)):
        page = pages(anouk, "handover-undo", offered.pk)

    assert page.status_code == 404
    assert ownership.primary_of(mirela).user == joost


def test_where_nobody_else_guides_nobody_leaves(client, pages, anouk, mirela, carla):
    """The dossier keeps its counsellor, and the page says what to do first."""
    lead = Membership.objects.create(
        user=anouk, programme=mirela.programme, role=Role.TEAM_LEAD
    )

    page = pages(lead.user, "leaving", mirela.programme.slug, anouk.pk)

    assert "Nobody else guides here. Ask an admin" in page.content.decode()
    assert ownership.primary_of(mirela).user == anouk


def test_the_sheet_knows_the_next_dates(as_anouk, mirela, anouk):
    [home] = make_order(mirela, "A room of her own")
    home.deadline = timezone.localdate() + LATER
    home.deadline_what = "Rent is due"
    home.save()
    starts_at = timezone.now() + timedelta(days=1)
    MakeAppointment(
        trajectory=mirela, planned_by=anouk, place="Desk 4", starts_at=starts_at
    )
    address = reverse("participants:transfer", args=[mirela.participant.code])

    sheet = as_anouk.get(address).context["form"]["sheet"].value()

    assert [line.partition(": ")[2] for line in sheet.splitlines()[-2:]] == [
        "Office, Desk 4",
        "Rent is due",
    ]
