"""Appointments: planned ahead, moved in a chain, called off, and then logged."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError
from django.utils import timezone

from participants.models import Appointment, Session
from participants.models.appointment import AppointmentError
from tests.factories import MakeAppointment, make_order
from tests.routes import page

NOW = datetime.fromisoformat("2026-05-12T10:00:00+02:00")
ASKED = {"on": "2026-05-13", "at": "14:00", "minutes": "60", "kind": "office"}


@pytest.fixture(autouse=True)
def _tuesday(time_machine_at):
    """Every test runs on Tuesday 12 May 2026 at 10:00."""


@pytest.fixture
def time_machine_at(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def planned(mirela, anouk):
    return MakeAppointment(trajectory=mirela, planned_by=anouk)


def plan(client, mirela, **changes):
    return client.post(page("appointment-new", mirela), ASKED | changes)


def told(response):
    return [str(message) for message in response.context["messages"]]


def local(text):
    return timezone.make_aware(datetime.fromisoformat(text))


def test_planning_writes_one_row(as_anouk, anouk, mirela):
    [home] = make_order(mirela, "A room of her own")

    plan(as_anouk, mirela, place="Desk 4", with_whom="with Joost", about=str(home.pk))

    row = Appointment.objects.get()
    assert row.starts_at == local("2026-05-13T14:00")
    assert (row.trajectory, row.planned_by, row.about) == (mirela, anouk, home)
    assert (row.place, row.with_whom, row.minutes) == ("Desk 4", "with Joost", 60)


def test_a_double_click_plans_once(as_anouk, mirela):
    plan(as_anouk, mirela)
    plan(as_anouk, mirela)

    assert Appointment.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"on": "2026-05-11"}, "on"),
        ({"on": "2026-05-12", "at": "09:59"}, "at"),
        ({"on": "2026-05-12", "at": "10:00"}, "at"),
        ({"on": "2029-05-12"}, "on"),
        ({"on": ""}, "on"),
        ({"minutes": "601"}, "minutes"),
        ({"kind": "dream"}, "kind"),
        ({"about": "other"}, "about"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(as_anouk, mirela, changes, field):
    response = plan(as_anouk, mirela, **changes)

    assert list(response.context["form"].errors) == [field]
    assert not Appointment.objects.exists()


def test_a_minute_from_now_can_be_planned(as_anouk, mirela):
    plan(as_anouk, mirela, on="2026-05-12", at="10:01")

    assert Appointment.objects.count() == 1


def test_the_hour_that_the_clock_skips_is_refused(as_anouk, mirela):
    response = plan(as_anouk, mirela, on="2027-03-28", at="02:30")

    assert list(response.context["form"].errors) == ["at"]


def test_of_an_hour_that_comes_twice_the_first_is_meant(as_anouk, mirela):
    plan(as_anouk, mirela, on="2026-10-25", at="02:30")

    starts_at = Appointment.objects.get().starts_at
    assert starts_at == datetime.fromisoformat("2026-10-25T02:30:00+02:00")


@pytest.mark.parametrize(("at", "count"), [("13:00", 1), ("14:30", 2), ("15:00", 1)])
def test_two_at_the_same_time_are_allowed_and_said(as_anouk, mirela, at, count):
    plan(as_anouk, mirela)
    response = as_anouk.post(
        page("appointment-new", mirela), ASKED | {"at": at}, follow=True
    )

    said = told(response)[-1]
    assert said.count("You have another appointment at that time.") == count - 1
    assert Appointment.objects.count() == 2


def test_moving_keeps_the_chain_and_counts_once(as_anouk, mirela, planned, anouk):
    again = planned.move_to(planned.starts_at + timedelta(days=1), anouk)
    last = again.move_to(planned.starts_at + timedelta(days=2), anouk)

    assert last.moved_from == again
    assert again.moved_from == planned
    assert list(Appointment.objects.standing()) == [last]


def test_the_move_page_moves(as_anouk, mirela, planned):
    address = page("appointment-move", mirela, planned.pk)
    response = as_anouk.post(address, {"on": "2026-05-20", "at": "09:00", "version": 1})

    moved = Appointment.objects.standing().get()
    assert response.url == mirela.participant.get_absolute_url()
    assert moved.starts_at == local("2026-05-20T09:00")
    assert moved.moved_from == planned


def test_what_was_moved_or_cancelled_cannot_change_again(mirela, planned, anouk):
    moved = planned.move_to(planned.starts_at + timedelta(days=1), anouk)
    moved.cancel("participant")

    for row in Appointment.objects.all():
        with pytest.raises(AppointmentError):
            row.move_to(row.starts_at, anouk)
        with pytest.raises(AppointmentError):
            row.cancel("us")


@pytest.mark.parametrize("name", ["appointment-move", "appointment-cancel"])
def test_a_page_of_a_cancelled_one_answers_conflict(as_anouk, mirela, planned, name):
    planned.cancel("us")

    address = page(name, mirela, planned.pk)
    sent = {"on": "2026-05-20", "at": "09:00", "cancelled_by": "us"}

    assert as_anouk.get(address).status_code == 409
    assert as_anouk.post(address, sent).status_code == 409


def test_cancelling_says_by_whom_and_when(as_anouk, mirela, planned):
    address = page("appointment-cancel", mirela, planned.pk)
    as_anouk.post(address, {"cancelled_by": "participant", "version": 1})

    planned.refresh_from_db()
    assert (planned.cancelled_by, planned.cancelled_at) == ("participant", NOW)
    assert not Appointment.objects.standing().exists()


@pytest.mark.parametrize(("minutes", "past"), [(59, False), (60, True), (61, True)])
def test_it_is_past_once_it_is_over(planned, minutes, past):
    with time_machine.travel(planned.starts_at + timedelta(minutes=minutes)):
        assert planned.is_past == past


@pytest.mark.parametrize(
    "facts",
    [{"minutes": 0}, {"kind": ""}, {"cancelled_by": "us"}, {"cancelled_at": NOW}],
)
def test_the_database_refuses_what_cannot_be(mirela, anouk, facts):
    with pytest.raises(IntegrityError):
        MakeAppointment(trajectory=mirela, planned_by=anouk, **facts)


# Logging it


def log_address(planned):
    address = page("session-new", planned.trajectory)
    return f"{address}?appointment={planned.pk}"


def note(planned, **changes):
    return {
        "submission": "7b1ffb0c-5d0e-4a5c-9d6a-3a8d3f9b7c11",
        "appointment": str(planned.pk),
        "on": "2026-05-12",
        "how": "office",
        "what_happened": "We talked.",
        "safe_contact_right": "not_asked",
    } | changes


@pytest.fixture
def over(mirela, anouk):
    """It was at 8:30 today."""
    [home] = make_order(mirela, "A room of her own")
    mirela.participant.interpreter = True
    mirela.participant.save()
    return MakeAppointment(
        trajectory=mirela,
        planned_by=anouk,
        starts_at=local("2026-05-12T08:30"),
        minutes=45,
        kind="video",
        interpreter="on_site",
        about=home,
    )


def test_everything_known_is_filled_in(as_anouk, over):
    form = as_anouk.get(log_address(over)).context["form"]

    names = ["on", "starts_at", "length", "how", "interpreter", "touched"]
    values = [str(form[name].value()) for name in names]
    assert values[:3] == ["2026-05-12", "08:30:00", "45"]
    assert values[3:5] == ["video", "on_site"]
    assert form["touched"].value() == [str(over.about_id)]


def test_an_unusual_length_is_filled_in_too(as_anouk, over):
    Appointment.objects.update(minutes=50)

    form = as_anouk.get(log_address(over)).context["form"]

    assert (form["length"].value(), form["other_length"].value()) == (None, 50)


def test_saving_links_the_session(as_anouk, over):
    as_anouk.post(log_address(over), note(over))

    assert Session.objects.get().appointment == over
    assert not Appointment.objects.open().exists()


def test_the_same_page_sent_twice_is_one_session(as_anouk, over):
    first = as_anouk.post(log_address(over), note(over))
    second = as_anouk.post(log_address(over), note(over))

    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url
    assert Session.objects.count() == 1


def test_another_page_is_told_that_it_was_logged(as_anouk, over):
    as_anouk.post(log_address(over), note(over))
    other = note(over, submission="0a1ffb0c-5d0e-4a5c-9d6a-3a8d3f9b7c22")

    response = as_anouk.post(log_address(over), other | {"what_happened": "Mine."})

    assert response.status_code == 409
    assert "Mine." in response.content.decode()
    assert Session.objects.count() == 1


def test_a_logged_one_leads_to_its_session(as_anouk, over):
    as_anouk.post(log_address(over), note(over))

    response = as_anouk.get(log_address(over))

    assert response.url == Session.objects.get().get_absolute_url()


def test_a_note_for_one_that_was_called_off_is_still_saved(as_anouk, over):
    over.cancel("us")

    assert as_anouk.get(log_address(over)).status_code == 404
    as_anouk.post(log_address(over), note(over))
    assert Session.objects.get().appointment is None


def test_one_of_another_dossier_does_not_exist_here(as_anouk, over, noor, elsewhere):
    other = MakeAppointment(planned_by=noor)
    address = f"{page('session-new', over.trajectory)}?appointment={other.pk}"

    assert as_anouk.get(address).status_code == 404
    assert as_anouk.post(address, note(other)).status_code == 404
    assert not Session.objects.exists()
