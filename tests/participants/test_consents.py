"""What consents promise: who agreed to what stays known, also after it ended."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from participants.models import Consent
from tests.factories import MakeAgency, MakeConsent, MakeParticipant
from tests.statements import counted

TODAY = timezone.localdate()


@pytest.fixture
def url(mirela):
    return f"/participants/{mirela.participant.code}/consents/"


@pytest.fixture
def desk(db):
    return MakeAgency(name="The desk")


@pytest.fixture
def agreed(mirela, anouk, desk):
    return MakeConsent(participant=mirela.participant, recorded_by=anouk, agency=desk)


def filled(chosen, **changes):
    return {
        "purpose": "share",
        "agency": chosen.pk,
        "topics": ["income"],
        "given_on": TODAY.isoformat(),
        "form": "spoken",
    } | changes


def day(shift):
    return (TODAY + timedelta(days=shift)).isoformat()


def close(mirela, anouk):
    mirela.enter("dropped_out", anouk, reason="moved", destination="unknown")


def test_what_was_agreed_is_kept_with_who_noted_it(as_anouk, url, desk, anouk, mirela):
    as_anouk.post(f"{url}new/", filled(desk, expires_on=day(30)))

    row = mirela.participant.consents.get()
    assert (row.agency, row.topics, row.recorded_by, row.expires_on.isoformat()) == (
        desk,
        ["income"],
        anouk,
        day(30),
    )


def test_saving_leads_to_the_list(as_anouk, url, desk):
    response = as_anouk.post(f"{url}new/", filled(desk))

    assert (response.status_code, response.url) == (302, url)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"purpose": ""}, ["purpose"]),
        ({"purpose": "gossip"}, ["purpose"]),
        ({"agency": ""}, ["agency"]),
        ({"agency": str(uuid4())}, ["agency"]),
        ({"agency": "a\0b"}, ["agency"]),
        ({"topics": ["weather"]}, ["topics"]),
        ({"given_on": ""}, ["given_on"]),
        ({"given_on": day(1)}, ["given_on"]),
        ({"given_on": "1900-01-01"}, ["given_on"]),
        ({"expires_on": day(-1)}, ["expires_on"]),
        ({"expires_on": "9999-12-31"}, ["expires_on"]),
        ({"form": ""}, ["form"]),
        ({"information_version": "x" * 41}, ["information_version"]),
    ],
)
def test_bad_input_is_told_and_nothing_is_saved(as_anouk, url, desk, changes, wrong):
    response = as_anouk.post(f"{url}new/", filled(desk, **changes))

    assert list(response.context["form"].errors) == wrong
    assert not Consent.objects.exists()


def test_a_retired_agency_can_not_be_chosen(as_anouk, url):
    retired = MakeAgency(retired_on=TODAY)

    form = as_anouk.post(f"{url}new/", filled(retired)).context["form"]

    assert list(form.errors) == ["agency"]


def test_keeping_the_dossier_names_no_agency(as_anouk, url, desk, mirela):
    as_anouk.post(f"{url}new/", filled(desk, purpose="record"))

    assert mirela.participant.consents.get().agency is None


def test_withdrawing_asks_first(as_anouk, url, agreed):
    page = as_anouk.get(f"{url}{agreed.pk}/withdraw/")

    agreed.refresh_from_db()
    assert (page.status_code, agreed.withdrawn_on) == (200, None)


def test_what_was_withdrawn_stays_in_the_list(as_anouk, url, agreed):
    as_anouk.post(f"{url}{agreed.pk}/withdraw/", {"withdrawn_on": day(0), "version": 1})

    context = as_anouk.get(url).context
    assert (context["standing"], [row for row, _title in context["ended"]]) == (
        [],
        [agreed],
    )


@pytest.mark.parametrize("shift", [1, -400])
def test_it_ends_after_it_was_given_and_not_ahead(as_anouk, url, agreed, shift):
    page = as_anouk.post(f"{url}{agreed.pk}/withdraw/", {"withdrawn_on": day(shift)})

    assert list(page.context["form"].errors) == ["withdrawn_on"]


def test_what_ended_does_not_end_twice(as_anouk, url, agreed):
    agreed.withdraw()

    assert as_anouk.post(f"{url}{agreed.pk}/withdraw/").status_code == 404


def test_the_consent_of_someone_else_is_not_found(as_anouk, url, anouk, desk):
    other = MakeConsent(participant=MakeParticipant(), recorded_by=anouk, agency=desk)

    assert as_anouk.post(f"{url}{other.pk}/withdraw/").status_code == 404


def test_what_expired_no_longer_holds(as_anouk, url, mirela, anouk, desk):
    MakeConsent(
        participant=mirela.participant,
        recorded_by=anouk,
        agency=desk,
        given_on=TODAY - timedelta(days=9),
        expires_on=TODAY - timedelta(days=1),
    )

    assert as_anouk.get(url).context["standing"] == []


@pytest.mark.parametrize(
    ("given", "expires", "holds"),
    [(0, None, True), (1, None, False), (-9, 0, True), (-9, -1, False)],
)
def test_it_holds_from_its_day_to_its_last(mirela, anouk, desk, given, expires, holds):
    expires_on = None if expires is None else TODAY + timedelta(days=expires)
    facts = {"given_on": TODAY + timedelta(days=given), "expires_on": expires_on}
    MakeConsent(participant=mirela.participant, recorded_by=anouk, agency=desk, **facts)

    assert Consent.objects.in_force().exists() == holds


def test_a_stand_in_reads_and_writes_nothing(client, cover, joost, url, agreed):
    client.force_login(joost)
    addresses = [url, f"{url}new/", f"{url}{agreed.pk}/withdraw/"]

    assert [client.get(address).status_code for address in addresses] == [200, 403, 403]


def test_a_closed_dossier_takes_no_new_consent(as_anouk, url, desk, mirela, anouk):
    close(mirela, anouk)

    answers = [as_anouk.get(url), as_anouk.post(f"{url}new/", filled(desk))]

    assert [answer.status_code for answer in answers] == [200, 409]


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_takes_the_same_statements_at_any_size(
    as_anouk, url, mirela, anouk, count
):
    for number in range(count):
        agency = MakeAgency(name=f"Agency {number}")
        MakeConsent(participant=mirela.participant, recorded_by=anouk, agency=agency)

    with counted() as statements:
        as_anouk.get(url)

    assert len(statements) == 7


def test_noting_is_one_line_in_the_log(as_anouk, url, desk, anouk):
    as_anouk.post(f"{url}new/", filled(desk))

    lines = anouk.access_events.values_list("action", "field_groups")
    assert list(lines) == [("create", ["consents"])]
