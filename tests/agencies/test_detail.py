"""The page of one agency."""

from datetime import date

import pytest

from agencies.models import ContactPerson, MeasuredWait
from tests.factories import MakeAgency, MakeMunicipality, MakeService
from tests.statements import counted


def page(client, agency):
    return client.get(agency.get_absolute_url()).content.decode()


def test_the_agency_can_be_called_mailed_and_visited(as_anouk):
    agency = MakeAgency(
        phone="010 555 0101", email="a@b.example", website="https://b.example"
    )

    html = page(as_anouk, agency)

    assert 'href="tel:0105550101"' in html
    assert 'href="mailto:a@b.example"' in html
    assert 'href="https://b.example" rel="noreferrer noopener"' in html


def test_who_left_is_not_shown(as_anouk):
    agency = MakeAgency()
    for name, left_on in [("Stays", None), ("Left", date(2026, 1, 1))]:
        ContactPerson.objects.create(agency=agency, name=name, left_on=left_on)

    context = as_anouk.get(agency.get_absolute_url()).context

    assert [p.name for p in context["agency"].contact_persons.all()] == ["Stays"]


def test_a_stopped_service_is_not_shown(as_anouk):
    agency = MakeAgency()
    MakeService(agency=agency, name="Runs")
    MakeService(agency=agency, name="Stopped", retired_on=date(2026, 1, 1))

    context = as_anouk.get(agency.get_absolute_url()).context

    assert [s.name for s in context["agency"].services.all()] == ["Runs"]


def test_a_merged_agency_leads_to_the_one_that_it_became(as_anouk):
    agency, other = MakeAgency(), MakeAgency(name="Newer")
    agency.retire(merged_into=other)

    html = page(as_anouk, agency)

    assert f'<a href="{other.get_absolute_url()}">Newer</a>' in html


def test_a_retired_agency_says_so_and_a_running_one_does_not(as_anouk):
    gone = MakeAgency()
    gone.retire()

    said = ["Retired on" in page(as_anouk, agency) for agency in [gone, MakeAgency()]]

    assert said == [True, False]


def test_someone_without_a_membership_finds_no_page(client, anouk):
    anouk.memberships.all().delete()
    client.force_login(anouk)

    assert client.get(MakeAgency().get_absolute_url()).status_code == 404


@pytest.mark.parametrize("size", [1, 20])
def test_the_page_asks_nine_things_of_the_database(as_anouk, size):
    agency = MakeAgency()
    agency.retire(merged_into=MakeAgency())
    agency.municipalities.set([MakeMunicipality() for _ in range(size)])
    for _ in range(size):
        service = MakeService(agency=agency)
        ContactPerson.objects.create(agency=agency, name="Someone")
        MeasuredWait.objects.create(
            service=service, median_days=1, p90_days=2, n=3, as_of=date(2026, 1, 1)
        )

    with counted() as statements:
        as_anouk.get(agency.get_absolute_url())

    # session, user, memberships, agency, municipalities, persons, services, 2 waits
    assert len(statements) == 9
