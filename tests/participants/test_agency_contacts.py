"""Logging a contact with an agency, and what is carried over to the bottlenecks."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from counsellors.models import AccessEvent
from exitprog import moment
from participants.models import AgencyContact, Bottleneck
from tests.factories import (
    MakeAgency,
    MakeConsent,
    MakeContact,
    MakeService,
    make_dossier,
    make_order,
)
from tests.routes import page
from tests.typed import call

HOUR = timedelta(hours=1)


@pytest.fixture
def bank(db):
    return MakeAgency(name="Credit bank")


@pytest.fixture
def address(mirela):
    return page("contact-new", mirela)


def about(agency, *bottlenecks, **fields):
    return call(agency, touched=[str(row.pk) for row in bottlenecks], **fields)


def test_a_contact_keeps_what_was_said_and_promised(as_anouk, address, bank, anouk):
    due = moment.today() + timedelta(days=14)
    as_anouk.post(address, call(bank, promise="A letter", answer_due=due))

    saved = AgencyContact.objects.get()
    assert (saved.author, saved.agency, saved.was_reached) == (anouk, bank, True)
    assert (saved.what_was_said, saved.promise, saved.answer_due) == (
        "They look into it.",
        "A letter",
        due,
    )


def test_a_contact_touches_the_chosen_bottlenecks(as_anouk, address, bank, mirela):
    first, _second, third = make_order(mirela, "A", "B", "C")
    as_anouk.post(address, about(bank, first, third))

    touched = AgencyContact.objects.get().touches.values_list("bottleneck", flat=True)
    assert set(touched) == {first.pk, third.pk}


@pytest.mark.parametrize(
    ("whom", "waits_for_agency", "has_since"),
    [
        ("agency", True, True),
        ("participant", False, True),
        ("us", False, True),
        ("court", False, True),
        ("nobody", False, False),
    ],
)
def test_who_moves_now_is_set_on_what_was_touched(
    as_anouk, address, bank, mirela, whom, waits_for_agency, has_since
):
    [first] = make_order(mirela, "A")
    as_anouk.post(address, about(bank, first, moves_now=whom))

    now = Bottleneck.objects.get()
    assert now.waiting_on == whom
    assert now.waiting_agency == (bank if waits_for_agency else None)
    assert now.waiting_since == (moment.today() if has_since else None)
    assert now.version == 2


def test_without_an_answer_everyone_waits_as_before(as_anouk, address, bank, mirela):
    [first] = make_order(mirela, "A")
    first.wait_for("court")
    first.save()
    as_anouk.post(address, about(bank, first))

    now = Bottleneck.objects.get()
    assert (now.waiting_on, now.waiting_since, now.version) == (
        "court",
        moment.today(),
        1,
    )


def test_other_bottlenecks_wait_as_before(as_anouk, address, bank, mirela):
    first, second = make_order(mirela, "A", "B")
    as_anouk.post(address, about(bank, first, moves_now="agency"))

    second.refresh_from_db()
    assert second.waiting_on == "nobody"


def test_an_answer_closes_what_was_awaited(as_anouk, address, bank, mirela, anouk):
    asked = MakeContact(
        trajectory=mirela, author=anouk, agency=bank, answer_due=moment.today()
    )
    as_anouk.post(address, call(bank, answers=str(asked.pk)))

    assert AgencyContact.objects.awaiting_answer().count() == 0
    assert asked.answered_by.get().agency == bank


def test_a_named_contact_rests_on_the_consent(as_anouk, address, bank, mirela, anouk):
    consent = MakeConsent(
        participant=mirela.participant, agency=bank, recorded_by=anouk
    )
    as_anouk.post(address, call(bank, is_named="on"))

    saved = AgencyContact.objects.get()
    assert (saved.is_named, saved.consent) == (True, consent)


def test_without_a_name_no_consent_is_used(as_anouk, address, bank, mirela, anouk):
    MakeConsent(participant=mirela.participant, agency=bank, recorded_by=anouk)
    as_anouk.post(address, call(bank))

    saved = AgencyContact.objects.get()
    assert (saved.is_named, saved.consent) == (False, None)


def test_the_database_refuses_a_name_without_consent(mirela, anouk, bank):
    with pytest.raises(IntegrityError), transaction.atomic():
        MakeContact(trajectory=mirela, author=anouk, agency=bank, is_named=True)


def test_the_database_refuses_a_promise_of_who_was_not_reached(mirela, anouk, bank):
    fields = {"outcome": "attempt", "promise": "Soon"}
    with pytest.raises(IntegrityError), transaction.atomic():
        MakeContact(trajectory=mirela, author=anouk, agency=bank, **fields)


def test_from_a_row_it_goes_back_to_that_row(as_anouk, address, bank, mirela):
    [first] = make_order(mirela, "A")
    fields = about(bank, first, next="priorities", row=str(first.pk))
    response = as_anouk.post(address, fields)

    assert response.url == page("priorities", mirela) + f"#row-{first.pk}"


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", ""])
def test_it_goes_nowhere_else(as_anouk, address, bank, mirela, elsewhere):
    response = as_anouk.post(address, call(bank, next=elsewhere, row="x"))

    assert response.url == page("overview", mirela)


def test_the_row_travels_with_the_form(as_anouk, address, mirela, bank):
    [first] = make_order(mirela, "A")
    first.wait_for("agency", bank)
    first.save()
    response = as_anouk.get(address, {"bottleneck": first.pk, "next": "priorities"})

    form = response.context["form"]
    assert response.context["back_url"].endswith(f"/priorities/#row-{first.pk}")
    assert (response.context["comes_from"], response.context["row"]) == (
        "priorities",
        str(first.pk),
    )
    assert (form["touched"].value(), form["agency"].value()) == (
        [str(first.pk)],
        bank.pk,
    )


def test_agencies_stand_in_three_groups(as_anouk, address, mirela, anouk, bank):
    [first] = make_order(mirela, "A")
    MakeContact(trajectory=mirela, author=anouk, agency=bank)
    helping = MakeService(agency=MakeAgency(name="Benefits"), life_area="income").agency
    other = MakeAgency(name="Another")
    form = as_anouk.get(address, {"bottleneck": first.pk}).context["form"]

    groups = form.fields["agency"].choices[1:]
    assert [[key for key, _name in rows] for _title, rows in groups] == [
        [bank.pk],
        [helping.pk],
        [other.pk],
    ]


def test_a_retired_agency_is_not_offered(as_anouk, address, bank):
    bank.retire()
    response = as_anouk.post(address, call(bank))

    assert list(response.context["form"].errors) == ["agency"]
    assert AgencyContact.objects.count() == 0


def test_sending_twice_makes_one_contact(as_anouk, address, bank, mirela):
    [first] = make_order(mirela, "A")
    fields = about(bank, first, moves_now="agency", next="priorities", row=first.pk)
    answers = [as_anouk.post(address, fields) for _time in range(2)]

    actions = AccessEvent.objects.order_by("pk").values_list("action", flat=True)
    assert AgencyContact.objects.count() == 1
    assert answers[0].url == answers[1].url
    assert list(actions) == ["create", "open"]


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_closed_dossier_takes_no_contact(
    as_anouk, address, mirela, anouk, bank, method
):
    mirela.enter("dropped_out", anouk, reason="lost_contact", destination="unknown")

    assert getattr(as_anouk, method)(address, call(bank)).status_code == 409
    assert AgencyContact.objects.count() == 0


def test_cover_logs_a_contact(client, address, joost, cover, bank):
    client.force_login(joost)
    client.post(address, call(bank))

    assert AgencyContact.objects.get().author == joost


@pytest.mark.parametrize("name", ["joost", "frank"])
def test_colleagues_and_former_counsellors_find_nothing(
    client, address, request, bank, name
):
    client.force_login(request.getfixturevalue(name))

    assert client.post(address, call(bank)).status_code == 404


def test_a_contact_of_someone_else_is_not_found(as_anouk, mirela, anouk, waterveen):
    foreign = MakeContact(trajectory=make_dossier(anouk, waterveen), author=anouk)

    assert as_anouk.get(page("contact", mirela, foreign.pk)).status_code == 404


def test_a_contact_shows_its_answer(as_anouk, mirela, anouk, bank):
    asked = MakeContact(trajectory=mirela, author=anouk, agency=bank)
    answer = MakeContact(trajectory=mirela, author=anouk, agency=bank, answers=asked)
    context = as_anouk.get(asked.get_absolute_url()).context

    assert (context["contact"], list(context["answered_by"])) == (asked, [answer])
