"""What the page of a record's history promises: who, when, from what to what."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from exitprog.database import tell
from participants.change_words import LABELS, label, told_fields
from participants.models import (
    AgencyContact,
    Appointment,
    Bottleneck,
    Consent,
    DaytimeActivity,
    Flag,
    Income,
    Participant,
    Session,
    Trajectory,
)
from participants.views.change_history import PAGE_SIZE
from tests.factories import MakeAgency, MakeBottleneck, MakeSession
from tests.statements import counted


@pytest.fixture
def page(as_anouk, mirela):
    """Reads a page of history; gives the response."""

    def read(route, key=None, **query):
        args = [mirela.participant.code, *([key] if key else [])]
        return as_anouk.get(reverse(f"participants:{route}-history", args=args), query)

    return read


def told(response):
    return [
        (line.by, line.text, [(d.label, d.before, d.after) for d in line.details])
        for line in response.context["lines"]
    ]


def test_a_line_tells_who_changed_what_from_what_to_what(page, mirela, anouk):
    shelter = MakeAgency(name="Het Anker")
    tell(anouk)
    room = MakeBottleneck(trajectory=mirela, title="A room", severity=3, position=1)
    room.title, room.severity = "A safe room", 5
    room.deadline = date(2026, 6, 1)
    room.wait_for("agency", shelter, date(2026, 5, 12))
    room.save()

    response = page("bottleneck", room.pk)

    assert told(response) == [
        (
            "Anouk de Wit",
            "Changed",
            [
                ("What is it", "A room", "A safe room"),
                ("How bad is it", "heavy", "acute"),
                ("Deadline", "", "1 June 2026"),
                ("Who is it waiting for", "nobody", "an agency"),
                ("Which agency", "", "Het Anker"),
                ("Waiting since", "", "12 May 2026"),
            ],
        ),
        ("Anouk de Wit", "Recorded", []),
    ]
    moment = timezone.localtime(response.context["lines"][0].at)
    assert date_format(moment, "j F Y, H:i") in response.content.decode()


def test_values_are_told_in_words(page, mirela, anouk):
    person = mirela.participant
    person.languages, person.interpreter = ["ro", "en"], True
    person.save()
    mirela.wish, mirela.wish_language = "Un loc", "ro"
    mirela.save()

    assert told(page("participant"))[0][2] == [
        ("Languages", "", "Romanian, English"),
        ("Needs an interpreter", "No", "Yes"),
    ]
    assert told(page("trajectory"))[0][2] == [
        ("Where is she heading, in her words", "", "Un loc"),
        ("Language of these words", "Dutch", "Romanian"),
    ]


def test_a_page_ends_where_the_next_begins(page, mirela, anouk):
    room = MakeBottleneck(trajectory=mirela, position=1, severity=1)
    for turn in range(PAGE_SIZE + 1):
        Bottleneck.objects.filter(pk=room.pk).update(severity=turn % 2 + 2)

    first = page("bottleneck", room.pk)
    second = page("bottleneck", room.pk, before=first.context["older"])

    assert [len(told(first)), len(told(second))] == [PAGE_SIZE, 1]
    assert told(second) == [
        ("", "Changed", [("How bad is it", "light", "noticeable")]),
    ]
    assert (second.context["older"], second.context["is_first"]) == (None, False)


@pytest.mark.parametrize("before", ["", "x", "-1", "9" * 40, "0", "\x00"])
def test_a_place_that_nobody_gave_out_is_no_error(page, mirela, before):
    assert page("participant", before=before).status_code == 200


def test_a_record_of_another_dossier_is_not_found(page, mirela):
    foreign = MakeBottleneck()

    assert page("bottleneck", foreign.pk).status_code == 404


def test_one_change_takes_as_many_statements_as_twenty(page, mirela, anouk):
    talk = MakeSession(trajectory=mirela, author=anouk)
    page("session", talk.pk)
    numbers = []
    for turns in (1, PAGE_SIZE - 1):
        for turn in range(turns):
            day = timezone.localdate() - timedelta(days=turn)
            Session.objects.filter(pk=talk.pk).update(on=day)
        with counted() as statements:
            page("session", talk.pk)
        numbers.append(len(statements))

    assert numbers == [8, 8]


def test_each_field_that_is_told_has_words_of_its_own():
    """A label that nobody wrote is the name of a column, in English."""
    shown = [
        Participant,
        Trajectory,
        Bottleneck,
        Session,
        AgencyContact,
        Appointment,
        Consent,
        Income,
        DaytimeActivity,
        Flag,
    ]
    never_change = {
        "agencycontact.author",
        "agencycontact.recorded_at",
        "agencycontact.trajectory",
        "appointment.moved_from",
        "appointment.planned_by",
        "appointment.trajectory",
        "bottleneck.opened_on",
        "bottleneck.trajectory",
        "consent.participant",
        "consent.recorded_at",
        "consent.recorded_by",
        "daytimeactivity.recorded_at",
        "daytimeactivity.recorded_by",
        "daytimeactivity.trajectory",
        "flag.participant",
        "flag.raised_by",
        "flag.raised_on",
        "income.recorded_at",
        "income.recorded_by",
        "income.trajectory",
        "participant.code",
        "session.appointment",
        "session.author",
        "session.recorded_at",
        "session.trajectory",
        "trajectory.participant",
        "trajectory.programme",
        "trajectory.started_on",
    }

    wordless = {
        f"{model._meta.model_name}.{field.name}"
        for model in shown
        for field in told_fields(model.pgh_event_model)
        if label(field).lower() == field.name.replace("_", " ")
        and isinstance(field.verbose_name, str)
        and not {f"{model._meta.model_name}.{field.name}", field.name} & LABELS.keys()
    }

    assert wordless == never_change
