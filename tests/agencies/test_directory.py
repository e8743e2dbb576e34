"""What the directory shows, how it is narrowed, and how it pages."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from agencies.directory import PAGE
from agencies.models import Agency, MeasuredWait
from agencies.permissions import can_read_directory
from tests.factories import MakeAgency, MakeMunicipality, MakeService
from tests.statements import counted

LIST = reverse("agencies:list")
TODAY = date(2026, 5, 12)


@pytest.fixture(autouse=True)
def on_a_fixed_day():
    with time_machine.travel("2026-05-12T09:00:00+02:00", tick=False):
        yield


def named(client, **asked):
    return [row.agency.name for row in client.get(LIST, asked).context["rows"]]


def wait_of(weeks, days_ago=1, **facts):
    asked_on = TODAY - timedelta(days=days_ago)
    return MakeService(waiting_weeks=weeks, waiting_updated_on=asked_on, **facts)


def test_agencies_stand_in_the_order_of_their_names(as_anouk):
    for name in ["Opvang", "de Linde", "Bureau"]:
        MakeAgency(name=name)

    assert named(as_anouk) == ["Bureau", "de Linde", "Opvang"]


def test_a_retired_agency_is_hidden(as_anouk):
    MakeAgency(name="Here")
    MakeAgency(name="Gone", retired_on=TODAY)
    MakeAgency(name="Going", retired_on=TODAY + timedelta(days=1))

    assert named(as_anouk) == ["Going", "Here"]


def test_someone_without_a_membership_finds_no_directory(as_anouk, anouk):
    anouk.memberships.all().delete()

    assert as_anouk.get(LIST).status_code == 404


def test_members_and_admins_read_it_while_their_account_is_open(anouk, ada):
    agency = MakeAgency()
    for reader in (anouk, ada):
        assert can_read_directory(reader)
        assert list(Agency.objects.visible_to(reader)) == [agency]
        reader.is_active = False
        assert not can_read_directory(reader)
        assert list(Agency.objects.visible_to(reader)) == []


def test_a_life_area_finds_who_helps_with_it_now(as_anouk):
    MakeService(agency=MakeAgency(name="Debts"), life_area="debts")
    MakeService(agency=MakeAgency(name="Stopped"), life_area="debts", retired_on=TODAY)
    MakeService(agency=MakeAgency(name="Home"), life_area="housing")

    assert named(as_anouk, life_area="debts") == ["Debts"]


def test_a_municipality_finds_its_own_and_who_works_everywhere(as_anouk):
    here, there = MakeMunicipality(), MakeMunicipality()
    MakeAgency(name="Local").municipalities.set([here, there])
    MakeAgency(name="Far").municipalities.set([there])
    MakeAgency(name="National")

    assert named(as_anouk, municipality=here.pk) == ["Local", "National"]


def test_a_language_finds_who_speaks_it(as_anouk):
    MakeAgency(name="Both", languages=["nl", "hu"])
    MakeAgency(name="Dutch", languages=["nl"])

    assert named(as_anouk, language="hu") == ["Both"]


def test_a_kind_finds_its_agencies(as_anouk):
    MakeAgency(name="Tooth", kind="dentist")
    MakeAgency(name="Desk", kind="social_services")

    assert named(as_anouk, kind="dentist") == ["Tooth"]


def test_a_part_of_a_name_finds_it_in_any_case(as_anouk):
    MakeAgency(name="GGZ De Linde")
    MakeAgency(name="100% thuis")

    assert named(as_anouk, name="linde") == ["GGZ De Linde"]
    assert named(as_anouk, name="%") == ["100% thuis"]


def test_filters_hold_together(as_anouk):
    MakeService(agency=MakeAgency(name="A", languages=["hu"]), life_area="debts")
    MakeService(agency=MakeAgency(name="B", languages=["nl"]), life_area="debts")

    assert named(as_anouk, life_area="debts", language="hu") == ["A"]


def test_who_asks_a_life_area_sees_first_who_has_room_soonest(as_anouk):
    for name, weeks in [("Slow", 12), ("Quick", 2)]:
        wait_of(weeks, agency=MakeAgency(name=name), life_area="debts")
    wait_of(1, agency=Agency.objects.get(name="Slow"), life_area="income")
    MakeService(agency=MakeAgency(name="Ask"), life_area="debts")

    assert named(as_anouk, life_area="debts") == ["Quick", "Slow", "Ask"]
    assert named(as_anouk, sort="wait") == ["Slow", "Quick", "Ask"]


def test_a_row_tells_the_smallest_wait_and_when_it_was_asked(as_anouk):
    agency = MakeAgency()
    wait_of(9, agency=agency)
    wait_of(4, days_ago=61, agency=agency)

    row = as_anouk.get(LIST).context["rows"][0]

    assert (row.wait.weeks, row.wait.is_stale) == (4, True)
    assert row.wait.asked_on == TODAY - timedelta(days=61)


def test_a_wait_of_sixty_days_old_is_not_stale(as_anouk):
    wait_of(4, days_ago=60)

    assert not as_anouk.get(LIST).context["rows"][0].wait.is_stale


def test_our_own_waiting_time_is_the_newest_in_begun_weeks(as_anouk):
    service = MakeService()
    for days, as_of in [(10, date(2026, 1, 1)), (15, date(2026, 5, 1))]:
        MeasuredWait.objects.create(
            service=service, median_days=days, p90_days=40, n=7, as_of=as_of
        )

    row = as_anouk.get(LIST).context["rows"][0]

    assert (row.measured_weeks, row.agency.measured_n) == (3, 7)


@pytest.mark.parametrize("sort", ["name", "wait"])
def test_the_pages_hold_every_agency_once(as_anouk, sort):
    for number in range(PAGE * 2 + 3):
        wait_of(number % 3, agency=MakeAgency(name=f"Agency {number % 7}"))

    pages, key = [], ""
    while key or not pages:
        context = as_anouk.get(LIST, {"sort": sort, "after": key}).context
        pages.append([row.agency.pk for row in context["rows"]])
        key = context["next_key"]

    assert [len(page) for page in pages] == [PAGE, PAGE, 3]
    assert len({pk for page in pages for pk in page}) == PAGE * 2 + 3


@pytest.mark.parametrize("after", ["x", "1.2.3", "-1.{}.a", "99999.{}.a", "1.{}.\0"])
def test_an_address_of_no_page_is_not_found(as_anouk, after):
    key = after.format(MakeAgency().pk)

    assert as_anouk.get(LIST, {"after": key}).status_code == 404


@pytest.mark.parametrize(
    "asked",
    [
        {"life_area": "nowhere"},
        {"municipality": "no-key"},
        {"language": "<script>"},
        {"name": "\0"},
        {"name": "x" * 10_000},
    ],
)
def test_a_filter_that_cannot_be_says_so_and_shows_nothing(as_anouk, asked):
    MakeAgency()

    response = as_anouk.get(LIST, asked)

    assert (response.status_code, response.context["rows"]) == (200, [])
    assert list(response.context["filter"].form.errors) == list(asked)


def test_nothing_found_offers_to_clear_the_filters(as_anouk):
    html = as_anouk.get(LIST, {"name": "nobody"}).content.decode()

    assert "No agency fits all of this." in html
    assert html.count(f'href="{LIST}">Clear the filters') == 2


@pytest.mark.parametrize("size", [1, 20])
def test_the_list_asks_five_things_of_the_database(as_anouk, size):
    place = MakeMunicipality()
    for _ in range(size):
        agency = wait_of(3).agency
        agency.municipalities.set([place])

    with counted() as statements:
        as_anouk.get(LIST)

    # session, user, memberships, municipalities to choose from, agencies
    assert len(statements) == 5
