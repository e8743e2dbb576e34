"""Mending a contact with an agency: by its author, for a day."""

from datetime import timedelta

from exitprog import moment
from exitprog.conflict import Side
from participants.models import AgencyContact
from tests.factories import (
    MakeContact,
)
from tests.routes import page
from tests.typed import call

HOUR = timedelta(hours=1)


def edit(contact, **fields):
    return call(contact.agency, version=contact.version) | fields


def test_the_author_mends_a_contact_within_a_day(as_anouk, mirela, anouk):
    contact = MakeContact(trajectory=mirela, author=anouk, promise="Soon")
    address = page("contact-edit", mirela, contact.pk)
    response = as_anouk.post(address, edit(contact, outcome="attempt", promise=""))

    now = AgencyContact.objects.get()
    assert response.url == contact.get_absolute_url()
    assert (now.outcome, now.promise, now.version) == ("attempt", "", 2)
    assert (now.author, now.recorded_at) == (anouk, contact.recorded_at)


def test_a_stale_contact_shows_both_texts(as_anouk, mirela, anouk):
    contact = MakeContact(trajectory=mirela, author=anouk, what_was_said="Theirs")
    address = page("contact-edit", mirela, contact.pk)
    response = as_anouk.post(address, edit(contact, version=0, what_was_said="Mine"))

    assert response.status_code == 409
    assert (response.context["theirs"], response.context["yours"]) == (
        [Side("What was said", "Theirs")],
        [Side("What was said", "Mine")],
    )


def test_after_a_day_a_contact_stays(as_anouk, mirela, anouk):
    saved_at = moment.now() - 24 * HOUR
    contact = MakeContact(trajectory=mirela, author=anouk, recorded_at=saved_at)
    response = as_anouk.post(page("contact-edit", mirela, contact.pk), edit(contact))

    assert response.status_code == 409


def test_nobody_mends_the_contact_of_another(client, mirela, anouk, joost, cover):
    contact = MakeContact(trajectory=mirela, author=anouk)
    client.force_login(joost)
    response = client.post(page("contact-edit", mirela, contact.pk), edit(contact))

    assert response.status_code == 403
