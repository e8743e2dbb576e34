"""Logging a session, and what is carried over to the dossier."""

import uuid
from datetime import time, timedelta

import pytest
from django.urls import reverse

from counsellors.models import AccessEvent
from exitprog import moment
from participants.draft_ticket import new_ticket
from participants.models import (
    Bottleneck,
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
from tests.statements import counted

TITLES = [f"Bottleneck {number}" for number in range(1, 9)]


@pytest.fixture
def address(mirela):
    return page(mirela, "session-new")


def page(trajectory, name, *args):
    return reverse(f"participants:{name}", args=[trajectory.participant.code, *args])


def note(**fields):
    """What a browser sends for a short note."""
    return {
        "submission": str(uuid.uuid4()),
        "on": moment.today().isoformat(),
        "how": "office",
        "what_happened": "We talked.",
    } | fields


def about(bottleneck, change="", severity=""):
    key = bottleneck.pk
    return {f"change_{key}": change, f"severity_{key}": severity}


def touching(*bottlenecks, **fields):
    return note(touched=[str(row.pk) for row in bottlenecks], **fields)


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

    assert response.url == page(mirela, "overview")


def test_save_and_next_leads_to_the_caseload(as_anouk, address):
    response = as_anouk.post(address, note(then="list"))

    assert response.url == reverse("participants:list")


def test_another_number_of_minutes_wins(as_anouk, address):
    as_anouk.post(address, note(length="45", other_length="50"))

    assert Session.objects.get().minutes == 50


def test_a_touch_without_a_judgement_stays_without_one(as_anouk, address, mirela):
    first, _second = make_order(mirela, "A", "B")
    as_anouk.post(address, touching(first))

    touch = SessionTouch.objects.get()
    assert (touch.bottleneck, touch.change) == (first, "")
    assert (touch.severity_before, touch.severity_after) == (3, 3)


@pytest.mark.parametrize(
    ("change", "severity", "after"),
    [
        ("better", "2", 2),
        ("worse", "5", 5),
        ("worse", "", 3),
        ("same", "5", 3),
        ("", "5", 3),
    ],
)
def test_severity_moves_only_with_better_or_worse(
    as_anouk, address, mirela, change, severity, after
):
    [first] = make_order(mirela, "A")
    as_anouk.post(address, touching(first, **about(first, change, severity)))

    first.refresh_from_db()
    touch = SessionTouch.objects.get()
    assert (first.severity, touch.severity_after, touch.severity_before) == (
        after,
        after,
        3,
    )


def test_what_is_said_of_an_untouched_bottleneck_does_not_count(
    as_anouk, address, mirela
):
    first, second = make_order(mirela, "A", "B")
    as_anouk.post(address, touching(first, **about(second, "worse", "5")))

    second.refresh_from_db()
    assert (second.severity, second.version) == (3, 1)


def test_a_new_severity_is_a_new_version(as_anouk, address, mirela):
    [first] = make_order(mirela, "A")
    as_anouk.post(address, touching(first, **about(first, "worse", "5")))

    assert Bottleneck.objects.get().version == first.version + 1


def test_the_next_step_goes_to_the_one_bottleneck(as_anouk, address, mirela):
    [first] = make_order(mirela, "A")
    day = moment.today() + timedelta(days=3)
    as_anouk.post(address, touching(first, next_step="Call", next_step_on=day))

    first.refresh_from_db()
    assert (first.next_step, first.next_step_on) == ("Call", day)


def test_the_next_step_of_two_bottlenecks_stays_in_the_note(as_anouk, address, mirela):
    both = make_order(mirela, "A", "B")
    as_anouk.post(address, touching(*both, next_step="Call"))

    assert [row.next_step for row in Bottleneck.objects.all()] == ["", ""]
    assert Session.objects.get().next_step == "Call"


def test_no_next_step_leaves_the_planned_one(as_anouk, address, mirela):
    [first] = make_order(mirela, "A")
    first.next_step = "Planned"
    first.save()
    as_anouk.post(address, touching(first))

    assert Bottleneck.objects.get().next_step == "Planned"


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

    assert response.url == page(mirela, "safe-contact")
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
    as_anouk.post(page(other, "session-new"), fields)

    assert as_anouk.post(address, fields).status_code == 404
    assert Session.objects.count() == 1


def test_a_bottleneck_of_another_dossier_is_not_touched(
    as_anouk, address, anouk, waterveen
):
    [foreign] = make_order(make_dossier(anouk, waterveen), "A")
    response = as_anouk.post(address, touching(foreign))

    assert response.context["form"].errors == {
        "touched": ["Choose from the open bottlenecks of this dossier."]
    }
    assert Session.objects.count() == 0


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
def test_solving_takes_the_same_statements_at_every_size(
    as_anouk, address, mirela, size
):
    rows = make_order(mirela, *TITLES[:size])
    fields = touching(*rows) | about(rows[0], "solved")
    for row in rows[1:]:
        fields |= about(row, "worse", "4")
    with counted() as statements:
        as_anouk.post(address, fields)

    assert len(statements) == 13, statements


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


def test_what_is_solved_leaves_the_order_and_the_rest_closes_up(
    as_anouk, address, mirela, anouk
):
    first, second, third = make_order(mirela, "A", "B", "C")
    as_anouk.post(address, touching(first, second, **about(first, "solved")))

    rows = Bottleneck.objects.in_order().values_list("pk", "position")
    first.refresh_from_db()
    assert list(rows) == [(second.pk, 1), (third.pk, 2)]
    assert (first.state, first.closed_on) == ("solved", moment.today())
    assert (mirela.moves.get().kind, mirela.moves.get().by) == ("closed", anouk)


def test_solving_leads_to_what_comes_first_now(as_anouk, address, mirela):
    first, _second = make_order(mirela, "A", "B")
    fields = touching(first, **about(first, "solved"))
    answers = [as_anouk.post(address, fields) for _time in range(2)]

    assert {answer.url for answer in answers} == {page(mirela, "priorities")}
    assert (Session.objects.count(), mirela.moves.count()) == (1, 1)


def test_all_can_be_solved_at_once(as_anouk, address, mirela):
    rows = make_order(mirela, "A", "B")
    fields = touching(*rows)
    for row in rows:
        fields |= about(row, "solved")
    as_anouk.post(address, fields)

    assert Bottleneck.objects.active().count() == 0


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

    assert as_anouk.get(page(mirela, "session", foreign.pk)).status_code == 404
