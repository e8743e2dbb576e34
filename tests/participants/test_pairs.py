"""Rows that belong together are of one trajectory: the database itself says so."""

import pgtrigger
import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories import (
    MakeAppointment,
    MakeBottleneck,
    MakeConsent,
    MakeContact,
    MakeDaytime,
    MakeIncome,
    MakeSession,
    make_dossier,
)

POINTERS = [
    ("session", "appointment_id", "appointment"),
    ("appointment", "about_id", "bottleneck"),
    ("appointment", "moved_from_id", "appointment"),
    ("agencycontact", "answers_id", "contact"),
    ("agencycontact", "consent_id", "consent"),
    ("sessiontouch", "bottleneck_id", "bottleneck"),
    ("contacttouch", "bottleneck_id", "bottleneck"),
]
KEEPERS = [
    "agencycontact",
    "appointment",
    "bottleneck",
    "daytimeactivity",
    "income",
    "session",
]


def make_rows(trajectory, user):
    """A row of each kind in that dossier; everything points within it."""
    of = {"trajectory": trajectory}
    bottleneck = MakeBottleneck(**of)
    consent = MakeConsent(participant=trajectory.participant, recorded_by=user)
    facts = {"agency": consent.agency, "consent": consent}
    contact = MakeContact(author=user, **of, **facts)
    contact.touches.create(bottleneck=bottleneck)
    appointment = MakeAppointment(planned_by=user, about=bottleneck, **of)
    session = MakeSession(author=user, **of)
    session.touches.create(bottleneck=bottleneck, severity_before=3, severity_after=3)
    MakeIncome(recorded_by=user, **of)
    MakeDaytime(recorded_by=user, **of)
    return {
        "appointment": appointment,
        "bottleneck": bottleneck,
        "consent": consent,
        "contact": contact,
    }


@pytest.fixture
def dossiers(mirela, anouk, waterveen):
    """The own dossier, another one, and the rows of that other one."""
    other = make_dossier(anouk, waterveen)
    make_rows(mirela, anouk)
    return mirela, other, make_rows(other, anouk)


def is_refused(table, column, value, trajectory):
    """Whether the row of that dossier may not point there, if it could be changed."""
    where = {
        "sessiontouch": "session_id IN (SELECT id FROM participants_session s"
        " WHERE s.trajectory_id = %s)",
        "contacttouch": "contact_id IN (SELECT id FROM participants_agencycontact c"
        " WHERE c.trajectory_id = %s)",
    }.get(table, "trajectory_id = %s")
    change = f"UPDATE participants_{table} SET {column} = %s WHERE {where}"
    try:
        with pgtrigger.ignore(), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change, [value, trajectory.pk])
            assert cursor.rowcount == 1
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError:
        return True
    return False


def test_no_row_points_into_another_trajectory(dossiers):
    mirela, _other, theirs = dossiers

    refused = [
        pointer
        for pointer in POINTERS
        if is_refused(*pointer[:2], theirs[pointer[2]].pk, mirela)
    ]

    assert refused == POINTERS


def test_no_row_goes_over_to_another_trajectory(dossiers):
    mirela, other, _theirs = dossiers

    refused = [
        table
        for table in KEEPERS
        if is_refused(table, "trajectory_id", other.pk, mirela)
    ]

    assert refused == KEEPERS


@pytest.mark.parametrize("column", ["bottleneck_id", "undoes_id"])
def test_a_move_is_of_its_own_trajectory(dossiers, anouk, column):
    mirela, other, theirs = dossiers
    facts = {"order_version": 1, "before": [], "after": [], "by": anouk}
    foreign = other.moves.create(**facts)
    points_at = {"bottleneck_id": theirs["bottleneck"].pk, "undoes_id": foreign.pk}

    mirela.moves.create(**facts, **{column: points_at[column]})

    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_consent_covers_its_own_agency_alone(dossiers, anouk):
    mirela, _other, _theirs = dossiers
    elsewhere = MakeConsent(participant=mirela.participant, recorded_by=anouk)

    assert is_refused("agencycontact", "consent_id", elsewhere.pk, mirela)


def test_a_consent_covers_its_own_participant_alone(dossiers, anouk):
    mirela, other, _theirs = dossiers
    agency = mirela.agency_contacts.get().agency
    facts = {"agency": agency, "recorded_by": anouk}
    theirs = MakeConsent(participant=other.participant, **facts)

    assert is_refused("agencycontact", "consent_id", theirs.pk, mirela)
