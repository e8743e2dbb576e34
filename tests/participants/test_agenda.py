"""The agenda of a week: the own appointments by day, whatever the address says."""

from datetime import datetime

import pytest
import time_machine
from django.urls import reverse

from tests.factories import make_plan

AGENDA = reverse("participants:agenda")


NOW = datetime.fromisoformat("2026-05-12T10:00:00+02:00")


@pytest.fixture(autouse=True)
def _tuesday(db):
    """Every test runs on Tuesday 12 May 2026 at 10:00."""
    with time_machine.travel(NOW, tick=False):
        yield


def week(client, query=""):
    return client.get(AGENDA + query).context


def shown(context):
    return {str(day): len(lines) for day, lines in context["days"]}


def test_a_week_runs_from_monday_and_shows_a_weekend_only_when_used(
    as_anouk, mirela, anouk
):
    make_plan(mirela, anouk, "2026-05-11T09:00")
    make_plan(mirela, anouk, "2026-05-17T23:30")
    make_plan(mirela, anouk, "2026-05-18T00:00")

    assert shown(week(as_anouk)) == {
        "2026-05-11": 1,
        "2026-05-12": 0,
        "2026-05-13": 0,
        "2026-05-14": 0,
        "2026-05-15": 0,
        "2026-05-17": 1,
    }


@pytest.mark.parametrize(
    ("asked", "monday"),
    [
        ("2026-W21", "2026-05-18"),
        ("2026-W53", "2026-12-28"),
        ("2027-W01", "2027-01-04"),
        ("", "2026-05-11"),
        ("2026-W99", "2026-05-11"),
        ("2027-W53", "2026-05-11"),
        ("nonsense", "2026-05-11"),
        ("9999-W52", "2026-05-11"),
        ("0001-W01", "2026-05-11"),
    ],
)
def test_the_week_is_in_the_address(as_anouk, asked, monday):
    assert str(week(as_anouk, f"?week={asked}")["monday"]) == monday


def test_the_weeks_around_the_change_of_the_clock_hold_their_hours(
    as_anouk, mirela, anouk
):
    make_plan(mirela, anouk, "2026-10-25T23:59")
    make_plan(mirela, anouk, "2026-10-26T00:00")

    assert sum(shown(week(as_anouk, "?week=2026-W43")).values()) == 1
    assert sum(shown(week(as_anouk, "?week=2026-W44")).values()) == 1
