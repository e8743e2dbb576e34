"""How near a day is, is how a page says it."""

from datetime import date

import pytest
from django.utils import translation

from participants.day_words import day_or_today, day_text


@pytest.fixture(autouse=True)
def tuesday(time_machine):
    """Tuesday 12 May 2026, in English."""
    time_machine.move_to("2026-05-12T12:00:00+02:00")
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 5, 12), "today"),
        (date(2026, 5, 15), "Fri 15 May"),
        (date(2026, 5, 5), "Tue 5 May"),
        (date(2026, 5, 4), "4 May"),
        (date(2026, 5, 20), "20 May"),
        (date(2025, 5, 12), "12 May 2025"),
    ],
)
def test_a_near_day_has_its_weekday_and_a_far_one_its_year(day, said):
    assert day_or_today(day) == said


def test_a_plain_day_has_no_weekday():
    assert day_text(date(2026, 5, 12)) == "12 May"
