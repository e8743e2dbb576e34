"""While someone types: what is kept of it, and by which ticket."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session as BrowserSession
from django.db import connection
from django.test import Client
from django.urls import reverse_lazy

from counsellors.models import AccessEvent
from exitprog import moment
from participants.models import Draft, Session
from tests.factories import (
    make_order,
)
from tests.routes import page
from tests.typed import UNFINISHED, note

WRITE = reverse_lazy("participants:draft-write")


@pytest.fixture
def address(mirela):
    return page("session-new", mirela)


def expiry():
    return BrowserSession.objects.get().expire_date


def ticket_of(client, address):
    return str(client.get(address).context["draft_ticket"])


def test_typing_is_kept_and_logged_once(as_anouk, address, anouk):
    ticket = ticket_of(as_anouk, address)
    session = expiry()
    for text in ["Ha", "Half", "Half a sent"]:
        answer = as_anouk.post(
            WRITE, UNFINISHED | {"draft": ticket, "what_happened": text}
        )

    draft, line = Draft.objects.get(), AccessEvent.objects.latest("pk")
    assert (answer.status_code, answer.json().keys()) == (200, {"saved"})
    assert draft.content["what_happened"] == ["Half a sent"]
    assert draft.content.keys() == UNFINISHED.keys() - {"keep"}
    assert (line.action, line.kind, line.object_id) == ("create", "draft", draft.pk)
    assert AccessEvent.objects.count() == 2  # the page and the beginning
    assert expiry() == session  # and log-in lasts no longer


def test_two_windows_stay_apart(as_anouk, address):
    for text in ["One", "Two"]:
        ticket = ticket_of(as_anouk, address)
        as_anouk.post(WRITE, {"draft": ticket, "what_happened": text})

    kept = {draft.content["what_happened"][0] for draft in Draft.objects.all()}
    assert kept == {"One", "Two"}


def test_what_is_typed_after_log_in_ended_reaches_its_author_alone(
    as_anouk, client, address, anouk
):
    ticket = ticket_of(as_anouk, address)
    client.logout()
    answer = client.post(WRITE, {"draft": ticket, "what_happened": "Late"})

    line = AccessEvent.objects.latest("pk")
    assert (answer.status_code, answer.json().keys()) == (401, {"saved"})
    assert Draft.objects.get().content["what_happened"] == ["Late"]
    assert (line.actor, line.kind) == (anouk, "draft")


def test_without_script_a_form_that_came_too_late_is_a_draft(
    as_anouk, client, address, anouk
):
    ticket = ticket_of(as_anouk, address)
    client.logout()
    answer = client.post(address, UNFINISHED | {"draft": ticket})
    client.force_login(anouk)

    assert answer.url == f"/accounts/login/?next={address}"
    assert client.get(address).context["begun"] == [Draft.objects.get()]
    assert Session.objects.count() == 0


KEPT = "What you typed is kept as a draft. Only you see it."


def test_a_form_with_an_old_csrf_token_is_a_draft_and_the_page_says_so(
    as_anouk, address, anouk
):
    ticket = ticket_of(as_anouk, address)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(anouk)
    forged = strict.post(address, UNFINISHED | {"draft": "no ticket"})
    answer = strict.post(address, UNFINISHED | {"draft": ticket})

    assert (answer.status_code, Draft.objects.count()) == (403, 1)
    assert [KEPT in page.content.decode() for page in (forged, answer)] == [False, True]


def test_a_form_that_met_a_fault_is_a_draft_and_the_page_says_so(
    as_anouk, address, mirela
):
    """The database refuses the row; the page asks it nothing and still knows."""
    ticket = ticket_of(as_anouk, address)
    as_anouk.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT ON participants_session FROM koers_web")
    sent = note(draft=ticket, safe_contact_right="not_asked")
    answers = [as_anouk.post(address, sent | {"draft": t}) for t in ("", ticket)]

    assert [page.status_code for page in answers] == [500, 500]
    assert [KEPT in page.content.decode() for page in answers] == [False, True]
    assert Draft.objects.get().content["what_happened"] == ["We talked."]


def test_who_else_logs_in_there_neither_writes_nor_reads(
    as_anouk, client, address, joost
):
    ticket = ticket_of(as_anouk, address)
    client.force_login(joost)
    answer = client.post(WRITE, {"draft": ticket, "what_happened": "Hers"})
    client.post(address, UNFINISHED | {"draft": ticket})

    assert (answer.status_code, answer.json()) == (403, {})
    assert Draft.objects.count() == 0


@pytest.mark.parametrize("ticket", ["", "x", "a\0b", "WyJhIl0:x:y"])
def test_no_ticket_no_draft(as_anouk, ticket):
    answer = as_anouk.post(WRITE, {"draft": ticket, "what_happened": "Half"})

    assert (answer.status_code, Draft.objects.count()) == (404, 0)


def test_a_ticket_lasts_twelve_hours(as_anouk, address):
    with time_machine.travel(moment.now() - timedelta(hours=12, seconds=5)):
        ticket = ticket_of(as_anouk, address)
    answer = as_anouk.post(WRITE, {"draft": ticket, "what_happened": "Half"})

    assert answer.status_code == 404


def test_a_ticket_ends_with_the_right(as_anouk, address, mirela):
    ticket = ticket_of(as_anouk, address)
    mirela.participant.assignments.update(ends_at=moment.now())
    answer = as_anouk.post(WRITE, {"draft": ticket, "what_happened": "Half"})

    assert (answer.status_code, Draft.objects.count()) == (409, 0)
    assert AccessEvent.objects.filter(kind="draft").count() == 0


def test_more_than_anyone_types_is_not_kept(as_anouk, address):
    ticket = ticket_of(as_anouk, address)
    answer = as_anouk.post(WRITE, {"draft": ticket, "what_happened": "x" * 200_001})

    assert (answer.status_code, Draft.objects.count()) == (413, 0)


def test_a_draft_of_a_text_that_changed_meanwhile_meets_both_texts(
    as_anouk, mirela, anouk
):
    row = make_order(mirela, "Rent")[0]
    address = page("bottleneck-edit", mirela, row.pk)
    typed = {"title": "Mine", "life_area": "income", "severity": "3", "version": "1"}
    as_anouk.post(WRITE, typed | {"draft": ticket_of(as_anouk, address)})
    row.title = "Theirs"
    row.save_over(1)
    going_on = as_anouk.get(Draft.objects.get().get_absolute_url()).context
    sent = {name: going_on["form"][name].value() for name in typed}
    answer = as_anouk.post(address, sent | {"draft": str(going_on["draft_ticket"])})

    assert answer.status_code == 409
    assert ("Theirs" in answer.content.decode(), Draft.objects.count()) == (True, 1)
