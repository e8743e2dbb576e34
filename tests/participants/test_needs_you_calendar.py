"""What needs the counsellor when the clock changes, and on a leap day.

The clock skips an hour on 29 March 2026 and repeats one on 25 October; 2028 has a
29 February. Days are counted on the calendar, an appointment ends by the clock.
"""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from participants.caseload import Row
from participants.models import (
    AgencyContact,
    Appointment,
    Bottleneck,
    Draft,
    Participant,
    SafeContact,
    Trajectory,
)
from participants.needs_you import (
    Case,
    answer_overdue,
    deadline_near,
    draft_kept,
    no_next_date,
    not_seen,
    past_without_a_note,
    safety_check_overdue,
)
from tests.factories import MakeAgency

MIRELA = Participant(alias="Mirela", code="K7Q-M4F2")


def case(today, day=None, **facts):
    """Someone who was asked and seen on `day`."""
    trajectory = Trajectory(participant=MIRELA, started_on=day or today)
    trajectory.last_session_on = day or today
    contact = SafeContact(
        participant=MIRELA, level=facts.pop("level", "care"), checked_on=day or today
    )
    return Case(Row(trajectory, contact, None, [], today), **facts)


def at(text):
    return time_machine.travel(datetime.fromisoformat(text), tick=False)


def turns(asks, first):
    """What `asks(day)` answers on that day and on the two after it."""
    found = []
    for later in range(3):
        day = date.fromisoformat(first) + timedelta(days=later)
        with at(f"{day}T12:00+01:00"):
            found.append(bool(list(asks(day))))
    return found


CHANGES = ["2026-03-29", "2026-10-25", "2028-02-29"]


@pytest.mark.parametrize("middle", CHANGES)
@pytest.mark.parametrize(
    ("rule", "level", "allowed"),
    [
        (safety_check_overdue, "acute", 7),
        (safety_check_overdue, "care", 30),
        (not_seen, "care", 14),
    ],
)
def test_days_since_are_days_of_the_calendar(rule, level, allowed, middle):
    last = date.fromisoformat(middle)
    begun = last - timedelta(days=allowed)
    before = (last - timedelta(days=1)).isoformat()

    found = turns(lambda day: rule(case(day, begun, level=level)), before)

    assert found == [False, False, True]


@pytest.mark.parametrize("middle", CHANGES)
def test_a_deadline_is_near_for_seven_days_of_the_calendar(middle):
    due = date.fromisoformat(middle) + timedelta(days=6)
    row = Bottleneck(title="Rent", deadline=due)
    before = (due - timedelta(days=8)).isoformat()

    found = turns(lambda day: deadline_near(case(day, bottlenecks=[row])), before)

    assert found == [False, True, True]


@pytest.mark.django_db
@pytest.mark.parametrize("due", CHANGES)
def test_an_answer_is_late_from_the_day_after(due):
    row = AgencyContact(agency=MakeAgency(), answer_due=date.fromisoformat(due))
    before = (row.answer_due - timedelta(days=1)).isoformat()

    found = turns(lambda day: answer_overdue(case(day, owed=[row])), before)

    assert found == [False, False, True]


@pytest.mark.parametrize("due", CHANGES)
def test_a_dated_step_counts_until_its_day_is_over(due):
    row = Bottleneck(title="Rent", next_step_on=date.fromisoformat(due))
    before = (row.next_step_on - timedelta(days=1)).isoformat()

    found = turns(lambda day: no_next_date(case(day, bottlenecks=[row])), before)

    assert found == [False, False, True]


@pytest.mark.parametrize(
    ("starts_at", "moments"),
    [
        # from half past one, through the hour that is skipped, to half past three
        (
            "2026-03-29T01:30+01:00",
            ["2026-03-29T03:29+02:00", "2026-03-29T03:30+02:00"],
        ),
        # to half past two, for the first time
        (
            "2026-10-25T01:30+02:00",
            ["2026-10-25T02:29+02:00", "2026-10-25T02:30+02:00"],
        ),
        # from the second half past two
        (
            "2026-10-25T02:30+01:00",
            ["2026-10-25T03:29+01:00", "2026-10-25T03:30+01:00"],
        ),
        (
            "2028-02-29T23:30+01:00",
            ["2028-03-01T00:29+01:00", "2028-03-01T00:30+01:00"],
        ),
    ],
)
def test_an_appointment_lasts_its_hour_by_the_clock(starts_at, moments):
    planned = Appointment(starts_at=datetime.fromisoformat(starts_at), minutes=60)
    found = []

    for moment in moments:
        with at(moment):
            ours = case(date(2026, 1, 1), appointments=[planned])
            found.append([*past_without_a_note(ours), *no_next_date(ours)])

    assert list(map(len, found)) == [0, 2]


def test_a_draft_is_of_the_day_on_our_clock():
    """Half past midnight on Sunday, while it is still Saturday in Greenwich."""
    saved = datetime.fromisoformat("2026-03-29T00:30+01:00").astimezone(UTC)
    draft = Draft(participant=MIRELA, form="session-new", saved_at=saved)

    [need] = draft_kept(case(date(2026, 3, 30), drafts=[draft]))

    assert need.text.startswith("draft of Sunday 29 March")
