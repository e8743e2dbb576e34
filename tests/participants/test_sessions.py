"""Logging a session: what is kept, once, and of whom."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from counsellors.models import AccessEvent
from exitprog import moment
from participants.draft_ticket import new_ticket
from participants.models import (
    Draft,
    SafeContact,
    Session,
    SessionTouch,
)
from tests.factories import (
    MakeSafeContact,
    MakeSession,
    make_dossier,
    make_order,
)
from tests.routes import page
from tests.statements import counted
from tests.typed import about, note, touching

TITLES = [f"Bottleneck {number}" for number in range(1, 9)]


@pytest.fixture
def address(mirela):
    return page("session-new", mirela)


def test_a_session_keeps_what_was_written(as_anouk, address, anouk):
    words = {"in_their_words": "Vreau o cameră.", "words_language": "ro"}
    as_anouk.post(address, note(starts_at="14:00", length="45", **words))

    saved = Session.objects.get()
    assert (saved.author, saved.kind, saved.minutes) == (anouk, "office", 45)
    assert (saved.starts_at, saved.attendance) == (time(14), "attended")
    assert (saved.what_happened, saved.in_their_words, saved.words_language) == (
        "We talked.",
        "Vreau o cameră.",
        "ro",
    )


def test_saving_leads_back_to_the_dossier(as_anouk, address, mirela):
    response = as_anouk.post(address, note())

    assert response.url == page("overview", mirela)


def test_save_and_next_leads_to_the_caseload(as_anouk, address):
    response = as_anouk.post(address, note(then="list"))

    assert response.url == reverse("participants:list")


def test_another_number_of_minutes_wins(as_anouk, address):
    as_anouk.post(address, note(length="45", other_length="50"))

    assert Session.objects.get().minutes == 50


def test_a_safe_contact_that_is_right_is_confirmed_today(as_anouk, address, mirela):
    before = MakeSafeContact(
        participant=mirela.participant,
        level="acute",
        checked_on=moment.today() - timedelta(days=9),
        visit_rule="In pairs",
        recorded_by=mirela.participant.assignments.get().user,
    )
    as_anouk.post(address, note(how="phone", safe_contact_right="yes"))

    now = SafeContact.objects.newest_first().first()
    assert now.pk != before.pk
    assert (now.level, now.visit_rule, now.channels) == ("acute", "In pairs", ["app"])
    assert (now.checked_on, now.checked_how) == (moment.today(), "by_phone")


def test_an_older_session_does_not_set_the_check_back(as_anouk, address, mirela, anouk):
    MakeSafeContact(participant=mirela.participant, recorded_by=anouk)
    before = moment.today() - timedelta(days=9)
    as_anouk.post(address, note(on=before, safe_contact_right="yes"))

    now = SafeContact.objects.newest_first().first()
    assert now.checked_on == moment.today()


def test_a_changed_safe_contact_is_asked_at_once(as_anouk, address, mirela, anouk):
    MakeSafeContact(participant=mirela.participant, recorded_by=anouk)
    response = as_anouk.post(address, note(safe_contact_right="changed", then="list"))

    assert response.url == page("safe-contact", mirela)
    assert SafeContact.objects.count() == 1


def test_a_missed_session_asks_why_and_keeps_a_text(as_anouk, address, mirela):
    first, *_rest = make_order(mirela, "A")
    fields = touching(first, how="missed", attendance="cancelled_them", length="45")
    as_anouk.post(address, fields | about(first, "solved") | {"next_step_on": "never"})

    saved = Session.objects.get()
    assert (saved.kind, saved.attendance, saved.minutes) == ("", "cancelled_them", None)
    assert (saved.was_held, saved.touches.count()) == (False, 0)


def test_a_missed_session_needs_no_text(as_anouk, address):
    fields = note(how="missed", attendance="missed", what_happened="")
    response = as_anouk.post(address, fields)

    assert (response.status_code, Session.objects.get().what_happened) == (302, "")


def test_sending_twice_makes_one_session(as_anouk, address, mirela):
    [first] = make_order(mirela, "A")
    fields = touching(first, **about(first, "worse", "5"))
    answers = [as_anouk.post(address, fields) for _time in range(2)]

    assert Session.objects.count() == 1
    assert answers[0].url == answers[1].url


def test_a_note_changed_on_the_way_back_is_shown_and_not_dropped(as_anouk, address):
    fields = note()
    as_anouk.post(address, fields)

    answer = as_anouk.post(address, fields | {"what_happened": "It went otherwise."})

    assert (answer.status_code, Session.objects.count()) == (409, 1)
    assert "It went otherwise." in answer.content.decode()


def test_the_access_log_says_once_that_something_was_added(as_anouk, address):
    fields = note()
    for _time in range(2):
        as_anouk.post(address, fields)

    lines = AccessEvent.objects.order_by("pk").values_list("action", flat=True)
    assert list(lines) == ["create", "open"]


def test_a_submission_of_another_dossier_is_not_found(
    as_anouk, address, anouk, waterveen
):
    other = make_dossier(anouk, waterveen)
    fields = note()
    as_anouk.post(page("session-new", other), fields)

    assert as_anouk.post(address, fields).status_code == 404
    assert Session.objects.count() == 1


def test_the_address_chooses_a_bottleneck(as_anouk, address, mirela):
    _first, second = make_order(mirela, "A", "B")
    response = as_anouk.get(address, {"bottleneck": second.pk})

    assert response.context["form"]["touched"].value() == [str(second.pk)]


def test_nothing_else_is_chosen_beforehand(as_anouk, address, mirela):
    make_order(mirela, "A", "B")
    MakeSafeContact(
        participant=mirela.participant,
        recorded_by=mirela.participant.assignments.get().user,
    )
    page = as_anouk.get(address).content.decode()

    assert "checked" not in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_closed_dossier_takes_no_session(as_anouk, address, mirela, anouk, method):
    mirela.enter("dropped_out", anouk, reason="lost_contact", destination="unknown")

    assert getattr(as_anouk, method)(address, note()).status_code == 409
    assert Session.objects.count() == 0


def test_cover_logs_under_its_own_name(client, address, joost, cover, anouk):
    client.force_login(joost)
    client.post(address, note())

    line = AccessEvent.objects.get()
    assert Session.objects.get().author == joost
    assert (line.ground, line.on_behalf_of) == ("cover", anouk)


@pytest.mark.parametrize("name", ["joost", "frank"])
def test_colleagues_and_former_counsellors_find_nothing(client, address, request, name):
    client.force_login(request.getfixturevalue(name))

    assert client.post(address, note()).status_code == 404


@pytest.mark.parametrize("size", [3, 8])
def test_saving_takes_the_same_statements_at_every_size(
    as_anouk, address, mirela, anouk, size
):
    MakeSafeContact(participant=mirela.participant, recorded_by=anouk)
    rows = make_order(mirela, *TITLES[:size])
    fields = touching(*rows, safe_contact_right="yes", next_step="Call")
    for row in rows:
        fields |= about(row, "worse", "4")
    with counted() as statements:
        as_anouk.post(address, fields)

    assert len(statements) == 11, statements


@pytest.mark.parametrize("size", [3, 8])
def test_the_fullest_session_keeps_to_fourteen_statements(
    as_anouk, address, mirela, anouk, size
):
    """It solves, gets worse, confirms the safe contact, and uses up its draft."""
    MakeSafeContact(participant=mirela.participant, recorded_by=anouk)
    rows = make_order(mirela, *TITLES[:size])
    fields = touching(*rows, safe_contact_right="yes") | about(rows[0], "solved")
    for row in rows[1:]:
        fields |= about(row, "worse", "4")
    ticket = new_ticket(anouk, mirela.participant, "session-new", None)
    as_anouk.post(reverse("participants:draft-write"), fields | {"draft": str(ticket)})
    with counted() as statements:
        as_anouk.post(address, fields | {"draft": str(ticket)})

    assert Draft.objects.count() == 0
    assert len(statements) == 14, statements


def test_a_session_shows_the_note_and_what_it_touched(as_anouk, mirela, anouk):
    [first] = make_order(mirela, "A room")
    session = Session(trajectory=mirela, author=anouk, kind="visit")
    session.what_happened = "We looked at a room."
    session.log([])
    SessionTouch.objects.create(
        session=session,
        bottleneck=first,
        change="worse",
        severity_before=3,
        severity_after=4,
    )
    response = as_anouk.get(session.get_absolute_url())

    assert response.context["session"] == session
    assert [row.bottleneck for row in response.context["touches"]] == [first]


def test_a_session_of_someone_else_is_not_found(as_anouk, mirela, anouk, waterveen):
    foreign = MakeSession(trajectory=make_dossier(anouk, waterveen), author=anouk)

    assert as_anouk.get(page("session", mirela, foreign.pk)).status_code == 404
