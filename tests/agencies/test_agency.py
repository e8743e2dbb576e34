"""Agencies are retired, restored and merged, never deleted; and who sees them."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from agencies.models import Agency, ContactPerson, MeasuredWait, Programme, Service
from tests.factories import MakeAgency, MakeMunicipality, MakeProgramme, MakeService


@time_machine.travel("2026-05-12T09:00:00+02:00")
def test_a_retired_agency_is_out_of_use_from_today():
    agency = Agency(retired_on=date(2026, 5, 12))

    assert agency.is_retired
    assert not Agency(retired_on=date(2026, 5, 13)).is_retired


def test_a_restored_agency_is_in_use_again(db):
    agency = MakeAgency()
    agency.retire(merged_into=MakeAgency())

    agency.restore()

    agency.refresh_from_db()
    assert (agency.retired_on, agency.merged_into) == (None, None)


def test_an_agency_with_services_cannot_be_deleted(db):
    agency = MakeService().agency

    with pytest.raises(Exception, match="protected"):
        agency.delete()


@pytest.mark.parametrize("model", [Agency, Service, ContactPerson])
def test_strangers_see_nothing(model, anouk):
    MakeService()
    ContactPerson.objects.create(agency=MakeAgency(), name="Someone")
    anouk.memberships.all().delete()
    asleep = type(anouk)(is_staff=True, is_active=False)

    for stranger in [anouk, asleep]:
        assert not model.objects.visible_to(stranger).exists()
    assert not AnonymousUser().is_active


@pytest.mark.parametrize("model", [Agency, Service, ContactPerson])
def test_members_and_admins_see_all(model, anouk, ada):
    MakeService()
    ContactPerson.objects.create(agency=MakeAgency(), name="Someone")

    for user in [anouk, ada]:
        assert set(model.objects.visible_to(user)) == set(model.objects.all())


def refused(row):
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    return error.value.messages


def test_a_merged_agency_must_be_retired(db):
    agency = MakeAgency()
    agency.merged_into = MakeAgency()

    assert refused(agency) == ["A merged agency needs a retirement date."]


def test_an_agency_does_not_merge_into_itself(db):
    agency = MakeAgency(retired_on=date(2026, 1, 1))
    agency.merged_into = agency

    assert refused(agency) == ["Choose another agency to merge into."]


def test_an_agency_that_merged_takes_in_no_other(db):
    gone = MakeAgency()
    gone.retire(merged_into=MakeAgency())
    agency = MakeAgency(retired_on=date(2026, 1, 1))
    agency.merged_into = gone

    assert refused(agency) == ["Choose an agency that is in use to merge into."]


def test_a_waiting_time_says_when_it_was_asked(db):
    service = MakeService()
    service.waiting_weeks = 3

    assert refused(service) == ["Say when you asked the waiting time."]


def test_a_waiting_time_is_not_asked_tomorrow(db):
    with time_machine.travel("2026-05-12T09:00:00+02:00"):
        service = MakeService(waiting_weeks=3, waiting_updated_on=date(2026, 5, 13))

        assert refused(service) == [
            "The date is in the future. Choose today or earlier."
        ]


def test_a_waiting_time_is_at_most_five_years(db):
    service = MakeService(waiting_updated_on=date(2026, 1, 1))
    service.waiting_weeks = 261

    assert refused(service) == ["Write a waiting time of 260 weeks or less."]


def test_a_programme_keeps_two_to_four_in_now(db):
    programme = MakeProgramme.build(central_municipality=MakeMunicipality())
    programme.now_limit = 5

    assert "Choose 2, 3 or 4 for Now." in refused(programme)


def test_a_programme_ends_after_it_starts(db):
    programme = MakeProgramme()

    with pytest.raises(IntegrityError):
        Programme.objects.filter(pk=programme.pk).update(ends_on=date(2000, 1, 1))


def test_a_wait_is_measured_of_one_thing(db):
    with pytest.raises(IntegrityError):
        MeasuredWait.objects.create(
            median_days=1, p90_days=2, n=3, as_of=date(2026, 1, 1)
        )
