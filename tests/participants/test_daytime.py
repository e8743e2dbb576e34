"""Daytime activity: the hours that run, against the hours she wants."""

from datetime import date, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction

from participants.daytime_words import ActivityCard, days_of
from participants.models import DaytimeActivity
from tests.factories import MakeDaytime
from tests.routes import page

NOW = datetime.fromisoformat("2026-05-12T10:00:00+02:00")
APRIL, JUNE, AUGUST = date(2026, 4, 1), date(2026, 6, 1), date(2026, 8, 31)
KITCHEN = {"kind": "volunteer_work", "hours": 6, "started_on": APRIL}


@pytest.fixture(autouse=True)
def _tuesday(db):
    """Every test runs on Tuesday 12 May 2026 at 10:00."""
    with time_machine.travel(NOW, tick=False):
        yield


def activity(**facts):
    return DaytimeActivity(**KITCHEN | facts)


def test_hours_add_up_against_the_goal():
    days = days_of(
        [
            activity(goal_hours=12, goal_on=AUGUST),
            activity(hours=4),
            activity(hours=8, started_on=JUNE),
        ]
    )

    assert (days.hours, days.aim, days.percent) == (10, 24, 42)
    assert days.text == "10 of 24 hours a week"


def test_without_a_goal_the_hours_are_the_goal():
    days = days_of([activity()])

    assert (days.text, days.percent) == ("6 hours a week", 100)


def test_more_hours_than_the_goal_fill_the_bar():
    assert days_of([activity(hours=20, goal_hours=16)]).percent == 100
    assert days_of([activity(hours=0)]).percent == 0


SAID = [
    ({}, "6 hours."),
    ({"what": "A kitchen."}, "A kitchen. 6 hours."),
    ({"goal_hours": 16}, "6 hours. Goal: 16 hours."),
    ({"goal_hours": 1, "goal_on": AUGUST}, "6 hours. Goal by 31 Aug: 1 hour."),
    ({"started_on": JUNE}, "6 hours. Begins 1 Jun."),
    ({"ended_on": JUNE}, "6 hours. Last day 1 Jun."),
]


@pytest.mark.parametrize(("facts", "expected"), SAID)
def test_an_activity_says_what_it_is_and_what_it_is_to_become(facts, expected):
    assert ActivityCard(activity(**facts)).text == expected


BROKEN = [
    {"hours": 61},
    {"goal_hours": 61},
    {"goal_on": AUGUST},
    {"started_on": JUNE, "ended_on": APRIL},
    {"kind": "sleeping"},
]


def test_the_database_refuses_what_can_not_be(mirela, anouk):
    taken = []
    for facts in BROKEN:
        try:
            with transaction.atomic():
                MakeDaytime(trajectory=mirela, recorded_by=anouk, **facts)
            taken.append(facts)
        except IntegrityError:
            continue

    assert taken == []


BAD = [
    ({"kind": ""}, {"kind": ["Choose the kind of activity."]}),
    ({"hours": ""}, {"hours": ["Write a number of hours from 0 to 60."]}),
    ({"hours": "61"}, {"hours": ["Write a number of hours from 0 to 60."]}),
    ({"hours": "-1"}, {"hours": ["Write a number of hours from 0 to 60."]}),
    ({"hours": "six"}, {"hours": ["Write a number of hours from 0 to 60."]}),
    ({"started_on": ""}, {"started_on": ["Choose the first day."]}),
    ({"goal_on": "2026-08-31"}, {"goal_hours": ["Write how many hours the goal is."]}),
    (
        {"ended_on": "2026-03-01"},
        {"ended_on": ["The end must come after the start."]},
    ),
    ({"what": "a" * 10_000}, {"what"}),
]


def test_bad_input_is_told_beside_its_field(as_anouk, mirela):
    typed = {"kind": "study", "hours": "6", "started_on": "2026-04-01"}
    for changes, expected in BAD:
        answer = as_anouk.post(page("daytime-new", mirela), typed | changes)

        errors = answer.context["form"].errors
        assert (errors if isinstance(expected, dict) else set(errors)) == expected
    assert not DaytimeActivity.objects.exists()


def test_noting_changing_and_ending(as_anouk, anouk, mirela):
    typed = {"kind": "study", "hours": "6", "started_on": "2026-04-01"}
    as_anouk.post(page("daytime-new", mirela), typed)
    row = DaytimeActivity.objects.get()

    changed = typed | {"hours": "8", "version": "1"}
    as_anouk.post(page("daytime-edit", mirela, row.pk), changed)
    stale = as_anouk.post(page("daytime-edit", mirela, row.pk), changed)
    as_anouk.post(
        page("daytime-end", mirela, row.pk), {"ended_on": "2026-05-11", "version": "2"}
    )

    row.refresh_from_db()
    assert (row.recorded_by, row.hours, row.version) == (anouk, 8, 3)
    assert stale.status_code == 409
    ended = as_anouk.get(page("daytime", mirela)).context["ended"]
    assert [card.row for card in ended] == [row]


def test_the_overview_shows_the_hours(as_anouk, anouk, mirela):
    facts = {"trajectory": mirela, "recorded_by": anouk}
    MakeDaytime(what="A kitchen", goal_hours=16, **facts)
    MakeDaytime(ended_on=date(2026, 5, 11), started_on=APRIL, **facts)

    days = as_anouk.get(page("overview", mirela)).context["days"]

    assert days.text == "6 of 16 hours a week"
    assert [card.row.what for card in days.cards] == ["A kitchen"]
