"""Rights: they end with their period, nobody takes them, nobody holds both kinds."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from counsellors.models import AccessEvent, Membership, Role
from tests.factories import MakeMembership

ADD = "/admin/counsellors/membership/add/"


@pytest.fixture
def grant(as_ada, waterveen, django_capture_on_commit_callbacks):
    """What the form answers when Ada grants a right today."""

    def grant(user, role=Role.COUNSELLOR, programme=waterveen, **fields):
        today = timezone.localdate().isoformat()
        words = {"user": user.pk, "programme": programme.pk, "role": role}
        words |= {"starts_at_0": today, "starts_at_1": "00:00", **fields}
        with django_capture_on_commit_callbacks(execute=True):
            return as_ada.post(ADD, words)

    return grant


def errors(response):
    return dict(response.context["adminform"].form.errors)


def test_a_right_that_ends_is_gone_with_the_next_request(clock, as_anouk, anouk):
    page = reverse("participants:list")
    anouk.memberships.update(ends_at=timezone.now() + timedelta(minutes=1))
    before = as_anouk.get(page).status_code
    clock.shift(timedelta(minutes=1))

    assert (before, as_anouk.get(page).status_code) == (200, 404)


def test_a_right_that_has_yet_to_begin_opens_nothing(as_anouk, anouk):
    anouk.memberships.update(starts_at=timezone.now() + timedelta(hours=1))

    assert as_anouk.get(reverse("participants:list")).status_code == 404


def test_a_deactivated_member_has_no_right(anouk):
    anouk.deactivate()

    assert (anouk.memberships_now, anouk.has_role(Role.COUNSELLOR)) == ([], False)


def test_periods_of_the_same_right_never_overlap(anouk, waterveen):
    with pytest.raises(IntegrityError, match="one_membership_per_role_at_a_time"):
        MakeMembership(user=anouk, programme=waterveen)


def test_a_right_may_begin_when_the_one_before_ends(anouk, waterveen):
    first = anouk.memberships.get()
    first.end()

    MakeMembership(user=anouk, programme=waterveen, starts_at=first.ends_at)

    assert anouk.memberships.in_force().count() == 1


def test_another_role_or_programme_is_another_right(anouk, waterveen, elsewhere):
    MakeMembership(user=anouk, programme=elsewhere)
    MakeMembership(user=anouk, programme=waterveen, role=Role.TEAM_LEAD)

    assert anouk.memberships.in_force().count() == 3


def test_an_admin_can_have_no_membership(ada, waterveen):
    with pytest.raises(IntegrityError, match="staff or has memberships"):
        MakeMembership(user=ada, programme=waterveen)


def test_a_member_can_not_become_an_admin(anouk):
    anouk.is_staff = True

    with pytest.raises(IntegrityError, match="staff or has memberships"):
        anouk.save()


def test_nobody_is_written_down_as_granting_to_oneself(anouk, waterveen):
    with pytest.raises(IntegrityError, match="nobody_grants_a_membership_to_oneself"):
        MakeMembership(
            user=anouk, programme=waterveen, role=Role.TEAM_LEAD, granted_by=anouk
        )


def test_a_grant_is_kept_logged_and_told_to_the_team_leads(
    grant, ada, noor, tess, waterveen
):
    grant(noor)

    membership = Membership.objects.get(user=noor, programme=waterveen)
    line = AccessEvent.objects.get(actor=ada)
    assert membership.granted_by == ada
    assert (line.action, line.ground, line.programme, line.object_id) == (
        "grant",
        "admin",
        waterveen,
        noor.pk,
    )
    assert [message.to for message in mail.outbox] == [["tess@koers.example"]]


def test_only_active_team_leads_of_that_programme_are_told(
    grant, noor, tess, anouk, elsewhere
):
    tess.deactivate()
    MakeMembership(user=anouk, programme=elsewhere, role=Role.TEAM_LEAD)

    grant(noor)

    assert mail.outbox == []


def test_nobody_grants_to_oneself(grant, ada):
    assert errors(grant(ada)) == {"user": ["You can't grant yourself a membership."]}


def test_a_right_for_an_admin_is_explained_beside_the_field(grant, ada, noor):
    noor.memberships.all().delete()
    noor.is_staff = True
    noor.save()

    assert errors(grant(noor)) == {
        "user": ["An admin can have no memberships. Choose another account."]
    }


def test_an_overlapping_right_is_explained(grant, anouk):
    assert errors(grant(anouk)) == {
        "__all__": ["There is a membership with this role in this period already."]
    }


def test_an_end_before_now_is_explained(grant, noor):
    yesterday = timezone.localdate() - timedelta(days=1)
    answer = grant(noor, ends_at_0=yesterday.isoformat(), ends_at_1="12:00")

    assert errors(answer) == {
        "ends_at": ["This moment has passed. Choose a later one."]
    }


def test_ending_now_is_logged_and_told(
    as_ada, ada, anouk, tess, django_capture_on_commit_callbacks
):
    membership = anouk.memberships.get()
    words = {"action": "end_now", "_selected_action": [membership.pk]}

    with django_capture_on_commit_callbacks(execute=True):
        as_ada.post("/admin/counsellors/membership/", words)

    membership.refresh_from_db()
    assert (membership.is_in_force, len(mail.outbox)) == (False, 1)
    assert AccessEvent.objects.get(actor=ada).action == "change"


def test_a_right_is_not_moved_to_another_person_or_role(as_ada, anouk, joost):
    membership = anouk.memberships.get()
    address = f"/admin/counsellors/membership/{membership.pk}/change/"

    as_ada.post(address, {"user": joost.pk, "role": "team_lead", "ends_at_0": ""})

    membership.refresh_from_db()
    assert (membership.user, membership.role) == (anouk, Role.COUNSELLOR)


def test_a_right_is_never_deleted(as_ada, anouk):
    membership = anouk.memberships.get()

    address = f"/admin/counsellors/membership/{membership.pk}/delete/"
    assert as_ada.post(address, {"post": "yes"}).status_code == 403


def test_no_title_in_the_admin_says_who_it_is_about(as_ada, anouk):
    membership = anouk.memberships.get()
    pages = {
        f"{row}{page}": as_ada.get(f"/admin/counsellors/{row}{page}").text
        for row in [f"user/{anouk.pk}/", f"membership/{membership.pk}/"]
        for page in ["change/", "history/"]
    }

    titles = [re.search("<title>(.*?)</title>", page)[1] for page in pages.values()]
    assert titles == [
        "Change user · Koers",
        "History · Users · Koers",
        "Change membership · Koers",
        "History · Memberships · Koers",
    ]
    assert [page for page, text in pages.items() if anouk.name not in text] == []
